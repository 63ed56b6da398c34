"""A service that reviews a small made-up authority, in this process or in one of its own."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from api.main import create_app
from api.reviews import Reviews
from api.settings import Settings
from matching.demo.world import Asking
from matching.demo.writing import write
from tests.api.clients import HERE

PATIENCE = 60
CASE = "case.json"


def made_up(folder: Path, children: int = 70, homes: int = 30) -> Path:
    """The case file of a made-up authority, whose review has more than one part."""
    write(Asking(children, homes, 1, england=False), folder, lambda _: None)
    return folder / CASE


@contextmanager
def a_service(runs: Path | None, held: Any = None) -> Iterator[tuple[TestClient, Reviews]]:
    """A service that keeps its reviews there, and goes on with those that were begun; closed at the end."""
    app = create_app(Settings(runs=runs), held)
    reviews: Reviews = app.state.service.reviews
    try:
        reviews.go_on()
        yield TestClient(app, base_url=HERE), reviews
    finally:
        reviews.close()


def until(holds: Callable[[], Any]) -> Any:
    """What it gives once that is something, within a minute."""
    end = time.monotonic() + PATIENCE
    while not (found := holds()):
        assert time.monotonic() < end, "it takes too long"
        time.sleep(0.01)
    return found


def ended(client: TestClient, where: str) -> dict[str, Any]:
    """A review once nobody works at it any more."""

    def over() -> dict[str, Any] | None:
        said: dict[str, Any] = client.get(where).json()
        return said if said["state"] not in {"running", "waiting"} else None

    found: dict[str, Any] = until(over)
    return found


def parts_of(run: Path) -> dict[str, int]:
    """The parts that a run has kept, and when each was written."""
    return {file.name: file.stat().st_mtime_ns for file in run.glob("parts/[!.]*")}


def record(run: Path) -> dict[str, Any]:
    """What a run says of itself."""
    said: dict[str, Any] = json.loads((run / "run.json").read_bytes())
    return said
