"""Why a home is not first, or not an option; and the smallest changes that somebody could really make about that."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from matching.domain.codes import Outcome, Tier
from matching.domain.finding import Finding
from matching.domain.made import made
from matching.domain.why_not import ChangeOffered, LivesHere, NotToChange, StepOffered, WhyNot
from matching.explaining.behind import behind, decided_by
from matching.explaining.findings import findings_of
from matching.explaining.found import Found
from matching.explaining.people_decide import people_decide
from matching.explaining.promises import Promises
from matching.explaining.settled import Settled
from matching.explaining.shown import ShownHome, read_out
from matching.explaining.smallest_changes import MOST_STEPS, Strengths, freeing, leading, weakest
from matching.explaining.steps import Chosen, Steps
from matching.explaining.trying import Alone, Place, Trying, place_of
from matching.facts.catalogue import pair
from matching.facts.changing.catalogue import FIXED, NEVER, Never
from matching.rules.rule import Rule
from matching.scoring.ordering import HUNDREDTHS, tier_number

MOST_OFFERED = 3
"""So many smallest changes are offered for one thing; each is asked again before it is."""

OF_OTHERS = "they care for the children to whom they are connected, and these are others"
NOT_BY_CHANGES = frozenset({"id", "standing"})
"""What decides between homes that are alike in all else: no change is offered to turn that."""

TIERS = tuple(Tier)


@dataclass(frozen=True)
class Asking:
    """One home asked about: what was found of every home, and the steps that somebody could take about this one."""

    trying: Trying
    base: Found
    home: str
    facts_hash: str

    @cached_property
    def row(self) -> int:
        """The home's row in the register."""
        return self.base.layout.register.row_of[self.home]

    @cached_property
    def start(self) -> Alone:
        """The home as it stands."""
        return Alone(self.base, self.home)

    @cached_property
    def steps(self) -> Steps:
        """What somebody could change about it."""
        return Steps.about(self.trying, self.base, self.home)

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """The rules of the day, by id."""
        return {rule.id: rule for rule in self.base.rulebook.rules}

    @cached_property
    def place(self) -> int:
        """Its place in the order, from 0; it must be lawful."""
        return int(np.flatnonzero(self.base.ordered.at == self.start.among)[0])

    def first(self, group: int | None = None) -> int | None:
        """The first other home's place in the order: of all, or of one group; None where there is none."""
        groups = self.base.placing.place_in(self.base.scale.policy)[self.base.ordered.at]
        rows = self.base.lawful[self.base.ordered.at]
        others = (rows != self.row) & (True if group is None else groups == group)
        found = np.flatnonzero(others)
        return int(found[0]) if found.size else None

    def offered(self, sets: Sequence[Chosen], flips: Callable[[Alone], bool]) -> tuple[ChangeOffered, ...]:
        """Changes to offer, of each set no more than it must be; each asked of all the homes once more, and held."""
        of_facts = {frozenset(self.steps.all[k].key for k in chosen): chosen for chosen in reversed(sets)}
        kept = [chosen for chosen in sets if chosen in of_facts.values()][:MOST_OFFERED]
        strengths = [weakest(self.steps, chosen, flips) for chosen in kept]
        wholes = self.trying.whole([self.steps.case_with(of) for of in strengths])
        again = [(of, Alone(found, self.home)) for of, found in zip(strengths, wholes, strict=True)]
        return tuple(_offer(self.steps, of, alone) for of, alone in again if flips(alone))


def why_not(trying: Trying, base: Found, home: str, facts_hash: str) -> WhyNot:
    """Why a home is not first for these children, and what would have to change; the home must be in the register."""
    asking = Asking(trying, base, home, facts_hash)
    if any(people_decide(base.layout)):
        return _told(asking, "people_decide")
    if not asking.start.is_lawful:
        return _ruled_out(asking)
    return _told(asking, "first") if asking.place == 0 else _outranked(asking)


def _ruled_out(asking: Asking) -> WhyNot:
    """What forbids the home, and what would free it."""
    forbidding = [asking.rules[rule] for rule in asking.start.forbidding]
    sets = freeing(asking.steps, asking.rules, asking.start)
    offered = asking.offered(sets, lambda alone: alone.is_lawful)
    kept = () if offered else [r for r in forbidding if _protects(asking, r) or not asking.steps.about_rule(r)]
    return _told(
        asking,
        "ruled_out",
        ruled_out_by=tuple(_findings(asking, forbidding)),
        not_to_change=tuple(_not_to_change(asking, rule) for rule in kept),
        lawful_if=offered,
        steps_sought=MOST_STEPS,
    )


def _outranked(asking: Asking) -> WhyNot:
    """Which homes stand before it, and what would bring it before them."""
    in_tier, of_all = asking.first(asking.start.group), asking.first()
    leads_tier = in_tier is None or in_tier > asking.place
    promises = Promises.of(asking.steps, asking.start)
    ahead = dict.fromkeys(place for place in (None if leads_tier else in_tier, of_all) if place is not None)
    return _told(
        asking,
        "outranked",
        behind=tuple(behind(asking.base, asking.place, place) for place in ahead),
        first_in_tier_if=() if leads_tier else _leading(asking, promises, in_tier),
        first_of_all_if=() if of_all == in_tier and not leads_tier else _leading(asking, promises, of_all),
        steps_sought=MOST_STEPS,
    )


