"""The results of a review that is done: the whole answer, and each of its files."""

from fastapi import APIRouter, HTTPException, Response

from api.dependencies import Service, TheService
from api.openapi import ANSWER, Said, Shown, a_review, answers_with, problems
from api.reviews import Going
from api.routes.reviews import ReviewId, there
from api.security import GUARDED
from matching.review_runs import ANSWER as WHOLE

router = APIRouter(prefix="/v1/reviews/{review_id}/result", tags=["reviews"], dependencies=[GUARDED])

MEDIA_TYPES = {
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
    "csv": "text/csv; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
}
BINARY = "application/octet-stream"
A_FILE: Said = {200: {"description": "The file.", "content": {kind.split(";")[0]: {} for kind in MEDIA_TYPES.values()}}}

SHOWN: Shown = {"/v1/reviews/{review_id}/result": a_review, "/v1/reviews/{review_id}/result/{file}": a_review}


@router.get(
    "",
    summary="The answer of a review",
    response_class=ANSWER,
    responses=answers_with("Review", "For each child who is due what the review finds, with every reason.")
    | problems(401, 404, 409, 421, 422),
)
def review_result(review_id: ReviewId, service: TheService) -> Response:
    """The answer of a review that is done. The same question has the same answer, to the byte."""
    return ANSWER(_result(service, review_id, WHOLE))


@router.get(
    "/{file}",
    summary="A file of the results of a review",
    response_class=Response,
    responses=A_FILE | problems(401, 404, 409, 421, 422),
)
def review_file(review_id: ReviewId, file: str, service: TheService) -> Response:
    """A file of the results: the workbook, the pages for print, the tables or the answer itself."""
    data = _result(service, review_id, file)
    kind = MEDIA_TYPES.get(file.rpartition(".")[2], BINARY)
    return Response(data, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{file}"'})


def _result(service: Service, review_id: str, file: str) -> bytes:
    record = there(service, review_id)
    state, _ = service.reviews.going(record)
    if state is not Going.DONE:
        raise HTTPException(409, detail=f"The review has no results: it is {state}.")
    if not record.results:
        raise HTTPException(409, detail="The results are damaged. POST the same question again: they are made again.")
    if file not in record.results:
        raise HTTPException(404, detail="The review has no file of that name.")
    data = service.reviews.shelf.result(review_id, file)
    if data is None:
        raise HTTPException(409, detail="The file is damaged. POST the same question again: it is made again.")
    return data
