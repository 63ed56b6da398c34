"""Fine points of family, of carers not approved in full, and of what must be done before a child comes."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from matching.domain.case import Case
from matching.domain.codes import Outcome
from tests.peer.fine_point import FinePoint, in_a_home, of_a_pair, papers

PROHIBITED, CANNOT_TELL, NEEDS_APPROVAL, MET = Outcome
TODAY, START, END, A_DAY = date(2026, 11, 24), date(2026, 12, 1), date(2027, 6, 1), timedelta(days=1)
SIXTEEN_WEEKS, TWENTY_FOUR_WEEKS = timedelta(days=112), timedelta(days=168)
STEPS = {"assessed_on": TODAY, "adults_checked_on": TODAY, "full_assessment_started_on": TODAY}
SEEN = {"panel_view_on": TODAY, "iro_informed_on": TODAY}


def _family(*explored: dict[str, Any], **home: Any) -> Callable[[], Case]:
    """Amy with this family asked, in the home of a parent of hers or the one that is said."""
    return of_a_pair({"family_explored": list(explored)}, {"kind": "parent", "connected_to": ["amy"]} | home)


def _aunt(**approval: Any) -> Callable[[], Case]:
    """An aunt whose approval is temporary, or as is said, and whose review is not pending."""
    said = {"status": "temporary", "temporary_until": False, "review_pending": False, "reg24": STEPS} | SEEN | approval
    return in_a_home(kind="connected_foster", connected_to=["amy"], approval=papers("approval", **said))


def _adopters(**approval: Any) -> Callable[[], Case]:
    said = {"status": "temporary", "temporary_until": False, "adopter_approved_on": TODAY} | approval
    return in_a_home(kind="foster_for_adoption", approval=papers("approval", **said))


def _consented(kind: str = "foster", **s20: Any) -> Callable[[], Case]:
    return of_a_pair({"legal_status": "V2", "s20": s20}, {"kind": kind})


FINE_POINTS_OF_CARERS: tuple[FinePoint, ...] = (
    FinePoint("a parent ruled out", "CA89-22C-2", PROHIBITED, _family({"home": "oak", "outcome": "declined"})),
    FinePoint(
        "ruled out outweighs proposed and not recorded",
        "CA89-22C-2",
        PROHIBITED,
        _family({"home": "oak", "outcome": "proposed"}, {"home": "oak"}, {"home": "oak", "outcome": "declined"}),
    ),
    FinePoint(
        "ruled out tomorrow is not known",
        "CA89-22C-2",
        CANNOT_TELL,
        _family({"home": "oak", "outcome": "declined", "on": TODAY + A_DAY}),
    ),
    FinePoint(
        "a mother ruled out without a home may be this parent",
        "CA89-22C-2",
        CANNOT_TELL,
        _family({"relation": "mother", "outcome": "ruled_out_welfare"}),
    ),
    FinePoint(
        "an aunt ruled out is no parent", "CA89-22C-2", MET, _family({"relation": "aunt", "outcome": "declined"})
    ),
    FinePoint(
        "an aunt ruled out without a home may be these connected carers",
        "CA89-22C-7A",
        CANNOT_TELL,
        _family({"relation": "aunt", "outcome": "declined"}, kind="connected_foster"),
    ),
    FinePoint(
        "but not where they are known to be others",
        "CA89-22C-7A",
        MET,
        _family({"relation": "aunt", "outcome": "declined"}, kind="connected_foster", connected_to=[]),
    ),
    FinePoint(
        "any kind of home that is named is ruled out",
        "CA89-22C-7A",
        PROHIBITED,
        _family({"home": "oak", "outcome": "not_practicable"}, kind="foster", connected_to=[]),
    ),
    FinePoint("sixteen weeks hold on the last day", "CPPCR-24", MET, _aunt(temporary_from=START - SIXTEEN_WEEKS)),
    FinePoint(
        "and are over the day after", "CPPCR-24", PROHIBITED, _aunt(temporary_from=START - SIXTEEN_WEEKS - A_DAY)
    ),
    FinePoint(
        "an approval that begins the day after the start", "CPPCR-24", PROHIBITED, _aunt(temporary_from=START + A_DAY)
    ),
    FinePoint(
        "a review that may be pending may extend it",
        "CPPCR-24",
        CANNOT_TELL,
        _aunt(temporary_from=START - TWENTY_FOUR_WEEKS, review_pending=None),
    ),
    FinePoint("an aunt whose steps are done", "CPPCR-24", NEEDS_APPROVAL, _aunt(status="none")),
    FinePoint(
        "an aunt of whom one step is not",
        "CPPCR-24",
        CANNOT_TELL,
        _aunt(status="none", reg24=STEPS | {"assessed_on": TODAY + A_DAY}),
    ),
    FinePoint("a stay to the last day", "CPPCR-25", MET, _aunt(temporary_from=END - SIXTEEN_WEEKS)),
    FinePoint("a stay a day longer", "CPPCR-25", NEEDS_APPROVAL, _aunt(temporary_from=END - SIXTEEN_WEEKS - A_DAY)),
    FinePoint(
        "an extension holds for 24 weeks, whatever it says",
        "CPPCR-25",
        MET,
        _aunt(temporary_from=END - TWENTY_FOUR_WEEKS, extended_until=END + SIXTEEN_WEEKS),
    ),
    FinePoint(
        "full approval is due once they are over",
        "CPPCR-25",
        NEEDS_APPROVAL,
        _aunt(temporary_from=END - TWENTY_FOUR_WEEKS - A_DAY, extended_until=END),
    ),
    FinePoint(
        "an extension without the panel's view is not one yet",
        "CPPCR-25",
        CANNOT_TELL,
        _aunt(temporary_from=END - TWENTY_FOUR_WEEKS, extended_until=END, panel_view_on=False),
    ),
    FinePoint(
        "a lapsed extension is over",
        "CPPCR-25",
        PROHIBITED,
        _aunt(temporary_from=START - SIXTEEN_WEEKS, extended_until=START - A_DAY),
    ),
    FinePoint("adopters whose terms name no child", "CPPCR-25A", NEEDS_APPROVAL, _adopters()),
    FinePoint("adopters approved for her", "CPPCR-25A", MET, _adopters(terms={"children": ["amy"]})),
    FinePoint("adopters approved for another", "CPPCR-25A", PROHIBITED, _adopters(terms={"children": ["bea"]})),
    FinePoint(
        "adopters approved for her, and not to the start",
        "CPPCR-25A",
        NEEDS_APPROVAL,
        _adopters(terms={"children": ["amy"]}, temporary_until=START - A_DAY),
    ),
    FinePoint("adopters who are none yet", "CPPCR-25A", PROHIBITED, _adopters(adopter_approved_on=TODAY + A_DAY)),
    FinePoint(
        "a review of an earlier move",
        "CPPCR-14",
        CANNOT_TELL,
        of_a_pair({"reviewed_on": TODAY - A_DAY, "current_since": TODAY}, {}),
    ),
    FinePoint("a review on that day", "CPPCR-14", MET, of_a_pair({"reviewed_on": TODAY, "current_since": TODAY}, {})),
    FinePoint(
        "no home for tonight does not lift the review",
        "CPPCR-14",
        CANNOT_TELL,
        of_a_pair({"reviewed_on": False}, {}, emergency=True, emergency_because="no_home_tonight"),
    ),
    FinePoint(
        "an immediate risk does",
        "CPPCR-14",
        MET,
        of_a_pair({"reviewed_on": False}, {}, emergency=True, emergency_because="immediate_risk"),
    ),
    FinePoint(
        "a consent without a day is not given", "CA89-20", CANNOT_TELL, _consented(consent_by="m", objection=False)
    ),
    FinePoint("a consent", "CA89-20", MET, _consented(consent_by="m", on=TODAY, objection=False)),
    FinePoint(
        "an objection outweighs it", "CA89-20", NEEDS_APPROVAL, _consented(consent_by="m", on=TODAY, objection=True)
    ),
    FinePoint("going home needs none", "CA89-20", MET, _consented("parent", objection=True)),
)
