"""What-if: the same question put to a case as it is and as it would be, and what would be different."""

from functools import partial
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.comparing import compared
from api.dependencies import JsonBody, TheService
from api.examples import WHAT_IFS
from api.openapi import ANSWER, Shown, a_comparison, answers_with, problems, takes
from api.routes.plan import MOST_SECONDS, SECONDS
from api.security import GUARDED
from matching.domain.noun import Id
from matching.what_if import Wanted

router = APIRouter(prefix="/v1", tags=["what-if"], dependencies=[GUARDED])

MOST_REFERRALS = 200

SHOWN: Shown = {"/v1/what-if": a_comparison}


class WhatIfAbout(BaseModel):
    """What an address may say beside the body."""

    model_config = ConfigDict(extra="forbid")

    referral: Annotated[
        list[Id],
        Field(max_length=MOST_REFERRALS, description="Which referrals. Else the only one; for a plan all of them."),
    ] = []
    of: Annotated[
        Literal["ranking", "plan"], Field(description="Whether rankings are compared, or the plans for the panel.")
    ] = "ranking"
    seconds: Annotated[
        float, Field(gt=0, le=MOST_SECONDS, allow_inf_nan=False, description="How long may be sought for both plans.")
    ] = SECONDS


@router.post(
    "/what-if",
    summary="Say what would be different if some facts were otherwise",
    response_class=ANSWER,
    responses=answers_with("Comparison", "What would be different, each with what makes it so. It is never of record.")
    | problems(401, 408, 413, 415, 421, 422, 500, 503),
    openapi_extra=takes("WhatIfAsked", WHAT_IFS),
)
async def what_if(
    asked: Annotated[WhatIfAbout, Query()], body: JsonBody, service: TheService, request: Request
) -> Response:
    """Say what would be different, and why, if a case were otherwise. Nothing is changed, and nothing recorded.

    The body is a case, as for a ranking: what it leaves out is the register's that the service holds. `changes` says
    what would be otherwise: one change, or several of which the later go over the earlier. An entry with an id that is
    there is changed, one with `remove` taken out, and one whose id is not there is new.
    """
    wanted = Wanted(tuple(dict.fromkeys(asked.referral)), asked.of == "plan", asked.seconds)
    work = partial(compared, body, service.held, wanted)
    if wanted.as_plan or len(wanted.referrals) > 1:
        return ANSWER(await service.turns.run_long(work, request.is_disconnected))
    return ANSWER(await service.turns.run(work))
