"""How much company a home has room for: asked of the rules about the household, and never too little."""

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.domain.codes import Outcome
from matching.domain.panel import Decided
from matching.engine import Engine
from matching.explaining.found import find
from matching.facts.question import Question, ask
from matching.planning.groups import agenda
from matching.planning.judging import Judging
from matching.planning.looking import looked_into
from matching.planning.numbers import Numbers
from matching.planning.parts import questions_of
from tests.peer.engine_says import engine_of
from tests.planning.made import a_panel, approved, beds, sisters
from tests.planning.panels import panel

STRANGERS: dict[str, dict[str, Any]] = {name: {} for name in ("amy", "ben", "cy", "dan")}
OTHER: dict[str, Any] = {
    "relation": "looked_after",
    "born": None,
    "sex": "F",
    "placed_by": "E06000060",
    "sibling_of": [],
}
OTHERS = [{"id": f"x{k}", **OTHER} for k in range(3)]


def numbers_of(engine: Engine) -> Numbers:
    questions = [ask(engine.case, r.id, engine.figures) for r in engine.case.referrals]
    return looked_into(agenda(questions).groups, Judging(engine.register, engine.scale))


def room(engine: Engine, *children: str, home: str = "oak") -> int | None:
    """How many beds may be taken in a home in all with these children in it; None where they may not live there."""
    numbers, row = numbers_of(engine), engine.register.row_of[home]
    options = numbers.problem.options
    for option in range(options.size):
        if numbers.children_of(numbers.part_of(option)) == children and numbers.home_of(option) == row:
            return int(options.most[option])
    return None


@pytest.mark.parametrize(
    ("home", "most"),
    [
        pytest.param(beds(1), 1, id="one bed"),
        pytest.param(beds(3), 3, id="three beds"),
        pytest.param({**beds(3), **approved(max_children=2)}, 2, id="terms for two"),
        pytest.param({**beds(3), "household": OTHERS[:2]}, 1, id="two foster children there, terms for three"),
        pytest.param({**beds(4), **approved(max_children=4)}, 4, id="beyond the usual limit, by an exemption"),
        pytest.param({**beds(3), "bedrooms_free": 1}, 3, id="bedrooms that the service may let them share"),
        pytest.param({**beds(2), "vacancies": None}, 1, id="beds not recorded"),
        pytest.param({**beds(2), "household": None}, 1, id="not recorded who lives there"),
        pytest.param({"kind": "childrens_home", **beds(4)}, 4, id="a children's home with places"),
        pytest.param({"kind": "childrens_home", **beds(4), "household": OTHERS[:2]}, 2, id="registered for four"),
    ],
)
def test_a_home_has_room_for_as_many_as_the_rules_let_live_there(home, most):
    assert room(a_panel(STRANGERS, {"oak": home}), "amy") == most


@pytest.mark.parametrize(
    "child",
    [
        pytest.param({"must_not_live_with": None}, id="not recorded from whom to keep her"),
        pytest.param({"siblings": None}, id="not recorded who her siblings are"),
    ],
)
def test_of_whom_it_may_be_anybody_there_is_no_company(child):
    assert room(a_panel({**STRANGERS, "amy": child}, {"oak": beds(3)}), "amy") == 1


def test_who_cannot_do_with_other_children_takes_the_whole_home():
    referrals = {f"r_{name}": {"children": [name]} for name in STRANGERS}
    referrals["r_amy"]["required"] = ["no_other_children"]
    engine = a_panel(STRANGERS, {"oak": beds(3)}, referrals=referrals)
    assert (room(engine, "amy"), room(engine, "ben")) == (1, 3)


def test_sisters_take_a_bed_each_and_leave_the_rest():
    engine = a_panel({**sisters("amy", "bea"), "cy": {}}, {"oak": beds(3)})
    assert room(engine, "amy", "bea") == 3
    options = numbers_of(engine).problem.options
    assert sorted(set(options.takes.tolist())) == [1, 2]


def test_who_lives_there_takes_no_bed():
    numbers = numbers_of(a_panel({"amy": {"current_home": "oak"}, "ben": {}}, {"oak": beds(0)}))
    assert numbers.problem.options.takes.tolist() == [0]


def settled(question: Question, engine: Engine, row: int) -> bool:
    """Whether the rules about the household let all of them live in one home."""
    found = find(question, engine.register, engine.scale)
    lines = list(found.rulebook.lines_of_household)
    return min(int(judged.outcomes[lines, row].min()) for judged in found.judged) >= Outcome.NEEDS_APPROVAL


def alone_in(numbers: Numbers, option: int) -> Question:
    """The question about the one child of an option."""
    part = numbers.part_of(option)
    question, _ = next(questions_of(numbers.groups[part.group], part.places))
    return question


@given(st.integers(0, 10**6), st.integers(2, 5), st.integers(1, 4))
def test_room_is_never_taken_for_less_than_the_rules_leave(seed, children, homes):
    """Where there is said to be no room for so many more, no such company of this panel is lawful and settled."""
    engine = engine_of(panel(seed, children, homes))
    numbers = numbers_of(engine)
    options = numbers.problem.options
    for option in (o for o in range(options.size) if len(numbers.part_of(o).places) == 1):
        row, group = numbers.home_of(option), numbers.groups[numbers.part_of(option).group]
        home = engine.register.homes[row].id
        lives = {child.id: child.current_home for child in engine.case.children}
        planned = (child for other in numbers.groups if other is not group for child in other.children)
        others = [child for child in planned if lives[child] != home]
        for company in combinations(others, int(options.most[option] - options.takes[option]) + 1):
            agreed = [Decided(child=child, home=home) for child in company]
            assert not settled(alone_in(numbers, option).with_agreed(agreed), engine, row)
