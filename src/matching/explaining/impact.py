"""What people should weigh between those who would live together: suggested from records, never assessed."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations

from matching.domain.child import Child, Risk
from matching.domain.codes import Relation, RiskKind, RiskLevel
from matching.domain.home import Home, Member
from matching.domain.ranking import ImpactCell
from matching.facts.fact import show_plain
from matching.facts.of_risks import covering, within

NOT_RECORDED = "not_recorded"
SOMEBODY = "somebody there"
Person = Child | Member
LEVELS = {RiskLevel.CURRENT: "a risk now", RiskLevel.HISTORY: "a risk in the past", None: "a risk, now or past"}


def impact(children: Sequence[Child], home: Home) -> Iterator[ImpactCell]:
    """Cells both ways, between those who arrive and the children who live there, and among those who arrive."""
    arriving = {child.id for child in children}
    for one, other in permutations(children, 2):
        yield from _towards(one, other)
    if home.household is None:
        because = "who lives in the home is not recorded"
        yield from (_cell(child.id, SOMEBODY, NOT_RECORDED, because) for child in children)
    there = [m for m in home.household or () if m.relation is not Relation.ADULT and m.id not in arriving]
    for child in children:
        for member in there:
            yield from _towards(child, member)
            yield from _towards(member, child)


def _towards(one: Person, other: Person) -> Iterator[ImpactCell]:
    """What one may mean for another: where a risk meets a vulnerability, and where either is not recorded."""
    source, towards = one.id or SOMEBODY, other.id or SOMEBODY
    if one.risks is None:
        yield _cell(source, towards, NOT_RECORDED, f"the risks of {source} are not recorded")
        return
    for risk in (r for r in one.risks if r.level is not RiskLevel.NONE):
        kind = risk.kind.value if risk.kind else NOT_RECORDED
        if other.vulnerable_to is None:
            because = f"{LEVELS[risk.level]}, and to what {towards} is vulnerable is not recorded"
            yield _cell(source, towards, kind, because)
        elif _meets(risk, other.vulnerable_to):
            yield _cell(source, towards, kind, f"{LEVELS[risk.level]}, and {towards} is vulnerable to it")


def _meets(risk: Risk, vulnerable_to: Iterable[RiskKind]) -> bool:
    """Whether a risk is, or may be, one that somebody is vulnerable to."""
    to = set(vulnerable_to)
    return bool(to) if risk.kind is None else bool(to & (covering(risk.kind) | within(risk.kind)))


def _cell(source: str, towards: str, risk: str, because: str) -> ImpactCell:
    return ImpactCell(source=source, towards=towards, risk=show_plain(risk), because=because)
