"""The shape of a noun, asked by path: which fields it has there, and whether one may be left out."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from matching.data.place import Path


def noun_at(root: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """The noun that stands at a path; a step that is no field of it is a key, such as a referral's id."""
    noun: type[BaseModel] | None = root
    for step in path:
        if isinstance(step, str):
            field = fields_of(noun).get(step)
            noun = next(_nouns(field.annotation), None) if field else noun
    return noun


def fields_of(noun: type[BaseModel] | None) -> dict[str, FieldInfo]:
    """The fields of a noun by the names that files use."""
    return {field.alias or name: field for name, field in noun.model_fields.items()} if noun else {}


def may_be_left_out(root: type[BaseModel], path: Path) -> bool:
    """Whether the field at a path may be absent."""
    steps = [step for step in path if isinstance(step, str)]
    field = fields_of(noun_at(root, path[:-1])).get(steps[-1]) if steps else None
    return field is None or not field.is_required()


def _nouns(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _nouns(part)
