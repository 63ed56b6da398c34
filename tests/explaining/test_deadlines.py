"""The deadlines of an answer: of each lawful option, for each who arrives, and those that no home changes."""

from datetime import date
from typing import Any

import pytest

from matching.rules.deadlines import DEADLINES
from matching.rules.duties import DUTIES
from matching.rules.gates import GATES
from tests.builders import a_child, a_home, a_referral
from tests.explaining.asking import ROOM_FOR_TWO, SIBLINGS, option, rank
from tests.facts.laying_out import approval

ALWAYS = ["CPPCR-9", "POL-PLANNING-MEETING", "CPPCR-13", "CPPCR-28"]
LATE: dict[str, Any] = {"as_of": date(2026, 12, 9)}


def test_an_ordinary_option_has_those_that_every_placement_has():
    assert [d.id for d in option(rank(), "oak").deadlines] == ALWAYS


def test_a_home_ruled_out_has_none():
    assert option(rank(a_home(vacancies={"beds": 0}), in_full=["oak"]), "oak").deadlines == ()


def test_with_one_child_nobody_is_named_and_with_several_each():
    assert {d.child for d in option(rank(), "oak").deadlines} == {None}
    found = option(rank(a_home(**ROOM_FOR_TWO), **SIBLINGS), "oak").deadlines
    assert [(d.child, d.id) for d in found] == [(child, i) for child in ("amy", "ben") for i in ALWAYS]


def test_those_of_the_child_name_her_always():
    assert [(d.id, d.child) for d in rank().deadlines] == [("CPPCR-33", "amy")]


def test_an_option_has_its_own():
    far = a_home(id="far", postcode="RG1 1AA")
    ranking = rank(a_home(), far)
    assert "POL-OUT-OF-AREA" not in {d.id for d in option(ranking, "oak").deadlines}
    assert {"POL-OUT-OF-AREA", "CPPCR-10-4"} <= {d.id for d in option(ranking, "far").deadlines}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2026, 12, 1), [], id="on the first day"),
        pytest.param(date(2026, 12, 2), ["CPPCR-13"], id="a day later"),
        pytest.param(date(2026, 12, 5), ["POL-PLANNING-MEETING", "CPPCR-13"], id="after 72 hours"),
        pytest.param(date(2026, 12, 8), ["POL-PLANNING-MEETING", "CPPCR-13"], id="on the fifth working day"),
        pytest.param(date(2026, 12, 9), ALWAYS, id="after it"),
    ],
)
def test_what_has_passed_is_overdue_by_its_latest_day(day, expected):
    found = option(rank(as_of=day), "oak").deadlines
    assert [d.id for d in found if d.overdue] == expected


def test_what_is_due_as_soon_as_can_be_is_never_overdue():
    far = a_home(postcode="RG1 1AA")
    found = option(rank(far, referrals=(a_referral(emergency=True),), **LATE), "oak").deadlines
    assert [(d.by, d.overdue) for d in found if d.id == "CPPCR-10-4"] == [(None, False)]


def test_a_stop_of_the_household_is_for_every_child_and_said_once_each():
    two = a_home(**ROOM_FOR_TWO, approval=approval(terms={"max_children": 1, "sex": "M"}))
    tables = SIBLINGS | {"referrals": (a_referral(children=["amy", "ben"], emergency=True),)}
    found = option(rank(two, **tables), "oak").deadlines
    assert [(d.child, d.by) for d in found if d.id == "CPPCR-23"] == [
        ("amy", date(2026, 12, 9)),
        ("ben", date(2026, 12, 9)),
    ]


def test_those_who_live_somewhere_are_told_of_it_by_their_own_record():
    stays = a_child(current_home="oak", last_visit_on=date(2026, 11, 10))
    assert [d.id for d in option(rank(a_home(), children=(stays,)), "oak").deadlines] == ["CPPCR-28"]


def test_every_duty_deadline_and_gate_is_cited_once():
    cited = [rule.id for rule in rank().also_cited]
    assert cited == [rule.id for rule in (*DUTIES, *DEADLINES, *GATES)]
    assert len(set(cited)) == len(cited)
    assert all(rule.cites and rule.means for rule in rank().also_cited)
