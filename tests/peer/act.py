"""The Children Act 1989."""

from tests.peer.family import ruled_out
from tests.peer.household import IS_FOSTERED, all_siblings, exempted, would_be
from tests.peer.knowing import (
    CANNOT_TELL,
    MET,
    NEEDS_APPROVAL,
    PROHIBITED,
    Possible,
    asked,
    by_day,
    every,
    first_of,
    known_in,
    opposite,
    same,
    some,
)
from tests.peer.law import Instrument
from tests.peer.pairing import Pairing

ACT = Instrument()
USUAL_LIMIT = 3
DECIDED_BY_PEOPLE = {"E1", "J1", "V3", "V4"}


@ACT.law("CA89-22C-2")
def parents(pair: Pairing) -> Possible:
    return asked(ruled_out(pair), PROHIBITED, MET) if pair.home.kind == "parent" else MET


@ACT.law("CA89-22C-7A")
def family_and_friends(pair: Pairing) -> Possible:
    return MET if pair.home.kind == "parent" else asked(ruled_out(pair), PROHIBITED, MET)


@ACT.law("CA89-22C-9A")
def early_permanence_sets_the_order_only(pair: Pairing) -> Possible:
    return MET


@ACT.law("CA89-20")
def agreement_under_section_20(pair: Pairing) -> Possible:
    said = pair.child.s20
    given = said is not None and said.consent_by is not None and said.on is not None
    agreed = every(given, by_day(said.on, pair.asked.case.as_of) if said else False)
    objection = said.objection if said else None
    return first_of(
        (opposite(same(pair.child.legal_status, "V2")), MET),
        (pair.home.kind == "parent", MET),
        (None if pair.child.parental_responsibility is None else not pair.child.parental_responsibility, MET),
        (objection, NEEDS_APPROVAL),
        (every(agreed, opposite(objection)), MET),
        otherwise=CANNOT_TELL,
    )


@ACT.law("CA89-25")
def secure_or_deprived_of_liberty(pair: Pairing) -> Possible:
    return asked(some((pair.home.kind == "secure", pair.child.deprivation_of_liberty)), PROHIBITED, MET)


@ACT.law("POL-MANUAL-LANE")
def people_decide_this(pair: Pairing) -> Possible:
    return asked(known_in(pair.child.legal_status, DECIDED_BY_PEOPLE), PROHIBITED, MET)


@ACT.law("CA89-SCH7")
def usual_fostering_limit(pair: Pairing) -> Possible:
    if not pair.fostering:
        return MET
    few = would_be(pair, IS_FOSTERED).within(USUAL_LIMIT)
    return asked(some((few, all_siblings(pair), exempted(pair))), MET, NEEDS_APPROVAL)
