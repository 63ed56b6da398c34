"""Each duty: when it is owed to a child, and what serves it; a fact that nobody recorded leaves either open."""

from datetime import date, timedelta
from typing import Any

import polars as pl
import pytest

from matching.domain.child import Child
from matching.domain.home import Home
from matching.rules.duties import DUTIES
from tests.builders import a_child, a_home, a_member, a_referral, ordinary
from tests.facts.laying_out import brothers_and_sisters as listed
from tests.facts.laying_out import laid_out

BY_ID = {duty.id: duty for duty in DUTIES}
AWAY = "RG1 1AA"
"""In Reading, 25 miles from Amy's home."""


def read(condition: Any, child: Child, home: Home, others: tuple[Child, ...] = ()) -> bool | None:
    """What a condition says of a child in a home."""
    frame: pl.DataFrame = laid_out([child, *others], [home]).frames[0]
    said: bool | None = frame.select(condition.expr.alias("said"))["said"][0]
    return said


def owed(duty: str, **child: Any) -> bool | None:
    return read(BY_ID[duty].owed, a_child(**child), a_home())


def served(duty: str, child: dict[str, Any], home: dict[str, Any], *others: Child) -> bool | None:
    return read(BY_ID[duty].served, a_child(**child), a_home(**home), others)


def test_there_are_these_duties_and_no_others():
    assert list(BY_ID) == [f"CA89-22C-8{letter}" for letter in "ABCD"] + ["CA89-22C-9", "CA89-22-5"]


@pytest.mark.parametrize("duty", [pytest.param(d, id=d.id) for d in DUTIES])
def test_a_duty_binds_from_its_first_day(duty):
    assert duty.binds_on(duty.from_day)
    assert not duty.binds_on(duty.from_day - timedelta(days=1))
    assert duty.from_day == (date(1991, 10, 14) if duty.id == "CA89-22-5" else date(2011, 4, 1))


ALL_OWED: dict[str, Any] = {"siblings": listed("ben"), "access_needs": ["step_free"]}
SWITCHED_OFF = [d for d in BY_ID if d != "CA89-22-5"]


@pytest.mark.parametrize("duty", SWITCHED_OFF)
@pytest.mark.parametrize(
    ("adoption", "expected"),
    [
        pytest.param({"considering_adoption": False}, True, id="not considered"),
        pytest.param({"considering_adoption": True}, False, id="considered"),
        pytest.param(
            {"considering_adoption": True, "placement_order_refused": True}, True, id="considered, an order refused"
        ),
        pytest.param({"ought_to_be_placed": True, "placement_order": False}, False, id="ought to be placed"),
        pytest.param(
            {"ought_to_be_placed": True, "s19_consent": True, "placement_order": False}, True, id="with consent"
        ),
        pytest.param({"considering_adoption": None}, None, id="nobody knows"),
        pytest.param(
            {"considering_adoption": True, "placement_order_refused": None}, None, id="nobody knows of an order"
        ),
    ],
)
def test_early_permanence_switches_these_off_and_what_is_unknown_does_not(duty, adoption, expected):
    known = {"ought_to_be_placed": False, "placement_order": False, "placement_order_refused": False}
    assert owed(duty, **(ALL_OWED | known | adoption)) is expected


@pytest.mark.parametrize("duty", SWITCHED_OFF)
def test_with_a_parent_they_are_not_owed(duty):
    child = a_child(**(ALL_OWED | {"considering_adoption": False}))
    assert read(BY_ID[duty].owed, child, a_home(kind="parent", run_by="person")) is False
    assert read(BY_ID["CA89-22-5"].owed, child, a_home(kind="parent", run_by="person")) is True


@pytest.mark.parametrize("considered", [True, False, None])
def test_wishes_and_identity_are_considered_all_the_same(considered):
    assert owed("CA89-22-5", considering_adoption=considered) is True


NOT_CONSIDERED = {"considering_adoption": False, "ought_to_be_placed": False, "placement_order_refused": False}
SCHOOL = ordinary("child")["school"]


@pytest.mark.parametrize(
    ("duty", "child", "expected"),
    [
        pytest.param("CA89-22C-8A", {"away_for_safety": False}, True, id="near home"),
        pytest.param("CA89-22C-8A", {"away_for_safety": True}, False, id="the plan is to be away"),
        pytest.param("CA89-22C-8A", {"away_for_safety": None}, None, id="nobody knows the plan"),
        pytest.param("CA89-22C-8A", {"home_postcode": False}, False, id="no home in this country"),
        pytest.param("CA89-22C-8A", {"home_postcode": None}, None, id="nobody knows whether there is a home"),
        pytest.param("CA89-22C-8B", {"school": SCHOOL}, True, id="a registered pupil"),
        pytest.param("CA89-22C-8B", {"school": {"registered": False}}, False, id="not a pupil"),
        pytest.param("CA89-22C-8B", {"school": None}, None, id="nobody knows of a school"),
        pytest.param("CA89-22C-8C", {"siblings": listed("ben")}, True, id="a brother to live with"),
        pytest.param("CA89-22C-8C", {"siblings": listed("ben", assessment="not_assessed")}, True, id="not assessed"),
        pytest.param("CA89-22C-8C", {"siblings": listed("ben", assessment="apart")}, False, id="to live apart"),
        pytest.param("CA89-22C-8C", {"siblings": []}, False, id="no siblings"),
        pytest.param("CA89-22C-8C", {"siblings": None}, None, id="nobody knows of siblings"),
        pytest.param("CA89-22C-8C", {"siblings": [{"assessment": "together"}]}, None, id="a sibling without a name"),
        pytest.param("CA89-22C-8D", {"access_needs": ["step_free"]}, True, id="access is needed"),
        pytest.param("CA89-22C-8D", {"access_needs": []}, False, id="none is needed"),
        pytest.param("CA89-22C-8D", {"access_needs": None}, None, id="nobody knows what is needed"),
        pytest.param("CA89-22C-9", {}, True, id="the area"),
    ],
)
def test_a_duty_is_owed_where_it_is_about_the_child(duty, child, expected):
    assert owed(duty, **(NOT_CONSIDERED | child)) is expected


