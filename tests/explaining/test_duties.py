"""How an option serves the duties, and where a reason is owed because a lawful option serves one better."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.domain.ranking import DutyMeasured, Ranking
from tests.builders import a_child, a_home, a_referral, ordinary
from tests.explaining.asking import ROOM_FOR_TWO, SIBLINGS, option, rank
from tests.facts.laying_out import brothers_and_sisters
from tests.peer.dice import Dice, record
from tests.peer.engine_says import engine_of
from tests.peer.made_up import world
from tests.peer.ranked import in_full

NEAR_HOME, SCHOOL, TOGETHER, DISABILITY = (f"CA89-22C-8{letter}" for letter in "ABCD")
AREA, WISHES = "CA89-22C-9", "CA89-22-5"
DUTIES = (NEAR_HOME, SCHOOL, TOGETHER, DISABILITY, AREA, WISHES)
AWAY = "RG1 1AA"


def measured(ranking: Ranking, home: str, duty: str, child: str | None = None) -> DutyMeasured:
    """How an option serves one duty to the child, or to one of several."""
    (found,) = (d for d in option(ranking, home).duties if d.id == duty and d.child == child)
    return found


def test_every_lawful_option_shows_every_duty_in_one_order():
    ranking = rank(a_home(), a_home(id="elm", postcode=AWAY))
    assert [tuple(d.id for d in option(ranking, home).duties) for home in ("oak", "elm")] == [DUTIES, DUTIES]


def test_a_home_ruled_out_shows_none():
    full = a_home(vacancies={"beds": 0})
    assert option(rank(full, in_full=["oak"]), "oak").duties == ()


@pytest.mark.parametrize(
    ("duty", "child", "home", "met", "because"),
    [
        pytest.param(NEAR_HOME, {}, {}, True, "0.4 miles from home", id="near"),
        pytest.param(NEAR_HOME, {}, {"postcode": AWAY}, False, "25.4 miles from home", id="far"),
        pytest.param(NEAR_HOME, {}, {"postcode": None}, None, "not recorded from home", id="nobody knows where"),
        pytest.param(SCHOOL, {}, {}, True, "school kept: yes; journey 9 minutes", id="school kept"),
        pytest.param(AREA, {}, {"postcode": AWAY}, False, "in Reading", id="outside the area"),
        pytest.param(
            DISABILITY,
            {"access_needs": ["step_free"]},
            {"access": ["step_free"]},
            True,
            "the access that the child needs: yes",
            id="access",
        ),
    ],
)
def test_it_says_how_far_each_is_served(duty, child, home, met, because):
    found = measured(rank(a_home(**home), children=(a_child(**child),)), "oak", duty)
    assert (found.owed, found.met, found.because) == (True, met, because)


@pytest.mark.parametrize(
    ("duty", "child"),
    [
        pytest.param(NEAR_HOME, {"away_for_safety": True}, id="away for safety"),
        pytest.param(NEAR_HOME, {"home_postcode": False}, id="no home in this country"),
        pytest.param(SCHOOL, {"school": {"registered": False}}, id="not a pupil"),
        pytest.param(TOGETHER, {"siblings": []}, id="no siblings"),
        pytest.param(DISABILITY, {"access_needs": []}, id="no access needed"),
        *(pytest.param(d, {"considering_adoption": True, "placement_order_refused": False}, id=d) for d in DUTIES[:5]),
    ],
)
def test_what_is_not_owed_is_neither_met_nor_broken_and_no_reason_is_owed(duty, child):
    homes = (a_home(), a_home(id="elm", postcode=AWAY, access=["step_free"]))
    found = measured(rank(*homes, children=(a_child(**child),)), "elm", duty)
    assert (found.owed, found.met, found.reason_owed, found.better) == (False, None, False, ())
    assert found.because


def test_wishes_are_owed_even_where_adoption_is_considered():
    child = a_child(considering_adoption=True, placement_order_refused=False)
    found = measured(rank(a_home(), a_home(id="elm", postcode=AWAY), children=(child,)), "elm", WISHES)
    assert (found.owed, found.met, found.better) == (True, False, ("oak",))


def test_where_nobody_knows_whether_it_is_considered_all_are_owed():
    child = a_child(considering_adoption=None)
    ranking = rank(a_home(), a_home(id="elm", postcode=AWAY), children=(child,))
    assert measured(ranking, "elm", NEAR_HOME).better == ("oak",)
    assert all(measured(ranking, "elm", duty).owed for duty in (NEAR_HOME, SCHOOL, AREA, WISHES))


EXPIRED = {"offer": {"referral": "r1", "valid_until": ordinary("child")["reviewed_on"]}}
"""An offer that has expired: to be renewed."""


@pytest.mark.parametrize(
    ("other", "standing", "expected"),
    [
        pytest.param({}, "met", ("oak",), id="an option that can go ahead"),
        pytest.param({"run_by": "agency", **EXPIRED}, "needs_approval", ("oak",), id="one that waits for an approval"),
        pytest.param({"vacancies": None}, "cannot_tell", (), id="one of which nobody can tell"),
        pytest.param({"vacancies": {"beds": 0}}, "prohibited", (), id="one that is ruled out"),
    ],
)
def test_a_reason_is_owed_only_for_what_is_lawful(other, standing, expected):
    ranking = rank(a_home(**other), a_home(id="elm", postcode=AWAY), in_full=["oak"])
    assert option(ranking, "oak").standing == standing
    for duty in (SCHOOL, AREA, WISHES, NEAR_HOME):
        found = measured(ranking, "elm", duty)
        assert (found.reason_owed, found.better) == (bool(expected), expected)


def test_none_is_owed_where_the_others_serve_it_no_better():
    ranking = rank(a_home(), a_home(id="elm"), a_home(id="far", postcode=AWAY))
    assert all(d.better == () for d in option(ranking, "oak").duties)
    assert all(d.better == () for d in option(ranking, "elm").duties)


def test_an_option_that_is_in_doubt_owes_it_too():
    ranking = rank(a_home(), a_home(id="elm", household=None, postcode=AWAY))
    assert option(ranking, "elm").standing == "cannot_tell"
    assert measured(ranking, "elm", AREA).better == ("oak",)


def test_the_first_three_in_the_panels_order_are_named():
    homes = [a_home(id=f"h{n}", years_fostering=9 - n) for n in range(5)]
    ranking = rank(*homes, a_home(id="far", postcode=AWAY))
    order = [o.home for tier in ranking.tiers for o in tier.options]
    assert measured(ranking, "far", AREA).better == tuple(order[:3])


MILES = {"near": 13.8, "far": 25.4}
"""From Amy's home to a home in Milton Keynes, and to one in Reading: 11.6 miles more."""


