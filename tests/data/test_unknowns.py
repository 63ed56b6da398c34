"""What nobody has recorded is said row by row; what belongs to no entry of its kind is not missed."""

from datetime import date

import pytest

from matching.data.unknowns import unknowns
from matching.domain.child import Child
from matching.domain.codes import HomeKind
from matching.domain.home import Home
from matching.domain.referral import Referral
from tests.builders import a_case, a_child, a_home, a_referral

NEVER = {"name", "same_home_as", "consents", "impact_assessments"}


Entry = Child | Referral | Home


def missing(entry: Entry) -> set[str]:
    """What is unknown of one entry, alone in its case."""
    table = {Child: "children", Referral: "referrals", Home: "homes"}[type(entry)]
    alone = {"children": (), "referrals": (), "homes": ()} | {table: (entry,)}
    return {field for row in unknowns(a_case(**alone)) for field in row.fields}


def newly(entry: Entry, ordinary: Entry) -> set[str]:
    """What is unknown of an entry, and is known of the ordinary one."""
    return missing(entry) - missing(ordinary)


@pytest.mark.parametrize(
    ("home", "ordinary", "expected"),
    [
        pytest.param(a_home(postcode=None), a_home(), {"postcode", "authority"}, id="where it is"),
        pytest.param(a_home(approval=None), a_home(), {"approval"}, id="its approval"),
        pytest.param(
            a_home(approval={}),
            a_home(),
            {"approval.status", "approval.approved_by", "approval.terms", "approval.agreement_signed"},
            id="all of its approval",
        ),
        pytest.param(
            a_home(approval={"status": "active", "approved_by": "E06000060", "agreement_signed": date(2020, 5, 1)}),
            a_home(),
            {"approval.terms"},
            id="its terms",
        ),
        pytest.param(a_home(vacancies={"beds": 1}), a_home(), {"vacancies.from"}, id="from when"),
        pytest.param(a_home(run_by="agency"), a_home(), {"offer"}, id="an agency's offer"),
        pytest.param(a_home(kind="connected_foster", connected_to=None), a_home(), {"connected_to"}, id="whose aunt"),
        pytest.param(a_home(connected_to=None), a_home(), set(), id="nobody's aunt"),
        pytest.param(a_home(consents=None, impact_assessments=None), a_home(), set(), id="what was not given"),
        pytest.param(a_home(emergency_bed=True), a_home(), {"longest_stay_days"}, id="the emergency bed"),
        pytest.param(
            a_home(household=[{"id": "x1", "relation": "own_child"}, {"relation": "looked_after"}]),
            a_home(),
            {
                "household[x1].born",
                "household[x1].sex",
                "household[no. 2].id",
                "household[no. 2].born",
                "household[no. 2].sex",
                "household[no. 2].placed_by",
                "household[no. 2].sibling_of",
                "household[no. 2].risks",
                "household[no. 2].vulnerable_to",
            },
            id="those who live there",
        ),
        pytest.param(a_home(kind="other_arrangements"), a_home(), {"setting", "checks"}, id="other arrangements"),
        pytest.param(
            a_home(kind="foster_for_adoption"), a_home(), {"approval.adopter_approved_on"}, id="fostering for adoption"
        ),
        pytest.param(
            a_home(kind="connected_foster", approval={"status": "temporary", "approved_by": "E06000060"}),
            a_home(),
            {"approval.temporary_from", "approval.temporary_until", "approval.reg24"},
            id="a connected carer not yet approved",
        ),
    ],
)
def test_what_is_unknown_of_a_home(home, ordinary, expected):
    assert newly(home, ordinary) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({"reviewed_on": None}, {"reviewed_on"}, id="the review"),
        pytest.param({"reviewed_on": False}, set(), id="known not to have been"),
        pytest.param({"current_home": False, "current_since": None, "reviewed_on": None}, set(), id="nowhere yet"),
        pytest.param({"school": {"registered": False}}, set(), id="no school"),
        pytest.param({"school": {"registered": True, "year_group": 7}}, {"school.urn", "school.postcode"}, id="which"),
        pytest.param({"wishes": {"ascertained_on": False}}, {"wishes.not_ascertained_because"}, id="why not asked"),
        pytest.param({"court_orders": [{"kind": "residence"}]}, set(), id="an order without end"),
        pytest.param({"court_orders": [{"kind": "no_contact"}]}, {"court_orders[no. 1].against"}, id="against whom"),
        pytest.param({"risks": [{"kind": "theft", "level": "none"}]}, set(), id="a risk that is not there"),
        pytest.param({"responsible_authority": None, "s19_consent": None}, set(), id="what has a meaning"),
        pytest.param({"legal_status": "V2"}, {"s20"}, id="accommodated"),
    ],
)
def test_what_is_unknown_of_a_child(change, expected):
    assert newly(a_child(**change), a_child()) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({"expected_end": None}, {"expected_end"}, id="how long"),
        pytest.param({"expected_end": None, "kind": "long_term"}, set(), id="to eighteen"),
        pytest.param({"emergency": True}, {"emergency_because"}, id="why an emergency"),
    ],
)
def test_what_is_unknown_of_a_referral(change, expected):
    assert newly(a_referral(**change), a_referral()) == expected


@pytest.mark.parametrize("kind", list(HomeKind))
def test_what_has_a_meaning_where_it_is_left_out_is_never_unknown(kind):
    assert not missing(a_home(kind=kind)) & NEVER


def test_there_is_a_row_for_each_entry_of_which_something_is_unknown():
    whole = a_referral(reason="Carer is ill.", start=date(2026, 12, 1))
    case = a_case(children=(a_child(), a_child(id="ben", born=date(2012, 1, 1))), referrals=(whole,))
    assert [(row.table, row.id) for row in unknowns(case)] == [
        ("children", "amy"),
        ("children", "ben"),
        ("homes", "oak"),
    ]
    assert next(unknowns(case)).words.startswith("not known: religion, ethnicity")
