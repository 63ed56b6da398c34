"""Plain words in two registers: for a panel, and for the child, to whom nothing is said of anybody else."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.domain.codes import Outcome
from matching.domain.how_sure import HowSure
from matching.domain.why_not import WhyNot
from matching.engine import Engine
from matching.explaining.behind import PARTS
from matching.explaining.wording.panel import DECIDED_BY
from matching.explaining.wording.to_child import CLOSER, COULD_CHANGE, NOT_NOW, PEOPLE_DECIDE, RULED_OUT, SAFE, YOUR_SAY
from matching.facts.changing.catalogue import CHANGEABLE
from matching.facts.fact import CATALOGUE
from matching.rules.rulebook import RULES
from matching.scoring.criterion import Head
from matching.scoring.weighing import CRITERIA
from tests.builders import a_case, a_child, a_home, a_member, ordinary
from tests.peer.engine_says import engine_of
from tests.peer.made_up import world

APPROVAL: dict[str, Any] = ordinary("home")["approval"]
FULL = ordinary("home")["vacancies"] | {"beds": 0}
COLD = re.compile(
    r"\b(placement|placed|case|client|suitability|prohibited|criteri|criminal|risk|abus|violen|abscond|score|match)",
    re.IGNORECASE,
)
"""Words that are not for a child, or that could tell of somebody else's past."""

CODES = re.compile(r"[A-Z]{2,}[A-Z0-9]*-\w|_")


def said(of: Any, **tables: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    told = Engine.of(a_case(homes=(of,), **tables)).why_not("r1", of.id)
    return told.said, told.said_to_child


def test_a_full_home_is_told_to_a_panel_with_its_rule_and_who_could_change_it():
    panel, child = said(a_home(name="Oak House", vacancies=FULL))
    assert panel == (
        "Oak House (oak) is ruled out: 0 beds free, 1 bed needed (POL-VACANCY).",
        "It would no longer be ruled out if there was a bed vacant (now 0) (the carers, with their service); "
        "it would then be 1st of 1, and can go ahead.",
    )
    assert child == (
        "Oak House cannot be your home now, because there is no free room there for the time you need one.",
        "It could be thought about again if there was a free room. That may not happen.",
        PEOPLE_DECIDE,
        YOUR_SAY,
    )


def test_what_keeps_people_apart_tells_a_child_nothing_of_anybody():
    _, child = said(a_home(household=[a_member(id="x1")]), children=(a_child(must_not_live_with=["x1"]),))
    assert child[:2] == (
        f"This home cannot be your home now, because {NOT_NOW}.",
        SAFE,
    )


def test_every_rule_that_can_forbid_has_words_for_a_child():
    can_forbid = {rule.id for rule in RULES if Outcome.PROHIBITED in rule.outcomes}
    assert set(RULED_OUT) <= can_forbid
    protect = {"POL-APART", "POL-KEEP-AWAY", "POL-DOES-NOT-TAKE", "CHR-12-IMPACT", "CA89-25", "POL-MANUAL-LANE"}
    assert not protect & set(RULED_OUT)


def test_every_criterion_that_is_about_the_child_and_no_cost_has_words_for_a_child():
    of_others = {"household", "carers-experience", "carers-support"}
    assert set(CLOSER) == {c.id for c in CRITERIA if c.head is not Head.COST} - of_others


def test_what_could_change_is_named_by_facts_that_there_are():
    assert set(COULD_CHANGE) <= set(CATALOGUE)
    assert set(COULD_CHANGE) <= {one.fact.name for one in CHANGEABLE}


def test_whatever_decides_between_two_homes_has_words():
    assert set(DECIDED_BY) | {"tier", "band"} == {*PARTS, "early_permanence"}


worlds = st.builds(
    world, homes=st.integers(2, 6), children=st.integers(1, 3), seed=st.integers(0, 10**6), gaps=st.just(0.1)
)


def every_answer(engine: Engine) -> Iterator[WhyNot | HowSure]:
    """What is said of each home, and how sure the first is."""
    yield from (engine.why_not("r0", home.id) for home in engine.case.homes)
    yield engine.how_sure("r0")


@given(worlds)
def test_to_a_child_no_codes_are_said_and_nothing_of_anybody_else(case):
    engine = engine_of(case)
    names = [home.name for home in engine.case.homes if home.name]
    others = {child.id for child in engine.case.children}
    for of in every_answer(engine):
        text = " ".join(of.said_to_child)
        for name in names:
            text = text.replace(name, "")
        assert not COLD.search(text), text
        assert not CODES.search(text), text
        assert not others & set(re.findall(r"\w+", text))
        if of.said_to_child[0].startswith("We have not found") is False:
            assert of.said_to_child[-2:] == (PEOPLE_DECIDE, YOUR_SAY)


@given(worlds)
def test_every_sentence_ends_and_none_is_empty(case):
    engine = engine_of(case)
    ids = (*(home.id for home in engine.case.homes), *(child.id for child in engine.case.children))
    for of in every_answer(engine):
        for sentence in (*of.said, *of.said_to_child):
            assert sentence[0].isupper() or sentence.startswith(ids)
            assert sentence.endswith(".")
            assert "None" not in sentence.replace("None of", "")


@pytest.mark.parametrize("seed", range(6))
def test_no_sentence_of_a_panel_says_less_than_the_answer(seed):
    engine = engine_of(world(homes=5, children=1, seed=seed))
    for home in engine.case.homes:
        of = engine.why_not("r0", home.id)
        text = " ".join(of.said)
        for finding in of.ruled_out_by:
            assert finding.rule in text
        for offer in (*of.lawful_if, *of.first_in_tier_if, *of.first_of_all_if):
            assert all(step.words in text and step.by in text for step in offer.steps)
        for ahead in of.behind:
            assert f"({ahead.home})" in text or ahead.home in text
