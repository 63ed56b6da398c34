"""Who lives in the homes of a register, as far as it bears on how a child would fit in: a row a person."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matching.domain.child import Child, Risk
from matching.domain.codes import Relation, RiskKind, RiskLevel
from matching.domain.home import Member
from matching.facts.relations import related
from matching.facts.risk_kinds import covering, within
from matching.facts.truth import Truths

Masks = npt.NDArray[np.uint32]
Flags = npt.NDArray[np.bool_]
BIT = {kind: 1 << k for k, kind in enumerate(RiskKind)}
ANY = (1 << len(BIT)) - 1
NO_DAY = -1


@dataclass(frozen=True, slots=True)
class Company:
    """An entry a person: the ordinal of the day of birth, whether one of the carers' own, and risks as bits.

    `ever` are the kinds of vulnerability that the person's risks surely meet, now or past, and `now` those that risks
    of today do; each with what they may meet besides, where a kind or a time is not recorded. `vulnerable` are the
    kinds to which the person is vulnerable; `risks_told` and `vulnerable_told` say whether these are recorded at all.
    """

    born: npt.NDArray[np.int64]
    own: Truths
    ever: Masks
    perhaps_ever: Masks
    now: Masks
    perhaps_now: Masks
    risks_told: npt.NDArray[np.bool_]
    vulnerable: Masks
    vulnerable_told: npt.NDArray[np.bool_]

    def of(self, at: Sequence[int]) -> "Company":
        """Some of these people, by their places."""
        return Company(*(getattr(self, name)[at] for name in self.__slots__))

    def and_more(self, others: "Company") -> "Company":
        """These people and then others."""
        pairs = ((getattr(self, name), getattr(others, name)) for name in self.__slots__)
        return Company(*(np.concatenate(pair) for pair in pairs))


def company(members: Sequence[Member]) -> Company:
    """Lay out these people; whoever is named several times is looked at once."""
    each = {id(member): member for member in members}
    at = {key: k for k, key in enumerate(each)}
    return _laid_out([*each.values()]).of([at[id(member)] for member in members])


def _laid_out(members: Sequence[Member]) -> Company:
    return Company(
        born=np.array([m.born.toordinal() if m.born else NO_DAY for m in members], dtype=np.int64),
        own=np.array([related(m, lambda r: r is Relation.OWN_CHILD) for m in members], dtype=np.int8),
        ever=_met(members, lambda level: level is not RiskLevel.NONE, sure=True),
        perhaps_ever=_met(members, lambda level: level is not RiskLevel.NONE, sure=False),
        now=_met(members, lambda level: level is RiskLevel.CURRENT, sure=True),
        perhaps_now=_met(members, lambda level: level in {RiskLevel.CURRENT, None}, sure=False),
        risks_told=np.array([m.risks is not None for m in members], dtype=np.bool_),
        vulnerable=np.array([bits(m.vulnerable_to or ()) for m in members], dtype=np.uint32),
        vulnerable_told=np.array([m.vulnerable_to is not None for m in members], dtype=np.bool_),
    )


def bits(kinds: Iterable[RiskKind]) -> int:
    """Kinds of risk as one number, a bit a kind."""
    return sum(BIT[kind] for kind in set(kinds))


def _met(members: Sequence[Member], counts: Callable[[RiskLevel | None], bool], *, sure: bool) -> Masks:
    return np.array([met_by(m.risks or (), counts, sure=sure) for m in members], dtype=np.uint32)


def met_by(risks: Iterable[Risk], counts: Callable[[RiskLevel | None], bool], *, sure: bool) -> int:
    """The kinds of vulnerability that the risks of some levels surely meet, or may; one that nobody named may any."""
    found = 0
    for risk in (r for r in risks if counts(r.level)):
        if risk.kind is not None:
            found |= bits(covering(risk.kind) | within(risk.kind))
        elif not sure:
            found = ANY
    return found


def of_child(child: Child) -> Company:
    """An arriving child, laid out like those who live there."""
    return company([_as_member(child)])


def _as_member(child: Child) -> Member:
    return Member(id=child.id, born=child.born, risks=child.risks, vulnerable_to=child.vulnerable_to)


def risks_between(children: Sequence[Child]) -> Flags:
    """Of every two whether a recorded risk of one, now or past, meets a vulnerability of the other, or may.

    It may where it is not recorded to what the other is vulnerable. Square, a row and a column a child.
    """
    laid_out = company([_as_member(child) for child in children])
    vulnerable = np.where(laid_out.vulnerable_told, laid_out.vulnerable, np.uint32(ANY))
    met: Flags = (laid_out.ever[:, np.newaxis] & vulnerable) != 0
    return met | met.T
