"""Facts of a home with everybody who would live there once the arriving children are in: a row a home."""

from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np

from matching.domain.child import Child, CourtOrder
from matching.domain.codes import Assessment
from matching.facts.catalogue import home, household
from matching.facts.kleene import Column, Numbers, counted, yes_unless
from matching.facts.links import Flags, Rows, all_of
from matching.facts.people import NO, UNKNOWN, YES, People, siblings_state
from matching.facts.question import Question
from matching.facts.register import Register

ANY_NUMBER = 10_000


def household_columns(question: Question, register: Register) -> list[Column]:
    """Every fact `household.*` for this question, in the order of the register."""
    size, arriving = register.size, question.arriving
    there = living_there(question, register)
    unknown = register.frame.get_column(home.household.name).is_null().to_numpy()
    unlisted = register.frame.get_column(home.connected_to.name).is_null().to_numpy()
    needed = len(question.children) - there.sum(axis=0)
    return [
        Column(household.beds_needed.name, needed.astype(np.int32)),
        yes_unless(household.all_connected, all_of(register.lists.connected_to, arriving, size), unlisted),
        *_counted(question, register, unknown),
        _siblings(question, register, unknown),
        yes_unless(
            household.exemption_names_all,
            all_of(register.lists.exempt, arriving, size),
            all_of(register.lists.maybe_exempt, arriving, size),
        ),
        *_to_consent(question, register, unknown),
        _kept_apart(question, register, unknown),
    ]


def living_there(question: Question, register: Register) -> Flags:
    """For each arriving child a row, and for each home whether the child lives there already."""
    flags = np.zeros((len(question.children), register.size), dtype=np.bool_)
    for line, child in zip(flags, question.children, strict=True):
        line[register.people.home[register.people.by_id.rows([child.id])]] = True
        if child.current_home and child.current_home in register.row_of:
            line[register.row_of[child.current_home]] = True
    return flags


def _others(question: Question, register: Register) -> Flags:
    """Which people of the register are not among those who arrive."""
    others = np.ones(len(register.people.members), dtype=np.bool_)
    others[register.people.by_id.rows(question.arriving)] = False
    return others


def _per_home(register: Register, people: Flags) -> Numbers:
    """How many of the marked people live in each home."""
    return np.bincount(register.people.home[people], minlength=register.size)


def _counted(question: Question, register: Register, unknown: Flags) -> list[Column]:
    others, arriving = _others(question, register), len(question.children)
    columns = []
    for fact, states in (
        (household.fostered, register.people.fostered),
        (household.residents, register.people.resident),
    ):
        sure = _per_home(register, others & (states == YES)) + arriving
        unsure = _per_home(register, others & (states == UNKNOWN)) + unknown * ANY_NUMBER
        columns += counted(fact, sure, unsure)
    return columns


def _siblings(question: Question, register: Register, unknown: Flags) -> Column:
    """Whether all who would be fostered are siblings of each other."""
    table, others = register.people, _others(question, register)
    fostered = others & (table.fostered == YES)
    no, unsure = _between_those_there(question, register)
    unsure |= unknown | (_per_home(register, others & (table.fostered == UNKNOWN)) > 0)
    for child in question.children:
        strangers = fostered & ~_siblings_of(child, table)
        told = table.siblings_recorded | (child.siblings is not None)
        no |= _per_home(register, strangers & told) > 0
        unsure |= _per_home(register, strangers & ~told) > 0
    arriving = _arriving_are_siblings(question.children)
    no, unsure = no | (arriving is False), unsure | (arriving is None)
    return yes_unless(household.fostered_are_siblings, ~no & ~unsure, ~no)


def _siblings_of(child: Child, table: People) -> Flags:
    """Which people are the child's siblings by either record."""
    are = np.zeros(len(table.members), dtype=np.bool_)
    are[table.by_id.rows(s.child for s in child.siblings or () if s.child)] = True
    are[table.says_sibling.rows([child.id])] = True
    return are


