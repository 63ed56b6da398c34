"""What would be different of a ranking, row by row, each with what makes it so."""

from datetime import date

import pytest

from matching.comparing.rankings import IN_FULL
from matching.domain.comparison import OF_RANKINGS
from matching.domain.ranking import Interval
from tests.builders import a_case, a_child, a_home, a_referral
from tests.comparing.asking import FAR, about_homes, asked, causes, row, rows, two_homes

BED = {"beds": 1, "from": "2026-10-01"}
MORE_NEED = {"children": [{"id": "amy", "needs": {"education_learning": 4}}]}
NO_BED = {"homes": [{"id": "oak", "vacancies": {"beds": 0}}]}


def test_another_home_comes_first_by_what_is_otherwise_of_the_one_that_did():
    found = asked(two_homes(), NO_BED)
    first = row(found, "first_option")
    assert (first.referral, first.from_, first.to) == ("r1", "oak", "elm")
    (cause,) = first.because
    assert (cause.what, cause.id, cause.home, cause.from_, cause.to) == (
        "finding",
        "POL-VACANCY",
        "oak",
        "met",
        "prohibited",
    )
    assert cause.because == "0 beds free, 1 bed needed"


def test_or_by_what_is_otherwise_of_the_one_that_would():
    case = two_homes(homes=(a_home(), a_home(id="elm", **FAR, vacancies={"beds": 0})))
    found = asked(case, {"homes": [{"id": "elm", "postcode": "HP19 8FF", "vacancies": BED}]})
    first = row(found, "first_option")
    assert (first.from_, first.to) == ("oak", "elm")
    assert {(cause.what, cause.home) for cause in first.because} >= {("finding", "elm"), ("criterion", "elm")}


def test_a_home_that_becomes_or_ceases_to_be_an_option_is_traced_to_its_rules():
    gone = row(asked(two_homes(), NO_BED), "no_option_any_more", "oak")
    assert (gone.from_, gone.to) == ("met", "prohibited")
    assert [cause.id for cause in gone.because] == ["POL-VACANCY"]
    case = two_homes(homes=(a_home(vacancies={"beds": 0}), a_home(id="elm")))
    back = row(asked(case, {"homes": [{"id": "oak", "vacancies": BED}]}), "now_an_option", "oak")
    assert (back.from_, back.to) == ("prohibited", "met")


def test_how_a_home_stands_is_traced_to_what_its_rules_find():
    stands = row(asked(two_homes(), {"homes": [{"id": "oak", "approval": {"status": ""}}]}), "standing", "oak")
    assert (stands.from_, stands.to) == ("met", "cannot_tell")
    assert "not recorded" in stands.because[0].because


def test_points_are_traced_to_the_criteria_with_their_sentences():
    points = row(asked(two_homes(), MORE_NEED), "suitability", "oak")
    assert isinstance(points.from_, Interval)
    assert isinstance(points.to, Interval)
    assert points.from_.central > points.to.central
    (cause,) = points.because
    assert (cause.what, cause.id, cause.child) == ("criterion", "needs-and-skills", None)
    assert cause.because.startswith("needs that skills meet: 1 of 2")


def test_where_only_cost_differs_the_row_is_about_cost():
    found = asked(two_homes(), {"homes": [{"id": "elm", "cost": {"weekly": 2000, "full_weekly": 2000}}]})
    cost = row(found, "cost", "elm")
    assert cost.from_ != cost.to
    assert not rows(found, "suitability")


def test_another_weight_of_the_policy_is_a_cause_of_its_own():
    found = asked(two_homes(), {"policy": {"weights": {"near-home": 60}}})
    (cause,) = row(found, "suitability", "elm").because
    assert (cause.what, cause.id, cause.to) == ("weight", "near-home", 60)
    assert [(fact.path, fact.to) for fact in found.asked] == [("policy.weights.near-home", 60)]
    assert found.asked[0].from_ == cause.from_


def test_that_cost_is_weighed_in_is_a_cause_by_itself():
    found = asked(two_homes(), {"policy": {"cost_counts": "weighted"}})
    (cause,) = row(found, "suitability", "elm").because
    assert (cause.what, cause.id, cause.from_, cause.to) == ("policy", "cost_counts", "ties", "weighted")


