"""Which tier a home is in for a child, and where residential care stands among them."""

from itertools import product
from typing import Any

import numpy as np
import pytest

from matching.domain.codes import FOSTERING, HomeKind, RunBy, Tier
from matching.facts.catalogue import home, household, pair, referral
from matching.scoring.ordering import PLACES, PLACES_NEED, placing, residential_last, tier_number
from tests.builders import a_child, a_home, a_referral
from tests.facts.laying_out import MILTON_KEYNES, approval, laid_out
from tests.scoring.pointing import rows_of

KNOWN = (True, False, None)
PLACED_BY = (home.kind, home.run_by, pair.own_approved, pair.connected, household.all_connected)
EVERY = list(product(HomeKind, RunBy, KNOWN, KNOWN, KNOWN))
OF_OURS = {HomeKind.FOSTER, HomeKind.FOSTER_FOR_ADOPTION, HomeKind.CONNECTED_FOSTER}


def tier_of(kind: HomeKind, run_by: RunBy, ours: bool | None, hers: bool | None, all_theirs: bool | None) -> Tier:
    """The tier, as the contract has it: what is not known to be earlier is last."""
    if kind is HomeKind.PARENT and hers:
        return Tier.PARENTS
    if kind is HomeKind.CONNECTED_FOSTER and all_theirs:
        return Tier.FAMILY_AND_FRIENDS
    if kind in OF_OURS and (run_by is RunBy.OWN or ours):
        return Tier.IN_HOUSE
    return Tier.INDEPENDENT_OR_RESIDENTIAL


def test_every_kind_of_home_has_its_tier_whoever_runs_approved_or_is_connected_to_it():
    numbers = rows_of(PLACED_BY, EVERY).select(tier_number()).to_series().to_list()
    assert [tuple(Tier)[n] for n in numbers] == [tier_of(*row) for row in EVERY]


AGENCYS = {"run_by": "agency", "approval": approval(approved_by="acorn")}
OUR_CARERS_OF_AN_AGENCY = {"run_by": "agency"}


@pytest.mark.parametrize(
    ("about", "tier"),
    [
        pytest.param({"kind": "parent", "connected_to": ["amy"]}, Tier.PARENTS, id="her parent"),
        pytest.param(
            {"kind": "parent", "connected_to": ["ben"]}, Tier.INDEPENDENT_OR_RESIDENTIAL, id="another child's parent"
        ),
        pytest.param({"kind": "parent", "connected_to": None}, Tier.INDEPENDENT_OR_RESIDENTIAL, id="whose parent"),
        pytest.param({"kind": "connected_foster", "connected_to": ["amy"]}, Tier.FAMILY_AND_FRIENDS, id="her aunt"),
        pytest.param(
            {"kind": "connected_foster", "connected_to": ["amy"], **AGENCYS},
            Tier.FAMILY_AND_FRIENDS,
            id="her aunt, approved by an agency",
        ),
        pytest.param({"kind": "connected_foster", "connected_to": ["ben"]}, Tier.IN_HOUSE, id="another child's aunt"),
        pytest.param({"kind": "connected_foster", "connected_to": None}, Tier.IN_HOUSE, id="whose aunt, nobody knows"),
        pytest.param(
            {"kind": "connected_foster", "connected_to": [], **AGENCYS},
            Tier.INDEPENDENT_OR_RESIDENTIAL,
            id="nobody's aunt, approved by an agency",
        ),
        pytest.param({}, Tier.IN_HOUSE, id="our own carers"),
        pytest.param({"kind": "foster_for_adoption"}, Tier.IN_HOUSE, id="our own, for adoption"),
        pytest.param(OUR_CARERS_OF_AN_AGENCY, Tier.IN_HOUSE, id="approved by us"),
        pytest.param(AGENCYS, Tier.INDEPENDENT_OR_RESIDENTIAL, id="an agency's"),
        pytest.param(
            {"run_by": "agency", "approval": None}, Tier.INDEPENDENT_OR_RESIDENTIAL, id="approved by nobody knows whom"
        ),
        pytest.param(
            {"run_by": "other_authority", "approval": approval(approved_by=MILTON_KEYNES)},
            Tier.INDEPENDENT_OR_RESIDENTIAL,
            id="another authority's",
        ),
        pytest.param({"kind": "childrens_home"}, Tier.INDEPENDENT_OR_RESIDENTIAL, id="our own children's home"),
        pytest.param(
            {"kind": "supported_accommodation"}, Tier.INDEPENDENT_OR_RESIDENTIAL, id="our own supported accommodation"
        ),
    ],
)
def test_a_home_has_its_tier_by_its_record(about, tier):
    number = laid_out(homes=[a_home(**about)]).frames[0].select(tier_number()).item()
    assert tuple(Tier)[number] is tier


def places_of(children: list[Any], *homes: Any) -> Any:
    layout = laid_out(children, homes, a_referral(children=[c.id for c in children]))
    rows = np.arange(len(homes))
    return placing(layout.frames, rows, rows)


@pytest.mark.parametrize(
    ("about", "tier"),
    [
        pytest.param({"connected_to": ["amy", "ben"]}, Tier.FAMILY_AND_FRIENDS, id="both children's aunt"),
        pytest.param({"connected_to": ["amy"]}, Tier.IN_HOUSE, id="one child's aunt"),
        pytest.param({"kind": "parent", "connected_to": ["amy", "ben"]}, Tier.PARENTS, id="both children's parent"),
        pytest.param(
            {"kind": "parent", "connected_to": ["ben"]}, Tier.INDEPENDENT_OR_RESIDENTIAL, id="one child's parent"
        ),
    ],
)
def test_siblings_are_in_the_last_of_their_tiers(about, tier):
    found = places_of([a_child(), a_child(id="ben")], a_home(**({"kind": "connected_foster"} | about)))
    assert tuple(Tier)[int(found.tier[0])] is tier


def test_siblings_have_a_yes_only_where_each_of_them_has_it():
    pupil = {"urn": "110000", "postcode": "HP19 8FF", "year_group": 7, "registered": True}
    children = [a_child(), a_child(id="ben", school=pupil | {"postcode": "EH8 8DX"})]
    found = places_of(children, a_home(), a_home(id="elm", can_keep=["110000"]), a_home(id="ash", postcode=None))
    _, (worst, best), _ = found.sides
    assert worst.tolist() == [0, 1, 0]
    assert best.tolist() == [0, 1, 1]


def test_residential_care_comes_later_unless_the_need_for_it_is_recorded():
    rows = list(product(HomeKind, KNOWN))
    later = rows_of((home.kind, referral.residential_need_recorded), rows).select(residential_last()).to_series()
    assert later.to_list() == [int(kind not in FOSTERING and needed is not True) for kind, needed in rows]


def test_what_the_places_are_made_from_is_laid_out():
    frame = laid_out().frames[0]
    assert frame.select(*PLACES_NEED).select(PLACES).null_count().sum_horizontal().item() == 0
