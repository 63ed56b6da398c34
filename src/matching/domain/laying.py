"""Changes laid over what is recorded: a table goes in part by part, anything else stands in place of what was there."""

import json
from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import BaseModel

from matching.domain.noun import Noun

N = TypeVar("N", bound=Noun)
Tables = Mapping[str, Any]
"""Plain values as JSON has them: days and money as text."""

UNRECORDED: tuple[object, ...] = (None, "")
"""What takes a fact away: nobody has recorded it then."""


def laid_over(was: Tables, change: Tables) -> dict[str, Any]:
    """Tables with a change over them: inside a table part by part, a list whole; an empty text takes a fact away."""
    laid = dict(was)
    for key, value in change.items():
        if isinstance(value, list | Mapping) or value not in UNRECORDED:
            there = laid.get(key)
            under: Tables = there if isinstance(there, Mapping) else {}
            laid[key] = laid_over(under, value) if isinstance(value, Mapping) else value
        else:
            laid.pop(key, None)
    return laid


def as_tables(noun: BaseModel) -> dict[str, Any]:
    """A noun as plain tables, as a case file would say it: what nobody recorded is not there."""
    return noun.model_dump(mode="json", by_alias=True, exclude_none=True)


def changed_by(noun: N, change: Tables) -> N:
    """A noun with a change laid over it; ValidationError where what comes out is none."""
    return of_tables(type(noun), laid_over(as_tables(noun), change))


def of_tables(noun: type[N], tables: Tables) -> N:
    """The noun that plain tables are; ValidationError where they are none."""
    return noun.model_validate_json(json.dumps(tables), strict=True, by_alias=True, by_name=False)
