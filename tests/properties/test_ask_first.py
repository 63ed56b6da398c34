"""What to ask about first is the true best: every unknown fact of every home, with every answer, asked of the whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from matching.engine import Engine
from matching.explaining import ask_first
from matching.explaining.found import Found, find
from matching.explaining.steps import situation_of
from matching.explaining.trying import Place, place_of
from matching.facts.changing.answers import Askable
from matching.facts.changing.of_child import OF_CHILD, WISHES
from matching.facts.changing.of_home import OF_HOME
from matching.facts.question import ask
from tests.explaining.close_homes import close_homes
from tests.explaining.replaying import replayed
from tests.peer.engine_says import engine_of
from tests.peer.made_up import world

seeds = st.integers(0, 10**6)
small = st.builds(
    world, homes=st.integers(2, 7), children=st.just(1), seed=seeds, gaps=st.sampled_from((0.04, 0.2, 0.4))
)
families = st.builds(world, homes=st.integers(2, 5), children=st.just(3), seed=seeds, gaps=st.sampled_from((0.1, 0.3)))

close = st.builds(close_homes, homes=st.integers(2, 6), seed=seeds)


def found_in(case: Mapping[str, Any]) -> Found:
    """What is found of every home of a case."""
    engine = engine_of(case)
    question = ask(engine.case, "r0", engine.figures, engine.children_hash)
    return find(question, engine.register, engine.scale)


def first_of(found: Found) -> str | None:
    """The first home."""
    if not len(found.lawful):
        return None
    return str(found.layout.register.ids[found.lawful[found.ordered.at[0]]])


def is_lawful(found: Found, home: str) -> bool:
    return home in set(found.layout.register.ids[found.lawful])


@dataclass(frozen=True)
class Tried:
    """A fact, and what the whole engine finds with each answer."""

    one: Askable
    number: int
    home: str | None
    after: tuple[Found, ...]

    def takes_away(self, first: str) -> bool:
        return not all(is_lawful(found, first) for found in self.after)

    def changes(self, first: str) -> bool:
        return any(first_of(found) != first for found in self.after)

    @property
    def best(self) -> Place:
        """Where the home stands with the answer that serves it best, if that makes it the first."""
        return min(place_of(found, 0) for found in self.after if first_of(found) == self.home)


def every_fact(case: Mapping[str, Any], base: Found, engine: Engine) -> Iterator[Tried]:
    """Every unknown fact of the child, the referral and each home."""
    first = first_of(base)
    homes = [home.id for home in engine.case.homes]
    for facts, about in ((OF_CHILD, [first]), (OF_HOME, homes)):
        for number, one in enumerate(facts):
            for home in about:
                answers = list(one.answers(situation_of(engine.case, base, str(home))))
                after = tuple(found_in(replayed(case, change)) for _, change in answers)
                if after:
                    yield Tried(one, number, None if facts is OF_CHILD else home, after)


def in_turn(tried: Iterator[Tried], first: str) -> list[Tried]:
    """Those that could change the first, by the order that is promised."""
    hopeful = [of for of in tried if of.changes(first)]
    taken = [of for of in hopeful if of.takes_away(first)]
    of_child = [of for of in hopeful if of not in taken and of.home is None]
    others = [of for of in hopeful if of not in taken and of.home is not None]
    assert all(of.home != first for of in others)
    taken.sort(key=lambda of: (of.home is not None, of.number))
    wish = [of for of in of_child if of.one is WISHES]
    of_child = [of for of in of_child if of.one is not WISHES]
    return [*wish, *taken, *of_child, *sorted(others, key=lambda of: (of.best, of.number))]


@given(small | families | close)
def test_what_to_ask_first_is_the_best_of_all_that_could_be_asked(case):
    """Asked one by one too, so that it is ended early wherever it may be."""
    with patch.multiple(ask_first, AT_ONCE=1, MOST_NAMED=1):
        one_by_one = engine_of(case).how_sure("r0").ask_first
    assert one_by_one == engine_of(case).how_sure("r0").ask_first[:1]
    engine, base = engine_of(case), found_in(case)
    sure, first = engine.how_sure("r0"), first_of(base)
    if first is None or sure.first is None:
        assert sure.ask_first == ()
        return
    expected = in_turn(every_fact(case, base, engine), first)[: len(sure.ask_first) or 1]
    assert [(of.fact, of.question, of.home) for of in sure.ask_first] == [
        (of.one.fact.name, of.one.question, of.home) for of in expected
    ]


@given(small | families | close)
def test_each_answer_does_what_is_said(case):
    engine = engine_of(case)
    sure = engine.how_sure("r0")
    for asked in sure.ask_first:
        assert any(answer.changes_first for answer in asked.answers)
        for answer in asked.answers:
            found = found_in(replayed(case, answer.change))
            assert first_of(found) == answer.first
            assert (answer.first != sure.first) is answer.changes_first
        taken = [not is_lawful(found_in(replayed(case, a.change)), str(sure.first)) for a in asked.answers]
        assert any(taken) is asked.takes_it_away
