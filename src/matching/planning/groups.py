"""Who is planned for: the children of an agenda in groups, brothers and sisters who should be together in one."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from matching.domain.ages import years_on
from matching.domain.child import Child
from matching.domain.codes import Urgency
from matching.errors import Fault, InvalidInput
from matching.explaining.people_decide import why_people_decide
from matching.facts.decided import overlaps
from matching.facts.of_siblings import siblings_to_be_with
from matching.facts.question import Question

Pair = frozenset[str]

COMES_OF_AGE = 18
MOST_DIVIDED = 8
"""A larger group is planned together or child by child: the ways of dividing nine are 21,147."""


@dataclass(frozen=True, eq=False)
class Group:
    """Children who are planned for together: those of one referral, or of several that should be together.

    `questions` are those about its referrals, without the children of whom people decide; `together` are the pairs who
    should live together, `asked_for_together` of which nobody says that they are siblings among them.
    """

    questions: tuple[Question, ...]
    together: frozenset[Pair]

    @cached_property
    def children(self) -> tuple[str, ...]:
        """The ids of its children, in the order in which they are asked for."""
        return tuple(child.id for question in self.questions for child in question.children)

    @cached_property
    def urgency_of(self) -> Mapping[str, Urgency]:
        """How soon each child needs a home."""
        return {child.id: urgency(question) for question in self.questions for child in question.children}

    @cached_property
    def referral_of(self) -> Mapping[str, str]:
        """By which referral each child is asked for."""
        return {child.id: question.referral.id for question in self.questions for child in question.children}

    @property
    def all_together(self) -> bool:
        """Whether all of them should live together, so that to divide them in any way parts somebody."""
        count = len(self.children)
        return count > 1 and len(self.together) == count * (count - 1) // 2

    def kept(self, part: Sequence[str]) -> int:
        """How many pairs who should live together do in a part."""
        return sum(frozenset(pair) in self.together for pair in combinations(part, 2))


@dataclass(frozen=True, slots=True)
class Apart:
    """A child who is asked for and not planned for: by which referral, and why, or the home that is agreed already."""

    referral: str
    child: str
    because: str


@dataclass(frozen=True, slots=True)
class Agenda:
    """The groups to be planned for; the children of whom people decide; those for whom a home is agreed already."""

    groups: tuple[Group, ...]
    people_decide: tuple[Apart, ...]
    agreed: tuple[Apart, ...]


def urgency(question: Question) -> Urgency:
    """How soon a home is needed; what is not recorded is planned, but for an emergency."""
    at_once = Urgency.SAME_DAY if question.referral.emergency else Urgency.PLANNED
    return question.referral.urgency or at_once


def agenda(questions: Sequence[Question]) -> Agenda:
    """The children of these questions in groups; InvalidInput where a child is asked for twice."""
    if faults := list(_asked_twice(questions)):
        raise InvalidInput(faults)
    decide = tuple(
        Apart(q.referral.id, c.id, why) for q in questions for c in q.children if (why := _why_not_planned(c, q))
    )
    agreed = tuple(Apart(q.referral.id, c.id, home) for q in questions for c in q.children if (home := _agreed(c, q)))
    apart = {each.child for each in (*decide, *agreed)}
    left = [restricted for q in questions if (restricted := _without(q, apart)) is not None]
    return Agenda(tuple(group_of(those) for those in _joined(left)), decide, agreed)


def _why_not_planned(child: Child, question: Question) -> str:
    """Why people decide of a child and no plan; nothing where a plan may."""
    of_age = years_on(child.born, question.referral.start) >= COMES_OF_AGE
    return why_people_decide(child) or (f"is {COMES_OF_AGE} or over by the start" if of_age else "")


def _agreed(child: Child, question: Question) -> str:
    """The home that is agreed for a child in the time that is asked for; nothing where none is."""
    of_child = (d for d in question.decided if d.child == child.id and d.home and overlaps(d, question))
    return next((decided.home or "" for decided in of_child), "")


def _asked_twice(questions: Sequence[Question]) -> Iterator[Fault]:
    by_child: dict[str, list[str]] = {}
    for question in questions:
        for child in question.children:
            by_child.setdefault(child.id, []).append(question.referral.id)
    expected, remedy = "one referral a child", "Name the referrals of this panel, one for each child."
    for asked_for, by in by_child.items():
        if len(by) > 1:
            yield Fault("", "children", asked_for, "referrals", ", ".join(by), expected, remedy)


def _without(question: Question, apart: Collection[str]) -> Question | None:
    """The question without these children; None where nobody is left."""
    left = tuple(child for child in question.children if child.id not in apart)
    return question.about(left) if left else None


def _joined(questions: Sequence[Question]) -> list[list[Question]]:
    """The questions in groups: those together of which a child of one should be with a child of another."""
    at = {child.id: k for k, question in enumerate(questions) for child in question.children}
    group = list(range(len(questions)))
    for k, question in enumerate(questions):
        for child in question.children:
            for other in sorted(at[s] for s in siblings_to_be_with(child, question) if s in at):
                group = [group[k] if g == group[other] else g for g in group]
    return [[q for q, of in zip(questions, group, strict=True) if of == g] for g in dict.fromkeys(group)]


def group_of(questions: Sequence[Question]) -> Group:
    """The children of these questions as one group."""
    return Group(tuple(questions), frozenset(pair for q in questions for pair in _should_be_together(q, questions)))


def _should_be_together(question: Question, questions: Sequence[Question]) -> Iterator[Pair]:
    """Pairs with a child of this question: siblings, or asked for together, unless an assessment says apart."""
    others = {child.id for q in questions for child in q.children}
    for child in question.children:
        named = siblings_to_be_with(child, question) & others
        asked = {c.id for c in question.children if c.id != child.id and not _apart(child, c)}
        yield from (frozenset({child.id, other}) for other in named | asked)


def _apart(one: Child, other: Child) -> bool:
    """Whether an assessment of either says that the two should live apart."""
    return any(
        s.child == named.id and s.assessment == "apart"
        for of, named in ((one, other), (other, one))
        for s in of.siblings or ()
    )
