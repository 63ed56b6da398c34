"""How long it takes to say why a home is not first, and how sure the first is, beside asking the whole engine again.

    python benchmarks/why.py [--children 522] [--homes 420] [--asked 120]

The peer tries the same sets of changes, each by a whole ranking's finding over all homes, as one would who asks "what
if" again and again; what it finds is compared with what the engine found of the home alone.
"""

import sys
from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))  # the project's folder: other benchmarks lie there

from benchmarks.authority import AUTHORITY, made, opened
from benchmarks.measuring import machine, milliseconds
from matching.engine import Engine
from matching.explaining.found import find
from matching.explaining.steps import Steps
from matching.explaining.trying import Alone, Trying

OF_EACH = 3
"""Homes asked about for each referral: so many that are lawful, and so many that are ruled out."""


def main() -> None:
    """Print every figure."""
    asked = _arguments()
    print(machine())
    with TemporaryDirectory() as folder:
        engine = opened(made(Path(folder), asked.children, asked.homes))
    chosen = Random(1).sample([referral.id for referral in engine.case.referrals], asked.asked)
    answers(engine, chosen)
    beside_the_peer(engine, chosen[:12])


def _arguments() -> Namespace:
    parser = ArgumentParser(description="Why a home is not first, and how sure the first is: how long it takes to say.")
    children, homes = AUTHORITY
    parser.add_argument("--children", type=int, default=children)
    parser.add_argument("--homes", type=int, default=homes)
    parser.add_argument("--asked", type=int, default=120)
    return parser.parse_args()


def answers(engine: Engine, referrals: list[str]) -> None:
    """The median, the 95th percentile and the most of each kind of answer."""
    dice, took = Random(2), dict[str, list[float]]()
    for referral in referrals:
        for home in _homes(engine, referral, dice):
            told = engine.why_not(referral, home).standing
            took.setdefault(f"why not: {told}", []).append(milliseconds(partial(engine.why_not, referral, home)))
        took.setdefault("how sure", []).append(milliseconds(partial(engine.how_sure, referral)))
    took["why not: all"] = [ms for name, of in took.items() if name.startswith("why not") for ms in of]
    print(f"{len(referrals)} referrals over {engine.register.size:,} homes, in ms: how many, p50, p95, most")
    for name, of in sorted(took.items()):
        print(f"  {name:<24}{len(of):>5}{np.median(of):>8.0f}{np.percentile(of, 95):>8.0f}{max(of):>8.0f}")


def _homes(engine: Engine, referral: str, dice: Random) -> list[str]:
    found = find(engine.question(referral), engine.register, engine.scale)
    lawful = set(found.layout.register.ids[found.lawful])
    out = [home.id for home in engine.case.homes if home.id not in lawful]
    return [home for homes in (sorted(lawful), out) for home in dice.sample(homes, min(OF_EACH, len(homes)))]


def beside_the_peer(engine: Engine, referrals: list[str]) -> None:
    """The same changes of a home, tried alone and by all the homes: how long each takes, and that they agree."""
    dice, alone, whole, tried = Random(3), 0.0, 0.0, 0
    for referral in referrals:
        question = engine.question(referral)
        trying = Trying(engine.case, question, engine.register, engine.scale)
        base = find(question, engine.register, engine.scale)
        for home in _homes(engine, referral, dice):
            steps = Steps.about(trying, base, home)
            cases = [steps.case_with({k: len(step.changes) - 1}) for k, step in enumerate(steps.all)]
            if not cases:
                continue
            alone += milliseconds(partial(trying.alone, cases, home))
            whole += milliseconds(partial(trying.whole, cases))
            both = zip(trying.alone(cases, home), (Alone(f, home) for f in trying.whole(cases)), strict=True)
            assert all(one.forbidding == other.forbidding for one, other in both)
            tried += len(cases)
    print(f"{tried} changes of one home each: alone {alone / tried:.1f} ms, by all homes {whole / tried:.1f} ms each")
    print(f"  the whole engine takes {whole / alone:.1f} times as long")


if __name__ == "__main__":
    main()
