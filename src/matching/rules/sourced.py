"""What rules, duties, deadlines and gates share: an id, what it means, where it comes from, and when it binds."""

from dataclasses import dataclass
from datetime import date

from matching.rules.citation import Citation, Confidence


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
        return self.from_day <= day and (self.until_day is None or day <= self.until_day)