def test_a_new_home_and_one_that_is_gone_are_rows():
    new = {"homes": [{"id": "ash", "kind": "foster", "run_by": "own"}]}
    added = row(asked(two_homes(), new), "new_home", "ash")
    assert (added.from_, added.to) == (None, "cannot_tell")
    assert added.because[0].what == "home"
    gone = row(asked(two_homes(), removes=("homes.elm",)), "home_gone", "elm")
    assert (gone.from_, gone.to) == ("met", None)


def test_another_tier_is_traced_to_the_facts_that_make_it():
    case = two_homes(homes=(a_home(), a_home(id="elm", kind="connected_foster", connected_to=["bea"])))
    tier = row(asked(case, {"homes": [{"id": "elm", "connected_to": ["amy"]}]}), "tier", "elm")
    assert (tier.from_, tier.to) == ("in_house", "family_and_friends")
    assert [(cause.what, cause.id) for cause in tier.because] == [("fact", "pair.connected")]


def test_a_place_is_put_down_to_the_home_that_comes_or_goes_before():
    went = row(asked(two_homes(), NO_BED), "place", "elm")
    assert (went.from_, went.to) == (2, 1)
    (cause,) = went.because
    assert (cause.what, cause.homes, cause.count) == ("went_from_before", ("oak",), 1)
    assert cause.because == "oak would not come before it any more"


def test_a_place_is_put_down_to_what_is_its_own_where_that_moves_it():
    homes = (a_home(), a_home(id="elm", **FAR), a_home(id="ash", postcode="SL0 9AA"))
    found = asked(two_homes(homes=homes), {"homes": [{"id": "ash", "postcode": "HP20 2NF"}]})
    own = row(found, "place", "ash")
    assert {cause.what for cause in own.because} == {"order"}
    assert "its band of suitability" in {cause.because for cause in own.because}
    other = row(found, "place", "elm")
    assert [(cause.what, cause.homes) for cause in other.because] == [("came_before", ("ash",))]


def test_a_school_that_is_kept_decides_inside_a_band_and_is_said():
    homes = (a_home(postcode="HP22 6AA"), a_home(id="elm", postcode="OX9 3AA"))
    found = asked(two_homes(homes=homes), {"policy": {"figures": {"longest_school_journey": 15}}})
    own = [cause for one in found.changed if one.what == "place" for cause in causes(one, "order")]
    assert all(cause.because for cause in own)


def test_a_finding_that_changes_nothing_else_is_a_row_all_the_same():
    unknown = a_home(id="elm", **FAR, approval={"status": None}, years_fostering=6, vacancies=None)
    found = asked(two_homes(homes=(a_home(), unknown)), {"homes": [{"id": "elm", "vacancies": BED}]})
    only = row(found, "findings", "elm")
    assert (only.from_, only.to) == (None, None)
    assert [(cause.id, cause.from_, cause.to) for cause in only.because] == [("POL-VACANCY", "cannot_tell", "met")]


def test_a_duty_that_is_served_otherwise_is_a_row():
    change = {"children": [{"id": "amy", "wishes": {"wants": ["no_other_children"]}}]}
    there = [{"id": "x", "relation": "own_child", "born": date(2016, 1, 1)}]
    found = asked(two_homes(homes=(a_home(household=there),)), change)
    duties = [cause for one in rows(found, "duties") for cause in one.because]
    assert {(cause.id, cause.from_, cause.to) for cause in duties} == {("CA89-22-5", "yes", "no")}


def test_what_is_to_be_recorded_first_and_what_is_due_are_told_too():
    found = asked(two_homes(), {"children": [{"id": "amy", "wishes": {"ascertained_on": "", "words": ""}}]})
    gates = row(found, "before_deciding")
    assert gates.from_ == ()
    assert isinstance(gates.to, tuple)
    assert any("CA89-22-4" in said for said in gates.to)


