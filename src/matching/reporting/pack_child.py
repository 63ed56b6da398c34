"""One child of the pack, whose home a rule forbids or who may have a better one: what a panel asks, in a block."""

from collections.abc import Iterator
from typing import Any

from matching.domain.ranking import Interval
from matching.domain.review import Reviewed, Suggested
from matching.explaining.words import listed
from matching.reporting import saying
from matching.reporting.child_columns import also_suits
from matching.reporting.suggestion_columns import begins, stability_today, suitability_today
from matching.reporting.told import Told

Row = tuple[str, tuple[str, ...]]
PUT_RIGHT = "Decide first: what would make today's home lawful, or where else the child could live."
NO_HOME = "No other home that is recorded may be used. The part on missing homes says what there is none of."


def child(told: Told, of: Reviewed, anchor: int) -> dict[str, Any]:
    """A child's block, as data."""
    rows = [{"label": label, "lines": lines} for label, lines in _rows(told, of) if lines]
    duties = list(_compared(of, of.suggested)) if of.suggested else []
    return {"is": "child", "title": _title(of), "anchor": anchor, "rows": rows, "duties": duties, "after": _after(of)}


def _title(of: Reviewed) -> str:
    return f"{of.child}, aged {of.age}"


def _rows(told: Told, of: Reviewed) -> Iterator[Row]:
    """What is said before the duties: her wishes first."""
    yield from _wishes(of)
    yield "Lives now", (lives(told, of),)
    yield "Looked at", ("; ".join(told.due.why_due),) if told.due and told.due.why_due else ()
    yield "Home today", (_today(of),)
    if of.against:
        yield "Forbidden by", (*saying.reasons(of.against), PUT_RIGHT)
    yield "Not known", saying.reasons(of.unknown)
    yield "To be approved", saying.reasons(of.approvals_today)
    alone = set(of.left_alone)
    yield "Why", saying.reasons(each for each in saying.own_reasons(of) if each not in alone)
    yield "Left alone", saying.reasons(of.left_alone)
    yield from _suggestion(of.suggested)


def _wishes(of: Reviewed) -> Iterator[Row]:
    """Her wishes as they are recorded, and of which day."""
    if of.wishes:
        yield "Wishes", (of.wishes,)
        yield "Asked on", (saying.on(of.wishes_on),)
    else:
        yield "Wishes", (saying.wishes(of),)


def lives(told: Told, of: Reviewed) -> str:
    """Where she lives, since when, how far that is from her home, and in which area."""
    if of.home is None:
        return "not recorded where the child lives"
    outside = told.due.outside if told.due else None
    where = f"{saying.home(of.name, of.home)}, {saying.kind(of.kind) if of.kind else 'of what kind is not recorded'}"
    since = f"since {saying.on(of.since)}" if of.since else "since when is not recorded"
    far = f"{saying.miles(of.miles)} from the child's own home" if of.miles is not None else "distance not recorded"
    return f"{where}, {since}; {far}; {saying.area(outside, of.distant)}"


def _today(of: Reviewed) -> str:
    stands = saying.stands_today(of) if of.today else "it is not recorded how it stands"
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
    return f"{where}; {far}, {inside}; {saying.stands_there(of)}{together}"


def _compared(child: Reviewed, of: Suggested) -> Iterator[tuple[str, str, str, str]]:
    """What both homes would be: duty by duty, then in points."""
    yield from ((duty.title, duty.today, duty.there, saying.change(duty.change)) for duty in of.duties)
    pair = child, of
    now, stable = suitability_today(pair), stability_today(pair)
    beside = saying.FORBIDDEN if of.today is None else f"and {of.credit} for staying"
    yield (
        "Suitability, points",
        f"{saying.points(now)}; {beside}",
        saying.points(of.suitability),
        _more(now, of.suitability),
    )
    yield "Stability, points", saying.points(stable), saying.points(of.stability), _more(stable, of.stability)


def _more(today: Interval | None, there: Interval | None) -> str:
    """How many points more, as things are known."""
    if today is None or there is None:
        return "not compared"
    more = round(there.central - today.central)
    return f"{abs(more)} {'more' if more > 0 else 'less'}" if more else "alike"


def _after(of: Reviewed) -> list[dict[str, Any]]:
    """What is said after the duties: what it asks for, when, and who else."""
    rows = (*_asks(of.suggested), ("Also suits", also_suits(of)), ("Opened since", saying.opened(of)))
    return [{"label": label, "lines": lines} for label, lines in rows if lines]


def _asks(of: Suggested | None) -> Iterator[Row]:
    if of is None:
        return
    if of.loses:
        yield "Less well", (f"{listed(saying.titles(of.duties, of.loses))}: today's home serves it better",)
    yield "Approvals", saying.asked_first(of)
    yield "Before anybody decides", saying.reasons(of.before)
    yield "Not before", (begins(of),)
