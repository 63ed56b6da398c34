"""What the rule register says of a rule, a duty, a deadline or a figure: all of it in words."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Sourced:
    """What it means, where it comes from, how that was confirmed, and since when it binds."""

    id: str
    title: str
    means: str
    cites: str
    address: str | None
    confidence: str
    confirmed: str
    from_day: date
    until_day: date | None


@dataclass(frozen=True)
class LineSaid:
    """A line of a table: what it answers, when, what is then said, by which day, and what people are to find out."""

    number: int
    outcome: str
    when: str
    says: str
    by: str | None
    asks: tuple[str, ...]


@dataclass(frozen=True)
class FactUsed:
    """A fact on which a rule rests; `set_by` says of a figure who sets it."""

    fact: str
    words: str
    set_by: str | None


@dataclass(frozen=True)
class Told:
    """A scenario that expects a finding of a rule."""

    title: str
    file: str


@dataclass(frozen=True)
class Entry(Sourced):
    """One version of a rule, line by line: the first line that holds answers."""

    classes: tuple[str, ...]
    about: str
    approvers: tuple[str, ...]
    deadlines: tuple[str, ...]
    table: tuple[LineSaid, ...]
    facts: tuple[FactUsed, ...]
    scenarios: tuple[Told, ...] = ()


@dataclass(frozen=True)
class DutyEntry(Sourced):
    """A duty that is measured and never forbids: when it is owed, what serves it, what is said of it."""

    owed: str
    served: str
    says: str
    better_by: str | None


@dataclass(frozen=True)
class FigureEntry:
    """A number that rules use; `value` is None where local policy sets it."""

    name: str
    words: str
    value: str | None
    cites: str
    from_day: date | None
    until_day: date | None
