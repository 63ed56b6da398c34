"""Why a plan does not use the first home of the children's own order: it is owed to each of them."""

from matching.cli.panel import Panel
from matching.domain.plan import Assignment, OwnFirst
from matching.explaining.words import STANDINGS, listed

CANNOT_TELL = "cannot_tell"
OPEN = "a home that may be used counts before one of which nobody can tell yet"
UNUSED = "nobody is put there, for the aims of the plan (see above)"
BY_THE_AIMS = (
    "Where nobody is put into a home that would be first, the plan's aims decided: the children's own order takes "
    "homes in one band of points as alike and looks at siblings, school, wishes and cost then; the plan adds up the "
    "points of everybody as they are."
)


def why_not_first(panel: Panel, of: Assignment) -> str:
    """Which home would be first and why it is not used; nothing where it is used."""
    first = of.own_first
    if first is None:
        return ""
    return f"; {panel.home(first.home)} would be first ({STANDINGS[first.standing]}): {_why(panel, of, first)}"


def by_the_aims(of: Assignment) -> bool:
    """Whether only the aims speak against the home that would be first."""
    first = None if of.stays else of.own_first
    return first is not None and not first.taken_by and not _settled_first(of, first)


def _why(panel: Panel, of: Assignment, first: OwnFirst) -> str:
    if first.taken_by:
        lives = "lives" if len(first.taken_by) == 1 else "live"
        return f"by this plan {listed(panel.with_age(child) for child in first.taken_by)} {lives} there"
    return OPEN if _settled_first(of, first) else UNUSED


def _settled_first(of: Assignment, first: OwnFirst) -> bool:
    return first.standing == CANNOT_TELL and of.standing != CANNOT_TELL