@pytest.mark.parametrize(
    ("nearer_by", "expected"),
    [
        pytest.param(11, ("near",), id="nearer by more than the margin"),
        pytest.param(12, (), id="nearer by less than the margin"),
    ],
)
def test_another_home_is_nearer_by_the_policys_margin(nearer_by, expected):
    homes = (a_home(id="near", postcode="MK1 1AS"), a_home(id="far", postcode=AWAY))
    figures = {"nearer_by": nearer_by, "near_home_within": 30}
    ranking = rank(*homes, policy={"name": "buckinghamshire-2026", "figures": figures})
    assert [measured(ranking, h, NEAR_HOME).because for h in MILES] == [f"{m} miles from home" for m in MILES.values()]
    assert [measured(ranking, home, NEAR_HOME).met for home in MILES] == [True, True]
    assert measured(ranking, "far", NEAR_HOME).better == expected
    assert measured(ranking, "near", NEAR_HOME).better == ()


def test_a_nearer_home_is_better_though_both_are_far():
    homes = (a_home(id="near", postcode="MK1 1AS"), a_home(id="far", postcode=AWAY))
    ranking = rank(*homes, policy={"name": "buckinghamshire-2026", "figures": {"near_home_within": 5}})
    assert [measured(ranking, home, NEAR_HOME).met for home in MILES] == [False, False]
    assert measured(ranking, "far", NEAR_HOME).better == ("near",)


def test_each_of_several_siblings_has_duties_of_her_own():
    near_ben = a_child(id="ben", siblings=brothers_and_sisters("amy"), home_postcode=AWAY, access_needs=["step_free"])
    tables = SIBLINGS | {"children": (SIBLINGS["children"][0], near_ben)}
    homes = (
        a_home(**ROOM_FOR_TWO, access=["step_free"]),
        a_home(id="elm", postcode=AWAY, access=["step_free"], **ROOM_FOR_TWO),
    )
    ranking = rank(*homes, **tables)
    assert measured(ranking, "elm", NEAR_HOME, "amy").better == ("oak",)
    assert measured(ranking, "oak", NEAR_HOME, "ben").better == ("elm",)
    assert [measured(ranking, "oak", DISABILITY, child).owed for child in ("amy", "ben")] == [False, True]
    assert [measured(ranking, "oak", TOGETHER, child).met for child in ("amy", "ben")] == [True, True]


