"""Homes that are ruled out, and homes beyond those given in full: every one of them with every reason."""

from collections.abc import Iterable, Sequence

from rich.text import Text

from matching.cli.answer import Answer, kind, title
from matching.cli.page import INDENT, Page
from matching.cli.remarks import found, reason
from matching.domain.ranking import HomesByRules, Option
from matching.explaining.words import count, listed

MOST_GROUPS = 10
"""How many sets of rules are told with their homes; the homes of further sets are named together."""

MOST_NAMED = 40
"""How many homes of a group are named; `--json` names all of them, and `--home` gives any in full."""


def write_ruled_out(page: Page, answer: Answer, in_full: Sequence[Option], *, full: bool = False) -> None:
    """Write the homes that a rule prohibits: those in full with each reason, the rest by the rules against them."""
    groups = answer.ranking.ruled_out
    if not groups:
        return
    page.heading("Not ranked" if answer.ranking.people_decide else "Ruled out", count(homes_in(groups), "home"))
    for option in in_full:
        _write(page, answer, option)
    rest = without(groups, {option.home for option in in_full})
    if rest:
        page.line()
        page.paragraph("More homes that are ruled out, by the rules that rule them out:")
        write_groups(page, answer, rest, most=None if full else MOST_GROUPS)


def write_beyond(page: Page, answer: Answer, *, full: bool = False) -> None:
    """Write the homes below the limit, by the rules that speak against them."""
    groups = answer.ranking.beyond
    if not groups:
        return
    page.heading("Further homes that nothing rules out", count(homes_in(groups), "home"))
    page.paragraph(
        "They stand below those above of the same tier, best first, by the rules still to be settled. "
        "--limit N gives more in full."
    )
    write_groups(page, answer, groups, most=None if full else MOST_GROUPS)


def write_groups(page: Page, answer: Answer, groups: Iterable[HomesByRules], *, most: int | None = None) -> None:
    """Write for each set of rules the homes against which they speak; beyond the most, the homes alone."""
    groups = list(groups)
    largest = sorted(groups, key=lambda group: -len(group.homes))[:most]
    for group in (g for g in groups if g in largest):
        rules = "; ".join(_rule(answer, rule, most) for rule in group.rules) or "nothing left to settle"
        page.bullet(f"{count(len(group.homes), 'home')}: {rules}")
        page.paragraph(listed(group.homes, MOST_NAMED), indent=4)
    if others := [g for g in groups if g not in largest]:
        page.bullet(
            f"{count(homes_in(others), 'home')} by {count(len(others), 'other set')} of rules; --full says which:"
        )
        page.paragraph(listed(home for group in others for home in group.homes), indent=4)


def _rule(answer: Answer, rule: str, most: int | None) -> str:
    """A rule by its title; where not every set is told, without its source, which the list of rules gives once."""
    return answer.rule(rule) if most is None else f"{answer.rules[rule].title} [{rule}]"


def homes_in(groups: Iterable[HomesByRules]) -> int:
    """How many homes these groups hold."""
    return sum(len(group.homes) for group in groups)


def without(groups: Iterable[HomesByRules], shown: set[str]) -> list[HomesByRules]:
    """The groups without the homes that are shown elsewhere."""
    left = [(group.rules, tuple(h for h in group.homes if h not in shown)) for group in groups]
    return [HomesByRules(rules=rules, homes=homes) for rules, homes in left if homes]


def _write(page: Page, answer: Answer, option: Option) -> None:
    page.line()
    page.paragraph(Text.assemble((title(option), "bold"), f" · {kind(option)}"), indent=2)
    for pairing in option.pairings:
        if pairing.facts.get("pair.lives_there"):
            page.paragraph(f"{pairing.child} lives here now", indent=INDENT - 1)
    for finding in found(option, "prohibited"):
        page.bullet(reason(answer, finding), indent=INDENT - 1)
