"""How much support to plan with any home: by what is the same in every home, and never ranks them."""

from datetime import date
from typing import Any

import pytest

from matching.domain.ranking import SupportToPlan
from tests.builders import a_child, a_home, a_referral
from tests.explaining.asking import options, rank

OLDER = "aged 11 or over"
BEHAVIOUR = "a high need for help with behaviour, or violence now"
MOVED = "2 or more moves in the last 12 months"
LONG_IN_CARE = "2 years or more in care"
YOUNG: dict[str, Any] = {
    "born": date(2018, 6, 1),
    "needs": {"behaviour_regulation": 1},
    "risks": [],
    "moves_in_12_months": 0,
    "became_looked_after": date(2026, 10, 1),
}
"""A child of whom no factor holds."""


def planned(**child: Any) -> SupportToPlan:
    (found,) = rank(children=(a_child(**(YOUNG | child)),)).support_to_plan
    return found


@pytest.mark.parametrize(
    ("child", "because", "not_recorded"),
    [
        pytest.param({}, (), (), id="none"),
        pytest.param({"born": date(2015, 12, 1)}, (OLDER,), (), id="11 on the first day"),
        pytest.param({"born": date(2015, 12, 2)}, (), (), id="11 on the second day"),
        pytest.param({"needs": {"behaviour_regulation": 3}}, (BEHAVIOUR,), (), id="a high need"),
        pytest.param({"needs": {"behaviour_regulation": 2}}, (), (), id="a medium need"),
        pytest.param({"needs": {"education_learning": 4}}, (), (), id="a high need of another kind"),
        pytest.param({"risks": [{"kind": "violence", "level": "current"}]}, (BEHAVIOUR,), (), id="violence now"),
        pytest.param(
            {"risks": [{"kind": "violence_to_carers", "level": "current"}]},
            (BEHAVIOUR,),
            (),
            id="violence to carers now",
        ),
        pytest.param({"risks": [{"kind": "violence", "level": "history"}]}, (), (), id="violence in the past"),
        pytest.param({"risks": [{"kind": "theft", "level": "current"}]}, (), (), id="theft now"),
        pytest.param({"risks": [{"kind": "violence"}]}, (), (BEHAVIOUR,), id="violence, and nobody says when"),
        pytest.param({"risks": [{"level": "current"}]}, (), (BEHAVIOUR,), id="a risk now of a kind nobody named"),
        pytest.param({"risks": [{}]}, (), (BEHAVIOUR,), id="a risk, and nobody says which or when"),
        pytest.param({"risks": [{"level": "history"}]}, (), (), id="a past risk of a kind nobody named"),
        pytest.param({"risks": [{"kind": "violence", "level": "none"}]}, (), (), id="known not to be violent"),
        pytest.param({"risks": [{"kind": "theft"}]}, (), (), id="theft, and nobody says when"),
        pytest.param(
            {"risks": [{"level": "current"}, {"kind": "violence", "level": "current"}]},
            (BEHAVIOUR,),
            (),
            id="violence now, and a risk of a kind nobody named",
        ),
        pytest.param(
            {"risks": [{"level": "current"}], "needs": {"behaviour_regulation": 3}},
            (BEHAVIOUR,),
            (),
            id="a high need, and a risk of a kind nobody named",
        ),
        pytest.param({"needs": None}, (), (BEHAVIOUR,), id="needs not graded"),
        pytest.param({"risks": None}, (), (BEHAVIOUR,), id="risks not recorded"),
        pytest.param(
            {"needs": None, "risks": [{"kind": "violence", "level": "current"}]}, (BEHAVIOUR,), (), id="one is"
        ),
        pytest.param({"risks": None, "needs": {"behaviour_regulation": 4}}, (BEHAVIOUR,), (), id="the other is"),
        pytest.param({"moves_in_12_months": 2}, (MOVED,), (), id="two moves"),
        pytest.param({"moves_in_12_months": 1}, (), (), id="one move"),
        pytest.param({"moves_in_12_months": None}, (), (MOVED,), id="moves not recorded"),
        pytest.param({"became_looked_after": date(2024, 12, 1)}, (LONG_IN_CARE,), (), id="two years to the day"),
        pytest.param({"became_looked_after": date(2024, 12, 2)}, (), (), id="a day less"),
        pytest.param({"became_looked_after": False}, (), (), id="not in care yet"),
        pytest.param({"became_looked_after": None}, (), (LONG_IN_CARE,), id="since when is not recorded"),
    ],
)
def test_each_factor_holds_from_its_boundary_on_and_what_is_not_recorded_is_said(child, because, not_recorded):
    found = planned(**child)
    assert (found.because, found.not_recorded) == (because, not_recorded)


