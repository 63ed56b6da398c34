"""The drafts that the made-up world is put together from, before any of it is written down as a record."""

from dataclasses import dataclass, field
from datetime import date

from matching.demo.ground import Point

AS_OF = date(2026, 11, 24)
"""The day on which every made-up case is judged; there is no clock here."""

BUCKINGHAMSHIRE = "E06000060"
ADJOINING = (
    "E06000042",
    "E06000062",
    "E06000056",
    "E10000015",
    "E09000017",
    "E06000039",
    "E06000040",
    "E06000041",
    "E10000025",
)


@dataclass(slots=True, eq=False)
class Young:
    """A child in draft; `cell` and `locality` say where she is to live, and are empty for one who is new."""

    number: int
    id: str
    born: date
    age: int
    status: str = ""
    sex: str = ""
    ethnicity: str = ""
    unaccompanied: bool = False
    new: bool = False
    cell: str = ""
    locality: str = ""
    span: str = ""
    often: str = "no"
    entered: date = AS_OF
    since: date = AS_OF
    moves: int = 0
    family: "Family | None" = None
    point: Point | None = None
    dwelling: "Dwelling | None" = None
    outside: str = ""
    referral: str = ""
    relatives: list["Dwelling"] = field(default_factory=list)

    @property
    def siblings(self) -> list["Young"]:
        """The brothers and sisters in the file."""
        return [] if self.family is None else [child for child in self.family.children if child is not self]


@dataclass(slots=True, eq=False)
class Family:
    """Brothers and sisters, and whether they are to live together."""

    number: int
    children: list[Young]
    together: bool
    assessment: str


@dataclass(slots=True, eq=False)
class Dwelling:
    """A home in draft: what it is, where, how many it takes, and who lives there."""

    id: str
    stock: str
    kind: str
    run_by: str
    point: Point
    beds: int
    children: list[Young] = field(default_factory=list)
    relatives: list[Young] = field(default_factory=list)
    others: int = 0
    free: int = 0
    emergency_bed_of: "Dwelling | None" = None
    block: str = ""

    @property
    def room(self) -> int:
        """How many more could live there."""
        return self.beds - len(self.children) - self.others
