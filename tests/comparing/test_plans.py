"""What would be different of a plan: who would live elsewhere, and what makes it so."""

from datetime import date
from typing import Any

from matching.comparing.notes import NOT_PROVEN
from matching.domain.codes import AimId
from matching.domain.comparison import OF_A_PLAN, Comparison
from matching.domain.made import changed as with_
from matching.domain.plan import Plan
from matching.engine import Engine
from matching.plan import plan
from matching.what_if import Wanted, try_change
from tests.builders import a_case, a_child, a_home
from tests.comparing.asking import FAR, causes, row, rows
from tests.data.changing import a_change
from tests.planning.made import a_panel, approved, beds, sisters

NEAR, FURTHER = {"postcode": "HP19 7AA"}, {"postcode": "HP22 6AA"}


def planned(engine: Engine, *tables: dict[str, Any], **more: Any) -> Comparison:
    """What would be different of the plan for all referrals by a change."""
    return try_change(engine, a_change(*tables, **more), Wanted(as_plan=True))


def two_children(**homes: dict[str, Any]) -> Engine:
    """Amy and Bea, each asked for alone; Bea needs a home the same day."""
    referrals = {"r_amy": {"children": ["amy"]}, "r_bea": {"children": ["bea"], "urgency": "same_day"}}
    return a_panel({"amy": {}, "bea": {}}, homes, referrals=referrals)


def test_a_home_that_is_gone_is_why_its_child_would_live_elsewhere():
    found = planned(two_children(oak=NEAR, elm=FAR, ash=FURTHER), removes=("homes.ash",))
    moved = rows(found, "home")
    assert [one.from_ for one in moved] == ["ash"]
    assert causes(moved[0], "home")[0].because == "ash would be gone"
    assert found.watermark == OF_A_PLAN


def test_a_home_that_is_new_is_why_she_would_live_there():
    engine = a_panel({"amy": {}}, {"elm": FAR})
    new = engine.case.homes[0].model_dump(mode="json", by_alias=True, exclude_none=True) | {"id": "oak", **NEAR}
    moved = row(planned(engine, {"homes": [new]}), "home")
    assert (moved.children, moved.from_, moved.to) == (("amy",), "elm", "oak")
    assert causes(moved, "home")[0].because == "oak would be new"


def test_what_a_rule_finds_then_is_why():
    engine = a_panel({"amy": {}}, {"oak": NEAR, "elm": FAR})
    moved = row(planned(engine, {"homes": [{"id": "oak", "approval": {"status": "on_hold"}}]}), "home")
    assert (moved.from_, moved.to) == ("oak", "elm")
    assert [(c.id, c.home, c.from_, c.to) for c in causes(moved, "finding")] == [
        ("CPPCR-22-APPROVED", "oak", "met", "prohibited")
    ]


def test_points_are_why_where_nothing_else_is_otherwise():
    engine = a_panel({"amy": {}}, {"oak": NEAR, "elm": FAR})
    moved = row(planned(engine, {"homes": [{"id": "elm", **NEAR}, {"id": "oak", **FAR}]}), "home")
    assert (moved.from_, moved.to) == ("oak", "elm")
    assert {c.home for c in causes(moved, "criterion")} == {"oak", "elm"}


def test_a_bed_that_another_would_use_is_why_and_so_is_one_that_she_leaves():
    engine = two_children(oak=NEAR, elm=FAR)
    before = {a.children[0]: a.home for a in engine.plan().assignments}
    assert set(before.values()) == {"oak", "elm"}
    at_oak = next(child for child, home in before.items() if home == "oak")
    other = "bea" if at_oak == "amy" else "amy"
    keeps_away = {"id": at_oak, "keep_away_from": [{"postcode": "HP19 7AA", "miles": 1, "why": "made up"}]}
    found = planned(engine, {"children": [keeps_away]})
    moves = {one.children[0]: one for one in rows(found, "home")}
    assert (moves[at_oak].to, moves[other].to) == ("elm", "oak")
    assert {c.because for c in causes(moves[other], "bed")} == {
        f"a bed at elm would be used for {at_oak}",
        f"a bed at oak would be free: {at_oak} would live at elm",
    }


def test_room_that_the_change_itself_makes_is_why():
    engine = two_children(oak=NEAR, elm=FAR)
    found = planned(engine, {"homes": [{"id": "oak", "vacancies": {"beds": 2}, "bedrooms_free": 2}]})
    moved = row(found, "home")
    assert (moved.from_, moved.to) == ("elm", "oak")
    assert {c.id for c in causes(moved, "change")} == {"homes.oak.vacancies.beds", "homes.oak.bedrooms_free"}


def test_where_nothing_direct_is_found_the_panel_as_a_whole_is_named():
    """She lives with an agency's carers, and the council would put its own carers before staying."""
    offer = {"referral": "r_amy", "valid_until": date(2026, 12, 31)}
    agency = {**FAR, "run_by": "agency", **approved("acorn"), "offer": offer}
    engine = a_panel({"amy": {"current_home": "ash"}}, {"oak": NEAR, "ash": agency})
    aims = [aim for aim in engine.policy.aims if aim != "in_house"]
    aims.insert(aims.index(AimId.STAYS), AimId.IN_HOUSE)
    moved = row(planned(engine, {"policy": {"aims": aims}}), "home")
    assert (moved.from_, moved.to) == ("ash", "oak")
    (cause,) = moved.because
    assert (cause.what, cause.id, cause.from_, cause.to) == ("panel", "in_house", 0, 1)
    assert cause.because.startswith("the best for the panel as a whole then")


