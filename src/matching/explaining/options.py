"""A home with everything that speaks for and against it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from matching.domain.codes import Outcome, Tier
from matching.domain.home import Home
from matching.domain.ranking import CriterionPoints, Interval, Option, Pairing
from matching.explaining.findings import Said, ShownPairing, findings_of
from matching.explaining.sentences import sentence
from matching.explaining.shown import ShownHome, values
from matching.facts.fact import root_causes
from matching.rules.rule import SLOT
from matching.rules.rulebook import Rulebook
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


@dataclass(frozen=True, slots=True)
class Explainer:
    """Turns the rows to be shown into the options of one answer."""

    rulebook: Rulebook
    scale: Scale
    said: Said = field(default_factory=dict)

    def option(self, home: Home, shown: ShownHome, verdict: Verdict, weighed: Weighed) -> Option:
        """The option that a home is, from its facts, its findings and its points."""
        heads = {head.value: interval(weighed.heads[head], verdict.at) for head in Head}
        return Option(
            home=home.id,
            name=home.name,
            kind=home.kind.value,
            tier=verdict.tier.value,
            rank=verdict.rank,
            standing=verdict.standing.word,
            children=tuple(p.child for p in shown.pairings),
            suitability=interval(weighed.suitability, verdict.at),
            criteria=tuple(self._points(c, shown, weighed, verdict.at) for c in self.scale.criteria),
            findings=tuple(findings_of(self.rulebook).of(shown.pairings, self.said)),
            best_rank=verdict.best,
            worst_rank=verdict.worst,
            facts=values(shown.pairings[0].row, self.rulebook, "home", "household"),
            pairings=tuple(Pairing(child=p.child, facts=values(p.row, self.rulebook, "pair")) for p in shown.pairings),
            **heads,
        )

    def _points(self, of: Criterion, shown: ShownHome, weighed: Weighed, at: int) -> CriterionPoints:
        low, central, high = points_at(weighed.criteria[of.id], at)
        return CriterionPoints(
            id=of.id,
            head=of.head.value,
            low=low,
            central=central,
            high=high,
            weight=self.scale.weight(of),
            because=_for_each(of.points, shown.pairings),
        )


def _for_each(points: Points, pairings: tuple[ShownPairing, ...]) -> str:
    """A criterion's sentence; for several children one each, by name, where they differ."""
    said = [_because(points, p) for p in pairings]
    if len(set(said)) == 1:
        return said[0]
    return "; ".join(f"{p.child}: {words}" for p, words in zip(pairings, said, strict=True))


def _because(points: Points, pairing: ShownPairing) -> str:
    """Why one child has these points in the home, or what nobody recorded."""
    if points.unless is not None and pairing.row[points.unless[0]] is False:
        return points.unless[1]
    missing = [m for name in SLOT.findall(points.because) for m in root_causes(name, pairing.row)]
    if missing:
        return "not recorded: " + ", ".join(dict.fromkeys(m.words for m in missing))
    return sentence(points.because)(pairing.words)


def interval(of: Range, at: int) -> Interval:
    """Points from 0 to 100 at one place of a range."""
    low, central, high = points_at(of, at)
    return Interval(low=low, central=central, high=high)


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
        named.append(option.model_copy(update={"close_call_with": near, "cost_decides": dearer}))
    return named
