"""Figures that the law itself sets, and when they hold. Local policy sets its own and cannot change these."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from matching.rules.citation import CHILDREN_ACT_1989, SI_2010_959, Citation


@dataclass(frozen=True, slots=True)
class StatutoryFigure:
    """A number in the law: its value, its source, and the first and last day on which it holds."""

    name: str
    value: int
    cites: Citation
    from_day: date
    until_day: date | None = None


FIGURES: tuple[StatutoryFigure, ...] = (
    StatutoryFigure("usual_fostering_limit", 3, CHILDREN_ACT_1989("Sch 7 para 2", "schedule/7"), date(1991, 10, 14)),
    StatutoryFigure(
        "other_arrangements_from_age", 16, SI_2010_959("regs 27A and 27C", "regulation/27A"), date(1991, 10, 14)
    ),
    StatutoryFigure("emergency_working_days", 6, SI_2010_959("reg 23", "regulation/23"), date(2011, 4, 1)),
)


def figures_on(day: date, figures: Iterable[StatutoryFigure] = FIGURES) -> dict[str, int]:
    """The law's figures on a day, by name."""
    return {f.name: f.value for f in figures if f.from_day <= day and (f.until_day is None or day <= f.until_day)}
