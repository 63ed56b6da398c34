"""What is found of each child who is due, by herself: kept part by part, so that a run that was ended goes on."""

import numpy as np

from matching.domain.made import made
from matching.domain.noun import Noun
from matching.domain.ranking import Interval
from matching.domain.review import Because, IfSettled
from matching.reviewing.measures import Measures
from matching.rules.duties import Duty

GAINS, LOSES, REVIEWED = "gains", "loses", "CPPCR-14"
SAFETY = "away_for_safety"
OF_THE_CHILD = frozenset({GAINS, LOSES, REVIEWED})
"""What is missing of a child rather than of a home: the case is to be reviewed before anybody could leave a home."""


class Served(Noun):
    """How today's home serves each duty: 0 no, 1 not recorded, 2 yes; miles where it is measured, None if unknown."""

    owed: tuple[int, ...]
    served: tuple[int, ...]
    miles: tuple[float | None, ...]
    wishes: tuple[float, float]
    siblings: tuple[float, float]

    @classmethod
    def of(cls, measures: Measures) -> "Served":
        """What was measured of one home."""
        miles = tuple(None if np.isnan(m) else float(m) for m in measures.measure[:, 0])
        return made(
            Served,
            owed=tuple(measures.owed[:, 0].tolist()),
            served=tuple(measures.served[:, 0].tolist()),
            miles=miles,
            wishes=(float(measures.wishes[0][0]), float(measures.wishes[1][0])),
            siblings=(float(measures.siblings[0][0]), float(measures.siblings[1][0])),
        )

    def measures(self, duties: tuple[Duty, ...]) -> Measures:
        """The same as numbers again."""
        miles = [np.nan if m is None else m for m in self.miles]
        owed, served = (np.array(of, dtype=np.int8).reshape(-1, 1) for of in (self.owed, self.served))
        wishes, siblings = ((np.array([a]), np.array([b])) for a, b in (self.wishes, self.siblings))
        return Measures(duties, owed, served, np.array(miles).reshape(-1, 1), wishes, siblings)


class Funnel(Noun):
    """How many homes are left, test by test.

    `lawful`: no rule forbids them; `points`: of these more suitable by more than staying is given; `usable`: of these
    can go ahead or need an approval; `gains`: of these serve enough duties better; `all`: of these lose nothing.
    """

    homes: int
    lawful: int
    points: int = 0
    usable: int = 0
    gains: int = 0
    all: int = 0


class InTheArea(Noun):
    """The homes in the area for other people's children: how many there are, and which rules forbid how many.

    `free` have a bed, `lawful` are forbidden by no rule, `usable` can go ahead or need an approval.
    """

    homes: int
    free: int
    lawful: int
    usable: int
    against: tuple[tuple[str, int], ...]


class Looked(Noun):
    """One child: how today's home stands and serves her, why she is left alone, and which homes might be better.

    `gaps` say why nothing can be assessed. `better` are homes with a bed that would surely serve her better, in the
    panel's order, of which `inside` are in the area; `if_settled` some that may. `agreed` is a home that is agreed for
    her already.
    """

    child: str
    home: str | None
    gaps: tuple[Because, ...] = ()
    agreed: str | None = None
    today: str | None = None
    against: tuple[Because, ...] = ()
    not_as_asked: tuple[Because, ...] = ()
    unknown: tuple[Because, ...] = ()
    approvals: tuple[Because, ...] = ()
    surely: tuple[Because, ...] = ()
    perhaps: tuple[Because, ...] = ()
    suitability: Interval | None = None
    stability: Interval | None = None
    in_doubt: int = 0
    place: int = 0
    served: Served | None = None
    funnel: Funnel | None = None
    better: tuple[str, ...] = ()
    inside: tuple[str, ...] = ()
    if_settled: tuple[IfSettled, ...] = ()
    opened_since: tuple[str, ...] = ()
    in_the_area: InTheArea | None = None

    @property
    def unlawful(self) -> bool:
        """Whether a rule forbids the home in which she lives."""
        return bool(self.against)

    @property
    def to_ask(self) -> tuple[Because, ...]:
        """What is to be asked or done about the child, without which a home may not be told to be better for her."""
        settled = [s.missing for s in self.if_settled if {m.id for m in s.missing} <= OF_THE_CHILD]
        if self.surely or self.agreed or not (self.better or settled):
            return ()
        missing = (m for m in (settled[0] if settled and not self.better else ()) if m.id == REVIEWED)
        return (*self.perhaps, *missing)

    @property
    def may_be_suggested(self) -> bool:
        """Whether another home may be suggested: her home is unlawful, or nothing leaves her alone, or may.

        To one who is away for safety, or may be, none is: whoever holds the plan for that decides.
        """
        if self.agreed or any(because.id == SAFETY for because in (*self.surely, *self.perhaps)):
            return False
        return self.unlawful or not (self.gaps or self.surely or self.perhaps)
