"""Everybody whom a plan puts into one home is judged with everybody else in; what is unlawful is never proposed."""

from collections.abc import Sequence
from typing import Any

import pytest

from matching.planning.company import Company
from matching.planning.room import Room
from tests.planning.made import a_panel, approved, beds, placed, planned, sisters

X = {"relation": "looked_after", "sex": "F", "placed_by": "E06000060", "born": None}


def test_three_who_may_live_there_two_by_two_and_not_all_three():
    """Two siblings of a child there would be four with the stranger: terms for three."""
    children: dict[str, dict[str, Any]] = {"amy": {}, "ben": {}, "cy": {}}
    home = {**beds(3), **approved(max_children=2)}
    plan = planned(a_panel(children, {"oak": home}))
    assert len(placed(plan)) == 2
    assert plan.unplaced[0].because.startswith("the one home that no rule forbids is used for others")


def test_those_kept_apart_share_no_home_though_it_has_the_beds():
    plan = planned(a_panel({"amy": {"must_not_live_with": ["ben"]}, "ben": {}}, {"oak": beds(2)}))
    assert len(placed(plan)) == 1


def test_nor_do_they_in_two_entries_of_one_home():
    homes = {"oak": beds(1), "oak_too": {**beds(1), "same_home_as": "oak"}}
    plan = planned(a_panel({"amy": {"must_not_live_with": ["ben"]}, "ben": {}}, homes))
    assert len(placed(plan)) == 1


def test_the_entries_of_one_home_have_one_set_of_terms():
    homes = {"oak": {**beds(2), **approved(max_children=2)}, "oak_too": {**beds(2), "same_home_as": "oak"}}
    homes["oak_too"] |= approved(max_children=2)
    plan = planned(a_panel({"amy": {}, "ben": {}, "cy": {}}, homes))
    assert len(placed(plan)) == 2


def test_where_nobody_recorded_from_whom_to_keep_a_child_she_has_no_company():
    plan = planned(a_panel({"amy": {"must_not_live_with": None}, "ben": {}}, {"oak": beds(2)}))
    assert len(placed(plan)) == 1


def test_those_who_live_together_already_are_no_new_company():
    here = {"current_home": "oak", "must_not_live_with": None}
    plan = planned(a_panel({"amy": here, "ben": here}, {"oak": beds(0)}))
    assert placed(plan) == {"amy": "oak", "ben": "oak"}
    assert {assignment.standing for assignment in plan.assignments} == {"cannot_tell"}


def test_a_child_for_whom_the_home_is_agreed_is_there_for_everybody_else():
    agreed = ({"child": "ben", "home": "oak"},)
    plan = planned(a_panel({"amy": {"must_not_live_with": ["ben"]}, "ben": {}}, {"oak": beds(2)}, decided=agreed))
    assert placed(plan) == {}
    assert [(told.child, told.home, told.standing) for told in plan.agreed] == [("ben", "oak", "met")]


def test_an_agreed_home_that_could_not_be_agreed_today_says_so():
    on_hold = approved()["approval"] | {"status": "on_hold"}
    agreed = ({"child": "ben", "home": "oak"},)
    plan = planned(a_panel({"ben": {}}, {"oak": {**beds(1), "approval": on_hold}}, decided=agreed))
    assert [(told.child, told.standing, told.against) for told in plan.agreed] == [
        ("ben", "prohibited", ("CPPCR-22-APPROVED",))
    ]


def test_strangers_of_whom_a_recorded_risk_meets_a_vulnerability_share_no_home():
    risky = {"risks": [{"kind": "fire_setting", "level": "history"}]}
    children: dict[str, dict[str, Any]] = {"amy": risky, "ben": {"vulnerable_to": ["fire_setting"]}, "cy": {}}
    plan = planned(a_panel(children, {"oak": beds(3)}))
    assert len(placed(plan)) == 2
    assert not {"amy", "ben"} <= placed(plan).keys()


def test_who_would_be_there_too_is_named_and_the_standing_is_that_in_company():
    household: list[dict[str, Any]] = [{"id": f"x{k}", **X, "sibling_of": []} for k in range(2)]
    home = {**beds(2), **approved(max_children=4), "household": household}
    plan = planned(a_panel({"amy": {}, "ben": {}}, {"oak": home}))
    assert [(a.children, a.with_them, a.standing) for a in plan.assignments] == [
        (("amy",), ("ben",), "needs_approval"),
        (("ben",), ("amy",), "needs_approval"),
    ]
    assert {approval.rule for a in plan.assignments for approval in a.approvals} == {"CA89-SCH7"}
    assert next(aim.reached for aim in plan.aims if aim.aim == "approvals") == 0, "each by herself needs none"


