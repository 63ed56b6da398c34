"""What a change asks, fact by fact: what is recorded, what it would be, and what is so already."""

from typing import Any

import pytest

from matching.data.changes import laid
from matching.data.policies import read_policy
from matching.data.tried import tried
from matching.domain.case import Case
from matching.domain.comparison import Tried
from tests.builders import a_case, a_child, a_home, a_member
from tests.data.changing import a_change

CASE = a_case(
    children=(a_child(),),
    homes=(a_home(household=(a_member(), a_member(id="x2"))), a_home(id="elm")),
    decided=({"child": "bea", "home": "oak"}, {"child": "cy", "home": "oak"}, {"child": "cy", "home": "oak"}),
)


def rows(*tables: dict[str, Any], case: Case = CASE, **more: Any) -> tuple[Tried, ...]:
    of = laid(case, a_change(*tables, **more))
    return tried(of.said, case, of.case, (read_policy(case.policy), read_policy(of.case.policy)))


def told(*tables: dict[str, Any], **more: Any) -> list[tuple[str, Any, Any, bool]]:
    return [(row.path, row.from_, row.to, row.already_so) for row in rows(*tables, **more)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        pytest.param({"vacancies": {"beds": 2}}, ("vacancies.beds", 1, 2, False), id="a part of a table"),
        pytest.param({"vacancies": {"beds": 1}}, ("vacancies.beds", 1, 1, True), id="as it is"),
        pytest.param({"religion": "Sikh"}, ("religion", None, "Sikh", False), id="what nobody recorded"),
        pytest.param({"religion": ""}, ("religion", None, None, True), id="what nobody recorded, still"),
        pytest.param({"postcode": ""}, ("postcode", "HP20 2NF", None, False), id="what nobody would know"),
        pytest.param({"languages": ["Urdu"]}, ("languages", ["English"], ["Urdu"], False), id="a list"),
        pytest.param({"cost": {"weekly": 500.5}}, ("cost.weekly", "480", "500.5", False), id="an amount"),
        pytest.param(
            {"does_not_take": ["cse"]}, ("does_not_take", [], ["child_sexual_exploitation"], False), id="as it is read"
        ),
    ],
)
def test_a_fact_is_told_with_what_is_recorded(said, expected):
    path, *others = expected
    assert told({"homes": [{"id": "oak", **said}]}) == [(f"homes.oak.{path}", *others)]


def test_in_a_list_of_people_only_what_is_otherwise_of_one_is_told():
    assert told(sets=("homes.oak.household.x2.sex=M",)) == [("homes.oak.household.x2.sex", "F", "M", False)]
    less = told({"homes": [{"id": "oak", "household": [{"id": "x2"}]}]})
    assert (less[0][0],) == ("homes.oak.household.x1",)
    assert less[0][2] is None


def test_an_entry_is_told_whole_where_it_is_new_or_taken_out():
    new = {"id": "new", "kind": "foster", "run_by": "own"}
    assert told({"homes": [new]}) == [("homes.new", None, new, False)]
    (path, was, now, already) = told(removes=("homes.elm",))[0]
    assert (path, was["id"], now, already) == ("homes.elm", "elm", None, False)


def test_what_is_agreed_is_told_by_who_and_where():
    until = {"child": "bea", "home": "oak", "until": "2027-01-01"}
    said = {"decided": [until, {"child": "cy", "home": "oak", "remove": True}]}
    first, second = rows(said)
    assert (first.table, first.id, first.field, first.to) == ("decided", "bea in oak", "until", "2027-01-01")
    assert (second.path, second.from_, second.to) == (
        "decided.cy in oak",
        [{"child": "cy", "home": "oak"}, {"child": "cy", "home": "oak"}],
        None,
    )


def test_policy_is_told_by_its_values_and_not_by_what_the_case_overrides():
    assert told({"policy": {"weights": {"education": 30}, "band_width": 10}}) == [
        ("policy.weights.education", 15, 30, False),
        ("policy.band_width", 10, 10, True),
    ]


def test_the_day_and_the_authority_are_told():
    assert told({"as_of": "2027-03-01", "authority": {"code": "E06000042"}}) == [
        ("as_of", "2026-11-24", "2027-03-01", False),
        ("authority.code", "E06000060", "E06000042", False),
    ]


def test_of_several_changes_each_fact_is_told_once_as_it_would_be_at_last():
    first, second = {"homes": [{"id": "oak", "carers": 1}]}, {"homes": [{"id": "oak", "carers": 3}]}
    assert told(first, second) == [("homes.oak.carers", 2, 3, False)]
    new = {"homes": [{"id": "new", "kind": "foster", "run_by": "own"}]}
    assert told(new, removes=("homes.new",)) == [("homes.new", None, None, True)]
