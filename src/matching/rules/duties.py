"""Duties owed so far as reasonably practicable: measured, shown, and never a prohibition."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from matching.domain.codes import HomeKind
from matching.facts.catalogue import child, figure, home, pair
from matching.facts.fact import Fact, YesNo
from matching.facts.value import NO_FACTS, Condition
from matching.rules.citation import CHILDREN_ACT_1989, Confidence
from matching.rules.rule import SLOT
from matching.rules.sourced import FromASource

SINCE_1991, SINCE_2011 = date(1991, 10, 14), date(2011, 4, 1)
ALWAYS = Condition(pl.lit(True), NO_FACTS)
OWED_HERE: Condition = ~child.early_permanence & (home.kind != HomeKind.PARENT)
"""Subsections (7) to (9) come after parents (section 22C(2) to (5)), and give way to early permanence (9A)."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Duty(FromASource):
    """A duty: when it is owed, what serves it, and in which words.

    A home serves it better by serving it where another does not; where there is a `measure`, also by so much less of it
    as the figure `better_by` says.
    """

    owed: Condition | YesNo
    served: Condition | YesNo
    says: str
    does_not_apply: str
    measure: Fact[float] | None = None
    better_by: str = ""

    @property
    def facts(self) -> frozenset[str]:
        """Every fact that the duty uses or names."""
        return self.owed.facts | self.served.facts | frozenset(SLOT.findall(self.says))


DUTIES: tuple[Duty, ...] = (
    Duty(
        id="CA89-22C-8A",
        title="Near home",
        means="So far as reasonably practicable, the child lives near home.",
        cites=CHILDREN_ACT_1989("s.22C(8)(a)", "section/22C"),
        confidence=Confidence.SECONDARY,
        from_day=SINCE_2011,
        owed=OWED_HERE & child.near_home_counts & child.has_home,
        served=pair.miles_from_home <= figure.near_home_within,
        says="{pair.miles_from_home} from home",
        does_not_apply="with a parent, or adoption is considered, or the child has no home here or is to be away",
        measure=pair.miles_from_home,
        better_by="nearer_by",
    ),
    Duty(
        id="CA89-22C-8B",
        title="Education not disrupted",
        means="So far as reasonably practicable, the placement does not disrupt the child's education or training.",
        cites=CHILDREN_ACT_1989("s.22C(8)(b)", "section/22C"),
        confidence=Confidence.SECONDARY,
        from_day=SINCE_2011,
        owed=OWED_HERE & child.registered_pupil,
        served=pair.school_kept,
        says="school kept: {pair.school_kept}; journey {pair.minutes_to_school}",
        does_not_apply="with a parent, or adoption is considered, or not a registered pupil",
    ),
    Duty(
        id="CA89-22C-8C",
        title="Siblings together",
        means="So far as reasonably practicable, brothers and sisters who are looked after live together.",
        cites=CHILDREN_ACT_1989("s.22C(8)(c)", "section/22C"),
        confidence=Confidence.SECONDARY,
        from_day=SINCE_2011,
        owed=OWED_HERE & child.siblings_to_be_with,
        served=pair.siblings_together,
        says="siblings who should be together would be: {pair.siblings_together}",
        does_not_apply="with a parent, or adoption is considered, or no brother or sister is to live with the child",
    ),
    Duty(
        id="CA89-22C-8D",
        title="Suited to a disability",
        means="So far as reasonably practicable, the home suits the particular needs of a disabled child.",
        cites=CHILDREN_ACT_1989("s.22C(8)(d)", "section/22C"),
        confidence=Confidence.SECONDARY,
        from_day=SINCE_2011,
        owed=OWED_HERE & child.needs_access,
        served=pair.access_met,
        says="the access that the child needs: {pair.access_met}",
        does_not_apply="with a parent, or adoption is considered, or no particular access is needed",
    ),
    Duty(
        id="CA89-22C-9",
        title="Within the area",
        means="The home is within the authority's area, unless that is not reasonably practicable.",
        cites=CHILDREN_ACT_1989("s.22C(9)", "section/22C"),
        confidence=Confidence.SECONDARY,
        from_day=SINCE_2011,
        owed=OWED_HERE,
        served=pair.in_area,
        says="in {home.authority}",
        does_not_apply="with a parent, or adoption is considered",
    ),
    Duty(
        id="CA89-22-5",
        title="Wishes and identity",
        means="Due consideration is given to the child's wishes, religion, racial origin, culture and language.",
        cites=CHILDREN_ACT_1989("s.22(5)", "section/22"),
        confidence=Confidence.MEMORY,
        from_day=SINCE_1991,
        owed=ALWAYS,
        served=pair.wishes_met,
        says="all wishes met: {pair.wishes_met}; a language in common: {pair.language_shared};"
        " same religion: {pair.religion_shared}",
        does_not_apply="",
    ),
)
"""In the order in which they are shown. Religion and language are shown, and decide nothing."""
