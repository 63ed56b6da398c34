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
