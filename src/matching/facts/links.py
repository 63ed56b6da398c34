"""Which rows of the register are linked to which ids: who lives where, what a home lists."""

from collections import ChainMap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar, cast

import numpy as np
import numpy.typing as npt

K = TypeVar("K")
V = TypeVar("V")
Rows = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

NO_ROWS: Rows = np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Links:
    """Rows by id: made once for a register, asked for each question."""

    by_id: Mapping[str, Rows]

    @classmethod
    def of(cls, links: Iterable[tuple[int, str]]) -> "Links":
        """From (row, id) pairs, in any order."""
        by_id: dict[str, list[int]] = {}
        for row, i in links:
            by_id.setdefault(i, []).append(row)
        return cls({i: np.array(rows, dtype=np.int64) for i, rows in by_id.items()})

    def and_more(self, links: Iterable[tuple[int, str]]) -> "Links":
        """These and some more rows."""
        more = Links.of(links).by_id
        joined = {i: np.concatenate((self.by_id.get(i, NO_ROWS), rows)) for i, rows in more.items()}
        return Links(laid_over(joined, self.by_id))

    def rows(self, ids: Iterable[str]) -> Rows:
        """The rows linked to any of these ids; one that is linked to several comes several times."""
        found = [self.by_id[i] for i in ids if i in self.by_id]
        return np.concatenate(found) if found else NO_ROWS

    def flags(self, ids: Iterable[str], size: int) -> Flags:
        """For each of `size` rows, whether it is linked to any of these ids."""
        flags = np.zeros(size, dtype=np.bool_)
        flags[self.rows(ids)] = True
        return flags


def laid_over(more: dict[K, V], all_others: Mapping[K, V]) -> Mapping[K, V]:
    """A few entries over many: copying them all would take longer than asking for some."""
    return ChainMap(more, cast(dict[K, V], all_others))  # which is asked, and never written to
