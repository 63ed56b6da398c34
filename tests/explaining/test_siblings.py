"""Siblings: what is found of each of them, and where options that part them stand."""

from typing import Any

from matching.domain.ranking import Ranking
from tests.builders import a_child, a_home, a_referral
from tests.explaining.asking import ROOM_FOR_TWO, SIBLINGS, finding, listed, option, options, rank
from tests.facts.laying_out import approval, brothers_and_sisters

AGENCYS: dict[str, Any] = {"run_by": "agency", "approval": approval(approved_by="acorn"), "offer": {"referral": "r1"}}


def shown(ranking: Ranking) -> list[str]:
    return [o.home for o in options(ranking)]


def test_findings_of_siblings_name_the_child_and_those_of_the_household_stand_once():
    found = option(rank(a_home(**ROOM_FOR_TWO), **SIBLINGS), "oak")
    of_whom: dict[str, list[str | None]] = {}
    for each in found.findings:
        of_whom.setdefault(each.rule, []).append(each.child)
    assert {tuple(children) for children in of_whom.values()} == {(None,), ("amy", "ben")}
    assert of_whom["POL-VACANCY"] == of_whom["CA89-SCH7"] == of_whom["POL-APART"] == [None]
    assert of_whom["CPPCR-22-AGE"] == of_whom["CPPCR-10"] == ["amy", "ben"]
    assert found.children == ("amy", "ben")


def test_each_sibling_has_the_findings_that_are_hers():
    tables = SIBLINGS | {
        "children": (a_child(siblings=[]), a_child(id="ben", siblings=[], born=a_child().born.replace(year=2021)))
    }
    terms = {"age_min": 8, "age_max": 17, "kinds": ["short_term"]}
    found = rank(a_home(approval=approval(terms=terms), **ROOM_FOR_TWO), **tables, in_full=["oak"])
    oak = option(found, "oak")
    assert finding(oak, "CPPCR-22-AGE", "amy").outcome == "met"
    assert finding(oak, "CPPCR-22-AGE", "ben").outcome == "prohibited"
    assert "aged 5 at the start" in finding(oak, "CPPCR-22-AGE", "ben").because
    assert listed(found.ruled_out) == {("CPPCR-22-AGE",): ("oak",)}
    assert [(c.child, c.facts["child.age_at_start"]) for c in found.child_facts] == [("amy", 11), ("ben", 5)]


def test_a_criterion_says_why_for_each_sibling_by_name():
    found = option(rank(a_home(**ROOM_FOR_TWO), **SIBLINGS), "oak")
    (journey,) = (c for c in found.criteria if c.id == "school-journey")
    assert journey.because == (
        "amy: about 9 minutes to school without traffic, 0.5 miles; "
        "ben: about 7 minutes to school without traffic, 0.0 miles"
    )
    (journey,) = (c for c in option(rank(), "oak").criteria if c.id == "school-journey")
    assert journey.because == "about 9 minutes to school without traffic, 0.5 miles"


def test_a_sibling_who_lives_elsewhere_counts_inside_a_band_and_never_before_the_tier():
    children = (a_child(siblings=brothers_and_sisters("ben")), a_child(id="ben", current_home="with_ben"))
    room: dict[str, Any] = {"vacancies": {"beds": 1, "from": a_referral().start}}
    with_ben = a_home(id="with_ben", years_fostering=3, **room)
    assert shown(rank(a_home(), with_ben, children=children)) == ["with_ben", "oak"]
    agencys = a_home(id="with_ben", years_fostering=3, **room, **AGENCYS)
    assert shown(rank(a_home(), agencys, children=children)) == ["oak", "with_ben"]
