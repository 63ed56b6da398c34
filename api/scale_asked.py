"""The policy that a request chooses: a shipped one by name, else the one that is held, and what it overrides of it."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import ValidationError

from matching.data.checking import misfits_at
from matching.data.policies import DEFAULT, read_policy, shipped_policies
from matching.data.shape import read_noun
from matching.data.trouble import Trouble
from matching.domain.case import PolicyChoice
from matching.domain.policy import Policy
from matching.errors import Fault, InvalidInput
from matching.scoring.weighing import Scale

AT = ("policy",)


def scale_asked(choice: Any, held: Scale | None) -> tuple[Scale, list[Trouble]]:
    """The scale by the policy that is asked for, and all that is wrong with the choice.

    A choice that is no table is left to the reader of cases. A scale that nothing changes is made once.
    """
    base = held or shipped(DEFAULT)
    if not isinstance(choice, Mapping):
        return base, []
    name = choice.get("name")
    if isinstance(name, str) and name not in shipped_policies():
        return base, [_not_shipped(name)]
    changes = {key: value for key, value in choice.items() if key != "name" and value is not None}
    return _changed(shipped(name) if isinstance(name, str) else base, changes)


@cache
def shipped(name: str) -> Scale:
    """The scale by a policy that comes with the engine."""
    return Scale(read_policy(PolicyChoice(name=name)))


def _not_shipped(name: str) -> Trouble:
    expected = f"one of: {', '.join(shipped_policies())}"
    return Trouble((*AT, "name"), name, expected, "Name a policy that the service has: over HTTP no file is read.")


def _changed(scale: Scale, changes: Mapping[str, Any]) -> tuple[Scale, list[Trouble]]:
    if not changes:
        return scale, []
    values = scale.policy.model_dump(mode="json")
    laid = {key: _over(values.get(key), change) for key, change in changes.items()}
    data = json.dumps(values | laid).encode()
    try:
        return Scale(read_noun(Policy, data)), []
    except ValidationError as wrong:
        return scale, list(misfits_at(AT, wrong, Policy, data))
    except InvalidInput as wrong:
        return scale, [_unweighed(fault) for fault in wrong.faults]


def _over(was: object, change: object) -> object:
    """A table changes only what it names; anything else is changed whole."""
    return {**was, **change} if isinstance(was, Mapping) and isinstance(change, Mapping) else change


def _unweighed(fault: Fault) -> Trouble:
    return Trouble((*AT, *fault.field.split(".")), None, fault.expected, fault.remedy)
