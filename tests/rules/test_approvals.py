"""Approvals that were given or refused, laid over what the rules found: which of them count, and for what."""

from datetime import date, timedelta
from typing import Any

import pytest

from matching.domain.home import Home
from tests.builders import a_child, a_home, a_referral
from tests.rules.deciding import TWO, Found, decide
from tests.rules.judging import CANNOT_TELL, MET, NEEDS_APPROVAL, PROHIBITED, TODAY
from tests.rules.people import approval, brother_or_sister, people

A_DAY = timedelta(days=1)
START = date(2026, 12, 1)
RULE, OFFICER = "CPPCR-11-1A", "nominated_officer"
CONSENTS = [{"by": "acorn", "child": "amy", "on": date(2026, 11, 1)}]
THERE = a_home(postcode="MK9 3XL", approval=approval(approved_by="acorn"), consents=CONSENTS)
"""An agency's carers in Milton Keynes, which adjoins the area: the nominated officer is asked."""


def given(**changes: Any) -> dict[str, Any]:
    """The nominated officer's approval of Amy's placement there, given today; None takes out what it would say."""
    said = {"rule": RULE, "child": "amy", "home": "oak", "referral": "r1", "by": OFFICER, "on": TODAY} | changes
    return {key: value for key, value in said.items() if value is not None}


def with_approvals(*approvals: dict[str, Any], **tables: Any) -> Found:
    return decide(THERE, approvals=approvals, **tables)


COUNTING = [
    pytest.param({}, id="given today"),
    pytest.param({"on": date(2026, 1, 1)}, id="given long ago"),
    pytest.param({"until": START}, id="until the first day of the stay"),
    pytest.param({"conditions": "A visit a week."}, id="with conditions"),
    pytest.param({"child": None}, id="of a referral with one child, it need not say which"),
    pytest.param({"referral": None}, id="of a child in one referral, it need not say which"),
    pytest.param({"child": None, "referral": None}, id="of one child in one referral, it need say neither"),
]
NOT_COUNTING = [
    pytest.param({"by": "director"}, id="by somebody else"),
    pytest.param({"by": None}, id="by whom is not recorded"),
    pytest.param({"on": TODAY + A_DAY}, id="to be given tomorrow"),
    pytest.param({"on": None}, id="when is not recorded"),
    pytest.param({"until": START - A_DAY}, id="until the eve of the stay"),
    pytest.param({"child": "bea"}, id="of another child"),
    pytest.param({"home": "elm"}, id="of another home"),
    pytest.param({"home": None}, id="of which home is not recorded"),
    pytest.param({"referral": "r2"}, id="for another referral"),
    pytest.param({"rule": "CPPCR-11-1B"}, id="for another rule"),
    pytest.param({"rule": None}, id="for which rule is not recorded"),
    pytest.param({"rule": "CPPCR-99"}, id="for a rule that there is not"),
]


def test_without_an_approval_it_is_needed():
    assert with_approvals().of(RULE) == NEEDS_APPROVAL


@pytest.mark.parametrize("changes", COUNTING)
@pytest.mark.parametrize(
    ("refused", "expected"),
    [
        pytest.param({}, MET, id="given"),
        pytest.param({"refused": False}, MET, id="said not to be refused"),
        pytest.param({"refused": True}, PROHIBITED, id="refused"),
    ],
)
def test_one_that_counts_lifts_the_finding_and_a_refusal_prohibits(refused, expected, changes):
    found = with_approvals(given(**refused, **changes))
    assert found.of(RULE) == expected
    assert found.counted(RULE)


@pytest.mark.parametrize("changes", NOT_COUNTING)
@pytest.mark.parametrize("refused", [pytest.param(None, id="given"), pytest.param(True, id="refused")])
def test_one_that_does_not_count_changes_nothing(refused, changes):
    found = with_approvals(given(refused=refused, **changes))
    assert found.of(RULE) == NEEDS_APPROVAL
    assert not found.given


