"""A made-up authority: making it, ranking one child in it stage by stage, and ranking every child of it.

    python benchmarks/authority.py [--rounds 130] [--england]

The authority is that of `matching demo`. Ranking all is timed with one process and with one a core, in the same run;
points are worked out beside plain Python (tests/peer/points.py), and the two are compared. `--england` makes 84,000
children and 60,000 homes too.
"""

import gc
import resource
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from os import cpu_count
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))  # the project's folder: the peer comes from its tests

from api.serving import OBJECTS_AN_ANSWER
from benchmarks.measuring import machine, megabytes
from benchmarks.stages import staged
from matching.data.case_files import read_case
from matching.engine import Engine
from tests.peer.points import engines, peers

MATCHING = str(Path(sys.executable).parent / "matching")
AUTHORITY, LARGE, ENGLAND = (522, 420), (60, 10_000), (84_000, 60_000)
REFERRALS_BESIDE = 12


def main() -> None:
    """Print every figure."""
    asked = _arguments()
    print(machine())
    with TemporaryDirectory() as folder:
        for size in (AUTHORITY, LARGE):
            staged(opened(made(Path(folder), *size)), asked.rounds)
        beside_plain_python(opened(Path(folder) / "522-420" / "case.json"))
        everybody(Path(folder))
        if asked.england:
            made(Path(folder), *ENGLAND, "--england")


def _arguments() -> Namespace:
    parser = ArgumentParser(description="Making and ranking a made-up authority.")
    parser.add_argument("--rounds", type=int, default=130)
    parser.add_argument("--england", action="store_true")
    return parser.parse_args()


def made(folder: Path, children: int, homes: int, *more: str) -> Path:
    """Make an authority of this size, and say how long it took; its case file."""
    into = folder / f"{children}-{homes}"
    took = _run("demo", str(into), "--children", str(children), "--homes", str(homes), *more)
    file = into / "case.json"
    peak = megabytes(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
    print(
        f"{children:,} children and {homes:,} homes made in {took:.1f} s, {file.stat().st_size / 1e6:.0f} MB,", end=" "
    )
    print(f"no process so far over {peak}")
    return file


def _run(*arguments: str) -> float:
    began = perf_counter()
    subprocess.run([MATCHING, *arguments], check=True, capture_output=True)
    return perf_counter() - began


def opened(file: Path) -> Engine:
    """The engine for a case file, its memory settled as in the service."""
    engine = Engine.of(read_case(file))
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_AN_ANSWER)  # as the service does
    return engine


def beside_plain_python(engine: Engine) -> None:
    """Facts and points of some referrals, by the engine and by plain Python; they must be equal."""
    took, pairings = [0.0, 0.0], 0
    for referral in engine.case.referrals[:REFERRALS_BESIDE]:
        times = [perf_counter()]
        found = engines(engine, referral.id)
        times.append(perf_counter())
        expected = dict(peers(engine.case, referral, engine.policy))
        times.append(perf_counter())
        if found != expected:
            sys.exit(f"the engine and plain Python differ on {referral.id}")
        took = [so_far + times[k + 1] - times[k] for k, so_far in enumerate(took)]
        pairings += len(expected) * len(referral.children)
    print(
        f"facts and points of {pairings:,} pairings: {took[0] * 1e3:.0f} ms; plain Python {took[1] * 1e3:,.0f} ms,",
        end=" ",
    )
    print(f"{took[1] / took[0]:.0f} times as long; equal")


def everybody(folder: Path) -> None:
    """Every referral of the authority, by one process and by one a core."""
    file, cores = str(folder / "522-420" / "case.json"), cpu_count() or 1
    alone, together = (
        _run("rank", file, "--all", "--out", str(folder / f"by-{workers}"), "--workers", str(workers))
        for workers in (1, cores)
    )
    print(f"522 children and 420 homes, all ranked: {together:.1f} s by {cores} processes,", end=" ")
    print(f"{alone:.1f} s by one, {alone / together:.1f} times as long; loading and writing included")


if __name__ == "__main__":
    main()
