"""Why a home is not first, or not an option, and what somebody could really change about that."""

from datetime import date
from typing import Any

from matching.domain.finding import Finding
from matching.domain.noun import Noun


class StepOffered(Noun):
    """One fact that somebody could make otherwise, and the change that a what-if takes to say so.

    `found_out` where nobody recorded it, and it may turn out so.
    """

    fact: str
    words: str
    by: str
    change: dict[str, Any]
    found_out: bool = False


class ChangeOffered(Noun):
    """A smallest set of steps that flips the answer, and how the home would then stand; it was asked again and did.

    None of the steps can be left out. `change` is what a what-if takes to ask it once more.
    """

    steps: tuple[StepOffered, ...]
    change: dict[str, Any]
    standing: str
    tier: str
    rank: int
    of: int
    suitability: float
    approvals: tuple[str, ...] = ()


class NotToChange(Noun):
    """What rules a home out and nobody is offered to change: it protects a child, says who somebody is, or is so."""

    rule: str
    because: str
    protects: bool


class CriterionGap(Noun):
    """How far two homes are apart in one criterion: points of each, None where it is not asked of the home.

    `by` is what that is worth in points of suitability; above 0 it speaks for the home that stands before.
    """

    criterion: str
    head: str
    question: str
    this: float | None
    other: float | None
    by: float


class Behind(Noun):
    """The home that stands first, in the tier or of all, what puts it before this one, and in which criteria.

    `decided_by` is tier, early_permanence, residential, band, siblings, school, wishes, cost, suitability, standing or
    id. `gaps` are the criteria in which they differ, the one that counts most first.
    """

    home: str
    name: str | None
    tier: str
    rank: int
    decided_by: str
    suitability: float
    gaps: tuple[CriterionGap, ...]


class LivesHere(Noun):
    """A child who lives in the home now: a move from it is what is to be weighed first."""

    child: str
    since: date | None
    matched: bool


class WhyNot(Noun):
    """Why one home is not first for the children of a referral, and the smallest changes that would make it so.

    `standing` is first, outranked, ruled_out or people_decide. Of a home that is ruled out `ruled_out_by` are the
    findings, `lawful_if` the smallest changes after which no rule forbids it, and `not_to_change` what nobody is
    offered to change. Of one that is outranked `behind` is the first of its tier, and the first of all where that is
    another; `first_in_tier_if` and `first_of_all_if` are the smallest changes that would put it there. None is of more
    than `steps_sought` steps. `said` is all of it in sentences for a panel, `said_to_child` for the child.
    """

    referral: str
    children: tuple[str, ...]
    home: str
    name: str | None
    kind: str
    tier: str
    standing: str
    rank: int | None
    options: int
    lives_here: tuple[LivesHere, ...]
    facts_hash: str
    ruled_out_by: tuple[Finding, ...] = ()
    not_to_change: tuple[NotToChange, ...] = ()
    lawful_if: tuple[ChangeOffered, ...] = ()
    behind: tuple[Behind, ...] = ()
    first_in_tier_if: tuple[ChangeOffered, ...] = ()
    first_of_all_if: tuple[ChangeOffered, ...] = ()
    steps_sought: int = 0
    said: tuple[str, ...] = ()
    said_to_child: tuple[str, ...] = ()
