"""What one rule found of a child in a home: its outcome, why, what is missing, and the approval that settled it."""

from datetime import date

from matching.domain.noun import Noun


class MissingFact(Noun):
    """What nobody has recorded and an answer needs."""

    fact: str
    words: str


class ApprovalCounted(Noun):
    """An approval that was given, or refused, and settled a finding."""

    by: str
    on: date
    until: date | None = None
    conditions: str | None = None
    refused: bool = False


class Finding(Noun):
    """What one rule found. `child` says of whom, where several children arrive and the rule is about each.

    `facts` names what it rests on; their values stand once, with the option, its pairing or the ranking. `approval` is
    the one that settled it, and `approver` then says whose it had to be.
    """

    rule: str
    outcome: str
    because: str
    applies: bool = True
    facts: tuple[str, ...] = ()
    missing: tuple[MissingFact, ...] = ()
    approver: str | None = None
    by: date | None = None
    child: str | None = None
    approval: ApprovalCounted | None = None
