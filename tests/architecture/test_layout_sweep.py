"""Every fact of the catalogue is laid out, in the columns and of the type that it declares."""

from datetime import date

import polars as pl
import pytest

from matching.domain.case import Case
from matching.domain.child import Child
from matching.domain.home import Home
from matching.domain.referral import Referral
from matching.facts.fact import CATALOGUE, column_type
from matching.facts.layout import Layout, lay_out
from matching.facts.question import ask
from matching.facts.register import Register
from matching.geography.postcodes import directory
from matching.rules.judging import judge
from matching.rules.rulebook import rulebook_on
from tests.builders import a_case, a_child, a_home, a_member, a_referral
from tests.rules.judging import TODAY, all_figures
from tests.rules.people import brother_or_sister, people

SEVERAL = (
    a_home(household=people(2)),
    a_home(id="elm", kind="childrens_home"),
    a_home(id="ash", household=[a_member(relation=None)], vacancies=None, approval=None),
)
TOGETHER = {"children": (a_child(), brother_or_sister()), "referrals": (a_referral(children=["amy", "bea"]),)}
NOTHING_KNOWN = {
    "authority": {"code": "E06000060"},
    "children": (Child(id="amy", born=date(2015, 6, 1)),),
    "referrals": (Referral(id="r1", children=("amy",), start=date(2026, 12, 1)),),
    "homes": (Home.model_validate({"id": "oak", "kind": "foster", "run_by": "own"}),),
}
PASSING = "?"
"""How the columns end that say, while a frame is made, where another is unknown."""

every_case = pytest.mark.parametrize(
    "case",
    [
        pytest.param(a_case(), id="ordinary"),
        pytest.param(a_case(homes=SEVERAL), id="several homes"),
        pytest.param(
            a_case(homes=()),
            id="no home",
        ),
        pytest.param(a_case(homes=SEVERAL, **TOGETHER), id="siblings"),
        pytest.param(a_case(**NOTHING_KNOWN), id="nothing known"),
    ],
)


SECOND_PASS = "options."
"""How the names of those facts begin that only the second pass knows: what the first found of all the homes."""

DECLARED = {
    column: column_type(fact.of)
    for name, fact in CATALOGUE.items()
    if not name.startswith(SECOND_PASS)
    for column in fact.columns
}


def layout_of(case: Case) -> Layout:
    question = ask(case, "r1", all_figures(TODAY))
    return lay_out(question, Register.of(case.homes, directory()))


def frames_of(case: Case) -> tuple[pl.DataFrame, ...]:
    return layout_of(case).frames


@every_case
def test_every_fact_is_a_column_of_its_type(case):
    for frame in frames_of(case):
        laid_out = dict(frame.schema)
        assert {column: laid_out.get(column) for column in DECLARED} == DECLARED


@every_case
def test_every_column_is_a_fact_of_the_catalogue(case):
    for frame in frames_of(case):
        assert {column for column in frame.columns if not column.endswith(PASSING)} == set(DECLARED)


@every_case
def test_every_arriving_child_has_a_row_for_every_home(case):
    frames = frames_of(case)
    assert [frame.height for frame in frames] == [len(case.homes)] * len(case.referrals[0].children)


@every_case
def test_the_second_pass_adds_what_only_it_knows(case):
    layout, _, _ = judge(layout_of(case), rulebook_on(TODAY))
    added = {name: column_type(fact.of) for name, fact in CATALOGUE.items() if name.startswith(SECOND_PASS)}
    for frame in layout.frames:
        assert {name: frame.schema.get(name) for name in added} == added
    assert set(added) <= set(layout.asked)
