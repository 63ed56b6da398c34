"""Every change that is offered flips the answer, none of its steps can be left out, and no smaller one does."""

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from matching.data.changes import change_of
from matching.data.document import of_tables
from matching.domain.ranking import Ranking
from matching.domain.why_not import ChangeOffered, WhyNot
from matching.engine import Engine
from matching.explaining.found import find
from matching.explaining.steps import Steps
from matching.explaining.trying import Trying
from matching.facts.question import ask
from matching.what_if import changed_engine
from tests.explaining.close_homes import close_homes
from tests.explaining.replaying import asked_again, in_order
from tests.peer.engine_says import engine_of
from tests.peer.made_up import world

seeds = st.integers(0, 10**6)
gaps = st.sampled_from((0, 0.04, 0.2))
small = st.builds(world, homes=st.integers(3, 8), children=st.just(1), seed=seeds, gaps=gaps)
families = st.builds(world, homes=st.integers(3, 6), children=st.just(3), seed=seeds, gaps=gaps)
close = st.builds(close_homes, homes=st.integers(2, 5), seed=seeds)
cases = small | families | close

MAY_CHANGE = {
    "homes": {
        *("vacancies", "approval", "registration", "access", "support", "skills", "years_fostering", "can_keep"),
        *("pets", "connected_to", "impact_assessments"),
    },
    "referrals": {"start"},
    "children": {"family_explored"},
    "approvals": {"rule", "child", "home", "referral", "by", "on"},
}
NOT_SOUGHT = {"id", "standing"}
"""What decides between homes that are alike in all else, and no change is offered to turn."""

NEVER_SAID = {"on_hold", "ended", "suspended", "cancelled"}


def answers(case: Mapping[str, Any]) -> tuple[Engine, list[WhyNot]]:
    """What is said of each home."""
    engine = engine_of(case)
    return engine, [engine.why_not("r0", home.id) for home in engine.case.homes]


def offers(of: WhyNot) -> Iterator[tuple[str, ChangeOffered]]:
    """Each change that is offered, with what it is offered for."""
    yield from (("lawful", offer) for offer in of.lawful_if)
    yield from (("tier", offer) for offer in of.first_in_tier_if)
    yield from (("all", offer) for offer in of.first_of_all_if)


def flips(what: str, of: WhyNot, ranking: Ranking) -> bool:
    """Whether an answer is what a change is offered for: lawful, or before the home that was before it."""
    order = in_order(ranking)
    if of.home not in order:
        return False
    if what == "lawful":
        return True
    ahead = of.behind[0 if what == "tier" else -1].home
    return ahead not in order or order.index(of.home) < order.index(ahead)


@given(cases)
def test_every_change_that_is_offered_does_what_it_is_offered_for_and_no_step_can_be_left_out(case):
    _, told = answers(case)
    for of in told:
        for what, offer in offers(of):
            _, ranking = asked_again(case, "r0", [offer.change])
            assert flips(what, of, ranking), (of.home, what, offer.change)
            order = in_order(ranking)
            assert (order.index(of.home) + 1, len(order)) == (offer.rank, offer.of)
            for size in range(len(offer.steps) + 1):
                for some in combinations(offer.steps, size):
                    _, ranking = asked_again(case, "r0", [step.change for step in some])
                    assert flips(what, of, ranking) is (size == len(offer.steps)), (of.home, what, some)


@settings(max_examples=max(8, settings().max_examples // 3))
@given(cases)
def test_what_is_offered_is_a_change_that_a_what_if_takes_as_it_stands(case):
    engine, told = answers(case)
    for of in told:
        for _, offer in offers(of):
            after = changed_engine(engine, change_of(of_tables(dict(offer.change), "an offer")))
            _, ranking = asked_again(case, "r0", [offer.change])
            assert after.rank("r0", limit=1_000) == ranking


def steps_of(engine: Engine, home: str) -> Steps:
    """Every step that somebody could take about a home."""
    question = ask(engine.case, "r0", engine.figures, engine.children_hash)
    trying = Trying(engine.case, question, engine.register, engine.scale)
    return Steps.about(trying, find(question, engine.register, engine.scale), home)


@settings(max_examples=max(8, settings().max_examples // 3))
@given(small | close)
def test_no_smaller_set_of_steps_does(case):
    """Tried one by one, each step as far as it goes, on homes with few steps."""
    engine, told = answers(case)
    for of in told:
        steps = steps_of(engine, of.home)
        if len(steps.all) > 5:
            continue
        in_tier = [ahead for ahead in of.behind if ahead.tier == of.tier or len(of.behind) > 1][:1]
        sought = {
            "lawful": (of.standing == "ruled_out", of.lawful_if),
            "tier": (bool(in_tier) and in_tier[0].decided_by not in NOT_SOUGHT, of.first_in_tier_if),
            "all": (len(of.behind) > 1 and of.behind[-1].decided_by not in NOT_SOUGHT, of.first_of_all_if),
        }
        for what, (asked, offered) in sought.items():
            least = min((len(offer.steps) for offer in offered), default=len(steps.all) + 1)
            for some in every(steps, below=least) if asked else ():
                if any("referrals" in k or (what != "lawful" and k.keys() != {"homes"}) for k in some):
                    continue
                _, ranking = asked_again(case, "r0", some)
                assert not flips(what, of, ranking), (of.home, what, some)


def every(steps: Steps, *, below: int) -> Iterator[list[Any]]:
    """Every set of steps that go together of fewer than so many."""
    for size in range(min(below, len(steps.all) + 1)):
        for chosen in combinations(range(len(steps.all)), size):
            if steps.go_together(frozenset(chosen)):
                yield [steps.all[k].most for k in chosen]


@given(cases)
def test_nothing_that_protects_or_says_who_somebody_is_is_ever_offered(case):
    _, told = answers(case)
    for of in told:
        for _, offer in offers(of):
            for table, entries in offer.change.items():
                for entry in entries:
                    assert set(entry) - {"id"} <= MAY_CHANGE[table]
                    assert not NEVER_SAID & {str(value) for value in entry.get("approval", {}).values()}


@given(cases)
def test_each_home_is_told_of_as_it_stands(case):
    engine, told = answers(case)
    ranking = engine.rank("r0", limit=1_000)
    order = in_order(ranking)
    out = {home for group in ranking.ruled_out for home in group.homes}
    for of in told:
        assert of.facts_hash == ranking.facts_hash
        if of.standing == "people_decide":
            assert ranking.people_decide
        elif of.standing == "ruled_out":
            assert of.home in out
            assert of.ruled_out_by
        else:
            assert order[(of.rank or 0) - 1] == of.home
            assert (of.standing == "first") == (order[0] == of.home)
            assert (of.standing == "outranked") == bool(of.behind)
        assert of.said
        assert of.said_to_child
        assert WhyNot.model_validate(of.model_dump(), strict=True) == of
