"""Which reasons an option owes because a tier before its own could care for the child."""

from typing import Any

import pytest

from matching.domain.ranking import Ranking
from tests.builders import a_child, a_home, ordinary
from tests.explaining.asking import ROOM_FOR_TWO, SIBLINGS, option, rank
from tests.facts.laying_out import approval

AGENCYS: dict[str, Any] = {"run_by": "agency", "approval": approval(approved_by="acorn")}
VALID = {"offer": {"referral": "r1", "valid_until": ordinary("referral")["expected_end"]}}
ASSESSED = dict.fromkeys(("sch3_on", "plan_on", "iro_consulted_on"), ordinary("child")["reviewed_on"])
MOTHER = a_home(id="mother", kind="parent", run_by="person", connected_to=["amy"], parent_assessment=ASSESSED)
AUNT = a_home(id="aunt", kind="connected_foster", run_by="person", connected_to=["amy"])
OAK = a_home()
ADOPTERS = a_home(id="adopters", kind="foster_for_adoption", **AGENCYS, **VALID)
ACORNS = a_home(id="acorns", **AGENCYS, **VALID)
ALL = (MOTHER, AUNT, OAK, ADOPTERS, ACORNS)
PARENTS, FAMILY, IN_HOUSE, EARLY = "CA89-22C-2", "CA89-22C-7A", "POL-IN-HOUSE-FIRST", "CA89-22C-9A"


def asked(*homes: Any, adoption: bool | None = False, **tables: Any) -> Ranking:
    """The answer for Amy, whose family was not yet asked."""
    child = a_child(considering_adoption=adoption, placement_order_refused=False, family_explored=[])
    return rank(*homes, **({"children": (child,)} | tables))


def owed(ranking: Ranking, home: str) -> list[tuple[str, tuple[str, ...]]]:
    """By which rules reasons are owed for a home, and for which other homes."""
    return [(r.rule, r.homes) for r in option(ranking, home).reasons_owed]


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param("mother", [], id="a parent"),
        pytest.param("aunt", [(PARENTS, ("mother",))], id="family and friends"),
        pytest.param("oak", [(PARENTS, ("mother",)), (FAMILY, ("aunt",))], id="the council's own"),
        pytest.param(
            "acorns", [(PARENTS, ("mother",)), (FAMILY, ("aunt",)), (IN_HOUSE, ("oak",))], id="an agency's carers"
        ),
        pytest.param(
            "adopters",
            [(PARENTS, ("mother",)), (FAMILY, ("aunt",)), (IN_HOUSE, ("oak",))],
            id="an agency's adopters, while adoption is not considered",
        ),
    ],
)
def test_each_tier_that_is_passed_over_asks_for_a_reason_by_its_own_rule(home, expected):
    assert owed(asked(*ALL), home) == expected


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param("mother", [], id="a parent"),
        pytest.param("aunt", [(PARENTS, ("mother",))], id="family and friends"),
        pytest.param("adopters", [(PARENTS, ("mother",)), (EARLY, ("aunt",))], id="adopters"),
        pytest.param(
            "oak", [(PARENTS, ("mother",)), (EARLY, ("aunt",)), (EARLY, ("adopters",))], id="the council's own"
        ),
        pytest.param(
            "acorns",
            [(PARENTS, ("mother",)), (EARLY, ("aunt",)), (EARLY, ("adopters",)), (IN_HOUSE, ("oak",))],
            id="an agency's carers",
        ),
    ],
)
def test_where_adoption_is_considered_family_and_adopters_ask_by_section_9a(home, expected):
    assert owed(asked(*ALL, adoption=True), home) == expected


def test_where_nobody_knows_whether_it_is_the_panels_order_asks():
    assert owed(asked(*ALL, adoption=None), "acorns") == owed(asked(*ALL), "acorns")


NEEDS_THE_COURT = AUNT.model_copy(update={"postcode": "EH1 1BB", "country": "Scotland"})


