"""The panel's order: what decides before what, and what never does."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.domain.codes import Outcome, Tier
from matching.domain.policy import Policy
from tests.scoring.pointing import Candidate, exactly, order_of, ordered, policy

TIERS = tuple(Tier)
LAST = Tier.INDEPENDENT_OR_RESIDENTIAL


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            {"tier": Tier.PARENTS, "suits": exactly(0)},
            {"tier": Tier.FAMILY_AND_FRIENDS, "suits": exactly(10_000)},
            id="the tier before suitability",
        ),
        pytest.param(
            {"tier": LAST, "early": True, "suits": exactly(0)},
            {"tier": Tier.IN_HOUSE, "suits": exactly(10_000)},
            id="an agency's carers who may adopt before the council's own, where adoption is considered",
        ),
        pytest.param(
            {"tier": Tier.FAMILY_AND_FRIENDS, "suits": exactly(0)},
            {"tier": Tier.IN_HOUSE, "early": True, "suits": exactly(10_000)},
            id="family and friends before carers who may adopt",
        ),
        pytest.param(
            {"tier": LAST, "suits": exactly(0)},
            {"tier": LAST, "later": True, "suits": exactly(10_000)},
            id="fostering before residential care",
        ),
        pytest.param(
            {"suits": exactly(7_000), "together": False},
            {"suits": exactly(6_999)},
            id="the band before siblings",
        ),
        pytest.param(
            {"suits": exactly(6_000), "school": False},
            {"suits": exactly(6_999), "together": False},
            id="siblings before school, whatever the points in the band",
        ),
        pytest.param(
            {"suits": exactly(6_000), "wishes": False},
            {"suits": exactly(6_999), "school": False},
            id="school before wishes",
        ),
        pytest.param({"cost": exactly(0)}, {"wishes": False, "cost": exactly(10_000)}, id="wishes before cost"),
        pytest.param({"together": True}, {"together": None}, id="siblings together before nobody knows"),
        pytest.param({"school": True}, {"school": None}, id="school kept before nobody knows"),
        pytest.param({"wishes": True}, {"wishes": None}, id="wishes met before nobody knows"),
        pytest.param(
            {"suits": exactly(6_000), "cost": exactly(5_000)},
            {"suits": exactly(6_999), "cost": exactly(4_999)},
            id="cost before exact points, inside a band",
        ),
        pytest.param(
            {"suits": exactly(6_999), "cost": exactly(5_000)},
            {"suits": exactly(6_000), "cost": exactly(5_199)},
            id="exact points before a cost that is about the same",
        ),
        pytest.param({"suits": exactly(5_001)}, {"suits": exactly(5_000)}, id="exact points where cost is equal"),
        pytest.param(
            {"suits": exactly(5_001), "standing": Outcome.CANNOT_TELL},
            {"suits": exactly(5_000)},
            id="exact points before standing",
        ),
        pytest.param({}, {"standing": Outcome.NEEDS_APPROVAL}, id="what can go ahead before what needs approval"),
        pytest.param(
            {"standing": Outcome.NEEDS_APPROVAL},
            {"standing": Outcome.CANNOT_TELL},
            id="what needs approval before what nobody can tell",
        ),
        pytest.param(
            {"suits": (0, 5_000, 5_000)},
            {"suits": (4_999, 4_999, 10_000)},
            id="by the central points",
        ),
        pytest.param({"suits": exactly(9_000)}, {"suits": exactly(8_999)}, id="90 is of the highest band"),
        pytest.param(
            {"suits": exactly(9_000), "cost": exactly(200)},
            {"suits": exactly(10_000), "cost": exactly(199)},
            id="100 is of the same band as 90",
        ),
    ],
)
def test_the_first_comes_before_the_second(first, second):
    assert order_of([Candidate("a", **second), Candidate("b", **first)]) == ["b", "a"]
    assert order_of([Candidate("b", **second), Candidate("a", **first)]) == ["a", "b"]


@pytest.mark.parametrize("side", ["together", "school", "wishes"])
def test_unknown_counts_as_no(side):
    unknown: dict[str, Any] = {side: None}
    known: dict[str, Any] = {side: False}
    assert order_of([Candidate("b", **unknown), Candidate("a", **known)]) == ["a", "b"]
    assert order_of([Candidate("a", **unknown), Candidate("b", **known)]) == ["a", "b"]


def test_what_is_equal_in_all_goes_by_id():
    for ids in permutations(["ash", "elm", "oak"]):
        assert order_of([Candidate(i) for i in ids]) == ["ash", "elm", "oak"]


def test_the_tiers_come_in_the_policys_order():
    candidates = [Candidate(tier.value, tier=tier, suits=exactly(1_000 * k)) for k, tier in enumerate(TIERS)]
    assert order_of(candidates) == [t.value for t in TIERS]
    turned = [t.value for t in reversed(TIERS)]
    assert order_of(candidates, tiers=turned) == turned


@pytest.mark.parametrize(
    ("width", "one", "other", "together"),
    [
        pytest.param(10, 6_999, 6_000, True, id="the same band of 10"),
        pytest.param(10, 7_000, 6_999, False, id="two bands of 10"),
        pytest.param(25, 7_499, 5_000, True, id="the same band of 25"),
        pytest.param(25, 7_500, 7_499, False, id="two bands of 25"),
        pytest.param(30, 10_000, 9_000, True, id="100 in the last band of 30, which is narrower"),
        pytest.param(30, 9_000, 8_999, False, id="the last two bands of 30"),
        pytest.param(100, 10_000, 0, True, id="one band of 100"),
        pytest.param(1, 5_001, 5_000, True, id="the same band of 1"),
        pytest.param(1, 5_000, 4_999, False, id="two bands of 1"),
        pytest.param(1, 10_000, 9_900, True, id="100 in the last band of 1"),
    ],
)
def test_options_of_one_band_are_alike_but_for_what_decides_inside_it(width, one, other, together):
    """The better one has lost its school: inside a band that puts it second."""
    candidates = [Candidate("a", suits=exactly(one), school=False), Candidate("b", suits=exactly(other))]
    assert order_of(candidates, band_width=width) == (["b", "a"] if together else ["a", "b"])


def test_cost_never_decides_between_bands_or_above_siblings_school_and_wishes():
    dear, cheap = exactly(0), exactly(10_000)
    for worse in ({"suits": exactly(4_999)}, {"together": False}, {"school": False}, {"wishes": False}):
        assert order_of([Candidate("a", cost=cheap, **worse), Candidate("b", cost=dear)]) == ["b", "a"]


def test_where_cost_is_weighed_it_decides_nowhere_else():
    dear, cheap = Candidate("a", cost=exactly(0), suits=exactly(5_001)), Candidate("b", cost=exactly(10_000))
    assert order_of([dear, cheap]) == ["b", "a"]
    assert order_of([dear, cheap], cost_counts="weighted") == ["a", "b"]


def test_of_no_homes_there_is_no_order():
    assert order_of([]) == []


LEVELS = st.integers(0, 40).map(lambda k: 250 * k)
INTERVALS = st.lists(LEVELS, min_size=3, max_size=3).map(lambda p: tuple(sorted(p)))
SIDES = st.sampled_from([True, False, None])
CANDIDATES = st.lists(
    st.builds(
        Candidate,
        id=st.from_regex(r"[a-z]{1,3}", fullmatch=True),
        tier=st.sampled_from(TIERS),
        later=st.booleans(),
        suits=INTERVALS,
        cost=INTERVALS,
        together=SIDES,
        school=SIDES,
        wishes=SIDES,
        standing=st.sampled_from([Outcome.MET, Outcome.NEEDS_APPROVAL, Outcome.CANNOT_TELL]),
    ),
    unique_by=lambda c: c.id,
    max_size=8,
)
POLICIES = st.builds(
    lambda width, counts, tiers: policy(band_width=width, cost_counts=counts, tiers=[t.value for t in tiers]),
    st.sampled_from([1, 7, 10, 30, 100]),
    st.sampled_from(["ties", "weighted"]),
    st.permutations(TIERS),
)
LOW, CENTRAL, HIGH = range(3)


def place(candidate: Candidate, by: Policy, level: int) -> tuple[Any, ...]:
    """The order in plain words: what comes first is smaller. At its high what is unknown counts as yes, else as no."""
    suits, width = candidate.suits[level], by.band_width * 100
    band = (suits - 1) // width if suits == 10_000 else suits // width
    sides = [said is True or (said is None and level == HIGH) for said in candidate.sides]
    cost = candidate.cost[level] if by.cost_counts == "ties" else 0
    tier = by.tiers.index(candidate.tier)
    return (tier, candidate.later, -band, *(not s for s in sides), -cost, -suits, -candidate.standing, candidate.id)


@given(CANDIDATES, POLICIES)
def test_the_order_is_the_one_in_plain_words(candidates, by):
    found = [candidates[k].id for k in ordered(candidates, by).at.tolist()]
    assert found == [c.id for c in sorted(candidates, key=lambda c: place(c, by, CENTRAL))]


def rank_among(one: Candidate, candidates: list[Candidate], by: Policy, *, its: int, theirs: int) -> int:
    """The rank of one option with its points at one level and everybody else's at another."""
    mine = place(one, by, its)
    return 1 + sum(place(other, by, theirs) < mine for other in candidates if other is not one)


