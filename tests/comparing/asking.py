"""What-ifs for tests: a case by hand, a change, and what is told of it."""

from typing import Any

from matching.domain.case import Case
from matching.domain.comparison import Cause, Comparison, Difference
from matching.engine import Engine
from matching.what_if import Wanted, try_change
from tests.builders import a_case, a_home
from tests.data.changing import a_change

FAR = {"postcode": "SL9 7AA"}


def two_homes(**changes: Any) -> Case:
    """Amy, a home near her school, and another further off, unless other homes are named."""
    return a_case(**({"homes": (a_home(), a_home(id="elm", **FAR))} | changes))


def asked(case: Case, *tables: dict[str, Any], plan: bool = False, **more: Any) -> Comparison:
    """What would be different by a change."""
    return try_change(Engine.of(case), a_change(*tables, **more), Wanted(as_plan=plan))


def rows(comparison: Comparison, what: str) -> list[Difference]:
    """The rows about one thing."""
    return [row for row in comparison.changed if row.what == what]


def row(comparison: Comparison, what: str, home: str | None = None) -> Difference:
    """The one row about one thing, of a home where one is named."""
    (found,) = (one for one in rows(comparison, what) if home is None or one.home == home)
    return found


def causes(row: Difference, what: str) -> list[Cause]:
    """The causes of one kind."""
    return [cause for cause in row.because if cause.what == what]


def about_homes(comparison: Comparison) -> set[str]:
    """Every home that is named as one of which something is different."""
    told = {row.home for row in comparison.changed if row.home is not None}
    return told | {home for group in comparison.also for home in group.homes}
