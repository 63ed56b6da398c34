"""What stands between a ranking and a decision, where no rule of a home says it."""

from dataclasses import dataclass
from datetime import date

from matching.rules.citation import CHILDREN_ACT_1989, Citation, Confidence


@dataclass(frozen=True, eq=False)
class Gate:
    """Something that is recorded before anybody decides, with its source."""

    id: str
    title: str
    means: str
    cites: Citation
    confidence: Confidence
    from_day: date
    until_day: date | None = None


GATES: tuple[Gate, ...] = (
    Gate(
        "CA89-22-4",
        title="Wishes found out",
        means="Before any decision the wishes of the child and of the parents are found out, as far as is practicable.",
        cites=CHILDREN_ACT_1989("s.22(4)", "section/22"),
        confidence=Confidence.MEMORY,
        from_day=date(1991, 10, 14),
    ),
)
