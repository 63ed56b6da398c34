"""A plan checked again from its case, in plain Python and without a solver: every constraint and every aim.

Nothing here is shared with what made the plan, but for the rules and the points themselves: who is asked for, who
should live with whom, what each aim counts and who may share a home are all restated.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matching.domain.child import Child
from matching.domain.codes import AimId, Outcome
from matching.domain.plan import Assignment, Plan
from matching.errors import EngineDefect
from matching.explaining.found import Found
from matching.facts.question import Question
from matching.facts.register import Register
from matching.facts.risk_kinds import covering, within
from matching.planning.counting import Counting
from matching.planning.of_case import Judge, OfCase, Others
from matching.rules.rule import HOUSEHOLD

NEAR = 0.006
"""Points are sums of hundredths."""


def verified(plan: Plan, questions: Sequence[Question], register: Register, judge: Judge) -> Plan:
    """The plan, if no fault is found in it or in a plan that comes after it; else EngineDefect."""
    for one in (plan, *plan.next_best):
        if faults := list(Checked(OfCase(one, questions, register, judge)).faults()):
            raise EngineDefect(
                f"a plan did not pass its own check ({len(faults)} faults, the first of {faults[0].partition(':')[0]})",
                "Nothing of it is shown. Tell those who look after this program, with the case.",
            )
    return plan


@dataclass(frozen=True)
class Checked:
    """Checks a plan."""

    of: OfCase

    def faults(self) -> Iterator[str]:
        """Everything that is wrong with the plan, in words; each begins with what it is about."""
        wrong = [*self._who(), *self._where()]
        yield from wrong
        if not wrong:
            yield from self._households()
            yield from self._aims()

    def _who(self) -> Iterator[str]:
        """Each child that is asked for is told of once."""
        asked = Counter(child.id for question in self.of.questions for child in question.children)
        told = Counter(child for assignment in self.of.plan.assignments for child in assignment.children)
        told.update({child.child for child in self.of.plan.unplaced})
        told.update(self.of.not_planned)
        for child in sorted(asked.keys() | told.keys()):
            if asked[child] != told[child]:
                yield f"children: {child} is asked for {asked[child]} times and told of {told[child]} times"

    def _where(self) -> Iterator[str]:
        """Every home is one of the register, and every child is placed by the referral that asks for her."""
        for assignment in self.of.plan.assignments:
            if assignment.home not in self.of.register.row_of:
                yield f"homes: {assignment.home} is not in the register"
            if strangers := set(assignment.children) - self._asked_by(assignment.referral):
                yield f"referrals: {assignment.referral} does not ask for {', '.join(sorted(strangers))}"

    def _asked_by(self, referral: str) -> set[str]:
        return {c.id for question in self.of.questions if question.referral.id == referral for c in question.children}

    def _households(self) -> Iterator[str]:
        """Nobody lives where a rule forbids it, with everybody in whom the plan puts there."""
        for assignment, others, found in self._in_company():
            row = self.of.register.row_of[assignment.home]
            standing = Outcome(int(found.standing[row]))
            if standing is Outcome.PROHIBITED:
                children, rules = ", ".join(assignment.children), ", ".join(_forbidding(found, row))
                yield f"households: a rule forbids {assignment.home} for {children} ({rules})"
            elif standing.word != assignment.standing:
                yield f"households: {assignment.home} is {standing.word}, and {assignment.standing} in the plan"
            yield from self._risks(assignment, others)
            if self._strangers_arrive(assignment, others) and self._household_open(found, row):
                yield f"households: nobody can tell whether {assignment.home} may take all who would live there"

    def _in_company(self) -> Iterator[tuple[Assignment, tuple[tuple[str, str], ...], Found]]:
        """Each assignment, with the others in its home, and what is found of every home with them in theirs."""
        each = [(assignment, self.of.others_there(assignment)) for assignment in self.of.plan.assignments]
        found = self.of.judge([self.of.question(assignment, others) for assignment, others in each])
        yield from ((assignment, others, of) for (assignment, others), of in zip(each, found, strict=True))

    def _strangers_arrive(self, assignment: Assignment, others: Others) -> bool:
        """Whether any of these is of another family, and does not live there yet by her own record or the home's."""
        family = self.of.family_of[assignment.children[0]]
        return any(self.of.family_of[child] != family and not self.of.lives_in(child, home) for child, home in others)

    def _risks(self, assignment: Assignment, others: Others) -> Iterator[str]:
        """No stranger is brought to live with a child where a recorded risk meets a vulnerability, or may."""
        family = self.of.family_of[assignment.children[0]]
        for child in assignment.children:
            for other, home in others:
                new = not (self.of.lives_in(child, assignment.home) and self.of.lives_in(other, home))
                if new and self.of.family_of[other] != family and at_risk(self.of.by_id[child], self.of.by_id[other]):
                    yield f"households: at {assignment.home} a recorded risk meets a vulnerability: {child}, {other}"

    def _household_open(self, found: Found, row: int) -> bool:
        """Whether a rule about the household cannot tell."""
        rules = found.rulebook.rules
        return any(
            rule.about is HOUSEHOLD and found.judged[0].outcomes[line, row] == Outcome.CANNOT_TELL
            for line, rule in enumerate(rules)
        )

    def _aims(self) -> Iterator[str]:
        """Every aim is reached as the plan says, and by no more than it says is possible."""
        said, better = {aim.aim: aim for aim in self.of.plan.aims}, False
        for aim, counted in Counting(self.of).counted().items():
            told = said[aim.value]
            if abs(told.reached - counted) > NEAR:
                yield f"aims: {aim.value} reaches {round(counted, 2)}, and {told.reached} in the plan"
            short = (told.best_possible - told.reached) * (-1 if aim is AimId.APPROVALS else 1)
            better = better or short > NEAR
            if short < -NEAR:
                yield f"aims: {aim.value} reaches more than the best possible"
        if self.of.plan.proven and (better or self._too_large):
            yield "aims: the plan says that it is proven"
        if not self.of.plan.proven and not self.of.plan.bound:
            yield "aims: the plan says that it is not proven, and does not say why"

    @property
    def _too_large(self) -> bool:
        """Whether a family has more than eight children: then not every way of dividing it was tried."""
        return any(len(family) > 8 for family in self.of.families())


def _forbidding(found: Found, row: int) -> Iterator[str]:
    """The rules that forbid a home to anybody."""
    for line, rule in enumerate(found.rulebook.rules):
        if any(judged.outcomes[line, row] == Outcome.PROHIBITED for judged in found.judged):
            yield rule.id


def at_risk(one: Child, other: Child) -> bool:
    """Whether a recorded risk of either, now or past, meets a vulnerability of the other, or may: not recorded."""
    for source, towards in ((one, other), (other, one)):
        for risk in source.risks or ():
            if risk.kind is not None and risk.level != "none":
                met = covering(risk.kind) | within(risk.kind)
                if towards.vulnerable_to is None or met & set(towards.vulnerable_to):
                    return True
    return False
