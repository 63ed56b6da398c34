"""Whom a review leaves alone: each reason where it surely holds, surely does not, and where nobody recorded it."""

from datetime import date, timedelta
from typing import Any

import pytest

from matching.domain.policy import ReviewPolicy
from matching.reviewing.left_alone import REASONS, LeftAlone, When, left_alone
from tests.builders import a_child, ordinary
from tests.reviewing.asking import POLICY

DAY = date(2026, 11, 24)
ORDINARY = When(DAY, DAY + timedelta(days=14), POLICY)
OVER_THE_SUMMER = When(date(2026, 8, 25), date(2026, 9, 8), POLICY)
FOURTEEN, TWELVE = date(2012, 3, 1), date(2014, 3, 1)

SURELY, NOT, OPEN = "surely", "not", "not recorded"


def alone(when: When = ORDINARY, **child: Any) -> LeftAlone:
    """What is found of Amy, of whom all is known and whom nothing leaves alone, save for what is said."""
    return left_alone(a_child(**({"therapy_until": False} | child)), when)


def said(of: LeftAlone, reason: str) -> str:
    """How far one reason holds."""
    surely, perhaps = ([because.id for because in those] for those in (of.surely, of.perhaps))
    assert not set(surely) & set(perhaps)
    return SURELY if reason in surely else OPEN if reason in perhaps else NOT


def words(of: LeftAlone) -> list[str]:
    return [because.words for because in (*of.surely, *of.perhaps)]


def school(year: int | None) -> dict[str, Any]:
    return {"school": ordinary("child")["school"] | {"year_group": year}}


def wishes(**changes: Any) -> dict[str, Any]:
    """What Amy wishes for; None leaves it out."""
    of = ordinary("child")["wishes"] | changes
    return {"wishes": {key: value for key, value in of.items() if value is not None}}


def orders(*orders: dict[str, Any]) -> dict[str, Any]:
    return {"court_orders": orders}


def test_nothing_leaves_alone_a_child_of_whom_everything_is_known():
    assert alone() == LeftAlone((), ())


