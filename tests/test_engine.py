"""The whole way: from a case to the homes that a child could live in, in the panel's order, with reasons."""

from datetime import date
from typing import Any

import pytest

from matching.domain.case import Case
from matching.engine import Engine
from matching.errors import InvalidInput
from tests.builders import a_case, a_child, a_home, a_member, a_referral, ordinary
from tests.explaining.asking import finding, listed, option, options
from tests.facts.laying_out import approval, brothers_and_sisters

AGENCYS = {"run_by": "agency", "approval": approval(approved_by="acorn")}
OFFER = {"referral": "r1", "valid_until": a_referral().start}
HOMES = (
    a_home(id="acorns", offer=OFFER, postcode="RG1 1AA", **AGENCYS),
    a_home(id="aunt", name="Aunt May", kind="connected_foster", connected_to=["amy"], postcode="MK9 3XL"),
    a_home(id="elm", household=[a_member(), a_member(id="x2"), a_member(id="x3")]),
    a_home(id="hall", kind="childrens_home", run_by="private", offer=OFFER),
    a_home(id="oak"),
    a_home(id="silent", household=None, approval=approval(terms=None)),
    a_home(id="unsigned", approval=approval(agreement_signed=False)),
)


def ranked(case: Case, referral: str = "r1", **asked: Any) -> Any:
    return Engine.of(case).rank(referral, **asked)


LEAST = 1.17
"""Points that are left at the worst: 10 of who lives there, which weighs 15 of 126."""


def test_homes_are_ranked_with_their_standing_and_their_reasons():
    found = ranked(a_case(homes=HOMES))
    assert [(t.tier, [(o.home, o.standing) for o in t.options]) for t in found.tiers] == [
        ("family_and_friends", [("aunt", "met")]),
        ("in_house", [("oak", "met"), ("silent", "cannot_tell")]),
        ("independent_or_residential", [("acorns", "needs_approval"), ("hall", "needs_approval")]),
    ]
    assert listed(found.ruled_out) == {("CPPCR-22-AGREEMENT",): ("unsigned",), ("CPPCR-22-NUMBER",): ("elm",)}
    assert option(found, "aunt").name == "Aunt May"
    assert finding(option(found, "acorns"), "CPPCR-11-1B").approver == "director"
    assert finding(option(found, "silent"), "CPPCR-22-NUMBER").outcome == "cannot_tell"
    assert (found.referral, found.children, str(found.as_of)) == ("r1", ("amy",), "2026-11-24")


def test_siblings_asked_for_together_are_ranked_whole():
    children = (
        a_child(siblings=brothers_and_sisters("ben")),
        a_child(id="ben", sex="M", siblings=brothers_and_sisters("amy")),
    )
    two = {"vacancies": ordinary("home")["vacancies"] | {"beds": 2}, "bedrooms_free": 2}
    girls = approval(terms=ordinary("home")["approval"]["terms"] | {"sex": "F"})
    homes = (a_home(**two), a_home(id="elm"), a_home(id="girls", approval=girls, **two))
    found = ranked(a_case(children=children, referrals=(a_referral(children=["amy", "ben"]),), homes=homes))
    assert [(o.home, o.children) for o in options(found)] == [("oak", ("amy", "ben"))]
    assert [(g.rules, g.homes) for g in found.ruled_out] == [
        (("CPPCR-22-SEX",), ("girls",)),
        (("POL-VACANCY",), ("elm",)),
    ]


def test_the_same_question_has_the_same_answer_to_the_byte():
    one, other = (ranked(a_case(homes=HOMES), in_full=["elm"]).model_dump_json() for _ in range(2))
    assert one == other
    engine = Engine.of(a_case(homes=HOMES))
    assert engine.rank("r1", in_full=["elm"]).model_dump_json() == engine.rank("r1", in_full=["elm"]).model_dump_json()


def test_homes_in_another_order_have_the_same_order_of_options():
    found, turned = (ranked(a_case(homes=homes)) for homes in (HOMES, HOMES[::-1]))
    assert [o.home for o in options(found)] == [o.home for o in options(turned)]
    assert found.facts_hash != turned.facts_hash