def _between_those_there(question: Question, register: Register) -> tuple[Flags, Flags]:
    """Homes in which two who are fostered already are not siblings, and homes where that is not known."""
    states = register.people.siblings_now.copy()
    for row in set(register.people.home[register.people.by_id.rows(question.arriving)].tolist()):
        states[row] = siblings_state(register.homes[row], besides=question.arriving)
    return states == NO, states == UNKNOWN


def _arriving_are_siblings(children: Sequence[Child]) -> bool | None:
    said = [_said_siblings(one, other) for one, other in combinations(children, 2)]
    return False if False in said else (None if None in said else True)


def _said_siblings(one: Child, other: Child) -> bool | None:
    records = [(one.siblings, other.id), (other.siblings, one.id)]
    said = [None if siblings is None else any(s.child == i for s in siblings) for siblings, i in records]
    return True if True in said else (False if False in said else None)


def _to_consent(question: Question, register: Register, unknown: Flags) -> list[Column]:
    """How many other authorities have placed a child there and have not consented to every arriving child."""
    own = {question.authority_of(c) for c in question.children}
    waiting = np.zeros(register.size, dtype=np.int64)
    for authority, rows in register.people.placed_by.items():
        if authority not in own:
            placed = np.zeros(register.size, dtype=np.bool_)
            placed[rows] = True
            waiting += placed & ~_consented(question, register, authority)
    nobody = register.people.placed_by_nobody & _others(question, register)
    return counted(household.authorities_to_consent, waiting, _per_home(register, nobody) + unknown * ANY_NUMBER)


def _consented(question: Question, register: Register, authority: str) -> Flags:
    flags = np.ones(register.size, dtype=np.bool_)
    for child in question.children:
        given = np.zeros(register.size, dtype=np.bool_)
        given[register.lists.consents.get((authority, child.id), [])] = True
        flags &= given
    return flags


def _kept_apart(question: Question, register: Register, unknown: Flags) -> Column:
    """Whether somebody would live there from whom a record keeps an arriving child apart, whoever recorded it."""
    apart = {child.id: kept_apart_from(child, question) for child in question.children}
    among = any(ids & question.arriving for ids in apart.values())
    ids = frozenset().union(*apart.values())
    others = _others(question, register)
    named = np.zeros(len(others), dtype=np.bool_)
    named[register.people.by_id.rows(ids)] = True
    somebody = _per_home(register, others) > 0
    hit = (_per_home(register, others & named) > 0) | among | _current_homes(question, register, ids)
    silent = any(not _records_who_is_apart(child) for child in question.children)
    unsure = unknown | (somebody & silent) | (_unnamed(register) & bool(ids))
    return yes_unless(household.someone_to_keep_apart, hit, unsure)


def kept_apart_from(child: Child, question: Question) -> frozenset[str]:
    """Everybody with whom a child must not live, whoever recorded it: by name, by assessment or by a court."""
    said_by_others = {c.id for c in question.everyone if child.id in _recorded_apart(c, question)}
    return frozenset(_recorded_apart(child, question) | said_by_others) - {child.id}


def _recorded_apart(child: Child, question: Question) -> set[str]:
    siblings = {s.child for s in child.siblings or () if s.assessment is Assessment.APART and s.child}
    orders = {o.against for o in child.court_orders or () if o.against and _runs(o, question)}
    return set(child.must_not_live_with or ()) | siblings | orders


def _runs(order: CourtOrder, question: Question) -> bool:
    return order.until is None or order.until >= question.referral.start


def _records_who_is_apart(child: Child) -> bool:
    return None not in (child.must_not_live_with, child.siblings, child.court_orders)


def _current_homes(question: Question, register: Register, ids: Iterable[str]) -> Flags:
    """Homes where one of these children of the case lives now, listed there or not."""
    wanted = set(ids) - question.arriving
    rows = [register.row_of.get(c.current_home or "", -1) for c in question.everyone if c.id in wanted]
    flags = np.zeros(register.size, dtype=np.bool_)
    flags[[row for row in rows if row >= 0]] = True
    return flags


def _unnamed(register: Register) -> Flags:
    flags = np.zeros(register.size, dtype=np.bool_)
    rows: Rows = register.people.unnamed
    flags[rows] = True
    return flags
