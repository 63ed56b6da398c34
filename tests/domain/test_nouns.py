import pickle
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import get_args

import pytest
from pydantic import BaseModel, ValidationError

from matching.domain.case import Authority, Case, PolicyChoice, responsible_authority
from matching.domain.child import Child
from matching.domain.codes import VIOLENCE, HomeKind, Outcome, ReferralKind, RiskKind
from matching.domain.home import Cost, Home, Vacancies
from matching.domain.referral import end_of_stay
from tests.builders import a_case, a_child, a_home, a_member, a_referral

CONTRACT = {
    "children": """
        id born age_disputed sex legal_status responsible_authority home_postcode became_looked_after
        parental_responsibility s20 court_orders siblings needs risks vulnerable_to must_not_live_with access_needs
        school family_time keep_away_from away_for_safety languages religion ethnicity wishes parents_wishes
        current_home current_since reviewed_on last_considered_on last_review_on last_visit_on moves_in_12_months
        long_term_match therapy_until permanence_plan considering_adoption ought_to_be_placed s19_consent
        placement_order placement_order_refused deprivation_of_liberty family_explored
    """,
    "referrals": "id children start expected_end emergency emergency_because kind reason required urgency",
    "homes": """
        id name kind run_by postcode authority country connected_to approval registration setting parent_assessment
        checks household vacancies emergency_bed same_home_as longest_stay_days block_contract consents
        impact_assessments does_not_take skills years_fostering carers support languages religion access pets smoking
        bedrooms_free can_keep cost offer checked_on
    """,
    "decided": "child home on start until",
    "approvals": "rule child home referral by on until conditions refused",
}
ALWAYS = {"children": {"id", "born"}, "referrals": {"id", "children", "start"}, "homes": {"id", "kind", "run_by"}}


def noun_of(table: str) -> type[BaseModel]:
    noun: type[BaseModel] = get_args(Case.model_fields[table].annotation)[0]
    return noun


@pytest.mark.parametrize("table", CONTRACT)
def test_a_table_has_the_fields_of_the_contract_and_no_others(table):
    fields = noun_of(table).model_fields
    assert [field.alias or name for name, field in fields.items()] == CONTRACT[table].split()
    assert {name for name, field in fields.items() if field.is_required()} == ALWAYS.get(table, set())