def test_one_engine_answers_every_referral_of_its_case_each_by_itself():
    ben = a_child(id="ben", home_postcode="MK9 3XL", school=None, family_time=[])
    case = a_case(
        children=(a_child(), ben),
        referrals=(a_referral(), a_referral(id="r2", children=["ben"])),
        homes=(a_home(), a_home(id="far", postcode="MK9 3XL")),
    )
    engine = Engine.of(case)
    one, other = engine.rank("r1"), engine.rank("r2")
    assert [o.home for o in options(one)] == ["oak", "far"]
    assert [o.home for o in options(other)] == ["far", "oak"]
    alone = a_case(children=case.children, referrals=case.referrals[1:], homes=case.homes)
    assert ranked(alone, "r2").model_dump_json() == other.model_dump_json()


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"children": (a_child(sex="M"),)}, id="a child"),
        pytest.param({"homes": (*HOMES[:-1], a_home(id="unsigned"))}, id="a home"),
        pytest.param({"referrals": (a_referral(emergency=True),)}, id="the referral"),
        pytest.param({"policy": {"band_width": 20}}, id="the policy"),
        pytest.param({"authority": {"code": "E06000060"}}, id="the authority"),
        pytest.param({"as_of": a_referral().start}, id="the day"),
        pytest.param({"children": (a_child(), a_child(id="zoe"))}, id="another child of the case"),
    ],
)
def test_the_hash_of_the_facts_changes_with_each_of_them(changes):
    before, after = a_case(homes=HOMES), a_case(**({"homes": HOMES} | changes))
    assert ranked(after).facts_hash != ranked(before).facts_hash


@pytest.mark.parametrize(
    ("referrals", "expected"),
    [
        pytest.param((a_referral(), a_referral(id="r2")), "one of: r1, r2", id="two there are"),
        pytest.param((), "one of: none", id="none there is"),
        pytest.param(
            tuple(a_referral(id=f"r{k}") for k in range(12)),
            "one of: r0, r1, r2, r3, r4, r5, r6, r7, r8, r9",
            id="the first ten of many",
        ),
    ],
)
def test_a_referral_that_is_not_there_is_a_fault_that_names_those_that_are(referrals, expected):
    engine = Engine.of(a_case(referrals=referrals))
    with pytest.raises(InvalidInput) as refused:
        engine.rank("nobodys")
    (fault,) = refused.value.faults
    assert (fault.table, fault.id, fault.field, fault.found) == ("referrals", "nobodys", "id", "nobodys")
    assert fault.expected == expected


def test_a_policy_beside_the_case_is_read(tmp_path):
    engine = Engine.of(a_case(policy={"name": "buckinghamshire-2026", "title": "Ours"}), beside=tmp_path)
    assert engine.policy.title == "Ours"
    with pytest.raises(InvalidInput):
        Engine.of(a_case(policy={"name": "ours.toml"}), beside=tmp_path)


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        pytest.param({"as_of": date(2011, 3, 31)}, ("case", "as_of"), id="a day before the law that it holds"),
        pytest.param(
            {"policy": {"figures": {"usual_fostering_limit": 9}}},
            ("policy", "figures.usual_fostering_limit"),
            id="a figure that the law sets",
        ),
        pytest.param(
            {"policy": {"figures": {"longest_journey": 9}}},
            ("policy", "figures.longest_journey"),
            id="a figure that there is not",
        ),
    ],
)
def test_what_local_policy_may_not_say_is_refused(changes, place):
    with pytest.raises(InvalidInput) as refused:
        Engine.of(a_case(**changes))
    assert [(fault.table, fault.field) for fault in refused.value.faults] == [place]


def test_the_laws_figures_are_those_of_the_day_and_the_policys_are_its_own():
    engine = Engine.of(a_case(as_of=date(2011, 4, 1), policy={"figures": {"longest_school_journey": 50}}))
    assert dict(engine.figures) == {
        "usual_fostering_limit": 3,
        "other_arrangements_from_age": 16,
        "emergency_working_days": 6,
        "temporary_approval_days": 112,
        "extension_days": 56,
        "impact_assessment_holds": 14,
        "own_bedroom_from_age": 3,
        "wishes_hold": 28,
        "near_home_within": 20,
        "nearer_by": 5,
        "longest_school_journey": 50,
        "longest_school_journey_primary": 30,
    }


def test_a_policy_that_does_not_weigh_what_there_is_is_refused_before_anything_is_ranked():
    with pytest.raises(InvalidInput) as refused:
        Engine.of(a_case(policy={"weights": {"nearness": 1}}))
    assert [fault.field for fault in refused.value.faults] == ["weights.nearness"]


def test_of_no_homes_at_all_none_is_the_answer():
    found = ranked(a_case(homes=()))
    assert (found.tiers, found.beyond, found.ruled_out) == ((), (), ())


def test_a_record_of_which_next_to_nothing_is_known_is_ranked_and_nobody_can_tell():
    bare = Case.model_validate(
        {
            "as_of": a_referral().start,
            "authority": {"code": "E06000060"},
            "children": [{"id": "amy", "born": a_child().born}],
            "referrals": [{"id": "r1", "children": ["amy"], "start": a_referral().start}],
            "homes": [{"id": "oak", "kind": "foster", "run_by": "own"}],
        }
    )
    (oak,) = options(ranked(bare))
    assert (oak.rank, oak.standing, oak.tier) == (1, "cannot_tell", "in_house")
    assert (oak.suitability.low, oak.suitability.central, oak.suitability.high) == (LEAST, LEAST, 100)
    assert all(f.missing or f.because for f in oak.findings)
    assert all(f.missing for f in oak.findings if f.because.startswith("not recorded"))
