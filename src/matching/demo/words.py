"""The bank of sentences and names, as it lies in `words.toml`."""

from functools import cache
from typing import Any

from matching.demo.published import data_file

Record = dict[str, Any]
"""A record as it is written to a file."""


@cache
def words() -> dict[str, Any]:
    """Every sentence and name, read once."""
    return data_file("words.toml")
