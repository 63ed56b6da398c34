"""Planning: the referrals of a panel at once, over the homes that were sent or those that the service holds."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.asking import planned
from api.dependencies import JsonBody, TheService
from api.openapi import ANSWER, Shown, a_plan, answers_with, problems, takes
from api.security import GUARDED
from matching.domain.noun import Id
from matching.domain.plan import MOST_NEXT
from matching.plan import Asked

router = APIRouter(prefix="/v1", tags=["planning"], dependencies=[GUARDED])

MOST_REFERRALS, MOST_SECONDS, SECONDS = 1_000, 120.0, 30.0

SHOWN: Shown = {"/v1/plan": a_plan}


class PanelAsked(BaseModel):
    """What an address may say beside the body."""

    model_config = ConfigDict(extra="forbid")

    referral: Annotated[
        list[Id],
        Field(max_length=MOST_REFERRALS, description="The referrals of the panel. Else all that there are."),
    ] = []
    next_best: Annotated[int, Field(ge=0, le=MOST_NEXT, description="How many plans after the best.")] = 0
    costs_others: Annotated[bool, Field(description="What each choice of each group costs the others.")] = False
    seconds: Annotated[
        float, Field(gt=0, le=MOST_SECONDS, allow_inf_nan=False, description="How long may be sought.")
    ] = SECONDS


@router.post(
    "/plan",
    summary="Plan for a panel of referrals",
    response_class=ANSWER,
    responses=answers_with("Plan", "A home for each child, the best for the panel aim by aim, and what it reaches.")
    | problems(401, 408, 413, 415, 421, 422, 500, 503),
    openapi_extra=takes("CaseAsked"),
)
async def plan(
    asked: Annotated[PanelAsked, Query()], body: JsonBody, service: TheService, request: Request
) -> Response:
    """Propose a home for each child of several referrals over the same beds. The engine proposes; people decide.

    The body is a case. What it leaves out (homes, policy, authority, day, children named by id) is taken from the
    register that the service holds. The same question has the same answer, to the byte, unless its time runs out:
    then `proven` is false and `bound` says how far it came.
    """
    wanted = Asked(asked.next_best, asked.costs_others, asked.seconds)
    work = partial(planned, body, service.held, asked.referral, wanted)
    return ANSWER(await service.turns.run_long(work, request.is_disconnected))
