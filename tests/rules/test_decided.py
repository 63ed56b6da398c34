"""Homes that are agreed for other children: the bed is taken, and they count in every rule about the household."""

from datetime import date, timedelta
from typing import Any

import pytest

from matching.domain.codes import Outcome
from matching.domain.home import Home
from matching.engine import Engine
from matching.facts.decided import with_decided
from matching.facts.everybody import with_everybody
from matching.facts.question import ask
from matching.facts.register import Register
from matching.geography.postcodes import directory
from tests.builders import a_case, a_child, a_home, a_member, a_referral
from tests.rules.deciding import TWO, decide
from tests.rules.judging import CANNOT_TELL, MET, NEEDS_APPROVAL, PROHIBITED, TODAY, all_figures
from tests.rules.people import MINE, OTHER, approval, brother_or_sister, carers, people

A_DAY = timedelta(days=1)
START, END = date(2026, 12, 1), date(2027, 6, 1)
BED, LIMIT, NUMBER = "POL-VACANCY", "CA89-SCH7", "CPPCR-22-NUMBER"
PLACES, APART, ALONE = "CSA-CAPACITY", "POL-APART", "POL-REQUIRED"
BEN = a_child(id="ben")


def agreed(child: str | None = "ben", home: str | None = "oak", **days: Any) -> dict[str, Any]:
    """What was agreed for Ben, today and from the start of Amy's stay; None takes out what it would say."""
    said = {"child": child, "home": home, "on": TODAY, "start": START} | days
    return {key: value for key, value in said.items() if value is not None}


def oak(beds: int | None = 1, household: Any = (), **changes: Any) -> Home:
    vacancies = {"beds": beds, "from": date(2026, 10, 1)}
    return a_home(vacancies=vacancies, household=household, **changes)


def found(rule: str, *decided: dict[str, Any], home: Home | None = None, **tables: Any) -> str:
    """What a rule finds for Amy in the oak, or in another home that is given, once this is agreed."""
    there = home or oak()
    tables = {"children": (a_child(), BEN)} | tables
    return decide(there, decided=decided, **tables).of(rule, there.id)


def test_until_anything_is_agreed_the_bed_is_free():
    assert found(BED) == MET


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        pytest.param({}, PROHIBITED, id="from the first day of the stay"),
        pytest.param({"start": END}, PROHIBITED, id="from the last day"),
        pytest.param({"start": END + A_DAY}, MET, id="from the day after"),
        pytest.param({"start": date(2026, 1, 1)}, PROHIBITED, id="since long ago"),
        pytest.param({"start": None, "on": END}, PROHIBITED, id="agreed on the last day, which is then the first"),
        pytest.param({"start": None, "on": END + A_DAY}, MET, id="agreed on the day after"),
        pytest.param({"start": END, "on": END + A_DAY}, PROHIBITED, id="from the last day, agreed on the day after"),
        pytest.param({"start": None, "on": None}, PROHIBITED, id="since when is not recorded"),
        pytest.param({"until": START}, PROHIBITED, id="until the first day of the stay"),
        pytest.param({"start": TODAY, "until": START - A_DAY}, MET, id="until its eve"),
        pytest.param({"start": None, "on": None, "until": START - A_DAY}, MET, id="until its eve, whenever from"),
    ],
)
def test_a_bed_is_taken_for_as_long_as_was_agreed(days, expected):
    assert found(BED, agreed(**days)) == expected


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        pytest.param({"expected_end": None}, PROHIBITED, id="nobody said when the stay ends"),
        pytest.param({"expected_end": None, "kind": "long_term"}, PROHIBITED, id="it lasts to the 18th birthday"),
    ],
)
def test_a_stay_of_unknown_length_may_reach_what_is_agreed(asked, expected):
    assert found(BED, agreed(start=date(2033, 6, 1)), referrals=(a_referral(**asked),)) == expected


def test_a_long_term_stay_ends_on_the_18th_birthday():
    referrals = (a_referral(expected_end=None, kind="long_term"),)
    assert found(BED, agreed(start=date(2033, 6, 2)), referrals=referrals) == MET


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(oak(2), MET, id="one of two beds"),
        pytest.param(oak(1), PROHIBITED, id="the only one"),
        pytest.param(oak(0), PROHIBITED, id="none that was left"),
        pytest.param(oak(None), CANNOT_TELL, id="how many is not recorded"),
        pytest.param(a_home(vacancies=None), CANNOT_TELL, id="no vacancy is recorded"),
    ],
)
def test_it_takes_one_bed(home, expected):
    assert found(BED, agreed(), home=home) == expected


def test_several_take_several():
    cal = a_child(id="cal")
    decided = (agreed(), agreed("cal"))
    assert found(BED, *decided, home=oak(3), children=(a_child(), BEN, cal)) == MET
    assert found(BED, *decided, home=oak(2), children=(a_child(), BEN, cal)) == PROHIBITED


