"""Special guardianship is to be thought of with approved connected carers, after six months."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from matching.domain.case import Case
from matching.engine import Engine
from matching.review import AskedReview, review
from matching.reviewing.living import living_of
from matching.reviewing.prompting import prompts
from tests.builders import a_case, a_child, a_home, ordinary
from tests.reviewing.asking import AYLESBURY

DAY = date(2026, 11, 24)


def with_carers(child: Mapping[str, Any], home: Mapping[str, Any], status: str | None = "active") -> Case:
    """Amy with connected carers of hers, since 24 May, save for what is said."""
    kind = {"kind": "connected_foster", "run_by": "person", "connected_to": ["amy"], "postcode": AYLESBURY}
    approval = None if status is None else ordinary("home")["approval"] | {"status": status}
    lives = {"current_home": "oak", "current_since": date(2026, 5, 24)}
    homes = (a_home(**(kind | {"approval": approval} | dict(home))),)
    return a_case(children=(a_child(**(lives | dict(child))),), referrals=(), homes=homes)


def prompted(case: Case, by: date = DAY) -> list[str]:
    register = Engine.of(case).register
    return [prompt.child for prompt in prompts(living_of(case, register), register, by)]


@pytest.mark.parametrize(
    ("since", "by", "expected"),
    [
        pytest.param(date(2026, 5, 24), DAY, ["amy"], id="six months"),
        pytest.param(date(2026, 5, 25), DAY, [], id="a day less than six months"),
        pytest.param(date(2026, 6, 24), DAY, [], id="five months"),
        pytest.param(date(2026, 6, 24), date(2026, 12, 24), ["amy"], id="six months by a later day"),
        pytest.param(None, DAY, [], id="nobody recorded since when"),
        pytest.param(False, DAY, [], id="since no day"),
    ],
)
def test_after_six_months_people_are_asked_to_think_of_it(since, by, expected):
    assert prompted(with_carers({"current_since": since}, {}), by) == expected


@pytest.mark.parametrize(
    ("home", "status", "expected"),
    [
        pytest.param({}, "active", ["amy"], id="approved, and connected to her"),
        pytest.param({}, "temporary", [], id="approved for a time only"),
        pytest.param({}, "on_hold", [], id="on hold"),
        pytest.param({}, "none", [], id="not approved"),
        pytest.param({}, None, [], id="nobody recorded an approval"),
        pytest.param({"connected_to": ["ben"]}, "active", [], id="connected to another child"),
        pytest.param({"connected_to": []}, "active", [], id="connected to nobody"),
        pytest.param({"connected_to": None}, "active", [], id="nobody recorded to whom"),
        pytest.param({"connected_to": ["ben", "amy"]}, "active", ["amy"], id="connected to her among others"),
        pytest.param({"kind": "foster", "run_by": "own"}, "active", [], id="foster carers, though they know her"),
        pytest.param({"id": "elm"}, "active", [], id="a home that the register does not hold"),
    ],
)
def test_only_with_approved_carers_who_are_connected_to_her(home, status, expected):
    assert prompted(with_carers({}, home, status)) == expected


def test_what_is_asked_of_people():
    case = with_carers({}, {})
    register = Engine.of(case).register
    (prompt,) = prompts(living_of(case, register), register, DAY)
    assert (prompt.id, prompt.home, prompt.since) == ("SGO", "oak", date(2026, 5, 24))
    assert prompt.words == (
        "with connected carers since 24 May 2026: ask the child, them and the parents about special guardianship, "
        "with independent legal advice and a plan for support"
    )


@pytest.mark.parametrize(
    ("born", "by", "expected"),
    [
        pytest.param(date(2009, 11, 25), DAY, ["amy"], id="the day before 17"),
        pytest.param(date(2009, 11, 24), DAY, [], id="17"),
        pytest.param(date(2009, 11, 25), date(2026, 11, 25), [], id="17 by the day that is asked for"),
    ],
)
def test_from_17_it_is_not_asked(born, by, expected):
    assert prompted(with_carers({"born": born}, {}), by) == expected


def test_a_review_prompts_for_children_in_the_area_too_by_the_day_that_is_asked_for():
    engine = Engine.of(with_carers({"current_since": date(2026, 6, 24)}, {}))
    assert review(engine).prompts == ()
    later = review(engine, AskedReview(due_by=date(2026, 12, 24)))
    assert [prompt.child for prompt in later.prompts] == ["amy"]
    assert later.due == ()
