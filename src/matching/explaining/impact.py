"""What people should weigh between those who would live together: suggested from records, never assessed."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, permutations

from matching.domain.child import Child, Risk
from matching.domain.codes import Relation, RiskKind, RiskLevel, RiskTo
from matching.domain.home import Home, Member
from matching.domain.made import made
from matching.domain.ranking import ImpactCell
from matching.facts.fact import show_plain
from matching.facts.risk_kinds import covering, within

NOT_RECORDED = "not_recorded"
SOMEBODY = "somebody there"
MOST = 200
Person = Child | Member
SAID = {
    RiskKind.CHILD_SEXUAL_EXPLOITATION: "sexual exploitation",
    RiskKind.SELF_HARM: "self-harm",
    RiskKind.FIRE_SETTING: "setting fires",
    RiskKind.MISSING: "going missing",
}
LEVELS = {RiskLevel.CURRENT: "a risk now", RiskLevel.HISTORY: "a risk in the past", None: "a risk, now or past"}


def impact(children: Sequence[Child], home: Home) -> Iterator[ImpactCell]:
    """The cells of a home, up to a number that people can read; the last then says that there are more."""
    cells = list(islice(_cells(children, home), MOST + 1))
    yield from cells[:MOST]
    if len(cells) > MOST:
        yield _cell(SOMEBODY, SOMEBODY, NOT_RECORDED, "there is more to weigh than is listed here")


def _cells(children: Sequence[Child], home: Home) -> Iterator[ImpactCell]:
    """Cells both ways, between those who arrive and those who live there, and among those who arrive."""
    arriving = {child.id for child in children}
    for one, other in permutations(children, 2):
        yield from _towards(one, other)
    if home.household is None:
        because = "who lives in the home is not recorded"
        yield from (_cell(child.id, SOMEBODY, NOT_RECORDED, because) for child in children)
    there = [m for m in home.household or () if m.id not in arriving]
    for child in children:
        for member in there:
            adult = member.relation is Relation.ADULT
            yield from _with_an_adult(child, member) if adult else (*_towards(child, member), *_towards(member, child))


def _with_an_adult(child: Child, adult: Member) -> Iterator[ImpactCell]:
    """What is recorded of an adult there: each risk of theirs, and each of the child's that they are vulnerable to."""
    for risk in (r for r in adult.risks or () if r.level is not RiskLevel.NONE):
        yield _cell(adult.id or SOMEBODY, child.id, _kind(risk), f"{LEVELS[risk.level]} of an adult there")
    if adult.vulnerable_to:
        yield from _towards(child, adult)


def _towards(one: Person, other: Person) -> Iterator[ImpactCell]:
    """What one may mean for another: where a risk meets a vulnerability, and where either is not recorded."""
    source, towards = one.id or SOMEBODY, other.id or SOMEBODY
    if one.risks is None:
        yield _cell(source, towards, NOT_RECORDED, f"the risks of {source} are not recorded")
        return
    for risk in (r for r in one.risks if r.level is not RiskLevel.NONE):
        harmed = f", by which {source} may come to harm" if risk.to is RiskTo.SELF else ""
        about = f"{LEVELS[risk.level]}{harmed}"
        if other.vulnerable_to is None:
            because = f"{about}, and to what {towards} is vulnerable is not recorded"
            yield _cell(source, towards, _kind(risk), because)
        elif _meets(risk, other.vulnerable_to):
            yield _cell(source, towards, _kind(risk), f"{about}, and {towards} is vulnerable to it")


def _kind(risk: Risk) -> str:
    return SAID.get(risk.kind, risk.kind.value) if risk.kind else NOT_RECORDED


def _meets(risk: Risk, vulnerable_to: Iterable[RiskKind]) -> bool:
    """Whether a risk is, or may be, one that somebody is vulnerable to."""
    to = set(vulnerable_to)
    return bool(to) if risk.kind is None else bool(to & (covering(risk.kind) | within(risk.kind)))


def _cell(source: str, towards: str, risk: str, because: str) -> ImpactCell:
    return made(ImpactCell, source=source, towards=towards, risk=show_plain(risk), because=because)
