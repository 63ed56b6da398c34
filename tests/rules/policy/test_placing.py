"""Local policy on placing: a bed for the stay, an offer, the emergency bed's limit, our own carers first."""

from datetime import date, timedelta
from typing import Any

import pytest

from matching.domain.home import Home
from matching.rules.policy.placing import a_bed_for_the_whole_stay, an_offer_for_this_referral, in_house_first
from matching.rules.policy.placing import emergency_bed_for_short_stays as emergency_bed
from tests.builders import a_child, a_home, a_member, a_referral
from tests.rules.judging import CANNOT_TELL, MET, NEEDS_APPROVAL, PROHIBITED, TODAY, judge
from tests.rules.people import OTHER, SERVICE, brother_or_sister, carers, registered

A_DAY = timedelta(days=1)
START, END = date(2026, 12, 1), date(2027, 6, 1)
LIVES_THERE = a_child(current_home="oak")
MAY_LIVE_THERE = a_child(current_home=None)


def vacancy(beds: int | None = 1, first: date | None = START, last: date | None = None) -> Home:
    return a_home(vacancies={"beds": beds, "from": first, "until": last})


NO_BED = vacancy(0)


@pytest.mark.parametrize(
    ("home", "child", "expected"),
    [
        pytest.param(vacancy(1), a_child(), MET, id="one bed, one child"),
        pytest.param(NO_BED, a_child(), PROHIBITED, id="no bed"),
        pytest.param(NO_BED, LIVES_THERE, MET, id="no bed, and she holds hers"),
        pytest.param(a_home(vacancies={"beds": 0}, household=[a_member(id="amy")]), a_child(), MET, id="listed there"),
        pytest.param(vacancy(first=START), a_child(), MET, id="free from the first day"),
        pytest.param(vacancy(first=START + A_DAY), a_child(), PROHIBITED, id="free from the second day"),
        pytest.param(vacancy(last=END), a_child(), MET, id="free until the last day"),
        pytest.param(vacancy(last=END - A_DAY), a_child(), PROHIBITED, id="free until the eve of the last day"),
        pytest.param(vacancy(None), a_child(), CANNOT_TELL, id="how many beds is not recorded"),
        pytest.param(vacancy(first=None), a_child(), CANNOT_TELL, id="from when is not recorded"),
        pytest.param(vacancy(0, None), a_child(), PROHIBITED, id="no bed, whenever"),
        pytest.param(vacancy(None, START + A_DAY), a_child(), PROHIBITED, id="too late, however many"),
        pytest.param(a_home(vacancies=None), a_child(), CANNOT_TELL, id="no vacancy is recorded"),
        pytest.param(a_home(vacancies=None), LIVES_THERE, MET, id="none recorded, and she lives there"),
        pytest.param(registered(), a_child(), MET, id="a children's home with a bed"),
        pytest.param(a_home(kind="parent", vacancies={"beds": 0}), a_child(), MET, id="a parent has no vacancies"),
        pytest.param(a_home(kind="parent", vacancies=None), a_child(), MET, id="a parent, and none is recorded"),
    ],
)
def test_a_bed_is_free_for_the_whole_stay(home, child, expected):
    assert judge(a_bed_for_the_whole_stay, child, home).outcome == expected


@pytest.mark.parametrize(
    ("last", "kind", "expected"),
    [
        pytest.param(None, "short_term", MET, id="a vacancy without an end"),
        pytest.param(END, "short_term", CANNOT_TELL, id="a vacancy that ends"),
        pytest.param(date(2033, 6, 1), "long_term", MET, id="long term, until the 18th birthday"),
        pytest.param(date(2033, 5, 31), "long_term", PROHIBITED, id="long term, until the eve of it"),
    ],
)
def test_where_nobody_said_when_the_stay_ends(last, kind, expected):
    referral = a_referral(expected_end=None, kind=kind)
    assert judge(a_bed_for_the_whole_stay, home=vacancy(last=last), referral=referral).outcome == expected


