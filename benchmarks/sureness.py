"""How long it takes to say how sure the first option is, over a made-up authority's children, beside finding it.

python benchmarks/sureness.py [--children 522] [--homes 420]
"""

import sys
from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))  # the project's folder: other benchmarks lie there

from benchmarks.authority import AUTHORITY, made, opened
from benchmarks.measuring import WARMING_UP, machine, milliseconds
from benchmarks.stages import questions
from matching.engine import Engine
from matching.explaining.found import Found, find
from matching.explaining.joint_weights import weights_survived
from matching.explaining.sensitivity import weight_intervals


def main() -> None:
    """Print every figure."""
    asked = _arguments()
    print(machine())
    with TemporaryDirectory() as folder:
        timed(opened(made(Path(folder), asked.children, asked.homes)))


def _arguments() -> Namespace:
    parser = ArgumentParser(description="How sure the first option is: how long it takes to say.")
    children, homes = AUTHORITY
    parser.add_argument("--children", type=int, default=children)
    parser.add_argument("--homes", type=int, default=homes)
    return parser.parse_args()


def timed(engine: Engine) -> None:
    """The median, the 95th percentile and the most of each part, over every child asked for alone who has a home."""
    found = [find(question, engine.register, engine.scale) for question in questions(engine)]
    parts = np.array([_parts(engine, of) for of in found if len(of.lawful)][WARMING_UP:])
    print(f"{len(parts)} children over {engine.register.size:,} homes, in ms: p50, p95, most")
    finding, each, together = parts.T
    named = {"finding": finding, "each weight": each, "all weights": together, "both": each + together}
    for name, took in named.items():
        print(f"  {name:<12}{np.median(took):>8.2f}{np.percentile(took, 95):>8.2f}{took.max():>8.2f}")


def _parts(engine: Engine, found: Found) -> list[float]:
    """How long finding takes, and the two answers about what was found."""
    again = partial(find, found.layout.question, engine.register, engine.scale)
    return [milliseconds(work) for work in (again, partial(weight_intervals, found), partial(weights_survived, found))]


if __name__ == "__main__":
    main()
