"""Facts of a home with everybody who would live there once the arriving children are in: a row a home."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, permutations

import numpy as np

from matching.domain.ages import years_on
from matching.domain.child import Child
from matching.facts.apartness import Apartness, apartness
from matching.facts.catalogue import household
from matching.facts.days import happened
from matching.facts.fact import Count
from matching.facts.kleene import Column, Numbers, answered, counted
from matching.facts.known_children import KnownChildren, known_children
from matching.facts.links import Flags, Rows
from matching.facts.living import connected, unrecorded
from matching.facts.of_requirements import requirements_met
from matching.facts.people import People, siblings_state
from matching.facts.question import Question
from matching.facts.records import NO_CONSENTS, same
from matching.facts.register import Register
from matching.facts.truth import NO, UNKNOWN, YES, Truths, all_of, either_record, every, negated, some, truths

ANY_NUMBER = 10_000
OWN_ROOM = "own_bedroom_from_age"
NOBODY = -2


def household_columns(question: Question, register: Register, there: Truths) -> list[Column]:
    """Every fact `household.*` for this question, in the order of the register."""
    others = others_than_arriving(question, register)
    return [
        *counted(household.beds_needed, (there == NO).sum(axis=0), (there == UNKNOWN).sum(axis=0)),
        *_bedrooms(question, there),
        answered(household.all_connected, np.min([connected(c, register) for c in question.children], axis=0)),
        *_counted(question, register, others),
        answered(household.fostered_are_siblings, _are_siblings(question, register, others)),
        answered(household.exemption_names_all, _exempted(question, register)),
        *_to_consent(question, register, others),
        answered(household.someone_to_keep_apart, _kept_apart(question, register, others)),
    ]


def others_than_arriving(question: Question, register: Register) -> Flags:
    """Which people of the register are not among those who arrive."""
    others = np.ones(register.people.size, dtype=np.bool_)
    others[register.people.by_id.rows(question.arriving)] = False
    return others


def _bedrooms(question: Question, there: Truths) -> list[Column]:
    """How many of those who arrive are old enough for a bedroom of their own, and have none there yet."""
    asks = np.array(
        [years_on(c.born, question.referral.start) >= question.figures[OWN_ROOM] for c in question.children]
    )
    surely, perhaps = (there == NO)[asks], (there == UNKNOWN)[asks]
    return counted(household.bedrooms_needed, surely.sum(axis=0), perhaps.sum(axis=0))


def _per_home(register: Register, people: Flags) -> Numbers:
    """How many of the marked people live in each home."""
    return np.bincount(register.people.home[people], minlength=register.size)


def _counted(question: Question, register: Register, others: Flags) -> list[Column]:
    """Who would be fostered, a resident, another child. Somebody without a name is not taken for one who arrives."""
    table, arriving = register.people, len(question.children)
    children = _living_there(register, others, table.child)
    return [
        *_with_arrivals(household.fostered, _living_there(register, others, table.fostered), arriving),
        *_with_arrivals(household.residents, _living_there(register, others, table.resident), arriving),
        *counted(household.other_children, *children),
        answered(household.requirements_met, requirements_met(question, register, *children)),
    ]


def _living_there(register: Register, others: Flags, states: Truths) -> tuple[Numbers, Numbers]:
    """How many such people surely live in each home, and how many more may."""
    unlisted = unrecorded(register) * ANY_NUMBER
    perhaps = _per_home(register, others & (states == UNKNOWN)) + unlisted
    return _per_home(register, others & (states == YES)), perhaps


def _with_arrivals(fact: Count, there: tuple[Numbers, Numbers], arriving: int) -> list[Column]:
    return counted(fact, there[0] + arriving, there[1])


def _are_siblings(question: Question, register: Register, others: Flags) -> Truths:
    """Whether all who would be fostered are siblings of each other."""
    table = register.people
    found = np.minimum(_between_those_there(question, register), _arriving_are_siblings(question.children))
    strangers = negated(table.fostered[others])
    for child in question.children:
        are = np.maximum(strangers, siblings_of(child, table)[others])
        found = np.minimum(found, every(are, table.home[others], register.size))
    return np.where(unrecorded(register), np.minimum(found, UNKNOWN), found).astype(np.int8)


def siblings_of(child: Child, table: People) -> Truths:
    """Which people are the child's siblings, by either record."""
    theirs = np.where(table.siblings_recorded, NO, UNKNOWN).astype(np.int8)
    theirs[table.says_sibling.rows([child.id])] = YES
    mine = truths(table.size, UNKNOWN if _unnamed_sibling(child) else NO)
    if child.siblings:
        mine[table.unnamed] = UNKNOWN
    mine[table.by_id.rows(s.child for s in child.siblings or () if s.child)] = YES
    return either_record(mine, theirs)


def _unnamed_sibling(child: Child) -> bool:
    """Whether the child may have a sibling whom the record does not name."""
    return child.siblings is None or any(s.child is None for s in child.siblings)


def _between_those_there(question: Question, register: Register) -> Truths:
    """Whether those who are fostered already, but for who arrives, are siblings of each other."""
    table = register.people
    states = table.siblings_now.copy()
    for row in set(table.home[table.by_id.rows(question.arriving)].tolist()):
        states[row] = siblings_state(register.homes[row], besides=question.arriving)
    return states


def _arriving_are_siblings(children: Sequence[Child]) -> int:
    return all_of(_said_siblings(one, other) for one, other in combinations(children, 2))


def _said_siblings(one: Child, other: Child) -> int:
    said = (_names(one, other.id), _names(other, one.id))
    return YES if YES in said else min(said)


