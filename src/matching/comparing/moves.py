"""Why children would live elsewhere by another plan: a home, a finding, points or a bed; else the panel as a whole."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pydantic import JsonValue

from matching.comparing import causes
from matching.comparing.living import Moved, Planned, together_in
from matching.domain.comparison import Cause, Tried
from matching.domain.made import made
from matching.domain.plan import AimReached

NAMED = 3
AS_A_WHOLE = "the best for the panel as a whole then; of the aims this is the first that differs"
ALIKE = "alike in every aim: of plans that are alike one is given, the same each time"


@dataclass(frozen=True, eq=False)
class Moves:
    """Says why."""

    before: Planned
    after: Planned
    tried: Sequence[Tried]

    def causes(self, of: Moved) -> tuple[Cause, ...]:
        """What makes these children live elsewhere; where nothing direct is found, what the panel gains or loses."""
        found = (*self._settled(of), *self._of_homes(of), *self._of_beds(of))
        return found or (self.as_a_whole(),)

    def _settled(self, of: Moved) -> Iterator[Cause]:
        """That people decide of one of them, or that a home is agreed, then and not now, or now and not then."""
        for planned, words in ((self.after, "then"), (self.before, "now, and not then")):
            other = self.before if planned is self.after else self.after
            others = {*(each.child for each in other.plan.people_decide), *(each.child for each in other.plan.agreed)}
            for each in planned.plan.people_decide:
                if each.child in of.children and each.child not in others:
                    yield made(Cause, what="people_decide", child=each.child, because=f"{each.because}: {words}")
            for home in planned.plan.agreed:
                if home.child in of.children and home.child not in others:
                    said = f"{home.home} is agreed for {home.child}: {words}"
                    yield made(Cause, what="agreed", child=home.child, home=home.home, because=said)

    def _of_homes(self, of: Moved) -> Iterator[Cause]:
        """What is otherwise of the home that they would leave, and of the one that they would have."""
        for home, planned in ((of.now, self.after), (of.was, self.before)):
            if home is not None:
                children = together_in(planned, of.children)
                own = causes.own(self.before.option_of(children, home), self.after.option_of(children, home))
                yield from own or self._of_the_change(home)

    def _of_the_change(self, home: str) -> Iterator[Cause]:
        """What the change itself says of a home, where nothing of it differs for these children by themselves."""
        for fact in self.tried:
            if (fact.table, fact.id) == ("homes", home) and fact.field and not fact.already_so:
                said = f"{home}, {fact.field}: from {_told(fact.from_)} to {_told(fact.to)}"
                yield made(Cause, what="change", id=fact.path, home=home, because=f"as is asked of {said}")

    def _of_beds(self, of: Moved) -> Iterator[Cause]:
        """Whose their home would be, and whose the one was that they would have; not where it has room for all."""
        coming = [c for c in self.after.living_at(of.was) if self.before.home_of.get(c) != of.was]
        if of.was is not None and coming and self._more_there(of.was) >= 0:
            yield _bed(of.was, coming, f"a bed at {of.was} would be used for {some(coming)}")
        leaving = [c for c in self.before.living_at(of.now) if self.after.home_of.get(c) != of.now]
        if of.now is not None and leaving and self._more_there(of.now) <= 0:
            lives = "; ".join(map(self._lives, leaving[:NAMED]))
            yield _bed(of.now, leaving, f"a bed at {of.now} would be free: {lives}")

    def _more_there(self, home: str) -> int:
        """How many more would live in a home than the plan has there now."""
        return len(self.after.living_at(home)) - len(self.before.living_at(home))

    def _lives(self, child: str) -> str:
        home = self.after.home_of.get(child)
        return f"{child} would live at {home}" if home else f"{child} would have no home in the plan"

    def as_a_whole(self) -> Cause:
        """What the panel as a whole gains or loses: the first aim that differs."""
        for was, now in self.aims():
            if was.reached != now.reached:
                about = {"id": now.aim, "from_": was.reached, "to": now.reached}
                return made(Cause, what="panel", because=f"{AS_A_WHOLE}: {now.means}", **about)
        return made(Cause, what="panel", because=ALIKE)

    def aims(self) -> Iterator[tuple[AimReached, AimReached]]:
        """Each aim that both plans have, before and after, in the order of the later policy."""
        before = {aim.aim: aim for aim in self.before.plan.aims}
        yield from ((before[aim.aim], aim) for aim in self.after.plan.aims if aim.aim in before)


def _told(value: JsonValue) -> str:
    return "not recorded" if value is None else json.dumps(value, ensure_ascii=False).strip('"')


def _bed(home: str, children: Sequence[str], because: str) -> Cause:
    said = {"children": tuple(children[:NAMED]), "count": len(children), "because": because}
    return made(Cause, what="bed", id=home, home=home, **said)


def some(children: Sequence[str]) -> str:
    """The first few of some children, and how many more there are."""
    more = f" and {len(children) - NAMED:,} more" if len(children) > NAMED else ""
    return f"{', '.join(children[:NAMED])}{more}"
