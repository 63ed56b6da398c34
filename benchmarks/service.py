"""Ranking over HTTP: the real service, started here on this computer, asked one question after another.

    python benchmarks/service.py [--homes 10000] [--children 60] [--requests 300]

Each body holds a referral and its child, and nothing else: the homes are the service's. Beside it stands the time of
its health page, which is what HTTP costs alone.
"""

import json
import re
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

sys.path.insert(0, str(Path(__file__).parents[1]))  # the project's folder: made-up worlds come from its tests

from http.client import HTTPConnection

from benchmarks.measuring import WARMING_UP, machine, megabytes, milliseconds, peak_of, table, write_world

COMMAND = Path(sys.executable).with_name("matching")
LISTENS = re.compile(r"listens on http://([\d.]+):(\d+)")
PATIENCE = 60
"""Seconds that the service is given to read its register."""


class NotThere(Exception):
    """The service cannot be started yet, and why."""


def main() -> None:
    """Print every figure, or that the service is not there yet."""
    asked = _arguments()
    print(machine())
    try:
        measured(asked)
    except NotThere as why:
        print(f"Nothing measured: {why}")


def _arguments() -> Namespace:
    parser = ArgumentParser(description="Ranking over HTTP, one question after another.")
    parser.add_argument("--homes", type=int, default=10_000)
    parser.add_argument("--children", type=int, default=60)
    parser.add_argument("--requests", type=int, default=300)
    return parser.parse_args()


def measured(asked: Namespace) -> None:
    """The times of so many questions, and the most memory that the service held."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "case.json"
        write_world(file, asked.homes, asked.children)
        bodies = questions(json.loads(file.read_bytes()))
        began = perf_counter()
        with service(file, Path(folder) / "log") as (server, connection):
            print(f"{asked.homes:,} homes: the service listened after {perf_counter() - began:.1f} s")
            for body in islice(cycle(bodies), WARMING_UP):
                rank(connection, body)
            took = [milliseconds(partial(rank, connection, body)) for body in islice(cycle(bodies), asked.requests)]
            health = [milliseconds(partial(answer, connection, "GET", "/v1/health")) for _ in range(asked.requests)]
            size = len(rank(connection, bodies[0]))
            peak = peak_of(server.pid)
    print(
        table(
            f"{asked.requests} requests, one after another (the first answer: {size / 1e3:.0f} kB)",
            {
                "rank": took,
                "health": health,
            },
        )
    )
    print(f"the service's peak memory: {megabytes(peak)}")


def questions(case: dict[str, list[dict[str, list[str]]]]) -> list[bytes]:
    """A body for each child who is referred alone: the referral and the child."""
    children = {str(child["id"]): child for child in case["children"]}
    alone = (referral for referral in case["referrals"] if len(referral["children"]) == 1)
    return [json.dumps({"referrals": [r], "children": [children[r["children"][0]]]}).encode() for r in alone]


@contextmanager
def service(case: Path, log: Path) -> Iterator[tuple[subprocess.Popen[bytes], HTTPConnection]]:
    """The service over a case, and a connection to it; it is ended here, by its own handle."""
    if not COMMAND.exists():
        raise NotThere(f"{COMMAND.name} is not installed beside this Python")
    with log.open("wb") as words:
        server = subprocess.Popen([COMMAND, "serve", "--case", case, "--port", "0"], stdout=words, stderr=words)
    try:
        connection = HTTPConnection(*_address(server, log), timeout=PATIENCE)
        yield server, connection
        connection.close()
    finally:
        server.terminate()
        server.wait(PATIENCE)


def _address(server: subprocess.Popen[bytes], log: Path) -> tuple[str, int]:
    """Where the service says that it listens."""
    until = perf_counter() + PATIENCE
    while perf_counter() < until and server.poll() is None:
        if found := LISTENS.search(log.read_text(encoding="utf-8")):
            return found[1], int(found[2])
        sleep(0.02)
    last = log.read_text(encoding="utf-8").strip().splitlines()[-1:]
    raise NotThere(f"`matching serve` does not listen ({' '.join(last) or 'it says nothing'})")


def rank(connection: HTTPConnection, body: bytes) -> bytes:
    """The answer to one question."""
    return answer(connection, "POST", "/v1/rank", body)


def answer(connection: HTTPConnection, method: str, path: str, body: bytes | None = None) -> bytes:
    """What the service answers, read to the end; it must be a success."""
    connection.request(method, path, body, {"Content-Type": "application/json"})
    response = connection.getresponse()
    said = response.read()
    assert response.status in {200, 202}, said
    return said


if __name__ == "__main__":
    main()
