"""What a change leaves that does not fit together: told as faults of the change, not of the case."""

from collections.abc import Iterator
from typing import Any

from matching.data.belonging import KnownRules
from matching.data.consistency import contradictions
from matching.data.drafting import Draft
from matching.data.place import Path
from matching.data.trouble import told
from matching.domain.case import Case
from matching.domain.laying import as_tables
from matching.errors import Fault

STILL_THERE = "one that is still there: this one is taken out"
TAKE_IT_OUT_TOO = "Take out what names it too, or let it name another."
TABLE_OF = {"home": "homes", "same_home_as": "homes", "referral": "referrals", "children": "children"}
"""In which table stands what a field names."""


def left_behind(draft: Draft, case: Case, known_rules: KnownRules | None, last: str) -> Iterator[Fault]:
    """A fault for each contradiction that is there after a change; `last` is the change that was made last."""
    for trouble in contradictions(case, known_rules):
        if isinstance(trouble.found, str) and trouble.found in draft.spoiled:
            continue  # it was told already why that one is not there
        entry = _entry(case, trouble.path)
        raw, gone_by = _raw(trouble.path, entry), draft.gone.get((_table_of(trouble.path), str(trouble.found)))
        if gone_by is None:
            yield told(trouble, draft.by.get(id(entry), last), raw)
        else:
            yield told(trouble._replace(expected=STILL_THERE, remedy=TAKE_IT_OUT_TOO), gone_by, raw)


def _entry(case: Case, path: Path) -> Any:
    """The entry of the case that a path leads to."""
    if len(path) < 2 or not isinstance(path[1], int):
        return None
    return getattr(case, str(path[0]))[path[1]]


def _raw(path: Path, entry: Any) -> dict[str, Any]:
    """What of the case must be there to say where a path leads."""
    return {} if entry is None else {str(path[0]): {path[1]: as_tables(entry)}}


def _table_of(path: Path) -> str:
    """The table in which what is named at a path should stand."""
    field = next((step for step in reversed(path) if isinstance(step, str)), "")
    return TABLE_OF.get(field, "")
