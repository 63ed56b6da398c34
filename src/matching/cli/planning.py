"""Planning for a panel of a file's referrals, and writing the plan as text or JSON."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from matching.cli.opening import Opened, naming, opened
from matching.cli.page import Page
from matching.cli.panel import Panel
from matching.cli.plan_text import write_plan
from matching.cli.progress import doing_on_stderr
from matching.cli.streams import write_line
from matching.domain.plan import Plan
from matching.errors import Fault, InvalidInput
from matching.explaining.words import count
from matching.plan import Asked

A_DAY = 86_400
MOST_KNOWN = 10


@dataclass(frozen=True)
class Wanted:
    """What is asked of a file: a panel of these referrals, or of all, and what beside the best plan."""

    referrals: tuple[str, ...] = ()
    next_best: int = 0
    costs: bool = False
    seconds: float | None = None


def plan_file(file: Path, wanted: Wanted, *, full: bool = False, as_json: bool = False) -> None:
    """Plan for a panel of a file and write the plan; InvalidInput before anything is written."""
    if faults := list(_put_wrongly(wanted)):
        raise InvalidInput(faults)
    case = opened(file)
    with naming(file):
        plan = _planned(case, wanted)
    if as_json:
        write_line(plan.model_dump_json().encode())
    else:
        panel = Panel(plan, case.loaded.case, case.loaded.filled_from_ordinary)
        write_plan(Page(), panel, file, full=full)


def _planned(case: Opened, wanted: Wanted) -> Plan:
    known = [referral.id for referral in case.loaded.case.referrals]
    if faults := list(_not_there(wanted, known)):
        raise InvalidInput(faults)
    asked = Asked(next_best=wanted.next_best, costs_others=wanted.costs, seconds=wanted.seconds)
    with doing_on_stderr(f"Planning for {count(len(wanted.referrals or known), 'referral')}"):
        return case.engine.plan(wanted.referrals, asked)


def _put_wrongly(wanted: Wanted) -> Iterator[Fault]:
    """What is wrong with the command itself."""
    for referral, times in Counter(wanted.referrals).items():
        if times > 1:
            found, remedy = f"{referral} {times} times", "Name each referral of the panel once."
            yield Fault("", "command", "", "--referral", found, "each referral once", remedy)
    if wanted.seconds is not None and not 0 < wanted.seconds <= A_DAY:
        expected = f"more than 0 seconds and at most {A_DAY:,}"
        yield Fault("", "command", "", "--seconds", f"{wanted.seconds:g}", expected, "Correct it, or leave it out.")


def _not_there(wanted: Wanted, known: list[str]) -> Iterator[Fault]:
    """What is asked for and the file does not hold."""
    if not known:
        remedy = "Add the referral that asks for a home."
        yield Fault("", "referrals", "", "", "none", "at least one", remedy)
        return
    expected = f"one of: {', '.join(known[:MOST_KNOWN])}{' …' if len(known) > MOST_KNOWN else ''}"
    for referral in wanted.referrals:
        if referral not in known:
            remedy = "Ask for a referral that the case holds."
            yield Fault("", "referrals", referral, "id", referral, expected, remedy)
