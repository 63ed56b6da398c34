"""One child of the pack, whose home a rule forbids or who may have a better one: what a panel asks, in a block."""

from collections.abc import Iterator
from typing import Any

from matching.domain.ranking import Interval
from matching.domain.review import Reviewed, Suggested
from matching.explaining.words import SO_STANDS, listed
from matching.reporting import saying
from matching.reporting.child_columns import also_suits
from matching.reporting.suggestion_columns import begins
from matching.reporting.told import Told

Row = tuple[str, tuple[str, ...]]
ASK = "not recorded: ask the child before anything is decided"
PUT_RIGHT = "Decide first: what would make today's home lawful, or where else the child could live."
FORBIDDEN = "none: a rule forbids it"
NO_HOME = "No home in the area is suggested. See what is missing, and look further."


def child(told: Told, of: Reviewed, anchor: int) -> dict[str, Any]:
    """A child's block, as data."""
    rows = [{"label": label, "lines": lines} for label, lines in _rows(told, of) if lines]
    duties = list(_compared(of.suggested)) if of.suggested else []
    return {"is": "child", "title": _title(of), "anchor": anchor, "rows": rows, "duties": duties, "after": _after(of)}


def _title(of: Reviewed) -> str:
    return f"{of.child}, aged {of.age}"


def _rows(told: Told, of: Reviewed) -> Iterator[Row]:
    """What is said before the duties: her wishes first."""
    yield "Wishes", (of.wishes or ASK,)
    yield "Lives now", (lives(told, of),)
    yield "Looked at", ("; ".join(told.due.why_due),) if told.due and told.due.why_due else ()
    yield "Home today", (_today(of),)
    if of.against:
        yield "Forbidden by", (*saying.reasons(of.against), PUT_RIGHT)
    yield "Not known", saying.reasons(of.unknown)
    yield "Why", saying.reasons(of.because)
    yield "Left alone", saying.reasons(of.left_alone)
    yield from _suggestion(of.suggested)


def lives(told: Told, of: Reviewed) -> str:
    """Where she lives, since when, how far that is from her home, and in which area."""
    if of.home is None:
        return "not recorded where the child lives"
    outside = told.due.outside if told.due else None
    where = f"{saying.home(of.name, of.home)}, {saying.kind(of.kind)}"
    since = f"since {saying.on(of.since)}" if of.since else "since when is not recorded"
    far = f"{saying.miles(of.miles)} from the child's own home" if of.miles is not None else "distance not recorded"
    return f"{where}, {since}; {far}; {saying.area(outside, of.distant)}"


def _today(of: Reviewed) -> str:
    if of.today == "prohibited":
        return f"{SO_STANDS[of.today]}: it has no points of suitability; stability {saying.points(of.stability)}"
    stands = SO_STANDS.get(of.today, of.today) if of.today else "it is not recorded how it stands"
    return f"{stands}; suitability {saying.points(of.suitability)}, stability {saying.points(of.stability)}"


def _suggestion(suggested: Suggested | None) -> Iterator[Row]:
    if suggested is None:
        yield "To explore", (NO_HOME,)
        return
    yield "To explore", (_place(suggested),)


def _place(of: Suggested) -> str:
    inside = "not recorded whether in the area" if of.inside is None else f"{'in' if of.inside else 'outside'} the area"
    where = f"{saying.home(of.name, of.home)}, {saying.kind(of.kind)} ({saying.tier(of.tier).lower()})"
    far = f"{saying.miles(of.miles)} from the child's own home" if of.miles is not None else "distance not recorded"
    together = f"; together with {listed(of.together_with)}" if of.together_with else ""
    return f"{where}; {far}, {inside}; {SO_STANDS.get(of.standing, of.standing)}{together}"


def _compared(of: Suggested) -> Iterator[tuple[str, str, str, str]]:
    """What both homes would be: duty by duty, then in points."""
    yield from ((duty.title, duty.today, duty.there, saying.change(duty.change)) for duty in of.duties)
    today = FORBIDDEN if of.today is None else f"{saying.points(of.today)}, and {of.credit} for staying"
    yield "Suitability, points", today, saying.points(of.suitability), _more(of.today, of.suitability)
    yield "Stability, points", saying.points(of.stability_today), saying.points(of.stability), _stabler(of)


def _stabler(of: Suggested) -> str:
    return _more(of.stability_today, of.stability) if of.stability else "not compared"


def _more(today: Interval | None, there: Interval) -> str:
    """How many points more, as things are known."""
    if today is None:
        return "not compared"
    more = round(there.central - today.central)
    return f"{abs(more)} {'more' if more > 0 else 'less'}" if more else "alike"


def _after(of: Reviewed) -> list[dict[str, Any]]:
    """What is said after the duties: what it asks for, when, and who else."""
    rows = (*_asks(of.suggested), ("Also suits", also_suits(of)), ("Opened since", _opened(of)))
    return [{"label": label, "lines": lines} for label, lines in rows if lines]


def _opened(of: Reviewed) -> tuple[str, ...]:
    return (f"{listed(of.opened_since)}: in the area, with a bed free since then",) if of.opened_since else ()


def _asks(of: Suggested | None) -> Iterator[Row]:
    if of is None:
        return
    if of.loses:
        yield "Less well", (f"{listed(saying.titles(of.duties, of.loses))}: today's home serves it better",)
    yield "Approvals", tuple(map(saying.approval, of.approvals)) or ("none outstanding",)
    yield "Not before", (begins(of),)
