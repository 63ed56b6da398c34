"""Every file of a review, by name: the same review gives the same files, to the byte."""

from collections.abc import Iterator

from matching.domain.review import Review
from matching.reporting.cells import MARK
from matching.reporting.chain_columns import CHAINS, steps
from matching.reporting.child_columns import CHILDREN
from matching.reporting.columns import as_csv
from matching.reporting.missing_columns import missing_columns
from matching.reporting.other_columns import DIFFERENCES, changes
from matching.reporting.pack import pack
from matching.reporting.readme import readme
from matching.reporting.suggestion_columns import suggestion_columns
from matching.reporting.told import everybody, nobody_is_lost, suggestions
from matching.reporting.workbook import workbook


def files(review: Review) -> Iterator[tuple[str, bytes]]:
    """Each file's name, and what is in it; EngineDefect before the first where a child would be lost."""
    nobody_is_lost(review)
    yield "README.md", readme(review).encode()
    yield "review.pdf", pack(review)
    yield "review.xlsx", workbook(review)
    yield from tables(review)
    yield "review.json", review.model_dump_json().encode() + b"\n"


def tables(review: Review) -> Iterator[tuple[str, bytes]]:
    """The tables for analysts."""
    suggested = suggestions(review)
    yield "children.csv", MARK + as_csv(CHILDREN, everybody(review))
    yield "suggestions.csv", MARK + as_csv(suggestion_columns(suggested), suggested)
    yield "chains.csv", MARK + as_csv(CHAINS, steps(review))
    yield "missing-homes.csv", MARK + as_csv(missing_columns(review), review.no_suitable_option)
    yield "differences.csv", MARK + as_csv(DIFFERENCES, changes(review))
