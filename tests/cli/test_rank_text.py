"""A ranking in words: what a panel member reads."""

import re
from pathlib import Path

import pytest

from tests.cli.running import EXAMPLE, ROOT, agency_home, case_file, flat, matching
from tests.data.files import child, home, referral

TWO_BEDS = {"beds": 2, "from": "2026-10-01"}


IN_READING = {"postcode": "RG4 8AA", "offer": {"referral": "r1", "valid_until": "2026-12-31"}}


@pytest.fixture(scope="module")
def panel_list(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A panel's list: council carers, agencies near and far, a children's home."""
    lodge = home(id="lodge", kind="childrens_home", cost={"weekly": 5200, "full_weekly": 5200, "basis": "spot"})
    lodge = {k: v for k, v in lodge.items() if k != "approval"} | {"registration": {"status": "registered"}}
    homes = [home(), agency_home(), agency_home(id="far", **IN_READING), lodge]
    return case_file(tmp_path_factory.mktemp("example"), homes=homes)


@pytest.fixture(scope="module")
def example(panel_list: Path) -> str:
    """The panel's list, on one line."""
    return matching("rank", panel_list).line


@pytest.fixture(scope="module")
def listed_in_full(panel_list: Path) -> str:
    """The panel's list with everything said of every home, on one line."""
    return matching("rank", panel_list, "--full").line


def test_it_begins_with_who_is_asked_for_and_in_the_childs_own_words(tmp_path: Path) -> None:
    ran = matching("rank", case_file(tmp_path))
    assert ran.status == 0
    assert ran.out.startswith("Where could amy live?\n")
    assert "r1: from 1 December 2026 to 1 June 2027, short term, planned" in ran.line
    assert "aged 11 on the first day; legal status C2 (full care order)" in ran.line
    assert "says (18 November 2026): “I want to stay at my school.”; wants: same school" in ran.line
    assert "mother (parent): ruled out for the child's welfare, court's findings, 1 October 2026" in ran.line


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        pytest.param(None, "wishes not recorded: ask before anything is decided", id="nobody recorded them"),
        pytest.param(
            {"ascertained_on": False, "not_ascertained_because": "a baby"},
            "wishes not ascertained: a baby",
            id="known not to be ascertained",
        ),
        pytest.param({"ascertained_on": "2026-11-01"}, "own words not recorded", id="asked, words not kept"),
        pytest.param(
            {"ascertained_on": "2026-11-01", "words": "Here.", "does_not_want": ["pets"]},
            "“Here.”; does not want: pets",
            id="what is not wanted",
        ),
    ],
)
def test_it_says_where_the_childs_wishes_are_not_known(tmp_path: Path, wishes: object, said: str) -> None:
    assert said in matching("rank", case_file(tmp_path, children=[child(wishes=wishes)])).line


def test_it_says_by_which_policy_and_that_nobody_has_agreed_it(tmp_path: Path) -> None:
    ran = matching("rank", case_file(tmp_path))
    assert "on 24 November 2026, by Buckinghamshire placement policy 2026 (proposed): nobody has agreed it" in ran.line


def test_it_says_who_agreed_the_policy(tmp_path: Path) -> None:
    ran = matching("rank", case_file(tmp_path, policy={"agreed_by": "the corporate parenting panel"}))
    assert "agreed by the corporate parenting panel" in ran.line


def test_it_says_that_people_decide_and_what_the_order_means(example: str) -> None:
    assert "The engine proposes; people decide." in example
    assert "Homes stand tier by tier; in the last tier foster homes" in example
    assert "cost decides only between homes that are alike in all of these" in example
    assert "The order does not say whether a home may be used: its standing does." in example


def test_it_says_so_where_a_policy_weighs_cost_in(tmp_path: Path) -> None:
    ran = matching("rank", case_file(tmp_path, policy={"cost_counts": "weighted"}))
    assert "inside a tier by suitability: stability, distance and, by policy, cost" in ran.line


def test_it_names_every_tier_in_the_panels_order(example: str) -> None:
    tiers = ("1 · Parents: no home", "2 · Family and friends", "3 · In-house foster", "4 · Independent fostering")
    places = [example.index(tier) for tier in tiers]
    assert places == sorted(places)


def test_an_option_says_its_place_name_kind_and_standing(tmp_path: Path) -> None:
    ran = matching("rank", case_file(tmp_path, homes=[home(name="Oak Lodge")]))
    block = "1 Oak Lodge (oak) foster carers, the council's own, in Buckinghamshire can go ahead"
    assert block in ran.line


