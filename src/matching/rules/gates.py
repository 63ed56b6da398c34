"""What stands between a ranking and a decision, where no rule of a home says it."""

from datetime import date

from matching.rules.citation import CHILDREN_ACT_1989, Confidence
from matching.rules.sourced import FromASource

GATES: tuple[FromASource, ...] = (
    FromASource(
        id="CA89-22-4",
        title="Wishes found out",
        means="Before any decision the wishes of the child and of the parents are found out, as far as is practicable.",
        cites=CHILDREN_ACT_1989("s.22(4)", "section/22"),
        confidence=Confidence.MEMORY,
        from_day=date(1991, 10, 14),
    ),
)
