"""How each child fares where she lives, and which other homes might serve her better."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import polars as pl

from matching.domain.codes import Outcome, Tier
from matching.domain.made import made
from matching.domain.policy import Policy
from matching.domain.ranking import Interval
from matching.explaining.found import Found
from matching.facts.truth import NO, UNKNOWN, YES, Truths
from matching.reviewing.gaining import Gaining
from matching.reviewing.measures import Measures, columns_of, duties_on
from matching.rules.duties import Duty
from matching.scoring.criterion import Head
from matching.scoring.ordering import PLACES_NEED, places_of
from matching.scoring.weighing import Range, Scale, Weighed

HUNDREDTHS = 100
JOURNEY = "minutes"

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Here:
    """A child where she lives: how that home serves her, its points, and those that it has where in doubt.

    In doubt what nobody recorded of it speaks for it: a gap in the record of her home is no reason to leave it. `place`
    is that of its tier in the panel's order, residential care after fostering: the smaller the earlier.
    """

    measures: Measures
    suitability: Interval
    stability: Interval
    in_doubt: int
    place: int


def here_of(each: Sequence[tuple[Found, int]]) -> list[Here]:
    """Each child of these questions in the home of a row, whatever the rules find of it: all at once."""
    at: dict[int, Here] = {}
    for scale in {id(found.scale): found.scale for found, _ in each}.values():
        numbers = [k for k, (found, _) in enumerate(each) if found.scale is scale]
        at.update(zip(numbers, _weighed_by(scale, [each[k] for k in numbers]), strict=True))
    return [at[k] for k in range(len(each))]


def _weighed_by(scale: Scale, each: Sequence[tuple[Found, int]]) -> Iterator[Here]:
    duties = duties_on(each[0][0].rulebook.day)
    columns = sorted(columns_of(duties) | set(scale.needs) | set(PLACES_NEED))
    frame = pl.concat([found.layout.frames[0][[row], columns] for found, row in each], how="vertical_relaxed")
    measures, weighed = Measures.of(frame, duties), scale.weigh(frame)
    in_doubt = _in_doubt(frame, weighed, scale).suitability.central
    told = places_of(frame)
    places = place_of(told["tier"], told["later"], scale.policy)
    for k in range(frame.height):
        suitability, stability = interval(weighed.suitability, k), interval(weighed.heads[Head.STABILITY], k)
        yield Here(measures.at(k), suitability, stability, int(in_doubt[k]), int(places[k]))


def place_of(tier: Ints, later: Ints, policy: Policy) -> Ints:
    """The place of each home's tier in the panel's order, and in it of residential care after fostering."""
    places: Ints = np.array([policy.tiers.index(t) for t in Tier], dtype=np.int64)[tier] * 2 + later
    return places


def _in_doubt(frame: pl.DataFrame, weighed: Weighed, scale: Scale) -> Weighed:
    """The points where what is not recorded is taken at its best: of such a criterion what is known is its least.

    A journey that is known has a range because it is estimated: that is no gap in a record.
    """
    criteria = dict(weighed.criteria)
    for criterion in scale.criteria:
        of, columns = criteria[criterion.id], sorted(criterion.points.columns)
        gap = of.central == of.low
        if any(JOURNEY in column for column in columns):
            gap &= frame.select(pl.any_horizontal(pl.col(columns).is_null()).alias("x"))["x"].to_numpy()
        criteria[criterion.id] = replace(of, central=np.where(gap, of.high, of.central))
    return scale.total(criteria)


def interval(of: Range, at: int) -> Interval:
    """Points in one place, as people are told them."""
    low, central, high = (int(level[at]) / HUNDREDTHS for level in of.levels)
    return made(Interval, low=low, central=central, high=high)


@dataclass(frozen=True, slots=True)
class Sought:
    """What a review asks of another home: so many duties, and so many points more, in hundredths."""

    gains: int
    credit: int
    margins: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Better:
    """Of a child's lawful homes those of no later tier that are more suitable by more than staying is given.

    An entry a home: `rows` are theirs, `at` their places among the lawful ones. `standing` says whether each may be
    used, `gains` whether it serves enough duties better, `harmless` whether nothing is lost that must not be.
    """

    rows: Ints
    at: Ints
    standing: Truths
    gains: Truths
    harmless: Truths

    @property
    def all(self) -> Truths:
        """Whether all of it holds."""
        found: Truths = np.min([self.standing, self.gains, self.harmless], axis=0)
        return found


def better_than(here: Here, found: Found, sought: Sought) -> Better:
    """Which of the lawful homes of a question would serve its one child better than the one where she lives."""
    places = place_of(found.placing.tier, found.placing.later, found.scale.policy)
    more = found.weighed.suitability.central > here.in_doubt + sought.credit
    at = np.flatnonzero(more & (places <= here.place))
    rows = found.lawful[at]
    gaining = Gaining(here.measures, _measured(found, rows, here.measures.duties), sought.margins)
    return Better(rows, at, may_be_used(found.standing[rows]), enough(gaining.gains, sought.gains), gaining.harmless)


def _measured(found: Found, rows: Ints, duties: tuple[Duty, ...]) -> Measures:
    return Measures.of(found.layout.frames[0][rows, sorted(columns_of(duties))], duties)


def enough(gains: tuple[Ints, Ints], asked: int) -> Truths:
    """Whether so many duties are surely served better, or perhaps."""
    surely, perhaps = gains
    return np.where(surely >= asked, YES, np.where(perhaps >= asked, UNKNOWN, NO)).astype(np.int8)


def may_be_used(standing: npt.NDArray[np.integer]) -> Truths:
    """Whether homes can go ahead or need an approval; unknown where nobody can tell."""
    return np.where(standing >= Outcome.NEEDS_APPROVAL, YES, UNKNOWN).astype(np.int8)