def nouns_within(noun: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for field in noun.model_fields.values():
        for part in _parts(field.annotation):
            yield part
            yield from nouns_within(part)


def _parts(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _parts(part)


def test_whatever_the_contract_does_not_mark_may_be_left_out():
    marked = {"Child", "Referral", "Home", "Authority"}
    inner = {noun for noun in nouns_within(Case) if noun.__name__ not in marked}
    assert len(inner) == 25
    assert [noun for noun in inner if any(field.is_required() for field in noun.model_fields.values())] == []


@pytest.mark.parametrize("make", [a_child, a_referral, a_home, a_member, a_case])
def test_a_noun_does_not_change_and_refuses_what_it_does_not_know(make):
    noun = make()
    with pytest.raises(ValidationError):
        noun.id = "other"
    with pytest.raises(ValidationError):
        make(shoe_size=4)


@pytest.mark.parametrize(
    ("change", "known"),
    [
        pytest.param({"reviewed_on": False}, False, id="known not to have happened"),
        pytest.param({"reviewed_on": None}, None, id="unknown"),
        pytest.param({"reviewed_on": date(2026, 1, 1)}, date(2026, 1, 1), id="a day"),
    ],
)
def test_a_dated_fact_is_a_day_or_false_or_unknown(change, known):
    assert a_child(**change).reviewed_on is known or a_child(**change).reviewed_on == known


@pytest.mark.parametrize("value", [True, 0, "2026-01-01", datetime(2026, 1, 1), date(1899, 12, 31), date(2200, 1, 1)])  # noqa: DTZ001
def test_nothing_else_is_a_dated_fact(value):
    with pytest.raises(ValidationError):
        a_child(reviewed_on=value)


@pytest.mark.parametrize("name", ["a b", "", "zoë", "-a", "x" * 65, "a/b", "a\n"])
def test_an_id_is_plain_letters_and_digits_without_spaces(name):
    with pytest.raises(ValidationError):
        a_child(id=name)


@pytest.mark.parametrize("name", ["amy", "SC123456", "E06000060", "2026-11.r:1_b", "x" * 64])
def test_ids_in_use_are_ids(name):
    assert a_child(id=name).id == name


@pytest.mark.parametrize("postcode", ["HP20 1UA", "hp201ua", "W1A 1AA", "EC1A  1BB", "GIR 0AA"])
def test_postcodes_in_use_are_postcodes(postcode):
    assert a_child(home_postcode=postcode).home_postcode == postcode


@pytest.mark.parametrize("postcode", ["HP20", "HP20 1U", "Aylesbury", "12345", "HP20 1UA."])
def test_what_is_cut_short_is_no_postcode(postcode):
    with pytest.raises(ValidationError):
        a_child(home_postcode=postcode)


@pytest.mark.parametrize("change", [{"beds": 1.5}, {"beds": True}, {"beds": "1"}, {"beds": -1}])
def test_a_number_is_not_guessed_from_another_kind_of_value(change):
    with pytest.raises(ValidationError):
        Vacancies(**change)


def test_money_is_exact_and_not_negative():
    assert Cost(weekly="480.10").weekly == Decimal("480.10")
    with pytest.raises(ValidationError):
        Cost(weekly=-1)


def test_a_grade_that_is_null_was_not_given():
    assert a_home(skills={"education_learning": None, "behaviour_regulation": 3}).skills == {"behaviour_regulation": 3}


def test_a_table_that_is_null_has_no_entries():
    assert Case(as_of=date(2026, 1, 1), authority=Authority(code="E06000060"), decided=None).decided == ()


def test_homes_keep_one_set_of_fields_between_them():
    assert a_home().model_fields_set is a_home(id="elm").model_fields_set
    assert a_home().vacancies.model_fields_set is a_home(id="elm").vacancies.model_fields_set  # type: ignore[union-attr]


def test_a_lean_noun_copies_compares_pickles_and_reads_itself_back():
    home = a_home()
    changed = home.model_copy(update={"pets": True})
    assert changed != home
    assert changed.model_copy(update={"pets": False}) == home
    assert pickle.loads(pickle.dumps(home)) == home  # noqa: S301
    assert Home.model_validate_json(home.model_dump_json(by_alias=True)) == home


def test_what_a_policy_choice_overrides_stands_beside_its_name():
    policy = PolicyChoice.model_validate({"name": "other", "bands": {"width": 5}, "left": None})
    assert (policy.name, policy.overrides) == ("other", {"bands": {"width": 5}})


@pytest.mark.parametrize(
    ("own", "expected"),
    [pytest.param("E06000042", "E06000042", id="its own"), pytest.param(None, "E06000060", id="the one that asks")],
)
def test_a_child_has_the_authority_that_asks_unless_it_has_its_own(own, expected):
    assert responsible_authority(a_child(responsible_authority=own), Authority(code="E06000060")) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({}, date(2027, 6, 1), id="as said"),
        pytest.param({"expected_end": None}, None, id="unknown"),
        pytest.param({"expected_end": None, "kind": ReferralKind.LONG_TERM}, date(2033, 6, 1), id="long term: at 18"),
        pytest.param({"kind": ReferralKind.LONG_TERM}, date(2027, 6, 1), id="long term, yet said"),
    ],
)
def test_a_stay_ends_as_said_or_at_eighteen_if_long(change, expected):
    assert end_of_stay(a_referral(**change), date(2015, 6, 1)) == expected


def test_outcomes_are_ordered_from_the_worst():
    assert [outcome.word for outcome in sorted(Outcome)] == ["prohibited", "cannot_tell", "needs_approval", "met"]


@pytest.mark.parametrize(("said", "meant"), [("county_lines", "criminal_exploitation"), ("fire", "fire_setting")])
def test_a_risk_may_be_said_in_other_words(said, meant):
    assert a_home(does_not_take=[said]).does_not_take == (RiskKind(meant),)


def test_violence_covers_whoever_it_is_to():
    assert {kind for kind in RiskKind if kind.startswith("violence")} == VIOLENCE


def test_the_ordinary_home_is_approved_or_registered_by_its_kind():
    assert [bool(a_home(kind=kind).approval) for kind in HomeKind] == [
        kind in {"connected_foster", "foster", "foster_for_adoption"} for kind in HomeKind
    ]
    assert a_home(kind="secure").registration
    assert not a_home(kind="parent").registration


@pytest.mark.parametrize("written", ["0", "1433116800", "1433116800000", "20260101", "2026-1-1", "2026-01-01T00:00:00"])
def test_a_day_is_written_as_a_day_and_never_as_a_number_in_quotes(written):
    with pytest.raises(ValidationError, match="YYYY-MM-DD"):
        Child.model_validate_json(f'{{"id": "amy", "born": "{written}"}}', strict=True)
