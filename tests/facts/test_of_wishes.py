"""What a child wishes for, each wish answered both ways, and how many would be granted, denied, or nobody can tell."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.facts.catalogue import child, pair
from matching.facts.of_wishes import WISHES
from tests.builders import a_child, a_home, a_member
from tests.facts.laying_out import TODAY, brothers_and_sisters, laid_out, value_of

FAR = {"postcode": "RG1 1AA"}
GRANTED, DENIED, UNTOLD = (1, 0, 0), (0, 1, 0), (0, 0, 1)
COUNTS = (pair.wishes_granted, pair.wishes_denied, pair.wishes_untold)
TOLD = (child.wishes_told, child.has_wishes)


def counted(wishes: Any, home: Any = None, **of_her: Any) -> tuple[Any, ...]:
    """How many wishes are granted, denied and untold."""
    frame = laid_out([a_child(wishes=wishes, **of_her)], [a_home(**(home or {}))]).frames[0]
    return tuple(frame[fact.name][0] for fact in COUNTS)


ANSWERED = [
    pytest.param("same_school", {}, {}, GRANTED, id="the school is near"),
    pytest.param("same_school", FAR | {"can_keep": ["110000"]}, {}, GRANTED, id="the carers can keep the school"),
    pytest.param("same_school", FAR, {}, DENIED, id="the school is far"),
    pytest.param("same_school", {}, {"school": None}, UNTOLD, id="nobody knows the school"),
    pytest.param(
        "with_siblings",
        {"household": [a_member(id="ben")]},
        {"siblings": brothers_and_sisters("ben")},
        GRANTED,
        id="her brother lives there",
    ),
    pytest.param("with_siblings", {}, {"siblings": brothers_and_sisters("ben")}, DENIED, id="he does not"),
    pytest.param("with_siblings", {}, {"siblings": None}, UNTOLD, id="nobody knows of siblings"),
    pytest.param("stay", {}, {"current_home": "oak"}, GRANTED, id="she lives there"),
    pytest.param("stay", {}, {}, DENIED, id="she lives elsewhere"),
    pytest.param("stay", {"household": None}, {"current_home": None}, UNTOLD, id="nobody knows where she lives"),
    pytest.param("family_home", {}, {}, GRANTED, id="foster carers"),
    pytest.param("family_home", {"kind": "parent"}, {}, GRANTED, id="a parent"),
    pytest.param("family_home", {"kind": "childrens_home"}, {}, DENIED, id="a children's home"),
    pytest.param("no_other_children", {}, {}, GRANTED, id="nobody there"),
    pytest.param("no_other_children", {"household": [a_member()]}, {}, DENIED, id="a child there"),
    pytest.param("no_other_children", {"household": None}, {}, UNTOLD, id="nobody knows who is there"),
    pytest.param("near_family", {}, {}, GRANTED, id="within 20 miles"),
    pytest.param("near_family", FAR, {}, DENIED, id="more than 20 miles"),
    pytest.param("near_family", {}, {"home_postcode": None}, UNTOLD, id="nobody knows where home is"),
    pytest.param("pets", {"pets": True}, {}, GRANTED, id="pets"),
    pytest.param("pets", {"pets": False}, {}, DENIED, id="no pets"),
    pytest.param("pets", {"pets": None}, {}, UNTOLD, id="nobody knows of pets"),
    pytest.param("a_trampoline", {}, {}, UNTOLD, id="a wish that nothing answers"),
]
OPPOSITE = {GRANTED: DENIED, DENIED: GRANTED, UNTOLD: UNTOLD}


@pytest.mark.parametrize(("wish", "home", "of_her", "counts"), ANSWERED)
def test_what_she_wants_is_granted_denied_or_nobody_can_tell(wish, home, of_her, counts):
    assert counted({"wants": [wish], "does_not_want": []}, home, **of_her) == counts


@pytest.mark.parametrize(("wish", "home", "of_her", "counts"), ANSWERED)
def test_what_she_does_not_want_is_granted_where_it_is_not_so(wish, home, of_her, counts):
    assert counted({"wants": [], "does_not_want": [wish]}, home, **of_her) == OPPOSITE[counts]


def test_every_wish_that_can_be_answered_is_answered_above_all_three_ways_or_never_unknown():
    said = {(str(p.values[0]), p.values[3]) for p in ANSWERED}
    assert {wish for wish, _ in said} == {*WISHES, "a_trampoline"}
    assert {wish for wish in WISHES if (wish, UNTOLD) not in said} == {"family_home"}
    assert all((wish, answer) in said for wish in WISHES for answer in (GRANTED, DENIED))


@pytest.mark.parametrize(
    ("wishes", "number", "to_heed"),
    [
        pytest.param({"wants": ["pets"], "does_not_want": ["stay"]}, 2, True, id="both halves"),
        pytest.param({"wants": ["pets"]}, 2, True, id="half recorded: one more may be"),
        pytest.param({"wants": []}, 1, None, id="half recorded, and nothing there"),
        pytest.param({"wants": [], "does_not_want": []}, 0, False, id="she was asked, and wishes for nothing"),
        pytest.param({"words": "I like it here."}, None, False, id="her words alone"),
        pytest.param({"not_ascertained_because": "three weeks old"}, None, False, id="a reason why nobody could ask"),
        pytest.param(
            {"not_ascertained_because": "was ill", "ascertained_on": TODAY}, None, None, id="asked since then"
        ),
        pytest.param({"not_ascertained_because": "was ill", "wants": ["pets"]}, 2, True, id="a reason, and a wish"),
        pytest.param({"ascertained_on": False}, None, None, id="not asked, and nobody says why"),
        pytest.param(None, None, None, id="nothing recorded: silence is no consent"),
    ],
)
def test_there_are_wishes_to_heed_unless_it_is_recorded_that_there_are_none(wishes, number, to_heed):
    values = laid_out([a_child(wishes=wishes)]).children[0]
    assert (values[child.wishes_told.name], values[child.has_wishes.name]) == (number, to_heed)


def test_of_wishes_that_nobody_recorded_nobody_can_count_any():
    assert counted(None) == (None, None, None)
    assert counted({"words": "I like it here."}) == (None, None, None)


def test_the_half_that_is_not_recorded_is_one_wish_that_nobody_can_tell():
    assert counted({"wants": ["family_home"]}) == (1, 0, 1)
    assert counted({"does_not_want": ["family_home"]}) == (0, 1, 1)


some_wishes = st.lists(st.sampled_from([*WISHES, "a_trampoline"]), max_size=4, unique=True)


@given(some_wishes, some_wishes)
def test_granted_denied_and_untold_are_all_that_was_told(wants, unwanted):
    frame = laid_out([a_child(wishes={"wants": wants, "does_not_want": unwanted})]).frames[0]
    counts = [frame[fact.name][0] for fact in COUNTS]
    assert sum(counts) == frame[child.wishes_told.name][0] == len(wants) + len(unwanted)
    assert min(counts) >= 0


def test_a_wish_that_is_said_twice_counts_once():
    assert counted({"wants": ["pets", "pets"], "does_not_want": []}, {"pets": True}) == counted(
        {"wants": ["pets"], "does_not_want": []}, {"pets": True}
    )


def test_words_that_nobody_put_into_codes_are_no_wishes_met():
    spoken = [a_child(wishes={"words": "My own key.", "wants": [], "does_not_want": []})]
    assert value_of(pair.wishes_met, spoken) is None
    assert value_of(child.has_wishes, spoken) is False
