"""How a value that should not be there is shown: itself, cut short, or only what kind of value it is."""

import re
from collections.abc import Mapping, Sized
from datetime import date

SHOWN = 60
LONGEST_PLACE = 200
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def shown(value: object) -> str:
    """A value on one short line that can do nothing to the screen it is shown on."""
    if isinstance(value, str):
        return f'"{_cut(_printable(value[:SHOWN]), SHOWN - 2)}"'
    if isinstance(value, bool):
        return str(value).lower()
    if value is None or isinstance(value, Mapping | list | tuple):
        return kind_of(value)
    return _cut(_digits(value), SHOWN)


def kind_of(value: object) -> str:
    """What kind of value it is, without a fact: `text of 11 characters`, `a number`."""
    if value is None:
        return "nothing"
    if isinstance(value, str):
        return "a date" if ISO_DAY.fullmatch(value) else f"text of {_count(value, 'character')}"
    if isinstance(value, list | tuple):
        return f"a list of {len(value)}"
    kinds = {bool: "true or false", date: "a date"}
    return "a table" if isinstance(value, Mapping) else kinds.get(type(value), "a number")


def _count(value: Sized, of: str) -> str:
    return f"{len(value)} {of}{'' if len(value) == 1 else 's'}"


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _digits(value: object) -> str:
    try:
        return str(value)
    except ValueError:
        return "a number of thousands of digits"


def plain(text: str) -> str:
    """Text of a file as one short line may show it: nothing that a terminal would obey, and not without end."""
    return _cut(_printable(text[:LONGEST_PLACE]), LONGEST_PLACE)


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