def test_an_approval_that_does_not_count_is_told():
    approval = {"rule": "CPPCR-11-1A", "child": "amy", "home": "oak", "by": "nominated_officer", "on": "2026-11-20"}
    found = asked(two_homes(), {"approvals": [approval]})
    said = row(found, "warnings").to
    assert isinstance(said, tuple)
    assert "does not count" in said[0]
    assert found.asked[0].path == "approvals.CPPCR-11-1A for amy in oak"


def test_where_nothing_is_different_nothing_is_told():
    found = asked(two_homes(), {"homes": [{"id": "oak", "vacancies": {"beds": 1}}]})
    assert (found.changed, found.also, found.before.rankings, found.after.rankings) == ((), (), (), ())
    assert [(fact.path, fact.from_, fact.to, fact.already_so) for fact in found.asked] == [
        ("homes.oak.vacancies.beds", 1, 1, True)
    ]
    assert found.compared == ("r1",)
    assert found.watermark == OF_RANKINGS


@pytest.mark.parametrize(
    ("change", "note"),
    [
        pytest.param({"children": [{"id": "amy", "ethnicity": "BAFR"}]}, "reads a child's ethnicity", id="ethnicity"),
        pytest.param({"children": [{"id": "amy", "religion": "Sikh"}]}, "no rule, no points", id="religion"),
        pytest.param({"children": [{"id": "amy", "languages": ["Urdu"]}]}, "no rule, no points", id="languages"),
        pytest.param({"homes": [{"id": "oak", "religion": "Sikh"}]}, "no rule, no points", id="the carers' religion"),
        pytest.param({"homes": [{"id": "elm", "languages": ["Urdu"]}]}, "no rule, no points", id="their languages"),
        pytest.param({"children": [{"id": "amy", "sex": "M"}]}, "where terms of approval", id="sex, and no terms"),
    ],
)
def test_who_a_child_or_a_carer_is_changes_nothing_and_it_is_said_what_reads_it(change, note):
    found = asked(two_homes(), change)
    assert (found.changed, found.also) == ((), ())
    assert any(note in said for said in found.notes)
    assert not any(fact.already_so for fact in found.asked)


def test_sex_speaks_where_terms_do():
    terms = {"age_min": 0, "age_max": 17, "sex": "F", "max_children": 3}
    case = two_homes(homes=(a_home(approval={"status": "active", "approved_by": "E06000060", "terms": terms}),))
    found = asked(case, {"children": [{"id": "amy", "sex": "M"}]})
    assert [cause.id for cause in row(found, "no_option_any_more").because] == ["CPPCR-22-SEX"]


def test_the_first_twenty_are_told_one_by_one_and_the_rest_by_what_is_different():
    homes = tuple(a_home(id=f"h{n:02}", years_fostering=n % 7) for n in range(30))
    found = asked(two_homes(homes=homes), MORE_NEED)
    told = {one.home for one in found.changed if one.home}
    assert len(told) == IN_FULL
    (group,) = found.also
    assert (group.what, group.from_, group.to, len(group.homes)) == ("suitability", None, None, 10)
    assert about_homes(found) == {home.id for home in homes}
    assert [len(one.rankings[0].options) for one in (found.before, found.after)] == [IN_FULL, IN_FULL]


def test_a_home_that_the_change_names_is_told_wherever_it_stands():
    homes = tuple(a_home(id=f"h{n:02}") for n in range(30))
    change = {**MORE_NEED, "homes": [{"id": "h29", "carers": 1}]}
    found = asked(two_homes(homes=homes), change)
    assert rows(found, "suitability")[-1].home == "h29"


def test_only_what_is_different_stands_in_short_before_and_after():
    found = asked(two_homes(), NO_BED)
    before, after = found.before.rankings[0], found.after.rankings[0]
    assert (before.first, after.first, before.in_the_order, after.in_the_order) == ("oak", "elm", 2, 1)
    assert [(o.home, o.rank, o.standing) for o in before.options] == [("oak", 1, "met"), ("elm", 2, "met")]
    assert [(o.home, o.rank, o.standing) for o in after.options] == [("elm", 1, "met"), ("oak", None, "prohibited")]
    assert before.facts_hash != after.facts_hash


