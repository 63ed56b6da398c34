"""Facts of one child in each home of a register: distances, what the home lists for the child, what would be met."""

from collections.abc import Callable, Mapping

import numpy as np
import polars as pl

from matching.domain.child import Child, KeepAway
from matching.domain.codes import FOSTERING, Assessment
from matching.domain.referral import Referral
from matching.facts.catalogue import home, household, pair
from matching.facts.fact import Fact
from matching.facts.kleene import Column, known_where, nowhere_known, yes_unless
from matching.facts.links import Flags, all_of
from matching.facts.question import Question
from matching.facts.register import Register
from matching.geography.distance import kilometres_between, miles_between, within
from matching.geography.postcodes import Place
from matching.geography.travel import journeys


def pair_columns(question: Question, child: Child, there: Flags, register: Register) -> list[Column]:
    """Every fact `pair.*` that is worked out from lists and places, in the order of the register."""
    return [
        *_distances(child, register),
        _near_a_place_to_avoid(child, register),
        yes_unless(pair.lives_there, there, child.current_home is None),
        *_listed(question, child, register),
        *_terms(question.referral, child, register),
        *_skills(child, register),
        _siblings_together(question, child, register),
    ]


def _distances(child: Child, register: Register) -> list[Column]:
    lives = register.directory.find(child.home_postcode)
    learns = register.directory.find(child.school.postcode if child.school else None)
    return [_miles(pair.miles_from_home, lives, register), *_journey(learns, register)]


def _miles(fact: Fact[float], place: Place | None, register: Register) -> Column:
    places = register.places
    if place is None:
        return nowhere_known(fact)
    miles = miles_between(place.easting, place.northing, places.easting, places.northing)
    return known_where(fact, miles, places.known)


def _journey(school: Place | None, register: Register) -> list[Column]:
    """Miles to school, and minutes by the fitted model with their band."""
    names = (pair.minutes_to_school, pair.minutes_to_school_least, pair.minutes_to_school_most)
    miles = _miles(pair.miles_to_school, school, register)
    if school is None:
        return [miles, *(nowhere_known(f) for f in names)]
    places = register.places
    found = journeys(kilometres_between(school.easting, school.northing, places.easting, places.northing))
    columns = zip(names, (found.central, found.least, found.most), strict=True)
    return [miles, *(known_where(fact, minutes, places.known) for fact, minutes in columns)]


def _near_a_place_to_avoid(child: Child, register: Register) -> Column:
    near, unsure = np.zeros((2, register.size), dtype=np.bool_)
    for place in child.keep_away_from or ():
        found, unknown = _near(place, register)
        near |= found
        unsure |= unknown
    return yes_unless(pair.near_a_place_to_avoid, near, unsure | (child.keep_away_from is None))


def _near(place: KeepAway, register: Register) -> tuple[Flags, Flags]:
    """Which homes lie within the place's miles, and of which that is not known."""
    at, places = register.directory.find(place.postcode), register.places
    if at is None or place.miles is None:
        return np.zeros(register.size, dtype=np.bool_), np.ones(register.size, dtype=np.bool_)
    near = within(place.miles, at.easting, at.northing, places.easting, places.northing)
    return near & places.known, ~places.known


def _listed(question: Question, child: Child, register: Register) -> list[Column]:
    """What the homes list for the child: connection, school, offer, consent, access, impact."""
    lists, size = register.lists, register.size
    urn = child.school.urn if child.school else None
    return [
        yes_unless(pair.connected, lists.connected_to.flags([child.id], size), _null(home.connected_to, register)),
        yes_unless(
            pair.keeps_school, lists.can_keep.flags([urn] if urn else [], size), lists.can_keep_unknown | (urn is None)
        ),
        yes_unless(pair.offered, lists.offered_to.flags([question.referral.id], size)),
        yes_unless(pair.service_consents, _service_consents(child, register)),
        _access(child, register),
        yes_unless(pair.impact_accepted, lists.accepted.flags([child.id], size)),
    ]


def _null(fact: Fact[bool], register: Register) -> Flags:
    nulls: Flags = register.frame.get_column(fact.name).is_null().to_numpy()
    return nulls


def _service_consents(child: Child, register: Register) -> Flags:
    """Homes whose own service has consented to this child's coming."""
    flags = np.zeros(register.size, dtype=np.bool_)
    approved_by = register.approved_by
    for (by, named), rows in register.lists.consents.items():
        if named == child.id:
            flags[rows[approved_by[rows] == by]] = True
    return flags


