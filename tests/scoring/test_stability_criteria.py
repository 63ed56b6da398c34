"""The criteria of stability: agreed examples in hundredths of a point, and the direction in which each runs."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.facts.catalogue import NO_LIMIT, child, home, pair
from matching.scoring.criteria.stability.carers_experience import carers_experience
from matching.scoring.criteria.stability.carers_support import carers_support
from matching.scoring.criteria.stability.education import education
from matching.scoring.criteria.stability.family_time import family_time
from matching.scoring.criteria.stability.household import household
from matching.scoring.criteria.stability.intended_length import intended_length
from matching.scoring.criteria.stability.needs_and_skills import needs_and_skills
from matching.scoring.criteria.stability.settled import settled
from matching.scoring.criteria.stability.siblings import siblings
from matching.scoring.criteria.stability.wishes import wishes
from matching.scoring.criterion import Head
from tests.scoring.agreed import Agreed, Row, Rows, any_range, every_criterion, every_example, in_order, maybe, of_head
from tests.scoring.pointing import (
    ALL_POINTS,
    NO_POINTS,
    NOBODY_KNOWS,
    NOT_ASKED,
    Three,
    all_points,
    exactly,
    no_more,
    points_of,
)

FULL, NONE, HALF = exactly(ALL_POINTS), exactly(NO_POINTS), exactly(5_000)
OPEN = 2**31 - 1


def shares() -> Rows:
    """Of twelve, some are so and some are not: one more that is so, or one fewer that is not, is better."""
    some, asked = st.integers(0, 5), maybe
    return st.tuples(in_order(some), in_order(some), asked).map(
        lambda drawn: ((12, drawn[0][0], drawn[1][1], drawn[2]), (12, drawn[0][1], drawn[1][0], drawn[2]))
    )


SHARES: dict[str, tuple[Row, Three | None]] = {
    "all": ((2, 2, 0, True), FULL),
    "one is, one is not": ((2, 1, 1, True), HALF),
    "none": ((2, 0, 2, True), NONE),
    "one is, and two are not known": ((3, 1, 0, True), (3_333, 3_333, 10_000)),
    "one is, one is not, and one is not known": ((3, 1, 1, True), (3_333, 3_333, 6_667)),
    "two of three": ((3, 2, 1, True), exactly(6_667)),
    "none is known": ((2, 0, 0, True), NOBODY_KNOWS),
    "nobody knows how many": ((None, None, None, True), NOBODY_KNOWS),
    "nobody knows whether there are any": ((None, None, None, None), NOBODY_KNOWS),
    "there are none": ((0, 0, 0, False), NOT_ASKED),
}

BY_THE_WEAKEST: dict[str, tuple[Row, Three | None]] = {
    "one is, one is not": ((2, 1, 1, True), (5_000, 5_000, 5_921)),
    "none": ((2, 0, 2, True), (0, 0, 1_841)),
    "one is, one is not, and one is not known": ((3, 1, 1, True), (3_333, 3_333, 7_281)),
    "two of three": ((3, 2, 1, True), (6_667, 6_667, 7_281)),
}
"""What skills lack costs, at the high, only what the weakest published estimate of it says: 0.448 of 0.550."""

BY_LEVELS: dict[str, tuple[Row, Three | None]] = {
    "a need of level 4 that is covered": ((8, 8, 0, True), FULL),
    "one of level 1, a level short": ((2, 1, 1, True), (5_000, 5_000, 5_921)),
    "one of level 4, a level short": ((8, 4, 4, True), (5_000, 5_000, 5_921)),
    "one of level 4, two levels short": ((8, 0, 8, True), (0, 0, 1_841)),
    "one of level 4 is covered, one of level 1 is not known": ((10, 8, 0, True), (8_000, 8_000, 10_000)),
    "one of level 1 is covered, one of level 4 is not": ((10, 2, 8, True), (2_000, 2_000, 3_473)),
    "one of level 4 is a level short, one of level 1 is not known": ((10, 4, 4, True), (4_000, 4_000, 6_737)),
}
"""In halves of a level: a need is as heavy as its level, and half of it is covered by a skill a level short."""

NEEDS = Agreed(
    needs_and_skills,
    (child.amount_of_need, pair.need_covered, pair.need_not_covered, child.needs_care),
    SHARES | BY_THE_WEAKEST | BY_LEVELS,
    shares(),
)
SIBLINGS = Agreed(
    siblings, (child.siblings, pair.siblings_with, pair.siblings_without, child.siblings_to_be_with), SHARES, shares()
)
WISHES = Agreed(
    wishes, (child.wishes_told, pair.wishes_granted, pair.wishes_denied, child.has_wishes), SHARES, shares()
)


def school_runs(drawn: tuple[list[int], list[int], bool | None, bool | None]) -> tuple[Row, Row]:
    """Two journeys with the same room for error, the longer first."""
    (short, long), (less, more), kept, pupil = drawn
    return (
        (kept, max(0, long - less), long, long + more, 45, pupil),
        (kept, max(0, short - less), short, short + more, 45, pupil),
    )


EDUCATION = Agreed(
    education,
    (
        pair.keeps_school,
        pair.minutes_to_school_least,
        pair.minutes_to_school,
        pair.minutes_to_school_most,
        child.longest_school_journey,
        child.registered_pupil,
    ),
    {
        "the carers can keep it": ((True, 90, 95, 100, 45, True), FULL),
        "the carers can keep it, and nobody knows how far it is": ((True, None, None, None, None, True), FULL),
        "45 minutes, the longest": ((False, 45, 45, 45, 45, True), FULL),
        "46 minutes": ((False, 46, 46, 46, 45, True), exactly(9_667)),
        "60 minutes, half way": ((False, 60, 60, 60, 45, True), HALF),
        "75 minutes, 30 beyond": ((False, 75, 75, 75, 45, True), NONE),
        "31 minutes in primary years": ((False, 31, 31, 31, 30, True), exactly(9_667)),
        "60 minutes in primary years": ((False, 60, 60, 60, 30, True), NONE),
        "about 50 minutes, 40 to 60": ((False, 40, 50, 60, 45, True), (5_000, 8_333, 10_000)),
        "so far that the most is open": ((False, 51, 80, OPEN, 45, True), (0, 0, 8_000)),
        "60 minutes, and nobody asked what they can keep": ((None, 60, 60, 60, 45, True), (5_000, 5_000, 10_000)),
        "75 minutes, and nobody asked": ((None, 75, 75, 75, 45, True), NOBODY_KNOWS),
        "76 minutes, and nobody asked: too far to be kept": ((None, 76, 76, 76, 45, True), NONE),
        "nobody knows how far, and they keep others": ((False, None, None, None, 45, True), NOBODY_KNOWS),
        "nobody knows her year": ((False, 20, 20, 20, None, True), NOBODY_KNOWS),
        "nobody knows anything": ((None, None, None, None, None, None), NOBODY_KNOWS),
        "no pupil": ((None, 60, 60, 60, 45, False), NOT_ASKED),
        "nobody knows whether she is a pupil": ((False, 60, 60, 60, 45, None), HALF),
    },
    st.one_of(
        st.tuples(in_order(st.integers(0, 150)), any_range, maybe, maybe).map(school_runs),
        st.integers(0, 150).map(lambda m: ((False, m, m, m, 45, True), (True, m, m, m, 45, True))),
    ),
)


def fewer(drawn: tuple[list[list[int]], int]) -> tuple[Row, Row]:
    """Four counts, each as bounds; in the second row one of them is lower."""
    counts, which = drawn
    row: list[Any] = [tuple(sorted(bounds)) for bounds in counts]
    less = [(max(0, b[0] - 1), max(0, b[1] - 1)) if k == which else b for k, b in enumerate(row)]
    return tuple(row), tuple(less)


HOUSEHOLD = Agreed(
    household,
    (pair.unrelated_children, pair.own_near_in_age, pair.risks_to_weigh, pair.risks_now),
    {
        "nobody": ((0, 0, 0, 0), FULL),
        "one unrelated child": ((1, 0, 0, 0), exactly(9_500)),
        "four unrelated children": ((4, 0, 0, 0), exactly(8_000)),
        "five unrelated children: no more is lost": ((5, 0, 0, 0), exactly(8_000)),
        "one of the carers' own of her age, unrelated too": ((1, 1, 0, 0), exactly(8_000)),
        "two of them": ((2, 2, 0, 0), exactly(6_000)),
        "three of them: no more is lost than for two, but as unrelated": ((3, 3, 0, 0), exactly(5_500)),
        "an adult with a past risk to weigh": ((0, 0, 1, 0), exactly(9_000)),
        "an adult with a risk of today to weigh": ((0, 0, 1, 1), exactly(8_000)),
        "a child with a past risk to weigh": ((1, 0, 1, 0), exactly(8_500)),
        "a child with a risk of today to weigh": ((1, 0, 1, 1), exactly(7_500)),
        "two with risks to weigh, one of today": ((2, 0, 2, 1), exactly(6_000)),
        "three past risks: no more is lost than for two": ((0, 0, 3, 0), exactly(8_000)),
        "three risks of today: no more is lost than for two": ((0, 0, 3, 3), exactly(6_000)),
        "all at its worst": ((9, 9, 9, 9), exactly(1_000)),
        "one, or two, unrelated children": (((1, 2), 0, 0, 0), (9_000, 9_000, 9_500)),
        "of one nobody knows whether there is a risk": ((1, 0, (0, 1), (0, 1)), (7_500, 7_500, 9_500)),
        "of one nobody knows whether the risk is there now": ((1, 0, 1, (0, 1)), (7_500, 7_500, 8_500)),
        "of one nobody knows whether there was a risk once": ((1, 0, (0, 1), 0), (8_500, 8_500, 9_500)),
        "nobody knows who lives there": ((None, None, None, None), (1_000, 1_000, 10_000)),
        "nobody knows who, and the home has weighed the risks": ((None, None, 0, 0), (5_000, 5_000, 10_000)),
    },
    st.tuples(
        st.lists(st.lists(st.integers(0, 8), min_size=2, max_size=2), min_size=4, max_size=4), st.integers(0, 3)
    ).map(fewer),
)

SETTLED = Agreed(
    settled,
    (pair.stays_in_home, child.days_there, child.long_term_match, child.is_moving),
    {
        "a move": ((False, 900, True, True), NONE),
        "lives in the home from today": ((True, 0, False, True), HALF),
        "a year": ((True, 365, False, True), exactly(7_500)),
        "a day short of two years": ((True, 729, False, True), exactly(9_993)),
        "two years": ((True, 730, False, True), FULL),
        "longer": ((True, 4_000, False, True), FULL),
        "matched for the long term last month": ((True, 30, True, True), FULL),
        "nobody knows whether matched": ((True, 0, None, True), (5_000, 5_000, 10_000)),
        "nobody knows for how long": ((True, None, False, True), (5_000, 5_000, 10_000)),
        "nobody knows whether she lives in the home": ((None, 365, False, True), (0, 0, 7_500)),
        "nobody knows anything": ((None, None, None, None), NOBODY_KNOWS),
        "no home that a move would end": ((False, None, None, False), NOT_ASKED),
    },
    st.one_of(
        st.tuples(in_order(st.integers(0, 2_000)), maybe, maybe, maybe).map(
            lambda d: ((d[1], d[0][0], d[2], d[3]), (d[1], d[0][1], d[2], d[3]))
        ),
        st.tuples(st.integers(0, 2_000), maybe).map(lambda d: ((False, *d, True), (True, *d, True))),
        st.tuples(maybe, st.integers(0, 2_000)).map(lambda d: ((*d, False, True), (*d, True, True))),
    ),
)


def hours_on_the_road(drawn: tuple[list[float], list[int], bool | None]) -> tuple[Row, Row]:
    """Two times a month with the same room for error, the longer first."""
    (short, long), (less, more), planned = drawn
    return (max(0.0, long - less), long, long + more, planned), (max(0.0, short - less), short, short + more, planned)


FAMILY_TIME = Agreed(
    family_time,
    (pair.family_hours_least, pair.family_hours, pair.family_hours_most, child.family_time),
    {
        "at the door": ((0.0, 0.0, 0.0, True), FULL),
        "4 hours a month": ((4.0, 4.0, 4.0, True), FULL),
        "5 hours": ((5.0, 5.0, 5.0, True), exactly(9_500)),
        "14 hours, half way": ((14.0, 14.0, 14.0, True), HALF),
        "24 hours": ((24.0, 24.0, 24.0, True), NONE),
        "about 6 hours, 5 to 8": ((5.0, 6.0, 8.0, True), (8_000, 9_000, 9_500)),
        "so far that the most has no end": ((14.0, 20.0, float("inf"), True), (0, 2_000, 5_000)),
        "none is planned": ((None, None, None, False), NOT_ASKED),
        "nobody knows how often": ((None, None, None, True), NOBODY_KNOWS),
        "nobody has said whether any is planned": ((None, None, None, None), NOBODY_KNOWS),
    },
    st.tuples(in_order(st.floats(0, 60)), any_range, maybe).map(hours_on_the_road),
)

INTENDED_LENGTH = Agreed(
    intended_length,
    (pair.days_open, child.days_intended, child.to_adulthood, pair.approved_long_term),
    {
        "no limit": ((NO_LIMIT, 182, False, False), FULL),
        "no limit, and nobody knows for how long the plan is": ((NO_LIMIT, None, False, True), FULL),
        "as long as the plan": ((182, 182, False, False), FULL),
        "half of it": ((91, 182, False, False), HALF),
        "a day of 182": ((1, 182, False, False), exactly(55)),
        "not at all": ((0, 182, False, False), NONE),
        "a plan of no days": ((0, 0, False, False), FULL),
        "nobody knows how long the home can": ((None, 182, False, True), NOBODY_KNOWS),
        "nobody knows for how long the plan is": ((30, None, False, True), NOBODY_KNOWS),
        "for childhood, and they are approved for it": ((NO_LIMIT, 2_000, True, True), FULL),
        "for childhood, and they are not": ((NO_LIMIT, 2_000, True, False), HALF),
        "for childhood, a fifth of it, and they are not": ((400, 2_000, True, False), exactly(2_000)),
        "for childhood, and nobody knows their terms": ((NO_LIMIT, 2_000, True, None), (5_000, 5_000, 10_000)),
        "nobody knows the plan, and they are not approved": ((NO_LIMIT, 182, None, False), (5_000, 5_000, 10_000)),
        "nobody knows the plan, and they are approved": ((NO_LIMIT, 182, None, True), FULL),
        "for childhood, not approved, and nobody knows how long": ((None, 2_000, True, False), (0, 0, 5_000)),
        "nobody knows anything": ((None, None, None, None), NOBODY_KNOWS),
    },
    st.one_of(
        st.tuples(in_order(st.integers(0, 3_000)), st.integers(0, 3_000), maybe, maybe).map(
            lambda d: ((d[0][0], *d[1:]), (d[0][1], *d[1:]))
        ),
        st.tuples(st.integers(0, 3_000), st.integers(0, 3_000), maybe).map(lambda d: ((*d, False), (*d, True))),
    ),
)

EXPERIENCE = Agreed(
    carers_experience,
    (home.years_fostering, home.fosters),
    {
        "in the first year": ((0, True), NONE),
        "one year": ((1, True), exactly(1_000)),
        "six years": ((6, True), exactly(6_000)),
        "ten years": ((10, True), FULL),
        "more": ((31, True), FULL),
        "nobody knows": ((None, True), NOBODY_KNOWS),
        "not a foster home": ((None, False), NOT_ASKED),
    },
    in_order(st.integers(0, 80)).map(lambda years: ((years[0], True), (years[1], True))),
)

SUPPORT = Agreed(
    carers_support,
    (home.support_kinds,),
    {
        "none": ((0,), NONE),
        "one kind": ((1,), exactly(3_333)),
        "two kinds": ((2,), exactly(6_667)),
        "three kinds": ((3,), FULL),
        "more": ((9,), FULL),
        "nobody knows": ((None,), NOBODY_KNOWS),
    },
    in_order(st.integers(0, 9)).map(lambda kinds: ((kinds[0],), (kinds[1],))),
)

AGREED = (
    *(NEEDS, SIBLINGS, EDUCATION, HOUSEHOLD, WISHES, SETTLED, FAMILY_TIME),
    *(INTENDED_LENGTH, EXPERIENCE, SUPPORT),
)


@pytest.mark.parametrize(("agreed", "row", "points"), every_example(AGREED))
def test_a_criterion_of_stability_gives_the_points_that_were_agreed(agreed, row, points):
    assert points_of(agreed.criterion, agreed.facts, *row) == points


@pytest.mark.parametrize("agreed", every_criterion(AGREED))
@given(data=st.data())
def test_what_is_better_for_the_child_never_earns_less(agreed, data):
    worse, better = all_points(agreed.criterion, agreed.facts, data.draw(agreed.direction))
    assert no_more(worse, better)


def test_every_criterion_of_stability_is_among_these():
    assert [a.criterion.id for a in AGREED] == of_head(Head.STABILITY), "a new criterion needs its table here"
