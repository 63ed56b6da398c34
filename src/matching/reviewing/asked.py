"""What a review asks: a stay for each child, or for brothers and sisters together, from a day on which it may begin."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from matching.domain.ages import eighteenth_birthday, months_after
from matching.domain.case import Case
from matching.domain.child import Child
from matching.domain.codes import ReferralKind, Urgency
from matching.domain.made import made
from matching.domain.panel import GivenApproval
from matching.domain.policy import ReviewPolicy
from matching.domain.referral import Referral
from matching.facts.of_stay import TO_ADULTHOOD
from matching.facts.question import Question

KEPT_KINDS = frozenset({ReferralKind.LONG_TERM, ReferralKind.SHORT_TERM, ReferralKind.PARENT_AND_CHILD})
"""What a referral of the case may ask for that a review asks for as well: not an emergency, and no stay for a time."""


@dataclass(frozen=True, eq=False)
class Asks:
    """Makes the questions of a review of one case."""

    case: Case
    figures: Mapping[str, int]
    children_hash: str
    policy: ReviewPolicy

    @property
    def start(self) -> date:
        """The first day on which another home could begin."""
        return self.case.as_of + timedelta(days=self.policy.days_to_prepare)

    def stay(self, children: Sequence[Child], start: date | None = None) -> Question:
        """Whether these could live in a home for as long as a review asks, from a day on, or from the first."""
        begins = start or self.start
        oldest = min(eighteenth_birthday(child.born) for child in children)
        end = max(begins, min(months_after(begins, self.policy.stay_months), oldest - timedelta(days=1)))
        return self._asked(children, begins, end, self._required(children))

    def today(self, child: Child) -> Question:
        """Whether a child may live where she does on the day of the review; what is sought for her does not count."""
        return self._asked([child], self.case.as_of, self.case.as_of, ())

    def staying(self, child: Child) -> Question:
        """The same, where what is required for her counts: whoever comes to live beside her must leave it so."""
        return self._asked([child], self.case.as_of, self.case.as_of, self._required([child]))

    def _asked(self, children: Sequence[Child], start: date, end: date, required: tuple[str, ...]) -> Question:
        ids = tuple(child.id for child in children)
        referral = made(
            Referral,
            id=f"review-{ids[0]}",
            children=ids,
            start=start,
            expected_end=end,
            emergency=False,
            kind=self._kind(children),
            required=required,
            urgency=Urgency.PLANNED,
        )
        return Question(
            referral=referral,
            children=tuple(children),
            everyone=self.case.children,
            everyone_hash=self.children_hash,
            authority=self.case.authority,
            day=self.case.as_of,
            figures=self.figures,
            decided=self.case.decided,
            approvals=tuple(a for a in self.case.approvals if _counts(a, children)),
            made_up=self.case.made_up is True,
        )

    def referrals(self, children: Sequence[Child]) -> list[Referral]:
        """The referrals of the case that ask for one of these."""
        ids = {child.id for child in children}
        return [referral for referral in self.case.referrals if ids & set(referral.children)]

    def _kind(self, children: Sequence[Child]) -> ReferralKind:
        """What kind of stay: as the case's referrals agree to ask, else as the plans for permanence say."""
        asked = {kind for kind in KEPT_KINDS for referral in self.referrals(children) if referral.kind is kind}
        if len(asked) == 1:
            return asked.pop()
        long_term = all(TO_ADULTHOOD & set(child.permanence_plan or ()) for child in children)
        return ReferralKind.LONG_TERM if long_term else ReferralKind.SHORT_TERM

    def _required(self, children: Sequence[Child]) -> tuple[str, ...]:
        """What is required of a home for any of these by a referral of the case."""
        each = (asked for referral in self.referrals(children) for asked in referral.required or ())
        return tuple(dict.fromkeys(each))


def _counts(given: GivenApproval, children: Sequence[Child]) -> bool:
    """Whether an approval counts for these: it names one of them, and no referral, or the home where she lives."""
    child = next((child for child in children if child.id == given.child), None)
    return child is not None and (given.referral is None or given.home == child.current_home)