def test_an_option_says_its_points_with_bars_and_reasons(tmp_path: Path) -> None:
    ran = matching("rank", case_file(tmp_path))
    assert re.search(r"suitability +\d+–\d+–\d+ +█+", ran.out)
    for head in ("stability", "distance", "cost"):
        assert re.search(rf"\n +{head} +[\d–]+ +█+", ran.out), head
    assert "about 9 minutes to the present school" in ran.line
    assert "indicators: 7 for, 2 against" in ran.line
    assert "miles from home" in ran.line
    assert "£740.00 a week in full" in ran.line


def test_an_approval_says_whose_by_when_why_and_by_which_rule(example: str) -> None:
    assert "needs the director's approval" in example
    assert (
        "needs the director's approval by 1 December 2026: in Reading, which does not adjoin the area; first wishes "
        "known, relatives and reviewing officer consulted, and that authority with the care plan "
        "[CPPCR-11-1B: Care Planning Regulations 2010 reg 11(1)(b), (4) and (5)]"
    ) in example


def test_what_is_missing_is_named_to_be_asked_for(example: str) -> None:
    assert re.search(r"cannot tell yet: still open: [a-z ]*an offer for this referral", example)
    assert re.search(r"to ask [a-z ]*an offer for this referral \[POL-OFFER: local policy\]", example)


def test_a_fact_that_several_rules_miss_is_asked_for_once(tmp_path: Path) -> None:
    ran = matching("rank", case_file(tmp_path, homes=[home(approval={"status": "active"})]))
    assert len(re.findall(r"to ask [a-z ]*terms of approval", ran.line)) == 1


def test_what_no_record_settles_is_left_to_people_by_title(tmp_path: Path) -> None:
    risks = [{"kind": "fire_setting", "level": "history"}]
    ran = matching(
        "rank", case_file(tmp_path, children=[child(risks=risks)], homes=[home(does_not_take=["fire_setting"])])
    )
    assert "to judge amy once had a risk that the carers do not take: ask them. What the carers do not" in ran.line


def test_a_criterion_that_nobody_can_answer_is_asked_as_its_question(tmp_path: Path) -> None:
    ran = matching("rank", case_file(tmp_path, homes=[home(years_fostering=None)]))
    assert "not recorded: How experienced are the carers?" in ran.line
    assert "not recorded of fostering" not in ran.line


def test_close_calls_and_the_best_and_worst_place_are_said(tmp_path: Path) -> None:
    ran = matching("rank", case_file(tmp_path, homes=[home(years_fostering=0), home(id="ash", postcode=None)]))
    place = "place 1st at best and 2nd at worst"
    assert f"close call too close to call with ash; all that counts is known here {place}" not in ran.line
    assert f"too close to call with ash; not known for sure here: family journey and school journey {place}" in ran.line
    assert f"too close to call with oak; not known for sure here: education and wishes {place}" in ran.line


def test_it_says_where_cost_decided(tmp_path: Path) -> None:
    dearer = {"weekly": 900, "full_weekly": 900, "basis": "spot"}
    ran = matching("rank", case_file(tmp_path, homes=[home(), home(id="ash", cost=dearer)]))
    assert "alike in all else, it stands above ash by cost alone" in ran.line


def test_every_home_that_is_ruled_out_has_every_reason_with_its_source(tmp_path: Path) -> None:
    full = home(id="full", vacancies={"beds": 0, "from": "2026-10-01"}, approval={"status": "on_hold"})
    ran = matching("rank", case_file(tmp_path, homes=[home(), flat(name="Station flats"), full]))
    out = ran.line[ran.line.index("Ruled out") :]
    assert "Station flats (flat) · supported accommodation, privately run, in Buckinghamshire" in out
    assert "the setting is not listed [CPPCR-27A: Care Planning Regulations 2010 reg 27A]" in out
    assert "the carers' approval is on hold [CPPCR-22-APPROVED: Care Planning Regulations 2010 reg 22]" in out
    assert "0 beds free, 1 bed needed [POL-VACANCY: local policy]" in out


def test_a_home_that_is_ruled_out_has_no_points(tmp_path: Path) -> None:
    ran = matching("rank", case_file(tmp_path, homes=[flat()]))
    assert "stability" not in ran.line.partition("Ruled out")[2]


def test_homes_ruled_out_beyond_the_first_twenty_are_grouped_by_rules(tmp_path: Path) -> None:
    homes = [home(), *(flat(id=f"flat{n}") for n in range(25))]
    ran = matching("rank", case_file(tmp_path, homes=homes))
    assert ran.line.count("the setting is not listed [CPPCR-27A") == 20
    assert "- 5 homes: Under 16 only in a listed setting [CPPCR-27A" in ran.line
    assert all(f"flat{n}" in ran.line for n in range(25))