def test_who_is_not_asked_for_with_them_parts_them_everywhere():
    children = (a_child(siblings=brothers_and_sisters("ben")), a_child(id="ben", siblings=brothers_and_sisters("amy")))
    ranking = rank(a_home(), children=children, referrals=(a_referral(),))
    found = measured(ranking, "oak", TOGETHER)
    assert (found.owed, found.met, found.reason_owed) == (True, False, False)


IDENTITY = (
    {"languages": ["English"], "religion": "Hindu"},
    {"languages": ["Polish"], "religion": "Islam"},
    {"languages": None, "religion": None},
)


@pytest.mark.parametrize("homes", [pytest.param(i, id=str(i["religion"])) for i in IDENTITY])
def test_language_and_religion_change_the_words_and_no_reason(homes):
    child = a_child(languages=["English"], religion="Islam")
    ranking = rank(a_home(), a_home(id="elm", **homes), children=(child,))
    for home in ("oak", "elm"):
        found = measured(ranking, home, WISHES)
        assert (found.met, found.reason_owed) == (True, False)


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(
            {"languages": ["english", "Urdu"], "religion": "ISLAM"},
            "a language in common: yes; same religion: yes",
            id="both, however written",
        ),
        pytest.param(
            {"languages": ["Urdu"], "religion": "Hindu"}, "a language in common: no; same religion: no", id="neither"
        ),
        pytest.param(
            {"languages": None, "religion": None},
            "a language in common: not recorded; same religion: not recorded",
            id="nobody knows",
        ),
    ],
)
def test_they_are_shown(home, expected):
    child = a_child(languages=["English"], religion="Islam")
    found = measured(rank(a_home(**home), children=(child,)), "oak", WISHES)
    assert found.because == f"all wishes met: yes; {expected}"


TONGUES, FAITHS, ORIGINS = ["English", "Polish", "Urdu"], ["Islam", "Hindu", "none"], ["WBRI", "APKN", "BAFR"]
OF_IDENTITY = ("languages", "religion", "ethnicity")


def identified(case: Mapping[str, Any], seed: int) -> dict[str, Any]:
    """The same case, with languages, religions and origins drawn anew; some of them nobody recorded."""
    dice = Dice(seed, gaps=0.2)
    return {
        **case,
        "children": [
            _drawn(dice, child) | record(ethnicity=dice.known(dice.one(ORIGINS))) for child in case["children"]
        ],
        "homes": [_drawn(dice, home) for home in case["homes"]],
    }


def _drawn(dice: Dice, said: Mapping[str, Any]) -> dict[str, Any]:
    drawn = record(languages=dice.known(dice.some(TONGUES, 2)), religion=dice.known(dice.one(FAITHS)))
    return {key: fact for key, fact in said.items() if key not in OF_IDENTITY} | drawn


def without_words_of_identity(said: Any) -> Any:
    """An answer without the words that show language and religion, and without the facts they show."""
    if isinstance(said, list):
        return [without_words_of_identity(each) for each in said]
    if not isinstance(said, dict):
        return said
    shown = {"because"} if said.get("id") == WISHES else set()
    return {k: without_words_of_identity(v) for k, v in said.items() if k not in shown and not _of_identity(k)}


def _of_identity(name: str) -> bool:
    return name == "facts_hash" or any(word.removesuffix("s") in name for word in OF_IDENTITY)


made_up = st.builds(world, st.integers(4, 25), st.integers(1, 3), st.integers(0, 10**6), st.sampled_from((0, 0.04)))


@given(made_up, st.integers(0, 10**6), st.integers(0, 10**6))
def test_religion_origin_and_language_change_the_words_and_never_the_answer(case, one, other):
    answers = [in_full(engine_of(identified(case, seed)), "r0").model_dump(mode="json") for seed in (one, other)]
    assert without_words_of_identity(answers[0]) == without_words_of_identity(answers[1])
