"""Panels of many sizes solved, beside plain CP-SAT and plain HiGHS on a direct model, in one run.

    python benchmarks/plan.py [--quick] [--only 1000x5000] [--limit 300] [--peers 60] [--largest 400000] [--seed 1]

The panels are made up (benchmarks/panels.py). A direct model has a variable a part and home; its aims are solved one
after another. Every size runs in a process of its own, so that its peak memory is its own. `--limit` is how many
seconds we may take on a panel, `--peers` how many each of the plain solvers may, beside what building its model takes;
0 leaves them out. `--largest` is how many options a panel may have for them: a direct model of millions takes minutes
and gigabytes to build.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from time import monotonic, perf_counter
from unittest.mock import patch

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))  # the project's folder: the peers come from its tests

from benchmarks.measuring import machine, megabytes, peak_of
from benchmarks.panels import Size, panel
from matching.solving.face import Face
from matching.solving.faces import Descent
from matching.solving.next_best import next_best
from matching.solving.others import costs
from matching.solving.problem import Problem, Solved
from matching.solving.solver import laid_apart, solve

PANEL = Size(20, 1_000)
QUICK = (Size(231, 420), Size(231, 420, tight=True))
SIZES = (
    *QUICK,
    Size(471, 420),
    Size(471, 420, tight=True),
    Size(1_000, 900),
    Size(1_000, 900, tight=True),
    Size(1_000, 5_000),
    Size(3_000, 8_000),
)
NEXT = 5


def main() -> None:
    """Print every figure."""
    asked = _arguments()
    print(machine())
    apart = get_context("spawn")
    for size in (size for size in (PANEL, *(QUICK if asked.quick else SIZES)) if asked.only in {None, _name(size)}):
        process = apart.Process(target=measure, args=(size, asked))
        process.start()
        process.join()
        if process.exitcode:
            sys.exit(f"{size}: no figures")


def _arguments() -> Namespace:
    parser = ArgumentParser(description="Panels solved, beside plain solvers.")
    parser.add_argument("--quick", action="store_true", help="the small sizes only")
    parser.add_argument("--only", help="this size alone, as 1000x5000")
    parser.add_argument("--largest", type=int, default=400_000, help="options of the largest panel for plain solvers")
    parser.add_argument("--limit", type=float, default=300.0, help="seconds that we may take on a panel")
    parser.add_argument("--peers", type=float, default=60.0, help="seconds that each plain solver may; 0: without them")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def _name(size: Size) -> str:
    return f"{size.children}x{size.homes}"


def measure(size: Size, asked: Namespace) -> None:
    """Everything about one size, in a process of its own."""
    _warm_up()
    problem = panel(size, asked.seed)
    began = perf_counter()
    with _timed() as aims:
        solved = solve(problem, deadline=monotonic() + asked.limit)
    took = perf_counter() - began
    peak = megabytes(peak_of())
    print(f"\n{size}: {problem.options.size:,} options, {len(problem.divisions.parts):,} ways of dividing")
    print(f"  faces: {took:.2f} s, {proven(solved)}; the process never held more than {peak}")
    said = ", ".join(f"{seconds:.1f}" for seconds in aims.values())
    print(f"  aim by aim: {said} s; the rest laying it out, a first plan and the last solve in whole numbers")
    _shape(problem)
    if size == PANEL:
        of_a_panel(problem, solved)
    if problem.options.size > asked.largest:
        print("  plain solvers: left out, the direct model is too large")
    elif asked.peers:
        for name, peer in PEERS.items():
            beside(name, peer(problem, asked.peers), solved, took)


@contextmanager
def _timed() -> Iterator[dict[int, float]]:
    """How many seconds went into each aim: its faces in all components, and stepping back to it."""
    took: dict[int, float] = defaultdict(float)
    faces, back = Descent.face, Descent.step_back

    def face(self: Descent, aim: int) -> Face:
        began = perf_counter()
        found = faces(self, aim)
        took[aim] += perf_counter() - began
        return found

    def step_back(self: Descent) -> None:
        began = perf_counter()
        back(self)
        took[len(self.faces) - 1] += perf_counter() - began

    with patch.object(Descent, "face", face), patch.object(Descent, "step_back", step_back):
        yield took


def _warm_up() -> None:
    """Load the solvers, so that loading counts for nothing."""
    solve(panel(Size(6, 4, tight=True)))


def proven(solved: Solved) -> str:
    """How many aims are proven, in words."""
    pairs = zip(solved.reached, solved.best_possible, strict=True)
    first = next((k for k, (reached, best) in enumerate(pairs) if reached != best), len(solved.reached))
    return "every aim proven" if solved.proven else f"the first {first} of {len(solved.reached)} aims proven"


def _shape(problem: Problem) -> None:
    """What the solver made of a panel before it solved it."""
    parts = laid_apart(problem)
    choices = sum(len(part.columns.part) for part in parts)
    print(
        f"  {len(parts)} components, {choices:,} choices, {sum(part.rows.size for part in parts):,} rows from the start"
    )


def of_a_panel(problem: Problem, solved: Solved) -> None:
    """The next best plans, and what each option of each group costs the others."""
    began = perf_counter()
    plans = next_best(problem, solved, NEXT)
    took = perf_counter() - began
    print(f"  the {len(plans)} next best plans: {took:.2f} s, all proven: {all(plan.proven for plan in plans)}")
    group_of = problem.group_of[problem.options.part]
    began, count = perf_counter(), 0
    for group in range(problem.groups):
        own = np.flatnonzero(group_of == group).tolist()
        count += len(costs(problem, group, tuple((option,) for option in own)))
    took = perf_counter() - began
    print(f"  what each of {count:,} options of {problem.groups} groups costs the others: {took:.2f} s")


@dataclass(frozen=True, slots=True)
class Tried:
    """What a peer reached: the value of each aim that it proved, and the seconds it took."""

    reached: tuple[int, ...]
    seconds: float


def beside(name: str, tried: Tried, solved: Solved, took: float) -> None:
    """A peer's figures beside ours; what it has proven must be what we have."""
    if solved.proven and tried.reached != solved.reached[: len(tried.reached)]:
        sys.exit(f"{name} and the solver differ: {tried.reached} and {solved.reached}")
    ratio = f"{tried.seconds / took:,.0f} times as long"
    done = len(tried.reached) == len(solved.reached)
    said = "every aim proven, equal" if done else f"only {len(tried.reached)} aims proven, equal; more than"
    print(f"  {name}: {tried.seconds:.1f} s, {said}{',' if done else ''} {ratio}")


def highs(problem: Problem, limit: float) -> Tried:
    """Plain HiGHS on the direct model."""
    from tests.solving.direct import proven_values  # noqa: PLC0415 - after our own figures are taken

    return _tried(lambda: proven_values(problem, limit))


def cp_sat(problem: Problem, limit: float) -> Tried:
    """Plain CP-SAT on the direct model, with both cores."""
    from tests.solving.direct import proven_values_by_cp_sat  # noqa: PLC0415 - after our own figures are taken

    return _tried(lambda: proven_values_by_cp_sat(problem, limit))


def _tried(values: Callable[[], tuple[int, ...]]) -> Tried:
    began = perf_counter()
    reached = values()
    return Tried(reached, perf_counter() - began)


PEERS = {"plain HiGHS": highs, "plain CP-SAT": cp_sat}


if __name__ == "__main__":
    main()
