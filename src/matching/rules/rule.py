"""A rule is a decision table over facts: the first line that holds answers; the unknown leaves several possible."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from typing import Any

import polars as pl

from matching.domain.codes import Approver, Outcome
from matching.facts.catalogue import referral
from matching.facts.fact import CATALOGUE, Fact, YesNo
from matching.facts.value import NO_FACTS, Condition, Value
from matching.rules.citation import Citation, Confidence
from matching.rules.sourced import FromASource

SLOT = re.compile(r"\{([\w.]+)\}")
"""A place in a sentence that a fact fills: {child.age_at_start}."""


class About(Enum):
    """What a rule judges: one child in one home, a home with everybody in it, or a home among all that there are."""

    PAIRING = ("referral", "figure", "child", "home", "pair")
    HOUSEHOLD = ("referral", "figure", "home", "household")
    OPTIONS = ("referral", "figure", "child", "home", "pair", "options")

    def may_speak_of(self, fact: str) -> bool:
        """Whether a rule about this may use the fact."""
        return fact.partition(".")[0] in self.value


PAIRING, HOUSEHOLD, OPTIONS = About.PAIRING, About.HOUSEHOLD, About.OPTIONS


@dataclass(frozen=True)
class Line:
    """One line of a table: what it answers, in which words, when; `applies` is False where the rule is not about it."""

    outcome: Outcome
    because: str
    when: Condition | YesNo | None
    approver: Approver | None = None
    by: Value[date] | None = None
    applies: bool = True
    asks: tuple[Fact[Any], ...] = ()

    def __post_init__(self) -> None:
        if unknown := set(SLOT.findall(self.because)) - set(CATALOGUE):
            raise NameError(f"{self.because!r} speaks of {sorted(unknown)}, which the catalogue does not hold")

    @cached_property
    def condition(self) -> Condition:
        """The line's condition; a line without one always holds."""
        if self.when is None:
            return Condition(pl.lit(True), NO_FACTS)
        return self.when if isinstance(self.when, Condition) else Condition(self.when.expr, self.when.facts)

    @property
    def in_words(self) -> str:
        """When the line answers."""
        return "otherwise" if self.when is None else self.when.phrase.text

    @cached_property
    def said(self) -> frozenset[str]:
        """The facts that the line's sentence and deadline name, and those that it asks for."""
        asked = frozenset(fact.name for fact in self.asks) | (referral.asked_on.facts if self.asks else NO_FACTS)
        return frozenset(SLOT.findall(self.because)) | (self.by.facts if self.by is not None else NO_FACTS) | asked


When = Condition | YesNo


def met(because: str, when: When | None = None) -> Line:
    """The rule is satisfied."""
    return Line(Outcome.MET, because, when)


def does_not_apply(because: str, when: When) -> Line:
    """The rule is not about this pairing."""
    return Line(Outcome.MET, because, when, applies=False)


def prohibited(because: str, when: When | None = None) -> Line:
    """The placement would be unlawful or impossible."""
    return Line(Outcome.PROHIBITED, because, when)


def needs(approver: Approver, because: str, when: When | None = None, by: Value[date] | None = None) -> Line:
    """Lawful only once somebody approves; `by` is the day by which, or on which it stops."""
    return Line(Outcome.NEEDS_APPROVAL, because, when, approver, by)


def cannot_tell(because: str, when: When | None = None, *, asks: tuple[Fact[Any], ...] = ()) -> Line:
    """People must find out before anybody can say; `asks` names what to find out."""
    return Line(Outcome.CANNOT_TELL, because, when, asks=asks)


Table = tuple[Line, ...]


def decide(*lines: Line, otherwise: Line) -> Table:
    """The first line whose condition holds answers; `otherwise` answers when none does."""
    if otherwise.when is not None or any(line.when is None for line in lines):
        raise ValueError("every line but the last needs a condition, and the last has none")
    return (*lines, otherwise)


@dataclass(frozen=True, eq=False, kw_only=True)
class Rule(FromASource):
    """One duty or prohibition with its source, the days on which it binds, and its table."""

    about: About
    table: Table

    def __post_init__(self) -> None:
        if foreign := sorted(f for f in self.facts if not self.about.may_speak_of(f)):
            raise NameError(f"{self.id} is about a {self.about.name.lower()} and may not speak of {foreign}")

    @cached_property
    def facts(self) -> frozenset[str]:
        """Every fact that the table uses or names."""
        return NO_FACTS.union(*(line.condition.facts | line.said for line in self.table))

    @cached_property
    def approvers(self) -> tuple[Approver, ...]:
        """Those who can give the approvals that the table asks for."""
        return tuple(dict.fromkeys(line.approver for line in self.table if line.approver))

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """The outcomes that the table can give, worst first."""
        return tuple(sorted({line.outcome for line in self.table}))

    def possible(self, holds: Sequence[bool | None]) -> tuple[int, ...]:
        """The lines that may answer, given what is known of each condition (one for each line but the last)."""
        sure = next((i for i, held in enumerate(holds) if held), len(holds))
        return (*(i for i in range(sure) if holds[i] is None), sure)


def rule(  # the register's columns, each of them said at every rule
    id: str,  # noqa: A002
    *,
    title: str,
    about: About,
    cites: Citation,
    confidence: Confidence,
    from_day: date,
    until_day: date | None = None,
) -> Callable[[Callable[[], Table]], Rule]:
    """Makes a rule of a function that gives its table; the function's docstring says what the rule means."""

    def build(table: Callable[[], Table]) -> Rule:
        means = " ".join((table.__doc__ or "").split())
        return Rule(
            id=id,
            title=title,
            means=means,
            cites=cites,
            confidence=confidence,
            from_day=from_day,
            until_day=until_day,
            about=about,
            table=table(),
        )

    return build
