"""Parts of a case that do not fit together: each fault has its place, what was found and what was expected."""

from datetime import date
from time import perf_counter
from typing import Any

import pytest

from matching.data.belonging import KnownRules
from matching.data.consistency import CHECKS
from matching.domain.codes import Approver
from tests.data.files import as_json, child, faults, home, only_fault, referral, tables

RULES: KnownRules = {"CPPCR-11-1B": {Approver.DIRECTOR}, "POL-APART": ()}
TERMS = {"age_min": 12, "age_max": 5}
REGISTRATION = {"status": "registered"}


def with_child(**changes: Any) -> dict[str, Any]:
    return tables(children=[child(**changes)])


def with_home(**changes: Any) -> dict[str, Any]:
    return tables(homes=[home(**changes)])


def with_approval(**given: Any) -> dict[str, Any]:
    return tables(approvals=[{"child": "amy", "home": "oak"} | given])


@pytest.mark.parametrize(
    ("given", "place", "found", "expected"),
    [
        pytest.param(
            tables(children=[child(), child()]),
            ("children", "amy", "id"),
            '"amy"',
            "an id that no other of the children has",
            id="a child twice",
        ),
        pytest.param(
            tables(referrals=[referral(), referral()]),
            ("referrals", "r1", "id"),
            '"r1"',
            "an id that no other of the referrals has",
            id="a referral twice",
        ),
        pytest.param(
            tables(homes=[home(), home(id="elm"), home()]),
            ("homes", "oak", "id"),
            '"oak"',
            "an id that no other of the homes has",
            id="a home twice",
        ),
        pytest.param(
            with_home(household=[{"id": "x1"}, {"id": "x1"}]),
            ("homes", "oak", "household[x1].id"),
            '"x1"',
            "each person once",
            id="somebody twice in a home",
        ),
        pytest.param(
            tables(referrals=[referral(children=["amy", "ben"])]),
            ("referrals", "r1", "children[no. 2]"),
            '"ben"',
            "a child of this file",
            id="a referral for a child outside the file",
        ),
        pytest.param(
            tables(referrals=[referral(children=["amy", "amy"])]),
            ("referrals", "r1", "children[no. 2]"),
            '"amy"',
            "each child once",
            id="a referral for a child twice",
        ),
        pytest.param(
            tables(referrals=[referral(children=[])]),
            ("referrals", "r1", "children"),
            "a list of 0",
            "a list of at least 1",
            id="a referral for nobody",
        ),
        pytest.param(
            tables(decided=[{"child": "amy", "home": "elm"}]),
            ("decided", "no. 1", "home"),
            '"elm"',
            "a home of this file",
            id="decided on a home outside the file",
        ),
        pytest.param(
            with_approval(home="elm"),
            ("approvals", "no. 1", "home"),
            '"elm"',
            "a home of this file",
            id="approved a home outside the file",
        ),
        pytest.param(
            with_approval(referral="r9"),
            ("approvals", "no. 1", "referral"),
            '"r9"',
            "a referral of this file",
            id="approved for a referral outside the file",
        ),
        pytest.param(
            tables(referrals=[referral(expected_end=date(2026, 11, 30))]),
            ("referrals", "r1", "expected_end"),
            "2026-11-30",
            "a day not before start",
            id="a stay that ends before it starts",
        ),
        pytest.param(
            with_home(vacancies={"from": date(2026, 12, 1), "until": date(2026, 11, 30)}),
            ("homes", "oak", "vacancies.until"),
            "2026-11-30",
            "a day not before from",
            id="a vacancy that ends before it starts",
        ),
        pytest.param(
            tables(decided=[{"start": date(2026, 12, 1), "until": date(2026, 11, 30)}]),
            ("decided", "no. 1", "until"),
            "2026-11-30",
            "a day not before start",
            id="a decision that ends before it starts",
        ),
        pytest.param(
            with_approval(on=date(2026, 11, 2), until=date(2026, 11, 1)),
            ("approvals", "no. 1", "until"),
            "2026-11-01",
            "a day not before on",
            id="an approval that ends before it is given",
        ),
        pytest.param(
            with_home(approval={"terms": TERMS}),
            ("homes", "oak", "approval.terms.age_max"),
            "5",
            "no less than age_min",
            id="terms for no age",
        ),
        pytest.param(
            with_home(kind="childrens_home", approval=None, registration=REGISTRATION | TERMS),
            ("homes", "oak", "registration.age_max"),
            "5",
            "no less than age_min",
            id="a registration for no age",
        ),
        pytest.param(
            with_home(kind="parent"),
            ("homes", "oak", "approval"),
            "a table",
            "approval only of a fostering home, and this one is parent",
            id="a parent with an approval",
        ),
        pytest.param(
            with_home(registration=REGISTRATION),
            ("homes", "oak", "registration"),
            "a table",
            "registration only of a kind of home that is registered, and this one is foster",
            id="a foster home with a registration",
        ),
        pytest.param(
            with_home(same_home_as="elm"),
            ("homes", "oak", "same_home_as"),
            '"elm"',
            "another home of this file",
            id="the same as a home outside the file",
        ),
        pytest.param(
            with_home(same_home_as="oak"),
            ("homes", "oak", "same_home_as"),
            '"oak"',
            "another home of this file",
            id="the same as itself",
        ),
        pytest.param(
            with_child(siblings=[{"child": "amy"}]),
            ("children", "amy", "siblings[no. 1].child"),
            '"amy"',
            "another person",
            id="her own sibling",
        ),
        pytest.param(
            with_child(must_not_live_with=["x1", "amy"]),
            ("children", "amy", "must_not_live_with[no. 2]"),
            '"amy"',
            "another person",
            id="must not live with herself",
        ),
        pytest.param(
            with_child(born=date(2026, 11, 25)),
            ("children", "amy", "born"),
            "2026-11-25",
            "a day not after as_of",
            id="a child not born yet",
        ),
        pytest.param(
            with_home(household=[{"id": "x1", "born": date(2026, 11, 25)}]),
            ("homes", "oak", "household[x1].born"),
            "2026-11-25",
            "a day not after as_of",
            id="somebody in the home not born yet",
        ),
        pytest.param(
            with_approval(on=date(2026, 11, 25)),
            ("approvals", "no. 1", "on"),
            "2026-11-25",
            "a day not after as_of",
            id="an approval of tomorrow",
        ),
        pytest.param(
            with_approval(rule="CPPCR-11-1C"),
            ("approvals", "no. 1", "rule"),
            '"CPPCR-11-1C"',
            "the id of a rule",
            id="an approval of no rule",
        ),
        pytest.param(
            with_approval(rule="CPPCR-11-1B", by="finance"),
            ("approvals", "no. 1", "by"),
            '"finance"',
            "one of: director",
            id="an approval by somebody else",
        ),
        pytest.param(
            with_approval(rule="POL-APART", by="director"),
            ("approvals", "no. 1", "by"),
            '"director"',
            "nobody, as nothing lifts what this rule finds",
            id="an approval that nobody gives",
        ),
        pytest.param(
            with_home(postcode="Aylesbury"),
            ("homes", "oak", "postcode"),
            '"Aylesbury"',
            "a UK postcode such as HP20 1UA",
            id="a town for a postcode",
        ),
        pytest.param(
            with_home(postcode="D02 AF30", country=""),
            ("homes", "oak", "postcode"),
            '"D02 AF30"',
            "a UK postcode such as HP20 1UA",
            id="a postcode of an unknown country",
        ),
        pytest.param(
            tables(policy={"name": "p", "bands": [{"width": float("nan")}]}),
            ("policy", "", "bands[no. 1].width"),
            "nan",
            "a number",
            id="a figure that is no number",
        ),
    ],
)
def test_what_does_not_fit_together_is_one_fault(given, place, found, expected):
    fault = only_fault(given, RULES)
    assert (fault.table, fault.id, fault.field) == place
    assert (fault.found, fault.expected) == (found, expected)
    assert fault.remedy.endswith(".")


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(tables(referrals=[referral(expected_end=date(2026, 12, 1))]), id="a stay of one day"),
        pytest.param(with_child(born=date(2026, 11, 24)), id="a child born today"),
        pytest.param(with_approval(rule="CPPCR-11-1B", by="director", on=date(2026, 11, 24)), id="approved today"),
        pytest.param(with_home(postcode="D02 AF30", country="Ireland"), id="a postcode abroad"),
        pytest.param(with_home(postcode="EH1 1AA", country="Scotland"), id="a postcode in Scotland"),
        pytest.param(with_home(approval={"terms": {"age_min": 5, "age_max": 5}}), id="terms for one age"),
        pytest.param(
            with_child(current_home="far", must_not_live_with=["x9"], siblings=[{"child": "zoe"}]),
            id="people elsewhere",
        ),
        pytest.param(tables(decided=[{"child": "zoe", "home": "oak"}]), id="decided for a child elsewhere"),
        pytest.param(tables(homes=[home(), home(id="bed", same_home_as="oak")]), id="another bed of a home"),
        pytest.param(tables(approvals=[{}], decided=[{}]), id="entries of which nothing is known"),
        pytest.param(with_home(household=[{"sex": "F"}, {"sex": "F"}]), id="two of whom no id is known"),
    ],
)
def test_what_does_fit_together_is_no_fault(given):
    assert faults(given, RULES) == []


