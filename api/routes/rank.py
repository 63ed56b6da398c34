"""Ranking: one referral, on one day, over the homes that were sent or those that the service holds."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from api.asking import ranked
from api.dependencies import JsonBody, TheService
from api.openapi import ANSWER, Shown, a_ranking, answers_with, problems, takes
from api.security import GUARDED
from matching.domain.noun import Id
from matching.rank import IN_FULL

router = APIRouter(prefix="/v1", tags=["ranking"], dependencies=[GUARDED])

MOST = 200

SHOWN: Shown = {"/v1/rank": a_ranking}


class Asked(BaseModel):
    """What an address may say beside the body."""

    model_config = ConfigDict(extra="forbid")

    referral: Annotated[Id | None, Field(description="Which referral, where there are several.")] = None
    limit: Annotated[int, Field(ge=0, le=MOST, description="How many options are given in full.")] = IN_FULL
    home: Annotated[
        list[Id], Field(max_length=MOST, description="Homes that are given in full whatever was found of them.")
    ] = []
    why: Annotated[
        bool, Field(description="Say of the first with which weights it stays so, and of each other why it is not.")
    ] = False


@router.post(
    "/rank",
    summary="Rank the homes for a referral",
    response_class=ANSWER,
    responses=answers_with("Ranking", "The homes in the panel's order, with every reason.")
    | problems(401, 408, 413, 415, 421, 422, 500, 503),
    openapi_extra=takes("CaseAsked"),
)
async def rank(asked: Annotated[Asked, Query()], body: JsonBody, service: TheService, request: Request) -> Response:
    """Rank the homes that the children of a referral could live in. The engine proposes; people decide.

    The body is a case. What it leaves out (homes, policy, authority, day, children named by id) is taken from the
    register that the service holds. The same question has the same answer, to the byte.
    """
    of = partial(ranked, body, service.held, referral=asked.referral, limit=asked.limit, homes=asked.home)
    if asked.why:
        return ANSWER(await service.turns.run_long(partial(of, why=True), request.is_disconnected))
    return ANSWER(await service.turns.run(of))
