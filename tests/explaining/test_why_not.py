"""Why a home is not first: ruled out, or outranked, with the smallest changes that somebody could really make."""

from datetime import date
from typing import Any

import pytest

from matching.domain.why_not import WhyNot
from matching.engine import Engine
from matching.errors import InvalidInput
from matching.explaining.why_not import OF_OTHERS
from matching.explaining.wording.to_child import FAMILY, SAFE
from tests.builders import a_case, a_child, a_home, a_member, a_referral, ordinary

APPROVAL: dict[str, Any] = ordinary("home")["approval"]
HOME_FOR_ALL = {"status": "registered", "restricted": False, "capacity": 4, "judgement": "good"}
BEDS: dict[str, Any] = ordinary("home")["vacancies"]


def why_not(of: Any, *others: Any, **tables: Any) -> WhyNot:
    """What is said of a home of an ordinary case with these homes."""
    case = a_case(homes=(of, *others), **tables)
    return Engine.of(case).why_not(case.referrals[0].id, of.id)


def steps(of: WhyNot) -> list[list[str]]:
    """The facts of each smallest change that would make the home lawful."""
    return [[step.fact for step in offer.steps] for offer in of.lawful_if]


RULED_OUT = [
    pytest.param(a_home(vacancies=BEDS | {"beds": 0}), [["home.vacant_beds"]], id="full: a bed"),
    pytest.param(
        a_home(vacancies=BEDS | {"from": date(2026, 12, 15)}),
        [["home.vacant_from"], ["referral.start"]],
        id="free late: sooner, or the stay later, since she lives somewhere and it is planned",
    ),
    pytest.param(
        a_home(vacancies=BEDS | {"until": date(2027, 3, 1)}),
        [["home.vacant_until"]],
        id="free too short: for longer, and never the stay shorter",
    ),
    pytest.param(
        a_home(vacancies=BEDS | {"beds": 0}, approval=APPROVAL | {"agreement_signed": False}),
        [["home.vacant_beds", "home.agreement_signed"]],
        id="full and not signed: both",
    ),
    pytest.param(
        a_home(
            vacancies={"beds": 0, "from": date(2026, 12, 15)},
            approval=APPROVAL | {"agreement_signed": False, "terms": APPROVAL["terms"] | {"sex": "M"}},
        ),
        [
            ["home.vacant_beds", "home.vacant_from", "home.terms_sex", "home.agreement_signed"],
            ["home.vacant_beds", "referral.start", "home.terms_sex", "home.agreement_signed"],
        ],
        id="four at once",
    ),
    pytest.param(a_home(approval=APPROVAL | {"status": "none"}), [["home.approval_status"]], id="not approved"),
]


@pytest.mark.parametrize(("of", "expected"), RULED_OUT)
def test_what_would_make_a_home_lawful(of, expected):
    told = why_not(of)
    assert told.standing == "ruled_out"
    assert sorted(map(sorted, steps(told))) == sorted(map(sorted, expected))
    assert all(offer.rank == 1 for offer in told.lawful_if)


WAITS = [
    pytest.param({"urgency": "same_day"}, {}, id="she needs a home today"),
    pytest.param({"urgency": None}, {}, id="nobody recorded how urgent it is"),
    pytest.param({"emergency": None}, {}, id="nobody recorded whether it is an emergency"),
    pytest.param({}, {"current_home": False}, id="she lives nowhere"),
    pytest.param({}, {"current_home": None}, id="nobody recorded where she lives"),
]


@pytest.mark.parametrize(("referral", "child"), WAITS)
def test_nobody_is_made_to_wait_who_may_not_be_able_to(referral, child):
    late = a_home(vacancies=BEDS | {"from": date(2026, 12, 15)})
    told = why_not(late, referrals=(a_referral(**referral),), children=(a_child(**child),))
    assert steps(told) == [["home.vacant_from"]]


def test_nobody_waits_for_a_birthday():
    almost_sixteen = a_child(born=date(2010, 12, 10))
    flat = a_home(
        kind="supported_accommodation", run_by="private", vacancies=BEDS | {"from": date(2026, 12, 15)}, approval=None
    )
    told = why_not(flat, children=(almost_sixteen,))
    assert told.lawful_if == ()
    assert "CPPCR-27A" in {finding.rule for finding in told.ruled_out_by}


def test_no_child_moves_to_make_room():
    full = a_home(household=[a_member(id=f"x{k}") for k in range(3)], vacancies=BEDS | {"beds": 0})
    assert "home.vacant_beds" not in {fact for offer in steps(why_not(full)) for fact in offer}


def test_carers_of_other_children_are_not_approved_for_these():
    aunt_of_ben = a_home(
        kind="connected_foster", connected_to=["ben"], approval=APPROVAL | {"terms": {"children": ["ben"]}}
    )
    told = why_not(aunt_of_ben)
    assert told.lawful_if == ()
    assert told.not_to_change[0].because == OF_OTHERS


