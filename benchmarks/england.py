"""All of England, made up: the first options of every referral, beside a plain loop over a few of them.

    python benchmarks/england.py [--children 84000] [--homes 60000] [--top 50] [--workers 2] [--loop 40]

The country is that of `matching demo --england`. Time is that of the whole command, reading and writing included.
Memory is that of all its processes together, looked at five times a second: the sum of what each holds (RSS), which
counts what two of them share twice, and the sum of the most that each ever held. The plain loop ranks every home for
some referrals in one process; the rows of these are compared.
"""

import random
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, process_time, sleep

import polars as pl

sys.path.insert(0, str(Path(__file__).parents[1]))

from benchmarks.measuring import machine, megabytes, peak_of
from matching.cli.run.top_rows import as_rows, top_columns
from matching.data.case_files import read_case
from matching.engine import Engine
from matching.explaining.found import find

MATCHING = str(Path(sys.executable).parent / "matching")
LOOKED = 0.2


def main() -> None:
    """Print every figure."""
    asked = _arguments()
    print(machine())
    with TemporaryDirectory() as folder:
        case, out = Path(folder) / "england" / "case.json", Path(folder) / "out"
        size = ("--children", str(asked.children), "--homes", str(asked.homes))
        subprocess.run([MATCHING, "demo", str(case.parent), "--england", *size], check=True, capture_output=True)
        took = first_options(case, out, asked)
        beside_a_loop(case, pl.read_parquet(out / "top.parquet"), asked, took)


def _arguments() -> Namespace:
    parser = ArgumentParser(description="The first options of every referral of a made-up England.")
    for name, usual in {"children": 84_000, "homes": 60_000, "top": 50, "workers": 2, "loop": 40}.items():
        parser.add_argument(f"--{name}", type=int, default=usual)
    return parser.parse_args()


def first_options(case: Path, out: Path, asked: Namespace) -> float:
    """Run the command and watch its memory; the seconds that it took."""
    began = perf_counter()
    command = ("rank", str(case), "--all", "--top", str(asked.top), "--out", str(out), "--workers", str(asked.workers))
    running = subprocess.Popen([MATCHING, *command], stdout=subprocess.DEVNULL)
    together, most = 0.0, dict[int, float]()
    while running.poll() is None:
        held = {process: _held(process) for process in _family(running.pid)}
        together = max(together, sum(held.values()))
        most |= {process: max(peak_of(process) or 0, most.get(process, 0)) for process in held}
        sleep(LOOKED)
    if running.returncode:
        sys.exit("the command failed")
    took = perf_counter() - began
    print(f"first {asked.top} options of every referral by {asked.workers} processes: {took:.0f} s,", end=" ")
    print(f"at most {megabytes(together)} in all processes at once; the sum of the most of each {_sum(most)}")
    return took


def _sum(most: dict[int, float]) -> str:
    return megabytes(sum(most.values()))


def _family(process: int) -> Iterator[int]:
    """A process and all that it began, where the system tells."""
    yield process
    for file in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            children = file.read_text(encoding="utf-8").split()
        except OSError:
            continue
        for child in children:
            yield from _family(int(child))


def _held(process: int) -> float:
    """The megabytes that a process holds now."""
    try:
        lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def beside_a_loop(case: Path, rows: pl.DataFrame, asked: Namespace, took: float) -> None:
    """Rank every home for some referrals, one after another; their first options must be the same."""
    engine = Engine.of(read_case(case))
    referrals = engine.case.referrals
    chosen = random.Random(1).sample(list(referrals), min(asked.loop, len(referrals)))
    questions, spent = engine.questions(chosen), 0.0
    for question in questions:
        began = process_time()
        found = find(question, engine.register, engine.scale)
        spent += process_time() - began
        expected = as_rows([top_columns(found, asked.top)])
        if not rows.filter(pl.col("referral") == question.referral.id).equals(expected):
            sys.exit(f"the first options of {question.referral.id} are others")
    each, whole = spent / len(chosen), spent / len(chosen) * len(referrals)
    print(
        f"a plain loop over every home: {each * 1e3:.0f} ms a referral, so {whole / 3600:.1f} hours of one core;",
        end=" ",
    )
    print(f"{whole / (took * asked.workers):.0f} times as long; {len(chosen)} referrals compared, equal")


if __name__ == "__main__":
    main()
