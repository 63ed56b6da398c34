"""A plan in the words of the field: who would live where, with every reason, from what the solver chose."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from matching.domain.child import Child
from matching.domain.codes import Outcome
from matching.domain.made import changed, made
from matching.domain.plan import ApprovalOutstanding, Assignment, Leaves, OwnFirst
from matching.domain.ranking import Option
from matching.explaining.found import Found
from matching.explaining.ranking import option_of
from matching.facts.living import homes_of
from matching.facts.prices import full_weekly
from matching.facts.question import Question
from matching.planning.company import Company, Options
from matching.planning.finding import PartFound
from matching.planning.groups import Group
from matching.planning.judging import Judging
from matching.planning.numbers import Numbers
from matching.planning.parts import questions_of
from matching.solving.problem import Solved


@dataclass(frozen=True, eq=False)
class Teller:
    """Says what plans in numbers mean. What was said once is kept: plans that come after each other are much alike."""

    numbers: Numbers
    judging: Judging
    company: Company
    _said: dict[tuple[int, Options], tuple[Assignment, ...]] = field(default_factory=dict)

    def assignments(self, plan: Solved) -> tuple[Assignment, ...]:
        """Who would live where, in the order of the agenda, with everything that speaks for and against."""
        households = {option: those for those in self.company.shared(plan.options).values() for option in those}
        each = [(option, households.get(option, (option,))) for option in plan.options]
        self._tell([of for of in each if of not in self._said])
        homes = self.home_of_each(plan)
        told = (self._in_this_plan(assignment, homes) for of in each for assignment in self._said[of])
        return tuple(sorted(told, key=lambda assignment: self._place[assignment.children[0]]))

    def home_of_each(self, plan: Solved) -> dict[str, str]:
        """The home of each child who has one."""
        numbers, homes = self.numbers, self.judging.register.homes
        return {
            child: homes[numbers.home_of(option)].id
            for option in plan.options
            for child in numbers.children_of(numbers.part_of(option))
        }

    @cached_property
    def _alone(self) -> Mapping[str, PartFound]:
        """What is found of each child by herself."""
        single = (found for found in self.numbers.parts if len(found.part.places) == 1)
        return {self.numbers.children_of(found.part)[0]: found for found in single}

    @cached_property
    def _place(self) -> Mapping[str, int]:
        """The place of each child on the agenda."""
        children = (child for group in self.numbers.groups for child in group.children)
        return {child: k for k, child in enumerate(children)}

    def _tell(self, each: Sequence[tuple[int, Options]]) -> None:
        """The parts of these options in their homes, with the other parts there: an assignment for each referral."""
        asked = [(option, household, *of) for option, household in each for of in self._asked(option)]
        questions = [self.company.question_in_company(q, rest, o, household) for o, household, q, rest in asked]
        for (option, household, question, rest), found in zip(asked, self.judging.each(questions), strict=True):
            said = option_of(found, self.numbers.home_of(option))
            with_them = (*rest, *(child for o in household if o != option for child in self._children(o)))
            told = changed(self._assignment(question, option, said), with_them=with_them)
            self._said[option, household] = (*self._said.get((option, household), ()), told)

    def _asked(self, option: int) -> Iterator[tuple[Question, tuple[str, ...]]]:
        """The question about an option's part by each of its referrals, and the others of the part."""
        part = self.numbers.part_of(option)
        return questions_of(self.numbers.groups[part.group], part.places)

    def _children(self, option: int) -> tuple[str, ...]:
        return self.numbers.children_of(self.numbers.part_of(option))

    def _assignment(self, question: Question, option: int, said: Option) -> Assignment:
        found, at = self.numbers.at(option)
        group = self.numbers.groups[found.part.group]
        home = self.judging.register.homes[int(found.rows[at])]
        weekly = full_weekly(home)
        together = {group.children[place] for place in found.part.places}
        return made(
            Assignment,
            referral=question.referral.id,
            children=question.referral.children,
            home=home.id,
            name=home.name,
            kind=said.kind,
            tier=said.tier,
            standing=said.standing,
            suitability=said.suitability,
            own_rank=int(found.order[at]) + 1,
            own_first=self._own_first(found, at),
            parted_from=(*self._parted(group, question, together), *_not_joined(found, int(found.rows[at]))),
            approvals=tuple(outstanding(said)),
            weekly=None if weekly is None else str(weekly),
            leaves=tuple(self._left_by(question, home.id)),
            stays=all(int(found.rows[at]) in self._lives(child) for child in question.children),
            option=said,
        )

    def _left_by(self, question: Question, home: str) -> Iterator[Leaves]:
        """The homes of the register in which these children live and would not, each as it stands for her alone."""
        homes, row = self.judging.register.homes, self.judging.register.row_of[home]
        for child in question.children:
            lives = self._lives(child)
            for now in [] if row in lives else lives[:1]:
                standing = self._standing_alone(child.id, now).word
                yield made(Leaves, child=child.id, home=homes[now].id, standing=standing)

    def _lives(self, child: Child) -> list[int]:
        """The rows of the home in which a child surely lives, by her own record or the home's, hers first."""
        register = self.judging.register
        return sorted(homes_of(child, register), key=lambda row: register.homes[row].id != child.current_home)

    def _standing_alone(self, child: str, row: int) -> Outcome:
        """How a home stands for a child by herself: one in which nothing was found is forbidden."""
        found = self._alone[child]
        at = np.flatnonzero(found.rows == row)
        return Outcome(int(found.of.standing[at[0]])) if len(at) else Outcome.PROHIBITED

    def _parted(self, group: Group, question: Question, together: Collection[str]) -> Iterator[str]:
        """Those of the group who should live with one of those asked about, and would not."""
        for other in (child for child in group.children if child not in together):
            if any(frozenset({child.id, other}) in group.together for child in question.children):
                yield other

    def _own_first(self, found: PartFound, at: int) -> OwnFirst | None:
        """The first home in these children's own order, where it is another one."""
        first = int(np.argmin(found.order))
        if first == at:
            return None
        home = self.judging.register.homes[int(found.rows[first])]
        return made(OwnFirst, home=home.id, standing=Outcome(int(found.of.standing[first])).word)

    def _in_this_plan(self, assignment: Assignment, homes: Mapping[str, str]) -> Assignment:
        """With who has the home that would come first for these children."""
        first = assignment.own_first
        if first is None:
            return assignment
        taken_by = tuple(child for child, home in homes.items() if home == first.home)
        return changed(assignment, own_first=changed(first, taken_by=taken_by))


def _not_joined(found: PartFound, row: int) -> Iterator[str]:
    """Brothers and sisters who are not planned for, live in a home of the register, and not in this one."""
    yield from (sibling for sibling, homes in found.outside.items() if row not in homes)


def outstanding(option: Option) -> Iterator[ApprovalOutstanding]:
    for finding in option.findings:
        if finding.outcome == Outcome.NEEDS_APPROVAL.word:
            yield made(
                ApprovalOutstanding,
                rule=finding.rule,
                approver=finding.approver,
                by=finding.by,
                child=finding.child,
            )


def in_short(assignments: Sequence[Assignment]) -> tuple[Assignment, ...]:
    """The same without the options: what is said of every home is said once, with the plan that is proposed."""
    return tuple(changed(assignment, option=None) for assignment in assignments)


def whole_of(found: PartFound, group: Group, judging: Judging) -> Found:
    """Everything that is found of a part by its first referral."""
    question, _ = next(questions_of(group, found.part.places))
    return judging.found(question)
