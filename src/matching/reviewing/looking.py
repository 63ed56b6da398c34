"""Children looked at one by one, some at a time: each in the home where she lives, and beside every other home."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt

from matching.domain.codes import Outcome
from matching.domain.home import Home
from matching.domain.made import changed, made
from matching.domain.review import Because, IfSettled
from matching.explaining.found import Found
from matching.explaining.many import find_all
from matching.explaining.ranking import options_of
from matching.facts.catalogue import home, pair
from matching.facts.living import homes_of
from matching.facts.register import Register
from matching.facts.truth import UNKNOWN, YES
from matching.reviewing.asked import Asks
from matching.reviewing.here import Better, Here, Sought, better_than, here_of
from matching.reviewing.left_alone import When, left_alone
from matching.reviewing.living import Living
from matching.reviewing.looked import GAINS, LOSES, Funnel, InTheArea, Looked, Served
from matching.reviewing.measures import duties_on
from matching.reviewing.today import Today, closed, todays
from matching.rules.rulebook import Judged
from matching.scoring.weighing import Scale

SINCE = "since"
CLOSED = "the home of today is closed: it cannot wait"
FORBIDDEN = "a rule of law forbids the home of today: it cannot wait"
MOST_SETTLED = 3
MOST_RULES = 5

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Looking:
    """Looks at children by one register, one scale and one policy."""

    asks: Asks
    register: Register
    scale: Scale

    @cached_property
    def sought(self) -> Sought:
        """What a review asks of another home."""
        figures, policy = self.asks.figures, self.asks.policy
        margins = tuple(figures[d.better_by] if d.better_by else 0 for d in duties_on(self.asks.case.as_of))
        return Sought(policy.gains_needed, 100 * policy.continuity_credit, margins)

    def at(self, livings: Sequence[Living]) -> list[Looked]:
        """What is found of each of these children."""
        gaps = {of.child.id: tuple(gaps_of(of, self.register, self.asks.case.as_of)) for of in livings}
        known = [of for of in livings if {gap.id for gap in gaps[of.child.id]} <= {SINCE}]
        found = {of.child: changed(of, gaps=gaps[of.child]) for of in (self._known(known) if known else ())}
        return [found.get(of.child.id) or self._gaping(of, gaps[of.child.id]) for of in livings]

    def urgent(self, livings: Sequence[Living]) -> dict[str, str]:
        """Of these, those whose home is closed, or forbidden by a rule of law, with why it cannot wait."""
        closed_homes = {
            of.child.id: CLOSED for of in livings if of.row is not None and closed(self.register.homes[of.row])
        }
        known = [of for of in livings if of.row is not None and of.child.id not in closed_homes]
        asked = [(self.asks.today(of.child), self._entries(of)) for of in known]
        each = todays(asked, [of.home or "" for of in known], self.scale) if known else []
        forbidden = {of.child.id: FORBIDDEN for of, today in zip(known, each, strict=True) if today.against}
        return closed_homes | forbidden

    def _gaping(self, of: Living, gaps: tuple[Because, ...]) -> Looked:
        return made(Looked, child=of.child.id, home=of.home, gaps=gaps)

    def _known(self, livings: Sequence[Living]) -> Iterator[Looked]:
        """What is found of children who live in a home of the register."""
        stays = find_all([self.asks.stay([of.child]) for of in livings], self.register, self.scale)
        asked = [(self.asks.today(of.child), self._entries(of)) for of in livings]
        today_of_each = todays(asked, [of.home or "" for of in livings], self.scale)
        here = here_of([(found, of.row or 0) for found, of in zip(stays, livings, strict=True)])
        for of, stay, today, at in zip(livings, stays, today_of_each, here, strict=True):
            yield self._one(of, stay, today, at)

    def _entries(self, of: Living) -> list[Home]:
        """The home in which a child lives, all entries of it."""
        row = of.row or 0
        return [self.register.homes[entry] for entry in self.register.entries.get(row, (row,))]

    def _one(self, of: Living, found: Found, today: Today, here: Here) -> Looked:
        when = When(self.asks.case.as_of, self.asks.start, self.asks.policy, self.asks.figures["wishes_hold"])
        alone, better = left_alone(of.child, when), better_than(here, found, self.sought)
        inside = _inside(found)
        surely = _in_order(found, better.rows[better.all == YES])
        return made(
            Looked,
            child=of.child.id,
            home=of.home,
            agreed=self._agreed(of),
            today=today.standing.word,
            against=today.against,
            not_as_asked=today.not_as_asked,
            unknown=today.unknown,
            approvals=today.approvals,
            surely=alone.surely,
            perhaps=alone.perhaps,
            suitability=here.suitability,
            stability=here.stability,
            in_doubt=here.in_doubt,
            place=here.place,
            served=Served.of(here.measures),
            funnel=_funnel(found, better),
            better=tuple(self.register.homes[row].id for row in surely),
            inside=tuple(self.register.homes[row].id for row in surely if inside[row]),
            if_settled=tuple(self._if_settled(found, better)),
            opened_since=tuple(self._opened_since(of, found, inside)),
            in_the_area=self._in_the_area(found, inside),
        )

    def _agreed(self, of: Living) -> str | None:
        """Another home that is agreed for a child from now on, or later."""
        agreed = (d for d in self.asks.case.decided if d.child == of.child.id and d.home and d.home != of.home)
        return next((d.home for d in agreed if d.until is None or d.until >= self.asks.case.as_of), None)

    def _if_settled(self, found: Found, better: Better) -> Iterator[IfSettled]:
        """The first homes that may serve her better, with what is to be found out."""
        rows = _in_order(found, better.rows[better.all == UNKNOWN])[:MOST_SETTLED]
        homes = [self.register.homes[row] for row in rows]
        told = options_of(found, [h.id for h in homes])
        for row, h in zip(rows, homes, strict=True):
            k = int(np.flatnonzero(better.rows == row)[0])
            unsettled = (f for f in told[h.id].findings if f.outcome == "cannot_tell")
            missing = [made(Because, id=f.rule, words=f.because) for f in unsettled]
            missing += _unmeasured(better, k)
            yield made(IfSettled, home=h.id, name=h.name, missing=tuple(missing))

    def _opened_since(self, of: Living, found: Found, inside: Flags) -> Iterator[str]:
        """Homes in the area that no rule forbids her, where a bed became free since she was last considered."""
        since = of.last_considered if isinstance(of.last_considered, date) else of.since
        if of.child.away_for_safety is not False:
            return
        for row in found.lawful[inside[found.lawful]].tolist() if since else ():
            vacancies = self.register.homes[row].vacancies
            if vacancies and vacancies.beds and vacancies.from_ and since < vacancies.from_ and row != of.row:
                yield self.register.homes[row].id

    def _in_the_area(self, found: Found, inside: Flags) -> InTheArea:
        for_others = ~(self.register.of_parents | self.register.of_connected)
        rows = np.flatnonzero(inside & for_others)
        free = self.register.frame[home.vacant_beds.name].fill_null(0).to_numpy()[rows] > 0
        usable = (found.standing[rows] >= Outcome.NEEDS_APPROVAL).sum()
        return made(
            InTheArea,
            homes=len(rows),
            free=int(free.sum()),
            lawful=int((found.standing[rows] != Outcome.PROHIBITED).sum()),
            usable=int(usable),
            against=_against(found, found.judged[0], rows),
        )


def gaps_of(of: Living, register: Register, day: date) -> Iterator[Because]:
    """Why nothing can be assessed of a child: what is recorded of where she lives cannot be, or is not enough."""
    if of.home is None:
        yield made(Because, id="home", words="it is not recorded where the child lives")
        return
    if of.row is None:
        words = (
            f"{of.home}, said to be the child's home, is not in the register: record it, or where the child does live"
        )
        yield made(Because, id="home", words=words)
        return
    if why := closed(register.homes[of.row]):
        words = f"{of.home} is closed ({why}): find out today where the child lives; if there, it is unlawful"
        yield made(Because, id="closed", words=words)
    own = register.entries.get(of.row, (of.row,))
    elsewhere = [register.homes[row].id for row in homes_of(of.child, register) if row not in own]
    if elsewhere:
        words = f"the child is recorded to live in {of.home}, and {elsewhere[0]} lists the child: find out where"
        yield made(Because, id="home", words=words)
    if of.since is None or of.since > day or of.since < of.child.born:
        words = "it is not recorded since when the child lives there, or the day cannot be"
        yield made(Because, id=SINCE, words=words)


def _inside(found: Found) -> Flags:
    flags: Flags = found.layout.frames[0][pair.in_area.name].fill_null(value=False).to_numpy()
    return flags


def _in_order(found: Found, rows: npt.NDArray[np.int64]) -> list[int]:
    """Rows of lawful homes in the panel's order."""
    ordered = found.lawful[found.ordered.at]
    at: list[int] = ordered[np.isin(ordered, rows)].tolist()
    return at


def _funnel(found: Found, better: Better) -> Funnel:
    usable, gains = better.standing == YES, better.gains == YES
    return made(
        Funnel,
        homes=found.layout.register.size,
        lawful=len(found.lawful),
        points=len(better.rows),
        usable=int(usable.sum()),
        gains=int((usable & gains).sum()),
        all=int((better.all == YES).sum()),
    )


def _unmeasured(better: Better, k: int) -> Iterator[Because]:
    if better.gains[k] == UNKNOWN:
        yield made(Because, id=GAINS, words="whether it would serve enough duties better is not recorded")
    if better.harmless[k] == UNKNOWN:
        words = "whether wishes, brothers and sisters or access would be as well served there is not recorded"
        yield made(Because, id=LOSES, words=words)


def _against(found: Found, judged: Judged, rows: npt.NDArray[np.int64]) -> tuple[tuple[str, int], ...]:
    """The rules that forbid most of these homes, and how many."""
    forbidden = (judged.outcomes[:, rows] == 0).sum(axis=1)
    order = np.argsort(-forbidden, kind="stable")[:MOST_RULES]
    return tuple((found.rulebook.rules[k].id, int(forbidden[k])) for k in order.tolist() if forbidden[k])