def test_a_referral_that_only_one_of_the_two_has_is_a_row():
    case = two_homes(children=(a_child(), a_child(id="bea")))
    new = {"referrals": [{"id": "r2", "children": ["bea"], "start": "2026-12-01"}]}
    found = asked(case, new)
    assert (row(found, "new_referral").referral, row(found, "new_referral").to) == ("r2", "oak")
    assert found.compared == ("r1",)
    referrals = (a_referral(), a_referral(id="r2", children=["bea"]))
    gone = row(
        asked(two_homes(children=case.children, referrals=referrals), removes=("referrals.r2",)), "referral_gone"
    )
    assert (gone.referral, gone.from_, gone.to) == ("r2", "oak", None)


def test_other_children_of_a_referral_are_ranked_for_as_they_are():
    case = two_homes(children=(a_child(), a_child(id="bea")))
    found = asked(case, {"referrals": [{"id": "r1", "children": ["amy", "bea"]}]})
    assert (found.before.rankings[0].children, found.after.rankings[0].children) == (("amy",), ("amy", "bea"))
    assert row(found, "no_option_any_more", "oak").because


def test_a_child_of_whom_people_decide_then_has_no_option_left():
    found = asked(two_homes(), {"children": [{"id": "amy", "deprivation_of_liberty": True}]})
    first = row(found, "first_option")
    assert (first.from_, first.to) == ("oak", None)
    said = row(found, "people_decide").to
    assert isinstance(said, tuple)
    assert "people decide this" in said[0]


class TestBrothersAndSisters:
    """Two who are asked for together."""

    CASE = a_case(
        children=(
            a_child(siblings=[{"child": "bea", "assessment": "together"}]),
            a_child(id="bea", siblings=[{"child": "amy", "assessment": "together"}]),
        ),
        referrals=(a_referral(children=["amy", "bea"]),),
        homes=(
            a_home(vacancies={"beds": 2, "from": date(2026, 10, 1)}, bedrooms_free=2),
            a_home(id="elm", **FAR),
            a_home(id="ash", postcode="HP22 6AA"),
        ),
    )

    def test_where_no_home_takes_both_any_more_the_best_way_of_dividing_them_is_told(self):
        found = asked(self.CASE, {"homes": [{"id": "oak", "vacancies": {"beds": 1}}]})
        assert (row(found, "first_option").from_, row(found, "first_option").to) == ("oak", None)
        way = row(found, "first_way")
        assert way.from_ is None
        assert set(str(way.to).split("+")) == {"oak", "ash"}
        assert [cause.because for cause in way.because] == ["no home would take all of them together any more"]

    def test_where_one_home_could_take_both_then_they_need_not_be_divided(self):
        apart = asked(self.CASE, {"homes": [{"id": "oak", "vacancies": {"beds": 1}}]})
        case = self.CASE.model_copy(
            update={"homes": (self.CASE.homes[0].model_copy(update={"vacancies": None}), *self.CASE.homes[1:])}
        )
        assert rows(apart, "first_way")
        found = asked(case, {"homes": [{"id": "elm", "vacancies": {"beds": 2}, "bedrooms_free": 2}]})
        assert not rows(found, "first_way")

    def test_another_best_way_is_put_down_to_a_home_of_either(self):
        one_bed = self.CASE.homes[0].model_copy(update={"vacancies": self.CASE.homes[1].vacancies})
        case = self.CASE.model_copy(update={"homes": (one_bed, *self.CASE.homes[1:])})
        found = asked(case, {"homes": [{"id": "ash", "vacancies": {"beds": 0}}]})
        way = row(found, "first_way")
        assert set(str(way.to).split("+")) == {"oak", "elm"}
        assert ("finding", "POL-VACANCY", "ash") in {(c.what, c.id, c.home) for c in way.because}

    def test_the_same_way_that_stands_otherwise_is_told(self):
        one_bed = self.CASE.homes[0].model_copy(update={"vacancies": self.CASE.homes[1].vacancies})
        case = self.CASE.model_copy(update={"homes": (one_bed, self.CASE.homes[1])})
        found = asked(case, {"homes": [{"id": "elm", "approval": {"status": ""}}]})
        stands = next(one for one in rows(found, "standing") if one.home and "+" in one.home)
        assert (stands.from_, stands.to) == ("met", "cannot_tell")
        assert stands.because