@pytest.mark.parametrize(
    ("reason", "child", "expected"),
    [
        pytest.param("matched_long_term", {"long_term_match": True}, SURELY, id="matched for the long term"),
        pytest.param("matched_long_term", {"long_term_match": False}, NOT, id="not matched"),
        pytest.param("matched_long_term", {"long_term_match": None}, OPEN, id="nobody recorded whether matched"),
        pytest.param("away_for_safety", {"away_for_safety": True}, SURELY, id="away for safety"),
        pytest.param("away_for_safety", {"away_for_safety": False}, NOT, id="not away for safety"),
        pytest.param("away_for_safety", {"away_for_safety": None}, OPEN, id="nobody recorded whether for safety"),
        pytest.param("came_lately", {"current_since": date(2026, 5, 25)}, SURELY, id="a day less than six months"),
        pytest.param("came_lately", {"current_since": date(2026, 5, 24)}, NOT, id="came six months ago"),
        pytest.param("came_lately", {"current_since": DAY}, SURELY, id="came today"),
        pytest.param("came_lately", {"current_since": date(2026, 12, 1)}, SURELY, id="comes on a day to come"),
        pytest.param("came_lately", {"current_since": None}, OPEN, id="nobody recorded since when"),
        pytest.param("came_lately", {"current_since": False}, OPEN, id="since no day at all"),
        pytest.param("adoption", {"permanence_plan": ["ADOPTION"]}, SURELY, id="adoption is planned"),
        pytest.param("adoption", {"permanence_plan": ["RETURNEV", "ADOPTION"]}, SURELY, id="among several plans"),
        pytest.param("adoption", {"considering_adoption": True}, SURELY, id="adoption is considered"),
        pytest.param("adoption", {"ought_to_be_placed": True}, SURELY, id="ought to be placed for adoption"),
        pytest.param("adoption", {"placement_order": True}, SURELY, id="a placement order is made"),
        pytest.param("adoption", {"s19_consent": True}, SURELY, id="a parent consents to placing for adoption"),
        pytest.param("adoption", {"permanence_plan": None, "considering_adoption": True}, SURELY, id="no plan, but so"),
        pytest.param("adoption", {"permanence_plan": None}, OPEN, id="nobody recorded the plan"),
        pytest.param("adoption", {"permanence_plan": ["LTFOST18"]}, NOT, id="another plan"),
        pytest.param("adoption", {"permanence_plan": []}, NOT, id="no plan yet"),
        pytest.param(
            "special_guardianship", orders({"kind": "special_guardianship"}), SURELY, id="asked for of a court"
        ),
        pytest.param(
            "special_guardianship", orders({"kind": "special_guardianship_application"}), SURELY, id="in other words"
        ),
        pytest.param("special_guardianship", orders({"kind": "no_contact"}), NOT, id="another order"),
        pytest.param("special_guardianship", orders(), NOT, id="no orders"),
        pytest.param("special_guardianship", {"court_orders": None}, OPEN, id="nobody recorded the orders"),
        pytest.param("special_guardianship", orders({"until": date(2027, 1, 1)}), OPEN, id="an order of no kind"),
        pytest.param(
            "special_guardianship",
            orders({"until": date(2027, 1, 1)}, {"kind": "special_guardianship"}),
            SURELY,
            id="an order of no kind, and one that is",
        ),
        pytest.param(
            "special_guardianship",
            orders({"kind": "special_guardianship", "until": DAY}),
            SURELY,
            id="it runs until today",
        ),
        pytest.param(
            "special_guardianship",
            orders({"kind": "special_guardianship", "until": DAY - timedelta(days=1)}),
            NOT,
            id="it ran until yesterday",
        ),
        pytest.param("going_home", {"permanence_plan": ["RETURN1M"]}, SURELY, id="home within a month"),
        pytest.param("going_home", {"permanence_plan": ["RETURN6M"]}, SURELY, id="home within six months"),
        pytest.param("going_home", {"permanence_plan": ["RETURNEV"]}, NOT, id="home at some time"),
        pytest.param("going_home", {"permanence_plan": None}, NOT, id="the reason about adoption says the gap"),
        pytest.param("therapy", {"therapy_until": False}, NOT, id="no therapy"),
        pytest.param("therapy", {"therapy_until": DAY}, SURELY, id="therapy until today"),
        pytest.param("therapy", {"therapy_until": DAY - timedelta(days=1)}, NOT, id="therapy until yesterday"),
        pytest.param("therapy", {"therapy_until": None}, OPEN, id="nobody recorded whether there is therapy"),
        pytest.param("wants_to_stay", wishes(wants=["stay"]), SURELY, id="wants to stay"),
        pytest.param("wants_to_stay", wishes(wants=["pets", "stay"]), SURELY, id="wants that among other things"),
        pytest.param("wants_to_stay", wishes(wants=[]), OPEN, id="words alone, to be read"),
        pytest.param("wants_to_stay", wishes(wants=[], words=None), NOT, id="asked, and wishes for nothing"),
        pytest.param("wants_to_stay", wishes(wants=[], does_not_want=["stay"]), NOT, id="does not want to stay"),
        pytest.param("wants_to_stay", wishes(wants=None), OPEN, id="what she wants is not recorded"),
        pytest.param("wants_to_stay", {"wishes": None}, OPEN, id="no wishes are recorded"),
        pytest.param(
            "wants_to_stay", {"wishes": {"not_ascertained_because": "Too young to say."}}, NOT, id="too young to say"
        ),
        pytest.param(
            "wants_to_stay",
            {"wishes": {"not_ascertained_because": "Too young to say.", "ascertained_on": False}},
            NOT,
            id="too young to say, and never asked",
        ),
        pytest.param(
            "wants_to_stay", wishes(wants=["pets"], ascertained_on=date(2026, 10, 27)), NOT, id="asked 28 days ago"
        ),
        pytest.param(
            "wants_to_stay", wishes(wants=["pets"], ascertained_on=date(2026, 10, 26)), OPEN, id="asked 29 days ago"
        ),
        pytest.param(
            "wants_to_stay", wishes(wants=["pets"], ascertained_on=None), OPEN, id="nobody recorded when asked"
        ),
        pytest.param(
            "wants_to_stay",
            wishes(wants=["pets"], ascertained_on=date(2026, 11, 25)),
            OPEN,
            id="asked on a day to come",
        ),
        pytest.param(
            "wants_to_stay", wishes(wants=["stay"], ascertained_on=date(2020, 1, 1)), SURELY, id="wanted to stay once"
        ),
        pytest.param("nearly_grown", {"born": date(2009, 11, 24)}, SURELY, id="18 in a year"),
        pytest.param("nearly_grown", {"born": date(2009, 11, 25)}, NOT, id="18 in a year and a day"),
        pytest.param("brothers_and_sisters", {"siblings": []}, NOT, id="none"),
        pytest.param("brothers_and_sisters", {"siblings": [{"child": "ben"}]}, NOT, id="one who is named"),
        pytest.param("brothers_and_sisters", {"siblings": [{"assessment": "together"}]}, OPEN, id="one who is not"),
        pytest.param("brothers_and_sisters", {"siblings": None}, OPEN, id="nobody recorded them"),
    ],
)
def test_a_reason_holds_or_does_not_or_nobody_can_tell(reason, child, expected):
    assert said(alone(**child), reason) == expected


