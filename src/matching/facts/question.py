"""One question to the engine: a referral, the children it is for, and the day and figures by which it is judged."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from matching.domain.case import Authority, Case, responsible_authority
from matching.domain.child import Child
from matching.domain.referral import Referral
from matching.errors import Fault, InvalidInput
from matching.facts.fingerprint import fingerprint


@dataclass(frozen=True, slots=True)
class Question:
    """A referral and everything but the homes.

    `children` are those who arrive, in the referral's order; `everyone` is every child that the case knows, since what
    is recorded of one can bind another, and `everyone_hash` their fingerprint; `figures` are the law's and the
    policy's, by name; `left_aside` names the case's tables that this version does not take into account.
    """

    referral: Referral
    children: tuple[Child, ...]
    everyone: tuple[Child, ...]
    everyone_hash: str
    authority: Authority
    day: date
    figures: Mapping[str, int]
    left_aside: tuple[str, ...] = ()

    @property
    def arriving(self) -> frozenset[str]:
        """The ids of the children who arrive."""
        return frozenset(child.id for child in self.children)

    def authority_of(self, child: Child) -> str:
        """The authority responsible for a child: the case's, where the child's record does not say."""
        return responsible_authority(child, self.authority)


def ask(case: Case, referral_id: str, figures: Mapping[str, int], everyone_hash: str | None = None) -> Question:
    """The question that a case puts about one of its referrals; InvalidInput where it has none of that id.

    `everyone_hash` spares working it out again, where many questions are put about one case.
    """
    referral = next((r for r in case.referrals if r.id == referral_id), None)
    if referral is None:
        raise InvalidInput([_no_such_referral(case, referral_id)])
    by_id = {child.id: child for child in case.children}
    return Question(
        referral=referral,
        children=tuple(by_id[i] for i in referral.children),
        everyone=case.children,
        everyone_hash=everyone_hash or fingerprint(case.children),
        authority=case.authority,
        day=case.as_of,
        figures=figures,
        left_aside=tuple(name for name in ("decided", "approvals") if getattr(case, name)),
    )


def _no_such_referral(case: Case, referral_id: str) -> Fault:
    known = ", ".join(r.id for r in case.referrals[:10]) or "none"
    return Fault(
        "", "referrals", referral_id, "id", referral_id, f"one of: {known}", "Ask for a referral that the case holds."
    )
