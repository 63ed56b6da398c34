"""Local policies: those that are shipped, those in a file, and what a case overrides."""

import tomllib
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

import orjson
from pydantic import ValidationError

from matching.domain.case import PolicyChoice
from matching.domain.laying import as_tables
from matching.domain.policy import Policy
from matching.errors import Fault, InvalidInput

DEFAULT = "buckinghamshire-2026"
SHIPPED = resources.files("matching").joinpath("policies")


def shipped_policies() -> tuple[str, ...]:
    """The names of the policies that come with the engine."""
    return tuple(sorted(f.name.removesuffix(".toml") for f in SHIPPED.iterdir() if f.name.endswith(".toml")))


def read_policy(choice: PolicyChoice | None, *, beside: Path | None = None) -> Policy:
    """The policy that a case chooses, with what it overrides; InvalidInput where there is none such, or it is wrong.

    The name is a shipped policy's, or a path, taken from the folder `beside`; without `beside` no file is read.
    """
    name = (choice.name if choice else None) or DEFAULT
    return _policy(name, _laid_over(_values(name, beside), dict(choice.overrides) if choice else {}))


def policy_with(policy: Policy, changes: Mapping[str, Any]) -> Policy:
    """A policy with other values in the place of some of its own; InvalidInput where it is none then."""
    return _policy(policy.name, _laid_over(as_tables(policy), changes))


def _policy(name: str, values: Mapping[str, Any]) -> Policy:
    try:
        return Policy.model_validate_json(orjson.dumps(values, default=str))
    except TypeError as wrong:
        raise InvalidInput([_unreadable(name, wrong)]) from None
    except ValidationError as wrong:
        raise InvalidInput([_fault(name, error) for error in wrong.errors()]) from None


def _values(name: str, beside: Path | None) -> dict[str, Any]:
    """What a policy file says, as it was written."""
    if name in shipped_policies():
        return tomllib.loads(SHIPPED.joinpath(f"{name}.toml").read_text(encoding="utf-8"))
    path = beside / name if beside is not None else None
    if path is None or not path.is_file():
        raise InvalidInput([_unknown(name, beside)])
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as wrong:
        raise InvalidInput([_unreadable(name, wrong)]) from None


def _laid_over(values: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """The values with the changes over them; inside a table, one by one."""
    laid = dict(values)
    for key, change in changes.items():
        was = laid.get(key)
        laid[key] = _laid_over(was, change) if isinstance(was, dict) and isinstance(change, dict) else change
    return laid


def _unknown(name: str, beside: Path | None) -> Fault:
    otherwise = "" if beside is None else ", or the path of a policy file"
    expected = f"one of: {', '.join(shipped_policies())}{otherwise}"
    return Fault("", "policy", "", "name", name, expected, "Name a policy that is there.")


def _unreadable(name: str, wrong: Exception) -> Fault:
    return Fault("", "policy", "", "name", name, "a policy file in TOML, in UTF-8", f"Mend the file: {wrong}.")


def _fault(name: str, error: Any) -> Fault:
    field = ".".join(str(part) for part in error["loc"])
    expected = error["msg"].removeprefix("Value error, ")
    return Fault("", "policy", name, field, _found(error["input"]), expected, "Mend the policy or the override.")


def _found(value: Any) -> str:
    """What was found, in short; a whole table only by its keys."""
    if isinstance(value, dict):
        return f"a table of {', '.join(sorted(value))}"[:60]
    return repr(value)[:60]