@pytest.mark.parametrize(
    ("approved", "refused", "expected"),
    [
        pytest.param(TODAY, TODAY, PROHIBITED, id="on one day a refusal outweighs an approval"),
        pytest.param(TODAY - A_DAY, TODAY, PROHIBITED, id="refused the day after"),
        pytest.param(TODAY, TODAY - A_DAY, MET, id="approved the day after"),
        pytest.param(TODAY, TODAY + A_DAY, MET, id="to be refused tomorrow"),
        pytest.param(TODAY + A_DAY, TODAY, PROHIBITED, id="to be approved tomorrow"),
    ],
)
@pytest.mark.parametrize("first", [0, 1])
def test_what_was_said_last_counts_and_on_one_day_a_refusal_does(approved, refused, expected, first):
    said = [given(on=approved), given(on=refused, refused=True)]
    assert with_approvals(said[first], said[1 - first]).of(RULE) == expected


def test_of_two_that_count_the_later_one_settles_it():
    early, late = given(on=date(2026, 1, 1)), given(on=TODAY, conditions="A visit a week.")
    found = with_approvals(early, late)
    assert [a.conditions for a in found.given.values()] == ["A visit a week."]


def test_a_refusal_that_does_not_count_outweighs_nothing():
    assert with_approvals(given(), given(refused=True, on=TODAY + A_DAY)).of(RULE) == MET


def test_the_home_stands_by_what_was_approved_and_what_was_refused():
    line = decide(THERE).rulebook.line_of[RULE]
    for refused, expected in ((False, MET), (True, PROHIBITED)):
        judged = with_approvals(given(refused=refused)).judged[0]
        assert judged.outcomes[line, 0] == {MET: 3, PROHIBITED: 0}[expected]
        assert judged.standing[0] == judged.outcomes[:, 0].min()


UNRECORDED = {"authority": {"code": "E06000060"}}
"""Which authorities adjoin the area is not recorded."""


@pytest.mark.parametrize("refused", [False, True])
@pytest.mark.parametrize(
    ("home", "tables", "expected"),
    [
        pytest.param(a_home(approval=approval(agreement_signed=False)), {}, PROHIBITED, id="prohibited"),
        pytest.param(a_home(approval=None), {}, CANNOT_TELL, id="nobody can tell"),
        pytest.param(a_home(), {}, MET, id="met"),
    ],
)
def test_it_never_lifts_what_is_prohibited_or_what_nobody_can_tell_nor_spoils_what_is_met(
    home, tables, expected, refused
):
    said = given(rule="CPPCR-22-AGREEMENT", by="fostering_service", refused=refused)
    found = decide(home, approvals=(said,), **tables)
    assert found.of("CPPCR-22-AGREEMENT") == expected
    assert not found.given


@pytest.mark.parametrize("refused", [False, True])
@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        pytest.param({"emergency": False}, PROHIBITED, id="outside the terms, no emergency"),
        pytest.param({"emergency": None}, CANNOT_TELL, id="outside the terms, an emergency or not"),
    ],
)
def test_nor_where_the_same_rule_would_need_it_for_another_referral(kinds, expected, refused):
    home = a_home(approval=approval(terms={"age_max": 5}))
    said = given(rule="CPPCR-22-AGE", by="fostering_service", refused=refused)
    found = decide(home, approvals=(said,), referrals=(a_referral(**kinds),))
    assert found.of("CPPCR-22-AGE") == expected


def test_where_it_does_the_fostering_service_lifts_it():
    home = a_home(approval=approval(terms={"age_max": 5}))
    said = given(rule="CPPCR-22-AGE", by="fostering_service")
    found = decide(home, approvals=(said,), referrals=(a_referral(emergency=True),))
    assert found.of("CPPCR-22-AGE") == MET


def test_where_nobody_can_tell_whether_it_is_needed_it_changes_nothing():
    found = with_approvals(given(), **UNRECORDED)
    assert found.of(RULE) == CANNOT_TELL


def test_what_one_child_was_approved_for_another_was_not():
    found = with_approvals(given(), **TWO)
    assert [found.of(RULE, arrival=k) for k in (0, 1)] == [MET, NEEDS_APPROVAL]


def test_of_two_who_arrive_an_approval_says_which():
    found = with_approvals(given(child=None), **TWO)
    assert [found.of(RULE, arrival=k) for k in (0, 1)] == [NEEDS_APPROVAL, NEEDS_APPROVAL]


@pytest.mark.parametrize(
    ("referral", "expected"),
    [
        pytest.param("r1", MET, id="it says which"),
        pytest.param("r2", NEEDS_APPROVAL, id="it says the other"),
        pytest.param(None, NEEDS_APPROVAL, id="it does not say which"),
    ],
)
def test_of_a_child_in_two_referrals_an_approval_says_which(referral, expected):
    twice = (a_referral(), a_referral(id="r2"))
    assert with_approvals(given(referral=referral), referrals=twice).of(RULE) == expected


