"""What must be recorded before anybody decides. A ranking does not wait for it; a decision does."""

from collections.abc import Iterator
from datetime import date, timedelta

from matching.domain.child import Child, Wishes
from matching.domain.codes import FamilyOutcome
from matching.domain.made import made
from matching.domain.ranking import BeforeDeciding
from matching.facts.fact import show_plain
from matching.facts.of_family import PARENTS, counts
from matching.facts.question import Question
from matching.facts.register import Register
from matching.geography.authorities import name_of
from matching.rules.reach import SHORT_BREAKS

WISHES, PARENTS_FIRST, FAMILY = "CA89-22-4", "CA89-22C-2", "CA89-22C-7A"
AUTHORITY = frozenset({"council", "authority", "local authority", "responsible authority"})


def before_deciding(question: Question, register: Register) -> Iterator[BeforeDeciding]:
    """Every gap that stands between this question and a decision, for each arriving child."""
    for child in question.children:
        if child.legal_status in SHORT_BREAKS:
            continue
        said = (*_wishes(child, question), *_parents(child, question), *_family(child, register, question.day))
        yield from (made(BeforeDeciding, id=i, because=because, child=child.id) for i, because in said)


def _wishes(child: Child, question: Question) -> Iterator[tuple[str, str]]:
    holds = timedelta(days=question.figures["wishes_hold"])
    for whose, wishes in (("the child", child.wishes), ("the parents", child.parents_wishes)):
        if said := _of_wishes(whose, wishes, question.day, holds):
            yield WISHES, said


def _of_wishes(whose: str, wishes: Wishes | None, day: date, holds: timedelta) -> str | None:
    """What is missing of somebody's wishes: that they were asked, lately, or why that was not practicable."""
    asked = wishes.ascertained_on if wishes else None
    if wishes is not None and wishes.not_ascertained_because:
        return None
    if not isinstance(asked, date) or asked > day:
        return f"the wishes of {whose} are to be found out, or why that is not practicable recorded"
    if asked < day - holds:
        return f"what {whose} said is of {show_plain(asked)}, over {holds.days} days ago: ask again"
    return None


def _parents(child: Child, question: Question) -> Iterator[tuple[str, str]]:
    """Everybody with parental responsibility, but for the authority, has been asked about, and why not is recorded."""
    if child.parental_responsibility is None:
        yield PARENTS_FIRST, "it is not recorded who has parental responsibility"
    happened = [e for e in child.family_explored or () if counts(e, question.day)]
    told = {e.person: e for e in happened if e.outcome not in {None, FamilyOutcome.PROPOSED}}
    for person in child.parental_responsibility or ():
        if _is_authority(person, question.authority_of(child)):
            continue
        if person not in told:
            yield PARENTS_FIRST, f"it is not recorded why the child cannot live with {person}"
        elif told[person].because is None:
            yield PARENTS_FIRST, f"it is recorded that the child cannot live with {person}, and not why"


def _is_authority(person: str, code: str) -> bool:
    """Whether one with parental responsibility is the authority itself, which shares it under a care order."""
    said = person.lower().removeprefix("the ")
    return said in AUTHORITY or said.removesuffix(" council") == name_of(code).lower()


def _family(child: Child, register: Register, day: date) -> Iterator[tuple[str, str]]:
    """Family and friends beside the parents have been asked about, and of each who is proposed there is a home."""
    happened = [e for e in child.family_explored or () if counts(e, day)]
    others = [e for e in happened if e.relation is not None and e.relation not in PARENTS]
    if not others:
        yield FAMILY, "it is not recorded which of family and friends were asked, as in a family group conference"
    for entry in others:
        if entry.outcome is FamilyOutcome.PROPOSED and entry.home not in register.row_of:
            yield FAMILY, f"{entry.person or 'somebody'} was proposed: what came of it is to be recorded, with the home"
