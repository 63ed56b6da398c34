"""Panels of a made-up authority planned whole, stage by stage: judged, solved, what comes next, costs, told, checked.

    python benchmarks/authority_panel.py

The authority is that of `matching demo`: every rule and every point, siblings, company, children who live somewhere.
A panel's children are those of the first so many referrals; each panel is planned twice, and the second time counts.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))  # the project's folder: run from anywhere

from benchmarks.authority import made, opened
from benchmarks.measuring import machine, megabytes, peak_of
from matching.engine import Engine
from matching.facts.question import ask
from matching.plan import Asked
from matching.planning.answering import Answering
from matching.planning.company import Company
from matching.planning.deadline import Deadline
from matching.planning.groups import agenda
from matching.planning.judging import Judging
from matching.planning.looking import looked_into
from matching.planning.numbers import Numbers
from matching.planning.settling import Panel, costs_settled, plans_settled
from matching.planning.telling import Teller
from matching.planning.verify import verified
from matching.rules.rulebook import rulebook_on

TWENTY, REVIEW, EVERYBODY = 20, 231, 522
NEXT = 5


def main() -> None:
    """Print every figure."""
    print(machine())
    with TemporaryDirectory() as folder:
        small = opened(made(Path(folder), 40, 1_000))
        planned(small, _referrals(small, TWENTY), Asked(next_best=NEXT, costs_others=True))
        large = opened(made(Path(folder), 522, 420))
        for children in (REVIEW, EVERYBODY):
            planned(large, _referrals(large, children), Asked())


def _referrals(engine: Engine, children: int) -> list[str]:
    """The first referrals that ask for so many children together, or a few more."""
    chosen: list[str] = []
    count = 0
    for referral in engine.case.referrals:
        if count < children:
            chosen.append(referral.id)
            count += len(referral.children)
    return chosen


def planned(engine: Engine, referrals: list[str], asked: Asked) -> None:
    """Plan for these referrals twice, and print how long each stage took the second time."""
    engine.plan(referrals, asked)
    took: dict[str, float] = {}
    questions = [ask(engine.case, referral, engine.figures, engine.children_hash) for referral in referrals]
    began = [perf_counter()]

    def lap(stage: str) -> None:
        now = perf_counter()
        took[stage] = now - began[0]
        began[0] = now

    judging, meeting = Judging(engine.register, engine.scale), agenda(questions)
    numbers = looked_into(meeting.groups, judging)
    lap("judged")
    company = Company(numbers, engine.register, rulebook_on(questions[0].day))
    panel = Panel(numbers, company, Deadline())
    plans = plans_settled(panel, 1)
    lap("solved, households judged")
    plans = plans_settled(panel, 1 + asked.next_best) if asked.next_best else plans
    lap(f"{asked.next_best} next best")
    costs = costs_settled(panel, plans) if asked.costs_others else None
    lap(f"costs of {len(costs.choices) if costs else 0:,} choices")
    answer = Answering(questions, meeting, Teller(numbers, judging, company)).answer(plans, costs)
    lap("told")
    verified(answer, questions, engine.register, judging.each)
    lap("checked")
    _say(engine, numbers, answer.proven)
    print("  " + "; ".join(f"{stage} {seconds:.2f} s" for stage, seconds in took.items() if seconds > 0.001))
    print(f"  all: {sum(took.values()):.2f} s; the process never held more than {megabytes(peak_of())}")


def _say(engine: Engine, numbers: Numbers, proven: bool) -> None:
    children = sum(len(group.children) for group in numbers.groups)
    print(f"{children} children in {len(numbers.groups)} groups x {engine.register.size:,} homes:", end=" ")
    print(f"{numbers.problem.options.size:,} lawful options, {'every aim proven' if proven else 'not proven'}")


if __name__ == "__main__":
    main()
