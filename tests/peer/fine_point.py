"""What a fine point is, and the small cases in which one shows."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from matching.domain.case import Case
from matching.domain.codes import Outcome
from tests.builders import a_case, a_child, a_home, a_referral, ordinary

OURS = "E06000060"


@dataclass(frozen=True)
class FinePoint:
    """What the contract says of a rule in a case.

    `owed` is what the engine says instead, where it does: a debt, and its test fails once it is paid until it is
    taken out here.
    """

    says: str
    rule: str
    outcome: Outcome
    case: Callable[[], Case]
    owed: Outcome | None = None


def in_a_home(**changes: Any) -> Callable[[], Case]:
    """Amy in a foster home with these changes."""
    return lambda: a_case(homes=(a_home(**changes),))


def of_a_pair(child: dict[str, Any], home: dict[str, Any], **asked: Any) -> Callable[[], Case]:
    """Amy with these changes, in a home with those, where this is asked."""
    return lambda: a_case(children=(a_child(**child),), referrals=(a_referral(**asked),), homes=(a_home(**home),))


def of_sisters(**changes: Any) -> Callable[[], Case]:
    """Two sisters who arrive together in an empty home, of each of whom this is recorded."""
    said = {"must_not_live_with": [], "siblings": []} | changes
    both = (a_child(**said), a_child(**said | {"id": "bea"}))
    return lambda: a_case(children=both, referrals=(a_referral(children=["amy", "bea"]),), homes=(a_home(),))


def beside(bea: dict[str, Any], **home: Any) -> Callable[[], Case]:
    """Amy, who arrives, and another child of the case of whom this is recorded."""
    children = (a_child(), a_child(**{"id": "bea", "siblings": []} | bea))
    return lambda: a_case(children=children, homes=(a_home(**home),))


def papers(record: str, **changes: Any) -> dict[str, Any]:
    """A home's ordinary approval or registration, with changes; None takes a fact out."""
    said = ordinary("home")[record] | changes
    return {name: fact for name, fact in said.items() if fact is not None}


def exempt(**changes: Any) -> dict[str, Any]:
    """An approval with an exemption by the carers' authority that names all four who would be fostered."""
    given = {"by": OURS, "children": ["amy", "x1", "x2", "x3"]} | changes
    return papers("approval", exemption={name: fact for name, fact in given.items() if fact is not None})


def without(record: str, limit: str, within: str | None = None) -> dict[str, Any]:
    """An approval or a registration that sets no such limit."""
    if within is None:
        return papers(record, **{limit: None})
    terms = ordinary("home")[record][within]
    del terms[limit]
    return papers(record, **{within: terms})
