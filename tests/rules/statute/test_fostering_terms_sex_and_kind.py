"""Regulations 22 and 23: which children, and which kinds of stay, carers are approved for."""

import pytest

from matching.rules.statute.fostering_terms import kind_within_terms, sex_within_terms
from tests.builders import a_child, a_home, a_referral
from tests.rules.judging import CANNOT_TELL, MET, NEEDS_APPROVAL, PROHIBITED, judge
from tests.rules.people import carers, carers_on, registered


@pytest.mark.parametrize(
    ("home", "sex", "expected"),
    [
        pytest.param(carers_on(sex="any"), "F", MET, id="any child, a girl"),
        pytest.param(carers_on(sex="any"), None, MET, id="any child, whatever the sex"),
        pytest.param(carers_on(), "M", MET, id="a limit that is left out is no limit"),
        pytest.param(carers_on(sex="F"), "F", MET, id="girls only, a girl"),
        pytest.param(carers_on(sex="F"), "M", PROHIBITED, id="girls only, a boy"),
        pytest.param(carers_on(sex="M"), "M", MET, id="boys only, a boy"),
        pytest.param(carers_on(sex="M"), "F", PROHIBITED, id="boys only, a girl"),
        pytest.param(carers_on(sex="F"), None, CANNOT_TELL, id="girls only, sex not recorded"),
        pytest.param(carers_on(sex="M"), "U", CANNOT_TELL, id="boys only, sex recorded as unknown"),
        pytest.param(carers(terms=None), "F", CANNOT_TELL, id="the terms are not recorded"),
        pytest.param(a_home(approval=None), "F", CANNOT_TELL, id="no approval is recorded"),
        pytest.param(carers("connected_foster", status="none", terms={"sex": "M"}), "F", MET, id="regulation 24"),
        pytest.param(registered(sex="M"), "F", MET, id="a children's home"),
    ],
)
def test_carers_approved_for_boys_or_for_girls_take_no_other(home, sex, expected):
    assert judge(sex_within_terms, a_child(sex=sex), home).outcome == expected


@pytest.mark.parametrize(
    ("home", "kind", "expected"),
    [
        pytest.param(carers_on(kinds=["short_term"]), "short_term", MET, id="listed"),
        pytest.param(carers_on(kinds=["respite"]), "short_term", PROHIBITED, id="not listed"),
        pytest.param(carers_on(kinds=[]), "short_term", PROHIBITED, id="a list without a kind"),
        pytest.param(carers_on(), "remand", MET, id="a limit that is left out is no limit"),
        pytest.param(carers_on(), None, MET, id="no limit, whatever the kind"),
        pytest.param(carers_on(kinds=["short_term"]), None, CANNOT_TELL, id="the kind of stay is not recorded"),
        pytest.param(carers(terms=None), "short_term", CANNOT_TELL, id="the terms are not recorded"),
        pytest.param(a_home(approval=None), "short_term", CANNOT_TELL, id="no approval is recorded"),
        pytest.param(
            carers("connected_foster", status="temporary", terms={"kinds": []}), "short_term", MET, id="regulation 24"
        ),
        pytest.param(registered(), "remand", MET, id="a children's home"),
    ],
)
def test_carers_take_only_the_kinds_of_stay_in_their_terms(home, kind, expected):
    assert judge(kind_within_terms, home=home, referral=a_referral(kind=kind)).outcome == expected


@pytest.mark.parametrize("rule", [sex_within_terms, kind_within_terms])
@pytest.mark.parametrize(
    ("emergency", "expected"),
    [
        pytest.param(True, NEEDS_APPROVAL, id="an emergency"),
        pytest.param(False, PROHIBITED, id="no emergency"),
        pytest.param(None, CANNOT_TELL, id="nobody said whether it is one"),
    ],
)
def test_only_an_emergency_opens_the_terms(rule, emergency, expected):
    home = carers_on(sex="M", kinds=["respite"])
    assert judge(rule, home=home, referral=a_referral(emergency=emergency)).outcome == expected
