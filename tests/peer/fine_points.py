"""Fine points of the contract, each in its smallest case: the engine and the peer once differed on most of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from matching.domain.case import Case
from matching.domain.codes import Outcome
from tests.builders import a_case, a_child, a_home, a_member, a_referral, ordinary

PROHIBITED, CANNOT_TELL, NEEDS_APPROVAL, MET = Outcome
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


def _home(**changes: Any) -> Callable[[], Case]:
    return lambda: a_case(homes=(a_home(**changes),))


def _pair(child: dict[str, Any], home: dict[str, Any], **asked: Any) -> Callable[[], Case]:
    """Amy with these changes, in a home with those, where this is asked."""
    return lambda: a_case(children=(a_child(**child),), referrals=(a_referral(**asked),), homes=(a_home(**home),))


def _sisters(**changes: Any) -> Callable[[], Case]:
    """Two sisters who arrive together in an empty home, of each of whom this is recorded."""
    said = {"must_not_live_with": [], "siblings": []} | changes
    both = (a_child(**said), a_child(**said | {"id": "bea"}))
    return lambda: a_case(children=both, referrals=(a_referral(children=["amy", "bea"]),), homes=(a_home(),))


def _beside(bea: dict[str, Any], **home: Any) -> Callable[[], Case]:
    """Amy, who arrives, and another child of the case of whom this is recorded."""
    children = (a_child(), a_child(**{"id": "bea", "siblings": []} | bea))
    return lambda: a_case(children=children, homes=(a_home(**home),))


def _of(record: str, **changes: Any) -> dict[str, Any]:
    """A home's ordinary approval or registration, with changes; None takes a fact out."""
    said = ordinary("home")[record] | changes
    return {name: fact for name, fact in said.items() if fact is not None}


def _exempt(**changes: Any) -> dict[str, Any]:
    """An approval with an exemption by the carers' authority that names all four who would be fostered."""
    given = {"by": OURS, "children": ["amy", "x1", "x2", "x3"]} | changes
    return _of("approval", exemption={name: fact for name, fact in given.items() if fact is not None})


def _without(record: str, limit: str, within: str | None = None) -> dict[str, Any]:
    """An approval or a registration that sets no such limit."""
    if within is None:
        return _of(record, **{limit: None})
    terms = ordinary("home")[record][within]
    del terms[limit]
    return _of(record, **{within: terms})


THREE = [a_member(id="x1"), a_member(id="x2"), a_member(id="x3")]
AGENCYS: dict[str, Any] = {"run_by": "agency", "approval": _of("approval", approved_by="agency")}
YEAR_10 = ordinary("child")["school"] | {"year_group": 10}
FAR = {"postcode": "RG7 5UE", "can_keep": []}
SIXTEEN = {"born": ordinary("child")["born"].replace(year=2010)}
CONSENTED = [{"by": "agency", "child": "amy"}]
NO_END: dict[str, Any] = {"expected_end": None}

