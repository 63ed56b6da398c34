"""The facts of many rows as numbers, and where what holds or does not surely does: what points are worked out from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import and_, or_

import numpy as np
import numpy.typing as npt
import polars as pl

from matching.facts.fact import Fact
from matching.facts.held import Held
from matching.facts.links import Flags
from matching.facts.value import Condition, Joint, YesOrNo

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Rows:
    """A column of numbers for each fact, 1 for yes and 0 for no; NaN where nobody recorded it.

    `kept` holds where conditions hold that were asked already, each with the condition itself.
    """

    columns: Mapping[str, Numbers]
    kept: dict[int, tuple[YesOrNo, Held]] = field(default_factory=dict)

    @classmethod
    def of(cls, frame: pl.DataFrame) -> "Rows":
        """The rows of a frame of numbers and answers: read out at once, since each step costs a plan."""
        numbers = frame.select(pl.all().cast(pl.Float64)).to_numpy()
        return cls({name: numbers[:, k] for k, name in enumerate(frame.columns)})

    def number(self, column: str) -> Numbers:
        """A column's values."""
        return self.columns[column]

    def unknown(self, fact: Fact[bool]) -> Flags:
        """Where nobody recorded a fact."""
        return np.isnan(self.number(fact.name))

    def held(self, condition: YesOrNo) -> Held:
        """Where a condition may hold and where it may not: worked out once for low, central and high."""
        kept = self.kept.get(id(condition))
        if kept is None:
            kept = self.kept[id(condition)] = (condition, self._held(condition))
        return kept[1]

    def _held(self, condition: YesOrNo) -> Held:
        """Of facts that hold or do not, and of what joins them."""
        if isinstance(condition, Fact):
            answers = self.number(condition.name)
            return Held(answers != 0, answers != 1)
        if not isinstance(condition, Condition) or condition.joint is None:
            raise TypeError("points ask of facts that hold or do not, and of what joins them")
        parts = [self.held(part) for part in condition.parts]
        if condition.joint is Joint.NOT:
            return ~parts[0]
        return reduce(and_ if condition.joint is Joint.AND else or_, parts)
