"""One question to the engine: a referral, the children it is for, and the day and figures by which it is judged."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from matching.domain.case import Authority, Case, responsible_authority
from matching.domain.child import Child
from matching.domain.panel import Decided, GivenApproval
from matching.domain.referral import Referral, end_of_stay
from matching.errors import Fault, InvalidInput
from matching.facts.fingerprint import fingerprint
from matching.facts.known_children import known_children


@dataclass(frozen=True, slots=True)
class Question:
    """A referral and everything but the homes.

    `children` are those who arrive, in the referral's order; `everyone` is every child that the case knows, since what
    is recorded of one can bind another, and `everyone_hash` their fingerprint; `figures` are the law's and the
    policy's, by name; `decided` are the homes agreed already, `approvals` those about this referral,
    and `doubtful` those of which it is not recorded whether they are; `made_up` where the case says that it is;
    `elsewhere` are brothers and sisters who would live in another home, wherever they live now.
    """

    referral: Referral
    children: tuple[Child, ...]
    everyone: Sequence[Child]
    everyone_hash: str
    authority: Authority
    day: date
    figures: Mapping[str, int]
    decided: tuple[Decided, ...] = ()
    approvals: tuple[GivenApproval, ...] = ()
    doubtful: tuple[GivenApproval, ...] = ()
    made_up: bool = False
    elsewhere: frozenset[str] = frozenset()

    @property
    def arriving(self) -> frozenset[str]:
        """The ids of the children who arrive."""
        return frozenset(child.id for child in self.children)

    @property
    def last_day(self) -> date | None:
        """The last day of the longest stay; unknown where one of them is."""
        ends = [end_of_stay(self.referral, child.born) for child in self.children]
        known = [end for end in ends if end is not None]
        return max(known) if known and len(known) == len(ends) else None

    def about(self, children: tuple[Child, ...], elsewhere: Iterable[str] = ()) -> "Question":
        """The same question about some of the children alone, with those of their family who would live elsewhere."""
        referral = self.referral.model_copy(update={"children": tuple(child.id for child in children)})
        return replace(self, referral=referral, children=children, elsewhere=frozenset(elsewhere))

    def with_agreed(self, agreed: Iterable[Decided]) -> "Question":
        """The same question where these homes are agreed for other children too."""
        return replace(self, decided=(*self.decided, *agreed))

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
    known = everyone_hash or fingerprint(case.children)
    by_id = {c.id: c for c in case.children}
    return _asked(case, referral, by_id, case.approvals, figures=figures, everyone_hash=known)


def ask_each(
    case: Case, referrals: Sequence[Referral], figures: Mapping[str, int], everyone_hash: str
) -> Iterator[Question]:
    """The same for many of a case's referrals, which looks through the case once."""
    by_id, said = known_children(case.children).by_id, _said_of(case.approvals)
    for referral in referrals:
        told = (said.get(key, ()) for key in (referral.id, *((None, child) for child in (None, *referral.children))))
        approvals = [case.approvals[k] for k in sorted({k for places in told for k in places})]
        yield _asked(case, referral, by_id, approvals, figures=figures, everyone_hash=everyone_hash)


def _said_of(approvals: Sequence[GivenApproval]) -> Mapping[object, list[int]]:
    """The places of the approvals of each referral; of those that name none, by child, with None before it."""
    found: dict[object, list[int]] = {}
    for k, given in enumerate(approvals):
        found.setdefault(given.referral if given.referral is not None else (None, given.child), []).append(k)
    return found


def _asked(
    case: Case,
    referral: Referral,
    by_id: Mapping[str, Child],
    approvals: Iterable[GivenApproval],
    *,
    figures: Mapping[str, int],
    everyone_hash: str,
) -> Question:
    may_be = [a for a in approvals if a.referral == referral.id or may_be_about(a, referral)]
    sure = tuple(a for a in may_be if about(a, referral, case))
    return Question(
        referral=referral,
        children=tuple(by_id[i] for i in referral.children),
        everyone=case.children,
        everyone_hash=everyone_hash,
        authority=case.authority,
        day=case.as_of,
        figures=figures,
        decided=case.decided,
        approvals=sure,
        doubtful=tuple(a for a in may_be if may_be_about(a, referral) and a not in sure),
        made_up=case.made_up is True,
    )


def about(given: GivenApproval, referral: Referral, case: Case) -> bool:
    """Whether an approval is about a referral: as it says, else where its child, or any, is asked for in this alone."""
    if given.referral is not None:
        return given.referral == referral.id
    if given.child is None:
        return len(case.referrals) == 1 and len(referral.children) == 1
    if given.child not in referral.children:
        return False
    return sum(given.child in r.children for r in case.referrals) == 1


def may_be_about(given: GivenApproval, referral: Referral) -> bool:
    """Whether an approval that names no referral may be about this one."""
    return given.referral is None and (given.child is None or given.child in referral.children)


def _no_such_referral(case: Case, referral_id: str) -> Fault:
    known = ", ".join(r.id for r in case.referrals[:10]) or "none"
    return Fault(
        "", "referrals", referral_id, "id", referral_id, f"one of: {known}", "Ask for a referral that the case holds."
    )
