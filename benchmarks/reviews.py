"""Reviewing over HTTP: how long rankings take while a review runs, beside how long they take when none does.

    python benchmarks/reviews.py [--children 522] [--homes 420] [--requests 300]

The service is the real one, started here over a made-up authority. Reviews of everybody who lives in a home are begun
one after another, each due by another day, so that one always runs while rankings are asked for.
"""

import json
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from http.client import HTTPConnection
from itertools import count, cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

sys.path.insert(0, str(Path(__file__).parents[1]))  # the project's folder: the service is started as it is there

import numpy as np

from benchmarks.measuring import WARMING_UP, machine
from benchmarks.service import COMMAND, answer, service

BETWEEN = 0.01
"""Seconds between two rankings: people ask one after another, not all the time."""


def main() -> None:
    """Print every figure."""
    asked = _arguments()
    print(machine())
    with TemporaryDirectory() as folder:
        size = ["--children", str(asked.children), "--homes", str(asked.homes)]
        subprocess.run([COMMAND, "demo", folder, *size], check=True, stdout=subprocess.DEVNULL)
        measured(Path(folder) / "case.json", Path(folder) / "log", asked.requests)


def _arguments() -> Namespace:
    parser = ArgumentParser(description="Rankings while a review runs.")
    parser.add_argument("--children", type=int, default=522)
    parser.add_argument("--homes", type=int, default=420)
    parser.add_argument("--requests", type=int, default=300)
    return parser.parse_args()


def measured(file: Path, log: Path, requests: int) -> None:
    """Rankings with nothing beside them, then with reviews; and how long each review took."""
    case = json.loads(file.read_bytes())
    referrals = cycle([str(referral["id"]) for referral in case["referrals"]])
    with service(file, log) as (_, connection):
        for _ in range(WARMING_UP):
            rank(connection, next(referrals))
        told("alone", [rank(connection, next(referrals)) for _ in range(requests)])
        reviews = Reviews(connection, date.fromisoformat(case["as_of"]))
        told("beside a review", [rank(connection, next(referrals)) for _ in beside(reviews, requests)])
        told("review", [1_000 * seconds for seconds in reviews.took])


def told(what: str, took: Sequence[float]) -> None:
    """The median and the 95th percentile, in milliseconds."""
    if took:
        middle, most = np.percentile(took, (50, 95))
        print(f"  {what:<16}{len(took):>6} times   p50 {middle:>9.1f}   p95 {most:>9.1f} ms")


def rank(connection: HTTPConnection, referral: str) -> float:
    """How long a ranking takes, in milliseconds."""
    sleep(BETWEEN)
    began = perf_counter()
    answer(connection, "POST", f"/v1/rank?referral={referral}", b"{}")
    return (perf_counter() - began) * 1_000


class Reviews:
    """Reviews begun one after another; `took` is how long each of those that are done took, in seconds."""

    def __init__(self, connection: HTTPConnection, day: date) -> None:
        self.connection = connection
        self.days = (day + timedelta(days=number) for number in count())
        self.took: list[float] = []
        self.running, self.began = "", 0.0

    def one_runs(self) -> None:
        """See that one runs."""
        if self.running and self._state() == "running":
            return
        if self.running:
            self.took.append(perf_counter() - self.began)
        self.began = perf_counter()
        address = f"/v1/reviews?everyone=true&due={next(self.days)}"
        self.running = str(json.loads(answer(self.connection, "POST", address, b"{}"))["id"])

    def _state(self) -> str:
        return str(json.loads(answer(self.connection, "GET", f"/v1/reviews/{self.running}"))["state"])


def beside(reviews: Reviews, requests: int) -> Iterator[int]:
    """So many times, each while a review runs."""
    for number in range(requests):
        reviews.one_runs()
        yield number


if __name__ == "__main__":
    main()
