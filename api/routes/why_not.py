"""Why not: why one home is not first for a referral, or not an option, and what would have to change."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from api.asking_why import why_not_first
from api.dependencies import JsonBody, TheService
from api.openapi import ANSWER, Shown, a_why_not, answers_with, problems, takes
from api.security import GUARDED
from matching.domain.noun import Id

router = APIRouter(prefix="/v1", tags=["why"], dependencies=[GUARDED])

SHOWN: Shown = {"/v1/why-not": a_why_not}


class HomeAsked(BaseModel):
    """What an address says beside the body."""

    model_config = ConfigDict(extra="forbid")

    home: Annotated[Id, Field(description="The home that is asked about.")]
    referral: Annotated[Id | None, Field(description="Which referral, where there are several.")] = None


@router.post(
    "/why-not",
    summary="Say why a home is not first, and what would have to change",
    response_class=ANSWER,
    responses=answers_with("WhyNot", "What rules the home out or puts others before it, and the smallest changes.")
    | problems(401, 408, 413, 415, 421, 422, 500, 503),
    openapi_extra=takes("CaseAsked"),
)
async def why_not(asked: Annotated[HomeAsked, Query()], body: JsonBody, service: TheService) -> Response:
    """Say why a home is not first for the children of a referral, and the smallest changes that would make it so.

    The body is a case, as for a ranking. Every change that is offered was asked again of all homes, and does what it
    is offered for; it has the shape that `/v1/what-if` takes. What protects a child is never offered to be changed.
    """
    work = partial(why_not_first, body, service.held, referral=asked.referral, home=asked.home)
    return ANSWER(await service.turns.run(work))
