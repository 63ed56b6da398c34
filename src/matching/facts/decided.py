"""Homes already agreed for other children: their beds are taken, and they join the household."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import polars as pl

from matching.domain.ages import years_on
from matching.domain.child import Child
from matching.domain.codes import Relation
from matching.domain.home import Home, Member
from matching.domain.panel import Decided
from matching.facts.catalogue import home
from matching.facts.everybody import as_member
from matching.facts.joining import Joins, with_people
from matching.facts.known_children import known_children
from matching.facts.lists import exempts
from matching.facts.packed import LaidOver
from matching.facts.question import Question
from matching.facts.register import Register
from matching.facts.truth import Truths


def with_decided(register: Register, question: Question) -> Register:
    """The register as it stands for a question, with every home that is agreed for another child at that time."""
    joins = tuple(_joining(register, question))
    return _joined(register, joins, question) if joins else register


def _joining(register: Register, question: Question) -> Iterator[Joins]:
    """Those who take a bed or join a household, once each, but for those who arrive and those who hold that bed."""
    known, seen = known_children(question.everyone).by_id, set[tuple[str, int]]()
    members = dict[str, Member]()
    for decided in sorted(question.decided, key=_by_content):
        row = register.row_of.get(decided.home or "")
        if row is None or decided.child in question.arriving or not overlaps(decided, question):
            continue
        rows, child = register.entries.get(row, (row,)), known.get(decided.child or "")
        once = (decided.child or "", rows[0])
        if _holds_the_bed(decided, child, row, rows, register) or (decided.child is not None and once in seen):
            continue
        seen.add(once)
        if child is not None and child.id not in members:
            members[child.id] = as_member(child, question.authority)
        member = members[child.id] if child else _outside(decided)
        there = _is_there(decided, child, rows, register)
        yield from (Joins(entry, member, takes_a_bed=entry == row, joins=not there) for entry in rows)


def _by_content(decided: Decided) -> tuple[str, ...]:
    return tuple(str(part) for part in (decided.home, decided.child, decided.start, decided.on, decided.until))


def _holds_the_bed(decided: Decided, child: Child | None, row: int, rows: tuple[int, ...], register: Register) -> bool:
    """Whether the bed that is agreed is the one that the child has; of another entry of the home it is a new one."""
    if child is not None and child.current_home in {register.homes[r].id for r in rows}:
        return child.current_home == register.homes[row].id
    return _is_there(decided, child, rows, register)


def _is_there(decided: Decided, child: Child | None, rows: tuple[int, ...], register: Register) -> bool:
    """Whether a child for whom a home is agreed lives there already, by the home's record or by her own."""
    homes = [register.homes[row] for row in rows]
    if child is not None and child.current_home in {h.id for h in homes}:
        return True
    return decided.child is not None and any(m.id == decided.child for h in homes for m in h.household or ())


def _outside(decided: Decided) -> Member:
    """A child whom the case does not hold, of whom only the agreement is known."""
    return Member(id=decided.child, relation=Relation.LOOKED_AFTER)


def overlaps(decided: Decided, question: Question) -> bool:
    """Whether what is agreed falls into the stay that is asked for; what is not known may."""
    start, last = decided.start or decided.on, question.last_day
    begins = start is None or last is None or start <= last
    return begins and (decided.until is None or decided.until >= question.referral.start)


def _joined(register: Register, joins: tuple[Joins, ...], question: Question) -> Register:
    """The register with these people in it from the start of the stay that is asked for."""
    joining: dict[int, list[Joins]] = {}
    for join in joins:
        joining.setdefault(join.row, []).append(join)
    changed = {row: _with(register.homes[row], those, question) for row, those in joining.items()}
    rooms = list(_rooms(register, changed))
    return replace(
        register,
        homes=LaidOver(register.homes, changed),
        people=with_people(register.people, [j for j in joins if _can_join(j, changed)], changed),
        lists=replace(register.lists, exemption=_exemption(register, changed)),
        frame=register.frame.with_columns(*rooms),
        lasting=register.lasting.but_for(column.name for column in rooms),
    )


def _can_join(join: Joins, changed: Mapping[int, Home]) -> bool:
    """Whether somebody joins a household that is known; of one that is not, nothing more is known by her coming."""
    return join.joins and changed[join.row].household is not None


def _with(of: Home, joins: list[Joins], question: Question) -> Home:
    """A home with these people, if it is known who lives there, and without the beds and bedrooms that they take."""
    joining = tuple(j.member for j in joins if j.joins)
    taken = [j.member for j in joins if j.takes_a_bed]
    start, own_room = question.referral.start, question.figures["own_bedroom_from_age"]
    rooms = sum(m.born is None or years_on(m.born, start) >= own_room for m in taken)
    vacancies = of.vacancies
    if vacancies is not None and vacancies.beds is not None:
        vacancies = vacancies.model_copy(update={"beds": max(0, vacancies.beds - len(taken))})
    return of.model_copy(
        update={
            "household": None if of.household is None else (*of.household, *joining),
            "vacancies": vacancies,
            "bedrooms_free": None if of.bedrooms_free is None else max(0, of.bedrooms_free - rooms),
        }
    )


def _exemption(register: Register, changed: Mapping[int, Home]) -> Truths:
    """Whether each home's exemption still covers everybody who is fostered there."""
    exemption, authorities = register.lists.exemption.copy(), register.frame[home.authority.name]
    for row, of in changed.items():
        exemption[row] = exempts(of, authorities[row])
    return exemption


def _rooms(register: Register, changed: Mapping[int, Home]) -> Iterator[pl.Series]:
    """The vacant beds and the free bedrooms, less those that are taken."""
    rows = list(changed)
    beds = [of.vacancies.beds if of.vacancies else None for of in changed.values()]
    yield register.frame[home.vacant_beds.name].clone().scatter(rows, beds)
    yield register.frame[home.bedrooms_free.name].clone().scatter(rows, [of.bedrooms_free for of in changed.values()])
