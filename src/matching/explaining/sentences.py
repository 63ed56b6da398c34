"""Sentences with places for facts, filled from a row. A fact that nobody recorded says so."""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from matching.facts.fact import AT_LEAST, CATALOGUE, Count
from matching.rules.rule import SLOT

NOT_RECORDED = "not recorded"


class Words(dict[str, str]):
    """The facts of one row in words, each said when it is first asked for."""

    def __init__(self, row: Mapping[str, Any]) -> None:
        super().__init__()
        self._row = row

    def __missing__(self, name: str) -> str:
        self[name] = said = self._say(name)
        return said

    def _say(self, name: str) -> str:
        fact, value = CATALOGUE[name], self._row[name]
        if value is not None:
            return fact.show(value)
        if isinstance(fact, Count):
            return f"at least {fact.show(self._row[name + AT_LEAST])}"
        return NOT_RECORDED


Say = Callable[[Words], str]


@cache
def sentence(template: str) -> Say:
    """A template with its places found once, ready to be filled."""
    parts = SLOT.split(template)
    names, form = parts[1::2], "%s".join(part.replace("%", "%%") for part in parts[0::2])
    return lambda words: form % tuple(words[name] for name in names)