def _names(child: Child, other: str) -> int:
    if any(s.child == other for s in child.siblings or ()):
        return YES
    return UNKNOWN if _unnamed_sibling(child) else NO


def _exempted(question: Question, register: Register) -> Truths:
    """Whether the authority in which the carers live exempts all who would be fostered, by name."""
    lists = register.lists
    named = [
        np.where(lists.exempted.flags([c.id], register.size), YES, np.where(lists.exempts_unnamed, UNKNOWN, NO))
        for c in question.children
    ]
    found: Truths = np.min([lists.exemption, *named], axis=0)
    return found


def _to_consent(question: Question, register: Register, others: Flags) -> list[Column]:
    """How many other authorities have placed a child there and have not consented to every arriving child."""
    table = register.people.placings
    there = others[table.person]
    placed = some(table.placed[there], table.of[there], len(table.home))
    waits = np.minimum(placed, negated(_consented(question, register)))
    surely = np.bincount(table.home[waits == YES], minlength=register.size)
    perhaps = np.bincount(table.home[waits == UNKNOWN], minlength=register.size)
    return counted(household.authorities_to_consent, surely, perhaps + unrecorded(register) * ANY_NUMBER)


def _consented(question: Question, register: Register) -> Truths:
    """For each authority in each home, whether it has consented to every arriving child that is not its own."""
    table = register.people.placings
    names = {number: name for name, number in table.number_of.items()}
    found = truths(len(table.home), YES)
    for child in question.children:
        given = np.where(table.authority < 0, UNKNOWN, NO).astype(np.int8)
        given[table.authority == table.number_of.get(question.authority_of(child), NOBODY)] = YES
        consents = register.lists.consents.get(child.id, NO_CONSENTS)
        said = zip(consents.home.tolist(), consents.by, happened(consents.on, question.day).tolist(), strict=True)
        for row, by, on in said:
            for at in table.in_home.get(row, ()):
                given[at] = max(given[at], min(same(by, names.get(int(table.authority[at]))), on))
        found = np.minimum(found, given)
    return found


def _kept_apart(question: Question, register: Register, others: Flags) -> Truths:
    """Whether somebody would live there from whom a record keeps an arriving child apart, whoever recorded it."""
    table = register.people
    found = np.where(unrecorded(register), UNKNOWN, NO).astype(np.int8)
    arriving = {child.id: apartness(child, question) for child in question.children}
    for apart in arriving.values():
        found = np.maximum(found, some(_from_people(apart, table)[others], table.home[others], register.size))
        _from_children(apart, question, register, found)
    among = [arriving[one].of(other) for one, other in permutations(arriving, 2)]
    return np.maximum(found, np.int8(max(among, default=NO)))


def _from_people(apart: Apartness, table: People) -> Truths:
    """Whether each person of the register is one from whom the child must be apart."""
    found = truths(table.size, UNKNOWN if apart.anybody else NO)
    if table.unnamed.any():
        found[table.unnamed] = apart.of(None)
    found[_silent_people(apart.silent, table).besides(apart.but_for)] = UNKNOWN
    found[table.by_id.rows(apart.named)] = UNKNOWN
    found[table.by_id.rows(apart.surely)] = YES
    return found


def _from_children(apart: Apartness, question: Question, register: Register, found: Truths) -> None:
    """Add the other children of the case where they live by their own records, listed there or not."""
    known, arriving = known_children(question.everyone), question.arriving
    rows = _silent_children(apart.silent, known, register).besides(apart.but_for | arriving)
    found[rows] = np.maximum(found[rows], UNKNOWN)
    for row, other in _living_by_their_own(apart, known, register):
        if other not in arriving:
            found[row] = max(found[row], apart.of(other))


def _living_by_their_own(apart: Apartness, known: KnownChildren, register: Register) -> Iterator[tuple[int, str]]:
    """Homes, and children who live there by their own records: those who are named, or all if it may be anybody."""
    if apart.anybody:
        yield from ((row, i) for home, row in register.row_of.items() for i in known.living.get(home, ()))
        return
    for other in apart.surely | apart.named:
        row = register.row_of.get(known.home_of.get(other, ""), -1)
        if row >= 0:
            yield row, other


@dataclass(frozen=True, slots=True)
class _Silent:
    """Children whose own records may keep them from anybody, each with a row: looked up once for all questions."""

    rows: Rows
    at: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, found: Iterable[tuple[int, str]]) -> "_Silent":
        """From (row, child) pairs."""
        rows, at = list[int](), dict[str, list[int]]()
        for row, child in found:
            at.setdefault(child, []).append(len(rows))
            rows.append(row)
        return cls(np.array(rows, dtype=np.int64), at)

    def besides(self, others: frozenset[str]) -> Rows:
        """The rows of all but some."""
        left_out = [k for child in others for k in self.at.get(child, ())]
        return np.delete(self.rows, left_out) if left_out else self.rows


@lru_cache(maxsize=4)
def _silent_children(silent: frozenset[str], known: KnownChildren, register: Register) -> _Silent:
    """Where those children live by their own records."""
    if len(silent) < register.size:
        living = ((register.row_of.get(known.home_of.get(i, ""), -1), i) for i in silent)
        return _Silent.of((row, i) for row, i in living if row >= 0)
    homes = register.row_of.items()
    return _Silent.of((row, i) for home, row in homes for i in known.living.get(home, ()) if i in silent)


@lru_cache(maxsize=4)
def _silent_people(silent: frozenset[str], table: People) -> _Silent:
    """Which people of the homes those children are."""
    people = table.by_id.by_id
    few, many = (silent, people) if len(silent) < len(people) else (people, silent)
    return _Silent.of((row, i) for i in few if i in many for row in people[i].tolist())
