"""One fact set on the command line: `PATH=VALUE` is the change that a file would say."""

from datetime import date
from typing import Any

import pytest

from matching.domain.case import Case
from tests.builders import a_case, a_child, a_home, a_member, a_referral
from tests.data.changing import changed, faults, only_fault

CASE = a_case(
    children=(a_child(), a_child(id="bea.two")),
    homes=(
        a_home(household=(a_member(), a_member(id="x.2"), a_member(id="x")), can_keep=["110001"]),
        a_home(id="st"),
        a_home(id="st.mary"),
    ),
    decided=({"child": "bea.two", "home": "st"},),
    approvals=({"rule": "CPPCR-24", "child": "amy", "home": "st.mary"},),
)


def at(case: Case, *way: Any) -> Any:
    """What stands at a way into a case: entries by id, or by place."""
    found: Any = case
    for step in way:
        if isinstance(found, tuple) and isinstance(step, str):
            found = next(one for one in found if one.id == step)
        else:
            found = found[step] if isinstance(found, tuple | dict) else getattr(found, step)
    return found


@pytest.mark.parametrize(
    ("said", "way", "value"),
    [
        pytest.param("children.amy.needs.education_learning=3", ("needs", "education_learning"), 3, id="a grade"),
        pytest.param("children.amy.needs.stability_transition=1", ("needs", "stability_transition"), 1, id="a new one"),
        pytest.param("children.amy.needs.education_learning=", ("needs",), {"behaviour_regulation": 1}, id="no grade"),
        pytest.param("children.amy.sex=M", ("sex",), "M", id="a code"),
        pytest.param("children.amy.legal_status=V2", ("legal_status",), "V2", id="another"),
        pytest.param("children.amy.age_disputed=true", ("age_disputed",), True, id="yes"),
        pytest.param("children.amy.ethnicity=BAFR", ("ethnicity",), "BAFR", id="text"),
        pytest.param("children.amy.religion=", ("religion",), None, id="what nobody knows"),
        pytest.param("children.amy.home_postcode=HP21 8AJ", ("home_postcode",), "HP21 8AJ", id="with a space"),
        pytest.param("children.amy.home_postcode=false", ("home_postcode",), False, id="that there is none"),
        pytest.param("children.amy.current_home=110001", ("current_home",), "110001", id="an id of digits"),
        pytest.param("children.amy.current_home=false", ("current_home",), False, id="no home"),
        pytest.param("children.amy.reviewed_on=2026-11-20", ("reviewed_on",), date(2026, 11, 20), id="a day"),
        pytest.param("children.amy.reviewed_on=false", ("reviewed_on",), False, id="that has not come"),
        pytest.param("children.amy.school.urn=110001", ("school", "urn"), "110001", id="digits where text stands"),
        pytest.param("children.amy.school.year_group=9", ("school", "year_group"), 9, id="a number where one stands"),
        pytest.param("children.amy.religion=2026-12-01", ("religion",), "2026-12-01", id="a day where text stands"),
        pytest.param('children.amy.religion="Sikh"', ("religion",), "Sikh", id="in quotation marks"),
        pytest.param("children.amy.religion=a = b", ("religion",), "a = b", id="with another sign"),
        pytest.param("children.amy.religion=nan", ("religion",), "nan", id="a word that is also a number"),
        pytest.param('children.amy.languages=["Urdu"]', ("languages",), ("Urdu",), id="a list"),
        pytest.param("children.amy.languages=[]", ("languages",), (), id="none"),
        pytest.param("children.amy.languages.0=Urdu", ("languages",), ("Urdu",), id="an entry of a list by its place"),
        pytest.param("children.amy.siblings=[]", ("siblings",), (), id="a list of tables"),
        pytest.param(
            "children.amy.family_time.0.times_a_month=8", ("family_time", 0, "times_a_month"), 8, id="in a table of one"
        ),
        pytest.param(" children.amy.age_disputed = true ", ("age_disputed",), True, id="with spaces about it"),
    ],
)
def test_a_fact_of_a_child_is_set(said, way, value):
    assert at(changed(CASE, sets=(said,)), "children", "amy", *way) == value


