"""Who must agree beside the carers: other placing authorities, and their own where more are fostered than is usual."""

from datetime import date, timedelta
from typing import Any

import pytest

from matching.facts.catalogue import household
from tests.builders import a_child, a_home, a_member, a_referral
from tests.facts.laying_out import HILLINGDON, MILTON_KEYNES, OURS, TODAY, bounds_of, value_of

TWO = a_referral(children=["amy", "ben"])


AMY_AND_BEN = (a_child(), a_child(id="ben"))


def placed(by: str | None, **changes: Any) -> Any:
    return a_member(placed_by=by, **changes)


TOMORROW = TODAY + timedelta(days=1)


def consent(by: str | None, child: str = "amy", on: Any = date(2026, 11, 1)) -> dict[str, Any]:
    return {"by": by, "child": child, "on": on}


@pytest.mark.parametrize(
    ("people", "consents", "bounds"),
    [
        pytest.param([], [], (0, 0, 0), id="nobody there"),
        pytest.param([placed(OURS)], [], (0, 0, 0), id="our own child"),
        pytest.param([placed(HILLINGDON)], [], (1, 1, 1), id="another authority's child"),
        pytest.param([placed(HILLINGDON), placed(HILLINGDON, id="x2")], [], (1, 1, 1), id="two children of one"),
        pytest.param([placed(HILLINGDON), placed(MILTON_KEYNES, id="x2")], [], (2, 2, 2), id="of two authorities"),
        pytest.param([placed(HILLINGDON)], [consent(HILLINGDON)], (0, 0, 0), id="consented"),
        pytest.param([placed(HILLINGDON)], [consent(HILLINGDON, on=None)], (None, 0, 1), id="a consent without a day"),
        pytest.param([placed(HILLINGDON)], [consent(HILLINGDON, on=TOMORROW)], (1, 1, 1), id="a consent of tomorrow"),
        pytest.param([placed(HILLINGDON)], [consent(None)], (None, 0, 1), id="a consent by nobody knows whom"),
        pytest.param([placed(HILLINGDON)], [consent(HILLINGDON, on=False)], (1, 1, 1), id="known not to be given"),
        pytest.param([placed(HILLINGDON)], [consent(HILLINGDON, "zoe")], (1, 1, 1), id="consented to another child"),
        pytest.param([placed(HILLINGDON)], [consent(MILTON_KEYNES)], (1, 1, 1), id="another authority consented"),
        pytest.param([placed(HILLINGDON)], None, (1, 1, 1), id="consents not recorded have not been given"),
        pytest.param([placed(None)], [], (None, 0, 1), id="placed by nobody knows whom"),
        pytest.param([placed(None), placed(HILLINGDON, id="x2")], [], (None, 1, 2), id="one for sure, one perhaps"),
        pytest.param([placed(None, relation="adult")], [], (0, 0, 0), id="an adult is placed by nobody"),
        pytest.param([placed(None, relation="privately_fostered")], [], (0, 0, 0), id="privately fostered"),
        pytest.param([placed(None, relation=None)], [], (None, 0, 1), id="perhaps a child, perhaps placed"),
        pytest.param([placed(None, id="amy")], [], (0, 0, 0), id="herself"),
        pytest.param(
            [placed(HILLINGDON, relation=None)],
            [],
            (None, 0, 1),
            id="perhaps another authority's child",
        ),
    ],
)
def test_other_placing_authorities_are_to_consent(people, consents, bounds):
    there = [a_home(household=people, consents=consents)]
    assert bounds_of(household.authorities_to_consent, homes=there) == bounds


@pytest.mark.parametrize(
    ("to", "waiting"),
    [
        pytest.param([], 1, id="to neither"),
        pytest.param(["amy"], 1, id="to one of them"),
        pytest.param(["amy", "ben"], 0, id="to both"),
    ],
)
def test_another_authority_consents_to_every_arriving_child(to, waiting):
    there = [a_home(household=[placed(HILLINGDON)], consents=[consent(HILLINGDON, i) for i in to])]
    assert bounds_of(household.authorities_to_consent, AMY_AND_BEN, there, TWO) == (waiting,) * 3


