"""The deadlines that follow from an option, and those that no home changes."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from matching.domain.child import Child
from matching.domain.finding import Finding
from matching.domain.home import Home
from matching.domain.made import made
from matching.domain.ranking import DeadlineDue
from matching.explaining.findings import ShownPairing
from matching.facts.question import Question
from matching.rules.deadlines import ChildOnADay, Due, Placement, following, of_the_child


def of_option(
    question: Question, home: Home, pairings: Sequence[ShownPairing], findings: Sequence[Finding]
) -> Iterator[DeadlineDue]:
    """What is to be done, by when, if this home is chosen for those who arrive."""
    several = len(pairings) > 1
    for child, pairing in zip(question.children, pairings, strict=True):
        stops = _stops(findings, child)
        of = Placement(child, home, question.referral, question.day, pairing.row, stops)
        yield from (_due(d.id, due, question.day, child.id if several else None) for d, due in following(of))


def of_children(question: Question) -> Iterator[DeadlineDue]:
    """What is due for each arriving child, wherever she lives."""
    for child in question.children:
        found = of_the_child(ChildOnADay(child, question.day))
        yield from (_due(d.id, due, question.day, child.id) for d, due in found)


def _stops(findings: Sequence[Finding], child: Child) -> Mapping[str, date | None]:
    """The rules that asked for an approval, for this child or for all, with the day by which."""
    return {f.rule: f.by for f in findings if f.approver is not None and f.child in {None, child.id}}


def _due(name: str, due: Due, day: date, child: str | None) -> DeadlineDue:
    last = due.latest or due.by
    overdue = last is not None and last < day
    return made(DeadlineDue, id=name, what=due.what, by=due.by, latest=due.latest, overdue=overdue, child=child)
