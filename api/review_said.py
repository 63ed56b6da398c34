"""What is said of a review that is kept: how far it is, where its results are, and what can be done next."""

from datetime import date, datetime

from pydantic import BaseModel

from api.dependencies import Service
from api.reviews import Going
from matching.runs.record import Record

FOREVER = "It survives a restart of the service."
UNTIL_IT_ENDS = "It is gone once the service ends: start it with --runs FOLDER to keep reviews."
REMEDIES = {
    Going.WAITING: "It begins when the one before it has ended.",
    Going.RUNNING: "Ask again in a while how far it is; POST …/cancel ends it.",
    Going.DONE: "GET …/result gives the answer, and each of `results` a file.",
    Going.CANCELLED: "POST the same question again: it goes on where it was.",
    Going.FAILED: "Mend what is said, then POST the same question again: it goes on where it was.",
}


class ReviewRun(BaseModel):
    """A review as it is kept: how far it is, and where its results are. No fact about a child is in it.

    `stage`, `done` and `of` say how far a running one is. `begun` is when it was first asked for. `inputs_hash` is the
    SHA-256 of all that it is about. `words` say why one failed, `remedy` what can be done next.
    """

    id: str
    state: Going
    stage: str
    done: int
    of: int
    begun: datetime | None
    due_by: date
    everyone: bool
    inputs_hash: str
    versions: dict[str, str]
    words: str
    results: tuple[str, ...]
    kept: str
    remedy: str


class ReviewRuns(BaseModel):
    """Every review that is kept."""

    reviews: tuple[ReviewRun, ...]


def review_said(service: Service, record: Record) -> ReviewRun:
    """A review as it is said."""
    state, progress = service.reviews.going(record)
    return ReviewRun(
        id=record.id,
        state=state,
        **progress._asdict(),
        begun=service.reviews.shelf.begun(record.id),
        due_by=date.fromisoformat(str(record.asked["due_by"])),
        everyone=record.asked["everyone"] is True,
        inputs_hash=record.inputs_hash,
        versions=record.versions,
        words=record.words if state is Going.FAILED else "",
        results=tuple(f"{address(record.id)}/result/{name}" for name in record.results),
        kept=FOREVER if service.reviews.survive else UNTIL_IT_ENDS,
        remedy=REMEDIES[state].replace("…", address(record.id)),
    )


def address(review_id: str) -> str:
    """Where a review is asked for."""
    return f"/v1/reviews/{review_id}"
