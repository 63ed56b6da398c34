"""What nobody has recorded, row by row."""

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel

from matching.data.belongs import is_unknown
from matching.domain.case import Case


class Unknown(NamedTuple):
    """The facts of one entry that are not known, as fields of the file and in words."""

    table: str
    id: str
    fields: tuple[str, ...]
    words: str


def unknowns(case: Case) -> Iterator[Unknown]:
    """A row for each child, referral and home of which something is not known."""
    for table in ("children", "referrals", "homes"):
        for entry in getattr(case, table):
            if fields := tuple(_of(entry, entry)):
                yield Unknown(table, entry.id, fields, "not known: " + ", ".join(fields))


def _of(entry: BaseModel, noun: BaseModel) -> Iterator[str]:
    for name, field in type(noun).model_fields.items():
        value, said = getattr(noun, name), field.alias or name
        if value is None and is_unknown(entry, noun, name):
            yield said
        elif isinstance(value, BaseModel):
            yield from (f"{said}.{below}" for below in _of(entry, value))
        elif isinstance(value, tuple):
            yield from _of_each(entry, value, said)


def _of_each(entry: BaseModel, values: tuple[object, ...], said: str) -> Iterator[str]:
    for position, value in enumerate(values):
        if isinstance(value, BaseModel):
            name = getattr(value, "id", None) or f"no. {position + 1}"
            yield from (f"{said}[{name}].{below}" for below in _of(entry, value))