def _leading(asking: Asking, promises: Promises, first: int | None) -> tuple[ChangeOffered, ...]:
    """The smallest changes that bring the home before the one at this place of the order."""
    if first is None:
        return ()
    target: Place = place_of(asking.base, first)
    ahead, this = int(asking.base.ordered.at[first]), int(asking.base.ordered.at[asking.place])
    if decided_by(asking.base, ahead, this) in NOT_BY_CHANGES:
        return ()

    def flips(alone: Alone) -> bool:
        return alone.is_lawful and alone.place < target

    return asking.offered(leading(asking.steps, lambda sets: promises.kept(sets, target), flips), flips)


def _told(asking: Asking, standing: str, **more: Any) -> WhyNot:
    """The answer, with what every answer says."""
    base, home = asking.base, asking.base.layout.register.homes[asking.row]
    question = base.layout.question
    return made(
        WhyNot,
        referral=question.referral.id,
        children=question.referral.children,
        home=home.id,
        name=home.name,
        kind=home.kind.value,
        tier=_tier(base, asking.row),
        standing=standing,
        rank=asking.place + 1 if asking.start.is_lawful else None,
        options=len(base.lawful),
        lives_here=tuple(_lives_here(base, asking.row)),
        facts_hash=asking.facts_hash,
        **more,
    )


def _lives_here(found: Found, row: int) -> Iterator[LivesHere]:
    """The children who live in the home now, since when, and whether they are matched there for the long term."""
    for child, frame in zip(found.layout.question.children, found.layout.frames, strict=True):
        if frame[pair.stays_in_home.name][row]:
            since = child.current_since or None
            yield made(LivesHere, child=child.id, since=since, matched=child.long_term_match is True)


def _tier(found: Found, row: int) -> str:
    tiers = [int(frame[row : row + 1].select(tier_number()).item()) for frame in found.layout.frames]
    return TIERS[max(tiers)].value


def _findings(asking: Asking, rules: Sequence[Rule]) -> Iterator[Finding]:
    """What these rules found of the home, in words."""
    base = asking.base
    (shown,) = read_out(base.layout, base.rulebook, base.judged, [asking.row])
    ids = {rule.id for rule in rules}
    yield from (f for f in _settled(base, shown) if f.rule in ids and f.outcome == Outcome.PROHIBITED.word)


def _settled(base: Found, shown: ShownHome) -> Sequence[Finding]:
    """Every finding of a home, with what approvals have settled."""
    settled = Settled(base.rulebook, base.given, base.layout.question.referral.children)
    return settled.over(findings_of(base.rulebook).of(shown.pairings, {}), shown.at)


def _protects(asking: Asking, rule: Rule) -> bool:
    """Whether what a rule rests on is such that it protects somebody, whatever else somebody could change."""
    rows = [frame.row(asking.row, named=True) for frame in asking.base.layout.frames]
    those = (never for never in NEVER if never.values and never.fact.name in rule.facts)
    return any(never.holds(row[never.fact.name]) for never in those for row in rows)


def _not_to_change(asking: Asking, rule: Rule) -> NotToChange:
    """Why nobody is offered to change what a rule rests on."""
    rows = [frame.row(asking.row, named=True) for frame in asking.base.layout.frames]

    def holds(never: Never) -> bool:
        name = never.fact.name
        return name in rule.facts and any(never.holds(row[name]) for row in rows)

    if asking.steps.of_others:
        return made(NotToChange, rule=rule.id, because=OF_OTHERS, protects=False)
    why = next((never for never in (*NEVER, *FIXED) if holds(never)), None)
    because = why.because if why else "nobody can change what it rests on"
    return made(NotToChange, rule=rule.id, because=because, protects=why in NEVER)


def _offer(steps: Steps, strengths: Strengths, alone: Alone) -> ChangeOffered:
    """A change that was asked again, and how the home then stands."""
    found, among = alone.found, alone.among
    chosen = [steps.all[k].at(strength) for k, strength in sorted(strengths.items())]
    (shown,) = read_out(found.layout, found.rulebook, found.judged, [alone.row])
    needed = [f.approver for f in _settled(found, shown) if f.outcome == Outcome.NEEDS_APPROVAL.word and f.approver]
    return made(
        ChangeOffered,
        steps=tuple(
            made(
                StepOffered,
                fact=s.fact,
                words=s.words[0],
                by=str(s.by),
                change=dict(s.most),
                found_out=s.recorded,
            )
            for s in chosen
        ),
        change=dict(steps.change(strengths)),
        standing=alone.standing.word,
        tier=_tier(found, alone.row),
        rank=int(np.flatnonzero(found.ordered.at == among)[0]) + 1,
        of=len(found.lawful),
        suitability=found.weighed.suitability.central.item(among) / HUNDREDTHS,
        approvals=tuple(dict.fromkeys(needed)),
    )
