"""How homes serve the duties to one child, read off her facts: what is so, what is not, and what nobody recorded."""

from datetime import date
from typing import Any

import numpy as np
import pytest

from matching.domain.home import Home
from matching.facts.truth import NO, UNKNOWN, YES
from matching.reviewing.looked import Served
from matching.reviewing.measures import NEVER_MORE, Measures, columns_of, duties_on
from tests.builders import a_case, a_child, a_home, a_member
from tests.reviewing.asking import found_for

DUTIES = duties_on(date(2026, 11, 24))
IDS = [duty.id for duty in DUTIES]
NEAR, SCHOOL, FAMILY, ACCESS, AREA, WISHES = IDS
BEN = {"child": "ben", "assessment": "together"}
CAT = {"child": "cat", "assessment": "together"}


def measured(*homes: Home, **child: Any) -> Measures:
    """How homes would serve Amy, who lives in the first of them."""
    of = homes or (a_home(),)
    known = {"ought_to_be_placed": False, "placement_order_refused": False}
    amy = a_child(**({"current_home": of[0].id} | known | child))
    case = a_case(children=(amy,), referrals=(), homes=of)
    frame = found_for(case).layout.frames[0]
    return Measures.of(frame.select(sorted(columns_of(DUTIES))), DUTIES)


def served(duty: str, *homes: Home, **child: Any) -> tuple[int, int]:
    """Whether a duty is owed in the first home, and whether that serves it."""
    of = measured(*homes, **child)
    return int(of.owed[IDS.index(duty), 0]), int(of.served[IDS.index(duty), 0])


@pytest.mark.parametrize(
    ("duty", "home", "child", "expected"),
    [
        pytest.param(NEAR, {"postcode": "HP20 2NF"}, {}, (YES, YES), id="near home"),
        pytest.param(NEAR, {"postcode": "SY2 6BU"}, {}, (YES, NO), id="far from home"),
        pytest.param(NEAR, {"postcode": None}, {}, (YES, UNKNOWN), id="nobody knows where the home is"),
        pytest.param(NEAR, {}, {"home_postcode": False}, (NO, UNKNOWN), id="not owed to a child with no home here"),
        pytest.param(NEAR, {}, {"away_for_safety": True}, (NO, YES), id="not owed to a child who is to be away"),
        pytest.param(NEAR, {}, {"considering_adoption": True}, (NO, YES), id="not owed where adoption is considered"),
        pytest.param(
            NEAR, {}, {"ought_to_be_placed": None}, (UNKNOWN, YES), id="nobody recorded whether it ought to be"
        ),
        pytest.param(WISHES, {}, {"considering_adoption": True}, (YES, YES), id="wishes are owed to everybody"),
        pytest.param(AREA, {"postcode": "HP20 2NF"}, {}, (YES, YES), id="in the area"),
        pytest.param(AREA, {"postcode": "OX12 8FD"}, {}, (YES, NO), id="in the next"),
        pytest.param(AREA, {"postcode": None}, {}, (YES, UNKNOWN), id="nobody knows in which"),
        pytest.param(
            SCHOOL, {"can_keep": ["110000"], "postcode": "SY2 6BU"}, {}, (YES, YES), id="the school can be kept"
        ),
        pytest.param(SCHOOL, {"postcode": "SY2 6BU"}, {}, (YES, NO), id="the school is too far"),
        pytest.param(SCHOOL, {}, {"school": None}, (UNKNOWN, UNKNOWN), id="nobody recorded a school"),
        pytest.param(ACCESS, {}, {}, (NO, YES), id="no access is needed"),
        pytest.param(ACCESS, {"access": ["step_free"]}, {"access_needs": ["step_free"]}, (YES, YES), id="step-free"),
        pytest.param(ACCESS, {"access": []}, {"access_needs": ["step_free"]}, (YES, NO), id="there are steps"),
        pytest.param(ACCESS, {"access": None}, {"access_needs": ["step_free"]}, (YES, UNKNOWN), id="steps or not"),
        pytest.param(FAMILY, {}, {}, (NO, YES), id="no brothers and sisters"),
        pytest.param(FAMILY, {}, {"siblings": [BEN]}, (YES, NO), id="a brother elsewhere"),
        pytest.param(
            FAMILY, {"household": [a_member(id="ben")]}, {"siblings": [BEN]}, (YES, YES), id="a brother lives there"
        ),
        pytest.param(FAMILY, {}, {"siblings": None}, (UNKNOWN, UNKNOWN), id="nobody recorded brothers and sisters"),
    ],
)
def test_whether_a_duty_is_owed_and_served(duty, home, child, expected):
    assert served(duty, a_home(**home), **child) == expected


