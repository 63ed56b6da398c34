"""The published shares that the made-up authority reproduces, as they lie in `published.toml`, each with its source."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any


@dataclass(frozen=True, slots=True)
class Share:
    """One row of a published table: so many children, and so many in a hundred, rounded as published."""

    id: str
    label: str
    count: int
    percent: int


@dataclass(frozen=True, slots=True)
class Measure:
    """One published table."""

    id: str
    label: str
    shares: tuple[Share, ...]
    note: str | None = None

    @property
    def counts(self) -> dict[str, int]:
        """The children in each row."""
        return {share.id: share.count for share in self.shares}


@dataclass(frozen=True, slots=True)
class Cell:
    """A kind of place with one provider: how the published kinds and providers are taken to go together."""

    id: str
    placement: str
    provider: str
    count: int


@dataclass(frozen=True, slots=True)
class Published:
    """All that the made-up authority is modelled on."""

    year: str
    source: str
    children: int
    measures: Mapping[str, Measure]
    cells: Mapping[str, Cell]
    split_percent: int
    split_source: str


def data_file(name: str) -> dict[str, Any]:
    """A data file of this package, read afresh."""
    return tomllib.loads(resources.files("matching.demo").joinpath(name).read_text(encoding="utf-8"))


@cache
def published() -> Published:
    """What is published, read once."""
    written = data_file("published.toml")
    return Published(
        year=written["year"],
        source=written["source"],
        children=written["children"]["count"],
        measures={name: _measure(name, table) for name, table in written["measures"].items()},
        cells={cell["id"]: Cell(**cell) for cell in written["cells"]},
        split_percent=written["siblings"]["split_percent"],
        split_source=written["siblings"]["source"],
    )


def _measure(name: str, table: dict[str, Any]) -> Measure:
    return Measure(name, table["label"], tuple(Share(**share) for share in table["shares"]), table.get("note"))
