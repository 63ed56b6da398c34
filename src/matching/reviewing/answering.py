"""The answer to a review, put together from what was found of each child and the plan for all of them."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from matching.domain.ages import months_after, years_on
from matching.domain.case import Case
from matching.domain.made import made
from matching.domain.plan import AimReached, PeopleDecide
from matching.domain.policy import Policy
from matching.domain.review import (
    OUTCOMES,
    Due,
    KeptFree,
    NoSuitableOption,
    Picture,
    Review,
    Reviewed,
    Since,
    Suggested,
)
from matching.explaining.people_decide import why_people_decide
from matching.explaining.ranking import cited, policy_used, settled_hash
from matching.explaining.versions import versions
from matching.explaining.warnings import of_the_case
from matching.facts.fingerprint import fingerprint
from matching.facts.of_siblings import siblings_to_be_with
from matching.facts.register import Register
from matching.reviewing.aims import HOME, reached_by
from matching.reviewing.asked import Asks
from matching.reviewing.living import Living
from matching.reviewing.looked import Looked
from matching.reviewing.missing import lacking, no_suitable_option
from matching.reviewing.numbers import own_beds
from matching.reviewing.picture import Where, picture
from matching.reviewing.planned import Planned
from matching.reviewing.prompting import prompts
from matching.reviewing.since import since_last
from matching.reviewing.suggesting import Suggesting
from matching.reviewing.telling import Telling
from matching.rules.rulebook import rulebook_on

SOLVER = "ortools"
COMES_OF_AGE = 18


@dataclass(frozen=True, slots=True)
class AskedReview:
    """What is asked of a review: who falls due by which day, or everyone; and the last review, to be held against it.

    Without `due_by` it is the day of the case.
    """

    due_by: date | None = None
    everyone: bool = False
    last: Review | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Agenda:
    """Who is due: those to be looked at, why, and those of whom people decide."""

    livings: tuple[Living, ...]
    due: tuple[Due, ...]
    people_decide: tuple[PeopleDecide, ...]
    looked_at: int


def not_for_a_list(of: Living, on: date) -> str:
    """Why people decide of a child and no list; nothing where a list may."""
    of_age = f"is {COMES_OF_AGE} or over" if years_on(of.child.born, on) >= COMES_OF_AGE else ""
    return why_people_decide(of.child) or of_age


def people_decide(livings: Sequence[Living], on: date) -> Iterator[PeopleDecide]:
    """The children of whom people decide, and why."""
    for of in livings:
        if why := not_for_a_list(of, on):
            because = f"{why}: people decide this, not the list"
            yield made(PeopleDecide, referral=f"review-{of.child.id}", child=of.child.id, because=because)


@dataclass(frozen=True, eq=False)
class Answering:
    """Puts the answer together."""

    case: Case
    register: Register
    policy: Policy
    asks: Asks
    asked: AskedReview
    agenda: Agenda
    everybody: tuple[Living, ...]
    looked: Mapping[str, Looked]
    planned: Planned | None

    def answer(self) -> Review:
        """The whole review."""
        by_outcome = {o: tuple(row for row in self._rows if row.outcome == o) for o in OUTCOMES}
        day = self.case.as_of
        return made(
            Review,
            authority=self.case.authority.code,
            as_of=day,
            due_by=self.asked.due_by or day,
            everyone=self.asked.everyone,
            rulebook_day=day,
            policy=policy_used(self.policy),
            versions=versions(SOLVER),
            facts_hash=facts_hash(self.case, self.register, self.policy, self.asks.children_hash, self.asked),
            looked_at=self.agenda.looked_at,
            due=self.agenda.due,
            **by_outcome,
            people_decide=self.agenda.people_decide,
            chains=self._suggesting.chains if self._suggesting else (),
            no_suitable_option=self._missing,
            prompts=tuple(prompts(self.everybody, self.register, self.asked.due_by or day)),
            before=self._picture({}),
            after=self._picture({row.child: row.suggested for row in self._rows if row.suggested}),
            kept_free=self._kept_free,
            credit=self.policy.review.continuity_credit,
            gains_needed=self.policy.review.gains_needed,
            next_review_by=months_after(day, self.policy.review.due_after_months),
            aims=self._aims,
            proven=self.planned is None or self.planned.proven,
            bound=self.planned.bound if self.planned else None,
            since_last=self._since,
            warnings=of_the_case(self.case, self.policy),
            rules=cited(rulebook_on(day).rules),
        )

    @cached_property
    def _suggesting(self) -> Suggesting | None:
        return Suggesting(self.planned, self.looked) if self.planned else None

    @cached_property
    def _rows(self) -> tuple[Reviewed, ...]:
        """What is found of each child, in the order of the case: no row is before another by what it costs."""
        telling = Telling(self.register, self._suggesting, self.policy.review, self.asks)
        return tuple(telling.of(living, self.looked[living.child.id]) for living in self.agenda.livings)

    @cached_property
    def _aims(self) -> tuple[AimReached, ...]:
        reached = reached_by(self.planned.solved) if self.planned else []
        return tuple(aim for aim in reached if aim.aim != HOME)

    @property
    def _missing(self) -> tuple[NoSuitableOption, ...]:
        suggested = {row.child: row.suggested for row in self._rows}
        each = ((of, self.looked[of.child.id], suggested[of.child.id], self._family(of)) for of in self.agenda.livings)
        return no_suitable_option(lacking(each), self.case.as_of)

    def _family(self, of: Living) -> frozenset[str]:
        """Those who need a home together with a child: she, and the brothers and sisters to be with."""
        return frozenset({of.child.id}) | siblings_to_be_with(of.child, self.asks.stay([of.child]))

    def _picture(self, suggested: Mapping[str, Suggested]) -> Picture:
        return picture([self._where(of, suggested.get(of.child.id)) for of in self.agenda.livings])

    def _where(self, of: Living, suggested: Suggested | None) -> Where:
        stability = self.looked[of.child.id].stability
        if suggested is None:
            return Where(of.outside, of.distant, of.miles, stability.central if stability else None)
        outside = None if suggested.inside is None else not suggested.inside
        there = suggested.stability
        return Where(outside, suggested.distant, suggested.miles, there.central if there else None)

    @property
    def _kept_free(self) -> KeptFree:
        vacant = int(own_beds(self.register, self.register.size).sum())
        return made(KeptFree, vacant=vacant, kept=min(vacant, self.policy.review.beds_kept_free))

    @property
    def _since(self) -> Since | None:
        if self.asked.last is None:
            return None
        homes = {child.id: child.current_home for child in self.case.children}
        decided = {of.child for of in self.agenda.people_decide}
        return since_last(self.asked.last, {row.child: row for row in self._rows}, homes, decided)


def facts_hash(case: Case, register: Register, policy: Policy, children_hash: str, asked: AskedReview) -> str:
    """The SHA-256 of everything that a review rests on."""
    settled = settled_hash((*case.decided, *case.approvals))
    said = fingerprint([case.authority, policy, *case.referrals])
    last = asked.last.facts_hash if asked.last else None
    by = (case.as_of, asked.due_by or case.as_of, asked.everyone)
    return hashlib.sha256(repr((children_hash, register.hash, settled, said, last, by)).encode()).hexdigest()
