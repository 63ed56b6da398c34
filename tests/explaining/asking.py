"""Asks the engine about an ordinary case, and finds what it answered."""

from collections.abc import Sequence
from typing import Any

from matching.domain.finding import Finding
from matching.domain.ranking import HomesByRules, Option, Ranking
from matching.engine import Engine
from tests.builders import a_case, a_child, a_home, a_referral, ordinary
from tests.facts.laying_out import brothers_and_sisters

HERE = {"urn": "110001", "postcode": "HP20 2NF", "year_group": 5, "registered": True}
SIBLINGS: dict[str, Any] = {
    "children": (
        a_child(siblings=brothers_and_sisters("ben")),
        a_child(id="ben", siblings=brothers_and_sisters("amy"), school=HERE),
    ),
    "referrals": (a_referral(children=["amy", "ben"]),),
}
ROOM_FOR_TWO = {"vacancies": ordinary("home")["vacancies"] | {"beds": 2}, "bedrooms_free": 2}


def rank(*homes: Any, limit: int = 20, in_full: Sequence[str] = (), **tables: Any) -> Ranking:
    """The answer to the case's referral; what is not given is ordinary."""
    case = a_case(homes=homes or (a_home(),), **tables)
    return Engine.of(case).rank(case.referrals[0].id, limit=limit, in_full=in_full)


def options(ranking: Ranking) -> list[Option]:
    """The options that are one home and given in full, in the panel's order."""
    return [option for tier in ranking.tiers for option in tier.options if not option.parts]


def option(ranking: Ranking, home: str) -> Option:
    """The option that a home is, in its tier or asked for by name."""
    return next(o for o in [*options(ranking), *ranking.in_full] if o.home == home)


def finding(of: Option, rule: str, child: str | None = None) -> Finding:
    """What a rule found of an option, and of one child where several arrive."""
    (found,) = (f for f in of.findings if f.rule == rule and (child is None or f.child == child))
    return found


def listed(groups: Sequence[HomesByRules]) -> dict[tuple[str, ...], tuple[str, ...]]:
    """Homes by the rules that speak against them."""
    return {group.rules: group.homes for group in groups}


def priced(pounds: int) -> dict[str, Any]:
    """So many pounds a week, in full and added."""
    return {"cost": {"weekly": pounds, "full_weekly": pounds, "basis": "allowance"}}
