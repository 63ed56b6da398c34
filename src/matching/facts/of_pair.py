"""Facts of one child in each home of a register: distances, what the home lists for the child, what would be met."""

from collections.abc import Sequence

import numpy as np

from matching.domain.child import Child, KeepAway
from matching.domain.codes import NeedDomain, ReferralKind
from matching.domain.referral import Referral
from matching.facts.catalogue import home, pair
from matching.facts.days import happened
from matching.facts.fact import Fact
from matching.facts.ground import Ground
from matching.facts.kleene import Column, answered, known_where, nowhere_known
from matching.facts.links import Rows
from matching.facts.living import connected, in_any_entry, listed
from matching.facts.of_checks import check_columns, impact_accepted, impact_columns
from matching.facts.of_child import HALVES
from matching.facts.of_company import company_columns
from matching.facts.of_family import family_outcome
from matching.facts.of_family_time import family_time_columns
from matching.facts.of_risks import risk_columns
from matching.facts.of_siblings import sibling_columns
from matching.facts.of_stay import stay_columns
from matching.facts.question import Question
from matching.facts.records import NO_CONSENTS
from matching.facts.register import Register
from matching.facts.truth import NO, UNKNOWN, YES, Truths, truths
from matching.geography.distance import kilometres_between, miles_between, within
from matching.geography.postcodes import Place
from matching.geography.travel import journeys

ALL = slice(None)
LEAST_NEED = 2
"""The level from which a need is one that a statement of purpose must be for."""


def pair_columns(question: Question, child: Child, there: Truths, register: Register) -> list[Column]:
    """Every fact `pair.*` that is worked out from lists and places, in the order of the register."""
    accepted = impact_accepted(question, child, register)
    return [
        *distances(child, register),
        _near_a_place_to_avoid(child, register),
        answered(pair.lives_there, there),
        answered(pair.stays_in_home, in_any_entry(there.copy(), register)),
        *_listed(question, child, register),
        *terms_columns(question.referral, child, register),
        *skills_columns(child, register),
        family_outcome(child, connected(child, register), register, question.day),
        *check_columns(question, child, register),
        *impact_columns(question, child, accepted, register),
        *risk_columns(child, register),
        *_identity(child, register),
        _needs_in_purpose(child, register),
        *sibling_columns(question, child, register),
        *company_columns(question, child, accepted, register),
        *family_time_columns(child, register),
        *stay_columns(question, child, there, register),
    ]


def distances(child: Child, register: Ground) -> list[Column]:
    """Miles and minutes from home and to school, the minutes to school with their band."""
    lives = register.directory.find(child.home_postcode or None)
    learns = register.directory.find(child.school.postcode if child.school else None)
    from_home = (pair.minutes_from_home,)
    to_school = (pair.minutes_to_school, pair.minutes_to_school_least, pair.minutes_to_school_most)
    return [
        *_journey(pair.miles_from_home, from_home, lives, register),
        *_journey(pair.miles_to_school, to_school, learns, register),
    ]


def _journey(miles: Fact[float], minutes: Sequence[Fact[int]], place: Place | None, register: Ground) -> list[Column]:
    """Miles by the straight line, and minutes by the fitted model: about so many, at least and at most."""
    if place is None:
        return [nowhere_known(miles), *map(nowhere_known, minutes)]
    places = register.places
    far = miles_between(place.easting, place.northing, places.easting, places.northing)
    found = journeys(kilometres_between(place.easting, place.northing, places.easting, places.northing))
    columns = zip(minutes, (found.central, found.least, found.most), strict=False)
    return [known_where(miles, far, places.known), *(known_where(fact, m, places.known) for fact, m in columns)]


def _near_a_place_to_avoid(child: Child, register: Register) -> Column:
    found = truths(register.size, UNKNOWN if child.keep_away_from is None else NO)
    for place in child.keep_away_from or ():
        found = np.maximum(found, _near(place, register))
    return answered(pair.near_a_place_to_avoid, found)


def _near(place: KeepAway, register: Register) -> Truths:
    """Which homes lie within the place's miles."""
    at, places = register.directory.find(place.postcode), register.places
    if at is None or place.miles is None:
        return truths(register.size, UNKNOWN)
    near = within(place.miles, at.easting, at.northing, places.easting, places.northing)
    return np.where(places.known, np.where(near, YES, NO), UNKNOWN).astype(np.int8)


def _listed(question: Question, child: Child, register: Register) -> list[Column]:
    """What the homes list for the child: connection, school, offer, consent, access, impact."""
    lists = register.lists
    offered = lists.offered_to.flags([question.referral.id], register.size)
    return [
        answered(pair.connected, connected(child, register)),
        answered(pair.keeps_school, keeps_school(child, register)),
        answered(pair.offered, np.where(offered, YES, np.where(lists.offered_to_unnamed, UNKNOWN, NO))),
        answered(pair.service_consents, _service_consents(question, child, register)),
        answered(pair.access_met, _access(child, register)),
    ]