def test_a_child_with_no_home_then_and_the_aims_that_lose_by_it_are_rows():
    found = planned(two_children(oak=NEAR, elm=FAR), removes=("homes.elm",))
    moves = rows(found, "home")
    assert {(one.children, one.to) for one in moves} >= {(("amy",), None)}
    aims = {one.aim: (one.from_, one.to) for one in rows(found, "aim")}
    assert aims["home"] == (2, 1)
    home = next(one for one in rows(found, "aim") if one.aim == "home")
    assert "amy would have no home" in {cause.because for cause in home.because}
    assert found.after.plan is not None
    assert [one.child for one in found.after.plan.unplaced] == ["amy"]


def test_suitability_names_the_children_whose_points_are_others():
    engine = a_panel({"amy": {}}, {"oak": NEAR})
    found = planned(engine, {"children": [{"id": "amy", "needs": {"education_learning": 4}}]})
    (aim,) = rows(found, "aim")
    assert aim.aim == "suitability"
    assert [(c.child, c.home) for c in causes(aim, "points")] == [("amy", "oak")]


def test_the_same_home_that_stands_otherwise_is_a_row():
    engine = a_panel({"amy": {}}, {"oak": NEAR})
    found = planned(engine, {"homes": [{"id": "oak", "approval": {"status": ""}}]})
    stands = row(found, "standing", "oak")
    assert (stands.children, stands.from_, stands.to) == (("amy",), "met", "cannot_tell")
    assert causes(stands, "finding")


def test_a_home_that_is_agreed_then_is_why():
    engine = a_panel({"amy": {}}, {"oak": NEAR, "elm": FAR})
    found = planned(engine, {"decided": [{"child": "amy", "home": "elm"}]})
    moved = row(found, "home")
    assert (moved.from_, moved.to) == ("oak", "elm")
    assert [c.because for c in causes(moved, "agreed")] == ["elm is agreed for amy: then"]


def test_a_child_of_whom_people_decide_then_has_no_home_in_the_plan():
    engine = a_panel({"amy": {}}, {"oak": NEAR})
    moved = row(planned(engine, {"children": [{"id": "amy", "deprivation_of_liberty": True}]}), "home")
    assert (moved.from_, moved.to) == ("oak", None)
    assert "people decide this" in causes(moved, "people_decide")[0].because


def test_sisters_who_would_be_parted_are_told_each_by_her_home():
    engine = a_panel(
        {"amy": sisters("amy", "bea")["amy"], "bea": sisters("amy", "bea")["bea"]},
        {"oak": {**NEAR, **beds(2)}, "elm": FAR},
        referrals={"r1": {"children": ["amy", "bea"]}},
    )
    found = planned(engine, {"homes": [{"id": "oak", "vacancies": {"beds": 1}}]})
    (moved,) = rows(found, "home")
    assert (moved.from_, moved.to) == ("oak", "elm")
    assert {one.aim for one in rows(found, "aim")} >= {"siblings_together", "sibling_pairs"}
    assert found.before.plan is not None
    assert found.before.plan.lives[0].children == ("amy", "bea")


def test_money_is_told_as_it_would_be():
    engine = a_panel({"amy": {}}, {"oak": NEAR})
    money = row(planned(engine, {"homes": [{"id": "oak", "cost": {"full_weekly": 900}}]}), "money")
    assert (money.from_, money.to) == ("740", "900")


def test_a_referral_of_one_panel_alone_is_a_row():
    engine = two_children(oak=NEAR, elm=FAR)
    found = planned(engine, removes=("referrals.r_bea",))
    assert row(found, "referral_gone").referral == "r_bea"
    assert found.compared == ("r_amy",)
    new = {
        "referrals": [{"id": "r2", "children": ["cy"], "start": "2026-12-01"}],
        "children": [{"id": "cy", "born": "2015-01-01"}],
    }
    assert row(planned(engine, new), "new_referral").referral == "r2"


def test_where_one_of_the_two_has_no_referral_there_is_no_plan_to_compare():
    case = a_case(referrals=(), children=(a_child(),), homes=(a_home(),))
    new = {"referrals": [{"id": "r1", "children": ["amy"], "start": "2026-12-01"}]}
    found = planned(Engine.of(case), new)
    assert (row(found, "new_referral").referral, found.before.plan, found.after.plan) == ("r1", None, None)


def test_where_nothing_is_different_nothing_is_told():
    found = planned(two_children(oak=NEAR, elm=FAR), {"children": [{"id": "amy", "ethnicity": "BAFR"}]})
    assert found.changed == ()
    assert found.before.plan is not None
    assert (found.before.plan.lives, found.before.plan.aims) == ((), ())


def test_that_a_plan_is_not_proven_is_noted(monkeypatch):
    def unproven(*asked: Any, **more: Any) -> Plan:
        return with_(plan(*asked, **more), proven=False, bound="home: one short")

    monkeypatch.setattr("matching.comparing.answers.plan", unproven)
    found = planned(two_children(oak=NEAR, elm=FAR), {"children": [{"id": "amy", "ethnicity": "BAFR"}]})
    assert NOT_PROVEN in found.notes


def test_children_may_be_asked_for_by_another_referral_then():
    engine = two_children(oak=NEAR, elm=FAR)
    together = {"referrals": [{"id": "r_amy", "children": ["amy", "bea"]}, {"id": "r_bea", "remove": True}]}
    found = planned(engine, together, {"homes": [{"id": "oak", "vacancies": {"beds": 2}, "bedrooms_free": 2}]})
    assert all(one.because for one in rows(found, "home"))
