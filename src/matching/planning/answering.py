"""The whole answer to a panel, put together from the plans that were found."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from matching.domain.made import changed, made
from matching.domain.plan import Costs, Plan
from matching.explaining.ranking import ALSO, cited, criteria_used, policy_used
from matching.explaining.shown import facts_said
from matching.explaining.versions import versions
from matching.explaining.warnings import warnings_of
from matching.facts.fact import CATALOGUE
from matching.facts.question import Question
from matching.planning.comparing import aims_reached, bound, changes, lost
from matching.planning.groups import MOST_DIVIDED, Agenda
from matching.planning.left import Left, agreed_already, people_decide
from matching.planning.money import money
from matching.planning.resting import facts_hash_of_panel
from matching.planning.settling import CostOfChoice, CostsFound
from matching.planning.telling import Teller, in_short
from matching.rules.rulebook import rulebook_on
from matching.solving.problem import Solved

SOLVER = "ortools"
TOO_LARGE = f"of more than {MOST_DIVIDED} brothers and sisters only two ways were tried, all together and each alone"


@dataclass(frozen=True, eq=False)
class Answering:
    """Puts plans into the answer's shape; `cut_short` are the homes where not every household was tried."""

    questions: Sequence[Question]
    agenda: Agenda
    teller: Teller
    cut_short: Collection[str] = ()

    def answer(self, plans: Sequence[Solved], costs: CostsFound | None = None) -> Plan:
        """The best plan in full, those after it in short, and what choices cost the others."""
        first, *others = (self._plan(plan) for plan in plans)
        after = zip(plans[1:], others, strict=True)
        return changed(
            first,
            **self._said_once(),
            next_best=tuple(self._in_short(plan, answer, plans[0]) for plan, answer in after),
            costs_others=tuple(self._costs(costs.choices, self.teller.home_of_each(plans[0]))) if costs else (),
            costs_incomplete=self._incomplete(costs) if costs else None,
            cannot_stay_together=tuple(self._left.cannot_stay_together()),
        )

    @cached_property
    def _not_tried(self) -> str:
        """What no proof covers because it was not tried; nothing where all was."""
        large = [group.children for group in self.teller.numbers.groups if len(group.children) > MOST_DIVIDED]
        said = [f"{TOO_LARGE} ({', '.join(large[0])}): another way of dividing them may be better"] if large else []
        if self.cut_short:
            said.append(
                f"at {', '.join(sorted(self.cut_short))} not every household was tried: there may be a better one"
            )
        return "; ".join(said)

    @cached_property
    def _left(self) -> Left:
        return Left(self.teller.numbers, self.teller.judging)

    @cached_property
    def _head(self) -> dict[str, Any]:
        """What all plans of a panel say alike."""
        first, policy = self.questions[0], self.teller.judging.scale.policy
        return {
            "referrals": tuple(question.referral.id for question in self.questions),
            "as_of": first.day,
            "rulebook_day": first.day,
            "policy": policy_used(policy),
            "versions": versions(SOLVER),
            "facts_hash": facts_hash_of_panel(self.questions, self.teller.judging),
            "people_decide": tuple(people_decide(self.agenda)),
            "agreed": tuple(agreed_already(self.agenda, self.questions, self.teller.judging)),
        }

    def _plan(self, plan: Solved) -> Plan:
        assignments = self.teller.assignments(plan)
        aims = self.teller.judging.scale.policy.aims
        return made(
            Plan,
            **self._head,
            assignments=assignments,
            unplaced=tuple(self._left.unplaced(self.teller.home_of_each(plan))),
            aims=aims_reached(aims, plan, self.teller.numbers.groups),
            proven=plan.proven and not self._not_tried,
            bound=self._not_tried or bound(aims, plan),
            money=money(assignments, self.teller.judging.register),
        )

    def _in_short(self, plan: Solved, answer: Plan, first: Solved) -> Plan:
        differs = changes(self._children, self.teller.home_of_each(first), self.teller.home_of_each(plan))
        return changed(answer, assignments=in_short(answer.assignments), differs=differs)

    @property
    def _children(self) -> list[str]:
        return [child for group in self.teller.numbers.groups for child in group.children]

    def _said_once(self) -> dict[str, Any]:
        first, scale = self.questions[0], self.teller.judging.scale
        rulebook = rulebook_on(first.day)
        each = [warnings_of(question, self.teller.judging.register, scale.policy) for question in self.questions]
        return {
            "warnings": tuple(dict.fromkeys(warning for warnings in each for warning in warnings)),
            "rules": cited(rulebook.rules),
            "also_cited": cited(tuple(also for also in ALSO if also.from_day <= rulebook.day)),
            "criteria": tuple(criteria_used(scale)),
            "words": {name: CATALOGUE[name].words for name in facts_said(rulebook)},
        }

    def _incomplete(self, costs: CostsFound) -> str | None:
        """Of how many groups it was not worked out what their choices cost."""
        groups = len(self.teller.numbers.groups)
        return None if costs.groups == groups else f"of {groups:,} groups {costs.groups:,}: the time allowed ran out"

    def _costs(self, costs: Sequence[CostOfChoice], planned: Mapping[str, str]) -> Iterator[Costs]:
        """Each choice that costs the others something or moves them; those of a group that do neither, as one."""
        by_group: dict[int, list[Costs]] = {}
        for cost in costs:
            by_group.setdefault(cost.group, []).append(self._cost(cost, planned))
        for those in by_group.values():
            free = [cost for cost in those if not (cost.planned or cost.loses or cost.changes)]
            yield from (cost for cost in those if cost not in free)
            if free:
                yield changed(free[0], homes=tuple(home for cost in free for home in cost.homes))

    def _homes(self, cost: CostOfChoice) -> tuple[str, ...]:
        numbers, register = self.teller.numbers, self.teller.judging.register
        return tuple(register.homes[numbers.home_of(option)].id for option in cost.options)

    def _cost(self, cost: CostOfChoice, planned: Mapping[str, str]) -> Costs:
        group = self.teller.numbers.groups[cost.group]
        others = [child for child in self._children if child not in group.children]
        given, without = self.teller.home_of_each(cost.given), self.teller.home_of_each(cost.without)
        moved = changes(others, without, given) if cost.planned else changes(others, planned, given)
        return made(
            Costs,
            referral=group.questions[0].referral.id,
            children=group.children,
            homes=self._homes(cost),
            planned=cost.planned,
            loses=tuple(lost(self.teller.judging.scale.policy.aims, cost.without.reached, cost.given.reached)),
            changes=moved,
        )
