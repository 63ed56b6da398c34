"""What is due by when if the plan is followed: one table for the panel, earliest first, with the children."""

from datetime import date, timedelta

from matching.cli.deadlines_text import AT, later, when
from matching.cli.page import Page
from matching.cli.panel import Panel, named
from matching.cli.plan_children import MOST_AT_LENGTH
from matching.domain.made import changed
from matching.domain.plan import Assignment
from matching.domain.ranking import DeadlineDue
from matching.explaining.words import count, day, listed

MOST_NAMED = 6
SOON = timedelta(days=365)
"""A panel looks a year ahead; what is due after that is told in full."""

AT_ONCE = timedelta(days=7)
"""Of a large panel only what is overdue, or due within a week, is told where not all is."""


def write_due(page: Page, panel: Panel, *, full: bool = False) -> None:
    """Write each deadline that a planned home brings once, with all of the children for whom it is due."""
    told = panel.plan.assignments
    due = _alike(told)
    if not due:
        return
    page.heading("What is due by when, if the plan is followed")
    large = len(told) > MOST_AT_LENGTH and not full
    last = date.max if full else panel.plan.as_of + (AT_ONCE if large else SOON)
    soon = [deadline for deadline in due if (deadline.by <= last if deadline.by else not large)]
    for deadline in sorted(soon, key=lambda d: (d.by is None, d.by or date.max)):
        _deadline(page, deadline, due[deadline], None if full else MOST_NAMED)
    if left := len(due) - len(soon):
        page.paragraph(f"{count(left, 'more deadline')}{'' if large else f' after {day(last)}'}: --full tells each.")


def _deadline(page: Page, deadline: DeadlineDue, children: list[str], most: int | None) -> None:
    what = f"{named(deadline.what, children)}{later(deadline)} [{deadline.id}]"
    page.beside(when(deadline), f"{listed(children, most)}: {what}", indent=0, at=AT)


def _alike(told: tuple[Assignment, ...]) -> dict[DeadlineDue, list[str]]:
    """The deadlines that are alike but for the child, with the children."""
    due: dict[DeadlineDue, list[str]] = {}
    for of in told:
        for deadline in of.option.deadlines if of.option else ():
            whom = [deadline.child] if deadline.child else of.children
            due.setdefault(changed(deadline, child=None), []).extend(whom)
    return due
