"""How far a long run has come, on standard error, where somebody is watching and nothing else is written there."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    SpinnerColumn,
    Task,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    track,
)
from rich.text import Text

T = TypeVar("T")
MANY = 10


def shown_on_stderr(asked: Sequence[T], doing: str = "Ranking") -> Iterator[T]:
    """What is asked one by one, with a bar where it is much and the answers go elsewhere than to the screen."""
    watched = sys.stderr.isatty() and not sys.stdout.isatty() and len(asked) > MANY
    console = Console(stderr=True)
    yield from track(asked, doing, console=console, transient=True, disable=not watched)


class EndsAbout(ProgressColumn):
    """When it will be done, by the clock on the wall."""

    max_refresh = 1.0

    def render(self, task: Task) -> Text:
        """The time of day; nothing while nobody can tell."""
        if task.time_remaining is None:
            return Text("")
        return Text(f"done about {datetime.now().astimezone() + timedelta(seconds=task.time_remaining):%H:%M:%S}")


def followed(answers: Iterable[T], total: int) -> Iterator[T]:
    """Answers as they come, with a bar and the time at which the last will be there; silent where nobody watches."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), EndsAbout())
    watched = sys.stderr.isatty()
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not watched) as progress:
        yield from progress.track(answers, total=total, description="Ranking")


def followed_in_parts(done: Iterable[int], before: int, parts: int, each: int) -> None:
    """See a long run to its end: how many parts are done by now, with a bar in what each part has, and the end time.

    `before` were done by an earlier run, and count for nothing in when the end will be.
    """
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), EndsAbout())
    watched = sys.stderr.isatty()
    with Progress(
        *columns, console=Console(stderr=True), transient=True, disable=not watched, speed_estimate_period=120
    ) as bar:
        task = bar.add_task("Ranking", total=(parts - before) * each)
        for so_far in done:
            bar.update(task, completed=so_far * each)


@contextmanager
def staged_on_stderr() -> Iterator[Callable[[str, int, int], None]]:
    """A bar for each stage, with the time at which it will be done, where somebody is watching."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), EndsAbout())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bars:
        tasks = dict[str, TaskID]()

        def done(stage: str, so_many: int, of_all: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=of_all)
            bars.update(tasks[stage], completed=so_many, total=of_all)

        yield done


@contextmanager
def counted_on_stderr(doing: str, total: int) -> Iterator[Callable[[int], None]]:
    """A bar that is told how many more are done, where somebody is watching."""
    with Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task(doing, total=total)
        yield lambda done: bar.advance(task, done)


@contextmanager
def doing_on_stderr(doing: str) -> Iterator[None]:
    """What is being done, and for how long already, where somebody is watching; gone when it is done."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as shown:
        shown.add_task(doing, total=None)
        yield
