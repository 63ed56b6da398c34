"""What homes are to children whom no record of theirs names: the same for all such children who are as many.

Most homes of a country know nothing of a child. What they are to her is worked out once, for as many children of whom
nothing is recorded anywhere; the few that do know her are asked about her by name.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from matching.domain.child import Child
from matching.facts.catalogue import household, pair
from matching.facts.fact import AT_LEAST, AT_MOST
from matching.facts.kleene import Column, answered
from matching.facts.known_children import known_children
from matching.facts.links import Flags, Rows
from matching.facts.living import connected, living_there
from matching.facts.of_household import household_columns
from matching.facts.of_pair import terms_columns
from matching.facts.of_siblings import siblings_to_be_with
from matching.facts.question import Question
from matching.facts.register import Register

NOBODY = "\0nobody"
"""No id that a case may hold, followed by a number."""

OF_HOUSEHOLD = frozenset(
    {household.all_connected.name}
    | {
        count.name + bound
        for count in (household.beds_needed, household.fostered, household.residents, household.other_children)
        for bound in ("", AT_LEAST, AT_MOST)
    }
)


def strangers(question: Question, *, settled: bool) -> Question:
    """The same question for as many children whom no record names; unless `settled`, nobody knows where they live."""
    home = False if settled else None
    nothing = {"current_home": home, "siblings": (), "must_not_live_with": (), "court_orders": ()}
    children = tuple(c.model_copy(update={"id": f"{NOBODY}{k}", **nothing}) for k, c in enumerate(question.children))
    referral = question.referral.model_copy(update={"id": NOBODY, "required": ()})
    return replace(question, referral=referral, children=children, everyone=children, decided=(), approvals=())


def stranger_columns(question: Question, register: Register) -> list[Column]:
    """What every home is to strangers: who would be there with them, and that it lists none of them."""
    there, first = living_there(question, register), question.children[0]
    return [
        *(c for c in household_columns(question, register, there) if c.name in OF_HOUSEHOLD),
        answered(pair.lives_there, there[0]),
        answered(pair.connected, connected(first, register)),
        *(c for c in terms_columns(question.referral, first, register) if c.name == pair.named_in_terms.name),
    ]


def knowing(question: Question, register: Register) -> Rows:
    """The homes that are no strangers to those who arrive: which name them, or where they or their siblings live.

    So are all homes that are agreed for somebody already, as they are not what the register says; and of a home with
    several entries all are.
    """
    rows = set[int]()
    for found in _knowing(question, register):
        rows.update(found.tolist())
    rows |= {row for d in question.decided if (row := register.row_of.get(d.home or "")) is not None}
    rows |= {entry for row in rows for entry in register.entries.get(row, ())}
    return np.array(sorted(rows), dtype=np.int64)


def _knowing(question: Question, register: Register) -> Iterator[Rows]:
    arriving, family = question.arriving, _family(question)
    people, home_of = register.people, known_children(question.everyone).home_of
    yield people.home[people.by_id.rows(family)]
    yield people.home[people.says_sibling.rows(arriving)]
    yield register.lists.connected_to.rows(arriving)
    yield register.lists.named_in_terms.rows(arriving)
    homes = [home_of.get(i, "") for i in family]
    yield np.array([register.row_of[h] for h in homes if h in register.row_of], dtype=np.int64)


def _family(question: Question) -> frozenset[str]:
    """Those who arrive, and all whom either record calls their brothers and sisters."""
    named = {i for c in question.children for i in (*_named(c), *siblings_to_be_with(c, question))}
    return question.arriving | named


def _named(child: Child) -> list[str]:
    return [s.child for s in child.siblings or () if s.child]


def unrelated_at_least(register: Register) -> Rows:
    """For each home the least that the most unrelated children there can be, for a child with no sibling there."""
    table = register.people
    return np.bincount(table.home[table.child != 0], minlength=register.size)


def open_flags(rows: Rows, size: int) -> Flags:
    """A flag a home, set in some rows."""
    flags = np.zeros(size, dtype=np.bool_)
    flags[rows] = True
    return flags
