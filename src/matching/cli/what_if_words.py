"""What would be different, and what makes it so, in a panel member's words."""

from collections.abc import Iterator, Mapping

from matching.cli.answer import THE_CHILD
from matching.cli.option_text import points
from matching.cli.tried import Answered
from matching.cli.words import OUTCOMES
from matching.domain.comparison import Cause, Difference, Told
from matching.domain.ranking import Interval
from matching.explaining.words import STANDINGS, TIERS, place, word

NOTHING = "none"
LABELS: Mapping[str, str] = {
    "new_home": "new",
    "home_gone": "gone",
    "now_an_option": "standing",
    "no_option_any_more": "standing",
    "findings": "rules",
    "duties": "duties",
    "home": "home",
    "first_way": "best division",
}
ALSO: Mapping[str, str] = {
    "new_home": "would be new",
    "home_gone": "would be gone",
    "now_an_option": "would be an option",
    "no_option_any_more": "would be no option any more",
    "standing": "would stand otherwise",
    "tier": "would be of another tier",
    "suitability": "would have other points of suitability",
    "stability": "would have other points of stability",
    "distance": "would have other points of distance",
    "cost": "would have other points of cost",
    "findings": "would stand as they do, and rules would find something else",
    "duties": "would serve a duty otherwise",
    "place": "would have another place alone",
}
"""What is said of homes that are not told one by one."""


def instead(answered: Answered, row: Difference) -> str:
    """The home that would be, beside the one that is; that there is none now, or would be none."""
    if row.from_ is None:
        return f"{answered.home(row.to)}; now there is none"
    if row.to is None:
        return f"none; now {answered.home(row.from_)}"
    return f"{answered.home(row.to)}, and not {answered.home(row.from_)}"


def label(row: Difference) -> str:
    """What a row is about, in a word."""
    return LABELS.get(row.what, word(row.what))


def from_to(row: Difference) -> str:
    """What it is, and what it would be."""
    if row.what == "new_home":
        return _told(row.what, row.to)
    if row.what == "home_gone":
        return f"would be gone; now {_told(row.what, row.from_)}"
    if row.from_ is None and row.to is None:
        return ""
    return f"from {_told(row.what, row.from_)} to {_told(row.what, row.to)}"


def _told(what: str, value: Told) -> str:
    """A value of a row, as one says it."""
    if value is None:
        return NOTHING
    if isinstance(value, Interval):
        return points(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if what == "place" and isinstance(value, int):
        return place(value)
    if isinstance(value, str):
        return STANDINGS.get(value) or TIERS.get(value) or word(value)
    return f"{value:,}" if isinstance(value, int | float) else "; ".join(value)


def because(answered: Answered, row: Difference) -> Iterator[str]:
    """Each thing that makes it so, in a line."""
    for cause in row.because:
        if row.home is None or cause.what != "home":
            yield _cause(answered, cause, names_home=row.home is None)


def _cause(answered: Answered, cause: Cause, *, names_home: bool) -> str:
    whose = f"{cause.home}: " if names_home and cause.home and cause.what not in ITSELF else ""
    child = f"{cause.child}: " if cause.child else ""
    text = THE_CHILD.sub(lambda _: answered.only_child or "the child", cause.because)
    return f"{whose}{child}{_said(answered, cause, text)}"


ITSELF = frozenset(
    {"home", "came_before", "went_from_before", "bed", "panel", "homes", "agreed", "people_decide", "change"}
)
"""Causes whose sentence says itself what it is about."""


def _said(answered: Answered, cause: Cause, text: str) -> str:
    if cause.what == "finding":
        was = "" if cause.from_ is None else f"from {_outcome(cause.from_)} to "
        return f"{answered.about(cause)}, {was}{_outcome(cause.to)}: {text} {answered.source(cause)}"
    if cause.what in {"criterion", "weight"}:
        return f"{answered.about(cause)} {_weighed(cause)}: {text}"
    if cause.what == "duty":
        return f"{answered.about(cause)}, served: from {cause.from_} to {cause.to}: {text} {answered.source(cause)}"
    if cause.what == "points":
        return f"{text}, from {_number(cause.from_)} to {_number(cause.to)}"
    if cause.from_ is None and cause.to is None:
        return text
    return f"{text}: from {_told(cause.what, cause.from_)} to {_told(cause.what, cause.to)}"


def _weighed(cause: Cause) -> str:
    """Other points, or another weight; that it would not be asked any more."""
    if cause.what == "weight" and not cause.to:
        return "would not be asked"
    weighs = "weighs " if cause.what == "weight" else ""
    return f"{weighs}from {_number(cause.from_)} to {_number(cause.to)}"


def _outcome(value: Told) -> str:
    return OUTCOMES.get(str(value), str(value)).lower()


def _number(value: Told) -> str:
    """Points in a line; one number where nothing of them is open."""
    if isinstance(value, Interval):
        return f"{value.central:.0f}" if value.low == value.high else points(value)
    return f"{value:,}" if isinstance(value, int | float) else str(value)
