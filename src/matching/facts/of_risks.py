"""The child's risks beside those that carers do not take."""

from collections.abc import Iterable

import numpy as np

from matching.domain.child import Child, Risk
from matching.domain.codes import RiskKind, RiskLevel
from matching.facts.catalogue import home, pair
from matching.facts.kleene import Column, answered
from matching.facts.register import Register
from matching.facts.risk_kinds import covering, within
from matching.facts.truth import NO, UNKNOWN, YES, Truths, truths

NOW, ONCE = RiskLevel.CURRENT, RiskLevel.HISTORY


def risk_columns(child: Child, register: Register) -> list[Column]:
    """Whether the carers do not take a risk that the child has now, and one that the child once had."""
    return [
        answered(pair.risk_not_taken, _not_taken(child, register, NOW)),
        answered(pair.past_risk_not_taken, _not_taken(child, register, ONCE)),
    ]


def _not_taken(child: Child, register: Register, level: RiskLevel) -> Truths:
    """Whether one of the child's risks of a level is among those that the carers do not take."""
    silent = register.silent[home.does_not_take.name]
    takes_all = ~silent & ~register.lists.excludes_any
    if child.risks is None:
        return np.where(takes_all, NO, UNKNOWN).astype(np.int8)
    found = truths(register.size)
    for risk in child.risks:
        if risk.level is None or risk.level is level:
            found = np.maximum(found, _one(risk, register, sure=risk.level is level))
    return found


def _one(risk: Risk, register: Register, *, sure: bool) -> Truths:
    """Whether the carers do not take one risk; unknown where it, or its level, is not recorded."""
    silent, lists = register.silent[home.does_not_take.name], register.lists
    if risk.kind is None:
        return np.where(silent | lists.excludes_any, UNKNOWN, NO).astype(np.int8)
    surely = lists.excluded.flags(_words(covering(risk.kind)), register.size)
    perhaps = lists.excluded.flags(_words(within(risk.kind)), register.size)
    found = np.where(surely, YES if sure else UNKNOWN, np.where(silent | perhaps, UNKNOWN, NO))
    return found.astype(np.int8)


def _words(kinds: Iterable[RiskKind]) -> list[str]:
    return [kind.value for kind in kinds]