def keeps_school(child: Child, register: Register, rows: Rows | slice = ALL) -> Truths:
    """Which homes, of those in some rows, list the child's school; one that keeps none keeps not this one either."""
    urn, lists = child.school.urn if child.school else None, register.lists
    listing = lists.can_keep.flags([urn] if urn else [], register.size)[rows]
    unsure = lists.can_keep_unknown[rows] if urn else ~lists.can_keep_none[rows]
    return np.where(listing, YES, np.where(unsure, UNKNOWN, NO)).astype(np.int8)


def _service_consents(question: Question, child: Child, register: Register) -> Truths:
    """Homes whose own service has consented to this child's coming."""
    found, consents = truths(register.size), register.lists.consents.get(child.id, NO_CONSENTS)
    np.maximum.at(found, consents.home, np.minimum(consents.by_own_service, happened(consents.on, question.day)))
    return found


def _access(child: Child, register: Register) -> Truths:
    """Which homes have every kind of access that the child cannot do without."""
    if child.access_needs is None:
        return truths(register.size, UNKNOWN)
    found = truths(register.size, YES)
    for need in child.access_needs:
        has = register.lists.access.flags([need], register.size)
        found = np.minimum(found, listed(has, register, home.access.name))
    return found


def terms_columns(referral: Referral, child: Child, register: Register) -> list[Column]:
    """Whether the terms of approval hold the kind of placement, and whether they name the child."""
    lists, size = register.lists, register.size
    kinds = np.zeros(size, dtype=np.bool_)
    for kind in sufficient_terms(referral.kind):
        kinds |= lists.kinds[kind.value]
    within = listed(lists.any_kind | kinds, register, home.terms.name)
    if referral.kind is None:
        within = np.where(lists.any_kind, YES, UNKNOWN).astype(np.int8)
    named = listed(lists.named_in_terms.flags([child.id], size), register, home.terms.name)
    return [answered(pair.kind_within_terms, within), answered(pair.named_in_terms, named)]


def sufficient_terms(kind: ReferralKind | None) -> tuple[ReferralKind, ...]:
    """The kinds of approval that cover a kind of placement: bridging and stepping down are short stays."""
    if kind in {ReferralKind.BRIDGING, ReferralKind.STEP_DOWN}:
        return (kind, ReferralKind.SHORT_TERM)
    return (kind,) if kind else ()


def skills_columns(child: Child, register: Ground) -> list[Column]:
    """How many of the child's needs the recorded skills meet, and how many they fall short of; and by their levels."""
    needs = {domain: level for domain, level in (child.needs or {}).items() if level}
    level = np.array(list(needs.values()), dtype=np.int32)
    skill = np.array([register.skills[domain.value] for domain in needs], dtype=np.int32).reshape(
        len(needs), register.size
    )
    meets, known = skill >= level[:, None], skill >= 0
    nearly = level @ (skill == level[:, None] - 1)
    met, told = meets.sum(axis=0), known.sum(axis=0)
    covered = HALVES * (level @ meets) + nearly
    columns = (
        (pair.needs_met, met),
        (pair.needs_unmet, told - met),
        (pair.needs_untold, len(needs) - told),
        (pair.need_covered, covered),
        (pair.need_not_covered, HALVES * (level @ known) - covered),
    )
    graded = child.needs is not None
    return [known_where(fact, numbers.astype(np.int32), graded) for fact, numbers in columns]


def _identity(child: Child, register: Register) -> list[Column]:
    """What is shown of language and religion: consideration is given to them, and they decide nothing."""
    lists, size = register.lists, register.size
    spoken = lists.languages.flags([word.lower() for word in child.languages or ()], size)
    alike = lists.religion.flags([child.religion.lower()] if child.religion else [], size)
    unknown = truths(size, UNKNOWN)
    shared = unknown if child.languages is None else listed(spoken, register, home.languages.name)
    same = unknown if child.religion is None else listed(alike, register, home.religion.name)
    return [answered(pair.language_shared, shared), answered(pair.religion_shared, same)]


def _needs_in_purpose(child: Child, register: Register) -> Column:
    """Whether the statement of purpose is for every need of the child that is more than low."""
    asked = [d for d, level in child.needs.items() if level >= LEAST_NEED] if child.needs is not None else NeedDomain
    found = np.ones(register.size, dtype=np.bool_)
    for domain in asked:
        found &= register.lists.purpose[domain.value]
    silent = register.silent[home.registration.name] & bool(list(asked))
    return known_where(pair.needs_in_purpose, found, ~silent if child.needs is not None else found)
