"""Reviews of the placements outside the area: begun, followed, cancelled, and their results fetched."""

from contextlib import suppress
from functools import partial
from typing import Annotated

from fastapi import APIRouter, HTTPException, Path, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from api.asking_reviews import review_asked
from api.dependencies import JsonBody, Service, TheService
from api.examples import A_REVIEW_RUN
from api.iso_day import IsoDay
from api.openapi import Said, Shown, problems, takes
from api.review_said import ReviewRun, ReviewRuns, address, review_said
from api.reviews import Damaged, Going, NotNow
from api.security import GUARDED
from matching.runs.record import Record

router = APIRouter(prefix="/v1/reviews", tags=["reviews"], dependencies=[GUARDED])

AN_ID = r"^[0-9a-f]{32}$"
ReviewId = Annotated[str, Path(pattern=AN_ID, description="The id of a review.")]


class ReviewAbout(BaseModel):
    """What an address may say beside the body."""

    model_config = ConfigDict(extra="forbid")

    due: Annotated[IsoDay | None, Field(description="Who falls due by this day; else by the day of the case.")] = None
    everyone: Annotated[
        bool, Field(description="Every child who lives in a home, not only those outside the area and due.")
    ] = False
    last: Annotated[
        str | None, Field(pattern=AN_ID, description="The id of the last review, to say what is different since.")
    ] = None


DONE_ALREADY: Said = {200: {"description": "It is done already.", "model": ReviewRun}}

SHOWN: Shown = {
    "post /v1/reviews": lambda: A_REVIEW_RUN,
    "get /v1/reviews": lambda: {"reviews": [A_REVIEW_RUN]},
    "/v1/reviews/{review_id}": lambda: A_REVIEW_RUN,
    "/v1/reviews/{review_id}/cancel": lambda: A_REVIEW_RUN,
}


def there(service: Service, review_id: str) -> Record:
    """The review of that id; 404 where there is none, Damaged where it cannot be told what it is."""
    record = service.reviews.record(review_id)
    if record is None:
        raise HTTPException(404, detail="There is no review of that id.")
    return record


def _not_now(why: NotNow) -> HTTPException:
    return HTTPException(409, detail=str(why))


@router.post(
    "",
    summary="Begin a review",
    status_code=202,
    responses=DONE_ALREADY | problems(401, 408, 409, 413, 415, 421, 422, 500, 503),
    openapi_extra=takes("CaseAsked"),
)
async def begin_review(
    asked: Annotated[ReviewAbout, Query()], body: JsonBody, service: TheService, answer: Response
) -> ReviewRun:
    """Review the placements outside the area: for each child who is due, whether to explore another home.

    The body is a case, as for a ranking: what it leaves out is the register's that the service holds. The case is kept
    with the review as it is now. It runs apart, and one at a time: another question meanwhile is answered 409, the same
    with the one that is running, or with the one that is done. The engine proposes; people decide.
    """
    work = partial(_begun, service, body, asked)
    try:
        said = await service.turns.run(work)
    except NotNow as why:
        raise _not_now(why) from None
    answer.headers["Location"] = address(said.id)
    answer.status_code = 200 if said.state is Going.DONE else 202
    return said


def _begun(service: Service, body: bytes, asked: ReviewAbout) -> ReviewRun:
    reviews = service.reviews
    question = review_asked(body, service.held, reviews.shelf, due=asked.due, everyone=asked.everyone, last=asked.last)
    return review_said(service, reviews.ask(question))


@router.get("", summary="The reviews that are kept", responses=problems(401, 421, 422))
def reviews(service: TheService) -> ReviewRuns:
    """Every review that is kept, and how far each is."""
    return ReviewRuns(reviews=tuple(review_said(service, record) for record in service.reviews.records()))


@router.get("/{review_id}", summary="How far a review is", responses=problems(401, 404, 409, 421, 422))
def review(review_id: ReviewId, service: TheService) -> ReviewRun:
    """How far a review is, or where its results are."""
    return review_said(service, there(service, review_id))


@router.post("/{review_id}/cancel", summary="Cancel a review", responses=problems(401, 404, 409, 421, 422))
def cancel_review(review_id: ReviewId, service: TheService) -> ReviewRun:
    """End a review that is running or waiting. What is done of it stays, should it be asked for again."""
    there(service, review_id)
    service.reviews.cancel(review_id)
    return review_said(service, there(service, review_id))


@router.delete(
    "/{review_id}", summary="Take a review away", status_code=204, responses=problems(401, 404, 409, 421, 422)
)
def remove_review(review_id: ReviewId, service: TheService) -> None:
    """Take a review away with all that is kept of it, also a damaged one: the case, the parts and the results."""
    with suppress(Damaged):
        there(service, review_id)
    try:
        service.reviews.remove(review_id)
    except NotNow as why:
        raise _not_now(why) from None