@pytest.mark.parametrize(
    ("decided", "tables"),
    [
        pytest.param(agreed(home=None), {}, id="nobody recorded which home"),
        pytest.param(agreed(home="elm"), {}, id="another home"),
        pytest.param(agreed("amy"), {}, id="the child who arrives herself"),
        pytest.param(agreed("bea"), TWO, id="one of those who arrive"),
        pytest.param(agreed(), {"children": (a_child(), a_child(id="ben", current_home="oak"))}, id="he lives there"),
    ],
)
def test_what_takes_no_bed_from_her(decided, tables):
    assert found(BED, decided, home=oak(2), **tables) == MET
    assert found(NUMBER, decided, home=oak(2, approval=approval(terms={"max_children": 2})), **tables) == MET


@pytest.mark.parametrize(
    ("household", "expected"),
    [
        pytest.param([a_member(id="ben")], MET, id="listed there already"),
        pytest.param([a_member(id="x1")], PROHIBITED, id="somebody else is"),
    ],
)
def test_who_is_listed_there_takes_no_second_bed(household, expected):
    assert found(BED, agreed(), home=oak(1, household)) == expected


def test_who_is_agreed_twice_for_one_home_takes_one_bed():
    assert found(BED, agreed(), agreed(), home=oak(2)) == MET


def test_of_whom_nobody_recorded_the_name_one_takes_a_bed_all_the_same():
    assert found(BED, agreed(None), home=oak(1)) == PROHIBITED
    assert found(BED, agreed(None), home=oak(1, [a_member(id=None)])) == PROHIBITED


def test_a_child_outside_the_case_takes_a_bed_and_a_place():
    assert found(BED, agreed("zoe")) == PROHIBITED
    assert found(LIMIT, agreed("zoe"), home=oak(2, people(2))) == NEEDS_APPROVAL


def of_two(**terms: Any) -> Home:
    return oak(2, people(1), approval=approval(terms=terms))


@pytest.mark.parametrize(
    ("rule", "home", "alone", "with_ben"),
    [
        pytest.param(LIMIT, oak(2, people(2)), MET, NEEDS_APPROVAL, id="the usual fostering limit"),
        pytest.param(NUMBER, of_two(max_children=2), MET, PROHIBITED, id="the number in the terms"),
        pytest.param(
            PLACES,
            oak(2, people(1), kind="childrens_home", registration={"status": "registered", "capacity": 2}),
            MET,
            PROHIBITED,
            id="registered places",
        ),
    ],
)
def test_who_is_agreed_for_a_home_counts_in_it(rule, home, alone, with_ben):
    assert (found(rule, home=home), found(rule, agreed(), home=home)) == (alone, with_ben)


def test_from_the_day_after_the_stay_he_does_not():
    assert found(LIMIT, agreed(start=END + A_DAY), home=oak(2, people(2))) == MET


@pytest.mark.parametrize(
    ("tables", "expected"),
    [
        pytest.param({"children": (a_child(must_not_live_with=["ben"]), BEN)}, PROHIBITED, id="her record names him"),
        pytest.param(
            {"children": (a_child(), a_child(id="ben", must_not_live_with=["amy"]))}, PROHIBITED, id="his names her"
        ),
        pytest.param({}, MET, id="neither names the other"),
        pytest.param({"children": (a_child(must_not_live_with=["ben"]),)}, PROHIBITED, id="he is outside the case"),
    ],
)
def test_who_must_be_kept_apart_from_him_is_not_placed_with_him(tables, expected):
    assert found(APART, agreed(), **tables) == expected
    assert found(APART, **tables) == MET


def siblings(of: str, *ids: str) -> Any:
    return a_child(id=of, siblings=[{"child": i, "assessment": "together"} for i in ids])


@pytest.mark.parametrize(
    ("children", "expected"),
    [
        pytest.param((siblings("amy", "x1", "x2", "ben"), siblings("ben", "x1", "x2")), MET, id="a brother of all"),
        pytest.param((siblings("amy", "x1", "x2"), BEN), NEEDS_APPROVAL, id="a stranger"),
        pytest.param((siblings("amy", "x1", "x2", "ben"),), CANNOT_TELL, id="outside the case, whose siblings?"),
    ],
)
def test_siblings_are_those_of_his_record(children, expected):
    there = [a_member(id=i, sibling_of=["x1", "x2", "amy"]) for i in ("x1", "x2")]
    if expected == CANNOT_TELL:
        there = [a_member(id=i, sibling_of=None) for i in ("x1", "x2")]
    assert found(LIMIT, agreed(), home=oak(2, there), children=children) == expected


def exempted(*children: str) -> Home:
    return oak(2, people(2), approval=approval(exemption={"by": MINE, "children": ["x1", "x2", "amy", *children]}))


