"""Why no home fits, over the whole register, and the single changes that would open most homes."""

from typing import Any

from matching.domain.noun import Noun


class ReasonsTogether(Noun):
    """Rules that together forbid every home, none of which could be left out, and how many homes each forbids."""

    rules: tuple[str, ...]
    forbids: tuple[int, ...]


class OpensHomes(Noun):
    """A single change and the homes that it would open: of each of them, or, where `at_once`, of all of them at once.

    `change` is what a what-if takes: of the first of the homes, or the one that opens all of them.
    """

    fact: str
    words: str
    by: str
    homes: tuple[str, ...]
    at_once: bool
    change: dict[str, Any]


class NothingFits(Noun):
    """Why no home is lawful for the children of a referral; `together` are the smallest sets of rules that say it."""

    referral: str
    children: tuple[str, ...]
    homes: int
    together: tuple[ReasonsTogether, ...]
    opens: tuple[OpensHomes, ...]
