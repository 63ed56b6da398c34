"""Who else would live with the child: the unrelated, the carers' own of about the same age, risks still to weigh."""

from collections.abc import Callable

import numpy as np

from matching.domain.child import Child
from matching.facts.catalogue import pair
from matching.facts.company import NO_DAY, Company, Masks, of_child
from matching.facts.fact import Count
from matching.facts.kleene import Column, counted
from matching.facts.living import unrecorded
from matching.facts.of_household import ANY_NUMBER, others_than_arriving, siblings_of
from matching.facts.question import Question
from matching.facts.register import Register
from matching.facts.truth import NO, UNKNOWN, YES, Truths, negated

NEAR_IN_AGE = 3 * 365 + 1
"""Days; about three years."""


def company_columns(question: Question, child: Child, accepted: Truths, register: Register) -> list[Column]:
    """Four counts of those who live in each home, besides those who arrive; `accepted`: the home has weighed risks."""
    table, who = register.people, of_child(child)
    others = others_than_arriving(question, register)
    children = np.where(others, table.child, NO).astype(np.int8)
    unweighed = np.where(others, negated(accepted)[table.home], NO).astype(np.int8)

    def to_weigh(met: Truths) -> Truths:
        """Of adults only what is recorded: that nothing is says nothing of carers who were assessed."""
        of_children = np.where((table.child == NO) & (met == UNKNOWN), NO, met)
        return np.minimum(of_children, unweighed).astype(np.int8)

    return [
        *_count(pair.unrelated_children, np.minimum(children, negated(siblings_of(child, table))), register),
        *_count(pair.own_near_in_age, np.minimum(children, _own_near_in_age(child, table.company)), register),
        *_count(pair.risks_to_weigh, to_weigh(_either_way(who, table.company, _ever)), register, accepted),
        *_count(pair.risks_now, to_weigh(_either_way(who, table.company, _now)), register, accepted),
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


Risks = Callable[[Company], tuple[Masks, Masks]]


def _ever(of: Company) -> tuple[Masks, Masks]:
    """What risks, now or past, surely meet, and what they may."""
    return of.ever, of.perhaps_ever


def _now(of: Company) -> tuple[Masks, Masks]:
    """What the risks of today surely meet, and what they may."""
    return of.now, of.perhaps_now


def _either_way(one: Company, other: Company, risks: Risks) -> Truths:
    """With whom a risk of one meets a vulnerability of the other."""
    return np.maximum(_meets(one, other, risks), _meets(other, one, risks))


def _meets(source: Company, towards: Company, risks: Risks) -> Truths:
    """Whether risks meet vulnerabilities: no where either is known to be none, unknown where one is not recorded."""
    surely, perhaps = risks(source)
    may_meet = ~source.risks_told | ((perhaps & towards.vulnerable) != 0) | ((perhaps != 0) & ~towards.vulnerable_told)
    may_be_harmed = ~towards.vulnerable_told | (towards.vulnerable != 0)
    met = (surely & towards.vulnerable) != 0
    return np.where(met, YES, np.where(may_meet & may_be_harmed, UNKNOWN, NO)).astype(np.int8)
