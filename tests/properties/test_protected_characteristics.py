"""Who a child or a carer is moves no home: religion, language, ethnicity, sex and disability earn and cost no point.

Sex and access may bring a named rule into play: terms and statements of purpose by sex, and access that a child cannot
do without. What they change stands in the findings of those rules, in the duties and the facts that show it; a home
enters or leaves the order only through them.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

import pytest

from matching.domain.codes import Outcome
from matching.domain.ranking import DutyMeasured, Option, Ranking
from matching.engine import Engine
from tests.peer.engine_says import engine_of
from tests.peer.made_up_scored import scored_world
from tests.peer.points import engines

Record = dict[str, Any]
BY_SEX = frozenset({"CPPCR-22-SEX", "CHR-16-RANGE"})
BY_ACCESS = frozenset({"POL-ACCESS", "POL-REQUIRED"})
OF_ALL_THE_HOMES = frozenset({"POL-RESIDENTIAL-NEED"})
"""Turns on whether another home is open, so a rule that shuts one may change it for others."""


class Flip(NamedTuple):
    """A characteristic turned round in a whole case, and what alone may show it: rules, duties, facts."""

    turned: Callable[[Record], Record]
    rules: frozenset[str] = frozenset()
    duties: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()


def of_children(**changes: Any) -> Callable[[Record], Record]:
    """The case with these facts of every child; a function is told what was recorded."""
    return lambda case: case | {"children": [_changed(child, changes) for child in case["children"]]}


def of_homes(**changes: Any) -> Callable[[Record], Record]:
    """The case with these facts of every home."""
    return lambda case: case | {"homes": [_changed(home, changes) for home in case["homes"]]}


def of_members(**changes: Any) -> Callable[[Record], Record]:
    """The case with these facts of everybody who lives in a home."""

    def turned(case: Record) -> Record:
        return case | {"homes": [_with_household(home, changes) for home in case["homes"]]}

    return turned


def _with_household(home: Record, changes: Mapping[str, Any]) -> Record:
    if "household" not in home:
        return home
    return home | {"household": [_changed(member, changes) for member in home["household"]]}


def _changed(said: Record, changes: Mapping[str, Any]) -> Record:
    new = {name: value(said.get(name)) if callable(value) else value for name, value in changes.items()}
    return {name: value for name, value in (said | new).items() if value is not None}


def the_other(sex: str | None) -> str:
    return "M" if sex == "F" else "F"


IDENTITY = frozenset({"CA89-22-5"})
FLIPS = {
    "the child's ethnicity": Flip(of_children(ethnicity="BAFR")),
    "the child's ethnicity is not recorded": Flip(of_children(ethnicity=None)),
    "the child's religion": Flip(
        of_children(religion="Muslim"), duties=IDENTITY, facts=frozenset({"child.religion", "pair.religion_shared"})
    ),
    "the child's languages": Flip(
        of_children(languages=["Polish"]),
        duties=IDENTITY,
        facts=frozenset({"child.languages", "pair.language_shared"}),
    ),
    "the child's sex": Flip(of_children(sex=the_other), rules=BY_SEX, facts=frozenset({"child.sex"})),
    "the child's disability": Flip(
        of_children(access_needs=["wet_room"]),
        rules=BY_ACCESS,
        duties=frozenset({"CA89-22C-8D"}),
        facts=frozenset({"child.access_needs", "child.needs_access", "pair.access_met"}),
    ),
    "the carers' religion": Flip(
        of_homes(religion="Hindu"), duties=IDENTITY, facts=frozenset({"home.religion", "pair.religion_shared"})
    ),
    "the carers' languages": Flip(
        of_homes(languages=["Urdu"]), duties=IDENTITY, facts=frozenset({"home.languages", "pair.language_shared"})
    ),
    "the sex of those who live there": Flip(of_members(sex=the_other)),
    "the access that the home has": Flip(
        of_homes(access=["hoist"]),
        rules=BY_ACCESS,
        duties=frozenset({"CA89-22C-8D"}),
        facts=frozenset({"home.access", "pair.access_met", "household.requirements_met"}),
    ),
}

AS_IT_WAS = "as it was"
every_flip = pytest.mark.parametrize("about", FLIPS)
BASE = of_homes(religion="Christian", languages=["English"])(
    of_children(religion="Christian", languages=["English"], ethnicity="WBRI", sex="F", access_needs=[])(
        scored_world(40, 5, seed=51, gaps=0.02)
    )
)


@cache
def engine(about: str) -> Engine:
    """The engine for the made-up world, as it was or with one characteristic turned round everywhere."""
    return engine_of(BASE if about == AS_IT_WAS else FLIPS[about].turned(BASE))


@cache
def answers(about: str) -> dict[str, Ranking]:
    """The answer to every referral, with every home in full, lawful or not."""
    of = engine(about)
    return {r.id: of.rank(r.id, limit=0, in_full=[home.id for home in of.case.homes]) for r in of.case.referrals}


@cache
def orders(about: str) -> dict[str, dict[str, str]]:
    """For every referral the lawful homes in the panel's order, each with its standing."""
    return {
        referral: {o.home: o.standing for o in sorted(answer.in_full, key=lambda o: o.rank or 0) if o.rank}
        for referral, answer in answers(about).items()
    }


