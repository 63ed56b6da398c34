"""Asks what is due if a home is chosen, or for a child wherever she lives, as an answer says it."""

from datetime import date
from typing import Any

from matching.domain.child import Child
from matching.domain.home import Home
from matching.domain.ranking import DeadlineDue, Ranking
from matching.domain.referral import Referral
from matching.engine import Engine
from tests.builders import a_case, a_child, a_home, a_referral
from tests.rules.judging import TODAY
from tests.rules.people import approval

Days = list[tuple[date | None, date | None]]
"""For each thing that is due: by when, and by when at the latest."""

HERE: dict[str, Any] = {"current_home": "oak"}
"""Amy lives in the home already."""

AWAY, ADJOINING = "RG1 1AA", "MK9 3XL"
"""Reading, which does not adjoin the area, and Milton Keynes, which does."""

ASSESSED = dict.fromkeys(("assessed_on", "adults_checked_on", "full_assessment_started_on"), date(2026, 11, 10))
TEMPORARY: dict[str, Any] = {
    "status": "temporary",
    "temporary_from": date(2026, 11, 10),
    "temporary_until": date(2027, 3, 2),
}


def agency(**changes: Any) -> Home:
    """An agency's carers, with an offer for the referral."""
    offer = {"referral": "r1", "valid_until": date(2027, 1, 31)}
    return a_home(**({"run_by": "agency", "approval": approval(approved_by="acorn"), "offer": offer} | changes))


def aunt(**changes: Any) -> Home:
    """Amy's aunt, whose approval is ordinary, save for what is said of it."""
    return a_home(kind="connected_foster", connected_to=["amy"], run_by="person", approval=approval(**changes))


def answered(
    home: Home | None = None,
    child: Child | None = None,
    referral: Referral | None = None,
    *,
    day: date = TODAY,
    **tables: Any,
) -> Ranking:
    """The whole answer for Amy and one home; what is not given is ordinary."""
    case = a_case(
        as_of=day,
        homes=(home or a_home(),),
        **({"children": (child or a_child(),), "referrals": (referral or a_referral(),)} | tables),
    )
    return Engine.of(case).rank(case.referrals[0].id)


def due(deadline: str, *given: Any, **more: Any) -> list[DeadlineDue]:
    """What is due by a deadline if the home, which is lawful, is chosen."""
    (only,) = (option for tier in answered(*given, **more).tiers for option in tier.options)
    return [d for d in only.deadlines if d.id == deadline]


def days(deadline: str, *given: Any, **more: Any) -> Days:
    """The days of a deadline if the home is chosen."""
    return [(d.by, d.latest) for d in due(deadline, *given, **more)]


def from_(start: date, **changes: Any) -> Referral:
    """A stay of a year from a day on."""
    return a_referral(**({"start": start, "expected_end": date(start.year + 1, start.month, 28)} | changes))
