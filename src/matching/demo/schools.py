"""Made-up schools at real postcodes: each child goes to one of her age, near her family or near where she lives."""

from dataclasses import dataclass
from datetime import date
from random import Random

from matching.demo.ground import Ground, Point
from matching.demo.people import Young
from matching.demo.words import Record
from matching.domain.ages import years_on
from matching.geography.distance import miles_between

TERM_BEGAN = date(2026, 8, 31)
PHASES = {"primary": 44, "secondary": 20, "special": 7}
CLOSE_BY, CAN_DRIVE = 20.0, 5.0


@dataclass(frozen=True, slots=True)
class Placed:
    """A school: its made-up reference number and where it is."""

    urn: str
    point: Point


class Schools:
    """The schools of one authority's children; those further away are founded where a child needs one."""

    def __init__(self, rng: Random, ground: Ground, first_urn: int) -> None:
        self.ground, self.next_urn = ground, first_urn
        self.by_phase = {
            phase: [self._found(ground.a_home(rng, inside=True, near=True)) for _ in range(number)]
            for phase, number in PHASES.items()
        }
        self.far: dict[tuple[str, str], Placed] = {}

    def attended(self, rng: Random, child: Young) -> Record:
        """The school in a child's record; below three there is none, and at 16 or 17 there may be none."""
        year = years_on(child.born, TERM_BEGAN) - 4
        if year < -1 or rng.random() < _not_at_school(year):
            return {"registered": False}
        phase = "special" if rng.random() < 0.07 else ("primary" if year < 7 else "secondary")
        school = self._near(rng, child, phase)
        return {
            "urn": school.urn,
            "postcode": school.point.postcode,
            "year_group": year,
            "registered": rng.random() < 0.97,
        }

    def within_reach(self, point: Point) -> list[str]:
        """The schools to which carers at this place could drive a child."""
        everywhere = [school for schools in self.by_phase.values() for school in schools]
        return [school.urn for school in everywhere if _miles(school.point, point) <= CAN_DRIVE][:6]

    def _near(self, rng: Random, child: Young, phase: str) -> Placed:
        place = child.dwelling.point if child.dwelling else child.point
        if place is None or (child.point and rng.random() < 0.45):
            place = child.point or self.ground.inside.at(0)
        near = sorted(self.by_phase[phase], key=lambda school: _miles(school.point, place))
        if _miles(near[0].point, place) > CLOSE_BY and child.dwelling:
            return self._far(child.dwelling.id, phase, child.dwelling.point)
        return near[0] if rng.random() < 0.6 or len(near) < 3 else near[rng.randrange(1, 3)]

    def _far(self, home: str, phase: str, place: Point) -> Placed:
        if (home, phase) not in self.far:
            miles = self.ground.beyond.miles_from(place)
            self.far[home, phase] = self._found(self.ground.beyond.at(int(miles.argmin())))
        return self.far[home, phase]

    def _found(self, point: Point) -> Placed:
        self.next_urn += 1
        return Placed(str(self.next_urn), point)


def _not_at_school(year: int) -> float:
    return {-1: 0.4, 12: 0.2, 13: 0.3}.get(year, 0.02)


def _miles(one: Point, other: Point) -> float:
    return miles_between(one.easting, one.northing, other.easting, other.northing)
