"""Fine points of approvals, and of residential need: they show once all that was found of a referral is together."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from matching.domain.case import Case
from matching.domain.codes import Outcome
from tests.builders import a_case, a_child, a_home, a_referral
from tests.peer.fine_point import FinePoint

PROHIBITED, CANNOT_TELL, NEEDS_APPROVAL, MET = Outcome
TODAY, START, A_DAY = date(2026, 11, 24), date(2026, 12, 1), timedelta(days=1)
BOTH = (a_child(siblings=[{"child": "bea"}]), a_child(id="bea", siblings=[{"child": "amy"}]))
GIVEN = {"rule": "POL-BEDROOM", "home": "oak", "by": "fostering_service", "on": TODAY}


def _given(*approvals: dict[str, Any], again: bool = False) -> Callable[[], Case]:
    """Amy, for whom there is no bedroom, and these approvals; asked for once, or once more for another stay."""
    referrals = (a_referral(), *([a_referral(id="r2")] if again else []))
    given = tuple(GIVEN | one for one in approvals)
    return lambda: a_case(referrals=referrals, homes=(a_home(bedrooms_free=0),), approvals=given)


def _for_two(*approvals: dict[str, Any]) -> Callable[[], Case]:
    """Two sisters with one bedroom between them, and these approvals."""
    asked, given = a_referral(children=["amy", "bea"]), tuple(GIVEN | one for one in approvals)
    return lambda: a_case(children=BOTH, referrals=(asked,), homes=(a_home(bedrooms_free=1),), approvals=given)


def _care(*family: dict[str, Any], **asked: Any) -> Callable[[], Case]:
    """A residential school, and these foster homes beside it."""
    homes = [a_home(id="elms", kind="residential_school"), *(a_home(id=f"f{k}", **f) for k, f in enumerate(family))]
    return lambda: a_case(referrals=(a_referral(**asked),), homes=tuple(homes))


SETTLED_POINTS: tuple[tuple[FinePoint, str], ...] = (
    (FinePoint("an approval meets it", "POL-BEDROOM", MET, _given({"child": "amy", "referral": "r1"})), "oak"),
    (FinePoint("an only child goes without saying", "POL-BEDROOM", MET, _given({})), "oak"),
    (FinePoint("a refusal outweighs it", "POL-BEDROOM", PROHIBITED, _given({}, {"refused": True})), "oak"),
    (
        FinePoint("one that ends before the start", "POL-BEDROOM", NEEDS_APPROVAL, _given({"until": START - A_DAY})),
        "oak",
    ),
    (FinePoint("one that ends with it", "POL-BEDROOM", MET, _given({"until": START})), "oak"),
    (FinePoint("one of two referrals must be said", "POL-BEDROOM", NEEDS_APPROVAL, _given({}, again=True)), "oak"),
    (FinePoint("leave for one of two is not leave", "POL-BEDROOM", NEEDS_APPROVAL, _for_two({"child": "amy"})), "oak"),
    (FinePoint("leave for both is", "POL-BEDROOM", MET, _for_two({"child": "amy"}, {"child": "bea"})), "oak"),
    (
        FinePoint(
            "a refusal for one is for both",
            "POL-BEDROOM",
            PROHIBITED,
            _for_two({"child": "amy"}, {"child": "bea", "refused": True}),
        ),
        "oak",
    ),
    (FinePoint("a lawful foster home", "POL-RESIDENTIAL-NEED", NEEDS_APPROVAL, _care({})), "elms"),
    (FinePoint("one that needs approval", "POL-RESIDENTIAL-NEED", NEEDS_APPROVAL, _care({"bedrooms_free": 0})), "elms"),
    (FinePoint("one that is full", "POL-RESIDENTIAL-NEED", MET, _care({"vacancies": {"beds": 0}})), "elms"),
    (
        FinePoint(
            "one of which nobody can tell",
            "POL-RESIDENTIAL-NEED",
            CANNOT_TELL,
            _care({"pets": None}, required=["no_pets"]),
        ),
        "elms",
    ),
    (
        FinePoint("a need that is recorded", "POL-RESIDENTIAL-NEED", MET, _care({}, required=["residential_care"])),
        "elms",
    ),
    (FinePoint("no foster home at all", "POL-RESIDENTIAL-NEED", MET, _care()), "elms"),
)
"""Each with the home of which it is said."""
