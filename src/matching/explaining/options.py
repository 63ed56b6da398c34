"""A home with everything that speaks for and against it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from matching.domain.codes import Outcome, Tier
from matching.domain.home import Home
from matching.domain.made import changed, made
from matching.domain.ranking import CriterionPoints, Finding, Interval, Option, Pairing
from matching.explaining.deadlines import of_option
from matching.explaining.duties import Duties
from matching.explaining.findings import Said, ShownPairing, findings_of
from matching.explaining.found import Found
from matching.explaining.impact import impact
from matching.explaining.indicators import indicators
from matching.explaining.reasons_owed import ReasonsOwed
from matching.explaining.sentences import sentence
from matching.explaining.settled import Settled
from matching.explaining.shown import ShownHome, values
from matching.facts.fact import CATALOGUE, Count, root_causes
from matching.rules.rule import SLOT
from matching.scoring.criterion import Criterion, Head, Points
from matching.scoring.ordering import ABOVE_SUITABILITY, ALIKE_BUT_FOR_COST, Ints
from matching.scoring.weighing import Range, Scale, Weighed


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the numbers say of a home to be shown: where its points are, its tier, its standing and its place."""

    at: int
    tier: Tier
    standing: Outcome
    rank: int | None = None
    best: int | None = None
    worst: int | None = None


@dataclass(frozen=True)
class Explainer:
    """Turns the rows to be shown into the options of one answer."""

    found: Found
    scale: Scale
    said: Said = field(default_factory=dict)

    @cached_property
    def _settled(self) -> Settled:
        return Settled(self.found.rulebook, self.found.given, self.found.layout.question.referral.children)

    @cached_property
    def _duties(self) -> Duties:
        return Duties.of(self.found)

    @cached_property
    def _reasons(self) -> ReasonsOwed:
        return ReasonsOwed.of(self.found, self.scale.policy)

    def lawful(self, home: Home, shown: ShownHome, verdict: Verdict) -> Option:
        """A lawful home, with what it owes the child and what follows from choosing it; `verdict.at` is among these."""
        question = self.found.layout.question
        option = self.option(home, shown, verdict, self.found.weighed)
        return changed(
            option,
            duties=tuple(self._duties.measured(shown.pairings, verdict.at)),
            reasons_owed=self._reasons.for_option(verdict.at),
            deadlines=tuple(of_option(question, home, shown.pairings, option.findings)),
        )

    def option(self, home: Home, shown: ShownHome, verdict: Verdict, weighed: Weighed) -> Option:
        """The option that a home is, from its facts, its findings and its points."""
        heads = {head.value: interval(weighed.heads[head], verdict.at) for head in Head}
        criteria = tuple(self._points(c, shown, weighed, verdict.at) for c in self.scale.criteria)
        return made(
            Option,
            home=home.id,
            name=home.name,
            kind=home.kind.value,
            tier=verdict.tier.value,
            rank=verdict.rank,
            standing=verdict.standing.word,
            children=tuple(p.child for p in shown.pairings),
            suitability=interval(weighed.suitability, verdict.at),
            criteria=criteria,
            indicators=indicators(criteria),
            findings=self._findings(shown),
            impact=tuple(impact(self.found.layout.question.children, home)),
            best_rank=verdict.best,
            worst_rank=verdict.worst,
            facts=values(shown.pairings[0].row, self.found.rulebook, "home", "household"),
            pairings=tuple(self._pairing(p) for p in shown.pairings),
            **heads,
        )

    def _findings(self, shown: ShownHome) -> tuple[Finding, ...]:
        """What every rule found, with what approvals have settled."""
        return self._settled.over(findings_of(self.found.rulebook).of(shown.pairings, self.said), shown.at)

    def _pairing(self, of: ShownPairing) -> Pairing:
        return made(Pairing, child=of.child, facts=values(of.row, self.found.rulebook, "pair"))

    def _points(self, of: Criterion, shown: ShownHome, weighed: Weighed, at: int) -> CriterionPoints:
        found = weighed.criteria[of.id]
        low, central, high = points_at(found, at)
        asked = found.is_asked(at)
        return made(
            CriterionPoints,
            id=of.id,
            head=of.head.value,
            low=low,
            central=central,
            high=high,
            weight=self.scale.weight(of) if asked else 0,
            because=_for_each(of.points, shown.pairings) if asked else of.points.unasked,
        )


def _for_each(points: Points, pairings: tuple[ShownPairing, ...]) -> str:
    """A criterion's sentence; for several children one each, by name, where they differ."""
    said = [_because(points, p) for p in pairings]
    if len(set(said)) == 1:
        return said[0]
    return "; ".join(f"{p.child}: {words}" for p, words in zip(pairings, said, strict=True))


def _because(points: Points, pairing: ShownPairing) -> str:
    """Why one child has these points in the home, and what nobody recorded."""
    row = pairing.row
    template = next((i.because for i in points.instead if row[i.fact] is i.holds), points.because)
    gaps = [name for name in _named(template) if row[name] is None]
    if not gaps:
        return sentence(template)(pairing.words)
    missing = dict.fromkeys(m.words for name in gaps for m in root_causes(name, row))
    unrecorded = f"not recorded: {', '.join(missing)}"
    partly = all(isinstance(CATALOGUE[name], Count) for name in gaps)
    return f"{sentence(template)(pairing.words)}; {unrecorded}" if partly else unrecorded


@cache
def _named(template: str) -> tuple[str, ...]:
    """The facts that a sentence names."""
    return tuple(SLOT.findall(template))


def interval(of: Range, at: int) -> Interval:
    """Points from 0 to 100 at one place of a range."""
    low, central, high = points_at(of, at)
    return made(Interval, low=low, central=central, high=high)


def points_at(of: Range, at: int) -> tuple[float, float, float]:
    """Low, central and high, from 0 to 100, at one place of a range."""
    return int(of.low[at]) / 100, int(of.central[at]) / 100, int(of.high[at]) / 100


def overlap(one: Option, other: Option) -> bool:
    """Whether two options' suitability could be the same."""
    return one.suitability.low <= other.suitability.high and other.suitability.low <= one.suitability.high


def with_close_calls(options: Sequence[Option], keys: Ints, *, cost_decides: bool) -> list[Option]:
    """Name for each option those that it may equal, and those that cost alone puts below it, where it may decide.

    `keys` are the numbers that made the order. Only homes between which suitability decides can be a close call.
    """
    named, together, alike = [], keys >> ABOVE_SUITABILITY, keys >> ALIKE_BUT_FOR_COST
    for k, option in enumerate(options):
        peers = (o for j, o in enumerate(options) if j != k and together[j] == together[k])
        near = tuple(o.home for o in peers if overlap(option, o))
        below = (o for j, o in enumerate(options) if cost_decides and j > k and alike[j] == alike[k])
        dearer = tuple(o.home for o in below if o.cost.central < option.cost.central)
        named.append(changed(option, close_call_with=near, cost_decides=dearer))
    return named
