"""From a request for a review to its question: the case that it is about, whole, and what is asked of it."""

from datetime import date

from api.asking import NOT_THERE, engine_for
from api.held import Held
from matching.domain.review import Review
from matching.engine import Engine
from matching.errors import Fault, InvalidInput
from matching.review import AskedReview
from matching.review_runs import ANSWER, question_of
from matching.runs.question import Question
from matching.runs.shelf import Shelf


def review_asked(
    body: bytes, held: Held | None, shelf: Shelf, *, due: date | None, everyone: bool, last: str | None
) -> Question:
    """The question that a request puts; InvalidInput with every fault of its body and its address."""
    kept = shelf.result(last, ANSWER) if last is not None else None
    faults = [] if last is None or kept is not None else [_no_review()]
    engine = _engine(body, held, faults)
    before = Review.model_validate_json(kept) if kept is not None else None
    return question_of(engine, AskedReview(due_by=due, everyone=everyone, last=before))


def _engine(body: bytes, held: Held | None, faults: list[Fault]) -> Engine:
    try:
        engine = engine_for(body, held)
    except InvalidInput as error:
        raise InvalidInput([*faults, *error.faults], error.more) from None
    if faults:
        raise InvalidInput(faults)
    return engine


def _no_review() -> Fault:
    expected, remedy = "the id of a review that is done", "GET /v1/reviews lists them."
    return Fault("address", "query", "", "last", NOT_THERE, expected, remedy, kind_found=NOT_THERE)
