"""What was settled before: homes already agreed, and approvals already given."""

from matching.domain.codes import Approver
from matching.domain.noun import Day, Flag, Id, Noun, Words


class Decided(Noun):
    """A home already agreed for a child; without `until` it has no end."""

    child: Id | None = None
    home: Id | None = None
    on: Day | None = None
    start: Day | None = None
    until: Day | None = None


class GivenApproval(Noun):
    """An approval that somebody gave, or refused, for one child in one home."""

    rule: Id | None = None
    child: Id | None = None
    home: Id | None = None
    referral: Id | None = None
    by: Approver | None = None
    on: Day | None = None
    until: Day | None = None
    conditions: Words | None = None
    refused: Flag | None = None