def test_another_childs_referral_is_no_second_one():
    referrals = (a_referral(), a_referral(id="r2", children=["bea"]))
    children = (a_child(), brother_or_sister())
    assert with_approvals(given(referral=None), referrals=referrals, children=children).of(RULE) == MET


LIMIT, RESIDENCE = "CA89-SCH7", "authority_of_residence"
FULL = a_home(household=people(3), vacancies={"beds": 2, "from": date(2026, 10, 1)}, bedrooms_free=2)


def exempted(child: str | None, **changes: Any) -> dict[str, Any]:
    return given(**({"rule": LIMIT, "by": RESIDENCE, "child": child} | changes))


@pytest.mark.parametrize(
    ("approvals", "expected"),
    [
        pytest.param([], NEEDS_APPROVAL, id="none"),
        pytest.param([exempted("amy"), exempted("bea")], MET, id="one for each"),
        pytest.param([exempted("amy")], NEEDS_APPROVAL, id="one for the first"),
        pytest.param([exempted("bea")], NEEDS_APPROVAL, id="one for the second"),
        pytest.param([exempted("amy"), exempted("amy")], NEEDS_APPROVAL, id="two for the first"),
        pytest.param([exempted(None)], NEEDS_APPROVAL, id="one that does not say for whom"),
        pytest.param([exempted("amy"), exempted("bea", on=TODAY + A_DAY)], NEEDS_APPROVAL, id="one is to come"),
        pytest.param([exempted("amy", refused=True)], PROHIBITED, id="one refusal, and nothing of the other"),
        pytest.param([exempted("amy"), exempted("bea", refused=True)], PROHIBITED, id="one given, one refused"),
    ],
)
def test_a_rule_about_the_household_needs_one_for_every_child_who_arrives(approvals, expected):
    found = decide(FULL, approvals=tuple(approvals), **TWO)
    assert [found.of(LIMIT, arrival=k) for k in (0, 1)] == [expected, expected]


def test_a_household_rule_with_one_child_needs_one():
    assert decide(FULL, approvals=(exempted(None),)).of(LIMIT) == MET


HOUSE = a_home(id="house", kind="childrens_home")
NEED, PANEL = "POL-RESIDENTIAL-NEED", "resource_panel"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, MET, id="approved"),
        pytest.param({"refused": True}, PROHIBITED, id="refused"),
        pytest.param({"by": "director"}, NEEDS_APPROVAL, id="by the director, who is not the panel"),
    ],
)
def test_the_resource_panel_approves_residential_care(changes, expected):
    said = given(**({"rule": NEED, "home": "house", "by": PANEL} | changes))
    assert decide(HOUSE, a_home(), approvals=(said,)).of(NEED, "house") == expected


def test_the_panels_reason_is_not_asked_where_a_refusal_left_no_family_home_open():
    refusal = given(refused=True)
    assert decide(HOUSE, THERE, approvals=(given(),)).of(NEED, "house") == NEEDS_APPROVAL
    assert decide(HOUSE, THERE, approvals=(refusal,)).of(NEED, "house") == MET


def test_one_approval_is_of_one_home():
    elm = THERE.model_copy(update={"id": "elm"})
    found = decide(THERE, elm, approvals=(given(),))
    assert (found.of(RULE, "oak"), found.of(RULE, "elm")) == (MET, NEEDS_APPROVAL)


def offered(kind: str) -> Home:
    late = {"referral": "r1", "valid_until": TODAY - A_DAY}
    return a_home(kind=kind, run_by="agency", offer=late)


@pytest.mark.parametrize(
    ("kind", "by", "expected"),
    [
        pytest.param("foster", "fostering_service", MET, id="carers, by their service"),
        pytest.param("foster", "registered_manager", NEEDS_APPROVAL, id="carers, by a manager"),
        pytest.param("childrens_home", "registered_manager", MET, id="a children's home, by its manager"),
        pytest.param("childrens_home", "fostering_service", NEEDS_APPROVAL, id="a children's home, by a service"),
    ],
)
def test_it_is_the_approver_whom_the_finding_asks_for_and_no_other_of_the_rule(kind, by, expected):
    said = given(rule="POL-OFFER", by=by)
    assert decide(offered(kind), approvals=(said,)).of("POL-OFFER") == expected
