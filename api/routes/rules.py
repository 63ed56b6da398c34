"""The rule register: what is judged and measured, by which words, from where, and since when."""

from typing import Annotated, Any

from fastapi import APIRouter, HTTPException, Query
from pydantic import BaseModel, ConfigDict, Field

from api.iso_day import IsoDay
from api.openapi import Shown, problems
from api.security import GUARDED
from matching.data.rule_scenarios import register_with_scenarios
from matching.rules.entry import DutyEntry, Entry, FigureEntry, Sourced
from matching.rules.register import RuleRegister, nearest, register

router = APIRouter(prefix="/v1", tags=["rules"], dependencies=[GUARDED])


class OnDay(BaseModel):
    """What an address may say."""

    model_config = ConfigDict(extra="forbid")

    on: Annotated[IsoDay | None, Field(description="Only what binds on this day.")] = None


class RulesSaid(BaseModel):
    """The rule register: rules in the order in which findings are shown, duties measured, deadlines, figures."""

    rules: tuple[Entry, ...]
    duties: tuple[DutyEntry, ...]
    deadlines: tuple[Sourced, ...]
    figures: tuple[FigureEntry, ...]

    @classmethod
    def of(cls, said: RuleRegister) -> "RulesSaid":
        """The register as it is answered."""
        return cls(**vars(said))


def _unknown(rule_id: str) -> str:
    near = nearest(rule_id)
    return f"No rule has that id. The nearest: {', '.join(near)}." if near else "No rule has that id."


def an_example() -> Any:
    """The first of each part, as it is answered."""
    whole = RulesSaid.of(register_with_scenarios()).model_dump(mode="json")
    return {part: listed[:1] for part, listed in whole.items()}


SHOWN: Shown = {"/v1/rules": an_example, "/v1/rules/{rule_id}": an_example}


@router.get("/rules", summary="Every rule", responses=problems(401, 421, 422))
async def rules(asked: Annotated[OnDay, Query()]) -> RulesSaid:
    """Every rule, duty, deadline and figure in every version, or those that bind on a day."""
    return RulesSaid.of(register_with_scenarios(asked.on))


@router.get(
    "/rules/{rule_id}",
    summary="One rule in all its versions",
    responses=problems(401, 404, 421, 422),
)
async def rule(rule_id: str, asked: Annotated[OnDay, Query()]) -> RulesSaid:
    """One rule, duty or deadline, in every version or as it binds on a day."""
    if rule_id not in register().ids:
        raise HTTPException(404, detail=_unknown(rule_id))
    return RulesSaid.of(register_with_scenarios(asked.on).only(rule_id))
