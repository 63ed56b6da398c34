"""In which order children could go: nobody before there is a bed, held against trying every order there is."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, permutations
from random import Random

import pytest

from matching.reviewing.order import Going, Placed
from matching.reviewing.order import in_order as ordered

OAK, ELM, ASH, YEW = 0, 1, 2, 3
NOBODY: frozenset[str] = frozenset()


def in_order(steps: Sequence[Going], beds: Mapping[int, int]) -> tuple[list[Placed], list[tuple[int, ...]]]:
    """The steps in order, and the options of those of which there is no order."""
    placed, stuck = ordered(steps, beds)
    return placed, [of.options for of in stuck]


def going(child: str, leaves: int, home: int, *needs: Iterable[str], option: int = -1, beds: int = 1) -> Going:
    """A child who leaves one home for another, once one of these sets has left it."""
    sets = tuple(frozenset(of) for of in needs or ((),))
    return Going(option if option >= 0 else ord(child[0]), (child,), home, beds, {child: leaves}, sets)


def told(placed: Sequence[Placed]) -> list[tuple[str, list[str]]]:
    """Who goes, in order, and after whom."""
    by = {of.going.option: of.going.children[0] for of in placed}
    return [(of.going.children[0], [by[before] for before in of.after]) for of in placed]


def test_to_a_free_bed_a_child_may_go_at_once():
    placed, stuck = in_order([going("amy", OAK, ELM)], {ELM: 1})
    assert (told(placed), stuck) == ([("amy", [])], [])


def test_to_a_full_home_nobody_may_go():
    assert in_order([going("amy", OAK, ELM)], {OAK: 0, ELM: 0}) == ([], [(97,)])


def test_a_bed_is_not_held_by_two():
    both = [going("amy", OAK, ELM), going("ben", ASH, ELM)]
    assert in_order(both, {ELM: 1}) == ([], [(97, 98)])
    placed, stuck = in_order(both, {ELM: 2})
    assert (told(placed), stuck) == ([("amy", []), ("ben", [])], [])


def test_who_waits_for_a_bed_comes_after_who_leaves_it():
    placed, stuck = in_order([going("amy", OAK, ELM, ["ben"]), going("ben", ELM, ASH)], {ASH: 1})
    assert (told(placed), stuck) == ([("ben", []), ("amy", ["ben"])], [])


def test_a_chain_of_three_is_unwound_from_its_end():
    chain = [going("amy", OAK, ELM, ["ben"]), going("ben", ELM, ASH, ["cat"]), going("cat", ASH, YEW)]
    placed, stuck = in_order(chain, {YEW: 1})
    assert (told(placed), stuck) == ([("cat", []), ("ben", ["cat"]), ("amy", ["ben"])], [])


def test_who_waits_for_two_comes_after_both():
    steps = [going("amy", OAK, ELM, ["ben", "cat"]), going("ben", ELM, ASH), going("cat", ELM, ASH)]
    placed, stuck = in_order(steps, {ASH: 2})
    assert (told(placed), stuck) == ([("ben", []), ("cat", []), ("amy", ["ben", "cat"])], [])


def test_two_who_would_swap_cannot():
    assert in_order([going("amy", OAK, ELM, ["ben"]), going("ben", ELM, OAK, ["amy"])], {}) == ([], [(97, 98)])


def test_two_who_would_swap_can_where_there_is_a_spare_bed_and_one_may_live_with_the_other():
    swap = [going("amy", OAK, ELM, ["ben"]), going("ben", ELM, OAK, [], ["amy"])]
    placed, stuck = in_order(swap, {OAK: 1})
    assert (told(placed), stuck) == ([("ben", []), ("amy", ["ben"])], [])
    assert in_order(swap, {ELM: 1}) == ([], [(97, 98)])


def test_a_spare_bed_is_no_help_where_neither_may_live_with_the_other():
    swap = [going("amy", OAK, ELM, ["ben"]), going("ben", ELM, OAK, ["amy"])]
    assert in_order(swap, {OAK: 1, ELM: 1}) == ([], [(97, 98)])


def test_a_step_waits_for_no_more_than_it_needs():
    steps = [going("amy", OAK, ELM, ["ben"], ["ben", "cat"]), going("ben", ELM, ASH), going("cat", ELM, ASH)]
    placed, stuck = in_order(steps, {ASH: 2})
    assert (told(placed)[-1], stuck) == (("amy", ["ben"]), [])


def test_a_bed_that_another_has_taken_makes_a_step_wait_for_more():
    steps = [
        going("amy", OAK, ELM, ["cat"], ["dan"], ["cat", "dan"]),
        going("ben", OAK, ELM, ["cat"], ["dan"], ["cat", "dan"]),
        going("cat", ELM, ASH),
        going("dan", ELM, ASH),
    ]
    placed, stuck = in_order(steps, {ASH: 2})
    assert stuck == []
    assert told(placed)[2:] == [("amy", ["cat"]), ("ben", ["cat", "dan"])]


def test_who_would_take_the_one_bed_that_another_can_have_goes_after_her():
    """Amy may come once cat has left; ben only as the home is today, to the bed that is free."""
    steps = [
        going("cat", ELM, ASH, option=0),
        going("amy", OAK, ELM, ["cat"], option=1),
        going("ben", YEW, ELM, option=2),
    ]
    placed, stuck = in_order(steps, {ELM: 1, ASH: 1})
    assert (told(placed), stuck) == ([("cat", []), ("ben", []), ("amy", ["cat"])], [])


def test_a_bed_that_is_left_in_another_entry_of_a_home_is_none_in_this_one():
    annexe = 9
    steps = [going("amy", OAK, ELM, ["ben"]), going("ben", annexe, ASH)]
    assert in_order(steps, {ELM: 0, ASH: 1})[1] == [(97, 98)]
    assert in_order(steps, {ELM: 1, ASH: 1})[1] == []


def test_a_family_needs_its_beds_at_once():
    family = Going(7, ("amy", "ben"), ELM, 2, {"amy": OAK, "ben": OAK}, (NOBODY,))
    assert in_order([family], {ELM: 1})[1] == [(7,)]
    assert in_order([family], {ELM: 2})[1] == []


def test_who_lives_there_already_needs_no_bed():
    joined = Going(7, ("amy", "ben"), ELM, 1, {"amy": OAK}, (NOBODY,))
    assert in_order([joined], {ELM: 1})[1] == []


def test_steps_that_have_nothing_to_do_with_each_other_are_not_stuck_together():
    steps = [
        going("amy", OAK, ELM, ["ben"]),
        going("ben", ELM, OAK, ["amy"]),
        going("cat", 8, 9),
    ]
    placed, stuck = in_order(steps, {9: 1})
    assert (told(placed), stuck) == ([("cat", [])], [(97, 98)])


def can_all_go(order: Sequence[Going], beds: Mapping[int, int]) -> bool:
    """Whether these can go one after another, counted in plain Python."""
    gone: dict[str, int] = {}
    taken = dict.fromkeys((of.home for of in order), 0)
    for of in order:
        able = [
            need
            for need in of.needs
            if need <= gone.keys()
            and beds.get(of.home, 0) + sum(gone[c] == of.home for c in need) - taken[of.home] >= of.beds
        ]
        if not able:
            return False
        taken[of.home] += of.beds
        gone |= of.leaves
    return True


def an_instance(seed: int) -> tuple[list[Going], dict[int, int]]:
    """Up to six who would go to homes, some of which others would leave, by chance."""
    dice = Random(seed)  # noqa: S311 - nothing here is secret
    number = dice.randint(2, 6)
    homes = number + dice.randint(1, 3)
    at = {f"c{k}": dice.randrange(homes) for k in range(number)}
    beds = {home: dice.choice([0, 0, 1, 2] if home in at.values() else [1, 1, 1, 0]) for home in range(homes)}
    wanted = dice.sample(range(homes), homes)
    steps = []
    for option, (child, home) in enumerate(at.items()):
        there = wanted[option] if wanted[option] != home else wanted[-1]
        leaving = sorted(c for c, h in at.items() if h == there)[: dice.choice([0, 1, 2, 2])]
        sets = [frozenset(some) for size in range(len(leaving)) for some in combinations(leaving, size)]
        judged = [of for of in sets if dice.random() < 0.4]
        needs = (*judged, frozenset(leaving))
        steps.append(Going(option, (child,), there, dice.choice([1] * 9 + [2]), {child: home}, needs))
    return steps, beds


def together(steps: Sequence[Going], beds: Mapping[int, int]) -> bool:
    return any(can_all_go(order, beds) for order in permutations(steps))


@pytest.mark.parametrize("seed", range(200))
def test_an_order_is_found_wherever_there_is_one(seed):
    steps, beds = an_instance(seed)
    placed, stuck = in_order(steps, beds)
    by_option = {of.option: of for of in steps}
    assert sorted([of.going.option for of in placed] + [o for of in stuck for o in of]) == sorted(by_option)
    assert can_all_go([of.going for of in placed], beds)
    assert (not stuck) is together(steps, beds)
    for those in stuck:
        assert not together([by_option[option] for option in those], beds)


@pytest.mark.parametrize("seed", range(200))
def test_each_step_comes_after_those_that_it_names_and_these_make_room(seed):
    placed, _ = in_order(*an_instance(seed))
    left: dict[str, int] = {}
    for of in placed:
        named = {child for child, option in left.items() if option in of.after}
        assert set(of.after) <= set(left.values())
        assert any(need <= named for need in of.going.needs)
        left |= dict.fromkeys(of.going.leaves, of.going.option)


def test_the_random_instances_hold_every_kind():
    each = [in_order(*an_instance(seed)) for seed in range(200)]
    assert sum(not stuck for _, stuck in each) > 40
    assert sum(bool(stuck) for _, stuck in each) > 40
    assert sum(any(of.after for of in placed) for placed, _ in each) > 40


def test_steps_that_go_round_in_full_homes_name_these_and_others_none():
    swap = [going("amy", OAK, ELM, ["ben"]), going("ben", ELM, OAK, ["amy"])]
    assert [of.full for of in ordered(swap, {})[1]] == [{OAK, ELM}]
    assert [of.full for of in ordered(swap, {OAK: 1, ELM: 1})[1]] == [frozenset()]


def test_who_comes_beside_others_waits_for_all_who_leave():
    home = Going(97, ("amy",), ELM, 1, {"amy": OAK}, (frozenset(), frozenset({"ben"})), beside=True)
    placed, _ = ordered([home, going("ben", ELM, ASH)], {ELM: 1, ASH: 1})
    assert [of.going.children for of in placed] == [("ben",), ("amy",)]
    assert placed[1].after
