"""A review that was kept, read from its file or from the folder of its run."""

from pathlib import Path

from matching.cli.reading_answers import Kind, read_answer
from matching.domain.review import Review
from matching.review_runs import ANSWER
from matching.runs.refusing import RESULTS

A_REVIEW = Kind(Review, "review", "Give the folder of a review that is done, or its review.json as it was written.")


def read_review(path: Path) -> Review:
    """The review that a file or a folder holds; InvalidInput with every fault in it."""
    inside = (path / RESULTS / ANSWER, path / ANSWER) if path.is_dir() else ()
    return read_answer(next((file for file in inside if file.is_file()), path), A_REVIEW)
