"""A plan's page says what a panel must weigh and settle: risks, stays that must end, what is owed, what is due."""

from typing import Any

import pytest

from matching.cli.plan_risks import MOST
from matching.domain.made import made
from matching.domain.ranking import ImpactCell
from tests.cli.panels import of_kit, page_of
from tests.cli.running import case_file, matching
from tests.data.files import child, home, referral

Captured = pytest.CaptureFixture[str]
RISK = {"kind": "harmful_sexual_behaviour", "level": "history", "to": "children"}
TONIGHT = {
    "start": "2026-11-24",
    "expected_end": "2026-12-19",
    "emergency": True,
    "emergency_because": "no_home_tonight",
    "urgency": "same_day",
}
THERE = {"id": "x1", "born": "2014-01-01", "sex": "F", "relation": "own_child", "risks": [], "sibling_of": []}
THERE |= {"vulnerable_to": ["harmful_sexual_behaviour"]}
TWO_BEDS = {"beds": 2, "from": "2026-10-01"}
TERMS = {"age_min": 0, "age_max": 10, "sex": "any", "max_children": 3}
FOR_THE_YOUNG = {"status": "active", "approved_by": "E06000060", "terms": TERMS, "agreement_signed": "2020-05-01"}


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """One with a risk to somebody who lives there; an emergency where she lives; one outside the terms."""
    children = [
        child(risks=[RISK], vulnerable_to=[]),
        child(id="bea", risks=[], vulnerable_to=[]),
        child(id="cy", current_home="ash", current_since="2026-01-01", must_not_live_with=["amy", "bea", "dan"]),
        child(id="dan", born="2010-01-01", must_not_live_with=["amy", "bea", "cy"]),
    ]
    referrals = [referral(), referral(id="r2", children=["bea"])]
    referrals += [referral(id=f"r{n}", children=[who]) | TONIGHT for n, who in ((3, "cy"), (4, "dan"))]
    homes = [
        home(vacancies=TWO_BEDS, bedrooms_free=2, household=[THERE]),
        home(id="ash"),
        home(id="fir", approval=FOR_THE_YOUNG),
    ]
    file = case_file(tmp_path_factory.mktemp("panel"), children=children, referrals=referrals, homes=homes)
    ran = matching("plan", file)
    assert ran.status == 0
    return ran.line


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("bea would come there too; risks to weigh", id="at a glance"),
        pytest.param(
            "to weigh amy and x1: harmful sexual behaviour: a risk in the past, and x1 is vulnerable to it "
            "(suggested, not assessed)",
            id="whose risk, and whom it may harm",
        ),
        pytest.param("stays: is that home still open?", id="at a glance that a home may be lost"),
        pytest.param(
            "asked for as an emergency (no home tonight), and shown where she lives: is that home still open?",
            id="that a home may be lost",
        ),
        pytest.param("stays cy lives here now, since 1 January 2026", id="since when"),
        pytest.param("must end on 2 December 2026 unless the terms are amended", id="at a glance that a stay ends"),
        pytest.param(
            "must end on 2 December 2026 unless the terms are amended (the fostering service's approval); the stay "
            "asked for runs to 19 December 2026: aged 16 at the start and 16 at the end, outside terms of 0 to 10 "
            "[CPPCR-22-AGE",
            id="that a stay must end, and why",
        ),
        pytest.param("legal status C2 (full care order); needs: behaviour regulation low", id="what is known of her"),
        pytest.param("risks: harmful sexual behaviour (in the past, to children)", id="her risks"),
        pytest.param("parents: says (18 November 2026): “Near enough to visit.”", id="the parents' view"),
        pytest.param("lives now at previous since 1 October 2025: not a home of this file", id="her home"),
        pytest.param("place 0.4 miles from home, about 8 minutes; about 9 minutes to school", id="the place"),
        pytest.param("24 November 2026 dan: those whom regulation 13 lists are notified", id="what is due"),
        pytest.param("by these aims, and by what is recorded", id="of what it is proven"),
    ],
)
def test_the_page_says_what_to_weigh(page: str, said: str) -> None:
    assert said in page


def test_the_place_in_the_own_order_is_left_out_for_those_who_stay(page: str) -> None:
    stays = page.partition(" cy (11) says")[2].partition(" dan (16)")[0]
    assert "own order" not in stays
    assert "would be first" not in stays


def test_what_is_due_stands_earliest_first(page: str) -> None:
    due = page.partition("What is due by when")[2]
    assert due.index("24 November") < due.index("1 December 2026 amy")


def cell(**changes: Any) -> ImpactCell:
    """Something to weigh."""
    return made(ImpactCell, **{"source": "kit", "towards": "m1", "risk": "fire", "because": "a risk now"} | changes)


def test_what_rests_on_no_recorded_risk_is_left_out(capsys: Captured) -> None:
    unknown = cell(risk="not recorded", because="the risks of kit are not recorded")
    page = page_of(capsys, assignments=of_kit({"impact": (unknown,)}))
    assert "weigh" not in page.partition("At a glance")[2].partition("stability")[0]


def test_of_many_risks_those_that_the_plan_brings_come_first(capsys: Captured) -> None:
    many = tuple(cell(towards=f"m{n}") for n in range(MOST))
    page = page_of(capsys, assignments=of_kit({"impact": (*many, cell(towards="ben"))}, with_them=("ben",)))
    assert page.index("kit and ben: fire") < page.index("kit and m0: fire")
    assert "to weigh 1 more: the same as data names them all" in page


def test_of_whom_nobody_knows_the_vulnerability_all_risks_stand_in_a_row(capsys: Captured) -> None:
    unknown = ", and to what m1 is vulnerable is not recorded"
    two = (cell(because=f"a risk now{unknown}"), cell(risk="theft", because=f"a risk in the past{unknown}"))
    page = page_of(capsys, assignments=of_kit({"impact": two}))
    assert (
        "to weigh kit and m1: fire (a risk now) and theft (a risk in the past); to what m1 is vulnerable is not "
        "recorded (suggested, not assessed)"
    ) in page