@pytest.mark.parametrize(
    ("said", "way", "value"),
    [
        pytest.param("homes.oak.vacancies.beds=2", ("oak", "vacancies", "beds"), 2, id="a part of a table"),
        pytest.param(
            "homes.oak.vacancies.from=2026-12-01", ("oak", "vacancies", "from_"), date(2026, 12, 1), id="a from"
        ),
        pytest.param("homes.oak.vacancies={beds = 3}", ("oak", "vacancies", "beds"), 3, id="a table over a table"),
        pytest.param("homes.oak={pets = true}", ("oak", "pets"), True, id="a table over the entry"),
        pytest.param("homes.oak.approval.status=on_hold", ("oak", "approval", "status"), "on_hold", id="a word"),
        pytest.param(
            "homes.oak.household.x1.born=2014-01-01", ("oak", "household", 0, "born"), date(2014, 1, 1), id="id"
        ),
        pytest.param(
            "homes.oak.household.x.2.sex=M", ("oak", "household", 1, "sex"), "M", id="an id with a dot in a list"
        ),
        pytest.param("homes.oak.household.x.sex=M", ("oak", "household", 2, "sex"), "M", id="one that begins another"),
        pytest.param("homes.oak.household.2.sex=M", ("oak", "household", 2, "sex"), "M", id="by its place"),
        pytest.param("homes.oak.household.x1.sex=", ("oak", "household", 0, "sex"), None, id="nobody knows of one"),
        pytest.param("homes.oak.can_keep=[110002]", ("oak", "can_keep"), ("110002",), id="digits in a list of text"),
        pytest.param("homes.st.mary.pets=true", ("st.mary", "pets"), True, id="an id with a dot"),
        pytest.param("homes.st.pets=true", ("st", "pets"), True, id="an id that begins another"),
        pytest.param("homes.oak.name=12", ("oak", "name"), "12", id="a number for a name"),
        pytest.param("homes.oak.cost.weekly=480.50", ("oak", "cost", "weekly"), 480.5, id="an amount"),
        pytest.param("homes.oak.approval=", ("oak", "approval"), None, id="a whole table that nobody knows"),
    ],
)
def test_a_fact_of_a_home_is_set(said, way, value):
    assert at(changed(CASE, sets=(said,)), "homes", *way) == value


def test_the_day_the_policy_and_the_authority_are_set_too():
    after = changed(CASE, sets=("as_of=2027-03-01", "policy.weights.education=30", 'authority.adjoining=["E06000042"]'))
    assert after.as_of == date(2027, 3, 1)
    assert after.policy is not None
    assert after.policy.overrides == {"weights": {"education": 30}}
    assert after.authority.adjoining == ("E06000042",)


def test_what_is_agreed_and_approved_is_named_by_its_place():
    after = changed(CASE, sets=("decided.0.until=2027-01-01", "approvals.0.refused=true"))
    assert after.decided[0].until == date(2027, 1, 1)
    assert after.approvals[0].refused is True
    assert changed(CASE, removes=("decided.0",)).decided == ()


def test_several_go_over_each_other_also_into_one_list():
    said = ("homes.oak.household.x1.sex=M", "homes.oak.household.x.2.sex=M", "homes.oak.household.x1.sex=U")
    household = at(changed(CASE, sets=said), "homes", "oak", "household")
    assert [member.sex for member in household] == ["U", "M", "F"]


def test_settings_go_over_what_files_say():
    after = changed(CASE, {"homes": [{"id": "oak", "household": []}]}, sets=("homes.oak.household=[]",))
    assert at(after, "homes", "oak", "household") == ()
    said = {"homes": [{"id": "oak", "household": [{"id": "y", "sex": "F"}]}]}
    assert at(changed(CASE, said, sets=("homes.oak.household.y.sex=M",)), "homes", "oak", "household", 0, "sex") == "M"


def test_a_new_entry_may_be_set_fact_by_fact():
    after = changed(CASE, sets=("homes.new.kind=foster", "homes.new.run_by=own", "homes.new.vacancies.beds=2"))
    assert at(after, "homes", "new", "vacancies", "beds") == 2
    assert changed(CASE, sets=('homes.new={kind="foster", run_by="own"}',)).homes[-1].id == "new"


