"""A referral: a home is asked for, for one child or for siblings together."""

from datetime import date
from typing import Annotated

from pydantic import Field

from matching.domain.ages import eighteenth_birthday
from matching.domain.codes import EmergencyBecause, ReferralKind, Urgency
from matching.domain.noun import Day, Flag, Id, Noun, WordList, Words


class Referral(Noun):
    """What is asked for, from which day, and for how long."""

    id: Id
    children: Annotated[tuple[Id, ...], Field(min_length=1, max_length=20)]
    start: Day
    expected_end: Day | None = None
    emergency: Flag | None = None
    emergency_because: EmergencyBecause | None = None
    kind: ReferralKind | None = None
    reason: Words | None = None
    required: WordList | None = None
    urgency: Urgency | None = None


def end_of_stay(referral: Referral, born: date) -> date | None:
    """The day a child's stay is expected to end: as said, else the 18th birthday of a long-term stay, else unknown."""
    if referral.expected_end is None and referral.kind is ReferralKind.LONG_TERM:
        return eighteenth_birthday(born)
    return referral.expected_end
