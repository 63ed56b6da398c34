"""What could be asked about a child or a referral of which nobody recorded it, and how it could turn out."""

from collections.abc import Callable

from matching.domain.child import Child
from matching.domain.codes import ReferralKind
from matching.facts.catalogue import child, household, referral
from matching.facts.changing.answers import (
    Askable,
    Tables,
    half_a_year_on,
    of_each_child,
    of_the_referral,
    said,
)
from matching.facts.changing.situation import Situation
from matching.facts.changing.who import Who

NEAR_IT = 1.0
"""Miles from a place that the child might have to be kept away from."""


def _risk_not_taken(of: Situation, _: Child) -> Tables | None:
    """A risk now that the home does not take; none where there is none that it does not."""
    refused = of.home.does_not_take or ()
    return {"risks": [{"kind": refused[0].value, "level": "current"}]} if refused else None


def _somebody_there(of: Situation, _: Child) -> Tables | None:
    """That the child must not live with somebody who lives in the home."""
    arriving = of.question.arriving
    who = next((m.id for m in of.home.household or () if m.id and m.id not in arriving), None)
    return {"must_not_live_with": [who]} if who else None


def _away_from_there(of: Situation, _: Child) -> Tables | None:
    """That the child must keep away from the place where the home is."""
    postcode = of.home.postcode
    return {"keep_away_from": [{"postcode": postcode, "miles": NEAR_IT}]} if postcode else None


def _wants(wish: str) -> Callable[[Situation, Child], Tables]:
    """That the child was asked, and wishes for one thing."""

    def said_so(of: Situation, _: Child) -> Tables:
        return {"wishes": {"ascertained_on": of.day.isoformat(), "wants": [wish], "does_not_want": []}}

    return said_so


def _not_asked(child: Child) -> bool:
    """Whether nobody has recorded what the child wishes, nor why it could not be asked."""
    return child.wishes is None or not (child.wishes.ascertained_on or child.wishes.not_ascertained_because)


WISHES = Askable(
    child.wishes,
    "What does the child say she or he wants? Nobody has recorded it.",
    Who.SOCIAL_WORKER,
    of_each_child(
        _not_asked,
        ("it is to stay at the same school", _wants("same_school")),
        ("it is to be near family", _wants("near_family")),
        ("it is to be with brothers and sisters", _wants("with_siblings")),
        ("it is to live in a family", _wants("family_home")),
        ("it is to live without other children", _wants("no_other_children")),
        ("it is to live with animals", _wants("pets")),
        ("it is to stay", _wants("stay")),
    ),
)
"""Asked before all else."""

OF_CHILD: tuple[Askable, ...] = (
    WISHES,
    Askable(
        child.deprivation_of_liberty,
        "Is the child, or is she or he to be, deprived of liberty?",
        Who.SOCIAL_WORKER,
        of_each_child(
            lambda c: c.deprivation_of_liberty is None,
            ("no", said(deprivation_of_liberty=False)),
            ("yes", said(deprivation_of_liberty=True)),
        ),
    ),
    Askable(
        child.legal_status,
        "What is the child's legal status?",
        Who.SOCIAL_WORKER,
        of_each_child(
            lambda c: c.legal_status is None,
            ("a full care order (C2)", said(legal_status="C2")),
            ("section 20 (V2)", said(legal_status="V2")),
            ("a placement order (E1)", said(legal_status="E1")),
        ),
    ),
    Askable(
        child.keep_away_from,
        "Is there a place from which the child is to be kept away?",
        Who.SOCIAL_WORKER,
        of_each_child(
            lambda c: c.keep_away_from is None,
            ("there is none", said(keep_away_from=[])),
            ("near this home there is", _away_from_there),
        ),
    ),
    Askable(
        household.someone_to_keep_apart,
        "Is there anybody with whom the child must not live?",
        Who.SOCIAL_WORKER,
        of_each_child(
            lambda c: c.must_not_live_with is None,
            ("there is nobody", said(must_not_live_with=[])),
            ("somebody who lives there", _somebody_there),
        ),
    ),
    Askable(
        child.risks,
        "Is there now any of the risks that this home does not take?",
        Who.SOCIAL_WORKER,
        of_each_child(lambda c: c.risks is None, ("there is none", said(risks=[])), ("there is one", _risk_not_taken)),
    ),
    Askable(
        child.access_needs,
        "Is there access that the child cannot do without?",
        Who.SOCIAL_WORKER,
        of_each_child(
            lambda c: c.access_needs is None,
            ("there is none", said(access_needs=[])),
            ("the home must be step-free", said(access_needs=["step_free"])),
        ),
    ),
    Askable(
        child.sex,
        "Is the child recorded as a girl or as a boy?",
        Who.SOCIAL_WORKER,
        of_each_child(lambda c: c.sex is None, ("a girl", said(sex="F")), ("a boy", said(sex="M"))),
    ),
    Askable(
        child.near_home_counts,
        "Is the plan to be away from home, to be safe?",
        Who.SOCIAL_WORKER,
        of_each_child(
            lambda c: c.away_for_safety is None,
            ("the plan is to live near home", said(away_for_safety=False)),
            ("the plan is to be away", said(away_for_safety=True)),
        ),
    ),
    Askable(
        child.registered_pupil,
        "Is the child a registered pupil of the school that is recorded?",
        Who.SOCIAL_WORKER,
        of_each_child(
            lambda c: c.school is not None and c.school.registered is None,
            ("yes", said(school={"registered": True})),
            ("no", said(school={"registered": False})),
        ),
    ),
    Askable(
        child.long_term_match,
        "Is the child matched for the long term where she or he lives?",
        Who.SOCIAL_WORKER,
        of_each_child(
            lambda c: c.long_term_match is None and bool(c.current_home),
            ("yes", said(long_term_match=True)),
            ("no", said(long_term_match=False)),
        ),
    ),
    Askable(
        referral.emergency,
        "Is it an emergency?",
        Who.SOCIAL_WORKER,
        of_the_referral(
            lambda r: r.emergency is None, ("it is not", said(emergency=False)), ("it is", said(emergency=True))
        ),
    ),
    Askable(
        referral.kind,
        "Which kind of stay is asked for?",
        Who.SOCIAL_WORKER,
        of_the_referral(
            lambda r: r.kind is None,
            ("a short-term stay", said(kind="short_term")),
            ("a long-term stay", said(kind="long_term")),
        ),
    ),
    Askable(
        referral.expected_end,
        "When is the stay expected to end?",
        Who.SOCIAL_WORKER,
        of_the_referral(
            lambda r: r.expected_end is None and r.kind is not ReferralKind.LONG_TERM,
            ("in half a year", lambda of: {"expected_end": half_a_year_on(of.referral.start)}),
            ("at 18", lambda of: {"expected_end": of.eighteen.isoformat()}),
        ),
    ),
)
"""In the order in which they are asked where several count alike."""
