"""A value on the command line: written as in TOML, or plainly as text; nothing at all is what nobody knows."""

import tomllib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any, get_args

from pydantic import BaseModel

from matching.data.shape import fields_of, noun_at

NUMBER_OR_DAY = (int, float, date, time)


def value_of(text: str, noun: type[BaseModel] | None, fields: Sequence[str]) -> Any:
    """The value that a text is at some fields of a noun; a number is text where the field holds text alone."""
    text = text.strip()
    value = _read(text)
    return _as_held(value, text, text_alone=_holds_text_alone(noun, fields)) if text else None


def _read(text: str) -> Any:
    """The text as TOML, if it is some; else itself."""
    try:
        said = tomllib.loads(f"value = {text}")
    except (ValueError, RecursionError):
        return text
    return said["value"] if set(said) == {"value"} else text


def _as_held(value: Any, text: str, *, text_alone: bool) -> Any:
    """A value as a case file would hold it: days as text, and what is empty as nothing."""
    if value == "":
        return None
    if isinstance(value, list):
        return [_as_held(one, str(one), text_alone=text_alone) for one in value]
    if isinstance(value, dict):
        return {key: _as_held(one, str(one), text_alone=False) for key, one in value.items()}
    if text_alone and isinstance(value, NUMBER_OR_DAY) and not isinstance(value, bool):
        return text
    return str(value) if isinstance(value, date | datetime | time) else value


def _holds_text_alone(noun: type[BaseModel] | None, fields: Sequence[str]) -> bool:
    """Whether a field holds text, or a list of texts, and neither a number nor a day."""
    field = fields_of(noun_at(noun, tuple(fields[:-1]))).get(fields[-1]) if noun and fields else None
    parts = set(_parts(field.annotation)) if field else set()
    return str in parts and not parts & {int, float, date} and not any(issubclass(p, BaseModel) for p in parts)


def _parts(annotation: Any) -> Iterator[type]:
    """The plain types that an annotation is made of; a list of codes is not text."""
    if isinstance(annotation, type):
        yield annotation
    for part in get_args(annotation):
        yield from _parts(part)