def test_where_she_lives_is_said_before_all_else_and_never_held_against_others_to_her():
    child = a_child(current_home="oak", current_since=date(2025, 10, 1), long_term_match=True)
    on_hold = a_home(name="The Oaks", approval=APPROVAL | {"terms": {"children": ["ben"]}})
    told = why_not(on_hold, a_home(id="elm"), children=(child,))
    assert told.said[1] == (
        "amy has lived there since 1 October 2025, and is matched there for the long term: a move needs a review first "
        "(CPPCR-14) and a recorded reason."
    )
    assert told.said_to_child[0] == "You live here now. This list does not say that you have to leave The Oaks."
    assert "because" not in " ".join(told.said_to_child)


def test_a_stay_that_begins_when_another_child_has_left_finds_a_bed():
    ben = {"child": "ben", "home": "oak", "start": date(2026, 11, 1), "until": date(2026, 12, 14)}
    told = why_not(a_home(vacancies=BEDS | {"beds": 1}), decided=(ben,), children=(a_child(), a_child(id="ben")))
    assert sorted(steps(told)) == [["home.vacant_beds"], ["referral.start"]]
    assert told.lawful_if[1].change == {"referrals": [{"id": "r1", "start": "2026-12-15"}]}


def test_no_more_beds_are_asked_for_than_are_needed():
    long_gone = {"child": "ben", "home": "oak", "start": date(2026, 1, 1), "until": date(2026, 2, 1)}
    told = why_not(a_home(vacancies=BEDS | {"beds": 0}), decided=(long_gone,), children=(a_child(), a_child(id="ben")))
    assert told.lawful_if[0].change == {"homes": [{"id": "oak", "vacancies": {"beds": 1}}]}


NEVER = [
    pytest.param(
        a_home(household=[a_member(id="x1")]),
        {"must_not_live_with": ["x1"]},
        ("POL-APART", "it keeps apart people who must not live together"),
        id="who must not live together",
    ),
    pytest.param(
        a_home(),
        {"keep_away_from": [{"postcode": "HP20 2NF", "miles": 2.0}]},
        ("POL-KEEP-AWAY", "it keeps the child away from a place that is not safe"),
        id="a place to keep away from",
    ),
    pytest.param(
        a_home(does_not_take=["fire_setting"]),
        {"risks": [{"kind": "fire_setting", "level": "current"}]},
        ("POL-DOES-NOT-TAKE", "it is for the carers to say from which risks they can keep everybody safe"),
        id="what carers do not take",
    ),
    pytest.param(
        a_home(approval=APPROVAL | {"status": "on_hold"}),
        {},
        ("CPPCR-22-APPROVED", "an approval on hold, or ended, protects children until people have looked into it"),
        id="carers on hold",
    ),
    pytest.param(
        a_home(id="oak"),
        {"family_explored": [{"person": "Aunt Jo", "home": "oak", "outcome": "declined"}]},
        ("CA89-22C-7A", "what the family said, and what was found of the child's welfare, stands"),
        id="an aunt who declined",
    ),
]


@pytest.mark.parametrize(("of", "child", "expected"), NEVER)
def test_nobody_is_offered_to_change_what_protects(of, child, expected):
    told = why_not(of, children=(a_child(**child),))
    assert told.lawful_if == ()
    (kept,) = told.not_to_change
    assert (kept.rule, kept.because) == expected
    assert kept.protects
    assert "Nothing should be changed about that" in " ".join(told.said)
    family = expected[0] == "CA89-22C-7A"
    assert (FAMILY if family else SAFE) in " ".join(told.said_to_child)


def test_what_protects_is_not_outweighed_by_what_could_be_changed():
    both = a_home(household=[a_member(id="x1")], vacancies=BEDS | {"beds": 0})
    told = why_not(both, children=(a_child(must_not_live_with=["x1"]),))
    assert told.lawful_if == ()
    assert {finding.rule for finding in told.ruled_out_by} == {"POL-APART", "POL-VACANCY"}
    assert [kept.rule for kept in told.not_to_change] == ["POL-APART"]


def test_a_flat_is_no_home_at_fifteen_whatever_anybody_does():
    flat = a_home(id="flat", kind="other_arrangements", setting="none", run_by="private")
    told = why_not(flat, children=(a_child(born=date(2011, 6, 1)),))
    assert told.lawful_if == ()
    assert "CPPCR-27A" in {kept.rule for kept in told.not_to_change}


def test_the_first_is_first_and_nothing_is_offered():
    told = why_not(a_home())
    assert (told.standing, told.rank, told.behind) == ("first", 1, ())


def test_a_later_tier_is_behind_by_its_tier_and_no_points_help():
    agency = a_home(id="elm", run_by="agency", approval=APPROVAL | {"approved_by": "bright"})
    told = why_not(agency, a_home(id="oak"))
    (ahead,) = told.behind
    assert (told.standing, told.rank, ahead.home, ahead.decided_by) == ("outranked", 2, "oak", "tier")
    assert told.first_of_all_if == ()


