"""Nouns that the engine itself makes, of values that are typed where they are worked out: not looked through again.

An answer holds hundreds of them. A test validates whole answers, so that what is made here is what a noun may be.
"""

from collections.abc import Callable
from functools import cache
from typing import Any, ParamSpec, TypeVar

from matching.domain.noun import Noun

N = TypeVar("N", bound=Noun)
P = ParamSpec("P")

new, put = object.__new__, object.__setattr__


def made(noun: Callable[P, N], *_: P.args, **values: P.kwargs) -> N:
    """A noun of these values, as calling it would make it; what is not given is as the noun leaves it."""
    it: N = _made(noun, values)
    return it


def changed(noun: N, **values: Any) -> N:
    """The noun with some values changed."""
    it: N = _made(type(noun), noun.__dict__ | values)
    return it


def _made(noun: Any, values: dict[str, Any]) -> Any:
    left, named = _fields(noun)
    it = new(noun)
    put(it, "__dict__", left | values)
    put(it, "__pydantic_fields_set__", named)
    put(it, "__pydantic_extra__", None)
    put(it, "__pydantic_private__", None)
    return it


@cache
def _fields(noun: type[Noun]) -> tuple[dict[str, Any], set[str]]:
    """Every field in order with what it is where nothing is given, and their names: one set for all that are made."""
    return {name: field.default for name, field in noun.model_fields.items()}, set(noun.model_fields)
