"""The path for a whole panel: from its referrals and a register to the best plan, proven, with what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass

from matching.domain.plan import Plan
from matching.facts.question import Question
from matching.facts.register import Register
from matching.planning.answering import Answering
from matching.planning.company import Company
from matching.planning.deadline import Deadline
from matching.planning.groups import agenda
from matching.planning.judging import Judging
from matching.planning.looking import looked_into
from matching.planning.settling import Panel, costs_settled, plans_settled
from matching.planning.telling import Teller
from matching.planning.verify import verified
from matching.rules.rulebook import rulebook_on
from matching.scoring.weighing import Scale

TOLD_AND_CHECKED = 0.65
"""To tell a plan and to check it takes up to 0.64 as long as to judge the homes: what is allowed leaves time for it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a plan: so many next-best plans, what choices cost the others, and within how many seconds."""

    next_best: int = 0
    costs_others: bool = False
    seconds: float | None = None


def plan(
    questions: Sequence[Question], register: Register, *, scale: Scale, asked: Asked, judging: Judging | None = None
) -> Plan:
    """Propose a home for each child of these referrals, the best for the panel aim by aim, and say what it reaches.

    Every household that is proposed is judged with everybody in, and the whole answer once more without a solver:
    EngineDefect where that finds a fault. SearchIncomplete where the time allowed ends before there is any plan. Where
    `judging` is given, by this register and scale, what it judged before is not judged again.
    """
    deadline = Deadline.within(asked.seconds)
    judging, meeting = judging or Judging(register, scale), agenda(questions)
    numbers = looked_into(meeting.groups, judging, deadline)
    company = Company(numbers, register, rulebook_on(questions[0].day))
    until = deadline.leaving(TOLD_AND_CHECKED)
    until.check("the homes were judged, but for what it takes to tell a plan and to check it")
    panel = Panel(numbers, company, until)
    plans = plans_settled(panel, 1 + asked.next_best)
    costs = costs_settled(panel, plans) if asked.costs_others else None
    answer = Answering(questions, meeting, Teller(numbers, judging, company), panel.forbidding.cut_short).answer(
        plans, costs
    )
    return verified(answer, questions, register, judging.each)
