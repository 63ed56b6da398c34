"""What must be recorded before anybody decides. A ranking does not wait for it; a decision does."""

from collections.abc import Iterator
from datetime import date, timedelta

from matching.domain.child import Child, FamilyExplored, Wishes
from matching.domain.codes import FamilyOutcome
from matching.domain.ranking import BeforeDeciding
from matching.facts.fact import show_plain
from matching.facts.of_family import PARENTS
from matching.facts.question import Question
from matching.facts.register import Register

WISHES, PARENTS_FIRST, FAMILY = "CA89-22-4", "CA89-22C-2", "CA89-22C-7A"


def before_deciding(question: Question, register: Register) -> Iterator[BeforeDeciding]:
    """Every gap that stands between this question and a decision, for each arriving child."""
    for child in question.children:
        connected = bool(len(register.lists.connected_to.rows([child.id])))
        said = (*_wishes(child, question), *_parents(child), *_family(child, connected=connected))
        yield from (BeforeDeciding(id=i, because=because, child=child.id) for i, because in said)


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
        return f"what {whose} wish is to be found out, or why that is not practicable recorded".replace(
            "child wish", "child wishes"
        )
    if asked < day - holds:
        return f"what {whose} said is of {show_plain(asked)}, over {holds.days} days ago: ask again"
    return None


def _parents(child: Child) -> Iterator[tuple[str, str]]:
    """Everybody with parental responsibility has been asked about, or it is recorded why not."""
    if child.parental_responsibility is None:
        yield PARENTS_FIRST, "it is not recorded who has parental responsibility"
    explored = {e.person for e in child.family_explored or () if _told(e)}
    for person in child.parental_responsibility or ():
        if person not in explored:
            yield PARENTS_FIRST, f"it is not recorded why the child cannot live with {person}"


def _told(entry: FamilyExplored) -> bool:
    return entry.outcome not in {None, FamilyOutcome.PROPOSED}


def _family(child: Child, *, connected: bool) -> Iterator[tuple[str, str]]:
    """Family and friends beside the parents have been asked about, or some of them are put forward."""
    asked = any(e.relation not in PARENTS for e in child.family_explored or ())
    if not asked and not connected:
        yield (
            FAMILY,
            "it is not recorded that family and friends were asked, as in a family group conference",
        )
