"""How far the family time that is planned would be from each home: the usual journey, and the hours a month."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching.domain.child import Child, FamilyTime
from matching.facts.catalogue import pair
from matching.facts.fact import Fact
from matching.facts.ground import Ground
from matching.facts.kleene import Column, known_where, nowhere_known
from matching.facts.links import Flags
from matching.geography.distance import kilometres_between, miles_between
from matching.geography.postcodes import Place, PostcodeDirectory
from matching.geography.travel import OPEN, Journeys, journeys

THERE_AND_BACK, MINUTES_AN_HOUR = 2, 60
JOURNEY = (pair.minutes_to_family_least, pair.minutes_to_family, pair.minutes_to_family_most)
HOURS = (pair.family_hours_least, pair.family_hours, pair.family_hours_most)
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Visits:
    """The visits that are planned: where each is, and how often a month; None where that is not recorded."""

    places: tuple[Place | None, ...]
    times: tuple[float | None, ...]

    @property
    def placed(self) -> bool:
        """Whether it is known where every visit is."""
        return None not in self.places

    @property
    def counted(self) -> bool:
        """Whether it is known how often every visit is."""
        return None not in self.times

    @property
    def weights(self) -> list[float]:
        """How much each visit counts in a mean: as often as it is; all alike where none ever is."""
        times = [float(t or 0) for t in self.times]
        return times if any(times) else [1.0] * len(times)


def visits(planned: Sequence[FamilyTime], directory: PostcodeDirectory) -> Visits:
    """The visits of a child's plan, with their places."""
    return Visits(tuple(directory.find(v.postcode) for v in planned), tuple(v.times_a_month for v in planned))


def family_time_columns(child: Child, register: Ground) -> list[Column]:
    """The usual journey to family time and the hours a month on the road, at least, about and at most."""
    of = visits(child.family_time or (), register.directory)
    if not of.places or not of.placed:
        return [nowhere_known(fact) for fact in (*JOURNEY, *HOURS, pair.miles_to_family)]
    journeys_of = [_journeys(place, register) for place in of.places if place]
    return [*_usual(of, journeys_of, register), *_hours(of, journeys_of, register), _miles(of, register)]


def _journeys(place: Place, register: Ground) -> Journeys:
    places = register.places
    return journeys(kilometres_between(place.easting, place.northing, places.easting, places.northing))


def _levels(of: Sequence[Journeys]) -> tuple[list[Numbers], ...]:
    """Least, central and most of each journey, in minutes; the most is endless where the model cannot say."""
    most = [np.where(j.open_ended, np.inf, j.most) for j in of]
    return [j.least.astype(float) for j in of], [j.central.astype(float) for j in of], most


def _usual(of: Visits, found: Sequence[Journeys], register: Ground) -> list[Column]:
    """The mean journey, each visit as often as it is; where that is not recorded, from the nearest to the farthest."""
    if len(found) > 1 and not of.counted:
        least, _, most = _levels(found)
        bounds = ((JOURNEY[0], np.min(least, axis=0)), (JOURNEY[2], np.max(most, axis=0)))
        return [nowhere_known(JOURNEY[1]), *(_whole(fact, m, register.places.known) for fact, m in bounds)]
    weights = of.weights
    means = [_sum(level, weights) / sum(weights) for level in _levels(found)]
    return [_whole(fact, mean, register.places.known) for fact, mean in zip(JOURNEY, means, strict=True)]


def _miles(of: Visits, register: Ground) -> Column:
    """The mean straight line, each visit as often as it is, in miles to one decimal."""
    places = register.places
    far = [miles_between(p.easting, p.northing, places.easting, places.northing) for p in of.places if p]
    mean = _sum(far, of.weights) / sum(of.weights)
    return known_where(pair.miles_to_family, np.floor(mean * 10 + 0.5) / 10, places.known)


def _sum(level: Sequence[Numbers], weights: Sequence[float]) -> Numbers:
    """The weighted sum; a visit that never is adds nothing, however far."""
    total: Numbers = np.sum([m * weight for m, weight in zip(level, weights, strict=True) if weight], axis=0)
    return total


def _whole(fact: Fact[int], minutes: Numbers, known: Flags) -> Column:
    whole = np.minimum(np.floor(minutes + 0.5), OPEN)
    return known_where(fact, whole.astype(np.int32), known)


def _hours(of: Visits, found: Sequence[Journeys], register: Ground) -> list[Column]:
    """The hours a month, there and back; unknown where it is not recorded how often a visit is."""
    if not of.counted:
        return [nowhere_known(fact) for fact in HOURS]
    times = [float(t or 0.0) for t in of.times]
    if not any(times):
        return [known_where(fact, np.zeros(register.size), register.places.known) for fact in HOURS]
    hours = [_sum(level, times) * THERE_AND_BACK / MINUTES_AN_HOUR for level in _levels(found)]
    return [known_where(fact, h, register.places.known) for fact, h in zip(HOURS, hours, strict=True)]
