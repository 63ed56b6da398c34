"""Deadlines on a page: those that any of the homes brings once, those of one home beside it."""

from collections.abc import Iterator, Sequence

from matching.cli.answer import Answer
from matching.cli.page import Page
from matching.domain.ranking import DeadlineDue, Option
from matching.explaining.words import day

AT = 19


def write_deadlines(page: Page, answer: Answer) -> None:
    """Write what is due whatever home is chosen, and for each child wherever she lives."""
    due = [*common(answer.shown), *answer.ranking.deadlines]
    if due:
        page.heading("Deadlines, whichever home is chosen")
    for deadline in sorted(due, key=lambda d: (d.by is None, d.by or answer.ranking.as_of)):
        page.beside(when(deadline), f"{said(answer, deadline)} {answer.source(deadline.id)}", indent=0, at=AT)


def common(options: Sequence[Option]) -> tuple[DeadlineDue, ...]:
    """The deadlines that every one of these options brings; none where there is one option alone."""
    if len(options) < 2:
        return ()
    return tuple(d for d in options[0].deadlines if all(d in o.deadlines for o in options))


def of_one(answer: Answer, option: Option) -> Iterator[str]:
    """The deadlines that this option brings and not every other one."""
    shared = common(answer.shown) if option.rank is not None else ()
    for deadline in option.deadlines:
        if deadline not in shared:
            yield f"{when(deadline)}: {said(answer, deadline)} {answer.source(deadline.id)}"


def when(deadline: DeadlineDue) -> str:
    """The day by which, or as soon as can be."""
    return day(deadline.by) if deadline.by else "as soon as can be"


def said(answer: Answer, deadline: DeadlineDue) -> str:
    """What is due, for whom, and until when it may be put off."""
    whom = f"{deadline.child}: " if deadline.child and len(answer.children) > 1 else ""
    return f"{whom}{answer.named(deadline.what)}{later(deadline)}"


def later(deadline: DeadlineDue) -> str:
    """Until when it may be put off, and that it is overdue."""
    until = f"; with a reason by {day(deadline.latest)}" if deadline.latest else ""
    return f"{until}{' (overdue)' if deadline.overdue else ''}"
