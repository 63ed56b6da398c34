"""Which words of a fault's place may be shown: the contract's own. What a caller made up could be anybody's name."""

import re
from collections.abc import Iterator
from functools import cache

from matching.data.policies import read_policy, shipped_policies
from matching.data.shape import fields_of
from matching.domain.case import PolicyChoice
from matching.domain.codes import NeedDomain
from matching.domain.noun import Noun
from matching.scoring.criterion import Head
from matching.scoring.weighing import CRITERIA

STEP = re.compile(r"(?:^|\.)([^.\[\]]+)((?:\[[^\[\]]*\])*)(?=\.|$)")
A_PLACE_IN_TEXT = re.compile(r"line \d+, column \d+")


def safe_field(field: str) -> str:
    """The field, down to the first word that the contract does not know."""
    if A_PLACE_IN_TEXT.fullmatch(field):
        return field
    end = 0
    for step in STEP.finditer(field):
        if step.start() != end or step[1] not in words():
            break
        end = step.end()
    return field[:end]


@cache
def words() -> frozenset[str]:
    """Every word that can stand in a place: names of fields, domains of need, criteria, heads and figures."""
    return frozenset([*_fields(Noun), *NeedDomain, *(c.id for c in CRITERIA), *(h.value for h in Head), *_figures()])


def _fields(noun: type[Noun]) -> Iterator[str]:
    yield from fields_of(noun)
    for below in noun.__subclasses__():
        yield from _fields(below)


def _figures() -> Iterator[str]:
    for name in shipped_policies():
        yield from read_policy(PolicyChoice(name=name)).figures
