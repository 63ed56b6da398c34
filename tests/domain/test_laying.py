"""Changes laid over what is recorded."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from matching.domain.home import Home
from matching.domain.laying import as_tables, changed_by, laid_over, of_tables
from tests.builders import a_home


@pytest.mark.parametrize(
    ("was", "change", "expected"),
    [
        pytest.param({"a": 1}, {"a": 2}, {"a": 2}, id="another value"),
        pytest.param({"a": 1}, {"b": 2}, {"a": 1, "b": 2}, id="a fact more"),
        pytest.param({"a": {"b": 1, "c": 2}}, {"a": {"b": 3}}, {"a": {"b": 3, "c": 2}}, id="part of a table"),
        pytest.param({"a": [1, 2]}, {"a": [3]}, {"a": [3]}, id="a list whole"),
        pytest.param({"a": 1}, {"a": []}, {"a": []}, id="none is not unknown"),
        pytest.param({"a": 1}, {"a": ""}, {}, id="an empty text takes it away"),
        pytest.param({"a": 1}, {"a": None}, {}, id="and so does null"),
        pytest.param({"a": 1}, {"a": False}, {"a": False}, id="no is not unknown"),
        pytest.param({"a": 1}, {"a": 0}, {"a": 0}, id="nor is none of it"),
        pytest.param({"a": False}, {"a": {"b": 1}}, {"a": {"b": 1}}, id="a table where there was none"),
        pytest.param({}, {"a": {"b": ""}}, {"a": {}}, id="a table of nothing is a table"),
    ],
)
def test_a_change_goes_over_what_is_there(was, change, expected):
    assert laid_over(was, change) == expected


def test_what_is_changed_is_another_and_what_was_stays():
    was = {"a": {"b": 1}}
    assert laid_over(was, {"a": {"b": 2}}) == {"a": {"b": 2}}
    assert was == {"a": {"b": 1}}


def test_a_home_is_changed_in_one_fact_alone():
    oak = a_home(id="oak", cost={"weekly": Decimal("512.50")})
    changed = changed_by(oak, {"vacancies": {"beds": 3, "from": "2026-12-01"}})
    assert changed.vacancies is not None
    assert (changed.vacancies.beds, changed.vacancies.from_) == (3, date(2026, 12, 1))
    assert changed.model_copy(update={"vacancies": oak.vacancies}) == oak


def test_what_is_no_home_is_refused():
    with pytest.raises(ValidationError):
        changed_by(a_home(), {"kind": "castle"})


@given(st.sampled_from(["name", "postcode", "pets", "approval", "cost"]))
def test_nothing_changed_is_the_same(field):
    oak = a_home()
    assert changed_by(oak, {}) == oak
    assert getattr(changed_by(oak, {field: None}), field) is None
    assert of_tables(Home, as_tables(oak)) == oak
