"""Homes already agreed for other children: their beds are taken, and they join the household."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

import polars as pl

from matching.domain.child import Child
from matching.domain.codes import Relation
from matching.domain.home import Home, Member
from matching.domain.panel import Decided
from matching.domain.referral import end_of_stay
from matching.facts.catalogue import home
from matching.facts.everybody import as_member
from matching.facts.joining import Joins, with_people
from matching.facts.lists import exempts
from matching.facts.question import Question
from matching.facts.register import Register
from matching.facts.truth import Truths


def with_decided(register: Register, question: Question) -> Register:
    """The register as it stands for a question, with every home that is agreed for another child at that time."""
    joins = tuple(_joining(register, question))
    return _joined(register, joins) if joins else register


def _joining(register: Register, question: Question) -> Iterator[Joins]:
    """Those who join a household, once each, but for those who arrive and those who are there already."""
    known, seen = {child.id: child for child in question.everyone}, set[tuple[str, int]]()
    for decided in question.decided:
        row = register.row_of.get(decided.home or "")
        if row is None or decided.child in question.arriving or not _overlaps(decided, question):
            continue
        rows, child = register.entries.get(row, (row,)), known.get(decided.child or "")
        once = (decided.child or "", rows[0])
        if not _is_there(decided, child, rows, register) and (decided.child is None or once not in seen):
            seen.add(once)
            member = as_member(child, question.authority) if child else _outside(decided)
            yield from (Joins(entry, member, takes_a_bed=entry == row) for entry in rows)


def _is_there(decided: Decided, child: Child | None, rows: tuple[int, ...], register: Register) -> bool:
    """Whether a child for whom a home is agreed lives there already, by the home's record or by her own."""
    homes = [register.homes[row] for row in rows]
    if child is not None and child.current_home in {h.id for h in homes}:
        return True
    return decided.child is not None and any(m.id == decided.child for h in homes for m in h.household or ())


def _outside(decided: Decided) -> Member:
    """A child whom the case does not hold, of whom only the agreement is known."""
    return Member(id=decided.child, relation=Relation.LOOKED_AFTER)


def _overlaps(decided: Decided, question: Question) -> bool:
    """Whether what is agreed falls into the stay that is asked for; what is not known may."""
    start, last = decided.start or decided.on, _last_day(question)
    begins = start is None or last is None or start <= last
    return begins and (decided.until is None or decided.until >= question.referral.start)


def _last_day(question: Question) -> date | None:
    ends = [end_of_stay(question.referral, child.born) for child in question.children]
    return None if None in ends else max(end for end in ends if end is not None)


def _joined(register: Register, joins: tuple[Joins, ...]) -> Register:
    """The register with these people in it."""
    joining: dict[int, list[Joins]] = {}
    for join in joins:
        joining.setdefault(join.row, []).append(join)
    changed = {row: _with(register.homes[row], those) for row, those in joining.items()}
    homes = list(register.homes)
    for row, of in changed.items():
        homes[row] = of
    return replace(
        register,
        homes=tuple(homes),
        people=with_people(register.people, [j for j in joins if changed[j.row].household is not None], changed),
        lists=replace(register.lists, exemption=_exemption(register, changed)),
        frame=register.frame.with_columns(_beds(register, changed)),
    )


def _with(of: Home, joins: list[Joins]) -> Home:
    """A home with these people, if it is known who lives there, and without the beds that they take."""
    household = None if of.household is None else (*of.household, *(j.member for j in joins))
    vacancies = of.vacancies
    if vacancies is not None and vacancies.beds is not None:
        taken = sum(j.takes_a_bed for j in joins)
        vacancies = vacancies.model_copy(update={"beds": max(0, vacancies.beds - taken)})
    return of.model_copy(update={"household": household, "vacancies": vacancies})


def _exemption(register: Register, changed: Mapping[int, Home]) -> Truths:
    """Whether each home's exemption still covers everybody who is fostered there."""
    exemption, authorities = register.lists.exemption.copy(), register.frame[home.authority.name]
    for row, of in changed.items():
        exemption[row] = exempts(of, authorities[row])
    return exemption


def _beds(register: Register, changed: Mapping[int, Home]) -> pl.Series:
    """The vacant beds, less those that are taken."""
    beds = register.frame[home.vacant_beds.name].clone()
    return beds.scatter(list(changed), [of.vacancies.beds if of.vacancies else None for of in changed.values()])