def _access(child: Child, register: Register) -> Column:
    met = all_of(register.lists.access, child.access_needs or (), register.size)
    recorded = np.full(register.size, child.access_needs is not None)
    nothing_needed = recorded & (not child.access_needs)
    unknown = ~recorded | (_null(home.access, register) & ~nothing_needed)
    return yes_unless(pair.access_met, met & ~unknown, unknown)


def _terms(referral: Referral, child: Child, register: Register) -> list[Column]:
    lists, silent = register.lists, _null(home.terms, register)
    kinds = lists.kinds[referral.kind.value] if referral.kind else np.zeros(register.size, dtype=np.bool_)
    unasked = silent | (referral.kind is None)
    return [
        yes_unless(pair.kind_within_terms, lists.any_kind | kinds, unasked),
        yes_unless(pair.named_in_terms, lists.named_in_terms.flags([child.id], register.size), silent),
    ]


def _skills(child: Child, register: Register) -> list[Column]:
    """How many of the child's needs the recorded skills meet, and how many they fall short of."""
    met, short = np.zeros((2, register.size), dtype=np.int32)
    for domain, level in (child.needs or {}).items():
        skill = register.skills[domain.value]
        met += (level > 0) & (skill >= level)
        short += (level > 0) & (skill >= 0) & (skill < level)
    known = child.needs is not None
    return [known_where(pair.needs_met, met, known), known_where(pair.needs_unmet, short, known)]


def _siblings_together(question: Question, child: Child, register: Register) -> Column:
    """Whether every sibling who should live with the child arrives too, or lives there."""
    apart = {s.child for c in question.everyone for s in c.siblings or () if s.assessment is Assessment.APART}
    wanted = [s.child for s in child.siblings or () if s.child and s.assessment is not Assessment.APART]
    elsewhere = [i for i in wanted if i not in question.arriving and not (child.id in apart and i in apart)]
    together = np.ones(register.size, dtype=np.bool_)
    for sibling in elsewhere:
        together &= _lives_in(sibling, question, register)
    return yes_unless(pair.siblings_together, together & (child.siblings is not None), child.siblings is None)


def _lives_in(child_id: str, question: Question, register: Register) -> Flags:
    """Homes in which somebody lives, by the home's record or by the child's own."""
    flags = np.zeros(register.size, dtype=np.bool_)
    flags[register.people.home[register.people.by_id.rows([child_id])]] = True
    homes = {c.current_home for c in question.everyone if c.id == child_id and c.current_home}
    flags[[register.row_of[h] for h in homes if h in register.row_of]] = True
    return flags


def derived(question: Question) -> list[pl.Expr]:
    """The facts `pair.*` that are worked out from other columns, row by row."""
    adjoining = question.authority.adjoining
    authority, responsible = pl.col(home.authority.name), pl.col("child.responsible_authority")
    adjoins = pl.lit(None, dtype=pl.Boolean) if adjoining is None else authority.is_in(list(adjoining))
    abroad = pl.col(home.abroad.name)
    return [
        ((authority == responsible) & ~abroad.fill_null(False)).alias(pair.in_area.name),
        (adjoins & ~abroad.fill_null(False)).alias(pair.in_adjoining_area.name),
        (pl.col(home.approved_by.name) == responsible).alias(pair.own_approved.name),
    ]


WISHES: Mapping[str, Callable[[], pl.Expr]] = {
    "same_school": lambda: pl.col(pair.school_kept.name),
    "with_siblings": lambda: pl.col(pair.siblings_together.name),
    "stay": lambda: pl.col(pair.lives_there.name),
    "family_home": lambda: pl.col(home.kind.name).is_in([k.value for k in sorted(FOSTERING)]),
    "no_other_children": lambda: pl.col(household.residents.name) == pl.col(household.arriving.name),
}
"""The wishes that columns can answer; any other is unknown, and unknown is never met."""


def school_kept() -> pl.Expr:
    """Whether the child can stay at the same school: the home says so, or the journey is short enough."""
    near = pl.col(pair.minutes_to_school.name) <= pl.col("child.longest_school_journey")
    return (pl.col(pair.keeps_school.name) | near).alias(pair.school_kept.name)


def wishes_met(child: Child) -> pl.Expr:
    """Whether all that the child wants would be so, and nothing that the child does not want."""
    wishes = child.wishes
    unknown = pl.lit(None, dtype=pl.Boolean)
    if wishes is None or wishes.wants is None:
        return unknown.alias(pair.wishes_met.name)
    wanted = [WISHES[w]() if w in WISHES else unknown for w in wishes.wants]
    unwanted = [~WISHES[w]() if w in WISHES else unknown for w in wishes.does_not_want or ()]
    return pl.all_horizontal([pl.lit(True), *wanted, *unwanted]).alias(pair.wishes_met.name)
