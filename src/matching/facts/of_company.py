"""Who else would live with the child: the unrelated, the carers' own of about the same age, risks still to weigh."""

import numpy as np

from matching.domain.child import Child
from matching.facts.catalogue import pair
from matching.facts.company import NO_DAY, Company, Masks, of_child
from matching.facts.fact import Count
from matching.facts.kleene import Column, counted
from matching.facts.links import Flags
from matching.facts.living import unrecorded
from matching.facts.of_household import ANY_NUMBER, others_than_arriving, siblings_of
from matching.facts.question import Question
from matching.facts.register import Register
from matching.facts.truth import NO, UNKNOWN, YES, Truths, negated

NEAR_IN_AGE = 3 * 365 + 1
"""Days; about three years."""


def company_columns(question: Question, child: Child, accepted: Truths, register: Register) -> list[Column]:
    """Three counts of those who live in each home, besides those who arrive; `accepted`: the home has weighed risks."""
    table = register.people
    others = others_than_arriving(question, register)
    children = np.where(others, table.child, NO).astype(np.int8)
    weighed = accepted[table.home]
    to_weigh = np.minimum(_risks_meet(child, table.company, table.child), negated(weighed))
    return [
        *_count(pair.unrelated_children, np.minimum(children, negated(siblings_of(child, table))), register),
        *_count(pair.own_near_in_age, np.minimum(children, _own_near_in_age(child, table.company)), register),
        *_count(pair.risks_to_weigh, np.where(others, to_weigh, NO).astype(np.int8), register, accepted),
    ]


def _count(fact: Count, found: Truths, register: Register, settled: Truths | None = None) -> list[Column]:
    """How many people of each home surely are such, and how many more may be; `settled` homes have none unlisted."""
    home, size = register.people.home, register.size
    unlisted = unrecorded(register) if settled is None else unrecorded(register) & (settled != YES)
    surely, perhaps = (np.bincount(home[found == answer], minlength=size) for answer in (YES, UNKNOWN))
    return counted(fact, surely, perhaps + unlisted * ANY_NUMBER)


def _own_near_in_age(child: Child, company: Company) -> Truths:
    """Which people are the carers' own children, born about when the child was."""
    apart = np.abs(company.born - child.born.toordinal())
    near = np.where(company.born == NO_DAY, UNKNOWN, np.where(apart <= NEAR_IN_AGE, YES, NO))
    return np.minimum(company.own, near).astype(np.int8)


def _risks_meet(child: Child, company: Company, is_child: Truths) -> Truths:
    """With whom a risk of one meets a vulnerability of the other; of adults, only where that is recorded."""
    one = of_child(child)
    found = np.maximum(
        _meets(one.risks, one.risks_told, company.vulnerable, company.vulnerable_told),
        _meets(company.risks, company.risks_told, one.vulnerable, one.vulnerable_told),
    )
    return np.where((is_child == NO) & (found == UNKNOWN), NO, found).astype(np.int8)


def _meets(risks: Masks, risks_told: Flags, vulnerable: Masks, vulnerable_told: Flags) -> Truths:
    """Whether risks meet vulnerabilities: no where either is known to be none, unknown where one is not recorded."""
    none = (risks_told & (risks == 0)) | (vulnerable_told & (vulnerable == 0))
    surely = (risks & vulnerable) != 0
    told = risks_told & vulnerable_told
    return np.where(surely, YES, np.where(none | told, NO, UNKNOWN)).astype(np.int8)
