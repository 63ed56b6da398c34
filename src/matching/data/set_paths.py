"""A path on the command line: which entry it leads to, and where in it; ids may hold dots."""

import copy
from collections.abc import Collection, Mapping, Sequence
from typing import Any

GIVE_IT_WHOLE = "Correct it, or write the whole list."

Way = list[str | int]
"""Fields by name, and places in lists by number."""


class Misplaced(Exception):
    """A path that leads nowhere: what of it was found, what was expected, and what to do."""

    def __init__(self, found: object, expected: str, remedy: str = "Correct the path.") -> None:
        super().__init__(expected)
        self.found, self.expected, self.remedy = found, expected, remedy


def longest(steps: Sequence[str], known: Collection[str]) -> int | None:
    """How many of the first steps are a known id together, the most there are; None where none are."""
    return next((end for end in range(len(steps), 0, -1) if ".".join(steps[:end]) in known), None)


def way_of(steps: Sequence[str], within: object) -> Way:
    """The way that steps lead into plain tables; in a list a step is an entry's id, or its place from 0."""
    way: Way = []
    left = list(steps)
    while left:
        if isinstance(within, list):
            place, taken = _in_list(within, left)
            way.append(place)
            within = within[place]
        else:
            taken = 1
            way.append(left[0])
            within = within.get(left[0]) if isinstance(within, Mapping) else None
        left = left[taken:]
    return way


def _in_list(entries: list[Any], steps: Sequence[str]) -> tuple[int, int]:
    """The place of the entry that the first steps name, and how many of them do."""
    ids = {entry["id"]: k for k, entry in enumerate(entries) if isinstance(entry, Mapping) and "id" in entry}
    if taken := longest(steps, ids):
        return ids[".".join(steps[:taken])], taken
    if steps[0].isdecimal() and int(steps[0]) < len(entries):
        return int(steps[0]), 1
    known = ", ".join(ids) or f"a place from 0 to {len(entries) - 1}"
    raise Misplaced(steps[0], f"one of: {known}" if entries else "an entry, and the list is empty", GIVE_IT_WHOLE)


def into(tables: dict[str, Any], fields: Sequence[str], value: Any) -> None:
    """Put a value into tables; a table goes over what is there part by part."""
    if not fields:
        for key, part in value.items():
            into(tables, [key], part)
        return
    first, *rest = fields
    there = tables.get(first)
    if rest or (isinstance(value, Mapping) and isinstance(there, Mapping)):
        tables[first] = dict(there) if isinstance(there, Mapping) else {}
        into(tables[first], rest, value)
    else:
        tables[first] = value


def with_value(tables: Mapping[str, Any], fields: Sequence[str], way: Sequence[Any], value: Any) -> Any:
    """The list at some fields with a value put at a way into it."""
    there: Any = tables
    for field in fields:
        there = there[field]
    whole = copy.deepcopy(there)
    within: Any = whole
    for step in way[:-1]:
        within = within[step] if isinstance(within, list) or step in within else within.setdefault(step, {})
    if value is None and isinstance(within, dict):
        within.pop(way[-1], None)
    else:
        within[way[-1]] = value
    return whole
