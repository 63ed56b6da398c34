"""The brothers and sisters whom a child should live with, and where they are."""

import numpy as np

from matching.domain.child import Child
from matching.domain.codes import Assessment
from matching.facts.catalogue import pair
from matching.facts.kleene import Column, answered, known_where
from matching.facts.known_children import known_children
from matching.facts.links import Flags
from matching.facts.living import in_any_entry, listed_in, lives_in
from matching.facts.question import Question
from matching.facts.register import Register
from matching.facts.truth import NO, UNKNOWN, YES, Truths, truths


def has_siblings_to_be_with(child: Child, question: Question) -> bool | None:
    """Whether the child has brothers or sisters to live with, arriving too or not."""
    if siblings_to_be_with(child, question):
        return True
    return None if _may_have_others(child) else False


def siblings_number(child: Child, question: Question) -> int | None:
    """How many brothers and sisters the child should live with; unknown where one may not be named."""
    return None if _may_have_others(child) else len(siblings_to_be_with(child, question))


def sibling_columns(question: Question, child: Child, register: Register) -> list[Column]:
    """Whether every sibling who should live with the child arrives too, or lives there; how many would, and not."""
    found = truths(register.size, UNKNOWN if _may_have_others(child) else YES)
    named = siblings_to_be_with(child, question)
    there, not_there = np.full((2, register.size), 0, dtype=np.int32)
    there += len(named & question.arriving)
    for sibling in named - question.arriving:
        lives = _lives_in(sibling, question, register)
        found = np.minimum(found, lives)
        there += lives == YES
        not_there += lives == NO
    known = not _may_have_others(child)
    return [
        answered(pair.siblings_together, found),
        known_where(pair.siblings_with, there, known),
        known_where(pair.siblings_without, not_there, known),
    ]


def lives_surely(sibling: str, question: Question, register: Register) -> Flags:
    """In which homes a sibling who does not arrive surely lives, in whichever of their entries."""
    flags: Flags = _lives_in(sibling, question, register) == YES
    return flags


def _may_have_others(child: Child) -> bool:
    """Whether the child may have a sibling to live with whom the record does not name."""
    unnamed = (s for s in child.siblings or () if s.child is None)
    return child.siblings is None or any(s.assessment is not Assessment.APART for s in unnamed)


def siblings_to_be_with(child: Child, question: Question) -> frozenset[str]:
    """The siblings, by either record, whom no assessment says should live apart from the child."""
    mine = {s.child: s.assessment for s in child.siblings or () if s.child}
    naming = known_children(question.everyone).naming.get(child.id, ())
    theirs = {c.id: s.assessment for c in naming for s in c.siblings or () if s.child == child.id}
    apart = {i for said in (mine, theirs) for i, assessment in said.items() if assessment is Assessment.APART}
    return frozenset({*mine, *theirs} - apart)


def _lives_in(sibling: str, question: Question, register: Register) -> Truths:
    """Homes in which a sibling would live: where she does by the home's record or, for a child of the case, her own."""
    if sibling in question.elsewhere:
        return truths(register.size, NO)
    known = known_children(question.everyone).by_id.get(sibling)
    if known is None:
        return listed_in(sibling, register)
    return in_any_entry(lives_in(sibling, known.current_home, register), register)
