"""A ranking of brothers and sisters with the ways of dividing them: options in several homes, after all others."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from matching.domain.codes import PARTED, Outcome, Tier
from matching.domain.made import changed, made
from matching.domain.ranking import Indicators, Interval, Option, Ranking, ReasonOwed, TierOptions
from matching.explaining.found import Found
from matching.explaining.ranking import option_of
from matching.planning.groups import MOST_DIVIDED, Group, group_of
from matching.planning.judging import Judging
from matching.planning.looking import looked_into
from matching.planning.mending import cannot_stay_together
from matching.planning.numbers import Numbers
from matching.planning.parting import Parting, number_of_ways, partings
from matching.planning.parts import questions_of

TOGETHER = "CA89-22C-8C"
HEADS = ("suitability", "stability", "distance", "cost")
STANDINGS = [outcome.word for outcome in sorted(Outcome)]
"""Worst first."""

FIRST_FEW = 3


def with_parted(answer: Ranking, found: Found, judging: Judging, limit: int) -> Ranking:
    """The ranking of a referral with the ways of dividing its children, at least the first and so many in all.

    A way that parts nobody who should be together stands in the last tier of its homes; the others in a last group.
    """
    question = found.layout.question
    if not 1 < len(question.children) <= MOST_DIVIDED:
        return answer
    group = group_of([question])
    numbers = looked_into([group], judging)
    shown = partings(numbers, max(1, limit - sum(len(tier.options) for tier in answer.tiers)))
    dividing = Dividing(answer, group, numbers, judging)
    tiers = dividing.tiers(shown, sum(tier.count for tier in answer.tiers))
    because = () if tiers else answer.cannot_place_because
    stay = (cannot_stay_together(group, found),) if group.all_together and not answer.tiers else ()
    return changed(answer, tiers=(*answer.tiers, *tiers), cannot_place_because=because, cannot_stay_together=stay)


@dataclass(frozen=True, eq=False)
class Dividing:
    """Makes options of the ways of dividing a group."""

    answer: Ranking
    group: Group
    numbers: Numbers
    judging: Judging
    _said: dict[int, Option] = field(default_factory=dict)

    def tiers(self, shown: Sequence[Parting], above: int) -> list[TierOptions]:
        """The ways by tier, and last those that part somebody; ranked from those `above` on."""
        options = [(self._option(parting), parting.parts_nobody) for parting in shown]
        names = [*self.judging.scale.policy.tiers, PARTED]
        by_name = {name: [o for o, keeps in options if (o.tier if keeps else PARTED) == name] for name in names}
        parted = number_of_ways(self.numbers) if by_name[PARTED] else 0
        tiers = []
        for name, those in ((name, those) for name, those in by_name.items() if those):
            ranked = tuple(changed(option, rank=above + k) for k, option in enumerate(those, 1))
            count = max(parted, len(those)) if name == PARTED else len(those)
            tiers.append(made(TierOptions, tier=str(name), count=count, options=ranked))
            above += count
        return tiers

    def _option(self, parting: Parting) -> Option:
        """One way as an option: what holds of all its homes, and each part's own option."""
        parts = [self._part(option) for option in parting.options]
        parts.sort(key=lambda part: self.group.children.index(part.children[0]))
        kinds = {part.kind for part in parts}
        return made(
            Option,
            home="+".join(part.home for part in parts),
            name=None,
            kind=kinds.pop() if len(kinds) == 1 else "several",
            tier=max((part.tier for part in parts), key=[*Tier].index),
            rank=None,
            standing=min((part.standing for part in parts), key=STANDINGS.index),
            children=self.group.children,
            criteria=(),
            indicators=made(Indicators, speak_for=(), speak_against=(), between=(), unknown=()),
            findings=(),
            reasons_owed=() if parting.parts_nobody else self._reasons(),
            facts={},
            pairings=(),
            parts=tuple(parts),
            **{head: _mean(parts, head) for head in HEADS},
        )

    def _part(self, option: int) -> Option:
        """A part in its home: said once, as the best ways have much in common."""
        if option not in self._said:
            self._said[option] = self._said_of(option)
        return self._said[option]

    def _said_of(self, option: int) -> Option:
        part = self.numbers.part_of(option)
        question, _ = next(questions_of(self.group, part.places))
        return option_of(self.judging.found(question), self.numbers.home_of(option))

    def _reasons(self) -> tuple[ReasonOwed, ...]:
        """Why they are to be parted is owed where a home could take them all."""
        homes = [option.home for tier in self.answer.tiers for option in tier.options]
        if not homes:
            return ()
        because = "brothers and sisters would be parted, and a home could take all of them"
        return (made(ReasonOwed, rule=TOGETHER, because=because, homes=tuple(homes[:FIRST_FEW])),)


def _mean(parts: Sequence[Option], head: str) -> Interval:
    """The points of the children, taken together: a mean of hundredths, rounded down."""
    weights = [len(part.children) for part in parts]
    points: list[Interval] = [getattr(part, head) for part in parts]
    low, central, high = (
        sum(w * round(level * 100) for w, level in zip(weights, levels, strict=True)) // sum(weights) / 100
        for levels in zip(*((p.low, p.central, p.high) for p in points), strict=True)
    )
    return made(Interval, low=low, central=central, high=high)
