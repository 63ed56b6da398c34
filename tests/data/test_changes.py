"""A change over a case: what it names is changed, added or taken out; what does not fit is a fault of the change."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from matching.data.changes import Change, change_of, changed_case, faults_of_form, read_change
from matching.data.document import document
from matching.data.shape import read_noun
from matching.domain.case import Case
from matching.domain.home import Home
from matching.domain.laying import changed_by
from matching.errors import InvalidInput
from matching.rules.figures import STATUTORY
from tests.builders import a_case, a_child, a_home, a_member, a_referral
from tests.data.changing import FILE, a_change, changed, faults, in_a_scenario, only_fault
from tests.data.files import as_json, home

BEA_AT_OAK = {"child": "bea", "home": "oak"}
APPROVED = {"rule": "CPPCR-11-1A", "child": "amy", "home": "elm", "by": "nominated_officer", "on": date(2026, 11, 20)}
CASE = a_case(
    homes=(a_home(household=(a_member(),)), a_home(id="elm")),
    children=(a_child(), a_child(id="bea")),
    decided=(BEA_AT_OAK,),
    approvals=(APPROVED,),
)


def oak(case: Case) -> Home:
    return next(home for home in case.homes if home.id == "oak")


def test_what_is_named_is_changed_part_by_part_and_all_else_is_the_very_same():
    after = changed(CASE, {"homes": [{"id": "oak", "vacancies": {"beds": 2}, "name": "Oak"}]})
    assert oak(after) == changed_by(oak(CASE), {"name": "Oak", "vacancies": {"beds": 2}})
    assert after.homes[1] is CASE.homes[1]
    assert after.children is CASE.children
    assert after.model_copy(update={"homes": CASE.homes}) == CASE


def test_a_list_stands_whole_and_an_empty_text_takes_a_fact_away():
    after = oak(changed(CASE, {"homes": [{"id": "oak", "languages": ["Polish"], "postcode": "", "pets": None}]}))
    assert (after.languages, after.postcode, after.pets) == (("Polish",), None, None)


def test_what_the_record_says_already_changes_nothing_at_all():
    after = changed(CASE, {"homes": [{"id": "oak", "vacancies": {"beds": 1}}], "as_of": "2026-11-24"})
    assert after == CASE
    assert all(one is other for one, other in zip(after.homes, CASE.homes, strict=True))


def test_an_unknown_id_with_all_that_is_required_is_a_new_entry():
    said = {
        "children": [{"id": "cy", "born": "2014-02-02"}],
        "referrals": [{"id": "r2", "children": ["cy"], "start": "2026-12-01"}],
        "homes": [{"id": "new", "kind": "foster", "run_by": "own"}],
    }
    after = changed(CASE, said)
    assert [child.id for child in after.children] == ["amy", "bea", "cy"]
    assert after.referrals[-1].children == ("cy",)
    assert after.homes[-1] == Home(id="new", kind="foster", run_by="own")


def test_in_a_scenario_a_new_entry_starts_from_the_ordinary_one_of_its_kind():
    after = in_a_scenario(CASE, {"homes": [{"id": "new", "kind": "parent", "run_by": "person", "pets": True}]})
    assert after.homes[-1] == a_home(id="new", kind="parent", run_by="person", pets=True)


@pytest.mark.parametrize(
    ("table", "said", "gives"),
    [
        pytest.param("homes", {"id": "oka"}, "kind and run_by", id="a home by a slip"),
        pytest.param("homes", {"id": "oka", "kind": "foster"}, "kind and run_by", id="a home without who runs it"),
        pytest.param("homes", {"id": "oka", "kind": "foster", "run_by": ""}, "kind and run_by", id="or nobody does"),
        pytest.param("children", {"id": "aym", "sex": "F"}, "born", id="a child"),
        pytest.param("referrals", {"id": "r2", "start": "2026-12-01"}, "children and start", id="a referral"),
    ],
)
@pytest.mark.parametrize("lay", [changed, in_a_scenario])
def test_a_slip_of_the_pen_is_no_new_entry(lay, table, said, gives):
    with pytest.raises(InvalidInput) as refused:
        lay(CASE, {table: [said]})
    (fault,) = refused.value.faults
    assert (fault.file, fault.table, fault.id, fault.field) == (FILE, table, said["id"], "id")
    assert f"or {gives} as of a new one" in fault.expected
    assert f"must give {gives}" in fault.remedy


def test_those_whose_ids_are_most_like_it_are_named():
    homes = (a_home(id="oakfield"), a_home(id="oak"), a_home(id="ash"))
    fault = only_fault(a_case(homes=homes), {"homes": [{"id": "oka", "pets": True}]})
    assert fault.remedy.startswith("Is oak meant? ")


def test_what_is_taken_out_is_gone():
    after = changed(CASE, {"homes": [{"id": "elm", "remove": True}], "approvals": [named(APPROVED) | {"remove": True}]})
    assert [home.id for home in after.homes] == ["oak"]
    assert after.approvals == ()


def named(approval: dict[str, Any]) -> dict[str, Any]:
    return {field: approval[field] for field in ("rule", "child", "home")}


@pytest.mark.parametrize(
    ("said", "place", "found"),
    [
        pytest.param({"homes": [{"id": "oak", "remove": True}]}, ("decided", "no. 1", "home"), '"oak"', id="agreed"),
        pytest.param(
            {"homes": [{"id": "elm", "remove": True}]}, ("approvals", "no. 1", "home"), '"elm"', id="approved"
        ),
        pytest.param(
            {"children": [{"id": "amy", "remove": True}]},
            ("referrals", "r1", "children[no. 1]"),
            '"amy"',
            id="asked for",
        ),
    ],
)
def test_what_still_names_an_entry_that_is_taken_out_is_a_fault(said, place, found):
    fault = only_fault(CASE, said)
    assert (fault.file, fault.table, fault.id, fault.field, fault.found) == (FILE, *place, found)
    assert fault.expected == "one that is still there: this one is taken out"
    assert fault.remedy == "Take out what names it too, or let it name another."


def test_what_is_not_there_cannot_be_taken_out():
    fault = only_fault(CASE, {"homes": [{"id": "oaks", "remove": True}]})
    assert (fault.id, fault.expected) == ("oaks", "the id of a home that the case has")
    assert fault.remedy == "Is oak meant?"


@pytest.mark.parametrize(
    ("said", "after"),
    [
        pytest.param({**BEA_AT_OAK, "until": "2027-01-01"}, {**BEA_AT_OAK, "until": date(2027, 1, 1)}, id="changed"),
        pytest.param({**BEA_AT_OAK, "remove": True}, None, id="taken out"),
    ],
)
def test_what_is_agreed_is_told_by_child_and_home(said, after):
    expected = () if after is None else a_case(decided=(after,)).decided
    assert changed(CASE, {"decided": [said]}).decided == expected


def test_an_agreement_for_another_child_or_home_is_a_new_one():
    assert len(changed(CASE, {"decided": [{"child": "amy", "home": "oak"}]}).decided) == 2
    assert len(changed(CASE, {"decided": [{"child": "bea", "home": "elm"}]}).decided) == 2


def test_an_approval_is_told_by_rule_home_child_and_referral_as_they_are_given():
    refused = changed(CASE, {"approvals": [named(APPROVED) | {"refused": True}]}).approvals
    assert [(one.refused, one.by) for one in refused] == [(True, "nominated_officer")]
    another = changed(CASE, {"approvals": [{**named(APPROVED), "referral": "r1", "by": "nominated_officer"}]})
    assert len(another.approvals) == 2


@pytest.mark.parametrize(
    ("table", "said"),
    [("decided", {"child": "amy", "home": "oak"}), ("approvals", {"rule": "CPPCR-11-1A", "home": "elm"})],
)
def test_what_nobody_agreed_or_approved_cannot_be_taken_out(table, said):
    fault = only_fault(CASE, {table: [{**said, "remove": True}]})
    assert (fault.table, fault.id) == (table, "no. 1")
    assert fault.expected.startswith("the name of an ")


def test_of_two_by_one_name_neither_is_changed_but_both_may_be_taken_out_and_one_given_anew():
    twice = a_case(
        homes=CASE.homes, children=CASE.children, decided=(BEA_AT_OAK, {**BEA_AT_OAK, "on": date(2026, 9, 1)})
    )
    assert "and there are 2" in only_fault(twice, {"decided": [{**BEA_AT_OAK, "until": "2027-01-01"}]}).expected
    anew = {"decided": [{**BEA_AT_OAK, "remove": True}, {**BEA_AT_OAK, "until": "2027-01-01"}]}
    assert [one.until for one in changed(twice, anew).decided] == [date(2027, 1, 1)]


@pytest.mark.parametrize(
    ("said", "place", "words"),
    [
        pytest.param({}, ("", "", ""), "at least one thing", id="nothing"),
        pytest.param({"homes": []}, ("", "", ""), "at least one thing", id="a table of nothing"),
        pytest.param({"rules": {"CPPCR-24": {}}}, ("", "", "rules"), "The law cannot be changed", id="rules"),
        pytest.param({"law": {"limit": 4}}, ("", "", "law"), "not even in a what-if", id="the law"),
        pytest.param({"figures": {"x": 4}}, ("", "", "figures"), "policy.figures", id="figures"),
        pytest.param({"expect": {"rank": {}}}, ("expect", "", ""), "[what_if.NAME.expect]", id="an expectation"),
        pytest.param({"title": "x"}, ("", "", "title"), "no title", id="a title"),
        pytest.param({"source": "x"}, ("", "", "source"), "a scenario as a whole", id="a source"),
        pytest.param({"made_up": True}, ("", "", "made_up"), "not for a change to say", id="made up"),
        pytest.param({"what_if": {}}, ("what_if", "", ""), "no other change", id="a change in a change"),
        pytest.param({"homse": []}, ("", "", "homse"), "Is homes meant?", id="a slip"),
        pytest.param({"colour": "red"}, ("", "", "colour"), "no such table", id="a stranger"),
        pytest.param({"homes": 5}, ("homes", "", ""), "[[homes]]", id="no list"),
        pytest.param({"homes": [5]}, ("homes", "no. 1", ""), "[[homes]]", id="no table"),
        pytest.param({"homes": [{"pets": True}]}, ("homes", "no. 1", "id"), "Say which one", id="no id"),
        pytest.param({"homes": [{"id": 5}]}, ("homes", "no. 1", "id"), "Say which one", id="a number for an id"),
        pytest.param({"decided": [{"child": 5}]}, ("decided", "no. 1", "child"), "Say which one", id="no name"),
        pytest.param({"authority": "E06000060"}, ("authority", "", ""), "a table", id="an authority in a word"),
        pytest.param({"policy": 5}, ("policy", "", ""), "a table", id="a policy in a number"),
        pytest.param({"homes": [{"id": "elm", "remove": False}]}, ("homes", "elm", "remove"), "remove = true", id="no"),
        pytest.param(
            {"homes": [{"id": "elm", "remove": True, "pets": True}]}, ("homes", "elm", "pets"), "only id", id="and more"
        ),
        pytest.param(
            {"homes": [{"id": "elm"}, {"id": "elm", "pets": True}]},
            ("homes", "elm", "id"),
            "the two as one",
            id="twice",
        ),
        pytest.param(
            {"decided": [BEA_AT_OAK, BEA_AT_OAK]}, ("decided", "no. 2", "child"), "the two as one", id="agreed twice"
        ),
        pytest.param({"homes": [{"id": "oak", "colour": 1}]}, ("homes", "oak", "colour"), "Take it out", id="a field"),
        pytest.param(
            {"homes": [{"id": "oak", "vacancies": {"bed": 1}}]},
            ("homes", "oak", "vacancies.bed"),
            "beds",
            id="a near one",
        ),
        pytest.param(
            {"children": [{"id": "amy", "born": ""}]}, ("children", "amy", "born"), "taken away", id="a birth"
        ),
        pytest.param({"as_of": ""}, ("", "", "as_of"), "taken away", id="a day taken away"),
        pytest.param({"as_of": "today"}, ("", "", "as_of"), "a date such as", id="no day"),
        pytest.param({"authority": {"code": "bucks"}}, ("authority", "", "code"), "an ONS code", id="no code"),
        pytest.param(
            {"homes": [{"id": "oak", "kind": "parent"}]}, ("homes", "oak", "approval"), "kind", id="of a kind"
        ),
        pytest.param(
            {"referrals": [{"id": "r1", "expected_end": "2026-01-01"}]},
            ("referrals", "r1", "expected_end"),
            "not before start",
            id="ends before it begins",
        ),
        pytest.param({"as_of": "2015-01-01"}, ("children", "amy", "born"), "not after as_of", id="born after the day"),
        pytest.param(
            {"approvals": [{**APPROVED, "by": "court", "on": "2026-11-20"}]},
            ("approvals", "no. 1", "by"),
            "nominated_officer",
            id="approved by another",
        ),
    ],
)
def test_what_does_not_fit_is_a_fault_at_its_place_with_a_remedy(said, place, words):
    fault = next(f for f in faults(CASE, said) if (f.table, f.id, f.field) == place)
    assert fault.file == FILE
    assert words in f"{fault.expected} {fault.remedy}"
    assert fault.remedy


@pytest.mark.parametrize(
    ("policy", "field", "words"),
    [
        pytest.param({"weights": {"educaton": 3}}, "weights.educaton", "Is education meant?", id="a criterion"),
        pytest.param({"weights": {"education": 101}}, "weights.education", "100 or less", id="too heavy"),
        pytest.param({"weights_in_key_stage_4": {"x": 3}}, "weights_in_key_stage_4.x", "a criterion: ", id="in exams"),
        pytest.param({"figures": {"nearer": 3}}, "figures.nearer", "Is nearer_by meant?", id="a figure"),
        pytest.param(
            {"figures": {"usual_fostering_limit": 4}},
            "figures.usual_fostering_limit",
            "The law's figures cannot be changed, not even in a what-if",
            id="the law's",
        ),
        pytest.param({"band_widht": 3}, "band_widht", "Is band_width meant?", id="a value"),
        pytest.param({"weights": {"education": None}}, "weights.education", "never unknown", id="nothing"),
        pytest.param({"band_width": ""}, "band_width", "never unknown", id="an empty text"),
        pytest.param({"cost_counts": "much"}, "cost_counts", "one of: ties, weighted", id="another word"),
    ],
)
def test_policy_has_values_that_it_knows_and_never_the_laws(policy, field, words):
    fault = next(f for f in faults(CASE, {"policy": policy}) if f.field == field)
    assert (fault.file, fault.table) == (FILE, "policy")
    assert words in f"{fault.expected} {fault.remedy}"


def test_every_figure_of_the_law_is_refused():
    said = {"policy": {"figures": dict.fromkeys(STATUTORY, 1)}}
    found = [f for f in faults(CASE, said) if "not even in a what-if" in f.remedy]
    assert {f.field for f in found} == {f"figures.{name}" for name in STATUTORY}


def test_policy_goes_over_the_cases_choice_value_by_value():
    choice = {"name": "buckinghamshire-2026", "weights": {"siblings": 20}, "band_width": 5}
    after = changed(a_case(policy=choice), {"policy": {"weights": {"education": 30}, "band_width": 7}})
    assert after.policy is not None
    assert after.policy.name == "buckinghamshire-2026"
    assert after.policy.overrides == {"weights": {"siblings": 20, "education": 30}, "band_width": 7}


def test_the_authority_is_changed_part_by_part():
    after = changed(CASE, {"authority": {"adjoining": ["E06000042"]}})
    assert (after.authority.code, after.authority.adjoining) == (CASE.authority.code, ("E06000042",))


def test_all_faults_come_at_once_each_with_the_name_of_its_change():
    first = {"homes": [{"id": "oka", "pets": True}, {"id": "oak", "vacancies": {"beds": -1}}], "rules": {}}
    second = {"homes": [{"id": "elm", "remove": True}], "policy": {"figures": {"x": 1}}}
    found = faults(CASE, first, second, sets=("homes.oak.colour=red",), removes=("homes.ash",))
    assert [(f.file, f.table, f.id, f.field) for f in found] == [
        ("change1.json", "", "", "rules"),
        ("change1.json", "homes", "oka", "id"),
        ("change1.json", "homes", "oak", "vacancies.beds"),
        ("change2.json", "policy", "", "figures.x"),
        ("--set", "homes", "oak", "colour"),
        ("--remove", "homes", "ash", "id"),
        ("change2.json", "approvals", "no. 1", "home"),
    ]


def test_who_could_not_be_added_is_not_missed_a_second_time():
    said = {"children": [{"id": "cy"}], "referrals": [{"id": "r2", "children": ["cy"], "start": "2026-12-01"}]}
    assert [(f.table, f.id) for f in faults(CASE, said)] == [("children", "cy")]


def test_where_one_change_does_not_fit_nothing_is_half_done():
    with pytest.raises(InvalidInput):
        changed(CASE, {"homes": [{"id": "oak", "pets": True}, {"id": "oka"}]})
    assert oak(CASE).pets is False


def test_later_changes_go_over_earlier_ones():
    first, second = {"homes": [{"id": "oak", "carers": 1, "pets": True}]}, {"homes": [{"id": "oak", "carers": 3}]}
    after = oak(changed(CASE, first, second, sets=("homes.oak.smoking=true",)))
    assert (after.carers, after.pets, after.smoking) == (3, True, True)


def test_what_one_change_adds_the_next_may_change_or_take_out():
    new, more = {"homes": [{"id": "new", "kind": "foster", "run_by": "own"}]}, {"homes": [{"id": "new", "pets": True}]}
    assert changed(CASE, new, more).homes[-1].pets is True
    assert changed(CASE, new, removes=("homes.new",)) == CASE


def test_a_change_of_a_kind_may_mend_what_an_earlier_one_left_open():
    said = {"homes": [{"id": "oak", "kind": "parent", "run_by": "person"}]}
    assert oak(changed(CASE, said, sets=("homes.oak.approval=",))).approval is None


def test_a_key_that_json_gives_twice_is_a_fault():
    data = b'{"homes": [{"id": "oak", "pets": true, "pets": false}]}'
    change = change_of(document(data, name=FILE, kind="json"))
    with pytest.raises(InvalidInput) as refused:
        changed_case(CASE, change)
    assert [(f.id, f.field, f.expected) for f in refused.value.faults] == [("oak", "pets", "each key once")]


def test_the_form_of_a_change_can_be_told_without_a_case():
    assert [f.field for f in faults_of_form(a_change({"homes": [{"pets": 1}], "rules": {}}))] == ["id", "rules"]


def test_no_change_is_no_change():
    assert changed_case(CASE, Change(())) == CASE


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("change.toml", '[[homes]]\nid = "oak"\ncarers = 1\nchecked_on = 2026-11-01\npostcode = ""\n'),
        ("change.json", '{"homes": [{"id": "oak", "carers": 1, "checked_on": "2026-11-01", "postcode": ""}]}'),
    ],
)
def test_a_change_is_read_from_either_form(tmp_path: Path, name, text):
    (tmp_path / name).write_text(text, encoding="utf-8")
    after = oak(changed_case(CASE, read_change(tmp_path / name)))
    assert (after.carers, after.checked_on, after.postcode) == (1, date(2026, 11, 1), None)


@pytest.mark.parametrize(
    ("data", "found", "expected"),
    [
        (b"", "an empty file", "a file that says what would be otherwise"),
        (b"homes = [", "Invalid value", "TOML"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, data, found, expected):
    (tmp_path / "change.toml").write_bytes(data)
    with pytest.raises(InvalidInput) as refused:
        read_change(tmp_path / "change.toml")
    (fault,) = refused.value.faults
    assert (fault.file, fault.expected) == ("change.toml", expected)
    assert found in fault.found


def test_a_file_that_is_not_there_is_refused(tmp_path: Path):
    with pytest.raises(InvalidInput) as refused:
        read_change(tmp_path / "nowhere.toml")
    assert refused.value.faults[0].found == "no such file"


def test_a_change_with_thousands_of_faults_lists_a_thousand():
    with pytest.raises(InvalidInput) as refused:
        changed(CASE, {"homes": [{"id": f"h{n}"} for n in range(1_500)]})
    assert (len(refused.value.faults), refused.value.more) == (1_000, 500)


def test_a_register_of_ten_thousand_is_not_read_again(monkeypatch: pytest.MonkeyPatch):
    homes = tuple(a_home().model_copy(update={"id": f"h{n}"}) for n in range(10_000))
    read: list[type] = []

    def watched(noun: type[Home], data: bytes, *, strict: bool | None = None) -> Home:
        read.append(noun)
        return read_noun(noun, data, strict=strict)

    monkeypatch.setattr("matching.data.entries.read_noun", watched)
    changed(a_case(homes=homes), {"homes": [{"id": "h7", "pets": True}]})
    assert read == [Home]


def test_it_needs_no_file_for_the_case_that_it_changes():
    held = a_case(homes=(Home.model_validate_json(json.dumps(home(), default=str)),), referrals=(a_referral(),))
    assert oak(changed(held, {"homes": [{"id": "oak", "pets": True}]})).pets is True
    assert as_json({}) == b"{}"
