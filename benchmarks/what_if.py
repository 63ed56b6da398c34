"""What-ifs in a made-up authority: of rankings over 420 homes, of the plan for a panel of twenty over 1,000.

    python benchmarks/what_if.py [--rounds 60]

Each round asks something else: a bed less and a need more for a referral, a home less for a panel. A round is all that
the engine does for one question: the change laid over the case, both answers, and what differs told. Beside each stands
how long one ranking, or one plan, takes in the same run.
"""

import sys
from argparse import ArgumentParser
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))  # the project's folder: run from anywhere

from benchmarks.authority import made, opened
from benchmarks.measuring import machine, milliseconds
from matching.data.changes import Change, settings
from matching.engine import Engine
from matching.what_if import Wanted, try_change

TWENTY, PLANS = 20, 12


def main() -> None:
    """Print every figure."""
    parser = ArgumentParser(description="What-ifs, of rankings and of plans.")
    parser.add_argument("--rounds", type=int, default=60)
    rounds = parser.parse_args().rounds
    print(machine())
    with TemporaryDirectory() as folder:
        of_rankings(opened(made(Path(folder), 522, 420)), rounds)
        of_plans(opened(made(Path(folder), 40, 1_000)))


def of_rankings(engine: Engine, rounds: int) -> None:
    """A bed less and a need more, for one referral after another; by how many children it asks for."""
    homes = [home.id for home in engine.case.homes if home.vacancies and home.vacancies.beds]
    took: dict[int, list[tuple[float, float]]] = {}
    for k, referral in enumerate(engine.case.referrals[:rounds]):
        change = settings([f"homes.{homes[k % len(homes)]}.vacancies.beds=0", _a_need_more(referral.children[0])])
        took.setdefault(len(referral.children), []).append(_timed(engine, change, Wanted((referral.id,))))
    for children, times in sorted(took.items()):
        _say(f"{len(times)} what-ifs of a ranking for {children}", times)
    _say("all of them", [one for times in took.values() for one in times])


def _a_need_more(child: str) -> str:
    return f"children.{child}.needs.education_learning=4"


def _timed(engine: Engine, change: Change, wanted: Wanted) -> tuple[float, float]:
    """How long a what-if takes, and one answer by itself."""
    asked = wanted.referrals
    one = milliseconds(lambda: engine.plan(asked) if wanted.as_plan else engine.rank(asked[0]))
    return milliseconds(lambda: try_change(engine, change, wanted)), one


def of_plans(engine: Engine) -> None:
    """A home less of those that the plan uses, one after another, for a panel of twenty."""
    panel = tuple(referral.id for referral in engine.case.referrals[:TWENTY])
    shared = {home.same_home_as for home in engine.case.homes}
    homes = dict.fromkeys(a.home for a in engine.plan(panel).assignments if a.home not in shared)
    changes = [settings(removes=[f"homes.{home}"]) for home in list(homes)[:PLANS]]
    _say(
        f"{len(changes)} what-ifs of a plan for {TWENTY}",
        [_timed(engine, c, Wanted(panel, as_plan=True)) for c in changes],
    )


def _say(what: str, times: list[tuple[float, float]]) -> None:
    both, one = np.array(times).T
    middle, most = np.percentile(both, (50, 95))
    print(f"  {what}: p50 {middle:.0f} ms, p95 {most:.0f} ms; one answer alone {np.percentile(one, 50):.0f} ms")


if __name__ == "__main__":
    main()