@pytest.mark.parametrize(
    ("beds", "lives_there", "expected"),
    [
        pytest.param(2, "previous", MET, id="two beds for two"),
        pytest.param(1, "previous", PROHIBITED, id="one bed for two"),
        pytest.param(1, "oak", MET, id="one bed for one, as the other lives there"),
    ],
)
def test_every_arriving_child_needs_a_bed(beds, lives_there, expected):
    finding = judge(
        a_bed_for_the_whole_stay,
        a_child(current_home=lives_there),
        vacancy(beds),
        a_referral(children=["amy", "bea"]),
        others=[brother_or_sister()],
    )
    assert finding.outcome == expected


def run_by(who: str, valid_until: date | None = TODAY, referral: str | None = "r1", **changes: Any) -> Home:
    return a_home(run_by=who, offer={"referral": referral, "valid_until": valid_until}, **changes)


@pytest.mark.parametrize(
    ("home", "child", "expected"),
    [
        pytest.param(a_home(run_by="own"), a_child(), MET, id="the authority's own"),
        pytest.param(a_home(run_by="other_authority"), a_child(), MET, id="another authority's"),
        pytest.param(a_home(run_by="person"), a_child(), MET, id="a person's"),
        pytest.param(run_by("agency"), a_child(), MET, id="an agency's, on the offer's last day"),
        pytest.param(run_by("private"), a_child(), MET, id="a company's"),
        pytest.param(run_by("voluntary"), a_child(), MET, id="a charity's"),
        pytest.param(run_by("agency", TODAY - A_DAY), a_child(), NEEDS_APPROVAL, id="the day after the last"),
        pytest.param(run_by("agency", None), a_child(), CANNOT_TELL, id="until when is not recorded"),
        pytest.param(run_by("agency", referral="r2"), a_child(), CANNOT_TELL, id="offered for another referral"),
        pytest.param(run_by("agency", referral=None), a_child(), CANNOT_TELL, id="offered for what is not recorded"),
        pytest.param(a_home(run_by="agency"), a_child(), CANNOT_TELL, id="an agency's without an offer"),
        pytest.param(a_home(run_by="private"), a_child(), CANNOT_TELL, id="a company's without an offer"),
        pytest.param(a_home(run_by="voluntary"), a_child(), CANNOT_TELL, id="a charity's without an offer"),
        pytest.param(a_home(run_by="agency"), LIVES_THERE, MET, id="no offer, and she lives there"),
        pytest.param(
            run_by("agency", TODAY - A_DAY, household=None),
            MAY_LIVE_THERE,
            CANNOT_TELL,
            id="ended, and nobody recorded whether she lives there",
        ),
        pytest.param(
            run_by("agency", TODAY - A_DAY, household=[]),
            MAY_LIVE_THERE,
            NEEDS_APPROVAL,
            id="ended, and by the home's record she does not live there",
        ),
    ],
)
def test_a_home_that_others_run_has_offered(home, child, expected):
    assert judge(an_offer_for_this_referral, child, home).outcome == expected


def test_without_an_offer_the_offer_is_what_is_missing():
    finding = judge(an_offer_for_this_referral, home=a_home(run_by="agency"))
    assert [missing.fact for missing in finding.missing] == ["pair.offered"]


@pytest.mark.parametrize(
    ("kind", "approver"),
    [
        pytest.param("foster", "fostering_service", id="of a fostering agency"),
        pytest.param("childrens_home", "registered_manager", id="of a children's home"),
    ],
)
def test_who_made_the_offer_renews_it_by_the_start(kind, approver):
    finding = judge(an_offer_for_this_referral, home=run_by("agency", TODAY - A_DAY, kind=kind))
    assert (finding.approver, finding.by) == (approver, START)


def bed(emergency: bool | None = True, longest: int | None = 28) -> Home:
    return a_home(kind="childrens_home", emergency_bed=emergency, longest_stay_days=longest)


