"""What a change may say of local policy: values that it has, and never a figure that the law sets."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from pydantic import ValidationError, create_model

from matching.data.checking import misfits_at
from matching.data.misfits import nearest
from matching.data.shape import read_noun
from matching.data.trouble import Trouble
from matching.domain.noun import Noun
from matching.domain.policy import Policy
from matching.rules.figures import LOCAL, STATUTORY
from matching.scoring.weighing import CRITERIA

CRITERIA_IDS = tuple(sorted(c.id for c in CRITERIA))
WEIGHTS = ("weights", "weights_in_key_stage_4")
FIGURES = tuple(sorted(LOCAL))
THE_LAWS = "The law's figures cannot be changed, not even in a what-if: take it out."
"""Weights go by criterion; figures by name."""

PolicyChanged: type[Noun] = create_model(  # type: ignore[call-overload]
    "PolicyChanged", __base__=Noun, **{n: (f.rebuild_annotation() | None, None) for n, f in Policy.model_fields.items()}
)
"""A policy of which anything may be left out: what is left out stays as it is."""


def policy_troubles(said: object) -> Iterator[Trouble]:
    """What is wrong with the values of policy that a change names."""
    if not isinstance(said, Mapping):
        return
    data = json.dumps(_given(said), default=str).encode()
    try:
        read_noun(PolicyChanged, data, strict=True)
    except ValidationError as wrong:
        yield from misfits_at(("policy",), wrong, PolicyChanged, data)
    yield from _not_taken_away(("policy",), said)
    for table in WEIGHTS:
        yield from _names(table, said.get(table), CRITERIA_IDS, "a criterion")
    figures = said.get("figures")
    yield from _of_the_law(figures if isinstance(figures, Mapping) else {})
    yield from _names("figures", figures, FIGURES, "a figure of local policy", but_for=STATUTORY)


def _given(said: Mapping[str, Any]) -> dict[str, Any]:
    """What is given of a table: what is taken away is told by itself."""
    return {k: _given(v) if isinstance(v, Mapping) else v for k, v in said.items() if v is not None}


def _not_taken_away(path: tuple[str, ...], said: Mapping[str, Any]) -> Iterator[Trouble]:
    for key, value in said.items():
        if value is None:
            yield Trouble((*path, key), None, "a value", "A policy is never unknown: write what it would say.")
        elif isinstance(value, Mapping):
            yield from _not_taken_away((*path, key), value)


def _names(
    table: str, said: object, known: Sequence[str], what: str, but_for: Collection[str] = ()
) -> Iterator[Trouble]:
    for name in said if isinstance(said, Mapping) else ():
        if name not in known and name not in but_for:
            remedy = nearest(name, known) or "Correct the name."
            yield Trouble(("policy", table, name), name, f"{what}: {', '.join(known)}", remedy, field_is_found=True)


def _of_the_law(figures: Mapping[str, Any]) -> Iterator[Trouble]:
    for name in figures:
        if name in STATUTORY:
            yield Trouble(("policy", "figures", name), figures[name], f"one of: {', '.join(FIGURES)}", THE_LAWS)
