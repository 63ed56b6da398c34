"""Whether all who would be fostered in a home are siblings of each other, by either record."""

from typing import Any

import pytest

from matching.facts.catalogue import household
from tests.builders import a_child, a_home, a_member, a_referral
from tests.facts.laying_out import brothers_and_sisters as listed
from tests.facts.laying_out import value_of

SISTERS = household.fostered_are_siblings


def with_siblings(*ids: str) -> Any:
    return a_child(siblings=listed(*ids))


@pytest.mark.parametrize(
    ("child", "people", "expected"),
    [
        pytest.param(with_siblings(), [], True, id="she alone"),
        pytest.param(a_child(siblings=None), [], True, id="she alone, of whose siblings nobody knows"),
        pytest.param(with_siblings("x1"), [a_member(sibling_of=[])], True, id="her record names the other"),
        pytest.param(with_siblings(), [a_member(sibling_of=["amy"])], True, id="the other's record names her"),
        pytest.param(with_siblings(), [a_member(sibling_of=[])], False, id="neither names the other"),
        pytest.param(with_siblings(), [a_member(sibling_of=None)], False, id="hers is known and does not"),
        pytest.param(a_child(siblings=None), [a_member(sibling_of=[])], False, id="the other's is known and does not"),
        pytest.param(a_child(siblings=None), [a_member(sibling_of=None)], None, id="neither is known"),
        pytest.param(a_child(siblings=None), [a_member(sibling_of=["amy"])], True, id="one is known and does"),
        pytest.param(
            with_siblings("x1", "x2"),
            [a_member(sibling_of=["x2"]), a_member(id="x2", sibling_of=[])],
            True,
            id="she and two who are siblings by one record",
        ),
        pytest.param(
            with_siblings("x1", "x2"),
            [a_member(), a_member(id="x2")],
            False,
            id="half-sister of two who are not siblings of each other",
        ),
        pytest.param(
            with_siblings("x1", "x2"),
            [a_member(sibling_of=None), a_member(id="x2", sibling_of=None)],
            None,
            id="of the two there nobody knows",
        ),
        pytest.param(with_siblings("x1"), [a_member(), a_member(id="x2")], False, id="a sister and a stranger"),
        pytest.param(with_siblings(), [a_member(relation="adult")], True, id="an adult does not count"),
        pytest.param(with_siblings(), [a_member(relation="own_child")], True, id="nor does the carers' own child"),
        pytest.param(with_siblings(), [a_member(relation="privately_fostered")], False, id="privately fostered does"),
        pytest.param(with_siblings(), [a_member(relation=None)], None, id="perhaps a stranger"),
        pytest.param(
            with_siblings("x1"),
            [a_member(), a_member(id="x2"), a_member(id="x3", relation=None)],
            False,
            id="a stranger for sure, and perhaps another",
        ),
        pytest.param(with_siblings(), None, None, id="nobody knows who is there"),
        pytest.param(with_siblings("x1"), [a_member(id="amy"), a_member(sibling_of=[])], True, id="there already"),
        pytest.param(with_siblings(), [a_member(id="amy"), a_member()], False, id="there already, with a stranger"),
        pytest.param(
            with_siblings("ben"),
            [a_member(id=None, sibling_of=None)],
            None,
            id="the other has no name and may be her brother",
        ),
        pytest.param(
            a_child(siblings=[{"assessment": "together"}]),
            [a_member(sibling_of=None)],
            None,
            id="her record has a sibling without a name",
        ),
    ],
)
def test_all_would_be_siblings_by_either_record(child, people, expected):
    assert value_of(SISTERS, [child], [a_home(household=people)]) is expected


def three(one: list[str] | None, two: list[str] | None, three: list[str] | None) -> list[Any]:
    said = zip(("amy", "ben", "cat"), (one, two, three), strict=True)
    return [a_child(id=i, siblings=None if ids is None else listed(*ids)) for i, ids in said]


THREE = a_referral(children=["amy", "ben", "cat"])


@pytest.mark.parametrize(
    ("records", "people", "expected"),
    [
        pytest.param((["ben", "cat"], ["amy", "cat"], ["amy", "ben"]), [], True, id="by every record"),
        pytest.param((["ben", "cat"], ["cat"], []), [], True, id="each pair by one record"),
        pytest.param((["ben", "cat"], None, ["ben"]), [], True, id="each pair by one record, one silent"),
        pytest.param((["ben", "cat"], None, None), [], None, id="of two of them nobody knows"),
        pytest.param((["ben", "cat"], [], None), [], False, id="of two of them one record says no"),
        pytest.param((["ben", "cat"], ["amy"], ["amy"]), [], False, id="two are half-siblings of one only"),
        pytest.param((None, None, None), [], None, id="nobody knows of any"),
        pytest.param(
            (["ben", "cat"], ["cat"], []), [a_member(sibling_of=["amy", "ben", "cat"])], True, id="with a sister there"
        ),
        pytest.param((["ben", "cat"], ["cat"], []), [a_member()], False, id="with a stranger there"),
        pytest.param(
            (["ben", "cat", "x1"], ["cat", "x1"], None),
            [a_member(sibling_of=None)],
            None,
            id="one unknown",
        ),
        pytest.param((["ben", "cat"], ["cat"], []), None, None, id="in an unknown household"),
        pytest.param((["ben", "cat"], [], []), None, False, id="not siblings, in an unknown household"),
        pytest.param((["ben", "cat"], ["cat"], []), [a_member(id="ben")], True, id="one of them is there already"),
    ],
)
def test_three_who_arrive_are_siblings_of_each_other_and_of_those_there(records, people, expected):
    assert value_of(SISTERS, three(*records), [a_home(household=people)], THREE) is expected
