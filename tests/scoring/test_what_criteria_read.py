"""Which facts each criterion reads, and no others: what is not here cannot change a single point."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import pytest

from matching.facts.fact import AT_LEAST, AT_MOST, CATALOGUE
from matching.scoring.criterion import Criterion
from matching.scoring.rows import Rows
from matching.scoring.weighing import CRITERIA, Scale
from tests.scoring.pointing import policy

READS = {
    "needs-and-skills": {"child.amount_of_need", "child.needs_care", "pair.need_covered", "pair.need_not_covered"},
    "siblings": {"child.siblings", "child.siblings_to_be_with", "pair.siblings_with", "pair.siblings_without"},
    "education": {
        *("pair.keeps_school", "child.longest_school_journey", "child.registered_pupil"),
        *("pair.minutes_to_school", "pair.minutes_to_school_least", "pair.minutes_to_school_most"),
    },
    "household": {"pair.unrelated_children", "pair.own_near_in_age", "pair.risks_to_weigh", "pair.risks_now"},
    "wishes": {"child.wishes_told", "child.has_wishes", "pair.wishes_granted", "pair.wishes_denied"},
    "settled": {"pair.stays_in_home", "child.days_there", "child.long_term_match", "child.is_moving"},
    "family-time": {"pair.family_hours", "pair.family_hours_least", "pair.family_hours_most", "child.family_time"},
    "intended-length": {"pair.days_open", "child.days_intended", "child.to_adulthood", "pair.approved_long_term"},
    "carers-experience": {"home.years_fostering", "home.fosters"},
    "carers-support": {"home.support_kinds"},
    "near-home": {"pair.miles_from_home", "child.near_home_counts", "child.has_home"},
    "school-journey": {
        *("pair.minutes_to_school", "pair.minutes_to_school_least", "pair.minutes_to_school_most"),
        "child.registered_pupil",
    },
    "family-journey": {
        *("pair.minutes_to_family", "pair.minutes_to_family_least", "pair.minutes_to_family_most"),
        "child.family_time",
    },
    "within-area": {"pair.in_area", "pair.in_adjoining_area", "child.near_home_counts"},
    "full-cost": {"home.full_weekly_cost", "home.full_cost_at_least"},
    "marginal-cost": {"home.counted_weekly_cost", "home.counted_cost_least"},
}

OF_WHO_SOMEBODY_IS = ("religion", "language", "sex", "ethnic", "access", "disab", "born", "age", "nationality")
"""Parts of the names of facts about who a child or a carer is: none of them may earn or cost a point."""


def fact_of(column: str) -> str:
    """The fact that a column holds, or bounds."""
    return column if column in CATALOGUE else column.removesuffix(AT_LEAST).removesuffix(AT_MOST)


class Watched(dict[str, Any]):
    """Columns of which it is noted which were read."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__({name: np.array([1.0]) for name in names})
        self.read = set[str]()

    def __getitem__(self, name: str) -> Any:
        self.read.add(name)
        return super().__getitem__(name)


def read_by(criterion: Criterion) -> set[str]:
    """The facts whose columns are read when a criterion's points are worked out; a count is one fact, whose bounds."""
    watched = Watched(column for fact in CATALOGUE.values() for column in fact.columns)
    criterion.points.of(Rows(watched))
    criterion.points.asked_of(Rows(watched))
    return {fact_of(name) for name in watched.read}


@pytest.mark.parametrize("criterion", [pytest.param(c, id=c.id) for c in CRITERIA])
def test_a_criterion_reads_these_facts_and_no_others(criterion):
    assert read_by(criterion) == READS[criterion.id]


@pytest.mark.parametrize("criterion", [pytest.param(c, id=c.id) for c in CRITERIA])
def test_what_a_criterion_says_it_rests_on_is_what_it_reads(criterion):
    assert criterion.points.facts == READS[criterion.id]


def test_every_criterion_is_among_these():
    assert {c.id for c in CRITERIA} == set(READS), "a new criterion needs the list of what it reads here"


def test_all_criteria_together_need_what_each_of_them_reads():
    assert {fact_of(name) for name in Scale(policy()).needs} == set().union(*READS.values())


def test_no_fact_that_a_criterion_reads_is_about_who_somebody_is():
    parts = {part for names in READS.values() for name in names for part in name.split(".")[1].split("_")}
    about = {part for part in parts if part.startswith(OF_WHO_SOMEBODY_IS)}
    assert about == {"age"}, "only the carers' own children of about the child's age"
