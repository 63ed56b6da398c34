"""The brothers and sisters whom a child should live with, by either record, and where they are."""

from typing import Any

import pytest

from matching.domain.child import Child
from matching.facts.catalogue import child as of_child
from matching.facts.catalogue import pair
from matching.facts.of_siblings import has_siblings_to_be_with, siblings_to_be_with
from matching.facts.question import ask
from tests.builders import a_case, a_child, a_home, a_member, a_referral
from tests.facts.laying_out import brothers_and_sisters as listed
from tests.facts.laying_out import laid_out, value_of

UNNAMED = [{"assessment": "together"}]


def amy_with(siblings: Any) -> Child:
    return a_child(siblings=siblings)


def ben_with(assessment: str | None) -> Child:
    """Ben, whose record names Amy."""
    return a_child(id="ben", siblings=listed("amy", assessment=assessment))


@pytest.mark.parametrize(
    ("siblings", "others", "expected"),
    [
        pytest.param([], (), set(), id="none"),
        pytest.param(listed("ben", "cat"), (), {"ben", "cat"}, id="by her own record"),
        pytest.param([], (ben_with("together"),), {"ben"}, id="by the other's only"),
        pytest.param(None, (ben_with("together"),), {"ben"}, id="by the other's, hers unknown"),
        pytest.param(listed("ben", assessment="not_assessed"), (), {"ben"}, id="not assessed"),
        pytest.param(listed("ben", assessment=None), (), {"ben"}, id="of unknown assessment"),
        pytest.param(listed("ben", assessment="apart"), (), set(), id="apart by hers"),
        pytest.param(listed("ben"), (ben_with("apart"),), set(), id="apart by the other's"),
        pytest.param(listed("ben", assessment="apart"), (ben_with("together"),), set(), id="apart by hers alone"),
        pytest.param([*listed("ben", assessment="apart"), *listed("cat")], (), {"cat"}, id="apart from one of two"),
        pytest.param(UNNAMED, (), set(), id="one without a name"),
        pytest.param(None, (), set(), id="nobody knows"),
        pytest.param([], (a_child(id="ben", siblings=listed("cat")),), set(), id="another's sibling"),
    ],
)
def test_whom_she_should_live_with_is_said_by_either_record(siblings, others, expected):
    amy = amy_with(siblings)
    question = ask(a_case(children=(amy, *others)), "r1", {})
    assert siblings_to_be_with(amy, question) == expected


@pytest.mark.parametrize(
    ("siblings", "others", "expected"),
    [
        pytest.param([], (), False, id="none"),
        pytest.param(listed("ben"), (), True, id="one"),
        pytest.param([], (ben_with("together"),), True, id="one by his own record"),
        pytest.param(None, (), None, id="nobody knows"),
        pytest.param(None, (ben_with("together"),), True, id="one at least"),
        pytest.param(UNNAMED, (), None, id="one without a name"),
        pytest.param([{"assessment": "apart"}], (), False, id="one without a name, to live apart"),
        pytest.param([{}], (), None, id="one of whom nothing is known"),
        pytest.param(listed("ben", assessment="apart"), (), False, id="one to live apart"),
        pytest.param(
            [*listed("ben", assessment="apart"), *UNNAMED], (), None, id="one to live apart, and one without a name"
        ),
    ],
)
def test_whether_she_has_any_is_open_only_where_a_record_is(siblings, others, expected):
    amy = amy_with(siblings)
    question = ask(a_case(children=(amy, *others)), "r1", {})
    assert has_siblings_to_be_with(amy, question) is expected
    assert value_of(of_child.siblings_to_be_with, [amy, *others]) is expected


def test_one_who_arrives_with_her_counts_as_one_to_live_with():
    children = [amy_with(listed("ben")), ben_with("together")]
    layout = laid_out(children, referral=a_referral(children=["amy", "ben"]))
    assert [values[of_child.siblings_to_be_with.name] for values in layout.children] == [True, True]


ELSEWHERE = {"id": "elm", "household": []}


@pytest.mark.parametrize(
    ("ben", "homes", "expected"),
    [
        pytest.param(None, [a_home(household=[a_member(id="ben")])], [True], id="listed by the home"),
        pytest.param(None, [a_home()], [False], id="in no home of the register"),
        pytest.param(
            a_child(id="ben", current_home="elm"),
            [a_home(), a_home(**ELSEWHERE)],
            [False, True],
            id="by his own record",
        ),
        pytest.param(
            a_child(id="ben", current_home="elm"),
            [a_home(household=[a_member(id="ben")]), a_home(**ELSEWHERE)],
            [True, True],
            id="the records differ: in either",
        ),
        pytest.param(a_child(id="ben", current_home=None), [a_home(household=None)], [None], id="neither is known"),
        pytest.param(a_child(id="ben", current_home=None), [a_home(household=[])], [False], id="the home's is known"),
        pytest.param(None, [a_home(household=[a_member(id=None)])], [None], id="somebody there has no name"),
    ],
)
def test_she_would_be_with_him_where_he_lives(ben, homes, expected):
    children = [amy_with(listed("ben")), *([ben] if ben else [])]
    frame = laid_out(children, homes).frames[0]
    assert frame[pair.siblings_together.name].to_list() == expected


@pytest.mark.parametrize(
    ("arriving", "expected"),
    [
        pytest.param(["amy", "ben", "cat"], [True, True, True], id="all three"),
        pytest.param(["amy", "ben"], [False, False], id="two of three"),
    ],
)
def test_of_several_each_is_asked_about_those_who_do_not_arrive(arriving, expected):
    ids = ("amy", "ben", "cat")
    children = [a_child(id=i, siblings=listed(*(other for other in ids if other != i))) for i in ids]
    layout = laid_out(children, referral=a_referral(children=arriving))
    assert [frame[pair.siblings_together.name][0] for frame in layout.frames] == expected


def test_one_to_live_apart_from_one_of_them_may_be_with_the_other():
    amy = a_child(siblings=[*listed("ben", assessment="apart"), *listed("cat")])
    cat = a_child(id="cat", current_home="elm")
    frame = laid_out([amy, cat], [a_home(household=[a_member(id="ben")]), a_home(**ELSEWHERE)]).frames[0]
    assert frame[pair.siblings_together.name].to_list() == [False, True]
