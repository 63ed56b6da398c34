"""What a reader must know about an answer that no single home shows."""

from collections.abc import Iterator
from datetime import date

from matching.domain.ages import years_on
from matching.domain.policy import Policy
from matching.facts.question import Question
from matching.facts.register import Register
from matching.rules.rulebook import TITLES_NOT_BUILT, Rulebook, changes_between

MOST_NAMED = 10
COMES_OF_AGE = 18


def warnings_of(question: Question, register: Register, rulebook: Rulebook, policy: Policy) -> tuple[str, ...]:
    """Every warning about this question, these homes, these rules and this policy."""
    return (
        *_of_the_rules(question, rulebook),
        *_of_the_policy(policy, question.day),
        *_of_the_children(question, register),
        *_of_the_homes(register),
    )


def _of_the_rules(question: Question, rulebook: Rulebook) -> Iterator[str]:
    if question.left_aside:
        tables = " and ".join(question.left_aside)
        yield f"What the case says under {tables} is not taken into account: beds and approvals there do not count yet."
    waiting = {r.id: f"{r.id} {r.title.lower()}" for r in rulebook.rules if r.waiting}
    if waiting:
        named = "; ".join(waiting[i] for i in sorted(waiting))
        yield f"This version knows to whom these rules apply, but not whether they are met: {named}."
    if TITLES_NOT_BUILT:
        named = "; ".join(f"{i} {title}" for i, title in TITLES_NOT_BUILT.items())
        yield f"This version does not judge these rules, which may speak against a home that can go ahead: {named}."
    changing = sorted({r.id for r in changes_between(question.day, question.referral.start)})
    if changing:
        yield f"Judged by the law of {question.day}; before the start these rules change: {', '.join(changing)}."


def _of_the_policy(policy: Policy, day: date) -> Iterator[str]:
    if policy.agreed_by is False:
        yield f"Nobody has agreed the policy {policy.name}: its weights and figures are proposals."
    if day < policy.from_day or (policy.until_day is not None and day > policy.until_day):
        yield f"The policy {policy.name} does not hold on {day}."
    if policy.cost_counts == "weighted":
        yield "By this policy cost is weighed into suitability."


def _of_the_children(question: Question, register: Register) -> Iterator[str]:
    for child in question.children:
        if years_on(child.born, question.referral.start) >= COMES_OF_AGE:
            yield f"By the date of birth recorded {child.id} is not a child at the start: this list is for children."
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
