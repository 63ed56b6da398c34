"""Homes as they would be once some of the children there live elsewhere: each a home of its own, beside the others.

Whether a child may live in a home, and how well, turns on who else lives there. So a bed that another child leaves is
no further bed of the same home, but a bed of the home without that child: judged as any home is, by the same rules.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from matching.domain.ages import years_on
from matching.domain.case import Case
from matching.domain.child import Child
from matching.domain.home import Home, Member, Vacancies
from matching.facts.register import Register

MOST_LEAVING = 2
"""So many children leave one home at most, or all brothers and sisters of a family, before its beds are offered."""

MOST_PAIRED = 6
"""Of a home that more might leave, as a school, only one by one, and families: the pairs of sixty are 1,770."""

SEPARATOR = "~"
"""Between the id of a home and who has left it; no case file may hold it in an id."""

Leaving = frozenset[str]


@dataclass(frozen=True, eq=False)
class Freed:
    """A case with further homes. `base` is for each row the row of the home as it is today, `left` who has left it.

    The first rows are those of the register of today.
    """

    case: Case
    register: Register
    base: tuple[int, ...]
    left: tuple[Leaving, ...]

    @property
    def today(self) -> int:
        """How many homes there are today."""
        return len(self.base) - sum(bool(left) for left in self.left)

    def home_of(self, row: int) -> Home:
        """The home of a row, as it is today."""
        return self.register.homes[self.base[row]]


def freed(case: Case, register: Register, families: Sequence[Sequence[Child]], own_room_from: int) -> Freed:
    """The homes of a case, and each of them as it would be without some of these children; families by themselves."""
    homes = list(_without(case, register, families, own_room_from))
    base = (*range(register.size), *(row for row, _, _ in homes))
    left = (*(frozenset[str]() for _ in range(register.size)), *(leaving for _, leaving, _ in homes))
    if not homes:
        return Freed(case, register, tuple(base), tuple(left))
    copies: dict[str, list[str]] = {}
    for row, _, home in homes:
        copies.setdefault(register.homes[row].id, []).append(home.id)
    together = Register.of([*register.homes, *(home for _, _, home in homes)], register.directory)
    return Freed(_as_said_of(case, copies), together, base, left)


def _without(
    case: Case, register: Register, families: Sequence[Sequence[Child]], own_room_from: int
) -> Iterator[tuple[int, Leaving, Home]]:
    """Each entry of each home without each set of children who might leave it."""
    for rows, sets in leavers(register, families).items():
        for leaving in sets:
            gone = [child for family in families for child in family if child.id in leaving]
            name = SEPARATOR.join(sorted(leaving))
            for row in rows:
                yield row, leaving, _left_by(register.homes[row], gone, name, case, own_room_from)


def leavers(register: Register, families: Sequence[Sequence[Child]]) -> dict[tuple[int, ...], list[Leaving]]:
    """For each home, by the rows of its entries, the sets of these children who might leave it together."""
    there: dict[tuple[int, ...], list[list[str]]] = {}
    for family in families:
        by_home: dict[tuple[int, ...], list[str]] = {}
        for child in family:
            if (row := register.row_of.get(child.current_home or "")) is not None:
                by_home.setdefault(register.entries.get(row, (row,)), []).append(child.id)
        for rows, ids in by_home.items():
            there.setdefault(rows, []).append(ids)
    return {rows: list(dict.fromkeys(_sets(of))) for rows, of in there.items()}


def _sets(families: Sequence[Sequence[str]]) -> Iterator[Leaving]:
    """Few of all who might leave, and each family whole."""
    everyone = sorted(child for family in families for child in family)
    most = MOST_LEAVING if len(everyone) <= MOST_PAIRED else 1
    for size in range(1, most + 1):
        yield from (frozenset(some) for some in combinations(everyone, size))
    yield from (frozenset(family) for family in families)


def _left_by(home: Home, gone: Sequence[Child], name: str, case: Case, own_room_from: int) -> Home:
    """A home, or an entry of it, without these children: their beds are free from the day of the review on."""
    beds = [child for child in gone if child.current_home == home.id]
    ids = {child.id for child in gone}
    household = None if home.household is None else tuple(m for m in home.household if m.id not in ids)
    return home.model_copy(
        update={
            "id": f"{home.id}{SEPARATOR}{name}",
            "same_home_as": home.same_home_as and f"{home.same_home_as}{SEPARATOR}{name}",
            "household": household,
            "vacancies": _with_beds(home.vacancies, len(beds), case),
            "bedrooms_free": _with_rooms(home, beds, household, case, own_room_from),
        }
    )


def _with_beds(vacancies: Vacancies | None, beds: int, case: Case) -> Vacancies | None:
    """The vacancies with so many beds more; where it is not recorded how many there are, it stays so."""
    if vacancies is None or vacancies.beds is None or not beds:
        return vacancies
    if not vacancies.beds:
        ends = vacancies.until if vacancies.until and vacancies.until >= case.as_of else None
        return Vacancies.model_validate({"beds": beds, "from": case.as_of, "until": ends})
    return vacancies.model_copy(update={"beds": vacancies.beds + beds})


def _with_rooms(
    home: Home, gone: Sequence[Child], household: Sequence[Member] | None, case: Case, own_room_from: int
) -> int | None:
    """The free bedrooms with those of who left: one for each who is old enough for her own, and left nobody in it."""
    if home.bedrooms_free is None or household is None:
        return home.bedrooms_free
    staying = {member.id for member in household}
    rooms = sum(
        years_on(child.born, case.as_of) >= own_room_from and staying.isdisjoint(s.child for s in child.siblings or ())
        for child in gone
    )
    return home.bedrooms_free + rooms


def _as_said_of(case: Case, copies: Mapping[str, Sequence[str]]) -> Case:
    """The case, where what is said of a home is said of it without those who left, too."""
    approvals = [a.model_copy(update={"home": copy}) for a in case.approvals for copy in copies.get(a.home or "", ())]
    decided = [d.model_copy(update={"home": copy}) for d in case.decided for copy in copies.get(d.home or "", ())]
    return case.model_copy(
        update={
            "children": tuple(_with_family(child, copies) for child in case.children),
            "approvals": (*case.approvals, *approvals),
            "decided": (*case.decided, *decided),
        }
    )


def _with_family(child: Child, copies: Mapping[str, Sequence[str]]) -> Child:
    """A child of whom what came of asking her family about a home is said of its copies, too."""
    said = [e.model_copy(update={"home": c}) for e in child.family_explored or () for c in copies.get(e.home or "", ())]
    return child.model_copy(update={"family_explored": (*(child.family_explored or ()), *said)}) if said else child
