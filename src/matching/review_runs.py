"""A review as a run: its question put into bytes and taken back from them, and its work, part by part."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from pydantic import JsonValue

from matching.domain.case import Case
from matching.domain.policy import Policy
from matching.domain.review import Review
from matching.engine import Engine
from matching.errors import MatchingError
from matching.explaining.versions import versions
from matching.reporting.files import files
from matching.review import AskedReview, review
from matching.runs.question import Question
from matching.runs.run import Keep, Work

KIND = "review"
CASE, POLICY, LAST = "case.json", "policy.json", "last.json"
"""What a review looks at: everything by which its answer could differ, and nothing else."""

ANSWER = "review.json"
"""The file of the results that holds the whole answer."""

ALSO = ("ortools", "typst", "xlsxwriter")
"""What else the bytes of an answer rest on: what solves, and what writes."""

WRITING = "Writing"

Done = Callable[[str, int, int], None]
"""Told of which stage so many of all are done."""


def question_of(engine: Engine, asked: AskedReview) -> Question:
    """The question that a review of a case puts; the same for the same case, whatever form it came in.

    The policy stands there whole, in the place of the choice that the case makes.
    """
    case = engine.case.model_dump_json(by_alias=True, exclude_none=True, exclude={"policy"}).encode()
    inputs = {CASE: case, POLICY: engine.policy.model_dump_json().encode()}
    if asked.last is not None:
        inputs[LAST] = asked.last.model_dump_json().encode()
    due_by = (asked.due_by or engine.case.as_of).isoformat()
    return Question(KIND, {"due_by": due_by, "everyone": asked.everyone}, inputs, versions(*ALSO))


def put_by(question: Question) -> tuple[Engine, AskedReview]:
    """The case and what is asked of it, taken back from a question."""
    case = Case.model_validate_json(question.inputs[CASE])
    engine = Engine.judged_by(case, Policy.model_validate_json(question.inputs[POLICY]))
    last = question.inputs.get(LAST)
    return engine, AskedReview(
        due_by=date.fromisoformat(str(question.asked["due_by"])),
        everyone=question.asked["everyone"] is True,
        last=Review.model_validate_json(last) if last is not None else None,
    )


def is_asked(kind: str, asked: Mapping[str, JsonValue]) -> bool:
    """Whether this is what a review can be asked, as its question says it."""
    day, everyone = asked.get("due_by"), asked.get("everyone")
    if kind != KIND or not isinstance(day, str) or not isinstance(everyone, bool):
        return False
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def work_of(question: Question, done: Done) -> Work:
    """What a run of a review does. Everything comes from its question, so that it is the same wherever it goes on."""

    def work(keep: Keep) -> Iterable[tuple[str, bytes]]:
        _by_these_versions(question)
        engine, asked = put_by(question)
        return _written(review(engine, asked, keep=keep, done=done), done)

    return work


def _written(answer: Review, done: Done) -> Iterator[tuple[str, bytes]]:
    done(WRITING, 0, 1)
    yield from files(answer)
    done(WRITING, 1, 1)


def _by_these_versions(question: Question) -> None:
    """Half of an answer by other versions is no half of ours."""
    if dict(question.versions) != versions(*ALSO):
        raise MatchingError("it was begun by other versions of the engine", "Ask for the review again.")
