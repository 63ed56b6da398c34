"""A plan that was read from a file, checked against its case: whether it is of this case, and true in what it says.

The check of a plan as it is made trusts its shape; a file may hold anything.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from matching.domain.codes import AimId, Tier
from matching.domain.plan import MOST_NEXT, Plan
from matching.facts.question import Question
from matching.planning.again import Again
from matching.planning.groups import agenda
from matching.planning.judging import Judging
from matching.planning.left import agreed_already, people_decide
from matching.planning.of_case import OfCase
from matching.planning.resting import facts_hash_of_panel
from matching.planning.verify import Checked
from matching.solving.aims import AIMS

FAR_TOO_MUCH = 10**12

CANNOT_BE_TOLD = ("plans:", "children:", "homes:", "referrals:", "tiers:", "households: a rule forbids")
OTHER_FACTS = "facts: the plan is of another case, or of another state of it: what it rests on is not what is here"


def faults_of(plan: Plan, questions: Sequence[Question], judging: Judging) -> Iterator[str]:
    """Everything that is wrong with a plan and with those that come next, in words."""
    if plan.facts_hash != facts_hash_of_panel(questions, judging):
        yield OTHER_FACTS
    wrong = [*_order(plan), *_of_each(plan, questions, judging)]
    yield from wrong
    if plan.facts_hash == facts_hash_of_panel(questions, judging) and not any(map(_cannot_be_told, wrong)):
        yield from Again(questions, judging).faults((plan, *plan.next_best))


def _of_each(plan: Plan, questions: Sequence[Question], judging: Judging) -> Iterator[str]:
    """What is wrong with each plan, those that come next by their number."""
    for number, one in enumerate((plan, *plan.next_best), start=1):
        which = "" if number == 1 else f"plan {number}: "
        yield from (f"{which}{fault}" for fault in Read(one, questions, judging).faults())


def _cannot_be_told(fault: str) -> bool:
    """Whether a fault is such that the plan cannot be told again."""
    return re.sub(r"^plan \d+: ", "", fault).startswith(CANNOT_BE_TOLD)


def _order(plan: Plan) -> Iterator[str]:
    """No plan that comes next is better than one before it, there are not too many, and none has its own."""
    plans = [plan, *plan.next_best]
    if len(plan.next_best) > MOST_NEXT or any(one.next_best for one in plan.next_best):
        yield f"plans: at most {MOST_NEXT} come next, and none of them has plans of its own"
    where = [sorted((child, a.home) for a in one.assignments for child in a.children) for one in plans]
    for number, homes in enumerate(where, start=1):
        if homes in where[: number - 1]:
            yield f"plans: plan {number} is plan {where.index(homes) + 1} again"
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
        """What is wrong with it: whether it can be checked at all, then the check."""
        wrong = [*self._shape(), *self._not_planned()]
        yield from wrong
        if not wrong:
            yield from Checked(OfCase(self.plan, self.questions, self.judging.register, self.judging.each)).faults()

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


def _counts(number: float) -> bool:
    """Whether something is a number that an aim could reach."""
    return -FAR_TOO_MUCH < number < FAR_TOO_MUCH
