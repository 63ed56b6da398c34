"""Facts of the catalogue: counts known within bounds, what nobody recorded, and values in words."""

import operator
from collections.abc import Mapping
from datetime import date
from itertools import product
from typing import Any

import polars as pl
import pytest

from matching.domain.codes import ReferralKind
from matching.domain.home import Home
from matching.facts.catalogue import NO_LIMIT, child, home, household, miles, pair
from matching.facts.fact import AT_LEAST, AT_MOST, CATALOGUE, NEVER, root_causes, show_plain
from tests.builders import a_child
from tests.facts.laying_out import laid_out

GRID = [(low, high) for low in range(5) for high in range(low, 5)]
AGAINST = range(-1, 6)
ORDERINGS = [
    pytest.param(operator.lt, id="less"),
    pytest.param(operator.le, id="at most"),
    pytest.param(operator.gt, id="more"),
    pytest.param(operator.ge, id="at least"),
]
EQUALITIES = [pytest.param(operator.eq, id="equal"), pytest.param(operator.ne, id="not equal")]


def counts(name: str, bounds: list[tuple[int, int]]) -> dict[str, list[int | None]]:
    """A count's columns: exact where both bounds are one."""
    return {
        name: [low if low == high else None for low, high in bounds],
        name + AT_LEAST: [low for low, _ in bounds],
        name + AT_MOST: [high for _, high in bounds],
    }


def settled(answers: set[bool]) -> bool | None:
    return next(iter(answers)) if len(answers) == 1 else None


@pytest.mark.parametrize("compare", ORDERINGS)
def test_a_count_settles_a_comparison_where_every_number_within_its_bounds_agrees(compare):
    cases = list(product(GRID, AGAINST))
    frame = pl.DataFrame(
        counts(household.fostered.name, [bounds for bounds, _ in cases])
        | {home.terms_max_children.name: [limit for _, limit in cases]}
    )
    said = frame.select(compare(household.fostered, home.terms_max_children).expr.alias("said"))["said"].to_list()
    assert said == [settled({compare(n, limit) for n in range(low, high + 1)}) for (low, high), limit in cases]


@pytest.mark.parametrize("compare", ORDERINGS)
@pytest.mark.parametrize("limit", AGAINST)
def test_a_count_settles_a_comparison_with_a_plain_number_too(compare, limit):
    frame = pl.DataFrame(counts(household.fostered.name, GRID))
    said = frame.select(compare(household.fostered, limit).expr.alias("said"))["said"].to_list()
    assert said == [settled({compare(n, limit) for n in range(low, high + 1)}) for low, high in GRID]


@pytest.mark.parametrize("compare", [*ORDERINGS, *EQUALITIES])
def test_a_count_against_an_unknown_limit_is_unknown(compare):
    frame = pl.DataFrame(
        counts(household.fostered.name, GRID) | {home.terms_max_children.name: [None] * len(GRID)},
        schema_overrides={home.terms_max_children.name: pl.Int32},
    )
    assert frame.select(compare(household.fostered, home.terms_max_children).expr).to_series().is_null().all()


@pytest.mark.parametrize("compare", [*ORDERINGS, *EQUALITIES])
def test_two_counts_are_never_compared_wrongly(compare):
    cases = list(product(GRID, GRID))
    frame = pl.DataFrame(
        counts(household.fostered.name, [one for one, _ in cases])
        | counts(household.residents.name, [other for _, other in cases])
    )
    said = frame.select(compare(household.fostered, household.residents).expr.alias("said"))["said"].to_list()
    for answer, ((a, b), (c, d)) in zip(said, cases, strict=True):
        truth = {compare(one, other) for one in range(a, b + 1) for other in range(c, d + 1)}
        assert answer is None or truth == {answer}


@pytest.mark.parametrize("compare", EQUALITIES)
def test_a_count_equals_nothing_for_sure_until_it_is_exact(compare):
    frame = pl.DataFrame(counts(household.fostered.name, GRID))
    said = frame.select(compare(household.fostered, 2).expr.alias("said"))["said"].to_list()
    assert said == [compare(low, 2) if low == high else None for low, high in GRID]


TO_SCHOOL: Mapping[str, Any] = {
    pair.minutes_to_school.name: None,
    pair.miles_to_school.name: None,
    child.school_easting.name: 481_976,
    child.school_postcode.name: "HP20 1UA",
    home.easting.name: 481_976,
    home.postcode.name: "HP20 1UA",
}


@pytest.mark.parametrize(
    ("unknown", "causes"),
    [
        pytest.param([home.easting, home.postcode], [home.postcode], id="no postcode of the home"),
        pytest.param([home.easting], [home.easting], id="a postcode of the home that has no place"),
        pytest.param(
            [home.easting, home.postcode, child.school_easting, child.school_postcode],
            [child.school_postcode, home.postcode],
            id="neither postcode",
        ),
        pytest.param([], [pair.miles_to_school], id="all that it is made from is known: itself"),
    ],
)
def test_an_unknown_fact_is_traced_to_what_nobody_recorded(unknown, causes):
    row = dict(TO_SCHOOL) | dict.fromkeys([fact.name for fact in unknown])
    found = root_causes(pair.minutes_to_school.name, row)
    assert [(m.fact, m.words) for m in found] == [(fact.name, fact.words) for fact in causes]


def test_a_known_fact_has_no_cause():
    assert root_causes(home.postcode.name, TO_SCHOOL) == ()


def test_of_a_child_and_a_home_of_whom_nothing_is_known_every_unknown_fact_has_an_unknown_cause():
    silent = Home.model_validate({"id": "oak", "kind": "foster", "run_by": "own"})
    nobody = a_child(**dict.fromkeys(set(a_child().model_dump()) - {"id", "born"}))
    row = laid_out([nobody], [silent]).frames[0].to_dicts()[0]
    unknown = [name for name in CATALOGUE if row.get(name, "not laid out") is None]
    assert len(unknown) > 50
    for name in unknown:
        causes = root_causes(name, row)
        assert causes
        assert all(row[cause.fact] is None for cause in causes)
        assert not any(row[part.name] is None for cause in causes for part in CATALOGUE[cause.fact].made_from)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        pytest.param(True, "yes", id="yes"),
        pytest.param(False, "no", id="no"),
        pytest.param(date(2026, 12, 1), "1 December 2026", id="a day"),
        pytest.param(NEVER, "never", id="never"),
        pytest.param(ReferralKind.SHORT_TERM, "short term", id="a code"),
        pytest.param(3, "3", id="a number"),
    ],
)
def test_a_value_is_said_in_words(value, words):
    assert show_plain(value) == words


@pytest.mark.parametrize(
    ("show", "value", "words"),
    [
        pytest.param(miles, 2.5, "2.5 miles", id="several miles"),
        pytest.param(household.fostered.show, 1, "1 child", id="one child"),
        pytest.param(household.fostered.show, 4, "4 children", id="four children"),
        pytest.param(home.weekly_cost.show, 1234.5, "£1,234.50", id="pounds"),
        pytest.param(home.terms_max_children.show, 2, "2 children", id="a limit"),
        pytest.param(home.terms_max_children.show, NO_LIMIT, "no limit", id="no limit"),
        pytest.param(home.terms_sex.show, "M", "boys", id="boys"),
        pytest.param(home.authority.show, "E06000060", "Buckinghamshire", id="an authority"),
    ],
)
def test_a_number_is_said_with_its_unit(show, value, words):
    assert show(value) == words
