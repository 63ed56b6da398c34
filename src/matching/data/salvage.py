"""What can still be checked of a case that has faults: everything but the values that do not fit."""

from typing import Any

from pydantic import ValidationError
from pydantic_core import core_schema

from matching.data.shape import Part, reader
from matching.domain.case import Case


def salvaged(data: bytes) -> Case | None:
    """The case without the values that do not fit, or None where too little is left to be read.

    None stands also where a case always has a value; an entry that is no table is one of which nothing is known.
    """
    try:
        case: Case = FORGIVING.validate_json(data, strict=True, by_alias=True, by_name=False)
    except ValidationError:
        return None
    return case


def _forgiving(part: Part) -> Part:
    match part["type"]:
        case "model-fields":
            return part | {"fields": {name: _or_nothing(field) for name, field in part["fields"].items()}}
        case "model" if part["config"].get("extra_fields_behavior") == "forbid":
            return part | {"config": part["config"] | {"extra_fields_behavior": "ignore"}}
        case "tuple":
            return part | {"fail_fast": True, "items_schema": [_or_blank(item) for item in part["items_schema"]]}
    return part


def _or_nothing(field: Part) -> Part:
    """A field that is taken as left out where it does not fit; a list that nobody may leave out is then empty."""
    inner = field["schema"]
    if inner["type"] != "default":
        inner = core_schema.with_default_schema(inner, default=() if inner["type"] == "tuple" else None)
    return field | {"schema": inner | {"on_error": "default"}}


def _or_blank(item: Part) -> Part:
    """An entry that keeps its position where it is no table, so that those after it keep theirs."""
    if item["type"] != "model":
        return item
    nothing = {name: field["schema"]["default"] for name, field in _fields(item).items()}
    blank: Any = item["cls"].model_construct(**nothing)
    return dict(core_schema.with_default_schema(item, default=blank, on_error="default"))


def _fields(part: Part) -> dict[str, Part]:
    fields: dict[str, Part] = part["fields"] if "fields" in part else _fields(part["schema"])
    return fields


FORGIVING = reader(Case, _forgiving)
