"""What came of asking the family, home by home."""

from datetime import date, timedelta
from typing import Any

import pytest

from matching.facts.catalogue import pair
from tests.builders import a_child, a_home
from tests.facts.laying_out import TODAY, laid_out, value_of

ASKED_ON = date(2026, 10, 1)
KINDS = ("parent", "connected_foster", "foster")


def entry(outcome: str | None, home: str | None = None, relation: str | None = None, on: Any = ASKED_ON) -> Any:
    return {"outcome": outcome, "home": home, "relation": relation, "on": on}


def of_each(*entries: Any) -> list[str | None]:
    """What is said of a parent's home, of connected carers and of strangers."""
    homes = [a_home(id=kind, kind=kind, connected_to=["amy"]) for kind in KINDS]
    child = a_child(family_explored=list(entries))
    frame = laid_out([child], homes).frames[0]
    found: list[str | None] = frame[pair.family_outcome.name].to_list()
    return found


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param([], ["not_asked"] * 3, id="nobody was asked"),
        pytest.param([entry("declined", relation="mother")], [None, "not_asked", "not_asked"], id="the mother"),
        pytest.param([entry("declined", relation="aunt")], ["not_asked", None, "not_asked"], id="an aunt"),
        pytest.param([entry("declined")], [None, None, "not_asked"], id="somebody"),
        pytest.param([entry("proposed")], ["not_asked"] * 3, id="somebody, who was proposed"),
        pytest.param([entry(None, relation="father")], [None, "not_asked", "not_asked"], id="without its outcome"),
        pytest.param([entry("declined", "foster")], ["not_asked", "not_asked", "declined"], id="one home by name"),
        pytest.param([entry("declined", "nowhere")], ["not_asked"] * 3, id="a home that is not in the register"),
        pytest.param(
            [entry("declined", relation="mother"), entry("proposed", "parent")],
            ["proposed", "not_asked", "not_asked"],
            id="a home by name, and its entry says",
        ),
    ],
)
def test_an_entry_is_about_the_home_that_it_names_or_about_those_that_it_may_mean(entries, expected):
    assert of_each(*entries) == expected


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param([entry("proposed", "oak")], "proposed", id="proposed"),
        pytest.param([entry("not_practicable", "oak")], "not_practicable", id="ruled out"),
        pytest.param([entry("proposed", "oak"), entry("declined", "oak")], "declined", id="ruled out by one"),
        pytest.param([entry(None, "oak"), entry("declined", "oak")], "declined", id="ruled out, and one unknown"),
        pytest.param([entry("proposed", "oak"), entry(None, "oak")], None, id="proposed, and one unknown"),
        pytest.param([entry("declined", "oak", on=TODAY)], "declined", id="on the day"),
        pytest.param([entry("declined", "oak", on=TODAY + timedelta(days=1))], None, id="on the day after"),
        pytest.param([entry("declined", "oak", on=False)], None, id="known not to have been asked"),
        pytest.param([entry("declined", "oak", on=None)], "declined", id="when is not recorded"),
    ],
)
def test_ruled_out_goes_before_unknown_and_that_before_proposed(entries, expected):
    assert value_of(pair.family_outcome, [a_child(family_explored=entries)]) == expected


def test_where_nobody_recorded_who_was_asked_any_of_the_family_may_have_been():
    homes = [a_home(id=kind, kind=kind, connected_to=["amy"]) for kind in KINDS]
    frame = laid_out([a_child(family_explored=None)], homes).frames[0]
    assert frame[pair.family_outcome.name].to_list() == [None, None, "not_asked"]


@pytest.mark.parametrize(
    ("connected_to", "expected"),
    [
        pytest.param(["amy"], None, id="to her"),
        pytest.param(None, None, id="to whom is not recorded"),
        pytest.param(["ben"], "not_asked", id="to another"),
    ],
)
def test_only_carers_who_may_be_connected_to_the_child_may_be_meant(connected_to, expected):
    aunt = a_home(kind="connected_foster", connected_to=connected_to)
    assert value_of(pair.family_outcome, [a_child(family_explored=[entry("declined")])], [aunt]) == expected


def test_each_child_has_her_own_answer():
    children = [a_child(family_explored=[entry("declined", "oak")]), a_child(id="bea", family_explored=[])]
    layout = laid_out(children)
    assert layout.frames[0][pair.family_outcome.name][0] == "declined"