def test_a_line_a_duty_and_an_entry_a_home():
    of = measured(a_home(), a_home(id="elm", postcode="SY2 6BU"), a_home(id="ash", postcode=None))
    assert of.served.shape == of.owed.shape == of.measure.shape == (len(DUTIES), 3)
    assert of.served[IDS.index(NEAR)].tolist() == [YES, NO, UNKNOWN]


def test_only_nearness_is_measured_in_miles():
    of = measured(a_home(), a_home(id="elm", postcode="SY2 6BU"), a_home(id="ash", postcode=None))
    miles = of.measure[IDS.index(NEAR)]
    assert miles[0] < 2
    assert 90 < miles[1] < 120
    assert np.isnan(miles[2])
    assert np.isnan(np.delete(of.measure, IDS.index(NEAR), axis=0)).all()


def wishes(**changes: Any) -> dict[str, Any]:
    return {
        "wishes": {"ascertained_on": date(2026, 11, 18), "words": "So.", "wants": [], "does_not_want": []} | changes
    }


@pytest.mark.parametrize(
    ("child", "least", "most"),
    [
        pytest.param(wishes(wants=["pets"]), 0, 0, id="a wish that is not granted"),
        pytest.param(wishes(wants=["pets", "near_family", "family_home"]), 2, 2, id="two of three"),
        pytest.param(wishes(wants=["near_family"], does_not_want=["pets"]), 2, 2, id="what is not wanted is not there"),
        pytest.param(wishes(wants=["near_family", "a_garden"]), 1, 2, id="one of which nobody can tell"),
        pytest.param(wishes(wants=[]), 0, 0, id="words alone"),
        pytest.param(wishes(wants=[], words=None), 0, 0, id="no wishes"),
        pytest.param({"wishes": None}, 0, NEVER_MORE, id="nobody recorded any"),
        pytest.param({"wishes": {"wants": ["near_family"]}}, 1, 2, id="what is not wanted is not recorded"),
        pytest.param({"wishes": {"not_ascertained_because": "Too young."}}, 0, 0, id="nobody could ask"),
    ],
)
def test_the_least_and_the_most_wishes_that_would_be_granted(child, least, most):
    of = measured(a_home(), **child).wishes
    assert (of[0].tolist(), of[1].tolist()) == ([least], [most])


@pytest.mark.parametrize(
    ("home", "child", "least", "most"),
    [
        pytest.param({}, {"siblings": []}, 0, 0, id="none"),
        pytest.param({}, {"siblings": [BEN, CAT]}, 0, 0, id="two elsewhere"),
        pytest.param({"household": [a_member(id="ben")]}, {"siblings": [BEN, CAT]}, 1, 1, id="one of two is there"),
        pytest.param({"household": None}, {"siblings": [BEN, CAT]}, 0, 2, id="nobody recorded who lives there"),
        pytest.param({}, {"siblings": None}, 0, NEVER_MORE, id="nobody recorded how many there are"),
        pytest.param({}, {"siblings": [{"child": "ben", "assessment": "apart"}]}, 0, 0, id="to live apart"),
    ],
)
def test_the_least_and_the_most_brothers_and_sisters_who_would_be_there(home, child, least, most):
    of = measured(a_home(**home), **child).siblings
    assert (of[0].tolist(), of[1].tolist()) == ([least], [most])


def test_one_of_the_homes_by_itself():
    of = measured(a_home(), a_home(id="elm", postcode="SY2 6BU"))
    one = of.at(1)
    assert one.served.tolist() == of.served[:, 1:].tolist()
    assert one.owed.tolist() == of.owed[:, 1:].tolist()
    assert one.measure[IDS.index(NEAR), 0] == of.measure[IDS.index(NEAR), 1]
    assert [level.tolist() for level in one.wishes] == [level[1:].tolist() for level in of.wishes]


@pytest.mark.parametrize(
    "home", [{}, {"postcode": None}, {"household": None}], ids=["all is known", "not where", "not who"]
)
def test_what_is_kept_of_a_home_is_what_was_measured(home):
    of = measured(a_home(**home), siblings=[BEN], access_needs=["step_free"])
    kept = Served.model_validate_json(Served.of(of).model_dump_json()).measures(DUTIES)
    for one, other in ((kept.owed, of.owed), (kept.served, of.served)):
        assert one.tolist() == other.tolist()
    assert np.array_equal(kept.measure, of.measure, equal_nan=True)
    for one_pair, other_pair in ((kept.wishes, of.wishes), (kept.siblings, of.siblings)):
        assert [level.tolist() for level in one_pair] == [level.tolist() for level in other_pair]


def test_the_duties_are_those_that_bind_on_the_day():
    assert [duty.id for duty in duties_on(date(2011, 3, 31))] == [WISHES]
    assert [duty.id for duty in duties_on(date(2011, 4, 1))] == IDS
