"""What a reader must know about an answer that no single home shows."""

from collections.abc import Iterator
from datetime import date

from matching.domain.ages import years_on
from matching.domain.case import Case
from matching.domain.child import Child
from matching.domain.policy import Policy
from matching.explaining import words
from matching.facts.question import Question
from matching.facts.register import Register
from matching.rules.rulebook import changes_between

MADE_UP = words.MADE_UP
MOST_NAMED = 10
COMES_OF_AGE = 18
EXAM_AGES = range(14, 17)


def warnings_of(question: Question, register: Register, policy: Policy) -> tuple[str, ...]:
    """Every warning about this question, these homes and this policy."""
    return (
        *((MADE_UP,) if question.made_up else ()),
        *_of_the_rules(question),
        *_of_the_policy(policy, question.day),
        *_of_the_children(question, register),
        *_of_the_homes(register),
    )


def _of_the_rules(question: Question) -> Iterator[str]:
    days = (question.referral.start - question.day).days
    if question.referral.emergency and days > 1:
        yield f"An emergency that starts {days} days ahead: the law lifts rules only for what cannot wait."
    changing = sorted({r.id for r in changes_between(question.day, question.referral.start)})
    if changing:
        yield f"Judged by the law of {question.day}; before the start these rules change: {', '.join(changing)}."


def of_the_case(case: Case, policy: Policy) -> tuple[str, ...]:
    """Of these, the warnings that are the same for every question about a case."""
    return (*((MADE_UP,) if case.made_up else ()), *_of_the_policy(policy, case.as_of))


def _of_the_policy(policy: Policy, day: date) -> Iterator[str]:
    if policy.agreed_by is False:
        yield f"Nobody has agreed the policy {policy.name}: its weights and figures are proposals."
    if day < policy.from_day or (policy.until_day is not None and day > policy.until_day):
        yield f"The policy {policy.name} does not hold on {day}."
    if policy.cost_counts == "weighted":
        yield "By this policy cost is weighed into suitability."


def _of_school_age(child: Child, question: Question) -> bool:
    """Whether a child may be in the years of examinations at the start, and has not said that there is no school."""
    registered = child.school is None or child.school.registered is not False
    return registered and years_on(child.born, question.referral.start) in EXAM_AGES


def _of_the_children(question: Question, register: Register) -> Iterator[str]:
    for child in question.children:
        if years_on(child.born, question.referral.start) >= COMES_OF_AGE:
            yield f"By the date of birth recorded {child.id} is not a child at the start: this list is for children."
        if child.considering_adoption is None:
            yield (
                f"It is not recorded whether adoption is considered for {child.id}: ranked as if it were not, "
                "and if it is, connected people and then carers who may adopt come first."
            )
        if (child.school is None or child.school.year_group is None) and _of_school_age(child, question):
            yield (
                f"It is not recorded which school year {child.id} is in: in years 10 and 11 education would weigh "
                "more, and other homes may come first."
            )
        if child.age_disputed:
            yield f"The age of {child.id} is disputed: every rule about age rests on the date of birth recorded."
        for what, postcode in (
            ("home", child.home_postcode),
            ("school", child.school.postcode if child.school else None),
        ):
            if postcode and register.directory.find(postcode) is None:
                yield f"The {what} postcode of {child.id} is not in the directory: distances from it are unknown."


def _of_the_homes(register: Register) -> Iterator[str]:
    if register.unplaced:
        yield f"The postcodes of {_some(register.unplaced)} are not in the directory: where these homes are is unknown."
    if register.unconnected:
        named = _some(register.unconnected)
        yield f"It is not recorded to whom {named} are connected: they are not counted as parents, family or friends."


def _some(ids: tuple[str, ...]) -> str:
    """The first few of these ids, and how many more there are."""
    more = len(ids) - MOST_NAMED
    return ", ".join(ids[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
