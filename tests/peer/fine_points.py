"""Fine points of the contract, each in its smallest case: the engine and the peer once differed on most of them."""

from datetime import date
from typing import Any

from matching.domain.codes import Outcome
from tests.builders import a_member, ordinary
from tests.peer.fine_point import FinePoint, beside, exempt, in_a_home, of_a_pair, of_sisters, papers, without
from tests.peer.fine_points_of_carers import FINE_POINTS_OF_CARERS
from tests.peer.fine_points_of_homes import FINE_POINTS_OF_HOMES

__all__ = ["FINE_POINTS", "OWED", "FinePoint"]

PROHIBITED, CANNOT_TELL, NEEDS_APPROVAL, MET = Outcome
THREE = [a_member(id="x1"), a_member(id="x2"), a_member(id="x3")]
AGENCYS: dict[str, Any] = {"run_by": "agency", "approval": papers("approval", approved_by="agency")}
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
        in_a_home(household=None, approval=exempt()),
    ),
    FinePoint(
        "an exemption of which nobody recorded who gave it may be the right authority's",
        "CA89-SCH7",
        CANNOT_TELL,
        in_a_home(household=THREE, approval=exempt(by=None)),
    ),
    FinePoint(
        "an exemption that leaves a fostered child out covers not all, wherever the carers live",
        "CA89-SCH7",
        NEEDS_APPROVAL,
        in_a_home(postcode=None, household=THREE, approval=exempt(children=["amy"])),
    ),
    FinePoint(
        "terms without a highest age are met however long the stay",
        "CPPCR-22-AGE",
        MET,
        of_a_pair({}, {"approval": without("approval", "age_max", "terms")}, **NO_END),
    ),
    FinePoint(
        "a statement of purpose without a highest age is met however long the stay",
        "CHR-16-RANGE",
        MET,
        of_a_pair({}, {"kind": "childrens_home", "registration": without("registration", "age_max")}, **NO_END),
    ),
    FinePoint(
        "terms without a number are met however many live there",
        "CPPCR-22-NUMBER",
        MET,
        in_a_home(household=None, approval=without("approval", "max_children", "terms")),
    ),
    FinePoint(
        "a registration without a number is met however many live there",
        "CSA-CAPACITY",
        MET,
        in_a_home(kind="childrens_home", household=None, registration=without("registration", "capacity")),
    ),
    FinePoint(
        "a journey that does not disrupt key stage 4 disrupts no other",
        "CPPCR-10",
        MET,
        of_a_pair({"school": YEAR_10 | {"year_group": None}}, {}),
    ),
    FinePoint(
        "a home that keeps no school keeps not this one, whichever it is",
        "CPPCR-10",
        NEEDS_APPROVAL,
        of_a_pair({"school": YEAR_10 | {"urn": None}}, FAR),
    ),
    FinePoint(
        "an offer of which nobody recorded how long it is valid may have expired",
        "POL-OFFER",
        CANNOT_TELL,
        in_a_home(**AGENCYS, offer={"referral": "r1"}),
    ),
    FinePoint(
        "an offer that may have expired is not known to be consent",
        "CPPCR-22-CONSENT",
        CANNOT_TELL,
        in_a_home(**AGENCYS, offer={"referral": "r1"}),
    ),
    FinePoint(
        "a consent of which nobody recorded the day may have been given",
        "CPPCR-22-CONSENT",
        CANNOT_TELL,
        in_a_home(**AGENCYS, consents=CONSENTED),
    ),
    FinePoint(
        "another authority's consent of which nobody recorded the day may have been given",
        "CPPCR-22-OTHERS",
        CANNOT_TELL,
        in_a_home(**AGENCYS, household=[a_member(placed_by="agency")], consents=CONSENTED),
    ),
    FinePoint(
        "somebody whom another authority placed may be looked after, where nobody recorded it",
        "CPPCR-22-OTHERS",
        CANNOT_TELL,
        in_a_home(**AGENCYS, household=[a_member(placed_by="E10000025", relation=None)]),
    ),
    FinePoint(
        "regulation 22 leaves connected carers who await approval to regulation 24, consents too",
        "CPPCR-22-OTHERS",
        MET,
        in_a_home(
            kind="connected_foster",
            household=[a_member(placed_by="E10000025")],
            approval=papers("approval", status="temporary", approved_by="E10000025"),
        ),
    ),
    FinePoint(
        "and leaves them so where nobody recorded who placed those there",
        "CPPCR-22-OTHERS",
        MET,
        in_a_home(
            kind="connected_foster", household=None, approval=papers("approval", status="none", approved_by="agency")
        ),
    ),
    FinePoint(
        "one who is 16 at the start is 16 during the stay, whenever it ends",
        "CPPCR-27C",
        PROHIBITED,
        of_a_pair(SIXTEEN, {"kind": "other_arrangements", "setting": "none"}, **NO_END),
    ),
    FinePoint(
        "she does not live where nobody lives: new admissions are restricted for her",
        "CSA-11",
        PROHIBITED,
        of_a_pair(
            {"current_home": None}, {"kind": "childrens_home", "registration": papers("registration", restricted=True)}
        ),
    ),
    FinePoint(
        "she does not live where nobody lives: an expired offer is to be renewed for her",
        "POL-OFFER",
        NEEDS_APPROVAL,
        of_a_pair({"current_home": None}, AGENCYS | {"offer": {"referral": "r1", "valid_until": date(2026, 11, 1)}}),
    ),
    FinePoint(
        "where nobody recorded where she lives, nor who lives there, the full home may be hers",
        "POL-VACANCY",
        CANNOT_TELL,
        of_a_pair({"current_home": None}, {"household": None, "vacancies": {"beds": 0, "from": date(2026, 10, 1)}}),
    ),
    FinePoint(
        "sisters of whom nobody recorded with whom they must not live may be those two",
        "POL-APART",
        CANNOT_TELL,
        of_sisters(must_not_live_with=None),
    ),
    FinePoint(
        "a sister of whom nobody recorded whether they should be apart may be one",
        "POL-APART",
        CANNOT_TELL,
        of_a_pair({"siblings": [{"child": "x1"}]}, {"household": [a_member()]}),
    ),
    FinePoint(
        "a no-contact order of which nobody recorded against whom may be against one who is there",
        "POL-APART",
        CANNOT_TELL,
        of_a_pair({"court_orders": [{"kind": "no_contact"}]}, {"household": [a_member()]}),
    ),
    FinePoint(
        "an offer of which nobody recorded for which referral may be for this one, and then it is consent",
        "CPPCR-22-CONSENT",
        CANNOT_TELL,
        in_a_home(**AGENCYS, offer={"valid_until": date(2026, 12, 31)}),
    ),
    FinePoint(
        "terms to 17 hold to the end of any stay: care ends with childhood",
        "CPPCR-22-AGE",
        MET,
        of_a_pair({}, {}, **NO_END),
    ),
    FinePoint(
        "one who lives there by her own record is fostered there, listed or not",
        "CA89-SCH7",
        NEEDS_APPROVAL,
        beside({"current_home": "oak"}, household=THREE[:2]),
    ),
    FinePoint(
        "what another child's record says of her keeps the two apart",
        "POL-APART",
        PROHIBITED,
        beside({"current_home": "oak", "must_not_live_with": ["amy"]}),
    ),
    FinePoint(
        "a home outside the area in which she lives already is no new placement",
        "CPPCR-11-1A",
        MET,
        of_a_pair({"current_home": "oak"}, AGENCYS | {"postcode": "MK9 1AA"}),
    ),
    FinePoint(
        "an age in dispute is settled before other arrangements",
        "CPPCR-27A",
        CANNOT_TELL,
        of_a_pair(SIXTEEN | {"age_disputed": True}, {"kind": "supported_accommodation"}),
    ),
    FinePoint(
        "an age of which nobody recorded whether it is disputed may be",
        "CPPCR-27A",
        CANNOT_TELL,
        of_a_pair({"age_disputed": None}, {"kind": "supported_accommodation"}),
    ),
    *FINE_POINTS_OF_CARERS,
    *FINE_POINTS_OF_HOMES,
)

OWED = frozenset((point.rule, point.owed, point.outcome) for point in FINE_POINTS if point.owed is not None)
"""The differences between engine and peer that are owned up to: the rule, what the engine says, what the law says."""
