"""A plan that was read from a file, checked against its case: whether it is of this case, and true in what it says.

The check of a plan as it is made trusts its shape; a file may hold anything.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from matching.domain.codes import AimId, Outcome, Tier
from matching.domain.plan import MOST_NEXT, Assignment, Plan
from matching.domain.ranking import Option
from matching.explaining.ranking import option_of
from matching.facts.prices import full_weekly
from matching.facts.question import Question
from matching.planning.groups import agenda
from matching.planning.judging import Judging
from matching.planning.left import agreed_already, people_decide
from matching.planning.money import money
from matching.planning.resting import facts_hash_of_panel
from matching.planning.verify import Checked
from matching.solving.aims import AIMS

FAR_TOO_MUCH = 10**12

OTHER_FACTS = "facts: the plan is of another case, or of another state of it: what it rests on is not what is here"


def faults_of(plan: Plan, questions: Sequence[Question], judging: Judging) -> Iterator[str]:
    """Everything that is wrong with a plan and with those that come next, in words."""
    if plan.facts_hash != facts_hash_of_panel(questions, judging):
        yield OTHER_FACTS
    yield from _order(plan)
    for number, one in enumerate((plan, *plan.next_best), start=1):
        which = "" if number == 1 else f"plan {number}: "
        yield from (f"{which}{fault}" for fault in Read(one, questions, judging).faults())


def _order(plan: Plan) -> Iterator[str]:
    """No plan that comes next is better than one before it, there are not too many, and none has its own."""
    plans = [plan, *plan.next_best]
    if len(plan.next_best) > MOST_NEXT or any(one.next_best for one in plan.next_best):
        yield f"plans: at most {MOST_NEXT} come next, and none of them has plans of its own"
    for number, (before, after) in enumerate(pairwise(plans), start=2):
        if _worth(after) > _worth(before):
            yield f"plans: plan {number} is better than the one before it, so that one is not the best"


def _worth(plan: Plan) -> list[float]:
    """What a plan says that it reaches, the more the better."""
    return [-aim.reached if AIMS[AimId(aim.aim)].fewest else aim.reached for aim in plan.aims if aim.aim in set(AimId)]


@dataclass(frozen=True, eq=False)
class Read:
    """One plan that was read, beside the case that it should be for."""

    plan: Plan
    questions: Sequence[Question]
    judging: Judging

    def faults(self) -> Iterator[str]:
        """What is wrong with it: first whether it can be checked at all, then the check, then what it says of homes."""
        wrong = [*self._shape(), *self._not_planned()]
        yield from wrong
        if not wrong:
            checked = list(self._checked.faults())
            yield from checked
            if not any(fault.startswith(("children", "homes", "referrals")) for fault in checked):
                yield from self._told()

    @cached_property
    def _checked(self) -> Checked:
        return Checked(self.plan, self.questions, self.judging.register, self.judging.each)

    def _shape(self) -> Iterator[str]:
        """Every assignment is of somebody in a tier that there is, and the aims are those of the policy, in numbers."""
        for assignment in self.plan.assignments:
            if not assignment.children:
                yield f"children: nobody lives at {assignment.home} in the plan"
            if assignment.tier not in set(Tier):
                yield f"tiers: there is no tier {assignment.tier}"
        if [aim.aim for aim in self.plan.aims] != [aim.value for aim in self.judging.scale.policy.aims]:
            yield "aims: those of the plan are not those of the policy, in its order"
        if not all(_counts(n) for aim in self.plan.aims for n in (aim.reached, aim.best_possible)):
            yield "aims: what is reached of one is no number"

    def _not_planned(self) -> Iterator[str]:
        """Those of whom people decide, and those agreed for already, are who the case says."""
        meeting = agenda(self.questions)
        if set(self.plan.people_decide) != set(people_decide(meeting)):
            yield "children: those of whom people decide are not those of the case"
        if set(self.plan.agreed) != set(agreed_already(meeting, self.questions, self.judging)):
            yield "children: those for whom a home is agreed already are not those of the case"

    def _told(self) -> Iterator[str]:
        """What the plan says of every home is what is found there."""
        for assignment, _, found in self._checked.in_company():
            row = self._row(assignment.home)
            if found.standing[row] > Outcome.PROHIBITED:
                yield from self._otherwise(assignment, option_of(found, row))
        if self.plan.money is not None and self.plan.money != money(self.plan.assignments, self.judging.register):
            yield "money: the sums are not those of the homes"

    def _otherwise(self, of: Assignment, said: Option) -> Iterator[str]:
        """What the plan says of an assignment, and is not so."""
        for what, found, told in self._beside(of, said):
            if found != told:
                yield f"homes: {what} of {of.home} for {', '.join(of.children)} is not what is found"
        if not set(of.with_them) <= {child for child, _ in self._checked.others_there(of)}:
            yield f"homes: not all whom the plan names beside {', '.join(of.children)} at {of.home} would be there"

    def _beside(self, told: Assignment, found: Option) -> Iterator[tuple[str, object, object]]:
        """What is found of an assignment, and what the plan says of it."""
        weekly = full_weekly(self.judging.register.homes[self._row(told.home)])
        approvals = [(f.rule, f.approver, f.by, f.child) for f in found.findings if f.outcome == "needs_approval"]
        yield "the name", found.name, told.name
        yield "the kind", found.kind, told.kind
        yield "the tier", found.tier, told.tier
        yield "the suitability", found.suitability, told.suitability
        yield "the cost", None if weekly is None else str(weekly), told.weekly
        yield "the approvals", approvals, [(a.rule, a.approver, a.by, a.child) for a in told.approvals]
        if told.option is not None:
            yield "what is said", found.model_dump_json(), told.option.model_dump_json()

    def _row(self, home: str) -> int:
        return self.judging.register.row_of[home]


def _counts(number: float) -> bool:
    """Whether something is a number that an aim could reach."""
    return -FAR_TOO_MUCH < number < FAR_TOO_MUCH