@pytest.mark.parametrize(
    ("when", "born", "year", "expected"),
    [
        pytest.param(ORDINARY, FOURTEEN, 9, NOT, id="year 9"),
        pytest.param(ORDINARY, FOURTEEN, 10, SURELY, id="year 10"),
        pytest.param(ORDINARY, FOURTEEN, 11, SURELY, id="year 11"),
        pytest.param(ORDINARY, FOURTEEN, 12, NOT, id="year 12"),
        pytest.param(OVER_THE_SUMMER, FOURTEEN, 9, SURELY, id="year 9 that is year 10 before the start"),
        pytest.param(OVER_THE_SUMMER, FOURTEEN, 8, NOT, id="year 8 that is year 9 before the start"),
        pytest.param(OVER_THE_SUMMER, FOURTEEN, 11, SURELY, id="year 11 that is over before the start"),
        pytest.param(ORDINARY, FOURTEEN, None, OPEN, id="14, and the year is not recorded"),
        pytest.param(ORDINARY, date(2013, 12, 8), None, OPEN, id="13 on the first day"),
        pytest.param(ORDINARY, date(2013, 12, 9), None, NOT, id="12 on the first day, so no year is needed"),
        pytest.param(ORDINARY, TWELVE, 10, SURELY, id="12, and in year 10 all the same"),
        pytest.param(ORDINARY, date(2009, 12, 8), 11, SURELY, id="17, and in year 11 still"),
        pytest.param(ORDINARY, date(2009, 12, 9), None, OPEN, id="16 on the first day"),
        pytest.param(ORDINARY, date(2009, 12, 8), None, NOT, id="17 on the first day"),
    ],
)
def test_in_key_stage_4_a_child_is_left_alone(when, born, year, expected):
    assert said(alone(when, born=born, **school(year)), "key_stage_4") == expected


def test_of_a_child_of_13_without_a_school_nobody_can_tell():
    assert said(alone(born=FOURTEEN, school=None), "key_stage_4") == OPEN


