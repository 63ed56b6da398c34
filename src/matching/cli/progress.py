"""How far a long run has come, on standard error, where somebody is watching and nothing else is written there."""

import sys
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.progress import track

MANY = 10


def shown_on_stderr(referrals: Sequence[str]) -> Iterator[str]:
    """The referrals one by one, with a bar where there are many and the answers go elsewhere than to the screen."""
    watched = sys.stderr.isatty() and not sys.stdout.isatty() and len(referrals) > MANY
    console = Console(stderr=True)
    yield from track(referrals, "Ranking", console=console, transient=True, disable=not watched)
