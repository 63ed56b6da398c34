"""The engine's columns and the peer's plain questions find the same, rule by rule and pair by pair."""

from collections.abc import Collection, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.domain.case import Case
from matching.domain.codes import Outcome
from matching.engine import Engine
from matching.rules.rulebook import RULES as ENGINES
from tests.peer.engine_says import engine_of, explained, judged
from tests.peer.fine_points import OWED
from tests.peer.made_up import world
from tests.peer.second_pass import RULES, findings

SHOWN = 12
Findings = dict[tuple[str, str, str, str], Outcome]
"""What was found, by referral, rule, child and home."""


def the_laws(case: Case) -> Findings:
    """What the peer says of every pairing of a case."""
    return {(r.id, *key): outcome for r in case.referrals for key, outcome in findings(case, r).items()}


def the_engines(engine: Engine) -> Findings:
    """What the engine says of every pairing of a case."""
    return {(r.id, *key): o for r in engine.case.referrals for key, o in judged(engine, r.id, RULES).items()}


def differences(engine: Findings, law: Findings, owed: Collection[tuple[str, Outcome, Outcome]]) -> Iterator[str]:
    """Every difference that is not owned up to, in words."""
    for (referral, rule, child, home), right in law.items():
        said = engine[referral, rule, child, home]
        if said is not right and (rule, said, right) not in owed:
            yield f"{rule}: {child} in {home} by {referral}: the engine says {said.word}, the law {right.word}"


def test_the_peer_restates_rules_that_the_engine_has():
    engine = engine_of(world(1, 1, seed=0))
    assert {rule for rule, *_ in judged(engine, "r0", RULES)} == set(RULES)
    assert {rule.id for rule in ENGINES} == set(RULES)


@pytest.mark.parametrize("seed", range(10))
def test_engine_and_peer_find_the_same_in_a_register_with_gaps(seed):
    engine = engine_of(world(250, 50, seed))
    found = list(differences(the_engines(engine), the_laws(engine.case), OWED))
    assert not found[:SHOWN], f"{len(found)} differences in world {seed}"


@pytest.mark.parametrize("seed", [100, 101])
def test_engine_and_peer_find_the_same_where_everything_is_recorded(seed):
    engine = engine_of(world(250, 50, seed, gaps=0))
    found = list(differences(the_engines(engine), the_laws(engine.case), ()))
    assert not found[:SHOWN], f"{len(found)} differences in world {seed}"


@given(st.integers(0, 10**6), st.integers(1, 8), st.integers(1, 4), st.sampled_from((0, 0.04, 0.3)))
def test_what_an_answer_says_of_its_homes_is_the_law(seed, homes, children, gaps):
    engine = engine_of(world(homes, children, seed, gaps))
    everything: Findings = {}
    for referral in engine.case.referrals:
        answer = engine.rank(referral.id, limit=0, in_full=[home.id for home in engine.case.homes])
        everything |= {(referral.id, *key): o for key, o in explained(answer, RULES).items()}
    assert not list(differences(everything, the_laws(engine.case), OWED))
