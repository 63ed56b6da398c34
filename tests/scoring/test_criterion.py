"""Points: whole hundredths within bounds, an interval where something is unknown, and a sentence that is known."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.facts.catalogue import child, home, pair
from matching.facts.fact import CATALOGUE, Count, Fact
from matching.scoring.criterion import Head
from matching.scoring.earning import Loss, best_of, exactly, falling, falling_exactly, less, of_share, rising, share
from matching.scoring.evidence import CARERS_SKILL, Evidence
from matching.scoring.points import Points
from matching.scoring.rows import Rows
from matching.scoring.weighing import CRITERIA, Scale
from tests.scoring.pointing import ALL_POINTS, NO_POINTS, NOBODY_KNOWS, NOT_ASKED, given_by, policy, rows_of
from tests.scoring.test_what_criteria_read import READS

MILES, YEARS, BED, PETS = pair.miles_from_home, home.years_fostering, home.emergency_bed, home.pets
LEAST, CENTRAL, MOST = pair.minutes_to_school_least, pair.minutes_to_school, pair.minutes_to_school_most
FULL, NONE, TENTH, HALF = ((n,) * 3 for n in (ALL_POINTS, NO_POINTS, 1_000, 5_000))
YES_NO_UNKNOWN = (True, False, None)


def a_tenth_a_year() -> Points:
    """A tenth of the points for each year of fostering."""
    return rising(YEARS, none_at=0, full_at=10)


def table(points: Points, facts: list[Fact[Any]], *rows: Any) -> list[Any]:
    """Points for these rows of facts."""
    return given_by(points, rows_of(facts, rows))


@pytest.mark.parametrize(
    ("value", "points"),
    [
        pytest.param(0.0, 10_000, id="below where it is full"),
        pytest.param(1.0, 10_000, id="where it is full"),
        pytest.param(2.0, 5_000, id="half way"),
        pytest.param(3.0, 0, id="where there is none"),
        pytest.param(4.0, 0, id="beyond"),
        pytest.param(1.3, 8_500, id="in between"),
        pytest.param(1.00001, 10_000, id="rounded up to the hundredth"),
        pytest.param(1.00011, 9_999, id="rounded down to the hundredth"),
    ],
)
def test_falling_points_run_straight_from_full_to_none(value, points):
    assert table(falling_exactly(MILES, full_at=1, none_at=3), [MILES], [value]) == [(points,) * 3]


@pytest.mark.parametrize(("value", "points"), [(0, 0), (2, 0), (3, 5_000), (4, 10_000), (9, 10_000)])
def test_rising_points_run_straight_from_none_to_full(value, points):
    assert table(rising(YEARS, none_at=2, full_at=4), [YEARS], [value]) == [(points,) * 3]


def test_of_falling_points_the_most_gives_the_low_and_the_least_the_high():
    falls = falling(CENTRAL, full_at=0, none_at=100, least=LEAST, most=MOST)
    assert table(falls, [LEAST, CENTRAL, MOST], [10, 20, 40]) == [(6_000, 8_000, 9_000)]


def test_other_points_only_where_the_condition_surely_holds():
    points = a_tenth_a_year().where(BED, exactly(ALL_POINTS))
    rows = [(1, True), (1, False), (1, None), (None, True), (None, None)]
    assert table(points, [YEARS, BED], *rows) == [FULL, TENTH, TENTH, FULL, NOBODY_KNOWS]
    assert points.facts == {YEARS.name, BED.name}


def test_what_is_asked_drops_out_only_where_the_condition_surely_does_not_hold():
    points = a_tenth_a_year().asked_where(BED, "nothing to ask")
    rows = [(1, True), (1, None), (1, False), (None, None), (None, False)]
    assert table(points, [YEARS, BED], *rows) == [TENTH, TENTH, NOT_ASKED, NOBODY_KNOWS, NOT_ASKED]
    assert (points.unasked, points.facts) == ("nothing to ask", frozenset({YEARS.name, BED.name}))


def test_points_that_are_asked_everywhere_have_no_flags_that_say_so():
    rows = Rows.of(rows_of([YEARS, BED], [(1, True), (1, False)]))
    assert a_tenth_a_year().asked_of(rows) is None
    asked = a_tenth_a_year().asked_where(BED, "nothing to ask").asked_of(rows)
    assert asked is not None
    assert asked.tolist() == [True, False]


def test_points_ask_of_facts_that_hold_and_not_of_comparisons():
    points = a_tenth_a_year().only_where(YEARS > 3)
    with pytest.raises(TypeError, match="hold or do not"):
        points.of(Rows.of(rows_of([YEARS], [[1]])))


def test_points_only_where_a_condition_holds_are_open_where_that_is_not_known():
    points = a_tenth_a_year().only_where(BED)
    rows = [(1, True), (1, False), (1, None), (None, True), (None, False), (None, None)]
    assert table(points, [YEARS, BED], *rows) == [TENTH, NONE, (0, 0, 1_000), NOBODY_KNOWS, NONE, NOBODY_KNOWS]


def test_a_limit_holds_unless_the_condition_does_and_either_may_where_that_is_not_known():
    points = a_tenth_a_year().at_most(5_000, unless=BED)
    rows = [(9, True), (9, False), (9, None), (1, False), (1, None)]
    wide = (5_000, 5_000, 9_000)
    assert table(points, [YEARS, BED], *rows) == [(9_000,) * 3, HALF, wide, TENTH, TENTH]


def test_a_limit_holds_for_points_that_are_not_known_too():
    points = a_tenth_a_year().at_most(5_000, unless=BED)
    rows = [(None, True), (None, False), (None, None)]
    assert table(points, [YEARS, BED], *rows) == [NOBODY_KNOWS, (0, 0, 5_000), NOBODY_KNOWS]


def test_at_least_lifts_the_low_and_leaves_the_high_open_where_nothing_is_known():
    points = rising(YEARS, none_at=-10, full_at=10).at_least(5_000)
    assert table(points, [YEARS], [0], [5], [None]) == [HALF, (7_500,) * 3, (5_000, 5_000, 10_000)]


def test_points_that_may_be_full_have_a_full_high_and_the_same_low():
    points = a_tenth_a_year().perhaps_full(lambda rows: rows.held(BED).may & ~rows.held(BED).may_not)
    assert table(points, [YEARS, BED], (1, True), (1, False), (1, None)) == [(1_000, 1_000, 10_000), TENTH, TENTH]


HALF_AS_MUCH = Evidence("made up", reported=0.4, weakest=0.4, source="nobody et al.")


@pytest.mark.parametrize(
    ("evidence", "points"),
    [
        pytest.param(HALF_AS_MUCH, (1_000, 1_000, 1_000), id="one estimate changes nothing"),
        pytest.param(CARERS_SKILL, (1_000, 1_000, 2_657), id="the weakest leaves 0.816 of what is lost"),
    ],
)
def test_within_the_evidence_the_high_loses_by_the_weakest_estimate(evidence, points):
    assert table(a_tenth_a_year().within(evidence), [YEARS], [1]) == [points]


def test_full_points_lose_nothing_within_the_evidence_and_unknown_ones_stay_unknown():
    assert table(a_tenth_a_year().within(CARERS_SKILL), [YEARS], [10], [None]) == [FULL, NOBODY_KNOWS]


@pytest.mark.parametrize(
    ("pets", "bed", "points"),
    [
        pytest.param(True, True, FULL, id="both: the most, not the sum"),
        pytest.param(True, False, FULL, id="the first"),
        pytest.param(False, True, HALF, id="the second"),
        pytest.param(False, False, NONE, id="neither"),
        pytest.param(None, True, (5_000, 5_000, 10_000), id="the second, and perhaps the first"),
        pytest.param(False, None, (0, 0, 5_000), id="perhaps the second"),
        pytest.param(True, None, FULL, id="the first, whatever the second"),
        pytest.param(None, None, NOBODY_KNOWS, id="nobody knows either"),
    ],
)
def test_the_best_of_several_conditions_counts(pets, bed, points):
    assert table(best_of((PETS, 10_000), (BED, 5_000)), [PETS, BED], (pets, bed)) == [points]


def test_what_is_lost_for_each_that_is_counted_is_lost_up_to_its_most():
    points = less(
        Loss(pair.unrelated_children, each=500, most=1_000), Loss(pair.own_near_in_age, each=6_000, most=12_000)
    )
    facts: list[Fact[Any]] = [pair.unrelated_children, pair.own_near_in_age]
    rows = [(0, 0), (1, 0), (3, 0), (3, 1), (0, 2), ((1, 2), 0), (0, (0, 1)), (None, 0)]
    assert table(points, facts, *rows) == [
        FULL,
        (9_500,) * 3,
        (9_000,) * 3,
        (3_000,) * 3,
        NONE,
        (9_000, 9_000, 9_500),
        (4_000, 4_000, 10_000),
        (9_000, 9_000, 10_000),
    ]


MET, UNMET, OF = pair.needs_met, pair.needs_unmet, child.needs


def test_a_share_is_at_least_what_is_met_and_at_most_what_is_not_surely_unmet():
    points = share(MET, UNMET, of=OF)
    rows = [(1, 1, 4), (0, 0, 4), (4, 0, 4), (0, 0, 0), (0, 0, None)]
    found = table(points, [MET, UNMET, OF], *rows)
    assert found == [(2_500, 2_500, 7_500), NOBODY_KNOWS, FULL, FULL, NOBODY_KNOWS]


@pytest.mark.parametrize(
    ("part", "of", "points"),
    [
        pytest.param(0, 4, 0, id="none of it"),
        pytest.param(2, 4, 5_000, id="half"),
        pytest.param(4, 4, 10_000, id="all"),
        pytest.param(28, 4, 10_000, id="more"),
        pytest.param(531, 800, 6_638, id="66.375, whose half is rounded up"),
        pytest.param(1_000_000, 3, 10_000, id="no limit"),
    ],
)
def test_points_by_a_share_are_full_from_all_of_it(part, of, points):
    facts = [child.days_there, child.days_intended]
    by_share = of_share(child.days_there, of=child.days_intended)
    assert table(by_share, facts, [part, of]) == [(points,) * 3]


def test_so_many_points_are_the_same_wherever():
    assert table(exactly(700), [YEARS], [1], [None]) == [(700,) * 3] * 2


COMBINED = {
    "only_where": a_tenth_a_year().only_where(BED),
    "at_most": a_tenth_a_year().at_most(2_000, unless=BED),
    "at_least, at_most": a_tenth_a_year().at_least(3_000).at_most(6_000, unless=BED),
    "perhaps_full": a_tenth_a_year().perhaps_full(lambda rows: rows.unknown(BED)),
    "within": a_tenth_a_year().within(CARERS_SKILL),
    "asked_where": a_tenth_a_year().asked_where(BED, "nothing to ask"),
    "best_of": best_of((BED, 7_000), (PETS, 2_000)),
    "several at once": a_tenth_a_year().at_most(4_000, unless=BED).only_where(PETS).within(CARERS_SKILL),
}


@pytest.mark.parametrize("points", [pytest.param(p, id=name) for name, p in COMBINED.items()])
@pytest.mark.parametrize("years", [0, 3, 10, None])
@pytest.mark.parametrize("pets", YES_NO_UNKNOWN)
@pytest.mark.parametrize("bed", YES_NO_UNKNOWN)
def test_between_low_and_high_lies_whatever_an_unknown_may_turn_out_to_be(points, years, pets, bed):
    (open_still,) = table(points, [YEARS, BED, PETS], (years, bed, pets))
    filled = [(y, b, p) for y in _answers(years, (0, 5, 10)) for b in _answers(bed) for p in _answers(pets)]
    for found in table(points, [YEARS, BED, PETS], *filled):
        if open_still is not None and found is not None:
            assert open_still[0] <= found[0]
            assert found[2] <= open_still[2]


def _answers(said: Any, possible: tuple[Any, ...] = (True, False)) -> tuple[Any, ...]:
    return possible if said is None else (said,)


def test_a_sentence_that_names_what_the_catalogue_lacks_is_refused():
    for says in (a_tenth_a_year().saying, lambda words: a_tenth_a_year().saying_where(BED, words)):
        with pytest.raises(NameError, match="yeers"):
            says("{home.yeers} of fostering")


def test_what_is_said_is_what_the_points_rest_on_and_what_the_sentences_name():
    points = a_tenth_a_year()
    assert points.saying("fostering for {home.years_fostering}").said == {YEARS.name}
    assert points.saying("{child.needs} needs").said == {YEARS.name, OF.name}
    other = points.saying_where(BED, "with {home.pets}", holds=False)
    assert other.said == {YEARS.name, BED.name, PETS.name}


FACTS = [CATALOGUE[name] for name in sorted(set().union(*READS.values()))]
IN_ORDER = (
    ("pair.minutes_to_school_least", "pair.minutes_to_school", "pair.minutes_to_school_most"),
    ("pair.minutes_to_family_least", "pair.minutes_to_family", "pair.minutes_to_family_most"),
    ("pair.family_hours_least", "pair.family_hours", "pair.family_hours_most"),
)
OF_ALL = (
    ("child.amount_of_need", "pair.need_covered", "pair.need_not_covered"),
    ("child.siblings", "pair.siblings_with", "pair.siblings_without"),
    ("child.wishes_told", "pair.wishes_granted", "pair.wishes_denied"),
)


def of_one(fact: Fact[Any]) -> st.SearchStrategy[Any]:
    """Any value of a fact, or none."""
    if isinstance(fact, Count):
        return st.none() | st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda b: (min(b), sum(b)))
    some = {bool: st.booleans(), int: st.integers(0, 3_000), float: st.floats(0, 20_000)}
    return st.none() | some[fact.of]


@st.composite
def rows(draw: st.DrawFn) -> list[Any]:
    """What a layout may hold: every fact that a criterion reads, with any gaps, and bounds that are in order."""
    row = {fact.name: draw(of_one(fact)) for fact in FACTS}
    for names in IN_ORDER:
        known = sorted(draw(st.lists(st.integers(0, 300), min_size=3, max_size=3)))
        row |= dict(zip(names, known if draw(st.booleans()) else [None] * 3, strict=True))
    for names in OF_ALL:
        so, not_so, untold = draw(st.lists(st.integers(0, 4), min_size=3, max_size=3))
        known = [so + not_so + untold, so, not_so]
        row |= dict(zip(names, known if draw(st.booleans()) else [None] * 3, strict=True))
    if row["home.full_weekly_cost"] is not None:
        row["home.full_cost_at_least"] = row["home.full_weekly_cost"]
    counted = [row[name] for name in ("home.counted_cost_least", "home.counted_weekly_cost")]
    if None not in counted:
        row["home.counted_cost_least"], row["home.counted_weekly_cost"] = sorted(counted)
    return [row[fact.name] for fact in FACTS]


@given(st.lists(rows(), min_size=1, max_size=20))
def test_low_is_never_over_central_nor_central_over_high(some):
    weighed = Scale(policy()).weigh(rows_of(FACTS, some))
    for points in (*weighed.criteria.values(), *weighed.heads.values(), weighed.suitability):
        low, central, high = points.levels
        assert (low >= 0).all()
        assert (low <= central).all()
        assert (central <= high).all()
        assert (high <= ALL_POINTS).all()


AT_WORST = {"household": 1_000}
"""Hundredths that are left when all is at its worst, where a criterion leaves any: who is there costs 90 at most."""


def test_where_nothing_is_known_every_criterion_gives_its_worst_to_100_and_takes_its_worst():
    weighed = Scale(policy()).weigh(rows_of(FACTS, [[None] * len(FACTS)]))
    said = {**weighed.criteria, **{head.value: points for head, points in weighed.heads.items()}}
    for name, points in {**said, "suitability": weighed.suitability}.items():
        worst = AT_WORST.get(name, _of_household(name))
        assert tuple(int(level[0]) for level in points.levels) == (worst, worst, ALL_POINTS)
        assert points.is_asked(0)


def _of_household(name: str) -> int:
    """What the one criterion that leaves points leaves of a head and of suitability, by its weight."""
    of = {Head.STABILITY.value: {Head.STABILITY}, "suitability": {Head.STABILITY, Head.DISTANCE}}.get(name, set())
    weights = policy().weights
    total = sum(weights[c.id] for c in CRITERIA if c.head in of)
    return AT_WORST["household"] * weights["household"] // total if total else 0


@pytest.mark.parametrize("criterion", [pytest.param(c, id=c.id) for c in CRITERIA])
def test_every_criterion_says_why_and_rests_on_known_facts(criterion):
    assert criterion.points.because
    assert criterion.means.endswith(".")
    assert criterion.question.endswith("?")
    assert criterion.serves
    assert (criterion.points.asked is None) == (not criterion.points.unasked)
    assert criterion.points.said <= set(CATALOGUE)


def test_points_are_whole_numbers():
    rows = Rows.of(rows_of(FACTS, [[None] * len(FACTS)]))
    assert {level.dtype for k in CRITERIA for level in k.points.of(rows)} == {np.dtype(np.int64)}
