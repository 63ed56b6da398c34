"""How a child is looked after: the days there, the review, section 20, and whether adoption is considered."""

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

from matching.facts.catalogue import child
from matching.facts.of_care import agreement, contact_order_runs, days_there, early_permanence, reviewed
from tests.builders import a_child
from tests.facts.laying_out import TODAY, value_of

A_DAY = timedelta(days=1)
SINCE = date(2025, 10, 1)
KNOWN = (True, False, None)


@pytest.mark.parametrize(
    ("since", "end", "expected"),
    [
        pytest.param(date(2026, 12, 1), date(2026, 12, 29), 28, id="four weeks"),
        pytest.param(date(2028, 2, 28), date(2028, 3, 1), 2, id="over a 29 February"),
        pytest.param(date(2026, 12, 1), date(2026, 12, 1), 0, id="the day itself"),
        pytest.param(None, date(2026, 12, 1), None, id="since when is not recorded"),
        pytest.param(False, date(2026, 12, 1), None, id="since no day"),
        pytest.param(date(2026, 12, 1), None, None, id="until when is not recorded"),
    ],
)
def test_days_there_are_from_her_arrival_to_the_end(since, end, expected):
    assert days_there(a_child(current_since=since), end) == expected


@pytest.mark.parametrize(
    ("on", "since", "expected"),
    [
        pytest.param(TODAY, SINCE, True, id="today"),
        pytest.param(TODAY + A_DAY, SINCE, False, id="tomorrow"),
        pytest.param(SINCE, SINCE, True, id="on the day she came there"),
        pytest.param(SINCE - A_DAY, SINCE, False, id="on its eve, before another move"),
        pytest.param(SINCE - A_DAY, None, None, id="since when she is there is not recorded"),
        pytest.param(SINCE - A_DAY, False, True, id="since when she is there is no day"),
        pytest.param(TODAY + A_DAY, None, False, id="tomorrow, whenever she came"),
        pytest.param(False, SINCE, False, id="known not to be"),
        pytest.param(None, SINCE, None, id="not recorded"),
    ],
)
def test_a_review_is_of_this_move_if_it_is_not_older_than_her_arrival(on, since, expected):
    assert reviewed(a_child(reviewed_on=on, current_since=since), TODAY) is expected


@pytest.mark.parametrize(
    ("s20", "agreed", "objection"),
    [
        pytest.param({"consent_by": "mother", "on": TODAY, "objection": False}, True, False, id="agreed today"),
        pytest.param({"consent_by": "mother", "on": TODAY + A_DAY}, False, None, id="to be agreed tomorrow"),
        pytest.param({"consent_by": "mother", "on": False}, False, None, id="known not to be agreed"),
        pytest.param({"consent_by": "mother"}, False, None, id="without its day"),
        pytest.param({"on": TODAY, "objection": True}, False, True, id="without a name"),
        pytest.param({}, False, None, id="nothing"),
        pytest.param(None, False, None, id="no record"),
    ],
)
def test_a_consent_that_is_not_recorded_in_full_was_not_given(s20, agreed, objection):
    said = agreement(a_child(s20=s20), TODAY)
    assert said == {
        child.agreed_under_20.name: agreed,
        child.objection_under_20.name: objection,
        child.nobody_responsible.name: False,
    }


START = date(2026, 12, 1)


def order(kind: str | None, until: date | None = None) -> dict[str, Any]:
    return {"kind": kind, "against": "father", "until": until}


@pytest.mark.parametrize(
    ("orders", "expected"),
    [
        pytest.param([], False, id="none"),
        pytest.param([order("contact")], True, id="about contact, without an end"),
        pytest.param([order("no_contact", START)], True, id="until the first day"),
        pytest.param([order("no_contact", START - A_DAY)], False, id="until its eve"),
        pytest.param([order("supervision")], True, id="against somebody"),
        pytest.param([order("supervision") | {"against": None}], False, id="about something else"),
        pytest.param([order(None)], None, id="about what is not recorded"),
        pytest.param([order(None), order("contact")], True, id="one unknown, one about contact"),
        pytest.param([order(None, START - A_DAY)], False, id="unknown, and ended"),
        pytest.param(None, None, id="not recorded"),
    ],
)
def test_a_court_order_about_contact_runs_until_its_end(orders, expected):
    of = a_child(court_orders=orders)
    assert contact_order_runs(of, START) is expected
    assert value_of(child.contact_order_runs, [of]) is expected


def thought(**changes: Any) -> Any:
    """A child of whom adoption is not considered, nor ought to be, and no order was refused; save for what is said."""
    plain = {"considering_adoption": False, "ought_to_be_placed": False, "placement_order_refused": False}
    return a_child(**(plain | changes))


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        pytest.param(thought(), False, id="neither considered nor ought to be"),
        pytest.param(thought(considering_adoption=True), True, id="considered"),
        pytest.param(thought(ought_to_be_placed=True), True, id="ought to be placed"),
        pytest.param(thought(ought_to_be_placed=True, s19_consent=True), False, id="ought to be, with consent"),
        pytest.param(thought(ought_to_be_placed=True, s19_consent=False), True, id="ought to be, without consent"),
        pytest.param(thought(ought_to_be_placed=True, placement_order=True), False, id="ought to be, with an order"),
        pytest.param(thought(ought_to_be_placed=True, legal_status="E1"), False, id="with an order, by her status"),
        pytest.param(
            thought(ought_to_be_placed=True, legal_status="E1", placement_order=False),
            True,
            id="without an order, whatever her status says",
        ),
        pytest.param(thought(ought_to_be_placed=True, legal_status=None), None, id="an order or not is not recorded"),
        pytest.param(thought(considering_adoption=True, placement_order=True), True, id="considered, with an order"),
        pytest.param(thought(considering_adoption=True, s19_consent=True), True, id="considered, with consent"),
        pytest.param(
            thought(considering_adoption=True, placement_order_refused=True), False, id="an order was refused"
        ),
        pytest.param(thought(considering_adoption=True, placement_order_refused=None), None, id="refused or not?"),
        pytest.param(thought(placement_order_refused=None), False, id="not considered, refused or not"),
        pytest.param(thought(considering_adoption=None), None, id="considered or not is not recorded"),
        pytest.param(thought(ought_to_be_placed=None), None, id="ought to be or not is not recorded"),
        pytest.param(thought(considering_adoption=None, ought_to_be_placed=True), True, id="one unknown, one yes"),
        pytest.param(
            thought(ought_to_be_placed=None, s19_consent=True), False, id="ought to be or not, there is consent"
        ),
    ],
)
def test_early_permanence_is_where_adoption_is_considered_or_ought_to_be_without_leave(of, expected):
    assert early_permanence(of) is expected
    assert value_of(child.early_permanence, [of]) is expected


FIELDS = ("considering_adoption", "ought_to_be_placed", "placement_order", "placement_order_refused")


def test_whatever_early_permanence_says_of_the_unknown_every_way_of_filling_it_in_says_too():
    for values in product(KNOWN, repeat=len(FIELDS)):
        of = a_child(**dict(zip(FIELDS, values, strict=True)), legal_status=None)
        ways = product(*((True, False) if v is None else (v,) for v in values))
        found = {early_permanence(a_child(**dict(zip(FIELDS, way, strict=True)))) for way in ways}
        assert early_permanence(of) in ({True} if found == {True} else {False} if found == {False} else {None})
