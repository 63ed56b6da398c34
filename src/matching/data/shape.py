"""The shape of a noun: which fields it has at a path, whether one may be left out, and how its JSON is read."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, TypeVar, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import SchemaValidator

from matching.data.place import Path

N = TypeVar("N", bound=BaseModel)
Part = dict[str, Any]
"""A part of the schema by which pydantic reads a noun; its `type` says what it reads."""

LONG = 5_000
"""How many commas there may be in JSON of which every misfit is listed: each misfit takes a kilobyte or two."""


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


def reader(noun: type[BaseModel], change: Callable[[Part], Part]) -> SchemaValidator:
    """A reader of a noun, each part of whose schema was changed. It takes nothing that was built unchanged."""
    return SchemaValidator(_changed(noun.__pydantic_core_schema__, change), _use_prebuilt=False)


@cache
def hasty(noun: type[BaseModel]) -> SchemaValidator:
    """A reader of a noun that goes no further in a list than its first misfit: a million cost no more than one."""
    return reader(noun, lambda part: part | {"fail_fast": True} if part["type"] == "tuple" else part)


def is_long(data: bytes) -> bool:
    """Whether JSON is so long that listing all its misfits could take gigabytes."""
    return data.count(b",") > LONG


def read_noun(noun: type[N], data: bytes, *, strict: bool | None = None) -> N:
    """The noun that JSON holds; ValidationError with every misfit, or, of long JSON, with the first of each list."""
    if not is_long(data):
        return noun.model_validate_json(data, strict=strict, by_alias=True, by_name=False)
    read: N = hasty(noun).validate_json(data, strict=strict, by_alias=True, by_name=False)
    return read


def _changed(schema: Any, change: Callable[[Part], Part]) -> Any:
    if isinstance(schema, list):
        return [_changed(part, change) for part in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _changed(part, change) for key, part in schema.items()}
    return change(made) if isinstance(made.get("type"), str) else made