@pytest.mark.parametrize(
    ("home", "days", "expected"),
    [
        pytest.param(bed(), 28, MET, id="as long as it may be"),
        pytest.param(bed(), 29, PROHIBITED, id="a day longer"),
        pytest.param(bed(), None, CANNOT_TELL, id="nobody said when the stay ends"),
        pytest.param(bed(longest=None), 1, CANNOT_TELL, id="its limit is not recorded"),
        pytest.param(bed(False), 200, MET, id="not the emergency bed"),
        pytest.param(bed(None), 28, MET, id="the emergency bed or not, short enough"),
        pytest.param(bed(None), 29, CANNOT_TELL, id="nobody recorded whether it is the emergency bed"),
        pytest.param(a_home(emergency_bed=False), None, MET, id="foster carers"),
        pytest.param(a_home(kind="parent", emergency_bed=True, longest_stay_days=1), 200, MET, id="a parent"),
    ],
)
def test_the_emergency_bed_is_for_short_stays(home, days, expected):
    end = None if days is None else START + timedelta(days=days)
    assert judge(emergency_bed, home=home, referral=a_referral(expected_end=end)).outcome == expected


def there_since(day: Any) -> Any:
    return a_child(current_home="oak", current_since=day)


@pytest.mark.parametrize(
    ("home", "since", "days", "expected"),
    [
        pytest.param(bed(), START - 10 * A_DAY, 18, MET, id="28 days in all"),
        pytest.param(bed(), START - 10 * A_DAY, 19, PROHIBITED, id="29 days in all"),
        pytest.param(bed(), START - 40 * A_DAY, 0, PROHIBITED, id="over the limit already"),
        pytest.param(bed(), None, 1, CANNOT_TELL, id="since when she is there is not recorded"),
        pytest.param(bed(), False, 1, CANNOT_TELL, id="since when she is there is no day"),
        pytest.param(bed(), START - 10 * A_DAY, None, CANNOT_TELL, id="nobody said when the stay ends"),
        pytest.param(bed(longest=None), START - 10 * A_DAY, 1, CANNOT_TELL, id="the limit is not recorded"),
        pytest.param(bed(False), START - 400 * A_DAY, 200, MET, id="not the emergency bed"),
        pytest.param(bed(None), START - 10 * A_DAY, 19, CANNOT_TELL, id="the emergency bed or not is not recorded"),
    ],
)
def test_of_one_who_lives_there_the_days_are_counted_from_her_arrival(home, since, days, expected):
    end = None if days is None else START + days * A_DAY
    assert judge(emergency_bed, there_since(since), home, a_referral(expected_end=end)).outcome == expected


def test_where_nobody_recorded_whether_she_lives_there_both_counts_are_possible():
    home = a_home(kind="childrens_home", emergency_bed=True, longest_stay_days=28, household=None)
    child = a_child(current_home=None, current_since=START - 30 * A_DAY)
    referral = a_referral(expected_end=START + 18 * A_DAY)
    assert judge(emergency_bed, child, home, referral).outcome == CANNOT_TELL


@pytest.mark.parametrize(
    ("home", "own"),
    [
        pytest.param(a_home(), True, id="foster carers whom the council runs"),
        pytest.param(carers(approved_by=OTHER), True, id="run by it, and approved by another"),
        pytest.param(a_home(run_by="person"), True, id="approved by it, and run by a person"),
        pytest.param(
            a_home(run_by="agency", approval={"approved_by": SERVICE}), False, id="run and approved by an agency"
        ),
        pytest.param(registered(), False, id="its own children's home"),
    ],
)
def test_the_councils_own_carers_come_first_and_nobody_is_prohibited(home, own):
    finding = judge(in_house_first, home=home)
    assert finding.outcome == MET
    assert finding.because.startswith("the council's own carers" if own else "not the council's own carers")


def test_where_nobody_recorded_who_approved_them_it_is_met_all_the_same():
    assert judge(in_house_first, home=a_home(run_by="agency", approval=None)).outcome == MET