def test_who_came_less_than_the_policys_months_ago_is_left_alone():
    longer = When(DAY, ORDINARY.start, ReviewPolicy(settling_months=12))
    assert words(alone(longer, current_since=date(2025, 11, 25))) == [
        "came on 25 November 2025: left to settle for 12 months"
    ]
    assert words(alone(longer, current_since=date(2025, 11, 24))) == []


@pytest.mark.parametrize(
    ("child", "expected"),
    [
        pytest.param({"long_term_match": True}, "matched with these carers for the long term", id="matched"),
        pytest.param(
            {"long_term_match": None},
            "it is not recorded whether the child is matched with these carers for the long term",
            id="matched or not",
        ),
        pytest.param(
            {"born": FOURTEEN} | school(10), "in key stage 4, or in it when another home could begin", id="examinations"
        ),
        pytest.param(
            {"born": FOURTEEN} | school(None), "it is not recorded in which school year the child is", id="which year"
        ),
        pytest.param(wishes(wants=["stay"]), "the child wants to stay", id="wants to stay"),
        pytest.param(
            wishes(wants=[]),
            "the child's own words are recorded, nobody coded what they ask for: read them, and ask the child",
            id="words alone",
        ),
        pytest.param({"wishes": None}, "it is not recorded what the child wishes for: ask the child", id="no wishes"),
        pytest.param({"away_for_safety": True}, "away from home for safety", id="safety"),
        pytest.param(
            {"away_for_safety": None}, "it is not recorded whether the child is away for safety", id="safety or not"
        ),
        pytest.param(
            {"current_since": date(2026, 6, 1)}, "came on 1 June 2026: left to settle for 6 months", id="came lately"
        ),
        pytest.param(
            {"current_since": None}, "it is not recorded since when the child lives there", id="since some day"
        ),
        pytest.param({"placement_order": True}, "a plan for adoption is under way", id="adoption"),
        pytest.param({"permanence_plan": None}, "it is not recorded what the plan for permanence is", id="some plan"),
        pytest.param(
            orders({"kind": "special_guardianship"}), "special guardianship is before a court", id="guardianship"
        ),
        pytest.param(
            {"court_orders": None},
            "it is not recorded whether special guardianship is before a court",
            id="guardianship or not",
        ),
        pytest.param({"permanence_plan": ["RETURN1M"]}, "a return home within six months is planned", id="going home"),
        pytest.param({"therapy_until": date(2027, 1, 9)}, "therapy is under way until 9 January 2027", id="therapy"),
        pytest.param(
            wishes(wants=["pets"], ascertained_on=date(2026, 10, 26)),
            "the child was last asked on 26 October 2026, over 28 days ago: ask the child again",
            id="asked long ago",
        ),
        pytest.param(
            wishes(wants=["pets"], ascertained_on=None),
            "it is not recorded when the child was asked about wishes: ask the child",
            id="asked at some time",
        ),
        pytest.param(
            {"born": date(2009, 3, 1)},
            "is 18 on 1 March 2027: no other home is suggested so near to it; look at the pathway plan",
            id="nearly grown",
        ),
        pytest.param({"siblings": None}, "it is not recorded who the child's brothers and sisters are", id="family"),
        pytest.param({"therapy_until": None}, "it is not recorded whether therapy is under way", id="therapy or not"),
    ],
)
def test_the_reason_is_said_in_words(child, expected):
    assert words(alone(**child)) == [expected]


def test_all_reasons_of_a_child_are_shown_in_one_order():
    of = alone(long_term_match=True, placement_order=True, therapy_until=DAY, away_for_safety=True)
    assert [because.id for because in of.surely] == ["matched_long_term", "away_for_safety", "adoption", "therapy"]


def test_of_a_child_of_whom_nothing_is_recorded_no_reason_is_ruled_out():
    of = left_alone(type(a_child()).model_validate({"id": "amy", "born": FOURTEEN}), ORDINARY)
    assert of.surely == ()
    assert {because.id for because in of.perhaps} == REASONS.keys() - {"going_home", "nearly_grown"}
