"""A home with everything that speaks for and against it."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from operator import itemgetter
from typing import Any

from matching.domain.codes import Outcome, Tier
from matching.domain.finding import Finding
from matching.domain.home import Home
from matching.domain.made import changed, made
from matching.domain.ranking import CriterionPoints, Interval, Option, Pairing
from matching.explaining.deadlines import of_option
from matching.explaining.duties import Duties
from matching.explaining.findings import Row, Said, ShownPairing, findings_of
from matching.explaining.found import Found
from matching.explaining.impact import impact
from matching.explaining.indicators import indicators
from matching.explaining.reasons_owed import ReasonsOwed
from matching.explaining.sentences import sentence
from matching.explaining.settled import Settled
from matching.explaining.shown import ShownHome, values
from matching.facts.fact import CATALOGUE, Count, columns_behind, root_causes
from matching.rules.rule import SLOT
from matching.scoring.criterion import Criterion, Head
from matching.scoring.ordering import ABOVE_SUITABILITY, ALIKE_BUT_FOR_COST, BELOW_COST, Ints
from matching.scoring.points import Points
from matching.scoring.weighing import Range, Weighed

HEADS = tuple((head, head.value) for head in Head)


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
    said: Said = field(default_factory=dict)
    points_said: dict[Hashable, CriterionPoints] = field(default_factory=dict)

    @cached_property
    def _settled(self) -> Settled:
        return Settled(self.found.rulebook, self.found.given, self.found.layout.question.referral.children)

    @cached_property
    def _duties(self) -> Duties:
        return Duties.of(self.found)

    @cached_property
    def _reasons(self) -> ReasonsOwed:
        return ReasonsOwed.of(self.found, self.found.scale.policy)

    def lawful(self, home: Home, shown: ShownHome, verdict: Verdict) -> Option:
        """A lawful home, with what it owes the child and what follows from choosing it; `verdict.at` is among these."""
        findings = self._findings(shown)
        return self._option(
            *(home, shown, verdict, self.found.weighed, findings),
            duties=tuple(self._duties.measured(shown.pairings, verdict.at)),
            reasons_owed=self._reasons.for_option(verdict.at),
            deadlines=tuple(of_option(self.found.layout.question, home, shown.pairings, findings)),
        )

    def option(self, home: Home, shown: ShownHome, verdict: Verdict, weighed: Weighed) -> Option:
        """The option that a home is, from its facts, its findings and its points."""
        return self._option(home, shown, verdict, weighed, self._findings(shown))

    def _option(
        self,
        home: Home,
        shown: ShownHome,
        verdict: Verdict,
        weighed: Weighed,
        findings: tuple[Finding, ...],
        **more: Any,
    ) -> Option:
        heads = {name: interval(weighed.heads[head], verdict.at) for head, name in HEADS}
        criteria = tuple([self._points(c, shown, weighed, verdict.at) for c in self.found.scale.criteria])
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
            findings=findings,
            impact=tuple(impact(self.found.layout.question.children, home)),
            best_rank=verdict.best,
            worst_rank=verdict.worst,
            facts=values(shown.pairings[0].row, self.found.rulebook, "home", "household"),
            pairings=tuple(self._pairing(p) for p in shown.pairings),
            **heads,
            **more,
        )

    def _findings(self, shown: ShownHome) -> tuple[Finding, ...]:
        """What every rule found, with what approvals have settled."""
        return self._settled.over(findings_of(self.found.rulebook).of(shown.pairings, self.said), shown.at)

    def _pairing(self, of: ShownPairing) -> Pairing:
        return made(Pairing, child=of.child, facts=values(of.row, self.found.rulebook, "pair"))

    def _points(self, of: Criterion, shown: ShownHome, weighed: Weighed, at: int) -> CriterionPoints:
        found = weighed.criteria[of.id]
        points, asked = points_at(found, at), found.is_asked(at)
        turns_on = _turns_on(of)
        told = tuple([turns_on(p.row) for p in shown.pairings]) if asked else ()
        details = self._details(of, shown) if asked else ()
        key = (of.id, points, asked, told, details)
        said = self.points_said.get(key)
        if said is None:
            because = _for_each(of.points, shown.pairings, details) if asked else of.points.unasked
            said = self.points_said[key] = self._say_points(of, points, because, asked=asked)
        return said

    def _details(self, of: Criterion, shown: ShownHome) -> tuple[str, ...]:
        """What a criterion says of each child in the home that no column holds."""
        if of.detail is None:
            return ("",) * len(shown.pairings)
        layout = self.found.layout
        return tuple(of.detail(child, layout.register.homes[shown.at]) for child in layout.question.children)

    def _say_points(
        self, of: Criterion, points: tuple[float, float, float], because: str, *, asked: bool
    ) -> CriterionPoints:
        low, central, high = points
        return made(
            CriterionPoints,
            id=of.id,
            head=of.head.value,
            low=low,
            central=central,
            high=high,
            weight=self.found.scale.weight(of) if asked else 0,
            because=because,
        )


@cache
def _turns_on(of: Criterion) -> Callable[[Row], Any]:
    """The values of a row on which a criterion's sentence turns: rows alike in them are told the same."""
    sentences = (of.points.because, *(i.because for i in of.points.instead))
    named = {name for because in sentences for name in _named(because)}
    columns = columns_behind({*named, *(i.fact for i in of.points.instead)})
    return itemgetter(*columns) if columns else lambda _: ()


def _for_each(points: Points, pairings: tuple[ShownPairing, ...], details: tuple[str, ...]) -> str:
    """A criterion's sentence; for several children one each, by name, where they differ."""
    each = [(_because(points, p), detail) for p, detail in zip(pairings, details, strict=True)]
    said = [f"{because} ({detail})" if detail else because for because, detail in each]
    if len(set(said)) == 1:
        return said[0]
    return "; ".join(f"{p.child}: {words}" for p, words in zip(pairings, said, strict=True))


def _because(points: Points, pairing: ShownPairing) -> str:
    """Why one child has these points in the home, and what nobody recorded."""
    row, template = pairing.row, points.because
    for instead in points.instead:
        if row[instead.fact] is instead.holds:
            template = instead.because
            break
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
    return of.low.item(at) / 100, of.central.item(at) / 100, of.high.item(at) / 100


def overlap(one: Interval, other: Interval) -> bool:
    """Whether two could be the same."""
    return one.low <= other.high and other.low <= one.high


def with_close_calls(options: Sequence[Option], keys: Ints, *, cost_decides: bool) -> list[Option]:
    """Name for each option those that it may equal, and those that cost alone puts below it, where it may decide.

    `keys` are the numbers that made the order. Only homes between which suitability decides can be a close call.
    """
    named, together, alike = [], (keys >> ABOVE_SUITABILITY).tolist(), (keys >> ALIKE_BUT_FOR_COST).tolist()
    costs = (keys >> BELOW_COST).tolist()
    for k, option in enumerate(options):
        suits = option.suitability
        peers = [o for j, o in enumerate(options) if together[j] == together[k] and j != k]
        near = [o.home for o in peers if overlap(suits, o.suitability)]
        below = [j for j in range(k + 1, len(options)) if alike[j] == alike[k]] if cost_decides else []
        dearer = [options[j].home for j in below if costs[j] != costs[k]]
        named.append(changed(option, close_call_with=tuple(near), cost_decides=tuple(dearer)))
    return named
