"""A ranking: which options are given in full, where all others are, and what is said once."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matching.domain.codes import Tier
from matching.domain.ranking import Option, Ranking
from matching.facts.fact import CATALOGUE
from tests.builders import a_home, a_member
from tests.explaining.asking import ROOM_FOR_TWO, SIBLINGS, finding, listed, option, options, rank
from tests.facts.laying_out import approval

AGENCYS: dict[str, Any] = {"run_by": "agency", "approval": approval(approved_by="acorn"), "offer": {"referral": "r1"}}
AUNT: dict[str, Any] = {"kind": "connected_foster", "connected_to": ["amy"]}
FULL: dict[str, Any] = {"vacancies": {"beds": 0}}
TIERED = (
    a_home(id="aunt", **AUNT),
    a_home(id="oak"),
    a_home(id="elm", years_fostering=5),
    a_home(id="acorns", **AGENCYS),
    a_home(id="hall", kind="childrens_home", run_by="private"),
    a_home(id="full", **FULL),
)


def shown(ranking: Ranking) -> list[str]:
    return [o.home for o in options(ranking)]


def everywhere(ranking: Ranking) -> list[str]:
    """Every home that an answer names, but for those asked for by name."""
    return [*shown(ranking), *(home for group in (*ranking.beyond, *ranking.ruled_out) for home in group.homes)]


def test_tiers_come_in_the_panels_order_with_their_options_best_first():
    found = rank(*TIERED)
    assert [(t.tier, t.count, [o.home for o in t.options]) for t in found.tiers] == [
        ("family_and_friends", 1, ["aunt"]),
        ("in_house", 2, ["oak", "elm"]),
        ("independent_or_residential", 2, ["acorns", "hall"]),
    ]
    assert [o.rank for o in options(found)] == [1, 2, 3, 4, 5]
    assert listed(found.ruled_out) == {("POL-VACANCY",): ("full",)}
    assert found.beyond == ()


def test_another_order_of_tiers_is_the_policys_to_give():
    turned = [t.value for t in reversed(Tier)]
    found = rank(*TIERED, policy={"tiers": turned})
    assert [t.tier for t in found.tiers] == ["independent_or_residential", "in_house", "family_and_friends"]
    assert shown(found) == ["acorns", "hall", "oak", "elm", "aunt"]
    assert [o.rank for o in options(found)] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize(
    ("limit", "in_full"),
    [
        pytest.param(0, {"aunt": 1, "oak": 2, "acorns": 4}, id="none: the first of each tier"),
        pytest.param(1, {"aunt": 1, "oak": 2, "acorns": 4}, id="one"),
        pytest.param(3, {"aunt": 1, "oak": 2, "elm": 3, "acorns": 4}, id="three"),
        pytest.param(20, {"aunt": 1, "oak": 2, "elm": 3, "acorns": 4, "hall": 5}, id="more than there are"),
    ],
)
def test_so_many_are_given_in_full_and_at_least_the_first_of_each_tier(limit, in_full):
    found = rank(*TIERED, limit=limit)
    assert {o.home: o.rank for o in options(found)} == in_full
    assert [t.count for t in found.tiers] == [1, 2, 2]
    assert sorted(everywhere(found)) == sorted(h.id for h in TIERED)


def test_lawful_homes_beyond_the_limit_are_listed_by_what_speaks_against_them():
    homes = [
        a_home(id="first", years_fostering=30),
        a_home(id="sure"),
        a_home(id="full_house", household=[a_member(id=f"x{k}") for k in range(3)]),
        a_home(id="silent", household=None, approval=approval(terms={})),
        a_home(id="also_sure", years_fostering=1),
    ]
    found = rank(*homes, limit=1)
    assert shown(found) == ["first"]
    beyond = listed(found.beyond)
    assert beyond[()] == ("sure", "also_sure")
    assert set().union(*beyond.values()) | set().union(*(g.homes for g in found.ruled_out)) == {h.id for h in homes} - {
        "first"
    }


KINDS = st.sampled_from(["foster", "connected_foster", "childrens_home", "secure", "parent"])
RUN_BY = st.sampled_from(["own", "agency"])
ABOUT = st.fixed_dictionaries(
    {"kind": KINDS, "run_by": RUN_BY, "years_fostering": st.none() | st.integers(0, 12)},
    optional={
        "vacancies": st.none() | st.sampled_from([{"beds": 0}, {"beds": 1}]),
        "household": st.none(),
        "connected_to": st.none() | st.sampled_from([["amy"], []]),
        "postcode": st.sampled_from(["MK9 3XL", "RG1 1AA", None]),
    },
)


@given(st.lists(ABOUT, min_size=1, max_size=12), st.integers(0, 6))
@settings(max_examples=40, deadline=None)
def test_no_home_is_hidden_and_none_stands_twice(given_, limit):
    homes = [a_home(id=f"h{k}", **about) for k, about in enumerate(given_)]
    found = rank(*homes, limit=limit)
    assert sorted(everywhere(found)) == sorted(h.id for h in homes)
    assert sum(t.count for t in found.tiers) == len(homes) - sum(len(g.homes) for g in found.ruled_out)
    assert {t.tier for t in found.tiers} == {o.tier for o in options(found)}
    for o in options(found):
        assert o.rank is not None
        assert o.best_rank is not None
        assert o.worst_rank is not None
        assert o.best_rank <= o.rank <= o.worst_rank
        assert o.standing != "prohibited"


def test_a_home_is_given_in_full_when_asked_for_whatever_was_found_of_it():
    found = rank(*TIERED, limit=0, in_full=["full", "nowhere", "elm"])
    assert [(o.home, o.rank, o.standing) for o in found.in_full] == [("full", None, "prohibited"), ("elm", 3, "met")]
    full = option(found, "full")
    assert (full.best_rank, full.worst_rank, full.tier) == (None, None, "in_house")
    assert finding(full, "POL-VACANCY").outcome == "prohibited"
    assert full.suitability == option(rank(a_home(id="full")), "full").suitability


def test_a_home_asked_for_is_what_it_is_in_its_tier():
    found = rank(*TIERED, in_full=["acorns"])
    asked, there = found.in_full[0], next(o for o in options(found) if o.home == "acorns")
    said = {"findings", "criteria", "facts", "pairings", "suitability", "rank", "best_rank", "worst_rank", "standing"}
    assert asked.model_dump(include=said) == there.model_dump(include=said)


def test_of_nobodys_home_nothing_is_said():
    assert rank(a_home(), in_full=["nowhere"]).in_full == ()


def about(names: Any) -> set[str]:
    return {name.partition(".")[0] for name in names}


def test_a_fact_is_said_once():
    found = rank(a_home(**ROOM_FOR_TWO), a_home(id="elm", household=None, **ROOM_FOR_TWO), **SIBLINGS)
    assert about(found.facts) == {"referral", "figure", "options"}
    assert [about(c.facts) for c in found.child_facts] == [{"child"}, {"child"}]
    for each in options(found):
        assert about(each.facts) == {"home", "household"}
        assert [(p.child, about(p.facts)) for p in each.pairings] == [("amy", {"pair"}), ("ben", {"pair"})]


def test_every_fact_that_a_finding_rests_on_is_said_and_has_its_words():
    found = rank(*TIERED, in_full=["full"])
    for each in (*options(found), *found.in_full):
        said = {*found.facts, *found.child_facts[0].facts, *each.facts, *each.pairings[0].facts}
        assert {fact for f in each.findings for fact in f.facts} <= said
        assert said <= set(found.words)
    assert all(words == CATALOGUE[name].words for name, words in found.words.items())


def test_every_option_has_a_finding_of_every_rule_and_points_of_every_criterion():
    found = rank(*TIERED, in_full=["full"])
    for each in (*options(found), *found.in_full):
        assert [f.rule for f in each.findings] == [r.id for r in found.rules]
        assert [c.id for c in each.criteria] == [c.id for c in found.criteria]
        assert all(c.weight in {0, of.weight} for c, of in zip(each.criteria, found.criteria, strict=True))


def test_a_standing_is_the_worst_of_the_findings():
    words = ["prohibited", "cannot_tell", "needs_approval", "met"]
    homes = (*TIERED, a_home(id="away", postcode="RG1 1AA", **AGENCYS), a_home(id="silent", household=None))
    found = rank(*homes, in_full=["full"])
    each: list[Option] = [*options(found), *found.in_full]
    assert [o.standing for o in each] == [min((f.outcome for f in o.findings), key=words.index) for o in each]
    assert {o.standing for o in each} >= {"prohibited", "cannot_tell", "met"}


def test_what_nobody_recorded_is_named_by_what_to_find_out():
    found = finding(option(rank(a_home(postcode=None)), "oak"), "CPPCR-11-1B")
    assert (found.outcome, found.because) == ("met", "with carers whom the responsible authority itself approved")
    lost = finding(option(rank(a_home(id="acorns", postcode=None, country=None, **AGENCYS)), "acorns"), "CPPCR-11-1B")
    assert lost.outcome == "cannot_tell"
    assert [(m.fact, m.words) for m in lost.missing] == [("home.postcode", "the home's postcode")]
    assert lost.because == "not recorded: the home's postcode"


def test_an_approval_says_who_gives_it_and_by_when():
    found = finding(option(rank(a_home(id="acorns", postcode="RG1 1AA", **AGENCYS)), "acorns"), "CPPCR-11-1B")
    assert (found.outcome, found.approver) == ("needs_approval", "director")
    assert str(found.by) == "2026-12-01"
    assert (
        found.because
        == "in Reading, which does not adjoin the area; first wishes known, relatives and reviewing officer consulted, "
        "and that authority with the care plan"
    )
