"""Made-up work of six parts, here or in a process that stops at a place of its own choosing, to be killed there."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from matching.runs.question import Question
from matching.runs.record import Record, record_in
from matching.runs.run import Keep, opened

ROOT = Path(__file__).parents[2]
PARTS = 6
PLACES = ("in the first part", "in the fourth part", "before a part is put", "before results are put", "before done")


def a_question(**changes: Any) -> Question:
    """A question about two small inputs."""
    said: dict[str, Any] = {
        "kind": "made_up",
        "asked": {"everyone": True, "due_by": "2026-11-24"},
        "inputs": {"case.json": b'{"children": []}', "policy.json": b"{}"},
        "versions": {"placement-matching": "0.1.0"},
    }
    return Question(**said | changes)


class MadeUp:
    """Work that counts its parts as it makes them."""

    def __init__(self, stop_in: int | None = None) -> None:
        self.made: list[int] = []
        self.stop_in = stop_in

    def __call__(self, keep: Keep) -> Iterator[tuple[str, bytes]]:
        """Six parts, and two files of all of them."""
        parts = [keep(f"Part {number}", partial(self.part, number)) for number in range(PARTS)]
        yield "all.txt", b"\n".join(parts)
        yield "count.txt", str(len(parts)).encode()

    def part(self, number: int) -> bytes:
        """One part."""
        if number == self.stop_in:
            wait()
        self.made.append(number)
        return f"part {number}\0\xe9\n".encode() * 1000


def wait() -> None:
    """Say that the place is reached, then stay there."""
    sys.stdout.write("there\n")
    sys.stdout.flush()
    time.sleep(60)


def record_of(folder: Path) -> Record:
    """What a run says of itself."""
    record = record_in(folder)
    assert record
    return record


def results(folder: Path) -> dict[str, bytes]:
    """All that a run answered."""
    return {file.name: file.read_bytes() for file in sorted((folder / "results").iterdir())}


def begun_until(place: str, folder: Path) -> "subprocess.Popen[str]":
    """A process that works in a folder, and has come to a place."""
    command = [sys.executable, "-m", "tests.runs.made_up", str(folder), place]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "there\n"
    return process


def killed(process: "subprocess.Popen[str]") -> None:
    """Kill it at once, wherever it is."""
    process.kill()
    assert process.wait(10) == -signal.SIGKILL
    assert process.stdout
    process.stdout.close()


def _stop_before(name: str) -> None:
    """Wait before a file or folder of this name is put in its place."""
    file_put, folder_put = Path.replace, Path.rename

    def wait_before(target: Path) -> None:
        if target.name.startswith(name):
            wait()

    def replace(self: Path, target: Path) -> Path:
        wait_before(target)
        return file_put(self, target)

    def rename(self: Path, target: Path) -> Path:
        wait_before(target)
        return folder_put(self, target)

    Path.replace, Path.rename = replace, rename  # type: ignore[method-assign, assignment]


def _main(folder: str, place: str) -> None:
    with opened(Path(folder), a_question()) as run:
        stop_in = {"in the first part": 0, "in the fourth part": 3}.get(place)
        if place == "before a part is put":
            _stop_before("_")
        if place == "before results are put":
            _stop_before("results")
        if place == "before done":
            run._become = lambda state, *_, **__: wait() if state == "done" else None  # type: ignore[method-assign]
        run.carry_out(MadeUp(stop_in))


if __name__ == "__main__":
    _main(*sys.argv[1:])
