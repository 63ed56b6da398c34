"""Whether homes meet what a referral cannot do without."""

from itertools import product
from typing import Any

import pytest

from matching.facts.catalogue import household
from tests.builders import a_child, a_home, a_member, a_referral
from tests.facts.laying_out import laid_out, value_of


def met(required: list[str] | None, *homes: Any) -> list[bool | None]:
    """Of each home whether it meets these."""
    frame = laid_out(homes=homes, referral=a_referral(required=required)).frames[0]
    found: list[bool | None] = frame[household.requirements_met.name].to_list()
    return found


@pytest.mark.parametrize(
    ("word", "homes"),
    [
        pytest.param("two_carers", [{"carers": 2}, {"carers": 1}, {"carers": None}], id="two carers"),
        pytest.param("no_pets", [{"pets": False}, {"pets": True}, {"pets": None}], id="no pets"),
        pytest.param("non_smoking", [{"smoking": False}, {"smoking": True}, {"smoking": None}], id="no smoking"),
        pytest.param("no_smoking", [{"smoking": False}, {"smoking": True}, {"smoking": None}], id="by another word"),
        pytest.param(
            "no_other_children",
            [{"household": []}, {"household": [a_member()]}, {"household": None}],
            id="no other children",
        ),
        pytest.param("solo", [{"household": []}, {"household": [a_member()]}, {"household": None}], id="solo"),
    ],
)
def test_what_one_field_answers_is_yes_no_or_unknown(word, homes):
    records = [a_home(id=f"h{k}", **changes) for k, changes in enumerate(homes)]
    assert met([word], *records) == [True, False, None]


def test_any_other_word_is_met_where_it_is_listed_and_never_denied():
    listed = [a_home(id="h0", access=["lift"]), a_home(id="h1", support=["lift"]), a_home(id="h2"), a_home(id="h3")]
    assert met(["lift"], *listed[:2], a_home(id="h2", access=[], support=[])) == [True, True, None]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("childrens_home", True),
        ("residential_school", True),
        ("foster", True),
        ("parent", None),
        ("supported_accommodation", None),
    ],
)
def test_residential_care_is_met_by_its_kinds_and_left_to_people_for_fostering(kind, expected):
    assert met(["residential_care"], a_home(kind=kind)) == [expected]


def test_several_are_met_if_each_is():
    values: tuple[bool | None, ...] = (True, False, None)
    homes = [
        a_home(id=f"h{k}", pets=None if one is None else not one, smoking=None if other is None else not other)
        for k, (one, other) in enumerate(product(values, repeat=2))
    ]
    both = [False if False in pair else (None if None in pair else True) for pair in product(values, repeat=2)]
    assert met(["no_pets", "non_smoking"], *homes) == both


def test_where_nobody_recorded_what_is_required_nobody_knows():
    assert met(None, a_home()) == [None]
    assert met([], a_home()) == [True]


def test_solo_is_also_without_those_who_arrive_too():
    children = [a_child(), a_child(id="bea")]
    together = a_referral(children=["amy", "bea"], required=["solo"])
    assert value_of(household.requirements_met, children, [a_home(household=[])], together) is False