def test_without_the_rules_nothing_is_said_of_them():
    assert faults(with_approval(rule="NONE-SUCH", by="finance")) == []


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param({"as_of": "soon"}, id="no day"),
        pytest.param({"authority": None}, id="no authority"),
        pytest.param({"homes": [home(kind="tent"), home(id="elm")]}, id="a home of no kind"),
        pytest.param({"homes": [home(id=3), home(household=5)]}, id="a home without an id"),
        pytest.param({"decided": "none"}, id="a table that is none"),
        pytest.param({"children": [child(born=None)]}, id="a child without a birthday"),
        pytest.param({"policy": 5}, id="a policy that is none"),
        pytest.param({"approvals": [5]}, id="an approval that is none"),
    ],
)
def test_contradictions_are_found_beside_values_that_do_not_fit(broken):
    found = faults(tables(referrals=[referral(), referral()]) | broken)
    assert len(found) >= 2
    assert found[-1].expected == "an id that no other of the referrals has"


def test_every_check_passes_over_a_case_of_which_nothing_fits():
    nothing: dict[str, Any] = {table: [{}] for table in ("children", "referrals", "homes", "decided", "approvals")}
    assert len(faults(nothing)) == 10


def test_ten_thousand_homes_are_read_and_checked_at_once():
    given = as_json(tables(homes=[home(id=f"h{n}") for n in range(10_000)]))
    began = perf_counter()
    assert faults(given) == []
    assert perf_counter() - began < 4, "half a second on an idle machine"


def test_each_check_says_what_holds():
    assert all(check.__doc__ for check in CHECKS)
