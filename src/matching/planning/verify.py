"""A plan checked again from its case, in plain Python and without a solver: every constraint and every aim.

Nothing here is shared with what made the plan, but for the rules and the points themselves: who is asked for, who
should live with whom, what each aim counts and who may share a home are all restated.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from matching.domain.child import Child
from matching.domain.codes import AimId, Assessment, Outcome, Tier
from matching.domain.home import Home
from matching.domain.panel import Decided
from matching.domain.plan import Assignment, Plan
from matching.errors import EngineDefect
from matching.explaining.found import Found
from matching.facts.question import Question
from matching.facts.register import Register
from matching.planning.counting import Counted, approvals, at_risk, cut_short, suitability
from matching.rules.rule import HOUSEHOLD

Judge = Callable[[Sequence[Question]], Iterable[Found]]
"""Judges every home for each of these questions: all that is taken from the engine."""

NEAR = 0.006
"""Points are sums of hundredths."""


def verified(plan: Plan, questions: Sequence[Question], register: Register, judge: Judge) -> Plan:
    """The plan, if no fault is found in it or in a plan that comes after it; else EngineDefect."""
    for one in (plan, *plan.next_best):
        if faults := list(Checked(one, questions, register, judge).faults()):
            raise EngineDefect(
                f"a plan did not pass its own check ({len(faults)} faults, the first of {faults[0].partition(':')[0]})",
                "Nothing of it is shown. Tell those who look after this program, with the case.",
            )
    return plan


@dataclass(frozen=True)
class Checked:
    """A plan beside the case that it is for."""

    plan: Plan
    questions: Sequence[Question]
    register: Register
    judge: Judge

    def faults(self) -> Iterator[str]:
        """Everything that is wrong with the plan, in words; each begins with what it is about."""
        wrong = [*self._who(), *self._where()]
        yield from wrong
        if not wrong:
            yield from self._households()
            yield from self._aims()

    def _who(self) -> Iterator[str]:
        """Each child that is asked for is told of once."""
        asked = Counter(child.id for question in self.questions for child in question.children)
        told = Counter(child for assignment in self.plan.assignments for child in assignment.children)
        told.update({child.child for child in self.plan.unplaced})
        told.update(self._not_planned)
        for child in sorted(asked.keys() | told.keys()):
            if asked[child] != told[child]:
                yield f"children: {child} is asked for {asked[child]} times and told of {told[child]} times"

    def _where(self) -> Iterator[str]:
        """Every home is one of the register, and every child is placed by the referral that asks for her."""
        for assignment in self.plan.assignments:
            if assignment.home not in self.register.row_of:
                yield f"homes: {assignment.home} is not in the register"
            if strangers := set(assignment.children) - self._asked_by(assignment.referral):
                yield f"referrals: {assignment.referral} does not ask for {', '.join(sorted(strangers))}"

    def _asked_by(self, referral: str) -> set[str]:
        return {c.id for question in self.questions if question.referral.id == referral for c in question.children}

    @cached_property
    def _by_id(self) -> Mapping[str, Child]:
        return {child.id: child for question in self.questions for child in question.children}

    def _households(self) -> Iterator[str]:
        """Nobody lives where a rule forbids it, with everybody in whom the plan puts there."""
        for assignment, others, found in self.in_company():
            row = self.register.row_of[assignment.home]
            standing = Outcome(int(found.standing[row]))
            if standing is Outcome.PROHIBITED:
                yield f"households: a rule forbids {assignment.home} for {', '.join(assignment.children)}"
            elif standing.word != assignment.standing:
                yield f"households: {assignment.home} is {standing.word}, and {assignment.standing} in the plan"
            yield from self._risks(assignment, others)
            if self._strangers_arrive(assignment, others) and self._household_open(found, row):
                yield f"households: nobody can tell whether {assignment.home} may take all who would live there"

    def in_company(self) -> Iterator[tuple[Assignment, tuple[tuple[str, str], ...], Found]]:
        """Each assignment, with the others in its home, and what is found of every home with them in theirs."""
        each = [(assignment, self.others_there(assignment)) for assignment in self.plan.assignments]
        found = self.judge([self._question(assignment, others) for assignment, others in each])
        yield from ((assignment, others, of) for (assignment, others), of in zip(each, found, strict=True))

    def others_there(self, assignment: Assignment) -> tuple[tuple[str, str], ...]:
        """The other children whom the plan puts into the home, in any of its entries, each with the entry."""
        row = self.register.row_of[assignment.home]
        home = {self.register.homes[entry].id for entry in self.register.entries.get(row, (row,))}
        there = (other for other in self.plan.assignments if other.home in home and other is not assignment)
        return tuple((child, other.home) for other in there for child in other.children)

    def _strangers_arrive(self, assignment: Assignment, others: Sequence[tuple[str, str]]) -> bool:
        """Whether any of these is of another family, and does not live there yet by her own record or the home's."""
        family = self._family_of[assignment.children[0]]
        return any(self._family_of[child] != family and not self._lives_in(child, home) for child, home in others)

    def _risks(self, assignment: Assignment, others: Sequence[tuple[str, str]]) -> Iterator[str]:
        """No stranger is brought to live with a child where a recorded risk meets a vulnerability, or may."""
        family = self._family_of[assignment.children[0]]
        for child in assignment.children:
            for other, home in others:
                new = not (self._lives_in(child, assignment.home) and self._lives_in(other, home))
                if new and self._family_of[other] != family and at_risk(self._by_id[child], self._by_id[other]):
                    yield f"households: at {assignment.home} a recorded risk meets a vulnerability: {child}, {other}"

    def _lives_in(self, child: str, home: str) -> bool:
        """Whether a child has a bed in this entry of a home, by her own record or the home's."""
        row, lives = self.register.row_of[home], self._by_id[child].current_home
        entries = {self._homes[entry].id for entry in self.register.entries.get(row, (row,))}
        listed = any(member.id == child for member in self._homes[row].household or ())
        return lives == home if lives in entries else listed

    @cached_property
    def _family_of(self) -> dict[str, int]:
        """The number of each child's family."""
        return {child: number for number, family in enumerate(self._families()) for child in family}

    def _question(self, assignment: Assignment, others: Sequence[tuple[str, str]]) -> Question:
        """What is asked about the children of an assignment, with these others agreed for these homes."""
        question = next(q for q in self.questions if q.referral.id == assignment.referral)
        children = tuple(self._by_id[child] for child in assignment.children)
        agreed = [Decided(child=child, home=home) for child, home in others]
        return question.about(children, self._elsewhere(assignment)).with_agreed(agreed)

    def _elsewhere(self, assignment: Assignment) -> set[str]:
        """Those of the family who would not live in this home."""
        family = self._family_of[assignment.children[0]]
        there = {child for other in self.plan.assignments if other.home == assignment.home for child in other.children}
        return {child for child, number in self._family_of.items() if number == family} - there

    def _household_open(self, found: Found, row: int) -> bool:
        """Whether a rule about the household cannot tell."""
        rules = found.rulebook.rules
        return any(
            rule.about is HOUSEHOLD and found.judged[0].outcomes[line, row] == Outcome.CANNOT_TELL
            for line, rule in enumerate(rules)
        )

    def _aims(self) -> Iterator[str]:
        """Every aim is reached as the plan says, and by no more than it says is possible."""
        said, better = {aim.aim: aim for aim in self.plan.aims}, False
        for aim, counted in self._counted().items():
            told = said[aim.value]
            if abs(told.reached - counted) > NEAR:
                yield f"aims: {aim.value} reaches {counted}, and {told.reached} in the plan"
            short = told.best_possible - told.reached if not told.fewest else told.reached - told.best_possible
            better = better or short > NEAR
            if short < -NEAR:
                yield f"aims: {aim.value} reaches more than the best possible"
        if self.plan.proven and (better or self._too_large):
            yield "aims: the plan says that it is proven"
        if not self.plan.proven and not self.plan.bound:
            yield "aims: the plan says that it is not proven, and does not say why"

    @property
    def _too_large(self) -> bool:
        """Whether a family has more than eight children: then not every way of dividing it was tried."""
        return any(len(family) > 8 for family in self._families())

    def _counted(self) -> dict[AimId, float]:
        """What the plan reaches of each aim, counted child by child."""
        parts = list(self._parts())
        usable = [part for part in parts if part.standing >= Outcome.NEEDS_APPROVAL or part.stays]
        family = [part for part in parts if part.tier in {Tier.PARENTS, Tier.FAMILY_AND_FRIENDS}]
        own = [part for part in parts if part.tier != Tier.INDEPENDENT_OR_RESIDENTIAL]
        pairs = self._kept_pairs()
        return {
            AimId.HOME_SAME_DAY: sum(self._urgent(part, "same_day") for part in usable),
            AimId.HOME_WITHIN_72_HOURS: sum(self._urgent(part, "within_72_hours") for part in usable),
            AimId.HOME: sum(len(part.children) for part in usable),
            AimId.HOME_IF_SETTLED: sum(len(part.children) for part in parts),
            AimId.SIBLINGS_TOGETHER: sum(self._whole(family, pairs) for family in self._families()),
            AimId.SIBLING_PAIRS: len(pairs) + sum(self._joins(child, sibling) for child, sibling in self._outside),
            AimId.WHOLE_STAY: sum(len(part.children) for part in parts if part.whole_stay),
            AimId.FAMILY_AND_FRIENDS: sum(len(part.children) for part in family),
            AimId.STAYS: sum(len(part.children) for part in parts if part.stays),
            AimId.IN_HOUSE: sum(len(part.children) for part in own),
            AimId.SUITABILITY: sum(part.suitability for part in parts),
            AimId.APPROVALS: sum(part.approvals for part in parts),
        }

    @cached_property
    def _planned(self) -> set[str]:
        """The children whom the plan is for."""
        return set(self._by_id) - self._not_planned

    @cached_property
    def _not_planned(self) -> set[str]:
        return {each.child for each in self.plan.people_decide} | {each.child for each in self.plan.agreed}

    @cached_property
    def _should(self) -> set[frozenset[str]]:
        """Pairs who should live together: asked for together, or siblings by either record; but none assessed apart."""
        asked = {frozenset(p) for q in self.questions for p in combinations([c.id for c in q.children], 2)}
        return {pair for pair in asked | self._named if pair <= self._planned} - self._assessed_apart

    @cached_property
    def _named(self) -> set[frozenset[str]]:
        """Brothers and sisters by either record whom neither assesses apart."""
        return {pair for pair, _ in self._siblings} - self._assessed_apart

    @cached_property
    def _assessed_apart(self) -> set[frozenset[str]]:
        return {pair for pair, how in self._siblings if how is Assessment.APART}

    @cached_property
    def _siblings(self) -> list[tuple[frozenset[str], str | None]]:
        """What every record says of a brother or sister, with the assessment."""
        each = ((child.id, s) for child in self.questions[0].everyone for s in child.siblings or ())
        return [(frozenset({child, s.child}), s.assessment) for child, s in each if s.child and s.child != child]

    def _families(self) -> list[set[str]]:
        """The children in groups that hang together by such pairs or by a referral."""
        families = [{child} for child in sorted(self._planned)]
        links = [*self._should, *({c.id for c in q.children} & self._planned for q in self.questions)]
        for link in links:
            joined = [family for family in families if family & link]
            families = [family for family in families if not family & link] + ([set().union(*joined)] if joined else [])
        return families

    def _kept_pairs(self) -> set[frozenset[str]]:
        """Those of these pairs who would live together."""
        home_of = self._home_of
        return {pair for pair in self._should if len({home_of.get(c, c) for c in pair}) == 1 and pair <= home_of.keys()}

    def _whole(self, family: set[str], kept: set[frozenset[str]]) -> bool:
        """Whether all of a family who should live together would, those who are not planned for among them."""
        pairs = {pair for pair in self._should if pair <= family}
        outside = [(child, sibling) for child, sibling in self._outside if child in family]
        whole = pairs <= kept and all(self._joins(child, sibling) for child, sibling in outside)
        one_home = len({self._home_of.get(child, child) for child in family}) == 1
        return whole and (one_home if outside else bool(pairs))

    @cached_property
    def _home_of(self) -> dict[str, str]:
        """The home of each child who has one."""
        return {child: a.home for a in self.plan.assignments for child in a.children}

    @cached_property
    def _outside(self) -> list[tuple[str, str]]:
        """Each planned child with each brother or sister to live with who is not planned for, and lives somewhere."""
        named = [tuple(pair) for pair in self._named]
        pairs = [(one, other) for pair in named for one, other in (pair, pair[::-1]) if one in self._planned]
        return [(c, s) for c, s in pairs if s not in self._planned and any(self._is_in(s, h.id) for h in self._homes)]

    @property
    def _homes(self) -> Sequence[Home]:
        return self.register.homes

    def _joins(self, child: str, sibling: str) -> bool:
        """Whether a child would live where a brother or sister does who is not planned for."""
        return child in self._home_of and self._is_in(sibling, self._home_of[child])

    def _is_in(self, sibling: str, home: str) -> bool:
        """Whether somebody lives in a home, in any of its entries, by either record or by what is agreed."""
        row = self.register.row_of[home]
        entries = {self._homes[entry].id: self._homes[entry] for entry in self.register.entries.get(row, (row,))}
        record = next((c for c in self.questions[0].everyone if c.id == sibling), None)
        agreed = any(d.child == sibling and d.home in entries for d in self.questions[0].decided)
        listed = any(member.id == sibling for entry in entries.values() for member in entry.household or ())
        return agreed or listed or (record is not None and record.current_home in entries)

    def _urgent(self, part: Counted, urgency: str) -> int:
        """How many of a part need a home so soon."""
        return sum(self._urgency(child) == urgency for child in part.children)

    def _urgency(self, child: str) -> str:
        referral = next(q.referral for q in self.questions if any(c.id == child for c in q.children))
        return referral.urgency or ("same_day" if referral.emergency else "planned")

    def _parts(self) -> Iterator[Counted]:
        """Those of one family in one home, judged without anybody else whom the plan puts there."""
        parts: dict[tuple[int, str], list[Assignment]] = {}
        for assignment in self.plan.assignments:
            parts.setdefault((self._family_of[assignment.children[0]], assignment.home), []).append(assignment)
        found = iter(self.judge([question for those in parts.values() for question in self._asked(those)]))
        yield from (self._part(those, [next(found) for _ in those]) for those in parts.values())

    def _asked(self, those: Sequence[Assignment]) -> Iterator[Question]:
        """What is asked about a part, of each of its referrals: the others of it are wherever they are."""
        children, row = {child for a in those for child in a.children}, self.register.row_of[those[0].home]
        yield from (self._question(a, self._everywhere(children - set(a.children), row)) for a in those)

    def _part(self, those: Sequence[Assignment], each: Sequence[Found]) -> Counted:
        children = [child for assignment in those for child in assignment.children]
        row = self.register.row_of[those[0].home]
        return Counted(
            children=tuple(children),
            stays=all(self._lives_in(child, those[0].home) and self._may_stay(child) for child in children),
            whole_stay=not any(cut_short(found, row) for found in each),
            standing=min(int(found.standing[row]) for found in each),
            tier=max((a.tier for a in those), key=[*Tier].index),
            suitability=sum(len(a.children) * suitability(f, row) for a, f in zip(those, each, strict=True)),
            approvals=sum(approvals(found, row) for found in each),
        )

    def _may_stay(self, child: str) -> bool:
        """Whether nothing asks that a child leave where she lives: no emergency, and no step down."""
        referral = next(q.referral for q in self.questions if any(c.id == child for c in q.children))
        return not referral.emergency and referral.kind != "step_down"

    def _everywhere(self, children: set[str], row: int) -> list[tuple[str, str]]:
        """These children agreed for every home: in the entry of the same number as this one, or its first."""
        number = self.register.entries.get(row, (row,)).index(row)
        homes = dict.fromkeys(self.register.entries.get(k, (k,)) for k in range(self.register.size))
        rows = [entries[number] if number < len(entries) else entries[0] for entries in homes]
        return [(child, self.register.homes[k].id) for child in sorted(children) for k in rows]