FINE_POINTS: tuple[FinePoint, ...] = (
    FinePoint(
        "an exemption covers whom it names: where nobody recorded who lives there, that is not everybody",
        "CA89-SCH7",
        CANNOT_TELL,
        _home(household=None, approval=_exempt()),
    ),
    FinePoint(
        "an exemption of which nobody recorded who gave it may be the right authority's",
        "CA89-SCH7",
        CANNOT_TELL,
        _home(household=THREE, approval=_exempt(by=None)),
    ),
    FinePoint(
        "an exemption that leaves a fostered child out covers not all, wherever the carers live",
        "CA89-SCH7",
        NEEDS_APPROVAL,
        _home(postcode=None, household=THREE, approval=_exempt(children=["amy"])),
    ),
    FinePoint(
        "terms without a highest age are met however long the stay",
        "CPPCR-22-AGE",
        MET,
        _pair({}, {"approval": _without("approval", "age_max", "terms")}, **NO_END),
    ),
    FinePoint(
        "a statement of purpose without a highest age is met however long the stay",
        "CHR-16-RANGE",
        MET,
        _pair({}, {"kind": "childrens_home", "registration": _without("registration", "age_max")}, **NO_END),
    ),
    FinePoint(
        "terms without a number are met however many live there",
        "CPPCR-22-NUMBER",
        MET,
        _home(household=None, approval=_without("approval", "max_children", "terms")),
    ),
    FinePoint(
        "a registration without a number is met however many live there",
        "CSA-CAPACITY",
        MET,
        _home(kind="childrens_home", household=None, registration=_without("registration", "capacity")),
    ),
    FinePoint(
        "a journey that does not disrupt key stage 4 disrupts no other",
        "CPPCR-10",
        MET,
        _pair({"school": YEAR_10 | {"year_group": None}}, {}),
    ),
    FinePoint(
        "a home that keeps no school keeps not this one, whichever it is",
        "CPPCR-10",
        NEEDS_APPROVAL,
        _pair({"school": YEAR_10 | {"urn": None}}, FAR),
    ),
    FinePoint(
        "an offer of which nobody recorded how long it is valid may have expired",
        "POL-OFFER",
        CANNOT_TELL,
        _home(**AGENCYS, offer={"referral": "r1"}),
    ),
    FinePoint(
        "an offer that may have expired is not known to be consent",
        "CPPCR-22-CONSENT",
        CANNOT_TELL,
        _home(**AGENCYS, offer={"referral": "r1"}),
    ),
    FinePoint(
        "a consent of which nobody recorded the day may have been given",
        "CPPCR-22-CONSENT",
        CANNOT_TELL,
        _home(**AGENCYS, consents=CONSENTED),
    ),
    FinePoint(
        "another authority's consent of which nobody recorded the day may have been given",
        "CPPCR-22-OTHERS",
        CANNOT_TELL,
        _home(**AGENCYS, household=[a_member(placed_by="agency")], consents=CONSENTED),
    ),
    FinePoint(
        "somebody whom another authority placed may be looked after, where nobody recorded it",
        "CPPCR-22-OTHERS",
        CANNOT_TELL,
        _home(**AGENCYS, household=[a_member(placed_by="E10000025", relation=None)]),
    ),
    FinePoint(
        "regulation 22 leaves connected carers who await approval to regulation 24, consents too",
        "CPPCR-22-OTHERS",
        MET,
        _home(
            kind="connected_foster",
            household=[a_member(placed_by="E10000025")],
            approval=_of("approval", status="temporary", approved_by="E10000025"),
        ),
    ),
    FinePoint(
        "and leaves them so where nobody recorded who placed those there",
        "CPPCR-22-OTHERS",
        MET,
        _home(kind="connected_foster", household=None, approval=_of("approval", status="none", approved_by="agency")),
    ),
    FinePoint(
        "one who is 16 at the start is 16 during the stay, whenever it ends",
        "CPPCR-27C",
        PROHIBITED,
        _pair(SIXTEEN, {"kind": "other_arrangements", "setting": "none"}, **NO_END),
    ),
    FinePoint(
        "she does not live where nobody lives: new admissions are restricted for her",
        "CSA-11",
        PROHIBITED,
        _pair({"current_home": None}, {"kind": "childrens_home", "registration": _of("registration", restricted=True)}),
    ),
    FinePoint(
        "she does not live where nobody lives: an expired offer is to be renewed for her",
        "POL-OFFER",
        NEEDS_APPROVAL,
        _pair({"current_home": None}, AGENCYS | {"offer": {"referral": "r1", "valid_until": date(2026, 11, 1)}}),
    ),
    FinePoint(
        "where nobody recorded where she lives, nor who lives there, the full home may be hers",
        "POL-VACANCY",
        CANNOT_TELL,
        _pair({"current_home": None}, {"household": None, "vacancies": {"beds": 0, "from": date(2026, 10, 1)}}),
    ),
    FinePoint(
        "sisters of whom nobody recorded with whom they must not live may be those two",
        "POL-APART",
        CANNOT_TELL,
        _sisters(must_not_live_with=None),
    ),
    FinePoint(
        "a sister of whom nobody recorded whether they should be apart may be one",
        "POL-APART",
        CANNOT_TELL,
        _pair({"siblings": [{"child": "x1"}]}, {"household": [a_member()]}),
    ),
    FinePoint(
        "a no-contact order of which nobody recorded against whom may be against one who is there",
        "POL-APART",
        CANNOT_TELL,
        _pair({"court_orders": [{"kind": "no_contact"}]}, {"household": [a_member()]}),
    ),
    FinePoint(
        "an offer of which nobody recorded for which referral may be for this one, and then it is consent",
        "CPPCR-22-CONSENT",
        CANNOT_TELL,
        _home(**AGENCYS, offer={"valid_until": date(2026, 12, 31)}),
    ),
    FinePoint(
        "terms to 17 hold to the end of any stay: care ends with childhood",
        "CPPCR-22-AGE",
        MET,
        _pair({}, {}, **NO_END),
    ),
    FinePoint(
        "one who lives there by her own record is fostered there, listed or not",
        "CA89-SCH7",
        NEEDS_APPROVAL,
        _beside({"current_home": "oak"}, household=THREE[:2]),
    ),
    FinePoint(
        "what another child's record says of her keeps the two apart",
        "POL-APART",
        PROHIBITED,
        _beside({"current_home": "oak", "must_not_live_with": ["amy"]}),
    ),
    FinePoint(
        "a home outside the area is outside it for one who lives there too",
        "CPPCR-11-1A",
        NEEDS_APPROVAL,
        _pair({"current_home": "oak"}, AGENCYS | {"postcode": "MK9 1AA"}),
    ),
    FinePoint(
        "an age in dispute is settled before other arrangements",
        "CPPCR-27A",
        CANNOT_TELL,
        _pair(SIXTEEN | {"age_disputed": True}, {"kind": "supported_accommodation"}),
    ),
    FinePoint(
        "an age of which nobody recorded whether it is disputed may be",
        "CPPCR-27A",
        CANNOT_TELL,
        _pair({"age_disputed": None}, {"kind": "supported_accommodation"}),
    ),
)

OWED = frozenset((point.rule, point.owed, point.outcome) for point in FINE_POINTS if point.owed is not None)
"""The differences between engine and peer that are owned up to: the rule, what the engine says, what the law says."""
