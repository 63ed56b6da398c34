"""What rules, duties, deadlines and gates share: an id, what it means, where it comes from, and when it binds."""

from dataclasses import dataclass
from datetime import date

from matching.rules.citation import Citation, Confidence


def in_force(from_day: date, until_day: date | None, day: date) -> bool:
    """Whether a day lies in a span that may have no end; both its ends count."""
    return from_day <= day and (until_day is None or day <= until_day)


@dataclass(frozen=True, eq=False, kw_only=True)
class FromASource:
    """Something that the law or local policy says, with its source and the days on which it binds."""

    id: str
    title: str
    means: str
    cites: Citation
    confidence: Confidence
    from_day: date
    until_day: date | None = None

    def binds_on(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return in_force(self.from_day, self.until_day, day)