def both(about: str) -> Iterator[tuple[Option, Option]]:
    """Every home of every referral as it was, and with the characteristic turned round."""
    for referral, was in answers(AS_IT_WAS).items():
        yield from zip(was.in_full, answers(about)[referral].in_full, strict=True)


@every_flip
def test_no_criterion_no_head_and_no_suitability_changes_for_any_home(about):
    for referral in engine(AS_IT_WAS).case.referrals:
        assert engines(engine(about), referral.id) == engines(engine(AS_IT_WAS), referral.id)


@every_flip
def test_only_the_named_rules_duties_and_facts_of_a_home_change(about):
    flip = FLIPS[about]
    allowed = flip.rules | flip.duties | flip.facts | OF_ALL_THE_HOMES
    assert {what for was, now in both(about) for what in changes(was, now)} <= allowed


@every_flip
def test_a_home_enters_or_leaves_the_order_only_through_a_named_rule(about):
    for was, now in both(about):
        if (was.rank is None) is not (now.rank is None):
            through = prohibits(was) ^ prohibits(now)
            assert through
            assert through <= FLIPS[about].rules


@every_flip
def test_homes_that_stand_as_they_stood_keep_their_order(about):
    for referral, was in orders(AS_IT_WAS).items():
        now = orders(about)[referral]
        alike = {home for home in was if was[home] == now.get(home)}
        assert [home for home in was if home in alike] == [home for home in now if home in alike]


def changes(was: Option, now: Option) -> Iterator[str]:
    """What differs between two answers about one home: rules, duties, facts, and what no rule may change."""
    yield from (one.rule for one, other in zip(was.findings, now.findings, strict=True) if one != other)
    yield from (
        one.id for one, other in zip(was.duties, now.duties, strict=False) if _measured(one) != _measured(other)
    )
    yield from (name for name, value in was.facts.items() if now.facts[name] != value)
    for one, other in zip(was.pairings, now.pairings, strict=True):
        yield from (name for name, value in one.facts.items() if other.facts[name] != value)
    yield from (field for field in OF_ITS_OWN if getattr(was, field) != getattr(now, field))


def _measured(duty: DutyMeasured) -> tuple[bool | None, bool, str]:
    return (duty.met, duty.owed, duty.because)


OF_ITS_OWN = (
    *("home", "name", "kind", "tier", "children", "criteria", "indicators", "impact"),
    *("suitability", "stability", "distance", "cost"),
)
"""What of an answer about a home no rule may change."""


def prohibits(option: Option) -> set[str]:
    """The rules that prohibit a home."""
    return {f.rule for f in option.findings if f.outcome == Outcome.PROHIBITED.word}


def test_what_may_change_does_somewhere_so_that_these_tests_would_see_more():
    seen = {what for about in FLIPS for was, now in both(about) for what in changes(was, now)}
    assert seen >= BY_SEX | BY_ACCESS | IDENTITY
    assert seen >= {"pair.religion_shared", "pair.language_shared", "pair.access_met", "CA89-22C-8D"}
    assert any((was.rank is None) is not (now.rank is None) for was, now in both("the child's sex"))