@pytest.mark.parametrize(
    ("oak", "standing", "expected"),
    [
        pytest.param(OAK, "met", [(IN_HOUSE, ("oak",))], id="can go ahead"),
        pytest.param(a_home(vacancies=None), "cannot_tell", [], id="nobody can tell"),
        pytest.param(a_home(vacancies={"beds": 0}), "prohibited", [], id="ruled out"),
    ],
)
def test_of_the_councils_own_only_a_lawful_one_asks(oak, standing, expected):
    ranking = asked(oak, ACORNS, in_full=["oak"])
    assert option(ranking, "oak").standing == standing
    assert owed(ranking, "acorns") == expected


IN_DOUBT = AUNT.model_copy(update={"vacancies": None})
UNCLE = AUNT.model_copy(update={"id": "uncle"})
MAY_YET = "family or friends may yet be able to care for the child: settle that, or record why not"


@pytest.mark.parametrize(
    ("family", "expected"),
    [
        pytest.param((IN_DOUBT,), [(FAMILY, ("aunt",), MAY_YET)], id="one of whom nobody can tell"),
        pytest.param(
            (IN_DOUBT, UNCLE),
            [(FAMILY, ("uncle",), "family or friends could care for the child: why not is to be recorded")],
            id="one of whom nobody can tell, and one who can",
        ),
    ],
)
def test_what_a_statute_puts_first_asks_though_nobody_can_tell_yet(family, expected):
    reasons = option(asked(*family, OAK), "oak").reasons_owed
    assert [(r.rule, r.homes, r.because) for r in reasons] == expected


def test_one_that_waits_for_an_approval_asks_too():
    ranking = asked(NEEDS_THE_COURT, OAK)
    assert option(ranking, "aunt").standing == "needs_approval"
    assert owed(ranking, "oak") == [(FAMILY, ("aunt",))]


def test_an_option_in_doubt_owes_its_reasons_all_the_same():
    ranking = asked(AUNT, a_home(vacancies=None))
    assert owed(ranking, "oak") == [(FAMILY, ("aunt",))]


def test_homes_of_one_tier_owe_each_other_nothing():
    ranking = asked(OAK, a_home(id="elm"), a_home(id="far", postcode="RG1 1AA"))
    assert [owed(ranking, home) for home in ("oak", "elm", "far")] == [[], [], []]


def test_which_tiers_are_passed_over_is_said_by_the_policys_order():
    order = {"tiers": ["independent_or_residential", "in_house", "family_and_friends", "parents"]}
    ranking = asked(*ALL, policy={"name": "buckinghamshire-2026"} | order)
    assert owed(ranking, "mother") == [(IN_HOUSE, ("oak",)), (FAMILY, ("aunt",))]


def test_the_first_three_of_a_tier_are_named_in_the_panels_order():
    homes = [a_home(id=f"h{n}", years_fostering=9 - n) for n in range(5)]
    ranking = asked(*homes, ACORNS)
    order = [o.home for tier in ranking.tiers for o in tier.options][:3]
    assert owed(ranking, "acorns") == [(IN_HOUSE, tuple(order))]


def test_it_says_what_is_to_be_recorded():
    said = [r.because for r in option(asked(*ALL, adoption=True), "acorns").reasons_owed]
    assert said == [
        f"{who} could care for the child: why not is to be recorded"
        for who in ("a parent", "family or friends", "carers who may also adopt", "the council's own carers")
    ]


def test_a_home_ruled_out_owes_none():
    ranking = asked(AUNT, a_home(vacancies={"beds": 0}), in_full=["oak"])
    assert owed(ranking, "oak") == []


@pytest.mark.parametrize("both", [True, False])
def test_adopters_are_a_step_of_their_own_only_where_adoption_is_considered_for_all(both):
    amy, ben = SIBLINGS["children"]
    known = {"placement_order_refused": False, "considering_adoption": True}
    children = (amy.model_copy(update=known), ben.model_copy(update=known if both else {"considering_adoption": False}))
    homes = [h.model_copy(update={"bedrooms_free": 2}) for h in (OAK, ADOPTERS)]
    roomy = [a_home(**(h.model_dump(by_alias=True, exclude_none=True) | ROOM_FOR_TWO)) for h in homes]
    ranking = rank(*roomy, **(SIBLINGS | {"children": children}))
    passed = {h: [rule for rule, _ in owed(ranking, h)] for h in ("oak", "adopters")}
    assert passed == ({"oak": [EARLY], "adopters": []} if both else {"oak": [], "adopters": [IN_HOUSE]})