@pytest.mark.parametrize(
    ("duty", "child", "home", "expected"),
    [
        pytest.param("CA89-22C-8A", {}, {}, True, id="near home"),
        pytest.param("CA89-22C-8A", {}, {"postcode": AWAY}, False, id="25 miles from home"),
        pytest.param("CA89-22C-8A", {}, {"postcode": None}, None, id="nobody knows where the home is"),
        pytest.param("CA89-22C-8A", {"home_postcode": None}, {}, None, id="nobody knows where her home is"),
        pytest.param("CA89-22C-8A", {"home_postcode": False}, {}, None, id="there is none to be near"),
        pytest.param("CA89-22C-8B", {}, {}, True, id="the school is near"),
        pytest.param("CA89-22C-8B", {}, {"postcode": AWAY}, False, id="the school is far"),
        pytest.param("CA89-22C-8B", {}, {"postcode": AWAY, "can_keep": ["110000"]}, True, id="the home keeps it"),
        pytest.param("CA89-22C-8B", {}, {"postcode": AWAY, "can_keep": None}, None, id="nobody knows if it keeps it"),
        pytest.param(
            "CA89-22C-8C", {"siblings": listed("x1")}, {"household": [a_member()]}, True, id="with her sister"
        ),
        pytest.param("CA89-22C-8C", {"siblings": listed("x1")}, {}, False, id="without her sister"),
        pytest.param("CA89-22C-8C", {"siblings": listed("x1")}, {"household": None}, None, id="who is there, unknown"),
        pytest.param("CA89-22C-8D", {"access_needs": ["step_free"]}, {"access": ["step_free"]}, True, id="step-free"),
        pytest.param("CA89-22C-8D", {"access_needs": ["step_free"]}, {"access": []}, False, id="with steps"),
        pytest.param("CA89-22C-8D", {"access_needs": ["step_free"]}, {"access": None}, None, id="steps, unknown"),
        pytest.param("CA89-22C-9", {}, {}, True, id="in the area"),
        pytest.param("CA89-22C-9", {}, {"postcode": "MK9 3XL"}, False, id="in an adjoining area"),
        pytest.param("CA89-22C-9", {}, {"postcode": None, "authority": None}, None, id="area unknown"),
        pytest.param("CA89-22-5", {}, {}, True, id="what she wishes for"),
        pytest.param("CA89-22-5", {}, {"postcode": AWAY}, False, id="not what she wishes for"),
        pytest.param("CA89-22-5", {"wishes": None}, {}, None, id="nobody knows what she wishes"),
    ],
)
def test_what_serves_a_duty(duty, child, home, expected):
    assert served(duty, child, home) is expected


@pytest.mark.parametrize(
    ("within", "expected"),
    [pytest.param(25, False, id="just over"), pytest.param(26, True, id="just under")],
)
def test_near_home_is_as_near_as_the_policy_says(within, expected):
    frame = laid_out([a_child()], [a_home(postcode=AWAY)]).frames[0]
    told = frame.with_columns(pl.lit(float(within)).alias("figure.near_home_within"))
    assert told.select(BY_ID["CA89-22C-8A"].served.expr.alias("said"))["said"][0] is expected


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param({}, True, id="together"),
        pytest.param({"household": None}, True, id="together, whoever lives there"),
    ],
)
def test_who_arrive_together_are_together(home, expected):
    children = [a_child(siblings=listed("ben")), a_child(id="ben", siblings=listed("amy"))]
    layout = laid_out(children, [a_home(**home)], a_referral(children=["amy", "ben"]))
    told = [frame.select(BY_ID["CA89-22C-8C"].served.expr.alias("said"))["said"][0] for frame in layout.frames]
    assert told == [expected, expected]


IDENTITY: dict[str, dict[str, Any]] = {
    "speaks it": {"languages": ["english"]},
    "speaks another": {"languages": ["Polish"]},
    "prays alike": {"religion": "Islam"},
    "prays otherwise": {"religion": "Hindu"},
    "nobody knows": {"languages": None, "religion": None},
}


@pytest.mark.parametrize("duty", list(BY_ID))
def test_language_and_religion_serve_no_duty_and_break_none(duty):
    child = ALL_OWED | {"religion": "Islam", "languages": ["English"], "ethnicity": "APKN"}
    said = {words: served(duty, child, home | {"access": ["step_free"]}) for words, home in IDENTITY.items()}
    assert len(set(said.values())) == 1