@pytest.mark.parametrize(
    ("of", "to", "waiting"),
    [
        pytest.param(HILLINGDON, [], 1, id="his authority, to her"),
        pytest.param(HILLINGDON, ["ben"], 1, id="his authority, which consented to him only"),
        pytest.param(HILLINGDON, ["amy"], 0, id="his authority, which consented to her"),
        pytest.param(OURS, [], 1, id="her authority, to him"),
        pytest.param(OURS, ["ben"], 0, id="her authority, which consented to him"),
        pytest.param(MILTON_KEYNES, ["amy"], 1, id="a third, which consented to her only"),
        pytest.param(MILTON_KEYNES, ["amy", "ben"], 0, id="a third, which consented to both"),
    ],
)
def test_of_two_authorities_who_ask_each_consents_to_the_others_child(of, to, waiting):
    children = (a_child(), a_child(id="ben", responsible_authority=HILLINGDON))
    there = [a_home(household=[placed(of)], consents=[consent(of, i) for i in to])]
    assert bounds_of(household.authorities_to_consent, children, there, TWO) == (waiting,) * 3


EXEMPT = {"by": OURS, "children": ["amy", "x1"]}


@pytest.mark.parametrize(
    ("exemption", "about", "expected"),
    [
        pytest.param(None, {}, False, id="none recorded has not been given"),
        pytest.param(EXEMPT, {}, True, id="names her, and nobody is there"),
        pytest.param(EXEMPT, {"household": [a_member()]}, True, id="names her and who is there"),
        pytest.param(EXEMPT | {"children": ["x1"]}, {"household": [a_member()]}, False, id="does not name her"),
        pytest.param(EXEMPT | {"children": ["amy"]}, {"household": [a_member()]}, False, id="not who is there"),
        pytest.param(EXEMPT, {"household": [a_member(id=None)]}, None, id="who is there has no name"),
        pytest.param({"by": OURS}, {}, None, id="it does not say whom"),
        pytest.param({"children": ["amy"]}, {}, None, id="it does not say by whom"),
        pytest.param({"children": ["x1"]}, {}, False, id="nor does it name her"),
        pytest.param(EXEMPT, {"household": [a_member(id="x2", relation="adult")]}, True, id="an adult is not fostered"),
        pytest.param(EXEMPT | {"by": HILLINGDON}, {}, False, id="by an authority that they do not live in"),
        pytest.param(EXEMPT, {"postcode": "MK9 3XL"}, False, id="by the authority that asks, not theirs"),
        pytest.param(EXEMPT | {"by": MILTON_KEYNES}, {"postcode": "MK9 3XL"}, True, id="by theirs, not ours"),
        pytest.param(EXEMPT, {"postcode": None, "authority": OURS}, True, id="by the authority that is recorded"),
        pytest.param(EXEMPT, {"postcode": None}, None, id="nobody knows where they live"),
        pytest.param(EXEMPT, {"postcode": "HP99 9ZZ"}, None, id="a postcode that has no place"),
        pytest.param(EXEMPT | {"children": ["x1"]}, {"postcode": None}, False, id="nobody knows, and she is not named"),
        pytest.param(
            EXEMPT,
            {"household": None},
            None,
            id="nobody knows who is there",
        ),
        pytest.param(
            EXEMPT,
            {"household": [a_member(id="x2", relation=None)]},
            None,
            id="perhaps an adult",
        ),
        pytest.param(
            EXEMPT,
            {"postcode": None, "household": [a_member(id="x2")]},
            False,
            id="nobody knows where, but it does not name who is there",
        ),
    ],
)
def test_an_exemption_is_by_the_carers_own_authority_and_names_all(exemption, about, expected):
    approved = dict(a_home().model_dump(exclude_none=True)["approval"]) | {"exemption": exemption}
    assert value_of(household.exemption_names_all, homes=[a_home(approval=approved, **about)]) is expected


def test_an_exemption_names_every_arriving_child():
    approved = dict(a_home().model_dump(exclude_none=True)["approval"]) | {"exemption": EXEMPT}
    assert value_of(household.exemption_names_all, AMY_AND_BEN, [a_home(approval=approved)], TWO) is False
    approved["exemption"] = {"by": OURS, "children": ["ben", "amy"]}
    assert value_of(household.exemption_names_all, AMY_AND_BEN, [a_home(approval=approved)], TWO) is True
