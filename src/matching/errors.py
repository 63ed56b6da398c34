"""Every error that the engine raises on purpose.

    MatchingError
      + InvalidInput        what was given contradicts itself or cannot be read: every fault, its place, its remedy
      + PostcodeDataMissing the postcode data is not installed (defined in geography)
      + SearchIncomplete    the time allowed ran out before there was an answer
      + EngineDefect        our own check of an answer failed; that answer is never shown

A home that fails a rule is a finding, not an error. No message holds a fact about a child: faults do, and say it
only where they are asked to.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in what was given: where it stands, what was found, what was expected, what to do."""

    file: str
    table: str
    id: str
    field: str
    found: str
    expected: str
    remedy: str
    kind_found: str = "a value"
    field_is_found: bool = False

    def safe(self) -> "Fault":
        """The same fault without the value that was found, for readers who may not see facts about a child."""
        field = self.field.rpartition(".")[0] if self.field_is_found else self.field
        return replace(self, field=field, found=self.kind_found)

    def __str__(self) -> str:
        """The fault on one line."""
        place = ": ".join(part for part in (self.file, f"{self.table} {self.id}".strip(), self.field) if part)
        return f"{place}: found {self.found}, expected {self.expected}. {self.remedy}"


class MatchingError(Exception):
    """Something went wrong that its reader can mend, by the remedy."""

    def __init__(self, message: str, remedy: str) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class InvalidInput(MatchingError):
    """What was given is wrong; `faults` lists what is, and `more` counts those beyond the list."""

    def __init__(self, faults: Iterable[Fault], more: int = 0) -> None:
        self.faults = tuple(faults)
        self.more = more
        count = len(self.faults) + more
        super().__init__(
            f"the input has {count} fault{'' if count == 1 else 's'}",
            "Mend every fault that is listed, then ask again.",
        )


class SearchIncomplete(MatchingError):
    """No answer was reached within the time allowed."""


class EngineDefect(MatchingError):
    """An answer of ours did not pass our own check, and is withheld."""
