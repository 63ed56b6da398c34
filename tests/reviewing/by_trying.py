"""The best plan of a small review, found by trying every one: each child stays or goes to any home, in any order.

It asks nothing but ordinary rankings of the case as it would be: no solver, and nothing of the review but its words.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from itertools import permutations, product
from typing import Any

from matching.data.policies import read_policy
from matching.domain.case import Case
from matching.domain.home import Home
from matching.domain.ranking import Option
from matching.domain.referral import Referral
from matching.engine import Engine

NEVER_LESS = ("CA89-22-5", "CA89-22C-8C", "CA89-22C-8D")
OWN = ("parents", "family_and_friends", "in_house")
NEARER = 5.0

Duty = tuple[str, bool | None, bool, Any]

Where = tuple[tuple[str, str], ...]
"""For each child her home, in the order of the children."""


@dataclass(frozen=True, eq=False)
class Tried:
    """A review of a case of which every plan is tried."""

    case: Case

    def best(self) -> tuple[float, ...]:
        """What the best plan reaches: lawful homes, with the council's own carers, points, and fewest who would go."""
        return max(self._worth(where) for where in self._plans())

    def _plans(self) -> Iterator[Where]:
        """Every plan in which each who goes is better off by herself, and there is an order in which all can go."""
        children, homes = [c.id for c in self.case.children], [h.id for h in self.case.homes]
        for each in product(homes, repeat=len(children)):
            where = tuple(zip(children, each, strict=True))
            going = [child for child, home in where if home != self._today[child]]
            if self._beds(where) and all(self._better(child, where) for child in going) and self._has_order(where):
                yield where

    @property
    def _today(self) -> Mapping[str, str]:
        return {child.id: str(child.current_home) for child in self.case.children}

    def _beds(self, where: Where) -> bool:
        """Whether nobody comes to a home that has no bed for her in the end."""
        now = self._today
        for home in self.case.homes:
            comes = sum(h == home.id and now[c] != h for c, h in where)
            leaves = sum(h != home.id and now[c] == home.id for c, h in where)
            if comes > _beds_of(home) + leaves:
                return False
        return True

    def _has_order(self, where: Where) -> bool:
        """Whether all can go one after another, each better off there as it is by then, and to a bed."""
        going = [(child, home) for child, home in where if home != self._today[child]]
        return any(self._in_turn(order) for order in permutations(going))

    def _in_turn(self, order: tuple[tuple[str, str], ...]) -> bool:
        now = dict(self._today)
        for child, home in order:
            then = tuple((now | {child: home}).items())
            if not self._beds(then) or not self._better(child, then):
                return False
            now[child] = home
        return True

    def _better(self, child: str, where: Where) -> bool:
        """Whether a home is better for a child than today's once some have left it, and may be used with all in it."""
        with_all, there, today = self._option(child, where), self._alone(child, where), self._own(child)
        if any(of is None or of.standing not in {"met", "needs_approval"} for of in (with_all, there)):
            return False
        if today is None:
            return True
        points = there.suitability.central > _in_doubt(today) + self._credit
        return points and _gains(today, there) >= 2 and _loses_nothing(today, there)

    def _worth(self, where: Where) -> tuple[float, ...]:
        lawful, own, points, going = 0, 0, 0.0, 0
        for child, home in where:
            stays = home == self._today[child]
            option = self._own(child) if stays else self._alone(child, where)
            going += not stays
            if option is not None:
                lawful += 1
                points += option.suitability.central + self._credit * stays
                own += option.tier in OWN
        return (lawful, own, round(points, 2), -going)

    def _alone(self, child: str, where: Where) -> Any:
        """A child's home in a plan without those who would come to it too: a plan counts the points of each alone."""
        now, home = self._today, dict(where)[child]
        return self._option(child, tuple((c, now[c] if c != child and h == home else h) for c, h in where))

    @property
    def _credit(self) -> int:
        return read_policy(self.case.policy).review.continuity_credit

    def _own(self, child: str) -> Any:
        """Today's home; None where a rule forbids it."""
        return self._option(child, tuple(self._today.items()))

    def _option(self, child: str, where: Where) -> Any:
        return _option(self, child, tuple(sorted(where)))


@cache
def _option(tried: Tried, child: str, where: Where) -> Option | None:
    """A child's home in a plan, as an ordinary ranking finds it with all others in theirs."""
    case, homes = tried.case, dict(where)
    start = case.as_of + timedelta(days=14)
    end = start.replace(year=start.year + 2)
    asked = Referral(
        id="r",
        children=(child,),
        start=start,
        expected_end=end,
        kind="long_term",
        emergency=False,
        required=(),
        urgency="planned",
    )
    now = {c.id: c.current_home for c in case.children}
    others = [c for c in homes if c != child and homes[c] != now[c]]
    beds = {h.id: _beds_of(h) + sum(now[c] == h.id for c in others) for h in case.homes}
    beds = {h: max(0, free - sum(homes[c] == h for c in others)) for h, free in beds.items()}
    children = tuple(c.model_copy(update={"current_home": homes[c.id]}) if c.id in others else c for c in case.children)
    changed = tuple(h.model_copy(update=_with_beds(h, beds[h.id])) for h in case.homes)
    said = case.model_copy(update={"children": children, "referrals": (asked,), "homes": changed})
    ranking = Engine.of(said).rank("r", limit=100, in_full=(homes[child],))
    return next((o for t in ranking.tiers for o in t.options if o.home == homes[child]), None)


def _beds_of(home: Home) -> int:
    return home.vacancies.beds or 0 if home.vacancies else 0


def _with_beds(home: Home, beds: int) -> dict[str, Any]:
    """What changes where so many beds are free."""
    free = home.vacancies and home.vacancies.model_copy(update={"beds": beds})
    return {"vacancies": free, "bedrooms_free": beds}


def _in_doubt(option: Option) -> float:
    """The points where a criterion of which something is not recorded is taken at its best."""
    asked = [c for c in option.criteria if c.head != "cost" and c.weight]
    points = sum(c.weight * (c.high if "not recorded" in c.because else c.central) for c in asked)
    return points / sum(c.weight for c in asked)


def _gains(today: Option, there: Option) -> int:
    return sum(_gained(*each) for each in zip(_duties(today), _duties(there), strict=True))


def _duties(option: Option) -> list[Duty]:
    miles = option.pairings[0].facts["pair.miles_from_home"]
    return [(d.id, d.met, d.owed, miles) for d in option.duties]


def _gained(today: Duty, there: Duty) -> bool:
    nearer = today[0] == "CA89-22C-8A" and today[3] - there[3] >= NEARER
    return today[2] and there[2] and (nearer or (today[1] is False and there[1] is True))


def _loses_nothing(today: Option, there: Option) -> bool:
    """Whether no wish is less met, and none of what must not be lost is."""
    before, after = (_wishes(option) for option in (today, there))
    met = {d.id: d.met for d in today.duties}
    kept = all(d.met is not False for d in there.duties if d.id in NEVER_LESS and met[d.id] is True)
    return after >= before and kept


def _wishes(option: Option) -> Any:
    return option.pairings[0].facts["pair.wishes_granted"]