HELD: tuple[dict[str, Any], ...] = (
    {"born": date(2012, 6, 1)},
    {"needs": {"behaviour_regulation": 4}},
    {"moves_in_12_months": 5},
    {"became_looked_after": date(2020, 1, 1)},
)


@pytest.mark.parametrize(
    ("held", "level"), [(0, "ordinary"), (1, "ordinary"), (2, "more"), (3, "most"), (4, "most")], ids=str
)
def test_the_level_rises_with_the_number_of_factors(held, level):
    known: dict[str, Any] = {}
    for factor in HELD[:held]:
        known |= factor
    found = planned(**known)
    assert (found.level, found.at_most) == (level, level)
    assert len(found.because) == held


def test_what_is_not_recorded_may_raise_the_level_and_does_not():
    found = planned(born=date(2012, 6, 1), moves_in_12_months=None, became_looked_after=None)
    assert (found.level, found.at_most) == ("ordinary", "most")


def test_each_of_several_children_has_a_level_of_her_own():
    children = (a_child(**YOUNG), a_child(id="ben", **YOUNG | HELD[0] | HELD[2]))
    found = rank(children=children, referrals=(a_referral(children=["amy", "ben"]),)).support_to_plan
    assert [(s.child, s.level) for s in found] == [("amy", "ordinary"), ("ben", "more")]


HOMES = (
    a_home(),
    a_home(id="far", postcode="RG1 1AA", skills={"behaviour_regulation": 4}),
    a_home(id="elm", household=[], years_fostering=0, support=[]),
    a_home(id="ash", postcode="MK9 3XL", years_fostering=20, skills=None),
    a_home(id="hall", kind="childrens_home"),
)


@pytest.mark.parametrize(
    "factor",
    [
        pytest.param({"born": date(2015, 11, 30)}, id="eleven, not ten"),
        pytest.param({"moves_in_12_months": 6}, id="six moves"),
        pytest.param({"became_looked_after": date(2019, 1, 1)}, id="seven years in care"),
        pytest.param({"risks": [{"kind": "violence_to_carers", "level": "current"}]}, id="violence that meets nobody"),
        pytest.param({"moves_in_12_months": None, "became_looked_after": None}, id="nothing is recorded"),
        pytest.param({"legal_status": "C1"}, id="another legal status"),
    ],
)
def test_what_is_so_of_the_child_alone_ranks_no_home_and_earns_no_point(factor):
    before = a_child(**(YOUNG | {"born": date(2015, 12, 30), "permanence_plan": []}))
    after = a_child(**(YOUNG | {"born": date(2015, 12, 30), "permanence_plan": []} | factor))
    was, now = (options(rank(*HOMES, children=(c,))) for c in (before, after))
    assert [(o.home, o.rank, o.suitability, o.standing) for o in was] == [
        (o.home, o.rank, o.suitability, o.standing) for o in now
    ]
    assert [[(c.id, c.low, c.central, c.high) for c in o.criteria] for o in was] == [
        [(c.id, c.low, c.central, c.high) for c in o.criteria] for o in now
    ]


def test_a_higher_need_ranks_only_by_whose_skills_meet_it():
    skilled = (a_home(skills={"behaviour_regulation": 4}), a_home(id="elm", skills={"behaviour_regulation": 4}))
    low, high = (options(rank(*skilled, children=(a_child(needs={"behaviour_regulation": n}),))) for n in (1, 4))
    assert [(o.home, o.suitability) for o in low] == [(o.home, o.suitability) for o in high]
