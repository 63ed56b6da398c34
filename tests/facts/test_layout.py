"""A question laid out: a frame for each child, a row for each home, every fact in its place."""

from datetime import date
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.domain.home import Home
from matching.facts.catalogue import child, household, pair
from matching.facts.fact import CATALOGUE, column_type
from matching.facts.layout import Layout
from tests.builders import a_child, a_home, a_member, a_referral
from tests.facts.laying_out import MILTON_KEYNES, approval, laid_out

SILENT = {"kind": "foster", "run_by": "own"}
ALL_FACTS = {
    column: fact for name, fact in CATALOGUE.items() if not name.startswith("options.") for column in fact.columns
}
"""But for those that only the second pass over the homes knows."""

LAID_OUT = list(ALL_FACTS)
NAMES = ("amy", "ben", "cat")


def a_silent_home(**about: Any) -> Home:
    return Home.model_validate({"id": "oak"} | SILENT | about)


def a_silent_child(i: str) -> Any:
    known = {"id", "born"}
    return a_child(id=i, **dict.fromkeys(set(a_child().model_dump()) - known))


def layouts() -> list[Any]:
    group = a_referral(children=["amy", "ben"])
    both = [a_child(), a_child(id="ben", school=None, wishes=None)]
    silent = [a_silent_child("amy"), a_silent_child("ben")]
    return [
        pytest.param(laid_out(), id="known in full"),
        pytest.param(laid_out(both, [a_home(), a_silent_home(id="elm")], group), id="siblings, one home silent"),
        pytest.param(laid_out(silent, [a_silent_home()], group), id="nothing known"),
    ]


@pytest.mark.parametrize("layout", layouts())
def test_every_fact_has_its_column_in_its_type(layout):
    for frame in layout.frames:
        assert {f: frame.schema[f] for f in LAID_OUT} == {f: column_type(ALL_FACTS[f].of) for f in LAID_OUT}


@pytest.mark.parametrize("layout", layouts())
def test_an_unknown_number_is_null_and_never_nan(layout):
    for frame in layout.frames:
        decimals = frame.select(pl.selectors.float())
        assert decimals.width > 0
        assert not decimals.select(pl.any_horizontal(pl.all().is_nan().any())).item()


def test_a_sibling_group_has_a_frame_for_each_child_in_the_referrals_order():
    group = a_referral(children=["cat", "amy", "ben"])
    children = [a_child(id=i, school=None, born=date(2010 + k, 6, 1)) for k, i in enumerate(NAMES)]
    layout = laid_out(children, [a_home(), a_home(id="elm")], group)
    assert [c.id for c in layout.question.children] == ["cat", "amy", "ben"]
    assert [frame.height for frame in layout.frames] == [2, 2, 2]
    assert [frame[child.age_at_start.name].to_list() for frame in layout.frames] == [[14] * 2, [16] * 2, [15] * 2]


POSTCODES = st.sampled_from(["HP20 1UA", "HP20 2NF", "MK9 3XL", "RG1 1AA", "HP99 9ZZ", None])
DOMAINS = st.sampled_from(["physical_health", "education_learning", "safety_exploitation"])
URNS = st.sampled_from(["110000", "110001", None])
WHO = st.lists(st.sampled_from(NAMES), unique=True)
CHILDREN = st.fixed_dictionaries(
    {
        "born": st.dates(min_value=a_child().born.replace(year=2009), max_value=a_child().born.replace(year=2024)),
        "home_postcode": POSTCODES,
        "school": st.fixed_dictionaries({"urn": URNS, "postcode": POSTCODES, "year_group": st.integers(-1, 13)}),
        "needs": st.none() | st.dictionaries(DOMAINS, st.integers(0, 4)),
        "access_needs": st.none() | st.lists(st.sampled_from(["step_free", "wet_room"]), unique=True),
        "responsible_authority": st.sampled_from([None, MILTON_KEYNES]),
        "current_home": st.sampled_from([None, False, "h0", "h1"]),
        "keep_away_from": st.lists(
            st.fixed_dictionaries({"postcode": POSTCODES, "miles": st.floats(0, 20)}), max_size=1
        ),
    }
)
HOMES = st.fixed_dictionaries(
    {
        "postcode": POSTCODES,
        "years_fostering": st.none() | st.integers(0, 30),
        "skills": st.none() | st.dictionaries(DOMAINS, st.integers(0, 4)),
        "access": st.none() | st.lists(st.sampled_from(["step_free", "wet_room"]), unique=True),
        "connected_to": st.none() | WHO,
        "can_keep": st.none() | st.lists(st.sampled_from(["110000", "110001"]), unique=True),
        "consents": WHO.map(lambda ids: [{"by": "acorn", "child": i, "on": a_child().born} for i in ids]),
        "impact_assessments": WHO.map(
            lambda ids: [{"child": i, "outcome": "accept", "on": a_child().born} for i in ids]
        ),
        "household": st.none() | WHO.map(lambda ids: [a_member(id=i) for i in ids]),
        "approval": WHO.map(lambda ids: approval(approved_by="acorn", terms={"children": ids})),
    }
)
GROUPS = st.tuples(st.lists(CHILDREN, min_size=3, max_size=3), st.lists(HOMES, min_size=1, max_size=5))
OF_ONE = [f for f in LAID_OUT if f.startswith(("child.", "pair.", "home."))]
OF_THE_GROUP = {
    f.name
    for f in (
        pair.siblings_together,
        pair.siblings_with,
        pair.siblings_without,
        pair.wishes_met,
        pair.wishes_granted,
        pair.wishes_denied,
        pair.wishes_untold,
    )
} | {c for f in (pair.unrelated_children, pair.own_near_in_age, pair.risks_to_weigh, pair.risks_now) for c in f.columns}


def alone(children: list[Any], homes: list[Any], one: str) -> Layout:
    return laid_out(children, homes, a_referral(children=[one]))


@given(GROUPS)
@settings(max_examples=40, deadline=None)
def test_no_child_gets_anothers_facts_and_no_home_anothers(given_):
    told, offered = given_
    children = [a_child(id=i, **about) for i, about in zip(NAMES, told, strict=True)]
    homes = [a_home(id=f"h{k}", **about) for k, about in enumerate(offered)]
    together = laid_out(children, homes, a_referral(children=NAMES))
    facts = [f for f in OF_ONE if f not in OF_THE_GROUP]
    for i, frame in zip(NAMES, together.frames, strict=True):
        assert frame.select(facts).equals(alone(children, homes, i).frames[0].select(facts))
    for row, one in enumerate(homes):
        by_itself = laid_out(children, [one], a_referral(children=NAMES))
        elsewhere = {c.id for c in children if c.current_home not in {one.id, None, False}}
        for i, frame, single in zip(NAMES, together.frames, by_itself.frames, strict=True):
            assert i in elsewhere or frame[row].select(LAID_OUT).equals(single.select(LAID_OUT))


def test_what_is_of_the_household_is_the_same_for_all_who_arrive():
    children = [a_child(), a_child(id="ben", must_not_live_with=["x1"])]
    layout = laid_out(children, [a_home(household=[a_member()])], a_referral(children=["amy", "ben"]))
    shared = [c for c in LAID_OUT if c.startswith(("household.", "referral.", "figure."))]
    one, other = (frame.select(shared) for frame in layout.frames)
    assert one.equals(other)
    assert one[household.someone_to_keep_apart.name][0] is True
