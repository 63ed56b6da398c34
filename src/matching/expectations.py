"""Runs a scenario: asks the engine what it asks, and says in words what did not come out as expected."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from matching.comparing.rows import FIRST
from matching.data.case_files import read_scenario
from matching.data.expecting import Expect, ExpectedPlan, ExpectedRank
from matching.data.ordinary import FILE as ORDINARY
from matching.data.ordinary import ordinary_beside
from matching.data.what_ifs import ExpectedChange, WhatIf
from matching.domain.comparison import Comparison
from matching.domain.made import changed
from matching.domain.plan import Plan
from matching.domain.ranking import Option, Ranking
from matching.engine import Engine
from matching.rules.rulebook import approvers_by_rule
from matching.what_if import Wanted, changed_engine, try_change

FILES = frozenset({".toml", ".json"})
HALF_A_HUNDREDTH = 0.005
NOT_JUDGED = "not judged"
PARTED, MOST_WAYS = "parted", 200
"""The group of the ways of dividing brothers and sisters, and how many of them are looked at."""

NOT_AN_OPTION = "no such option"


@dataclass(frozen=True, slots=True)
class Unmet:
    """One thing that did not come out: of what, what was expected, and what was found."""

    what: str
    expected: str
    found: str

    def __str__(self) -> str:
        """The whole on one line."""
        return f"{self.what}: expected {self.expected}, found {self.found}"


@dataclass(frozen=True, slots=True)
class Checked:
    """A scenario that was run, and what did not hold."""

    path: Path
    title: str
    source: str
    unmet: tuple[Unmet, ...]


def scenarios_in(path: Path) -> list[Path]:
    """The scenario that a file is, or all that lie in a folder, by name; what is ordinary is no scenario."""
    if not path.is_dir():
        return [path]
    return sorted(file for file in path.iterdir() if file.suffix in FILES and file.name != ORDINARY)


def check(path: Path) -> Checked:
    """Run one scenario; raises InvalidInput where the file, or the policy that it names, cannot be read."""
    scenario = read_scenario(path, approvers_by_rule())
    engine = Engine.of(scenario.case, beside=path.parent)
    unmet = [*_unmet_of_case(scenario.expect, engine)]
    for name, asked in scenario.what_if.items():
        told = _unmet_of_what_if(asked, engine, path)
        unmet += [Unmet(f"what if {name}: {fault.what}", fault.expected, fault.found) for fault in told]
    title = scenario.title or path.stem.replace("_", " ")
    return Checked(path, title, scenario.source or "", tuple(unmet))


def _unmet_of_case(expected: Expect, engine: Engine) -> Iterator[Unmet]:
    """What of the rankings, and of the plan, is not as expected."""
    homes = [home.id for home in engine.case.homes]
    for referral, of_rank in expected.rank.items():
        yield from _unmet(of_rank, engine.rank(referral, limit=MOST_WAYS, in_full=homes))
    if expected.plan is not None:
        yield from _unmet_of_plan(expected.plan, engine.plan())


def _unmet_of_what_if(asked: WhatIf, engine: Engine, path: Path) -> Iterator[Unmet]:
    """What of the case with the change is not as expected, and of what differs by it."""
    ordinary = ordinary_beside(path)
    yield from _unmet_of_case(asked.expect, changed_engine(engine, asked.change, beside=path.parent, ordinary=ordinary))
    named = (*asked.expect.changed, *asked.expect.unchanged)
    if not named:
        return
    found = try_change(engine, asked.change, Wanted(tuple(named)), beside=path.parent, ordinary=ordinary)
    for referral, of_referral in asked.expect.changed.items():
        yield from _first(referral, of_referral, found)
    differ = {difference.referral for difference in found.changed}
    for referral in (i for i in asked.expect.unchanged if i in differ):
        whats = dict.fromkeys(one.what for one in found.changed if one.referral == referral)
        yield Unmet(f"what changes for {referral}", "nothing", ", ".join(whats))


def _first(referral: str, expected: ExpectedChange, found: Comparison) -> Iterator[Unmet]:
    """The first home, before and after."""
    if expected.first is None:
        return
    rows = [one for one in found.changed if one.referral == referral and one.what == FIRST]
    told = f"{rows[0].from_ or 'none'} to {rows[0].to or 'none'}" if rows else "the same first home"
    wanted = " to ".join(home or "none" for home in expected.first)
    if told != wanted:
        yield Unmet(f"first home for {referral}", wanted, told)


def _unmet(expected: ExpectedRank, ranking: Ranking) -> Iterator[Unmet]:
    """What of one referral's ranking is not as expected."""
    ways = {option.home: changed(option, tier=PARTED) for option in _ways(ranking)}
    options = {option.home: option for option in ranking.in_full} | ways
    yield from _order(expected, [*options.values()], ranking.referral)
    yield from _of_each("tier", expected.tiers or {}, options)
    yield from _of_each("standing", expected.standing or {}, options)
    yield from _ruled_out(expected, ranking, options)
    yield from _findings(expected, options)


