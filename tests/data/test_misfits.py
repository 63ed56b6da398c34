"""Values that do not fit: each fault has its place, what was found and what was expected."""

import json
import time
from typing import Any

import pytest

from matching.data.case_files import parse_case
from matching.data.checking import LISTED
from matching.errors import InvalidInput
from tests.data.files import as_json, child, faults, home, only_fault, referral, tables

DAY = "a date such as 2026-12-01"
LEAVE_OUT = "Correct it, or leave it out if nobody knows."


def with_home(**changes: Any) -> dict[str, Any]:
    return tables(homes=[home(**changes)])


def with_child(**changes: Any) -> dict[str, Any]:
    return tables(children=[child(**changes)])


@pytest.mark.parametrize(
    ("given", "place", "found", "expected", "remedy"),
    [
        pytest.param(
            with_home(kind="fosterr"),
            ("homes", "oak", "kind"),
            '"fosterr"',
            "one of: parent, connected_foster, foster, foster_for_adoption, childrens_home, supported_accommodation, "
            "residential_school, family_centre, other_arrangements, secure",
            "Is foster meant?",
            id="a word near to one of a closed list",
        ),
        pytest.param(
            with_child(sex="X"),
            ("children", "amy", "sex"),
            '"X"',
            "one of: M, F, U",
            LEAVE_OUT,
            id="a word that is in no list",
        ),
        pytest.param(
            with_home(approval={"terms": {"age_max": "17"}}),
            ("homes", "oak", "approval.terms.age_max"),
            '"17"',
            "a whole number",
            LEAVE_OUT,
            id="a number in quotation marks",
        ),
        pytest.param(
            with_child(needs={"education_learning": 5}),
            ("children", "amy", "needs.education_learning"),
            "5",
            "4 or less",
            LEAVE_OUT,
            id="a level above the highest",
        ),
        pytest.param(
            with_child(needs={"eductaion_learning": 2}),
            ("children", "amy", "needs.eductaion_learning"),
            '"eductaion_learning"',
            "one of: physical_health, development_disability, mental_emotional_health, behaviour_regulation, "
            "attachment_relationships, family_time_identity, education_learning, social_peers_leisure, "
            "safety_exploitation, self_care_independence, cultural_religious_identity, stability_transition",
            "Is education_learning meant?",
            id="a need that is none",
        ),
        pytest.param(
            with_home(colour="red"),
            ("homes", "oak", "colour"),
            '"red"',
            "a field that the contract names",
            "Take it out: nothing reads it.",
            id="an unknown field",
        ),
        pytest.param(
            with_home(vacancies={"bed": 1}),
            ("homes", "oak", "vacancies.bed"),
            "1",
            "a field that the contract names",
            "Is beds meant?",
            id="an unknown field near to a known one",
        ),
        pytest.param(
            with_home(vacancies={"from_": "2026-12-01"}),
            ("homes", "oak", "vacancies.from_"),
            '"2026-12-01"',
            "a field that the contract names",
            "Is from meant?",
            id="the name that a field has in Python",
        ),
        pytest.param(
            tables(home=[]),
            ("", "", "home"),
            "a list of 0",
            "a field that the contract names",
            "Is homes meant?",
            id="an unknown table",
        ),
        pytest.param(
            with_child(born="1 June 2015"),
            ("children", "amy", "born"),
            '"1 June 2015"',
            DAY,
            "Correct it: it cannot be left out.",
            id="a day in words",
        ),
        pytest.param(
            with_child(reviewed_on="2026-02-30"),
            ("children", "amy", "reviewed_on"),
            '"2026-02-30"',
            f"{DAY}, or false",
            LEAVE_OUT,
            id="a day that there is not",
        ),
        pytest.param(
            with_child(reviewed_on=True),
            ("children", "amy", "reviewed_on"),
            "true",
            f"{DAY}, or false",
            LEAVE_OUT,
            id="happened, but when",
        ),
        pytest.param(
            tables(referrals=[referral(start="3026-12-01", expected_end="")]),
            ("referrals", "r1", "start"),
            "3026-12-01",
            "a date from 1900-01-01 to 2199-12-31",
            "Correct it: it cannot be left out.",
            id="a day in a thousand years",
        ),
        pytest.param(
            with_home(vacancies={"from": "2026-12-01T09:00:00"}),
            ("homes", "oak", "vacancies.from"),
            '"2026-12-01T09:00:00"',
            DAY,
            LEAVE_OUT,
            id="a day with an hour",
        ),
        pytest.param(
            with_home(cost={"weekly": "about 500"}),
            ("homes", "oak", "cost.weekly"),
            '"about 500"',
            "an amount such as 480.50",
            LEAVE_OUT,
            id="money in words",
        ),
        pytest.param(
            with_home(cost={"weekly": -1}),
            ("homes", "oak", "cost.weekly"),
            "-1",
            "0 or more",
            LEAVE_OUT,
            id="money below nothing",
        ),
        pytest.param(
            with_child(keep_away_from=[{"miles": float("nan")}]),
            ("children", "amy", "keep_away_from[no. 1].miles"),
            "nan",
            "a number",
            LEAVE_OUT,
            id="not a number",
        ),
        pytest.param(
            with_home(cost={"weekly": float("inf")}),
            ("homes", "oak", "cost.weekly"),
            "inf",
            "a number",
            LEAVE_OUT,
            id="without end",
        ),
        pytest.param(
            with_child(home_postcode="HP20"),
            ("children", "amy", "home_postcode"),
            '"HP20"',
            "a UK postcode such as HP20 1UA, or false",
            LEAVE_OUT,
            id="half a postcode",
        ),
        pytest.param(
            tables(authority={"code": "Bucks"}),
            ("authority", "", "code"),
            '"Bucks"',
            "an ONS code such as E06000060",
            "Correct it: it cannot be left out.",
            id="an authority by name",
        ),
        pytest.param(
            with_home(support=["Respite care"]),
            ("homes", "oak", "support[no. 1]"),
            '"Respite care"',
            "a word in small letters, such as same_school",
            LEAVE_OUT,
            id="words with spaces",
        ),
        pytest.param(
            with_home(languages=[""]),
            ("homes", "oak", "languages[no. 1]"),
            '""',
            "some text",
            LEAVE_OUT,
            id="an empty text in a list",
        ),
        pytest.param(
            with_home(household=[{"id": "x1", "sex": "girl"}]),
            ("homes", "oak", "household[x1].sex"),
            '"girl"',
            "one of: M, F, U",
            LEAVE_OUT,
            id="somebody in a household, by id",
        ),
        pytest.param(
            with_home(pets="no"), ("homes", "oak", "pets"), '"no"', "true or false", LEAVE_OUT, id="no in words"
        ),
        pytest.param(
            with_home(cost=[]), ("homes", "oak", "cost"), "a list of 0", "a table", LEAVE_OUT, id="a list for a table"
        ),
        pytest.param(
            with_home(can_keep="110000"), ("homes", "oak", "can_keep"), '"110000"', "a list", LEAVE_OUT, id="no list"
        ),
        pytest.param(
            tables(decided={}), ("decided", "", ""), "a table", "a list", LEAVE_OUT, id="a table of the wrong form"
        ),
        pytest.param(
            tables(decided=[3]), ("decided", "no. 1", ""), "3", "a table", LEAVE_OUT, id="an entry that is no table"
        ),
    ],
)
def test_a_value_that_does_not_fit_is_one_fault(given, place, found, expected, remedy):
    fault = only_fault(given)
    assert (fault.table, fault.id, fault.field) == place
    assert (fault.found, fault.expected, fault.remedy) == (found, expected, remedy)


