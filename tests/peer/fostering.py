"""Regulation 22 of the Care Planning, Placement and Case Review Regulations 2010: with approved foster carers."""

from tests.peer.household import IS_FOSTERED, consents, others_consent, would_be
from tests.peer.knowing import (
    CANNOT_TELL,
    MET,
    NEEDS_APPROVAL,
    PROHIBITED,
    Known,
    Possible,
    asked,
    by_day,
    every,
    known_in,
    same,
    some,
)
from tests.peer.law import Instrument, Law
from tests.peer.pairing import Pairing, limit
from tests.peer.within import age_fits, sex_fits, valid_offer

FOSTERING = Instrument()
AWAITED = {"temporary", "none"}


def _of_approved_carers(said: Law) -> Law:
    """Regulation 22 is met by other kinds of home, and by connected carers whose approval is still awaited."""

    def judged(pair: Pairing) -> Possible:
        if not pair.fostering:
            return MET
        awaited = known_in(pair.approval.status, AWAITED)
        return asked(every(pair.home.kind == "connected_foster", awaited), MET, said(pair))

    return judged


def _within_terms(pair: Pairing, within: Known) -> Possible:
    """Outside the terms of approval only in an emergency, for six working days."""
    return asked(within, MET, asked(pair.asked.referral.emergency, NEEDS_APPROVAL, PROHIBITED))


@FOSTERING.law("CPPCR-22-APPROVED")
@_of_approved_carers
def approved(pair: Pairing) -> Possible:
    status = pair.approval.status
    adopters = every(pair.home.kind == "foster_for_adoption", known_in(status, AWAITED))
    stays_on_hold = every(same(status, "on_hold"), pair.lives_there)
    return asked(some((same(status, "active"), adopters)), MET, asked(stays_on_hold, CANNOT_TELL, PROHIBITED))


@FOSTERING.law("CPPCR-22-AGREEMENT")
@_of_approved_carers
def agreement(pair: Pairing) -> Possible:
    return asked(by_day(pair.approval.agreement_signed, pair.asked.case.as_of), MET, PROHIBITED)


@FOSTERING.law("CPPCR-22-AGE")
@_of_approved_carers
def age_within_terms(pair: Pairing) -> Possible:
    least = None if pair.terms is None else pair.terms.age_min or 0
    return _within_terms(pair, age_fits(pair, least, limit(pair.terms, "age_max")))


@FOSTERING.law("CPPCR-22-NUMBER")
@_of_approved_carers
def number_within_terms(pair: Pairing) -> Possible:
    return _within_terms(pair, would_be(pair, IS_FOSTERED).within(limit(pair.terms, "max_children")))


@FOSTERING.law("CPPCR-22-SEX")
@_of_approved_carers
def sex_within_terms(pair: Pairing) -> Possible:
    return _within_terms(pair, None if pair.terms is None else sex_fits(pair, pair.terms.sex))


@FOSTERING.law("CPPCR-22-KIND")
@_of_approved_carers
def kind_within_terms(pair: Pairing) -> Possible:
    kind = pair.asked.referral.kind
    if pair.terms is None:
        return _within_terms(pair, None)
    kinds = pair.terms.kinds
    short = known_in(kind, {"bridging", "step_down"})
    listed = [some((same(k, kind), every(k == "short_term", short))) for k in kinds or ()]
    return _within_terms(pair, True if kinds is None else some(listed))


@FOSTERING.law("CPPCR-22-NAMED")
@_of_approved_carers
def named_in_terms(pair: Pairing) -> Possible:
    if pair.terms is None:
        return asked(None, MET, PROHIBITED)
    return asked(not pair.terms.children or pair.child.id in pair.terms.children, MET, PROHIBITED)


@FOSTERING.law("CPPCR-22-CONSENT")
@_of_approved_carers
def own_service_consents(pair: Pairing) -> Possible:
    consent = some((consents(pair, pair.approval.approved_by, pair.child), valid_offer(pair)))
    return asked(some((pair.lives_there, pair.own_approved, consent)), MET, NEEDS_APPROVAL)


@FOSTERING.law("CPPCR-22-OTHERS")
@_of_approved_carers
def other_authorities_consent(pair: Pairing) -> Possible:
    nobody_new = every(*(pair.lives_here(child) for child in pair.asked.arriving))
    return asked(some((nobody_new, pair.own_approved, others_consent(pair))), MET, NEEDS_APPROVAL)
