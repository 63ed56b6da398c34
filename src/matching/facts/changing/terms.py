"""Terms of approval that a review of it could widen."""

from typing import Any

from matching.domain.approval import Terms
from matching.domain.codes import SexTaken
from matching.facts.catalogue import household, pair
from matching.facts.changing.situation import Situation
from matching.facts.changing.step import Changes, Proposed, of_home
from matching.facts.fact import AT_LEAST, AT_MOST

WIDER, LAST_AGE = 2, 17
"""Years, or children, by which terms are widened at most: beyond it would be another approval, not a wider one."""


def _terms(of: Situation) -> Terms | None:
    """The terms, of carers who may take other children than their own kin."""
    return of.home.approval.terms if of.fosters and of.home.approval and not of.of_others else None


def _change(of: Situation, **limits: Any) -> Changes:
    return of_home(of, {"approval": {"terms": limits}})


def younger(of: Situation) -> Proposed:
    """Terms for children as young as these."""
    terms = _terms(of)
    if terms and terms.age_min is not None and of.ages[0] < terms.age_min <= of.ages[0] + WIDER:
        yield (
            f"the terms of approval were from age {of.ages[0]} (now from {terms.age_min})",
            _change(of, age_min=of.ages[0]),
        )


def older(of: Situation) -> Proposed:
    """Terms for children as old as these are, or will be before the stay ends."""
    terms = _terms(of)
    for age in of.ages if terms and terms.age_max is not None else ():
        if terms and terms.age_max is not None and terms.age_max < age <= min(terms.age_max + WIDER, LAST_AGE):
            yield f"the terms of approval were to age {age} (now to {terms.age_max})", _change(of, age_max=age)


def any_sex(of: Situation) -> Proposed:
    """Terms for boys and girls."""
    terms = _terms(of)
    if terms and terms.sex in {SexTaken.M, SexTaken.F}:
        yield "the terms of approval were for boys and girls", _change(of, sex="any")


def more_children(of: Situation) -> Proposed:
    """Terms for as many children as would be fostered there."""
    terms, least, most = (
        _terms(of),
        of.most(household.fostered.name + AT_LEAST),
        of.most(household.fostered.name + AT_MOST),
    )
    if terms is None or terms.max_children is None or least is None or most is None:
        return
    for number in {least: None, most: None}:
        if terms.max_children < number <= terms.max_children + WIDER:
            yield (
                f"the terms of approval were for {number} children (now for {terms.max_children})",
                _change(of, max_children=number),
            )


def this_kind(of: Situation) -> Proposed:
    """Terms for the kind of stay that is asked for."""
    terms, kind = _terms(of), of.referral.kind
    if terms and terms.kinds and kind is not None and kind not in terms.kinds:
        kinds = [k.value for k in terms.kinds]
        yield (
            f"the terms of approval were for {kind.replace('_', '-')} stays too",
            _change(of, kinds=[*kinds, kind.value]),
        )


def long_term(of: Situation) -> Proposed:
    """Terms for long-term stays, where the plan is for the rest of childhood."""
    terms = _terms(of)
    if terms and terms.kinds and not any(row[pair.approved_long_term.name] for row in of.rows):
        kinds = [k.value for k in terms.kinds]
        yield "the terms of approval were for long-term stays too", _change(of, kinds=[*kinds, "long_term"])


def named_too(of: Situation) -> Proposed:
    """Terms that name these children besides those whom they name."""
    terms = _terms(of)
    missing = [child.id for child in of.children if terms and terms.children and child.id not in terms.children]
    if terms and terms.children and missing:
        yield f"the terms of approval named {', '.join(missing)} too", _change(of, children=[*terms.children, *missing])
