"""A plan beside its case, for whoever checks it: who belongs to whom, and who lives where, restated in plain Python."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from matching.domain.child import Child
from matching.domain.codes import Assessment
from matching.domain.home import Home
from matching.domain.panel import Decided
from matching.domain.plan import Assignment, Plan
from matching.domain.referral import Referral
from matching.explaining.found import Found
from matching.facts.question import Question
from matching.facts.register import Register

Judge = Callable[[Sequence[Question]], Iterable[Found]]
"""Judges every home for each of these questions: all that is taken from the engine."""

Others = Sequence[tuple[str, str]]
"""Children, each with a home."""


@dataclass(frozen=True)
class OfCase:
    """A plan, and the case that it is for. Nothing here is shared with what made the plan."""

    plan: Plan
    questions: Sequence[Question]
    register: Register
    judge: Judge

    @cached_property
    def by_id(self) -> Mapping[str, Child]:
        return {child.id: child for question in self.questions for child in question.children}

    @cached_property
    def home_of(self) -> dict[str, str]:
        """The home of each child who has one."""
        return {child: a.home for a in self.plan.assignments for child in a.children}

    @cached_property
    def family_of(self) -> dict[str, int]:
        """The number of each child's family."""
        return {child: number for number, family in enumerate(self.families()) for child in family}

    def families(self) -> list[set[str]]:
        """The children in groups that hang together by such pairs or by a referral."""
        families = [{child} for child in sorted(self.planned)]
        links = [*self.should, *({c.id for c in q.children} & self.planned for q in self.questions)]
        for link in links:
            joined = [family for family in families if family & link]
            families = [family for family in families if not family & link] + ([set().union(*joined)] if joined else [])
        return families

    @cached_property
    def should(self) -> set[frozenset[str]]:
        """Pairs who should live together: asked for together, or siblings by either record; but none assessed apart."""
        asked = {frozenset(p) for q in self.questions for p in combinations([c.id for c in q.children], 2)}
        return {pair for pair in asked | self.named if pair <= self.planned} - self.assessed_apart

    @cached_property
    def named(self) -> set[frozenset[str]]:
        """Brothers and sisters by either record whom neither assesses apart."""
        return {pair for pair, _ in self.siblings} - self.assessed_apart

    @cached_property
    def assessed_apart(self) -> set[frozenset[str]]:
        return {pair for pair, how in self.siblings if how is Assessment.APART}

    @cached_property
    def siblings(self) -> list[tuple[frozenset[str], str | None]]:
        """What every record says of a brother or sister, with the assessment."""
        each = ((child.id, s) for child in self.questions[0].everyone for s in child.siblings or ())
        return [(frozenset({child, s.child}), s.assessment) for child, s in each if s.child and s.child != child]

    @cached_property
    def planned(self) -> set[str]:
        """The children whom the plan is for."""
        return set(self.by_id) - self.not_planned

    @cached_property
    def not_planned(self) -> set[str]:
        return {each.child for each in self.plan.people_decide} | {each.child for each in self.plan.agreed}

    @cached_property
    def outside(self) -> list[tuple[str, str]]:
        """Each planned child with each brother or sister to live with who is not planned for, and lives somewhere."""
        named = [tuple(pair) for pair in self.named]
        pairs = [(one, other) for pair in named for one, other in (pair, pair[::-1]) if one in self.planned]
        return [(c, s) for c, s in pairs if s not in self.planned and any(self.is_in(s, h.id, c) for h in self.homes)]

    def is_in(self, sibling: str, home: str, child: str) -> bool:
        """Whether somebody lives in a home, in any of its entries, by either record or by what is agreed for her.

        What is agreed counts if it falls into the stay that is asked for `child`.
        """
        row = self.register.row_of[home]
        entries = {self.homes[entry].id: self.homes[entry] for entry in self.register.entries.get(row, (row,))}
        record = next((c for c in self.questions[0].everyone if c.id == sibling), None)
        theirs = next(q for q in self.questions if any(c.id == child for c in q.children)).about((self.by_id[child],))
        agreed = any(d.child == sibling and d.home in entries and in_time(d, theirs) for d in theirs.decided)
        listed = any(member.id == sibling for entry in entries.values() for member in entry.household or ())
        return agreed or listed or (record is not None and record.current_home in entries)

    def lives_in(self, child: str, home: str) -> bool:
        """Whether a child has a bed in this entry of a home, by her own record or the home's."""
        row, lives = self.register.row_of[home], self.by_id[child].current_home
        entries = {self.homes[entry].id for entry in self.register.entries.get(row, (row,))}
        listed = any(member.id == child for member in self.homes[row].household or ())
        return lives == home if lives in entries else listed

    @property
    def homes(self) -> Sequence[Home]:
        return self.register.homes

    def others_there(self, assignment: Assignment) -> tuple[tuple[str, str], ...]:
        """The other children whom the plan puts into the home, in any of its entries, each with the entry."""
        row = self.register.row_of[assignment.home]
        home = {self.register.homes[entry].id for entry in self.register.entries.get(row, (row,))}
        there = (other for other in self.plan.assignments if other.home in home and other is not assignment)
        return tuple((child, other.home) for other in there for child in other.children)

    def question(self, assignment: Assignment, others: Others) -> Question:
        """What is asked about the children of an assignment, with these others agreed for these homes."""
        question = next(q for q in self.questions if q.referral.id == assignment.referral)
        children = tuple(self.by_id[child] for child in assignment.children)
        agreed = [Decided(child=child, home=home) for child, home in others]
        return question.about(children, self.elsewhere(assignment)).with_agreed(agreed)

    def elsewhere(self, assignment: Assignment) -> set[str]:
        """Those of the family who would not live in this home."""
        family = self.family_of[assignment.children[0]]
        there = {child for other in self.plan.assignments if other.home == assignment.home for child in other.children}
        return {child for child, number in self.family_of.items() if number == family} - there

    def referral_of(self, child: str) -> Referral:
        """The referral that asks for a child."""
        return next(q.referral for q in self.questions if any(c.id == child for c in q.children))


def in_time(decided: Decided, question: Question) -> bool:
    """Whether what is agreed falls into a stay: it neither ends before that begins, nor begins after it."""
    begins, last = decided.start or decided.on, question.last_day
    late = begins is not None and last is not None and begins > last
    return not late and (decided.until is None or decided.until >= question.referral.start)
