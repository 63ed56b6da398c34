"""A home of which something would be different, row by row: each with what makes it so."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from matching.comparing import causes
from matching.comparing.homes import (
    AN_OPTION,
    DUTIES,
    FINDINGS,
    GONE,
    NEW,
    NO_OPTION_ANY_MORE,
    PLACE,
    STANDING,
    TIER,
    HomeDiffers,
)
from matching.comparing.places import Places
from matching.domain.comparison import Cause, Difference, Told
from matching.domain.made import made
from matching.domain.ranking import Option

FIRST, SUITABILITY = "first_option", "suitability"
COST_COUNTS = "whether cost decides ties alone, or is weighed into suitability"
Options = Mapping[str, Option]


@dataclass(frozen=True)
class Rows:
    """Tells of the homes of one referral; `before` and `after` are the options of those that are told one by one."""

    referral: str
    before: Options
    after: Options
    places: Places

    def first(self, was: str | None, now: str | None) -> Iterator[Difference]:
        """That another home would come first: by what is otherwise of the one, or of the other."""
        if was == now:
            return
        each = dict.fromkeys(home for home in (now, was) if home is not None)
        because = tuple(cause for home in each for cause in self.own(home))
        yield made(Difference, referral=self.referral, what=FIRST, from_=was, to=now, because=because)

    def own(self, home: str) -> tuple[Cause, ...]:
        """What of a home itself is otherwise; of one whose order alone is, that."""
        was, now = self.before.get(home), self.after.get(home)
        found = causes.own(was, now)
        if found or was is None or now is None or was.rank is None or now.rank is None:
            return found
        return tuple(self.places.own(home))

    def of_home(self, differs: HomeDiffers) -> Iterator[Difference]:
        """A row for each thing that would be different of a home."""
        was, now = self.before.get(differs.home), self.after.get(differs.home)
        for what in differs.whats:
            from_, to = _from_to(what, was, now)
            because = self._because(what, differs.home, was, now)
            yield made(
                Difference, referral=self.referral, what=what, home=differs.home, from_=from_, to=to, because=because
            )

    def _because(self, what: str, home: str, was: Option | None, now: Option | None) -> tuple[Cause, ...]:
        if was is None or now is None:
            return causes.own(was, now)
        if what == PLACE:
            return tuple(self.places.causes(home))
        own = tuple(WHY.get(what, causes.of_criteria)(was, now))
        return (*own, *self._of_policy()) if what == SUITABILITY else own

    def _of_policy(self) -> Iterator[Cause]:
        """That cost would count for suitability, and does not, or the other way round."""
        sides = (self.places.homes.before, self.places.homes.after)
        was, now = (numbers.found.scale.policy.cost_counts for numbers in sides)
        if was != now:
            yield made(Cause, what="policy", id="cost_counts", from_=was, to=now, because=COST_COUNTS)


WHY = {
    AN_OPTION: causes.of_findings,
    NO_OPTION_ANY_MORE: causes.of_findings,
    STANDING: causes.of_findings,
    FINDINGS: causes.of_findings,
    TIER: causes.of_tier,
    DUTIES: causes.of_duties,
}
"""What makes a home differ in something; its points differ by its criteria."""


def _from_to(what: str, was: Option | None, now: Option | None) -> tuple[Told, Told]:
    """What something is before and after; nothing where only the causes say it."""
    if what in {NEW, GONE, AN_OPTION, NO_OPTION_ANY_MORE, STANDING}:
        return was.standing if was else None, now.standing if now else None
    if was is None or now is None or what in {FINDINGS, DUTIES}:
        return None, None
    field = "rank" if what == PLACE else what
    return getattr(was, field), getattr(now, field)
