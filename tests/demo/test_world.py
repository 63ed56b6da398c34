"""What is written holds together: people, homes, beds, referrals, and what nobody recorded."""

import tomllib
from collections import Counter
from pathlib import Path

import pytest

from matching import load
from matching.data.belonging import KnownRules
from matching.demo.gaps import rates
from matching.domain.codes import FOSTERING, REGISTERED
from matching.geography.postcodes import directory
from matching.rules.rulebook import approvers_by_rule
from tests.demo.made import Made, make

KNOWN: KnownRules = approvers_by_rule()


def test_it_loads_without_a_fault(of_a_size: Made) -> None:
    assert load(of_a_size.folder / "case.json", KNOWN).case.made_up is True


def test_it_holds_as_many_as_were_asked_for(of_a_size: Made, buckinghamshire: Made) -> None:
    assert f"{len(of_a_size.case.children)}, {len(of_a_size.case.homes)}" in ("1, 1", "5, 12", "60, 40")
    assert (len(buckinghamshire.case.children), len(buckinghamshire.case.homes)) == (522, 420)


def test_toml_says_the_same_as_json(of_a_size: Made) -> None:
    assert load(of_a_size.folder / "case.toml").case == of_a_size.case


def test_toml_says_the_same_as_json_in_full_size(buckinghamshire: Made) -> None:
    written = tomllib.loads((buckinghamshire.folder / "case.toml").read_text(encoding="utf-8"))
    assert len(written["homes"]) == 420
    assert load(buckinghamshire.folder / "case.toml").case == buckinghamshire.case


def test_every_child_is_in_exactly_one_referral(buckinghamshire: Made) -> None:
    asked = Counter(child for referral in buckinghamshire.case.referrals for child in referral.children)
    assert asked == dict.fromkeys(buckinghamshire.children, 1)


def test_a_household_and_its_children_say_the_same(buckinghamshire: Made) -> None:
    """The only children who live outside the file are those placed for adoption or in other places."""
    listed = {m.id: home.id for home in buckinghamshire.case.homes for m in home.household or () if m.id}
    for child in buckinghamshire.placed:
        home = buckinghamshire.home_of(child)
        assert listed.get(child.id) == (home.id if home else None)
        assert home is not None or str(child.current_home).startswith("place-")
    ours = {member: home for member, home in listed.items() if member in buckinghamshire.children}
    assert all(buckinghamshire.children[child].current_home == home for child, home in ours.items())
    assert sum(buckinghamshire.home_of(child) is None for child in buckinghamshire.placed) <= 0.06 * 522


def test_no_home_has_more_children_and_free_beds_than_it_may(buckinghamshire: Made) -> None:
    for home in buckinghamshire.case.homes:
        there = sum(m.relation == "looked_after" for m in home.household or ())
        free = home.vacancies.beds if home.vacancies else 0
        assert free is not None
        if home.registration and home.registration.capacity is not None:
            assert there + free <= home.registration.capacity
        if home.approval and home.approval.terms and home.approval.terms.max_children is not None:
            assert there + free <= home.approval.terms.max_children


def test_carers_are_approved_and_homes_registered_for_who_lives_there(buckinghamshire: Made) -> None:
    outside = 0
    for child in buckinghamshire.placed:
        home = buckinghamshire.home_of(child)
        limits = home and ((home.approval and home.approval.terms) or home.registration)
        if limits and limits.age_min is not None and limits.age_max is not None:
            age = (buckinghamshire.case.as_of - child.born).days / 365.25
            outside += not limits.age_min <= age < limits.age_max + 1
    assert outside == 0


def test_brothers_and_sisters_say_the_same_of_each_other(buckinghamshire: Made) -> None:
    said = {(c.id, str(s.child)): s.assessment for c in buckinghamshire.case.children for s in c.siblings or ()}
    assert said
    assert all(said[other, one] == assessment for (one, other), assessment in said.items())


def test_every_postcode_of_a_home_is_a_real_one(buckinghamshire: Made) -> None:
    found = directory().find_all([home.postcode for home in buckinghamshire.case.homes])
    assert found.known.all()


def test_those_who_came_alone_have_no_home_postcode_and_others_one_in_the_area(buckinghamshire: Made) -> None:
    for child in buckinghamshire.case.children:
        place = directory().find(child.home_postcode or None)
        assert child.legal_status == "V2" if place is None else place.authority == "E06000060"


def test_the_register_has_what_the_council_has(buckinghamshire: Made) -> None:
    homes = buckinghamshire.case.homes
    bed = [home for home in homes if home.emergency_bed]
    assert len(bed) == 1
    assert bed[0].same_home_as in buckinghamshire.homes
    assert bed[0].longest_stay_days
    assert {home.block_contract for home in homes if home.block_contract} == {"north", "south"}
    blocks = [home for home in homes if home.cost and home.cost.basis == "block"]
    assert blocks
    assert all(home.cost and home.cost.weekly == 0 for home in blocks)
    assert {"Wales", "England"} == {home.country for home in homes}
    assert {home.kind for home in homes} >= (FOSTERING | REGISTERED) - {"secure"}
    assert 0.33 <= sum(bool(h.vacancies and h.vacancies.beds) for h in homes) / len(homes) <= 0.45


@pytest.mark.parametrize("table", ["children", "homes"])
def test_facts_are_left_out_as_often_as_is_said(table: str, buckinghamshire: Made) -> None:
    """Four times the spread that chance gives each rate; fields that only some entries have are not asked of others."""
    for field, percent in rates()[table].items():
        if "." in field or field in ("years_fostering", "carers", "bedrooms_free"):
            continue
        entries = getattr(buckinghamshire.case, table)
        missing = 100 * sum(getattr(entry, field) is None for entry in entries) / len(entries)
        spread = 100 * (percent / 100 * (1 - percent / 100) / len(entries)) ** 0.5
        assert abs(missing - percent) <= 4 * spread, (field, percent, missing)


def test_half_of_what_is_known_of_others_in_a_household_is_not_recorded(buckinghamshire: Made) -> None:
    there = [m for home in buckinghamshire.case.homes for m in home.household or () if m.relation == "looked_after"]
    assert 0.44 <= sum(m.risks is None for m in there) / len(there) <= 0.56


def test_in_england_each_child_is_looked_after_by_the_authority_of_her_home(folder: Path) -> None:
    made = make(folder, 700, 500, england=True)
    assert (len(made.case.children), len(made.case.homes)) == (700, 500)
    councils = {child.responsible_authority for child in made.case.children}
    assert len(councils) > 100
    for child in made.case.children:
        place = directory().find(child.home_postcode or None)
        assert place is None or place.authority == child.responsible_authority
    assert load(made.folder / "case.json", KNOWN).case.made_up
