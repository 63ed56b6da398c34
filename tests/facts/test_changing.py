"""What somebody could change: who, how far; and that nobody is offered to change what protects, or who somebody is."""

from collections import Counter
from datetime import date
from typing import Any

import pytest

from matching.engine import Engine
from matching.explaining.found import find
from matching.explaining.steps import situation_of
from matching.facts.catalogue import child, home, household, pair
from matching.facts.changing.catalogue import CHANGEABLE, FIXED, NEVER, NOT_OFFERED
from matching.facts.changing.of_child import OF_CHILD
from matching.facts.changing.of_home import OF_HOME
from matching.facts.changing.situation import Situation
from matching.facts.changing.step import changed_case, together, writes
from matching.facts.fact import CATALOGUE
from matching.facts.question import ask
from tests.builders import a_case, a_child, a_home, a_member, ordinary

APPROVAL: dict[str, Any] = ordinary("home")["approval"]
TERMS = APPROVAL["terms"]
BEDS = ordinary("home")["vacancies"]
REGISTRATION: dict[str, Any] = ordinary("home").get("registration", {})


def approval(**changes: Any) -> dict[str, Any]:
    return APPROVAL | changes


def terms(**changes: Any) -> dict[str, Any]:
    return approval(terms=TERMS | changes)


def a_situation(of: Any = None, **tables: Any) -> Situation:
    """A home and who is asked about, as the engine finds them."""
    case = a_case(homes=(of or a_home(),), **tables)
    engine = Engine.of(case)
    question = ask(case, case.referrals[0].id, engine.figures, engine.children_hash)
    return situation_of(case, find(question, engine.register, engine.scale), case.homes[0].id)


def offered(fact: Any, situation: Situation) -> list[dict[str, Any]]:
    """What is offered to be changed of a fact, each time as far as it goes: the tables of the one entry."""
    steps = [step for one in CHANGEABLE if one.fact is fact for step in one.steps(situation)]
    return [dict(entry) for step in steps for change in step.changes for entry in next(iter(change.values()))]


def test_every_fact_that_is_recorded_is_said_to_be_changeable_or_not():
    told = Counter(one.fact.name for one in (*NEVER, *FIXED)) | Counter({one.fact.name: 1 for one in CHANGEABLE})
    told.update(fact.name for facts in NOT_OFFERED.values() for fact in facts)
    recorded = {name for name, fact in CATALOGUE.items() if not fact.made_from and not name.startswith("figure.")}
    assert recorded - set(told) == set()
    assert {name: times for name, times in told.items() if times > 1} == {}


PROTECTED = {
    *(household.someone_to_keep_apart.name, pair.near_a_place_to_avoid.name, child.keep_away_from.name),
    *(child.risks.name, pair.risk_not_taken.name, home.does_not_take.name, child.deprivation_of_liberty.name),
    *(child.born.name, child.age_disputed.name, child.wishes.name, child.religion.name, home.religion.name),
}


def test_what_protects_and_who_somebody_is_can_never_be_offered():
    never = {one.fact.name for one in NEVER}
    assert never >= PROTECTED
    assert not PROTECTED & {one.fact.name for one in CHANGEABLE}


def test_everyone_who_could_change_something_is_named_as_a_role():
    for one in CHANGEABLE:
        assert str(one.by)[0].islower()


