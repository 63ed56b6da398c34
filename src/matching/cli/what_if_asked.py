"""What a what-if asks to be otherwise, fact by fact, as one says it."""

from collections.abc import Iterator, Mapping
from datetime import date

from pydantic import JsonValue

from matching.cli.page import Page
from matching.cli.tried import Answered
from matching.domain.comparison import Tried
from matching.domain.noun import AS_A_DAY
from matching.explaining.words import count, day, listed, word

ONE = {
    "children": "child",
    "referrals": "referral",
    "homes": "home",
    "decided": "agreed",
    "approvals": "approval",
    "as_of": "the day on which all is judged",
    "authority": "the authority",
    "policy": "the policy",
}
NOT_RECORDED = "not recorded"
MOST_FACTS = 40


def write_asked(page: Page, answered: Answered) -> None:
    """Write each fact that is asked to be otherwise, and then those that are so already."""
    asked = answered.comparison.asked
    page.heading("What is asked", count(len(asked), "fact"))
    for line in _lines(asked):
        page.bullet(line, indent=0)
    if asked and all(fact.already_so for fact in asked):
        page.paragraph("Nothing would be otherwise: the record says all of this already.")


def _lines(asked: tuple[Tried, ...]) -> Iterator[str]:
    yield from (said(fact) for fact in asked if not fact.already_so)
    yield from (f"{_where(fact)}: {shown(fact.to)}, as it is already" for fact in asked if fact.already_so)


def said(fact: Tried) -> str:
    """One fact: where it stands, what it is and what it would be."""
    if not fact.field and fact.id and fact.from_ is None:
        return f"{_where(fact)}, a new one: {_in_short(fact.to)}"
    if not fact.field and fact.id and fact.to is None:
        return f"{_where(fact)}: taken out"
    if isinstance(fact.from_, list) and isinstance(fact.to, list):
        return f"{_where(fact)}: {_lists(fact.from_, fact.to)}"
    if fact.field.endswith("words"):
        return f"{_where(fact)}: from {_quoted(fact.from_)} to {_quoted(fact.to)}"
    return f"{_where(fact)}: from {shown(fact.from_)} to {shown(fact.to)}"


def _quoted(value: JsonValue) -> str:
    """Somebody's own words."""
    return f"“{value}”" if value else NOT_RECORDED


def _lists(was: list[JsonValue], now: list[JsonValue]) -> str:
    """What a list would hold no more, and what it would hold besides; both whole where its order alone is another."""
    gone, new = [one for one in was if one not in now], [one for one in now if one not in was]
    if not gone and not new:
        return f"from {shown(was)} to {shown(now)}"
    return "; ".join(f"{word} {shown(those)}" for word, those in (("no more", gone), ("new", new)) if those)


def _where(fact: Tried) -> str:
    of = f"{ONE[fact.table]} {fact.id}".rstrip()
    return ", ".join([of, *(word(step) for step in fact.field.split(".") if step)])


def shown(value: JsonValue) -> str:
    """A value as one says it."""
    if value is None:
        return NOT_RECORDED
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return listed(shown(one) for one in value) or "none"
    if isinstance(value, Mapping):
        return _in_short(value) or "no limit"
    if isinstance(value, str):
        return day(date.fromisoformat(value)) if AS_A_DAY.fullmatch(value) else word(value)
    return str(value)


def _in_short(value: JsonValue) -> str:
    """A table by its first facts."""
    if not isinstance(value, Mapping):
        return shown(value)
    return listed((f"{word(key)} {shown(one)}" for key, one in value.items() if key != "id"), MOST_FACTS)
