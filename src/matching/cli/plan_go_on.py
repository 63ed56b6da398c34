"""How to go on from a plan: what else can be asked of it, and how it is kept and checked; each line may be copied."""

from pathlib import Path
from shlex import quote

from matching.cli.page import Page
from matching.cli.panel import Panel
from matching.cli.streams import this_program

NEXT_BEST, COSTS = "--next-best 3", "--costs"
OFFERS = {NEXT_BEST: "The plans that come next", COSTS: "What each choice costs the others"}
INDENT = 8


def write_go_on(page: Page, panel: Panel, path: Path) -> None:
    """Write the commands, with every referral of the panel; what was asked for already is not offered again."""
    program, file = this_program(), quote(str(path))
    page.heading("To go on")
    asked = {NEXT_BEST: panel.plan.next_best, COSTS: panel.plan.costs_others}
    if more := [option for option, told in asked.items() if not told]:
        said = ", and ".join([OFFERS[more[0]], *(OFFERS[o][0].lower() + OFFERS[o][1:] for o in more[1:])])
        page.line(f"{said}:")
        _plan(page, panel, f"{program} plan {file}", " ".join(more))
    page.line("The same as data, kept, and checked again without a solver:")
    used = [f"--next-best {len(panel.plan.next_best)}"] if panel.plan.next_best else []
    used += [COSTS] if panel.plan.costs_others or panel.plan.costs_incomplete else []
    _plan(page, panel, f"{program} plan {file}", " ".join([*used, "--json > plan.json"]))
    page.line(f"    {program} verify {file} plan.json")


def _plan(page: Page, panel: Panel, command: str, options: str) -> None:
    """A command over as many lines as it needs."""
    page.line(f"    {command} \\")
    for line in _referrals(panel, page.width - INDENT - 2):
        page.line(f"{' ' * INDENT}{line} \\")
    page.line(f"{' ' * INDENT}{options}")


def _referrals(panel: Panel, room: int) -> list[str]:
    """The referrals of the panel, in lines; none where it is all of the file's."""
    if len(panel.plan.referrals) == len(panel.case.referrals):
        return []
    lines = [""]
    for referral in panel.plan.referrals:
        said = f"--referral {quote(referral)}"
        if lines[-1] and len(lines[-1]) + 1 + len(said) > room:
            lines.append("")
        lines[-1] = f"{lines[-1]} {said}".lstrip()
    return lines