@pytest.mark.parametrize(
    ("home", "expected"),
    [
        pytest.param(exempted("ben"), MET, id="it names him too"),
        pytest.param(exempted(), NEEDS_APPROVAL, id="it does not name him"),
    ],
)
def test_an_exemption_names_him_too(home, expected):
    assert found(LIMIT, agreed(), home=home) == expected


@pytest.mark.parametrize(
    ("authority", "expected"),
    [
        pytest.param(OTHER, NEEDS_APPROVAL, id="another authority's child"),
        pytest.param(None, MET, id="one of ours"),
    ],
)
def test_his_authority_consents(authority, expected):
    ben = a_child(id="ben", responsible_authority=authority)
    assert found("CPPCR-22-OTHERS", agreed(), home=carers(approved_by="acorn"), children=(a_child(), ben)) == expected


def test_whose_placing_authority_is_not_known_may_have_to_consent():
    assert found("CPPCR-22-OTHERS", agreed("zoe"), home=carers(approved_by="acorn")) == CANNOT_TELL


def test_he_is_another_child_there():
    referrals = (a_referral(required=["no_other_children"]),)
    assert found(ALONE, agreed(), referrals=referrals) == PROHIBITED
    assert found(ALONE, referrals=referrals) == MET


@pytest.mark.parametrize("rule", [LIMIT, NUMBER, APART])
def test_who_lives_there_stays_unknown_where_nobody_recorded_it(rule):
    assert found(rule, agreed(), home=oak(2, None)) == CANNOT_TELL


def another_entry(**changes: Any) -> Home:
    """The oak's other entry in the register."""
    return oak(id="bed", same_home_as="oak", **changes)


@pytest.mark.parametrize("asked", ["oak", "bed"])
def test_who_is_agreed_for_a_home_lives_in_every_entry_of_it(asked):
    homes = (oak(2, people(2)), another_entry(household=None))
    assert decide(*homes, children=(a_child(), BEN), decided=(agreed(),)).of(LIMIT, asked) == NEEDS_APPROVAL


def test_and_takes_the_bed_of_the_entry_that_was_agreed():
    there = decide(oak(), another_entry(), children=(a_child(), BEN), decided=(agreed(),))
    assert (there.of(BED, "oak"), there.of(BED, "bed")) == (PROHIBITED, MET)


def test_a_register_in_which_nobody_joins_is_the_register_itself():
    case = a_case(decided=(agreed(home="elm"),))
    register = Register.of(with_everybody(case), directory())
    assert with_decided(register, ask(case, "r1", all_figures(case.as_of))) is register


def test_one_referrals_agreements_do_not_spoil_the_register_for_the_next():
    later = a_referral(id="r2", start=END + A_DAY, expected_end=END + 10 * A_DAY)
    case = a_case(
        children=(a_child(), BEN), referrals=(a_referral(), later), decided=(agreed(until=END),), homes=(oak(),)
    )
    engine = Engine.of(case)
    standings = [standing_of(engine, referral) for referral in ("r1", "r2", "r1")]
    assert standings == [Outcome.PROHIBITED.word, "lawful", Outcome.PROHIBITED.word]


def standing_of(engine: Engine, referral: str) -> str:
    """Whether the oak is ruled out for a referral, as the ranking says it."""
    ranking = engine.rank(referral)
    ruled_out = [home for group in ranking.ruled_out for home in group.homes]
    return Outcome.PROHIBITED.word if "oak" in ruled_out else "lawful"


def test_a_ranking_counts_the_bed_as_taken():
    case = a_case(children=(a_child(), BEN), homes=(oak(), a_home(id="elm")), decided=(agreed(),))
    ranking = Engine.of(case).rank("r1")
    assert [o.home for tier in ranking.tiers for o in tier.options] == ["elm"]
    assert [group.homes for group in ranking.ruled_out] == [("oak",)]


def test_both_who_arrive_and_who_is_agreed_need_a_bed():
    tables = TWO | {"children": (a_child(), brother_or_sister(), BEN)}
    assert found(BED, agreed(), home=oak(3), **tables) == MET
    assert found(BED, agreed(), home=oak(2), **tables) == PROHIBITED


@pytest.mark.parametrize(("own_room_from", "free"), [(3, 0), (4, 1)], ids=["at the age", "a year below it"])
def test_a_bedroom_is_taken_from_the_age_that_the_policy_sets(own_room_from, free):
    ben = a_child(id="ben", born=date(2023, 12, 1))
    case = a_case(homes=(oak(bedrooms_free=1),), children=(a_child(), ben), decided=(agreed(),))
    figures = all_figures(TODAY) | {"own_bedroom_from_age": own_room_from}
    register = with_decided(Register.of(with_everybody(case), directory()), ask(case, "r1", figures))
    assert register.homes[0].bedrooms_free == free
