"""The six-monthly review of a made-up authority, and of one in which everybody may be suggested another home.

    python benchmarks/review.py [--rounds 3] [--peers 60]

The authority is that of `matching demo`: 522 children and 420 homes, of whom 231 and then all are reviewed. The second
is made so that nobody is left alone and everything is known (tests/reviewing/worlds.py): what hangs together most. Its
plan is solved beside plain HiGHS and plain CP-SAT on a direct model, each with `--peers` seconds, and beside reading
the children one at a time, as it is done today: whoever is read first has the bed. Every size runs in a process of its
own, so that its peak memory is its own.
"""

import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Callable
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from unittest.mock import patch

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))  # the project's folder: worlds and peers come from its tests

from benchmarks.measuring import machine, megabytes, peak_of
from benchmarks.plan import PEERS, beside
from matching.data.case_files import read_case
from matching.domain.case import Case
from matching.domain.review import Review
from matching.engine import Engine
from matching.planning.settling import Panel, plans_settled
from matching.reporting.files import files
from matching.review import AskedReview, review
from matching.reviewing import planned
from matching.reviewing.aims import AIMS, POINTS, WAITING
from matching.solving.problem import Solved
from tests.reviewing.replayed import wrong_of
from tests.reviewing.worlds import a_large_world

DUE, HOMES, WHOLE = 231, 420, 522
ALL_DUE = date(2027, 6, 1)
"""By then everybody outside the area is due."""


def main() -> None:
    """Print every figure."""
    asked = _arguments()
    print(machine())
    with TemporaryDirectory() as folder:
        command = [str(Path(sys.executable).parent / "matching"), "demo", folder]
        subprocess.run([*command, "--children", str(WHOLE), "--homes", str(HOMES)], check=True, capture_output=True)
        file = Path(folder) / "case.json"
        _apart(of_an_authority, file, AskedReview(due_by=ALL_DUE), "an authority, those outside the area", asked)
        _apart(of_an_authority, file, AskedReview(everyone=True), "the same, everyone in a home", asked)
    _apart(of_a_world, DUE, asked)
    asked.peers = 0  # a direct model of so many options takes minutes to build
    _apart(of_a_world, WHOLE, asked)


def _arguments() -> Namespace:
    parser = ArgumentParser(description="Reviews, beside plain solvers and beside one child at a time.")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers", type=float, default=60.0, help="seconds that each plain solver may; 0: without them")
    return parser.parse_args()


def _apart(work: Callable[..., None], *args: object) -> None:
    """Do it in a process of its own."""
    process = get_context("spawn").Process(target=work, args=args)
    process.start()
    process.join()
    if process.exitcode:
        sys.exit("no figures")


def of_an_authority(file: Path, asked: AskedReview, title: str, by: Namespace) -> None:
    """A review of the made-up authority."""
    _measured(title, read_case(file), asked, by.rounds)


def of_a_world(children: int, by: Namespace) -> None:
    """A review in which everybody may be suggested another home, and its plan beside the peers."""
    case = a_large_world(children, HOMES, seed=1)
    kept: list[tuple[Panel, Solved, float, float]] = []

    def watched(panel: Panel, count: int) -> tuple[Solved, ...]:
        began = perf_counter()
        plans = plans_settled(panel, count)
        kept.append((panel, plans[0], perf_counter() - began, perf_counter()))
        return plans

    with patch.object(planned, "plans_settled", watched):
        title = f"{children} children of whom nobody is left alone"
        answer = _measured(title, case, AskedReview(), by.rounds, lambda: kept[-1][3])
    if faults := list(wrong_of(case, answer)):
        sys.exit(f"replayed by its days: {faults[0]}")
    panel, solved, took, _ = kept[-1]
    print(f"  its plan: {panel.problem.options.size:,} options, {len(panel.problem.limits):,} limits, {took:.2f} s")
    one_at_a_time(panel, solved)
    for name, peer in PEERS.items() if by.peers else ():
        beside(name, peer(panel.problem, by.peers), solved, took)


def _measured(
    title: str, case: Case, asked: AskedReview, rounds: int, solved_at: Callable[[], float] | None = None
) -> Review:
    """A review, its best time of some rounds, what it found, and its peak memory.

    With `solved_at` also how long it took until the plan was proven; then it is replayed and told.
    """
    engine, took, proven_after = Engine.of(case), list[float](), list[float]()
    answer = review(engine, asked)
    for _ in range(rounds):
        began = perf_counter()
        review(engine, asked)
        took.append(perf_counter() - began)
        proven_after += [solved_at() - began] if solved_at else []
    began = perf_counter()
    size = sum(len(written) for _, written in files(answer))
    writing = perf_counter() - began
    print(f"\n{title}: {len(answer.due)} due, {len(case.homes)} homes")
    print(f"  {min(took):.2f} s ({', '.join(f'{t:.2f}' for t in took)}); files {writing:.2f} s, {size / 1e6:.1f} MB")
    if proven_after:
        print(f"  of it until every child and home is judged and every aim proven: {min(proven_after):.2f} s")
    proven = "every aim proven" if answer.proven else f"not proven: {answer.bound}"
    steps = sum(len(chain.steps) for chain in answer.chains)
    print(f"  {proven}; explore {len(answer.explore)}, keep {len(answer.keep)}, unlawful {len(answer.unlawful_now)}")
    print(f"  {len(answer.chains)} chains of {steps} steps; peak {megabytes(peak_of())}")
    return answer


def one_at_a_time(panel: Panel, solved: Solved) -> None:
    """What is reached where children are read in turn, each with the best home that has a bed left, and no chains."""
    problem, points, waiting = panel.problem, list(AIMS).index(POINTS), list(AIMS).index(WAITING)
    taken, chosen, options = Counter[int](), list[int](), problem.options
    for part in np.flatnonzero([len(members) == 1 for members in problem.members]).tolist():
        own = np.flatnonzero(options.part == part)
        open_still = [o for o in own.tolist() if taken[int(options.home[o])] + options.takes[o] <= options.most[o]]
        now = [o for o in open_still if not options.worth[o, waiting]]
        best = max(now, key=lambda o: tuple(options.worth[o].tolist()))
        taken[int(options.home[best])] += int(options.takes[best])
        chosen.append(best)
    reached = int(options.worth[chosen, points].sum()) / 100
    ours = solved.reached[points] / 100
    gone = int((options.takes[chosen] > 0).sum())
    print(f"  one child at a time: {gone} suggested another home, {reached:,.0f} points; the plan {ours:,.0f} points")


if __name__ == "__main__":
    main()