OFFERS = [
    pytest.param(a_home(), home.vacant_beds, [], id="a bed is free"),
    pytest.param(
        a_home(vacancies=BEDS | {"beds": 0}),
        home.vacant_beds,
        [{"id": "oak", "vacancies": {"beds": 1}}],
        id="none is free: one",
    ),
    pytest.param(a_home(vacancies=None), home.vacant_beds, [], id="nobody recorded how many are"),
    pytest.param(
        a_home(vacancies=BEDS | {"from": date(2026, 12, 15)}),
        home.vacant_from,
        [{"id": "oak", "vacancies": {"from": "2026-12-01"}}],
        id="free a fortnight late",
    ),
    pytest.param(
        a_home(vacancies=BEDS | {"until": date(2027, 5, 31)}),
        home.vacant_until,
        [{"id": "oak", "vacancies": {"until": "2027-06-01"}}],
        id="free a day too short",
    ),
    pytest.param(a_home(vacancies=BEDS | {"until": date(2027, 6, 1)}), home.vacant_until, [], id="free to the day"),
    pytest.param(a_home(approval=terms(age_min=11)), home.terms_age_min, [], id="from her age"),
    pytest.param(
        a_home(approval=terms(age_min=12)),
        home.terms_age_min,
        [{"id": "oak", "approval": {"terms": {"age_min": 11}}}],
        id="from a year too old",
    ),
    pytest.param(
        a_home(approval=terms(age_max=10)),
        home.terms_age_max,
        [
            {"id": "oak", "approval": {"terms": {"age_max": 11}}},
            {"id": "oak", "approval": {"terms": {"age_max": 12}}},
        ],
        id="to a year too young, and she turns 12",
    ),
    pytest.param(
        a_home(approval=terms(sex="M")),
        home.terms_sex,
        [{"id": "oak", "approval": {"terms": {"sex": "any"}}}],
        id="for boys",
    ),
    pytest.param(
        a_home(approval=terms(children=["ben"])),
        pair.named_in_terms,
        [{"id": "oak", "approval": {"terms": {"children": ["ben", "amy"]}}}],
        id="for a named child",
    ),
    pytest.param(
        a_home(approval=approval(status="none")),
        home.approval_status,
        [{"id": "oak", "approval": {"status": "active"}}],
        id="not approved yet",
    ),
    pytest.param(a_home(approval=approval(status="on_hold")), home.approval_status, [], id="on hold is never offered"),
    pytest.param(a_home(approval=approval(status="ended")), home.approval_status, [], id="nor is one that ended"),
    pytest.param(
        a_home(approval=approval(agreement_signed=False)),
        home.agreement_signed,
        [{"id": "oak", "approval": {"agreement_signed": "2026-11-24"}}],
        id="not signed",
    ),
    pytest.param(a_home(approval=approval(agreement_signed=None)), home.agreement_signed, [], id="unknown if signed"),
    pytest.param(
        a_home(kind="childrens_home", registration={"status": "suspended"}),
        home.registration_status,
        [],
        id="suspended",
    ),
    pytest.param(
        a_home(kind="childrens_home", registration={"status": "not_registered"}),
        home.registration_status,
        [],
        id="not registered is never offered for a child",
    ),
    pytest.param(
        a_home(can_keep=[]), pair.keeps_school, [{"id": "oak", "can_keep": ["110000"]}], id="a taxi to a near school"
    ),
    pytest.param(a_home(can_keep=[], postcode="TR19 7AA"), pair.keeps_school, [], id="no taxi from Land's End"),
    pytest.param(
        a_home(support=["training"]),
        home.support_kinds,
        [
            {"id": "oak", "support": ["training", "respite"]},
            {"id": "oak", "support": ["training", "respite", "out_of_hours"]},
        ],
        id="more support, the least first",
    ),
]


@pytest.mark.parametrize(("of", "fact", "expected"), OFFERS)
def test_a_step_goes_as_far_as_it_must_and_no_further(of, fact, expected):
    assert offered(fact, a_situation(of)) == expected


def test_a_full_home_of_unknown_people_is_offered_no_number():
    nobody_knows = a_home(household=None, approval=terms(max_children=1))
    assert offered(home.terms_max_children, a_situation(nobody_knows)) == []
    three = a_home(household=[a_member(id=f"x{k}") for k in range(3)], approval=terms(max_children=3))
    assert offered(home.terms_max_children, a_situation(three)) == [
        {"id": "oak", "approval": {"terms": {"max_children": 4}}}
    ]


def test_several_changes_are_one_and_two_of_one_place_do_not_go_together():
    beds, day = ({"homes": [{"id": "oak", "vacancies": {key: value}}]} for key, value in (("beds", 2), ("from", "x")))
    assert together([beds, day]) == {"homes": [{"id": "oak", "vacancies": {"beds": 2, "from": "x"}}]}
    assert not writes(beds) & writes(day)
    assert writes(beds) == writes({"homes": [{"id": "oak", "vacancies": {"beds": 3}}]})


def test_a_changed_case_changes_what_is_named_and_adds_approvals():
    case = a_case()
    change = {
        "homes": [{"id": "oak", "vacancies": {"beds": 7}}],
        "children": [{"id": "amy", "sex": "M"}],
        "approvals": [{"rule": "CA89-SCH7", "home": "oak", "by": "authority_of_residence", "on": "2026-11-24"}],
    }
    after = changed_case(case, change)
    assert after.homes[0].vacancies is not None
    assert (after.homes[0].vacancies.beds, after.children[0].sex, len(after.approvals)) == (7, "M", 1)
    assert after.referrals == case.referrals


@pytest.mark.parametrize("one", [*OF_HOME, *OF_CHILD], ids=lambda one: one.question)
def test_what_is_recorded_is_not_asked(one):
    assert list(one.answers(a_situation(a_home(years_fostering=5)))) == []


def test_what_nobody_recorded_is_asked_with_an_answer_for_and_one_against():
    bare = a_home(vacancies=None, household=None, skills=None, can_keep=None, support=None, pets=None, cost=None)
    asked = {one.fact.name: list(one.answers(a_situation(bare))) for one in OF_HOME if not one.domain}
    for fact in ("vacant_beds", "household", "skills", "support_kinds", "pets"):
        assert len(asked[f"home.{fact}"]) == 2, fact
    unknown = a_child(access_needs=None, risks=None, deprivation_of_liberty=None)
    situation = a_situation(children=(unknown,))
    assert {one.fact.name for one in OF_CHILD if list(one.answers(situation))} == {
        "child.access_needs",
        "child.risks",
        "child.deprivation_of_liberty",
    }
