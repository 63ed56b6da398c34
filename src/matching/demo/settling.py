"""Children in draft come to live in homes in draft, with area, distance, kind and provider as they were dealt."""

from random import Random

from matching.demo.dealing import shuffled
from matching.demo.ground import NEAR, Ground, Point
from matching.demo.people import Dwelling, Family, Young
from matching.demo.placing import OUT_OF_THE_FILE
from matching.demo.stock import stocks
from matching.geography.distance import miles_between

TRIES, LOOKED_AT = 40, 60
OPENED = 0.72
"""The share of a kind's homes in which children of the authority live; the rest hold others', or nobody."""


class Settling:
    """The homes of one authority while children are put into them; `quota` is how many of each kind are still left."""

    def __init__(self, rng: Random, ground: Ground, quota: dict[str, int], name: str) -> None:
        self.rng, self.ground, self.quota, self.name = rng, ground, dict(quota), name
        self.homes: list[Dwelling] = []
        self.open: dict[tuple[str, bool], list[Dwelling]] = {}
        self.planned = {kind: max(1, round(OPENED * count)) for kind, count in quota.items()}
        self.opened: dict[str, int] = {}

    def settle(self, made: list[Young], families: list[Family]) -> None:
        """Give everybody a place to live, brothers and sisters who are together in one."""
        units = shuffled(self.rng, units_of(made, families))
        size: dict[str, int] = {}
        for unit in units:
            size[unit[0].cell] = size.get(unit[0].cell, 0) + 1
        done: dict[str, int] = {}
        for unit in sorted(units, key=lambda unit: -len(unit)):
            cell = unit[0].cell
            done[cell] = done.get(cell, 0) + 1
            self._settle(unit, cell, done[cell] / size[cell])

    def add(self, stock: str, kind: str, run_by: str, point: Point, beds: int) -> Dwelling:
        """One more home."""
        home = Dwelling(f"{self.name}{len(self.homes)}", stock, kind, run_by, point, beds)
        self.homes.append(home)
        return home

    def family_point(self, child: Young) -> Point:
        """Where a child's own home is, the same for brothers and sisters."""
        known = next((s.point for s in child.siblings if s.point is not None), None)
        return child.point or known or self.ground.a_home(self.rng, inside=True, near=True)

    def _settle(self, unit: list[Young], cell: str, progress: float) -> None:
        if cell in OUT_OF_THE_FILE:
            return self._outside(unit)
        if cell in ("parents", "foster_connected"):
            return self._with_family(unit, cell)
        due = self.opened.get(cell, 0) < progress * self.planned.get(cell, 0)
        if (due and self._in_a_new(unit, cell)) or self._in_an_open(unit, cell) or self._in_a_new(unit, cell):
            return None
        return self._outside(unit)

    def _outside(self, unit: list[Young]) -> None:
        for child in unit:
            child.point = None if child.unaccompanied else self.family_point(child)
            child.outside = f"place-{child.id}"

    def _with_family(self, unit: list[Young], cell: str) -> None:
        if self.quota.get(cell, 0) < 1:
            return self._outside(unit)
        self.quota[cell] -= 1
        kind = "parent" if cell == "parents" else "connected_foster"
        point, home_point = self._pair(unit)
        if kind == "parent" and unit[0].locality == "in_near":
            point = home_point or point
        return self._join(self.add(cell, kind, "person", point, len(unit)), unit, home_point)

    def _in_a_new(self, unit: list[Young], cell: str) -> bool:
        beds = [beds for beds in stocks()[cell].beds if beds >= len(unit)] or [len(unit)]
        if self.quota.get(cell, 0) < 1:
            return False
        self.quota[cell] -= 1
        self.opened[cell] = self.opened.get(cell, 0) + 1
        point, home_point = self._pair(unit)
        home = self.add(cell, stocks()[cell].kind, stocks()[cell].run_by, point, self.rng.choice(beds))
        self.open.setdefault((cell, unit[0].locality.startswith("in")), []).append(home)
        self._join(home, unit, home_point)
        return True

    def _in_an_open(self, unit: list[Young], cell: str) -> bool:
        inside = unit[0].locality.startswith("in")
        with_room = [home for home in self.open.get((cell, inside), []) if home.room > 0]
        self.open[cell, inside] = with_room
        for home in self.rng.sample(with_room, min(LOOKED_AT, len(with_room))):
            if home.room >= len(unit) and (unit[0].unaccompanied or (point := self._near(unit, home.point))):
                self._join(home, unit, None if unit[0].unaccompanied else point)
                return True
        return False

    def _near(self, unit: list[Young], place: Point) -> Point | None:
        """Where the unit's own home may be, if it lives here."""
        for _ in range(TRIES):
            point = self.family_point(unit[0])
            if _agrees(unit[0].locality, _miles(place, point)):
                return point
            if unit[0].point or any(s.point for s in unit[0].siblings):
                return None
        return None

    def _pair(self, unit: list[Young]) -> tuple[Point, Point | None]:
        """A place to live and a home to come from, as far apart as was dealt; as near to it as tries will bring."""
        child, locality = unit[0], unit[0].locality
        inside, near = locality.startswith("in"), locality.endswith("near")
        place = self.ground.a_home(self.rng, inside=inside, near=near)
        if child.unaccompanied:
            return place, None
        point = self.family_point(child)
        for _ in range(TRIES * 5):
            if _agrees(locality, _miles(place, point)):
                break
            place, point = self.ground.a_home(self.rng, inside=inside, near=near), self.family_point(child)
        return place, point

    @staticmethod
    def _join(home: Dwelling, unit: list[Young], point: Point | None) -> None:
        for child in unit:
            child.point = None if child.unaccompanied else point
            child.dwelling = home
            home.children.append(child)


def units_of(made: list[Young], families: list[Family]) -> list[list[Young]]:
    """Children who come to live somewhere as one: brothers and sisters of one lot, everybody else alone."""
    grouped: list[list[Young]] = []
    for family in families:
        alike: dict[tuple[str, str], list[Young]] = {}
        for child in family.children:
            if family.together and child.cell:
                alike.setdefault((child.cell, child.locality), []).append(child)
        grouped += [group for group in alike.values() if len(group) > 1]
    taken = {child.number for group in grouped for child in group}
    return grouped + [[child] for child in made if child.cell and child.number not in taken]


def _agrees(locality: str, miles: float) -> bool:
    return miles <= NEAR if locality.endswith("near") else miles > NEAR


def _miles(one: Point, other: Point) -> float:
    return miles_between(one.easting, one.northing, other.easting, other.northing)
