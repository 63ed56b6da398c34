"""Until when an answer may be sought: the one place of a plan that looks at a clock."""

from dataclasses import dataclass
from time import monotonic

from matching.errors import SearchIncomplete


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment of the monotonic clock; None is no end."""

    at: float | None = None
    began: float = 0.0

    @classmethod
    def within(cls, seconds: float | None) -> "Deadline":
        """So many seconds from now."""
        now = monotonic()
        return cls(None if seconds is None else now + seconds, now)

    def leaving(self, share: float) -> "Deadline":
        """Earlier by a share of what was used so far, for what is still to be done once the answer is found."""
        return self if self.at is None else Deadline(self.at - share * (monotonic() - self.began), self.began)

    @property
    def passed(self) -> bool:
        """Whether the moment is over."""
        return self.at is not None and monotonic() > self.at

    def check(self, doing: str) -> None:
        """SearchIncomplete where it has passed before there is any plan."""
        if self.passed:
            raise SearchIncomplete(
                f"the time allowed ran out while {doing}", "Allow more seconds, or plan for fewer referrals at once."
            )
