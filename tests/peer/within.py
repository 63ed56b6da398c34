"""What several rules ask: ages and sexes that a home takes, and whether its offer stands."""

from tests.peer.knowing import Known, at_least, at_most, bounded, every, same
from tests.peer.pairing import Pairing


def age_fits(pair: Pairing, least: float | None, most: float | None) -> Known:
    """Whether the child is of these ages from the first day to the last."""
    ends_within = bounded(*pair.age_at_end, most)
    return every(at_least(pair.age_at_start, least), at_most(pair.age_at_start, most), ends_within)


def sex_fits(pair: Pairing, taken: str | None) -> Known:
    """Whether a home that takes children of one sex, or of any, takes this child; a limit left out is none."""
    sex = None if pair.child.sex == "U" else pair.child.sex
    return True if taken in {None, "any"} else same(sex, taken)


def offered(pair: Pairing) -> Known:
    """Whether the home was offered for this referral."""
    offer = pair.home.offer
    return False if offer is None else same(offer.referral, pair.asked.referral.id)


def valid_offer(pair: Pairing) -> Known:
    """Whether the home was offered for this referral, and the offer still stands."""
    until = pair.home.offer.valid_until if pair.home.offer else None
    return every(offered(pair), None if until is None else until >= pair.asked.case.as_of)