@given(CANDIDATES, POLICIES)
def test_the_best_and_the_worst_rank_are_those_of_asking_again(candidates, by):
    found = ordered(candidates, by)
    for rank, (k, best, worst) in enumerate(zip(found.at, found.best, found.worst, strict=True), start=1):
        one = candidates[int(k)]
        assert best == rank_among(one, candidates, by, its=HIGH, theirs=LOW)
        assert worst == rank_among(one, candidates, by, its=LOW, theirs=HIGH)
        assert best <= rank <= worst


def ranks(candidates: list[Candidate]) -> dict[str, tuple[int, int, int]]:
    """For each option its rank, its best and its worst."""
    found = ordered(candidates, policy())
    rows = zip(found.at.tolist(), found.best.tolist(), found.worst.tolist(), strict=True)
    return {candidates[k].id: (rank, best, worst) for rank, (k, best, worst) in enumerate(rows, start=1)}


def test_where_all_is_known_no_other_rank_is_possible():
    known = [Candidate("a", suits=exactly(9_000)), Candidate("b", suits=exactly(5_000)), Candidate("c")]
    assert ranks(known) == {"a": (1, 1, 1), "b": (2, 2, 2), "c": (3, 3, 3)}


def test_an_option_of_which_little_is_known_could_be_first_or_last():
    options = [Candidate("a", suits=exactly(8_000)), Candidate("b"), Candidate("open", suits=(1_000, 1_000, 9_500))]
    assert ranks(options) == {"a": (1, 1, 2), "b": (2, 2, 3), "open": (3, 1, 3)}


def test_an_option_whose_school_is_unknown_could_go_ahead_of_one_that_loses_it():
    options = [
        Candidate("keeps"),
        Candidate("unknown", suits=exactly(5_001), school=None),
        Candidate("loses", suits=exactly(5_002), school=False),
    ]
    assert ranks(options) == {"keeps": (1, 1, 2), "loses": (2, 2, 3), "unknown": (3, 1, 3)}


def test_no_points_take_an_option_out_of_its_tier():
    options = [
        Candidate("aunt", tier=Tier.FAMILY_AND_FRIENDS, suits=(0, 0, 10_000)),
        Candidate("oak", suits=(0, 10_000, 10_000)),
    ]
    assert ranks(options) == {"aunt": (1, 1, 1), "oak": (2, 2, 2)}
