"""What homes recorded about single children, a row a record: checks, consents, assessments of impact."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from matching.domain.codes import ImpactOutcome
from matching.domain.home import Check, Consent, Home, ImpactAssessment
from matching.facts.days import Days, days
from matching.facts.links import NO_ROWS, Flags, Rows
from matching.facts.truth import Truths, truth

About = TypeVar("About", Consent, ImpactAssessment, Check)
Of = TypeVar("Of")
ACCEPTS = frozenset({ImpactOutcome.ACCEPT, ImpactOutcome.ACCEPT_WITH_CONDITIONS})
REJECTS = frozenset({ImpactOutcome.REJECT})


@dataclass(frozen=True, slots=True)
class Checks:
    """Regulation 27's steps for one child: by which home, and when each was done; `excused` says why no visit."""

    home: Rows
    suitable: Days
    visited: Days
    excused: Flags
    informed: Days

    @classmethod
    def of(cls, home: Rows, said: Sequence[Check]) -> "Checks":
        """From the records, with the row of the home of each."""
        return cls(
            home,
            days(c.suitable_on for c in said),
            days(c.visited_on for c in said),
            np.array([bool(c.visit_not_practicable_because) for c in said], dtype=np.bool_),
            days(c.iro_informed_on for c in said),
        )


@dataclass(frozen=True, slots=True)
class Consents:
    """Consents to one child's coming: in which home, by whom, when, and whether by the service of those carers."""

    home: Rows
    by: tuple[str | None, ...]
    by_own_service: Truths
    on: Days

    @classmethod
    def of(cls, home: Rows, said: Sequence[Consent], approved_by: Sequence[str | None]) -> "Consents":
        """From the records, with the row of the home of each, and who approved the carers of each row."""
        own = [same(c.by, approved_by[row]) for row, c in zip(home.tolist(), said, strict=True)]
        return cls(home, tuple(c.by for c in said), np.array(own, dtype=np.int8), days(c.on for c in said))


@dataclass(frozen=True, slots=True)
class Assessments:
    """Assessments of one child's coming: by which home, what came of it, and when."""

    home: Rows
    accepts: Truths
    rejects: Truths
    on: Days

    @classmethod
    def of(cls, home: Rows, said: Sequence[ImpactAssessment]) -> "Assessments":
        """From the records, with the row of the home of each."""
        return cls(home, _among(said, ACCEPTS), _among(said, REJECTS), days(a.on for a in said))


def _among(said: Sequence[ImpactAssessment], outcomes: frozenset[ImpactOutcome]) -> Truths:
    return np.array([truth(None if a.outcome is None else a.outcome in outcomes) for a in said], dtype=np.int8)


def same(one: str | None, other: str | None) -> int:
    """Whether two are the same; unknown where either is not recorded."""
    return truth(None if one is None or other is None else one == other)


def by_child(
    homes: Sequence[Home], listed: Callable[[Home], Iterable[About] | None], of: Callable[[Rows, Sequence[About]], Of]
) -> Mapping[str | None, Of]:
    """What the homes recorded, by the child; under None what does not say about whom."""
    found: dict[str | None, tuple[list[int], list[About]]] = {}
    for row, home in enumerate(homes):
        for record in listed(home) or ():
            rows, records = found.setdefault(record.child, ([], []))
            rows.append(row)
            records.append(record)
    return {child: of(np.array(rows, dtype=np.int64), records) for child, (rows, records) in found.items()}


NO_CHECKS, NO_ASSESSMENTS, NO_CONSENTS = (
    Checks.of(NO_ROWS, ()),
    Assessments.of(NO_ROWS, ()),
    Consents.of(NO_ROWS, (), ()),
)
