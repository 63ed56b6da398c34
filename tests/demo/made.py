"""Made-up authorities for tests, as they were written: read back from the files, never asked of the generator."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from matching import load
from matching.demo.world import Asking
from matching.demo.writing import write
from matching.domain.ages import years_on
from matching.domain.case import Case
from matching.domain.child import Child
from matching.domain.home import Home
from matching.geography.distance import miles_between
from matching.geography.postcodes import directory

SIZES = ((1, 1), (5, 12), (60, 40))
ETHNIC = {"W": "white", "M": "mixed", "C": "asian", "O": "other", "N": "unknown", "R": "unknown"}


@dataclass(frozen=True)
class Made:
    """A made-up authority in its folder, and the case that its file holds."""

    folder: Path
    case: Case

    @cached_property
    def homes(self) -> dict[str, Home]:
        """The homes by id."""
        return {home.id: home for home in self.case.homes}

    @cached_property
    def children(self) -> dict[str, Child]:
        """The children by id."""
        return {child.id: child for child in self.case.children}

    @cached_property
    def placed(self) -> list[Child]:
        """Those who live somewhere already."""
        return [child for child in self.case.children if child.current_home is not False]

    def home_of(self, child: Child) -> Home | None:
        """The home of the file in which a child lives."""
        return self.homes.get(str(child.current_home))


def make(folder: Path, children: int, homes: int, seed: int = 1, *, england: bool = False) -> Made:
    """Write one and read it back."""
    write(Asking(children, homes, seed, england), folder)
    return Made(folder, load(folder / "case.json").case)


def shares(made: Made) -> dict[str, Counter[str]]:
    """How many children fall into each row of each published table, counted from the case alone."""
    found = {
        "age": Counter(age_band(child, made.case.as_of) for child in made.case.children),
        "sex": Counter(str(child.sex) for child in made.case.children),
        "ethnicity": Counter(ethnic_group(str(child.ethnicity)) for child in made.case.children),
        "legal_status": Counter(str(child.legal_status) for child in made.case.children),
        "unaccompanied": Counter("no" if child.home_postcode else "yes" for child in made.case.children),
        "placement": Counter(placement(child, made.home_of(child)) for child in made.placed),
        "provider": Counter(provider(child, made.home_of(child)) for child in made.placed),
        "locality": Counter(locality(child, home) for child in made.placed if (home := made.home_of(child))),
    }
    moves = [child.moves_in_12_months for child in made.case.children if child.moves_in_12_months is not None]
    found["moves"] = Counter("yes" if number >= 2 else "no" for number in moves)
    found["same_carer"] = Counter(same_carer(child, made.case.as_of) for child in made.placed)
    del found["same_carer"][""]
    return found


def age_band(child: Child, day: date) -> str:
    """The published band of a child's age."""
    age = years_on(child.born, day)
    bands = ((1, "under_1"), (5, "1_to_4"), (10, "5_to_9"), (16, "10_to_15"), (99, "16_and_over"))
    return next(band for below, band in bands if age < below)


def ethnic_group(code: str) -> str:
    """The published group of a code of the statutory return."""
    if code in {"AIND", "APKN", "ABAN", "AOTH"}:
        return "asian"
    return "black" if code in {"BCRB", "BAFR", "BOTH"} else ETHNIC[code[0]]


def placement(child: Child, home: Home | None) -> str:
    """The published kind of the place where a child lives."""
    if home is None:
        return "adoption" if child.legal_status == "E1" else "elsewhere"
    if "foster" in home.kind:
        return "foster"
    kinds = {"parent": "parents", "childrens_home": "childrens_home", "supported_accommodation": "supported"}
    return kinds.get(home.kind, "other_residential")


def provider(child: Child, home: Home | None) -> str:
    """The published provider of the place where a child lives."""
    if home is None:
        return "own" if child.legal_status == "E1" else "unreported"
    if home.kind == "parent":
        return "parents"
    if home.run_by == "agency":
        assert home.approval is not None
        return "voluntary" if str(home.approval.approved_by).startswith("charity") else "private"
    return {"own": "own", "person": "own", "other_authority": "other_public"}.get(home.run_by, str(home.run_by))


def locality(child: Child, home: Home) -> str:
    """In the area or out of it, and how far from the child's own home, by the directory of postcodes."""
    at, own = directory().find(home.postcode), directory().find(child.home_postcode or None)
    assert at is not None
    where = "in" if at.authority == child.responsible_authority else "out"
    if own is None:
        return f"{where}_unknown"
    miles = miles_between(own.easting, own.northing, at.easting, at.northing)
    return f"{where}_{'near' if miles <= 20 else 'far'}"


def same_carer(child: Child, day: date) -> str:
    """Whether a child under 16 who came two and a half years ago or more has lived with one carer for two."""
    came, since = child.became_looked_after, child.current_since
    if not came or not since or years_on(child.born, day) >= 16 or (day - came).days < 2.5 * 365.25:
        return ""
    return "yes" if (day - since).days >= 2 * 365.25 else "no"
