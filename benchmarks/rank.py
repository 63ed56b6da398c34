"""Ranking one child, stage by stage, over a small and a large register, beside plain Python in the same run.

    python benchmarks/rank.py [--homes 10000] [--children 60] [--rounds 130]

The register is made up (tests/peer/made_up.py). The peer (tests/peer/peer.py) judges one pair at a time; its outcomes
are compared with the engine's in the same run, so that the ratio is of two ways to one answer.
"""

import gc
import sys
from argparse import ArgumentParser, Namespace
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))  # the project's folder: made-up worlds come from its tests

from api.serving import OBJECTS_AN_ANSWER
from benchmarks.beside_the_peer import beside_the_peer
from benchmarks.measuring import machine, megabytes, milliseconds, peak_of, write_world
from benchmarks.stages import questions, staged
from matching.data.case_files import parse_case
from matching.engine import Engine
from matching.facts.layout import lay_out
from matching.geography.postcode_files import FIRST_LETTERS
from matching.geography.postcodes import directory
from matching.rules.rulebook import Rulebook, rulebook_on

SMALL = 420


def main() -> None:
    """Print every figure."""
    asked = _arguments()
    print(machine())
    engine = loaded(asked.homes, asked.children)
    compiled(engine)
    for size in sorted({min(SMALL, asked.homes), asked.homes}):
        staged(with_homes(engine, size), asked.rounds)
    beside_the_peer(engine)


def _arguments() -> Namespace:
    parser = ArgumentParser(description="Ranking one child, stage by stage, beside plain Python.")
    parser.add_argument("--homes", type=int, default=10_000)
    parser.add_argument("--children", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=130)
    return parser.parse_args()


def loaded(homes: int, children: int) -> Engine:
    """The engine over a made-up case file, with the time and the memory that its loading takes."""
    data = _case_file(homes, children)
    times = [perf_counter()]
    case = parse_case(data, name="case.json", kind="json")
    times.append(perf_counter())
    directory().find_all([f"{letter}1 1AA" for letter in FIRST_LETTERS])
    times.append(perf_counter())
    engine = Engine.of(case)
    times.append(perf_counter())
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_AN_ANSWER)  # as the service does
    checked, postcodes, laid_out = (after - before for before, after in pairwise(times))
    print(f"{homes:,} homes and {children} children, {len(data) / 1e6:.1f} MB of JSON: validated in {checked:.2f} s,")
    print(f"  laid out in {laid_out:.2f} s, every postcode of the country read in {postcodes:.2f} s,", end=" ")
    print(f"peak memory {megabytes(peak_of())}")
    return engine


def _case_file(homes: int, children: int) -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "case.json"
        write_world(file, homes, children)
        began = perf_counter()
        data = file.read_bytes()
        print(f"the file read in {perf_counter() - began:.3f} s")
    return data


def compiled(engine: Engine) -> None:
    """What the first judging costs more than the next: the rulebook is compiled then."""
    day = engine.case.as_of
    rules, frame = rulebook_on(day).rules, lay_out(questions(engine)[0], engine.register).frames[0]
    books = [Rulebook(day, rules) for _ in range(5)]
    first = median(milliseconds(partial(book.judge, frame)) for book in books)
    then = median(milliseconds(partial(book.judge, frame)) for book in books)
    print(f"{len(rules)} rules compiled in {first - then:.1f} ms")


def with_homes(engine: Engine, size: int) -> Engine:
    """The engine over the first homes only."""
    if size == engine.register.size:
        return engine
    smaller = Engine.of(engine.case.model_copy(update={"homes": engine.case.homes[:size]}))
    gc.collect()
    gc.freeze()
    return smaller


if __name__ == "__main__":
    main()