SCHOOL = {"urn": "110000", "postcode": "OX1 1AA", "year_group": 6, "registered": True}


def test_a_taxi_to_school_may_bring_a_home_to_the_front():
    pupil = a_child(school=SCHOOL)
    keeps, does_not = a_home(id="oak", can_keep=["110000"]), a_home(id="elm", can_keep=[])
    told = why_not(does_not, keeps, children=(pupil,))
    (ahead,) = told.behind
    assert {"education", "wishes"} <= {gap.criterion for gap in ahead.gaps if gap.by > 0}
    assert [[step.fact for step in offer.steps] for offer in told.first_in_tier_if] == [["pair.keeps_school"]]
    assert told.first_in_tier_if[0].rank == 1
    assert told.first_in_tier_if[0].change == {"homes": [{"id": "elm", "can_keep": ["110000"]}]}


def test_what_each_gap_is_worth_adds_up_to_what_is_between_the_homes():
    elm = a_home(id="elm", can_keep=[], support=[], skills={}, years_fostering=1)
    told = why_not(elm, a_home(id="oak"), children=(a_child(school=SCHOOL),))
    (ahead,) = told.behind
    case = a_case(homes=(elm, a_home(id="oak")), children=(a_child(school=SCHOOL),))
    options = {o.home: o for t in Engine.of(case).rank("r1").tiers for o in t.options}
    between = options["oak"].suitability.central - options["elm"].suitability.central
    assert sum(gap.by for gap in ahead.gaps if gap.head != "cost") == pytest.approx(between, abs=0.1)


def test_an_approval_that_was_refused_could_be_given_after_all():
    refused = {
        "rule": "CPPCR-11-1A",
        "child": "amy",
        "home": "oak",
        "referral": "r1",
        "by": "nominated_officer",
        "on": date(2026, 11, 20),
        "refused": True,
    }
    elsewhere = a_home(
        postcode="OX1 1AA",
        run_by="agency",
        approval=APPROVAL | {"approved_by": "bright"},
        offer={"referral": "r1", "valid_until": date(2027, 1, 1)},
    )
    told = why_not(elsewhere, approvals=(refused,))
    assert [[step.by for step in offer.steps] for offer in told.lawful_if] == [["the nominated officer"]]


@pytest.mark.parametrize("other", ["ruled_out_welfare", "declined"])
def test_asking_the_family_again_takes_back_no_finding_and_no_no(other):
    asked = [
        {"person": "an uncle", "home": "oak", "outcome": "not_practicable"},
        {"person": "an aunt", "home": "oak", "outcome": other},
    ]
    told = why_not(a_home(), a_home(id="elm"), children=(a_child(family_explored=asked),))
    assert (told.standing, told.lawful_if) == ("ruled_out", ())


def test_nobody_waits_for_the_end_of_an_order():
    order = {"kind": "no_contact", "against": "dad", "until": date(2027, 1, 5)}
    with_dad = a_home(household=[a_member(id="dad", relation="adult")], vacancies=BEDS | {"from": date(2027, 1, 10)})
    told = why_not(with_dad, children=(a_child(court_orders=[order]),))
    assert told.lawful_if == ()
    assert "POL-APART" in {kept.rule for kept in told.not_to_change}


def test_a_managers_no_is_not_turned():
    no = {
        "rule": "CHR-12-IMPACT",
        "child": "amy",
        "home": "oak",
        "referral": "r1",
        "by": "registered_manager",
        "on": date(2026, 11, 20),
        "refused": True,
    }
    told = why_not(a_home(kind="childrens_home", registration=HOME_FOR_ALL), approvals=(no,))
    assert "CHR-12-IMPACT" in {finding.rule for finding in told.ruled_out_by}
    assert all(step.fact != "CHR-12-IMPACT" for offer in told.lawful_if for step in offer.steps)


def test_people_decide_of_a_child_deprived_of_liberty():
    told = why_not(a_home(), children=(a_child(deprivation_of_liberty=True),))
    assert (told.standing, told.lawful_if) == ("people_decide", ())


def test_a_home_that_is_not_there_is_an_error_with_the_nearest_names():
    with pytest.raises(InvalidInput) as refused:
        Engine.of(a_case(homes=(a_home(id="oakwood"),))).why_not("r1", "oakwod")
    assert refused.value.faults[0].remedy == "Is oakwood meant?"


def test_brothers_and_sisters_are_asked_about_together():
    children = (a_child(siblings=[{"child": "ben", "assessment": "together"}]), a_child(id="ben"))
    told = why_not(
        a_home(vacancies=BEDS | {"beds": 0}), children=children, referrals=(a_referral(children=["amy", "ben"]),)
    )
    assert steps(told) == [["home.vacant_beds"]]
    assert told.lawful_if[0].change == {"homes": [{"id": "oak", "vacancies": {"beds": 2}}]}