@pytest.mark.parametrize(
    ("table", "entry", "field", "expected"),
    [
        ("children", child, "born", DAY),
        ("referrals", referral, "start", DAY),
        ("referrals", referral, "children", "a list of ids"),
        ("homes", home, "kind", "a value, as it cannot be left out"),
        ("homes", home, "run_by", "a value, as it cannot be left out"),
    ],
)
def test_what_is_always_there_is_missed(table, entry, field, expected):
    without = {key: value for key, value in entry().items() if key != field}
    fault = only_fault(tables(**{table: [without]}))
    assert (fault.field, fault.found, fault.expected, fault.remedy) == (field, "nothing", expected, "Add it.")


def test_an_entry_without_an_id_goes_by_its_number():
    nameless = {key: value for key, value in home().items() if key != "id"}
    fault = only_fault(tables(homes=[home(), nameless]))
    assert (fault.id, fault.field, fault.found) == ("no. 2", "id", "nothing")


def test_what_is_no_id_is_not_repeated_as_the_name_of_its_row():
    fault = faults(with_child(id="Amy Smith"))[0]
    assert (fault.id, fault.field, fault.found) == ("no. 1", "id", '"Amy Smith"')
    assert "Amy" not in str(fault.safe())


def test_all_faults_are_in_one_answer():
    given = tables(
        children=[child(sex="X", needs={"education_learning": 9})],
        referrals=[referral(urgency="soon", children=["ben"])],
        homes=[home(kind="tent", pets=3), home(colour="red")],
        decided=[{"home": "elm"}],
    )
    assert [(fault.table, fault.id, fault.field) for fault in faults(given)] == [
        ("children", "amy", "sex"),
        ("children", "amy", "needs.education_learning"),
        ("referrals", "r1", "urgency"),
        ("homes", "oak", "kind"),
        ("homes", "oak", "pets"),
        ("homes", "oak", "colour"),
        ("homes", "oak", "id"),
        ("referrals", "r1", "children[no. 1]"),
        ("decided", "no. 1", "home"),
    ]


