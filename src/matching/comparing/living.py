"""Two plans beside each other: who lives where in each, and who would live elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from matching.comparing.sides import Side
from matching.domain.plan import Assignment, Plan
from matching.domain.ranking import Option
from matching.facts.question import Question
from matching.planning.judging import Judging


@dataclass(frozen=True, eq=False)
class Planned:
    """A plan, the questions that it answers by their referral, and who judged the homes for it."""

    plan: Plan
    questions: Mapping[str, Question]
    judging: Judging

    @cached_property
    def assignment_of(self) -> Mapping[str, Assignment]:
        """The assignment of each child for whom the plan has one."""
        return {child: each for each in self.plan.assignments for child in each.children}

    @cached_property
    def home_of(self) -> Mapping[str, str]:
        """The home of each child who has one, by the plan or because it is agreed already."""
        agreed = {each.child: each.home for each in self.plan.agreed}
        return {child: each.home for child, each in self.assignment_of.items()} | agreed

    @cached_property
    def referral_of(self) -> Mapping[str, str]:
        """The referral that asks for each child."""
        return {child: i for i in self.plan.referrals for child in self.questions[i].referral.children}

    def side(self, referral: str) -> Side:
        """One of its referrals, ready to be asked about."""
        question = self.questions[referral]
        return Side(question, self.judging.found(question), self.judging)

    def option_of(self, children: Sequence[str], home: str) -> Option | None:
        """What a home is for these children, by the referral that asks for the first; None where there is no such home.

        Those of them whom that referral does not ask for are left out.
        """
        side = self.side(self.referral_of[children[0]])
        return side.option_of([child for child in children if child in side.question.arriving], home)

    def living_at(self, home: str | None) -> list[str]:
        """The children whom the plan has in a home."""
        return [child for child, theirs in self.home_of.items() if theirs == home]


@dataclass(frozen=True)
class Moved:
    """Children of one referral who would live elsewhere, from and to the same homes; None is no home."""

    referral: str
    children: tuple[str, ...]
    was: str | None
    now: str | None


def moved(before: Planned, after: Planned) -> Iterator[Moved]:
    """Who would live elsewhere, of those whom both panels ask for, in the order of the later one."""
    groups: dict[tuple[str, str | None, str | None], list[str]] = {}
    for child, referral in after.referral_of.items():
        was, now = before.home_of.get(child), after.home_of.get(child)
        if child in before.referral_of and was != now:
            groups.setdefault((referral, was, now), []).append(child)
    yield from (Moved(referral, tuple(those), was, now) for (referral, was, now), those in groups.items())


def together_in(planned: Planned, children: Sequence[str]) -> tuple[str, ...]:
    """Those of the first child's referral who share her home by a plan; herself alone, where she has none."""
    assignment = planned.assignment_of.get(children[0])
    return assignment.children if assignment else tuple(children)