def test_homes_beyond_the_limit_are_grouped_by_what_is_still_to_be_settled(tmp_path: Path) -> None:
    homes = [home(id=f"oak{n}") for n in range(5)]
    ran = matching("rank", case_file(tmp_path, homes=homes), "--limit", "2")
    assert "Further homes that nothing rules out 3 homes" in ran.line
    assert "- 3 homes: nothing left to settle oak2, oak3 and oak4" in ran.line
    assert "3 more homes of this tier: see below." in ran.line


def test_where_nothing_is_left_it_says_the_smallest_sets_of_reasons(tmp_path: Path) -> None:
    ran = matching("rank", case_file(tmp_path, homes=[flat()]))
    assert ran.status == 0
    assert "No home in this file is an option. The smallest sets of reasons:" in ran.line


def test_a_child_in_a_manual_lane_is_left_to_people(tmp_path: Path) -> None:
    ran = matching("rank", case_file(tmp_path, children=[child(deprivation_of_liberty=True)]))
    assert "people decide this, not the list [CA89-25: Children Act 1989 s.25]" in ran.line


def test_siblings_are_asked_for_together_and_what_is_the_same_is_said_once(tmp_path: Path) -> None:
    children = [child(siblings=[{"child": "bea", "assessment": "together"}]), child(id="bea")]
    homes = [home(vacancies=TWO_BEDS, bedrooms_free=2)]
    ran = matching(
        "rank", case_file(tmp_path, children=children, referrals=[referral(children=["amy", "bea"])], homes=homes)
    )
    assert ran.out.startswith("Where could amy and bea live together?\n")
    assert "+ 1 of 1 brothers and sisters would be there" in ran.line
    assert "bea: 1 of 1" not in ran.line


def test_it_says_what_is_owed_and_by_when_once_for_all_homes(example: str) -> None:
    assert "reason owed all 3: the council's own carers could care for amy: why not is to be recorded (oak)" in example
    assert "Deadlines, whichever home is chosen" in example
    assert example.count("the first visit to amy") == 1


def test_of_a_child_in_the_manual_lane_it_says_that_people_decide(tmp_path: Path) -> None:
    ran = matching("rank", case_file(tmp_path, children=[child(deprivation_of_liberty=True)]))
    assert "amy is, or is to be, deprived of liberty: people decide this, not the list" in ran.line
    assert "No home is ranked: people decide." in ran.line
    assert "Not ranked" in ran.line


def test_it_says_that_a_scenario_is_filled_from_the_ordinary_case(tmp_path: Path) -> None:
    said = "what the file leaves out is filled in from an ordinary case, and is not unknown"
    assert said in matching("rank", ROOT / EXAMPLE).line
    assert said not in matching("rank", case_file(tmp_path)).line


def test_it_names_each_rule_in_a_line_with_its_source_and_how_far_that_was_checked(example: str) -> None:
    rules = example.partition("The rules named here")[2]
    assert (
        "CPPCR-11-1B At a distance: Care Planning Regulations 2010 reg 11(1)(b), (4) and (5) (secondary source)"
        in rules
    )
    assert "https://" not in rules.partition("To go on")[0]


def test_in_full_it_names_the_rules_with_their_address_and_what_is_unsure(listed_in_full: str) -> None:
    rules = listed_in_full.partition("The rules named here")[2]
    assert (
        "CPPCR-11-1B At a distance. Care Planning, Placement and Case Review (England) Regulations 2010 "
        "reg 11(1)(b), (4) and (5). Taken from a secondary source, not yet from the text. "
        "https://www.legislation.gov.uk/uksi/2010/959/regulation/11"
    ) in rules
    assert "From memory, not yet checked against the text." in rules


def test_it_ends_with_how_to_go_on(tmp_path: Path) -> None:
    file = case_file(tmp_path)
    end = matching("rank", file).out.partition("To go on")[2]
    assert f"matching rank {file} \\\n        --referral r1 --home ID" in end
    assert f"matching serve --case {file}" in end
    assert "curl -X POST 'http://127.0.0.1:8000/v1/rank?referral=r1'" in end


def test_every_referral_is_ranked_in_turn_unless_one_is_named(tmp_path: Path) -> None:
    referrals = [referral(), referral(id="r2", start="2026-12-08")]
    file = case_file(tmp_path, referrals=referrals)
    both, one = matching("rank", file), matching("rank", file, "--referral", "r2")
    assert [both.line.count(text) for text in ("r1: from 1", "r2: from 8", "To go on")] == [1, 1, 1]
    assert "r1: from" not in one.line
    assert "r2: from 8 December 2026" in one.line
