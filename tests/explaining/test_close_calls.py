"""Options that could change places: close calls, and where cost alone decides."""

from typing import Any

import pytest

from matching.domain.ranking import Ranking
from tests.builders import a_child, a_home, a_referral
from tests.explaining.asking import option, options, priced, rank
from tests.facts.laying_out import approval

AGENCYS: dict[str, Any] = {"run_by": "agency", "approval": approval(approved_by="acorn"), "offer": {"referral": "r1"}}


def shown(ranking: Ranking) -> list[str]:
    return [o.home for o in options(ranking)]


UNSURE = {"years_fostering": None}


def said_of_each_other(*homes: Any, **tables: Any) -> dict[str, tuple[str, ...]]:
    return {o.home: o.close_call_with for o in options(rank(*homes, **tables))}


def test_options_of_a_tier_whose_suitability_could_be_the_same_are_a_close_call():
    homes = (
        a_home(id="known"),
        a_home(id="open", **UNSURE),
        a_home(id="far", postcode="RG1 1AA"),
        a_home(id="acorns", **AGENCYS),
    )
    assert said_of_each_other(*homes) == {"known": ("open",), "open": ("known",), "far": (), "acorns": ()}


def test_fostering_and_residential_care_are_no_close_call_since_their_kind_decides():
    homes = (a_home(id="acorns", **AGENCYS, **UNSURE), a_home(id="hall", kind="childrens_home", **UNSURE))
    assert said_of_each_other(*homes) == {"acorns": (), "hall": ()}
    needed = a_referral(required=["residential_care"])
    assert said_of_each_other(*homes, referrals=(needed,)) == {"acorns": ("hall",), "hall": ("acorns",)}


AT_HOME = {"wants": ["family_home"], "does_not_want": []}
NO_JOURNEYS = (a_child(school={"registered": False}, family_time=[], wishes=AT_HOME),)
"""A child of whom all points are exact."""


def test_intervals_that_only_touch_are_a_close_call():
    homes = (a_home(id="oak"), a_home(id="elm"))
    found = options(rank(*homes, children=NO_JOURNEYS))
    assert {o.suitability.low for o in found} == {o.suitability.high for o in found}
    assert len({o.suitability for o in found}) == 1
    assert {o.home: o.close_call_with for o in found} == {"elm": ("oak",), "oak": ("elm",)}


def test_intervals_that_miss_each_other_by_a_hundredth_are_no_close_call():
    homes = (a_home(id="oak"), a_home(id="elm", years_fostering=7))
    found = options(rank(*homes, children=NO_JOURNEYS))
    assert [o.home for o in found] == ["elm", "oak"]
    assert found[0].suitability.low > found[1].suitability.high
    assert {o.home: o.close_call_with for o in found} == {"elm": (), "oak": ()}


def decides(*homes: Any, **tables: Any) -> dict[str, tuple[str, ...]]:
    return {o.home: o.cost_decides for o in options(rank(*homes, **tables))}


def test_cost_decides_between_options_alike_in_all_that_counts_before_it():
    homes = (
        a_home(id="cheap", years_fostering=5, **priced(600)),
        a_home(id="dear", years_fostering=7, **priced(2_000)),
        a_home(id="as_dear", years_fostering=6, **priced(2_000)),
    )
    assert shown(rank(*homes)) == ["cheap", "dear", "as_dear"]
    assert decides(*homes) == {"cheap": ("dear", "as_dear"), "dear": (), "as_dear": ()}


@pytest.mark.parametrize(
    "second",
    [
        pytest.param({"postcode": "RG1 1AA"}, id="another band, and the school is lost"),
        pytest.param(AGENCYS, id="another tier"),
        pytest.param({}, id="the same cost"),
    ],
)
def test_cost_decides_nothing_between_options_that_differ_before_it(second):
    dear = {} if not second else priced(5_000)
    assert decides(a_home(id="cheap"), a_home(id="second", **(dear | second))) == {"cheap": (), "second": ()}


def test_cost_decides_nothing_where_it_is_weighed_in():
    homes = (a_home(id="cheap", **priced(600)), a_home(id="dear", years_fostering=5, **priced(700)))
    weighted = {"cost_counts": "weighted"}
    assert shown(rank(*homes, policy=weighted)) == ["cheap", "dear"]
    assert decides(*homes, policy=weighted) == {"cheap": (), "dear": ()}


def test_an_option_asked_for_by_name_says_what_it_says_in_its_tier():
    homes = (a_home(id="cheap", **UNSURE, **priced(600)), a_home(id="dear", **UNSURE, **priced(2_000)))
    found = rank(*homes, in_full=["cheap"])
    there = next(o for o in options(found) if o.home == "cheap")
    assert (there.close_call_with, there.cost_decides) == (("dear",), ("dear",))
    assert found.in_full == (there,)


def test_cost_weighed_in_changes_suitability_and_every_answer_says_so():
    dear = a_home(**priced(6_000))
    ties, weighted = rank(dear), rank(dear, policy={"cost_counts": "weighted"})
    counted = [c for c in option(ties, "oak").criteria if c.weight and c.head != "cost"]
    weight = sum(c.weight for c in counted)
    hundredths = sum(round(c.central * 100) * c.weight for c in counted)
    assert option(ties, "oak").suitability.central == hundredths // weight / 100
    assert option(weighted, "oak").suitability.central == hundredths // (weight + 5) / 100
    assert option(weighted, "oak").cost.central == 0
    said = "By this policy cost is weighed into suitability."
    assert said in weighted.warnings
    assert said not in ties.warnings
    assert (ties.policy.cost_counts, weighted.policy.cost_counts) == ("ties", "weighted")
