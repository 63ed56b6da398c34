"""A column of a table: what it is called, what it means, and what stands in it. Said once for every table and page."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from matching.domain.ranking import Interval
from matching.reporting.cells import Cell, Row, table
from matching.reporting.saying import NONE, NOT_RECORDED

T = TypeVar("T")


@dataclass(frozen=True)
class Column(Generic[T]):
    """A column: its name for analysts, its heading for people, what it means, and its width in a workbook.

    `blank` is what a workbook says where there is nothing to say. A table for analysts says it too, `in_words`; a
    number or a day is left empty there, as programs expect it.
    """

    name: str
    heading: str
    means: str
    value: Callable[[T], Cell]
    width: int = 14
    blank: str = NOT_RECORDED
    in_words: bool = False


Columns = Sequence[Column[T]]


def level_columns(
    name: str, heading: str, means: str, of: Callable[[T], Interval | None]
) -> tuple[Column[T], Column[T], Column[T]]:
    """Points in three columns: at least, as known, at most."""

    def level(which: str) -> Callable[[T], Cell]:
        return lambda each: getattr(of(each), which, None)

    return (
        Column(f"{name}_low", f"{heading}, at least", f"{means}: at least", level("low"), 9),
        Column(f"{name}_central", f"{heading}, as known", f"{means}: as things are known", level("central"), 9),
        Column(f"{name}_high", f"{heading}, at most", f"{means}: at most", level("high"), 9),
    )


def as_csv(columns: Columns[T], of: Iterable[T]) -> bytes:
    """A table as a file for analysts."""
    return table([tuple(column.name for column in columns), *_rows(columns, of)])


def _rows(columns: Columns[T], of: Iterable[T]) -> Iterator[Row]:
    for each in of:
        yield tuple(_said(column, column.value(each)) for column in columns)


def _said(column: Column[T], cell: Cell) -> Cell:
    """No things at all are said to be none, and words that nobody recorded to be that."""
    if cell == ():
        return NONE
    return column.blank if cell is None and column.in_words else cell
