"""Measuring the made-up children by the published tables, from their records alone."""

from collections import Counter
from collections.abc import Iterable, Mapping

from matching.demo.child_record import ethnic_group
from matching.demo.ground import NEAR
from matching.demo.people import AS_OF
from matching.demo.words import Record
from matching.demo.world import Batch
from matching.demo.young import AGES, YEAR
from matching.domain.ages import years_on
from matching.geography.distance import miles_between
from matching.geography.postcodes import Place, directory

KINDS: Mapping[str, str] = {
    "parent": "parents",
    "connected_foster": "foster",
    "foster": "foster",
    "foster_for_adoption": "foster",
    "childrens_home": "childrens_home",
    "supported_accommodation": "supported",
}
LONG_DAYS, SAME_CARER_DAYS = 2.5 * YEAR, 2 * YEAR


class Tally:
    """How many children fall into each row of each published table, counted as their records come by."""

    def __init__(self) -> None:
        self.counts: dict[str, Counter[str]] = {}
        self.with_siblings = self.split = 0

    def add(self, batch: Batch) -> None:
        """Count one authority's children."""
        homes = {home["id"]: home for home in batch.homes}
        places = _places([*batch.children, *batch.homes])
        for child in batch.children:
            for measure, share in _of_the_child(child).items():
                self._count(measure, share)
            if child["current_home"] is not False:
                self._count_where_she_lives(child, homes.get(child["current_home"]), places, batch.authority)
        self._count_siblings(batch.children)

    def percent(self, measure: str, share: str) -> float | None:
        """The share of one row, of those of whom it is recorded; None where nobody was counted."""
        counted = self.counts.get(measure, Counter())
        return 100 * counted[share] / counted.total() if counted.total() else None

    def split_percent(self) -> float | None:
        """Of children who live somewhere and have a brother or sister who does: how many live apart from one."""
        return 100 * self.split / self.with_siblings if self.with_siblings else None

    def _count(self, measure: str, share: str) -> None:
        self.counts.setdefault(measure, Counter())[share] += 1

    def _count_where_she_lives(
        self, child: Record, home: Record | None, places: Mapping[str, Place], authority: str
    ) -> None:
        self._count("placement", _placement(child, home))
        self._count("provider", _provider(child, home))
        if home is not None:
            at, own = places[home["postcode"]], places.get(child["home_postcode"])
            self._count("locality", f"{'in' if at.authority == authority else 'out'}_{_how_far(own, at)}")

    def _count_siblings(self, children: Iterable[Record]) -> None:
        lives = {child["id"]: child["current_home"] for child in children if child["current_home"] is not False}
        for child in children:
            others = [lives[s["child"]] for s in child["siblings"] if s["child"] in lives]
            if child["id"] in lives and others:
                self.with_siblings += 1
                self.split += any(other != lives[child["id"]] for other in others)


def _of_the_child(child: Record) -> dict[str, str]:
    age = years_on(child["born"], AS_OF)
    found = {"age": next(band for band, (low, high) in AGES.items() if low <= age <= high)}
    found |= {"sex": child["sex"], "legal_status": child["legal_status"], "ethnicity": ethnic_group(child["ethnicity"])}
    found["unaccompanied"] = "no" if child["home_postcode"] else "yes"
    if "moves_in_12_months" in child:
        found["moves"] = "yes" if child["moves_in_12_months"] >= 2 else "no"
    if age < 16 and (AS_OF - child["became_looked_after"]).days >= LONG_DAYS and "current_since" in child:
        found["same_carer"] = "yes" if (AS_OF - child["current_since"]).days >= SAME_CARER_DAYS else "no"
    return found


def _placement(child: Record, home: Record | None) -> str:
    if home is None:
        return "adoption" if child["legal_status"] == "E1" else "elsewhere"
    return KINDS.get(home["kind"], "other_residential")


def _provider(child: Record, home: Record | None) -> str:
    """The council's own are its homes and carers, family and friends who foster, and the adopters it found."""
    if home is None:
        return "own" if child["legal_status"] == "E1" else "unreported"
    if home["kind"] == "parent":
        return "parents"
    if home["run_by"] in ("own", "person"):
        return "own"
    return _sold_by(home)


def _sold_by(home: Record) -> str:
    if home["run_by"] == "agency":
        return "voluntary" if str(home["approval"]["approved_by"]).startswith("charity-") else "private"
    return "other_public" if home["run_by"] == "other_authority" else str(home["run_by"])


def _how_far(own: Place | None, at: Place) -> str:
    if own is None:
        return "unknown"
    return "near" if miles_between(own.easting, own.northing, at.easting, at.northing) <= NEAR else "far"


def _places(records: list[Record]) -> dict[str, Place]:
    written = sorted({r.get("home_postcode") or r.get("postcode") or "" for r in records} - {""})
    found = directory().find_all(written)
    columns = zip(written, found.easting.tolist(), found.northing.tolist(), found.authority, strict=True)
    return {postcode: Place(postcode, e, n, code) for postcode, e, n, code in columns if code is not None}
