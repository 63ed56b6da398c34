"""Regulation 11: who approves a home outside the authority's area."""

from datetime import date
from typing import Any

import pytest

from matching.domain.home import Home
from matching.rules.rulebook import rulebook_on
from matching.rules.statute.area import at_a_distance, outside_the_area, outside_the_area_as_made
from tests.builders import a_child, a_home
from tests.rules.judging import CANNOT_TELL, MET, NEEDS_APPROVAL, judge
from tests.rules.people import MINE, OTHER, SERVICE, approval

AYLESBURY, MILTON_KEYNES, TRING, READING, CARDIFF = "HP20 2NF", "MK9 3XL", "HP23 5AA", "RG1 1AA", "CF10 1EP"
START = date(2026, 12, 1)
NEXT_DOOR, BEYOND = "next door", "beyond"


def agency_home(postcode: str | None = AYLESBURY, **changes: Any) -> Home:
    return a_home(**({"postcode": postcode, "run_by": "agency", "approval": approval(approved_by=SERVICE)} | changes))


def connected(postcode: str | None, **changes: Any) -> Home:
    return agency_home(postcode, **({"kind": "connected_foster", "connected_to": ["amy"]} | changes))


PLACES = [
    pytest.param(agency_home(AYLESBURY), "within", id="in the area"),
    pytest.param(agency_home(MILTON_KEYNES), NEXT_DOOR, id="Milton Keynes, which adjoins"),
    pytest.param(agency_home(TRING), NEXT_DOOR, id="a district of a county that adjoins"),
    pytest.param(agency_home(READING), BEYOND, id="Reading, which does not adjoin"),
    pytest.param(agency_home(CARDIFF), BEYOND, id="Wales"),
    pytest.param(agency_home(None, authority=OTHER), NEXT_DOOR, id="no postcode, an authority that adjoins"),
    pytest.param(agency_home(None, authority="E07000096"), NEXT_DOOR, id="no postcode, a district"),
    pytest.param(agency_home(None), "unknown", id="nobody recorded where it is"),
    pytest.param(agency_home("75008", country="France"), BEYOND, id="abroad"),
    pytest.param(a_home(postcode=MILTON_KEYNES), "within", id="own approved carers next door"),
    pytest.param(a_home(postcode=READING), "within", id="own approved carers far off"),
    pytest.param(a_home(postcode=None), "within", id="own approved carers, wherever they live"),
    pytest.param(agency_home(MILTON_KEYNES, approval=None), "perhaps next door", id="approved by whom is not recorded"),
    pytest.param(agency_home(READING, approval=None), "perhaps beyond", id="far off, approved by whom is not recorded"),
    pytest.param(connected(READING), "within", id="connected carers"),
    pytest.param(connected(READING, connected_to=["bea"]), BEYOND, id="carers connected to another child"),
    pytest.param(connected(READING, connected_to=None), "perhaps beyond", id="connected to whom is not recorded"),
    pytest.param(a_home(kind="childrens_home", postcode=MILTON_KEYNES), NEXT_DOOR, id="an own home next door"),
    pytest.param(a_home(kind="childrens_home", postcode=READING), BEYOND, id="an own home far off"),
]
WITHIN = {"within": MET}
UNKNOWN = dict.fromkeys(["unknown", "perhaps next door", "perhaps beyond"], CANNOT_TELL)
OF_THE_OFFICER = WITHIN | UNKNOWN | {NEXT_DOOR: NEEDS_APPROVAL, BEYOND: MET, "perhaps beyond": MET}
OF_THE_DIRECTOR = WITHIN | UNKNOWN | {NEXT_DOOR: MET, BEYOND: NEEDS_APPROVAL, "perhaps next door": MET}
AS_MADE = WITHIN | UNKNOWN | {NEXT_DOOR: NEEDS_APPROVAL, BEYOND: NEEDS_APPROVAL}


@pytest.mark.parametrize(("home", "where"), PLACES)
@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        pytest.param(outside_the_area, OF_THE_OFFICER, id="outside the area"),
        pytest.param(at_a_distance, OF_THE_DIRECTOR, id="at a distance"),
        pytest.param(outside_the_area_as_made, AS_MADE, id="as made"),
    ],
)
def test_next_door_needs_the_nominated_officer_and_beyond_the_director(rule, expected, home, where):
    assert judge(rule, home=home).outcome == expected[where]


@pytest.mark.parametrize(
    ("rule", "postcode", "approver"),
    [
        pytest.param(outside_the_area, MILTON_KEYNES, "nominated_officer", id="next door"),
        pytest.param(at_a_distance, READING, "director", id="at a distance"),
        pytest.param(outside_the_area_as_made, READING, "nominated_officer", id="as made"),
    ],
)
def test_they_approve_before_the_stay_starts(rule, postcode, approver):
    finding = judge(rule, home=agency_home(postcode))
    assert (finding.approver, finding.by) == (approver, START)


@pytest.mark.parametrize(
    ("rule", "postcode"),
    [(outside_the_area, MILTON_KEYNES), (at_a_distance, READING), (outside_the_area_as_made, READING)],
)
def test_where_she_lives_already_no_placement_is_made(rule, postcode):
    finding = judge(rule, a_child(current_home="oak"), agency_home(postcode))
    assert (finding.outcome, finding.applies) == (MET, False)
    assert judge(rule, a_child(current_home="elm"), agency_home(postcode)).outcome == NEEDS_APPROVAL


@pytest.mark.parametrize(
    ("rule", "postcode"),
    [(outside_the_area, MILTON_KEYNES), (at_a_distance, READING), (outside_the_area_as_made, READING)],
)
@pytest.mark.parametrize(("status", "expected"), [("V2", MET), ("C2", NEEDS_APPROVAL), (None, CANNOT_TELL)])
def test_a_child_under_section_20_who_goes_home_is_not_placed(rule, postcode, status, expected):
    home = a_home(kind="parent", run_by="person", connected_to=["amy"], postcode=postcode)
    assert judge(rule, a_child(legal_status=status), home).outcome == expected


@pytest.mark.parametrize("rule", [outside_the_area, at_a_distance])
@pytest.mark.parametrize(
    ("postcode", "expected"),
    [
        pytest.param(MILTON_KEYNES, CANNOT_TELL, id="outside the area"),
        pytest.param(AYLESBURY, MET, id="in the area"),
    ],
)
def test_who_approves_turns_on_which_authorities_adjoin(rule, postcode, expected):
    assert judge(rule, home=agency_home(postcode), authority={"code": MINE}).outcome == expected


@pytest.mark.parametrize(("rule", "expected"), [(outside_the_area, NEEDS_APPROVAL), (at_a_distance, MET)])
def test_the_area_is_that_of_the_childs_own_authority(rule, expected):
    child = a_child(responsible_authority=OTHER)
    authority = {"code": MINE, "adjoining": [OTHER, MINE]}
    assert judge(rule, child, agency_home(AYLESBURY), authority=authority).outcome == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2014, 1, 26), {outside_the_area_as_made}, id="the last day as made"),
        pytest.param(date(2014, 1, 27), {outside_the_area, at_a_distance}, id="the first day as amended"),
    ],
)
def test_at_a_distance_came_in_on_27_january_2014(day, expected):
    assert {rule for rule in rulebook_on(day).rules if rule.id.startswith("CPPCR-11")} == expected
