"""Children of whom people decide, and no list: they have no options, and the answer says why."""

from typing import Any

import pytest

from matching.domain.codes import LegalStatus
from tests.builders import a_child, a_home, a_referral
from tests.explaining.asking import ROOM_FOR_TWO, SIBLINGS, listed, options, rank
from tests.facts.laying_out import brothers_and_sisters

SO = "people decide this, not the list"
OF_PEOPLE = {
    "E1": f"amy is under a placement order: {SO}",
    "J1": f"amy is remanded: {SO}",
    "V3": f"amy is on short breaks: {SO}",
    "V4": f"amy is on short breaks: {SO}",
}
LANE, LIBERTY = "POL-MANUAL-LANE", "CA89-25"
AGREED = {"consent_by": "mother", "on": a_child().reviewed_on, "objection": False}


@pytest.mark.parametrize("status", list(LegalStatus))
def test_of_these_legal_statuses_people_decide_and_of_no_other(status):
    ranking = rank(children=(a_child(legal_status=status, s20=AGREED),))
    if status in OF_PEOPLE:
        assert ranking.people_decide == (OF_PEOPLE[status],)
        assert not options(ranking)
        assert listed(ranking.cannot_place_because) == {(LANE,): ("oak",)}
    else:
        assert ranking.people_decide == ()
        assert [o.home for o in options(ranking)] == ["oak"]


@pytest.mark.parametrize(
    ("deprived", "expected"),
    [
        pytest.param(True, (f"amy is, or is to be, deprived of liberty: {SO}",), id="deprived of liberty"),
        pytest.param(False, (), id="not"),
        pytest.param(None, (), id="nobody knows"),
    ],
)
def test_of_deprivation_of_liberty_people_decide(deprived, expected):
    ranking = rank(children=(a_child(deprivation_of_liberty=deprived),))
    assert ranking.people_decide == expected
    assert [o.standing for o in options(ranking)] == {True: [], False: ["met"], None: ["cannot_tell"]}[deprived]
    assert listed(ranking.cannot_place_because) == ({(LIBERTY,): ("oak",)} if deprived else {})


def test_both_reasons_are_said():
    ranking = rank(children=(a_child(deprivation_of_liberty=True, legal_status="J1"),))
    assert [said.split(":")[0] for said in ranking.people_decide] == [
        "amy is, or is to be, deprived of liberty",
        "amy is remanded",
    ]
    assert listed(ranking.cannot_place_because) == {(LIBERTY, LANE): ("oak",)}


def test_a_legal_status_that_nobody_recorded_is_not_one_of_these():
    ranking = rank(children=(a_child(legal_status=None),))
    assert ranking.people_decide == ()
    assert [o.standing for o in options(ranking)] == ["cannot_tell"]


def test_of_two_who_are_asked_for_together_one_is_enough_and_is_named():
    ben = a_child(id="ben", siblings=brothers_and_sisters("amy"), legal_status="V3", s20=AGREED)
    tables: dict[str, Any] = SIBLINGS | {"children": (SIBLINGS["children"][0], ben)}
    ranking = rank(a_home(**ROOM_FOR_TWO), **tables)
    assert ranking.people_decide == (f"ben is on short breaks: {SO}",)
    assert not options(ranking)


def test_who_does_not_arrive_is_not_decided_of():
    ben = a_child(id="ben", legal_status="E1")
    assert rank(children=(a_child(), ben), referrals=(a_referral(),)).people_decide == ()


def test_a_secure_home_is_never_an_option():
    ranking = rank(a_home(kind="secure", run_by="other_authority"))
    assert ranking.people_decide == ()
    assert not options(ranking)
    assert LIBERTY in {rule for group in ranking.cannot_place_because for rule in group.rules}
