"""How sure: with which weights the first home stays first, and which unknown fact to ask about first."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from api.asking_why import how_sure_first
from api.dependencies import JsonBody, TheService
from api.openapi import ANSWER, Shown, a_how_sure, answers_with, problems, takes
from api.security import GUARDED
from matching.domain.noun import Id

router = APIRouter(prefix="/v1", tags=["why"], dependencies=[GUARDED])

SHOWN: Shown = {"/v1/how-sure": a_how_sure}


class ReferralAsked(BaseModel):
    """What an address may say beside the body."""

    model_config = ConfigDict(extra="forbid")

    referral: Annotated[Id | None, Field(description="Which referral, where there are several.")] = None


@router.post(
    "/how-sure",
    summary="Say how sure it is which home is first, and what to ask about first",
    response_class=ANSWER,
    responses=answers_with("HowSure", "With which weights the first stays first, and what could change it.")
    | problems(401, 408, 413, 415, 421, 422, 500, 503),
    openapi_extra=takes("CaseAsked"),
)
async def how_sure(asked: Annotated[ReferralAsked, Query()], body: JsonBody, service: TheService) -> Response:
    """Say how sure it is which home is first: by the weights of the policy, and by what nobody has recorded.

    The body is a case, as for a ranking. Where no home is lawful, the answer says which rules together leave none, and
    which single changes would open most homes.
    """
    work = partial(how_sure_first, body, service.held, referral=asked.referral)
    return ANSWER(await service.turns.run(work))
