"""What homes list, by id or word: whom they are connected to, what they can keep, who consented, whom they may take."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from matching.domain.codes import FOSTERING, HomeKind, NeedDomain, ReferralKind
from matching.domain.home import Home, Member
from matching.facts.links import Flags, Links
from matching.facts.records import Assessments, Checks, Consents, by_child
from matching.facts.relations import FOSTERED, related
from matching.facts.truth import NO, UNKNOWN, YES, Truths, all_of, any_of, truth

RESIDENTIAL = frozenset({HomeKind.CHILDRENS_HOME, HomeKind.RESIDENTIAL_SCHOOL})
OF_A_HOME: Mapping[str, Callable[[Home], bool | None]] = {
    "two_carers": lambda h: None if h.carers is None else h.carers >= 2,
    "no_pets": lambda h: None if h.pets is None else not h.pets,
    "non_smoking": lambda h: None if h.smoking is None else not h.smoking,
    "no_smoking": lambda h: None if h.smoking is None else not h.smoking,
    "residential_care": lambda h: True if h.kind in RESIDENTIAL or h.kind in FOSTERING else None,
}
"""What a referral may ask that a field of the home answers; any other word is met where access or support lists it.

Residential care is asked of homes for it; whether a foster home will do instead is for people, and a rule says so.
"""


@dataclass(frozen=True, slots=True)
class Lists:
    """What homes list, as rows of the register by id or word; `answers` by what a referral may ask of a home.

    `exemption` says of each home whether the carers' own authority exempts those who are fostered there now; `exempted`
    gives whom the exemption names, and `exempts_unnamed` marks one that does not say whom.
    """

    connected_to: Links
    can_keep: Links
    can_keep_none: Flags
    can_keep_unknown: Flags
    named_in_terms: Links
    offered_to: Links
    offered_to_unnamed: Flags
    consents: Mapping[str | None, Consents]
    exemption: Truths
    exempted: Links
    exempts_unnamed: Flags
    assessments: Mapping[str | None, Assessments]
    checks: Mapping[str | None, Checks]
    kinds: Mapping[str, Flags]
    any_kind: Flags
    answers: Mapping[str, Truths]
    access: Links
    support: Links
    languages: Links
    religion: Links
    excluded: Links
    excludes_any: Flags
    purpose: Mapping[str, Flags]


def lists(homes: Sequence[Home], authorities: Sequence[str | None]) -> Lists:
    """Lay out what these homes list; `authorities` says in whose area each of them is."""
    terms = [h.approval.terms if h.approval else None for h in homes]
    approved_by = [h.approval.approved_by if h.approval else None for h in homes]
    named = [_names_of_exemption(h) for h in homes]
    return Lists(
        connected_to=Links.of((i, c) for i, h in enumerate(homes) for c in h.connected_to or ()),
        can_keep=Links.of((i, s) for i, h in enumerate(homes) for s in h.can_keep or ()),
        can_keep_none=_flags(h.can_keep == () for h in homes),
        can_keep_unknown=_flags(h.can_keep is None for h in homes),
        named_in_terms=Links.of((i, c) for i, t in enumerate(terms) if t for c in t.children or ()),
        offered_to=Links.of((i, h.offer.referral) for i, h in enumerate(homes) if h.offer and h.offer.referral),
        offered_to_unnamed=_flags(h.offer is not None and h.offer.referral is None for h in homes),
        consents=by_child(homes, lambda h: h.consents, lambda rows, said: Consents.of(rows, said, approved_by)),
        exemption=np.array([exempts(h, a) for h, a in zip(homes, authorities, strict=True)], dtype=np.int8),
        exempted=Links.of((i, c) for i, children in enumerate(named) for c in children or ()),
        exempts_unnamed=_flags(children is None for children in named),
        assessments=by_child(homes, lambda h: h.impact_assessments, Assessments.of),
        checks=by_child(homes, lambda h: h.checks, Checks.of),
        kinds={k.value: _flags(bool(t and t.kinds and k in t.kinds) for t in terms) for k in ReferralKind},
        any_kind=_flags(bool(t and t.kinds is None) for t in terms),
        answers={w: np.array([truth(read(h)) for h in homes], dtype=np.int8) for w, read in OF_A_HOME.items()},
        access=Links.of((i, word) for i, h in enumerate(homes) for word in h.access or ()),
        languages=Links.of((i, word.lower()) for i, h in enumerate(homes) for word in h.languages or ()),
        religion=Links.of((i, h.religion.lower()) for i, h in enumerate(homes) if h.religion),
        support=Links.of((i, word) for i, h in enumerate(homes) for word in h.support or ()),
        excluded=Links.of((i, kind.value) for i, h in enumerate(homes) for kind in h.does_not_take or ()),
        excludes_any=_flags(bool(h.does_not_take) for h in homes),
        purpose={d.value: _flags(_in_purpose(h, d) for h in homes) for d in NeedDomain},
    )


def _flags(flags: Iterable[bool]) -> Flags:
    return np.fromiter(flags, dtype=np.bool_)


def _in_purpose(h: Home, domain: NeedDomain) -> bool:
    """Whether the statement of purpose is for a need; one that lists none is for all."""
    return h.registration is not None and (h.registration.needs is None or domain in h.registration.needs)


def _names_of_exemption(h: Home) -> tuple[str, ...] | None:
    """Whom a home's exemption names: nobody without one, None where it is not recorded whom."""
    exemption = h.approval.exemption if h.approval else None
    return exemption.children if exemption else ()


def exempts(h: Home, authority: str | None) -> int:
    """Whether the authority in which the carers live exempts all who are fostered there now."""
    exemption = h.approval.exemption if h.approval else None
    if exemption is None:
        return NO
    known = None if exemption.by is None or authority is None else exemption.by == authority
    there = [UNKNOWN] if h.household is None else [_exempt(m, exemption.children) for m in h.household]
    return all_of((truth(known), *there))


def _exempt(member: Member, named: tuple[str, ...] | None) -> int:
    """Whether one who lives there is not fostered, or is named by the exemption."""
    is_named = truth(None if member.id is None or named is None else member.id in named)
    return any_of((YES - related(member, lambda r: r in FOSTERED), is_named))