def _ways(ranking: Ranking) -> Iterator[Option]:
    """The ways of dividing brothers and sisters, each written `oak+elm`."""
    yield from (option for tier in ranking.tiers for option in tier.options if option.parts)


def _order(expected: ExpectedRank, options: Iterable[Option], referral: str) -> Iterator[Unmet]:
    """The homes that are named come first, in this order; those not named may stand anywhere after."""
    if expected.order is None:
        return
    ranked = sorted((o.rank, o.home) for o in options if o.rank is not None)
    first = tuple(home for _, home in ranked[: len(expected.order)])
    if first != expected.order:
        yield Unmet(f"order for {referral}", _list(expected.order), _list(first))


def _of_each(what: str, expected: Mapping[str, str], options: Mapping[str, Option]) -> Iterator[Unmet]:
    """A word that each option has: its tier, its standing."""
    for home, word in expected.items():
        found = getattr(options[home], what) if home in options else NOT_AN_OPTION
        if found != word:
            yield Unmet(f"{what} of {home}", word, found)


def _ruled_out(expected: ExpectedRank, ranking: Ranking, options: Mapping[str, Option]) -> Iterator[Unmet]:
    out = {home for group in ranking.ruled_out for home in group.homes}
    for home in expected.ruled_out or ():
        if home not in out:
            found = options[home].standing if home in options else NOT_AN_OPTION
            yield Unmet(f"standing of {home}", "ruled out", found)


def _findings(expected: ExpectedRank, options: Mapping[str, Option]) -> Iterator[Unmet]:
    for pairing, rules in (expected.findings or {}).items():
        child, _, home = pairing.partition(" in ")
        for rule, outcome in rules.items():
            found = _outcome(rule, child, options.get(home))
            if found != outcome:
                yield Unmet(f"{rule} for {pairing}", outcome, found)


def _outcome(rule: str, child: str, option: Option | None) -> str:
    """What a rule found of a child in a home; what it found of the household, it found of everybody who arrives."""
    if option is None:
        return NOT_AN_OPTION
    if child not in option.children:
        return f"{child} does not arrive by this referral"
    return next((f.outcome for f in option.findings if f.rule == rule and f.child in {None, child}), NOT_JUDGED)


def _list(homes: tuple[str, ...]) -> str:
    return ", ".join(homes) or "none"


def _unmet_of_plan(expected: ExpectedPlan, plan: Plan) -> Iterator[Unmet]:
    """What of the plan is not as expected."""
    homes = {child: assignment.home for assignment in plan.assignments for child in assignment.children}
    for child, home in (expected.placed or {}).items():
        if homes.get(child) != home:
            yield Unmet(f"home of {child} in the plan", home, homes.get(child, "none"))
    unplaced = tuple(sorted(without.child for without in plan.unplaced))
    if expected.unplaced is not None and tuple(sorted(expected.unplaced)) != unplaced:
        yield Unmet("children without a home", _list(tuple(sorted(expected.unplaced))), _list(unplaced))
    yield from _aims(expected, plan)
    if expected.placed_count is not None and expected.placed_count != len(homes):
        yield Unmet("children with a home", str(expected.placed_count), str(len(homes)))
    used = tuple(sorted(set(homes.values())))
    if expected.homes_used is not None and tuple(sorted(set(expected.homes_used))) != used:
        yield Unmet("homes used", _list(tuple(sorted(set(expected.homes_used)))), _list(used))


def _aims(expected: ExpectedPlan, plan: Plan) -> Iterator[Unmet]:
    reached = {aim.aim: aim.reached for aim in plan.aims}
    for aim, value in (expected.aims or {}).items():
        if aim not in reached:
            yield Unmet(f"aim {aim}", f"{value:g}", f"no such aim; there are: {', '.join(reached)}")
        elif abs(reached[aim] - value) > HALF_A_HUNDREDTH:
            yield Unmet(f"aim {aim}", f"{value:g}", f"{reached[aim]:g}")
