"""What would be different of a referral whatever home is chosen: what is to be recorded first, and what is due."""

from collections.abc import Callable, Iterator

from matching.domain.comparison import Difference
from matching.domain.made import made
from matching.explaining.before_deciding import before_deciding
from matching.explaining.deadlines import of_children
from matching.explaining.found import Found
from matching.explaining.not_counted import not_counted
from matching.explaining.own_home import forbidden_own_homes
from matching.explaining.people_decide import people_decide
from matching.explaining.support_to_plan import support_to_plan
from matching.explaining.warnings import warnings_of

Sentences = Callable[[Found], Iterator[str]]


def _people_decide(found: Found) -> Iterator[str]:
    yield from people_decide(found.layout)


def _before_deciding(found: Found) -> Iterator[str]:
    for gate in before_deciding(found.layout.question, found.layout.register):
        yield f"{gate.child}: {gate.because} [{gate.id}]"


def _deadlines(found: Found) -> Iterator[str]:
    for due in of_children(found.layout.question):
        overdue = " (overdue)" if due.overdue else ""
        yield f"{due.child}: {due.what}, by {due.by or 'as soon as can be'}{overdue} [{due.id}]"


def _support(found: Found) -> Iterator[str]:
    for child in found.layout.question.children:
        plan = support_to_plan(child, found.layout.question)
        up_to = f" (up to {plan.at_most})" if plan.at_most != plan.level else ""
        yield f"{plan.child}: {plan.level}{up_to}"


def _warnings(found: Found) -> Iterator[str]:
    yield from forbidden_own_homes(found)
    yield from warnings_of(found.layout.question, found.layout.register, found.scale.policy)
    yield from not_counted(found)


ABOUT: dict[str, Sentences] = {
    "people_decide": _people_decide,
    "before_deciding": _before_deciding,
    "deadlines": _deadlines,
    "support_to_plan": _support,
    "warnings": _warnings,
}


def about_referral(referral: str, was: Found, now: Found) -> Iterator[Difference]:
    """A row for each list of sentences in which one is gone, or new: these alone, before and after."""
    for what, sentences in ABOUT.items():
        before, after = tuple(sentences(was)), tuple(sentences(now))
        if before != after:
            gone, new = (tuple(said for said in a if said not in b) for a, b in ((before, after), (after, before)))
            if gone or new:
                yield made(Difference, referral=referral, what=what, from_=gone, to=new)