def test_beyond_a_thousand_faults_are_counted():
    with pytest.raises(InvalidInput) as refused:
        parse_case(
            as_json(tables(homes=[home(id=f"h{n}", pets="no") for n in range(LISTED + 7)])), name="x", kind="json"
        )
    assert (len(refused.value.faults), refused.value.more) == (LISTED, 7)
    assert str(refused.value) == f"the input has {LISTED + 7} faults"


def test_four_megabytes_of_a_name_are_a_short_fault_at_once():
    began = time.monotonic()
    fault = only_fault(with_home(name="x" * 4_000_000))
    assert time.monotonic() - began < 2
    assert fault.expected == "text of at most 200 characters"
    assert len(fault.found) <= 60
    assert fault.safe().found == "text of 4000000 characters"


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        pytest.param({"sex": "girl, 11"}, "text of 8 characters", id="text"),
        pytest.param({"reviewed_on": "2026-02-30"}, "a date", id="a date"),
        pytest.param({"moves_in_12_months": -3}, "a number", id="a number"),
        pytest.param({"sex": True}, "true or false", id="a yes"),
        pytest.param({"sex": {"was": "F"}}, "a table", id="a table"),
        pytest.param({"sex": ["F"]}, "a list of 1", id="a list"),
    ],
)
def test_for_those_who_may_not_see_it_a_fault_keeps_only_the_kind_of_value(change, kind):
    fault = only_fault(with_child(**change)).safe()
    assert fault.found == kind
    assert (fault.table, fault.id) == ("children", "amy")


def test_for_them_an_unknown_field_is_not_named_either():
    fault = only_fault(with_child(wishes={"told Mrs Jones": 1}))
    assert fault.field == "wishes.told Mrs Jones"
    assert fault.safe().field == "wishes"
    assert "Jones" not in str(fault.safe())


def test_what_was_found_cannot_take_over_the_screen_it_is_shown_on():
    assert only_fault(with_child(sex="\x1b[2J\nrm")).found == '"\\x1b[2J\\nrm"'


@pytest.mark.parametrize("unknown", ["", None])
def test_an_empty_text_and_null_are_unknown(unknown):
    given = tables(
        homes=[home(postcode=unknown, cost={"weekly": unknown}, skills={"education_learning": unknown}, offer=unknown)]
    )
    case = parse_case(as_json(given), name="x", kind="json")
    assert (case.homes[0].postcode, case.homes[0].offer, case.homes[0].skills) == (None, None, {})


def test_an_empty_text_inside_another_text_is_left_alone():
    words = 'she said: "" and {"a":""}'
    given = json.dumps(json.loads(as_json(with_child(wishes={"words": words})))).encode()
    wishes = parse_case(given, name="x", kind="json").children[0].wishes
    assert wishes is not None
    assert wishes.words == words