def test_siblings_of_two_referrals_are_judged_as_living_together():
    children = sisters("amy", "bea")
    household: list[dict[str, Any]] = [{"id": f"x{k}", **X, "sibling_of": []} for k in range(2)]
    home = {**beds(2), **approved(max_children=4), "household": household}
    plan = planned(a_panel(children, {"oak": home}))
    assert placed(plan) == {"amy": "oak", "bea": "oak"}
    assert next(aim.reached for aim in plan.aims if aim.aim == "approvals") == 2, "an exemption for each referral"
    assert plan.assignments[0].with_them == ("bea",)


@pytest.mark.parametrize(("terms", "together"), [(3, 3), (2, 2)])
def test_company_is_judged_by_the_rules_themselves(monkeypatch, terms, together):
    """What the numbers cannot see is found once a household is proposed: here they see room that is not there."""
    monkeypatch.setattr(Room, "most_beds", lambda self: [found.takes + 9 for found in self.parts])
    asked = _counting(monkeypatch)
    children: dict[str, dict[str, Any]] = {"amy": {}, "ben": {}, "cy": {}}
    plan = planned(a_panel(children, {"oak": {**beds(terms), **approved(max_children=terms)}}))
    assert len(placed(plan)) == together
    assert bool(asked) is (together < len(children))
    assert plan.proven


def _counting(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, ...]]:
    """The sets that are found unlawful from now on."""
    found: list[tuple[int, ...]] = []
    look = Company.unlawful

    def counting(self: Company, chosen: Sequence[int]) -> list[tuple[int, ...]]:
        found.extend(wrong := look(self, chosen))
        return wrong

    monkeypatch.setattr(Company, "unlawful", counting)
    return found


def test_where_too_many_households_are_tried_the_plan_says_so_and_is_lawful(monkeypatch):
    """Three may live there; the numbers see room for all, and only one household is tried."""
    monkeypatch.setattr(Room, "most_beds", lambda self: [found.takes + 9 for found in self.parts])
    monkeypatch.setattr("matching.planning.forbidding.MOST_TRIED", 0)
    children: dict[str, dict[str, Any]] = {name: {} for name in ("amy", "ben", "cy", "dan")}
    plan = planned(a_panel(children, {"oak": {**beds(3), **approved(max_children=3)}}))
    assert not plan.proven
    assert plan.bound == "at oak not every household was tried: there may be a better one"
    assert 1 <= len(placed(plan)) <= 3


def test_a_home_of_many_entries_is_filled_to_what_its_household_may_take(monkeypatch):
    asked = _counting(monkeypatch)
    homes = {f"oak_{k}": {**beds(1), **({"same_home_as": "oak_0"} if k else {})} for k in range(6)}
    plan = planned(a_panel({f"c{k}": {} for k in range(5)}, homes))
    assert len(placed(plan)) == 3, "the terms are for three"
    assert plan.proven
    assert not asked, "the numbers say so beforehand"


def test_who_moves_from_one_entry_of_a_home_to_another_is_no_new_company_there():
    homes = {"oak": beds(0), "oak_too": {**beds(2), "same_home_as": "oak"}}
    homes |= {home: {**of, **approved(max_children=2)} for home, of in homes.items()}
    plan = planned(a_panel({"amy": {"current_home": "oak"}, "ben": {}}, homes))
    assert placed(plan).keys() == {"amy", "ben"}


@pytest.mark.parametrize(("beds_there", "placed_there"), [(0, {"amy", "ben"}), (2, {"amy", "ben"})])
def test_strangers_at_a_risk_who_live_together_may_stay(beds_there, placed_there):
    """Neither is moved because the two are strangers at a risk, whichever other homes they could have met in."""
    risky = {"risks": [{"kind": "fire_setting", "level": "history"}], "current_home": "oak"}
    children: dict[str, dict[str, Any]] = {
        "amy": risky,
        "ben": {"vulnerable_to": ["fire_setting"], "current_home": "oak"},
    }
    plan = planned(a_panel(children, {"oak": beds(beds_there), "elm": beds(2)}))
    assert {child for child, home in placed(plan).items() if home == "oak"} == placed_there