def test_an_entry_is_taken_out_after_all_else():
    after = changed(CASE, sets=("homes.st.pets=true",), removes=("decided.0", "homes.st"))
    assert [home.id for home in after.homes] == ["oak", "st.mary"]


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        pytest.param("homes.oak.pets", "homes.oak.pets", "PATH=VALUE", id="no value"),
        pytest.param("=3", "", "a table, an id and a field", id="no path"),
        pytest.param("homes=3", "homes", "a table, an id and a field", id="a table alone"),
        pytest.param("oak=3", "oak", "a table, an id and a field", id="an id alone"),
        pytest.param("home.oak.pets=true", "home.oak.pets", "Is homes meant?", id="a slip"),
        pytest.param("rules.CPPCR-24=met", "rules.CPPCR-24", "The law cannot be changed", id="the law"),
        pytest.param("as_of.day=3", "as_of.day", "a table, an id and a field", id="below the day"),
        pytest.param("homes.oak.id=elm", "homes.oak.id", "cannot be changed: take it out, and add another", id="an id"),
        pytest.param("referrals.r1.id=r2", "referrals.r1.id", "cannot be changed", id="a referral's id"),
        pytest.param('homes.oak={id = "elm"}', "homes.oak", "cannot be changed", id="an id in a table"),
        pytest.param("decided.0.home=oak", "decided.0.home", "cannot be changed", id="where it is agreed"),
        pytest.param("homes.oak=3", "homes.oak", "a table such as", id="an entry in a number"),
        pytest.param("policy=3", "policy", "a table such as", id="a policy in a number"),
        pytest.param("decided.1.until=2027-01-01", "decided.1.until", "from 0 to 0", id="a place beyond"),
        pytest.param("decided.bea.until=2027-01-01", "decided.bea.until", "from 0 to 0", id="no place"),
        pytest.param(
            "homes.oak.household.y.sex=M", "homes.oak.household.y.sex", "one of: x1, x.2, x", id="nobody there"
        ),
        pytest.param("homes.oak.household.9.sex=M", "homes.oak.household.9.sex", "one of: x1, x.2, x", id="beyond"),
        pytest.param("homes.oak.can_keep.1=110003", "homes.oak.can_keep.1", "from 0 to 0", id="beyond a list"),
        pytest.param("homes.st.household.0.sex=M", "homes.st.household.0.sex", "the list is empty", id="an empty list"),
    ],
)
def test_a_path_that_leads_nowhere_is_a_fault_of_the_option(said, field, words):
    fault = only_fault(CASE, sets=(said,))
    assert (fault.file, fault.table, fault.id, fault.field) == ("--set", "", "", field)
    assert words in f"{fault.expected} {fault.remedy}"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        pytest.param("homes", "a table and an id", id="a table alone"),
        pytest.param("home.oak", "Is homes meant?", id="a slip"),
        pytest.param("policy.weights", "a table and an id", id="no table of entries"),
        pytest.param("homes.oak.pets", "set it to nothing", id="a fact"),
        pytest.param("decided.4", "from 0 to 0", id="a place beyond"),
    ],
)
def test_only_entries_are_taken_out(said, words):
    fault = only_fault(CASE, removes=(said,))
    assert (fault.file, fault.field) == ("--remove", said)
    assert words in f"{fault.expected} {fault.remedy}"


@pytest.mark.parametrize(
    ("said", "place", "expected"),
    [
        pytest.param(
            "homes.oak.vacancies.beds=two", ("homes", "oak", "vacancies.beds"), "a whole number", id="no number"
        ),
        pytest.param("homes.oak.vacancies.beds=true", ("homes", "oak", "vacancies.beds"), "a whole number", id="yes"),
        pytest.param("homes.oak.pets=3", ("homes", "oak", "pets"), "true or false", id="a number for yes"),
        pytest.param("homes.oak.name=true", ("homes", "oak", "name"), "text", id="yes for a name"),
        pytest.param(
            "homes.oak.colour=red", ("homes", "oak", "colour"), "a field that the contract names", id="no field"
        ),
        pytest.param("homes.oak.name.first=x", ("homes", "oak", "name"), "text", id="below a text"),
        pytest.param("children.amy.born=", ("children", "amy", "born"), "a date such as 2026-12-01", id="no birth"),
        pytest.param("as_of=tomorrow", ("", "", "as_of"), "a date such as 2026-12-01", id="no day"),
        pytest.param("as_of=", ("", "", "as_of"), "a date such as 2026-12-01", id="no day at all"),
    ],
)
def test_a_value_that_does_not_fit_is_a_fault_at_its_place(said, place, expected):
    fault = only_fault(CASE, sets=(said,))
    assert (fault.file, fault.table, fault.id, fault.field) == ("--set", *place)
    assert fault.expected == expected


def test_every_setting_that_is_wrong_is_told():
    said = ("homes.oak.pets", "homes.oak.vacancies.beds=x", "homes.oka.pets=true")
    assert [fault.field for fault in faults(CASE, sets=said)] == ["homes.oak.pets", "vacancies.beds", "id"]


def test_a_line_that_ends_is_no_second_setting():
    assert at(changed(CASE, sets=("children.amy.religion=a\nb = 3",)), "children", "amy", "religion") == "a\nb = 3"


def test_brackets_without_end_are_text():
    fault = only_fault(CASE, sets=("homes.oak.can_keep=" + "[" * 100_000,))
    assert fault.expected == "a list"


def test_a_referral_is_set_like_any_other_entry():
    after = changed(a_case(referrals=(a_referral(),)), sets=("referrals.r1.kind=long_term", "referrals.r1.required=[]"))
    assert after.referrals[0].kind == "long_term"
