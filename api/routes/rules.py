"""The rule register: what is judged, by which words, from where, and since when."""

from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from api.openapi import Shown, problems
from api.security import GUARDED
from matching.data.expected import DAY
from matching.domain.noun import FIRST_DAY, LAST_DAY
from matching.facts.fact import CATALOGUE
from matching.rules.rule import Rule
from matching.rules.rulebook import NOT_BUILT, RULES

router = APIRouter(prefix="/v1", tags=["rules"], dependencies=[GUARDED])


def _iso_day(said: Any) -> date:
    try:
        return date.fromisoformat(said)
    except (TypeError, ValueError):
        raise ValueError(DAY) from None


IsoDay = Annotated[
    date, BeforeValidator(_iso_day), Field(ge=FIRST_DAY, le=LAST_DAY, description="Only those that bind on this day.")
]


class OnDay(BaseModel):
    """What an address may say."""

    model_config = ConfigDict(extra="forbid")

    on: IsoDay | None = None


class FactUsed(BaseModel):
    """A fact on which a rule rests, by its name and in words."""

    fact: str
    words: str


class RuleSaid(BaseModel):
    """One version of a rule; `waiting` where only its reach is built, and people must judge the rest."""

    id: str
    title: str
    means: str
    cites: str
    address: str | None
    confidence: str
    about: str
    from_day: date
    until_day: date | None
    approvers: tuple[str, ...]
    facts: tuple[FactUsed, ...]
    waiting: bool


class RulesSaid(BaseModel):
    """Rules in the order in which findings are shown; `not_built` are those that this version does not judge."""

    rules: tuple[RuleSaid, ...]
    not_built: tuple[str, ...]


def _said(rules: tuple[Rule, ...], on: date | None) -> tuple[RuleSaid, ...]:
    return tuple(rule_said(r) for r in rules if on is None or r.binds_on(on))


@cache
def rule_said(rule: Rule) -> RuleSaid:
    """A rule as the register shows it."""
    return RuleSaid(
        id=rule.id,
        title=rule.title,
        means=rule.means,
        cites=str(rule.cites),
        address=rule.cites.address,
        confidence=rule.confidence.value,
        about=rule.about.name.lower(),
        from_day=rule.from_day,
        until_day=rule.until_day,
        approvers=tuple(a.value for a in rule.approvers),
        facts=tuple(FactUsed(fact=name, words=CATALOGUE[name].words) for name in sorted(rule.facts)),
        waiting=rule.waiting,
    )


def _unknown(rule_id: str) -> str:
    if rule_id in NOT_BUILT:
        return "This version does not judge that rule."
    near = get_close_matches(rule_id.upper(), dict.fromkeys(r.id for r in RULES), n=3, cutoff=0.4)
    return f"No rule has that id. The nearest: {', '.join(near)}." if near else "No rule has that id."


def an_example() -> Any:
    """The first rule, as it is answered."""
    return RulesSaid(rules=(rule_said(RULES[0]),), not_built=NOT_BUILT).model_dump(mode="json")


SHOWN: Shown = {"/v1/rules": an_example, "/v1/rules/{rule_id}": an_example}


@router.get("/rules", summary="Every rule", responses=problems(401, 421, 422))
async def rules(asked: Annotated[OnDay, Query()]) -> RulesSaid:
    """Every rule in every version, or those that bind on a day."""
    return RulesSaid(rules=_said(RULES, asked.on), not_built=NOT_BUILT)


@router.get(
    "/rules/{rule_id}",
    summary="One rule in all its versions",
    responses=problems(401, 404, 421, 422),
)
async def rule(rule_id: str, asked: Annotated[OnDay, Query()]) -> RulesSaid:
    """One rule, in every version or as it binds on a day."""
    known = tuple(r for r in RULES if r.id == rule_id)
    if not known:
        raise HTTPException(404, detail=_unknown(rule_id))
    return RulesSaid(rules=_said(known, asked.on), not_built=())
