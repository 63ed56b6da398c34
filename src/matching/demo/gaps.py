"""What nobody recorded: facts are left out of records as often as `gaps.toml` says."""

from collections.abc import Mapping
from functools import cache
from random import Random
from typing import Any

from matching.demo.published import data_file
from matching.demo.words import Record


@cache
def rates() -> Mapping[str, Mapping[str, int]]:
    """How often each fact is left out, in percent, by table."""
    return data_file("gaps.toml")


def lose(rng: Random, table: str, record: Record) -> Record:
    """The record without what nobody recorded, and so for everybody in its household."""
    kept = dict(record)
    for path, percent in rates()[table].items():
        if rng.random() * 100 < percent:
            _leave_out(kept, path)
    if "household" in kept:
        kept["household"] = [lose(rng, "members", member) for member in kept["household"]]
    return kept


def _leave_out(record: Record, path: str) -> None:
    table, _, field = path.rpartition(".")
    if not table:
        record.pop(field, None)
        return
    below: Any = record.get(table)
    if below is not None and field in below:
        record[table] = {name: value for name, value in below.items() if name != field}
