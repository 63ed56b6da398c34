"""Figures that the law itself sets, and when they hold. Local policy sets its own and cannot change these."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from matching.domain.policy import Policy
from matching.errors import Fault, InvalidInput
from matching.facts.catalogue import Figure
from matching.facts.fact import Fact
from matching.rules.citation import CHILDREN_ACT_1989, SI_2010_959, Citation
from matching.rules.sourced import in_force


@dataclass(frozen=True, slots=True)
class StatutoryFigure:
    """A number in the law: its value, its source, and the first and last day on which it holds."""

    name: str
    value: int
    cites: Citation
    from_day: date
    until_day: date | None = None

    def binds_on(self, day: date) -> bool:
        """Whether the law sets it so on a day."""
        return in_force(self.from_day, self.until_day, day)


FIGURES: tuple[StatutoryFigure, ...] = (
    StatutoryFigure("usual_fostering_limit", 3, CHILDREN_ACT_1989("Sch 7 para 2", "schedule/7"), date(1991, 10, 14)),
    StatutoryFigure(
        "other_arrangements_from_age", 16, SI_2010_959("regs 27A and 27C", "regulation/27A"), date(1991, 10, 14)
    ),
    StatutoryFigure("emergency_working_days", 6, SI_2010_959("reg 23", "regulation/23"), date(2011, 4, 1)),
    StatutoryFigure("temporary_approval_days", 16 * 7, SI_2010_959("reg 24", "regulation/24"), date(2011, 4, 1)),
    StatutoryFigure("extension_days", 8 * 7, SI_2010_959("reg 25", "regulation/25"), date(2011, 4, 1)),
)


STATUTORY = frozenset(f.name for f in FIGURES)
LOCAL = frozenset(name for name, fact in vars(Figure).items() if isinstance(fact, Fact)) - STATUTORY
"""The figures that local policy sets, all of them and no others."""


def figures_on(day: date, figures: Iterable[StatutoryFigure] = FIGURES) -> dict[str, int]:
    """The law's figures on a day, by name."""
    return {f.name: f.value for f in figures if f.binds_on(day)}


def figures_for(policy: Policy, day: date) -> dict[str, int]:
    """The law's figures on a day, and the policy's; InvalidInput where the policy's are not those that it sets."""
    law = figures_on(day)
    faults = [*_too_early(law, day), *_not_the_policys(policy)]
    if faults:
        raise InvalidInput(faults)
    return {**policy.figures, **law}


def _too_early(law: dict[str, int], day: date) -> list[Fault]:
    if set(law) == STATUTORY:
        return []
    first = max(f.from_day for f in FIGURES)
    expected = f"a day from {first} on"
    return [Fault("", "case", "", "as_of", str(day), expected, "This engine does not hold the law before that day.")]


def _not_the_policys(policy: Policy) -> list[Fault]:
    expected = f"a whole number for each of: {', '.join(sorted(LOCAL))}"
    wrong = [(name, "no figure") for name in sorted(LOCAL - set(policy.figures))]
    wrong += [(name, "a figure that the law sets") for name in sorted(set(policy.figures) & STATUTORY)]
    wrong += [(name, "a figure that is not known") for name in sorted(set(policy.figures) - LOCAL - STATUTORY)]
    remedy = "Mend the policy's figures; the law's cannot be changed."
    return [Fault("", "policy", policy.name, f"figures.{name}", found, expected, remedy) for name, found in wrong]
