"""A what-if from the command line: which change, for whom, in which form, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from matching.domain.comparison import OF_A_PLAN, OF_RANKINGS, Comparison
from matching.errors import SearchIncomplete
from tests.cli.panels import PANEL
from tests.cli.running import EXAMPLE, ROOT, agency_home, case_file, matching, program
from tests.data.files import as_json, child, home, referral

AUNT = ROOT / "scenarios" / "the_aunt_is_approved_by_march.toml"
PETS = ("--set", "homes.oak.pets=true")
NO_BED = ("--set", "homes.okafor.vacancies.beds=0")


def change_file(folder: Path, said: dict[str, Any], name: str = "change.json") -> Path:
    file = folder / name
    file.write_bytes(as_json(said))
    return file


def answered(*arguments: str | Path) -> Comparison:
    ran = matching("what-if", *arguments, "--json")
    assert ran.status == 0, ran.err
    return Comparison.model_validate_json(ran.out)


def test_files_then_settings_then_what_is_taken_out_go_over_each_other(tmp_path: Path) -> None:
    case = case_file(tmp_path, homes=[home(), home(id="elm"), home(id="ash")])
    first = change_file(tmp_path, {"homes": [{"id": "oak", "carers": 1}, {"id": "elm", "pets": True}]}, "first.json")
    second = change_file(tmp_path, {"homes": [{"id": "oak", "carers": 3}]}, "second.json")
    found = answered(case, first, second, "--set", "homes.elm.pets=false", "--remove", "homes.ash")
    told = {fact.path: (fact.from_, fact.to, fact.already_so) for fact in found.asked}
    assert told["homes.oak.carers"] == (2, 3, False)
    assert told["homes.elm.pets"] == (False, False, True)
    assert told["homes.ash"][1] is None


def test_a_change_in_toml_reads_as_one_in_json(tmp_path: Path) -> None:
    case, toml = case_file(tmp_path), tmp_path / "change.toml"
    toml.write_text('[[homes]]\nid = "oak"\nvacancies = { beds = 0 }\n', encoding="utf-8")
    as_data = change_file(tmp_path, {"homes": [{"id": "oak", "vacancies": {"beds": 0}}]})
    assert answered(case, toml) == answered(case, as_data) == answered(case, "--set", "homes.oak.vacancies.beds=0")


def test_what_is_named_of_a_scenario_is_asked_and_more_may_be_laid_over_it() -> None:
    found = answered(AUNT, "--named", "the_aunt_declines")
    (first,) = (row for row in found.changed if row.what == "first_option")
    assert (first.from_, first.to) == ("aunt", "okafor")
    more = answered(AUNT, "--named", "the_aunt_declines", "--set", "homes.okafor.vacancies.beds=0")
    assert [row.to for row in more.changed if row.what == "first_option"] == [None]


def test_a_new_home_in_a_scenario_is_ordinary_in_what_it_does_not_say(tmp_path: Path) -> None:
    new = change_file(tmp_path, {"homes": [{"id": "new", "kind": "foster", "run_by": "own"}]})
    (row,) = (row for row in answered(ROOT / EXAMPLE, new).changed if row.what == "new_home")
    assert row.to == "met"
    (row,) = (row for row in answered(case_file(tmp_path), new).changed if row.what == "new_home")
    assert row.to == "cannot_tell"


def test_only_the_referrals_that_are_named_are_asked_for() -> None:
    found = answered(ROOT / PANEL, *NO_BED, "--referral", "r3", "--referral", "r1")
    assert found.compared == ("r3", "r1")
    assert {row.referral for row in found.changed} == {"r3", "r1"}


def test_the_plans_are_compared_where_they_are_asked_for() -> None:
    found = answered(ROOT / PANEL, *NO_BED, "--plan")
    assert found.watermark == OF_A_PLAN
    assert {row.what for row in found.changed} >= {"home", "aim"}


def test_it_is_one_line_of_data_and_the_same_each_time() -> None:
    first, again = (matching("what-if", ROOT / EXAMPLE, *NO_BED, "--json").raw for _ in range(2))
    assert first == again
    assert first.count(b"\n") == 1
    assert json.loads(first)["changed"][0]["from"] == "met"


def test_the_page_says_at_its_head_and_at_its_end_that_it_is_never_of_record() -> None:
    for more, watermark in (((), OF_RANKINGS), (("--plan",), OF_A_PLAN)):
        ran = matching("what-if", ROOT / PANEL, *NO_BED, *more)
        said = " ".join(watermark.split())
        assert ran.line.count(said) == 2
        assert ran.line.endswith(said)
        assert ran.line.index(said) < 40


def test_that_nothing_would_change_is_said_plainly() -> None:
    ran = matching("what-if", ROOT / PANEL, "--set", "children.rosa.ethnicity=BAFR")
    assert "Nothing would change for r1, r2, r3, r4 and r5: no home's place" in ran.line
    assert "No rule, criterion or duty reads a child's ethnicity: it moves no home." in ran.line
    plan = matching("what-if", ROOT / PANEL, "--set", "children.rosa.ethnicity=BAFR", "--plan")
    assert "Nothing would change: everybody would live where the plan has them now" in plan.line


def test_that_religion_moves_no_home_is_said_too() -> None:
    ran = matching("what-if", ROOT / EXAMPLE, "--set", "children.amy.religion=Sikh")
    assert "Nothing would change for r1" in ran.line
    assert "no rule, no points and no place in the order rest on them" in ran.line


def test_what_the_record_says_already_is_an_answer_and_no_error() -> None:
    ran = matching("what-if", ROOT / EXAMPLE, "--set", "homes.okafor.vacancies.beds=1")
    assert ran.status == 0
    assert "home okafor, vacancies, beds: 1, as it is already" in ran.line
    assert "Nothing would be otherwise: the record says all of this already." in ran.line


def test_a_home_is_told_by_its_name_with_its_rules_in_words() -> None:
    ran = matching("what-if", ROOT / EXAMPLE, *NO_BED)
    assert "The Okafor family (okafor)" in ran.line
    assert "from can go ahead to ruled out" in ran.line
    assert "0 beds free, 1 bed needed [POL-VACANCY: local policy]" in ran.line
    assert "hughes (3rd to 2nd), mbeki (4th to 3rd)" in ran.line
    assert "okafor would not come before them any more" in ran.line


def test_what_is_added_and_taken_out_is_said() -> None:
    ran = matching(
        "what-if", ROOT / EXAMPLE, "--set", 'homes.new={kind="foster", run_by="own"}', "--remove", "homes.aunt"
    )
    assert "home new, a new one: kind foster, run by own" in ran.line
    assert "home aunt: taken out" in ran.line
    assert "The Okafor family (okafor), and not Ruth Harding, Amy's aunt (aunt)" in ran.line


def test_a_list_is_told_by_what_would_be_no_more_and_what_would_be_new() -> None:
    ran = matching("what-if", ROOT / EXAMPLE, "--set", 'homes.okafor.languages=["Polish", "Urdu"]')
    assert "home okafor, languages: no more English; new Polish and Urdu" in ran.line


def test_homes_beyond_those_told_one_by_one_are_grouped(tmp_path: Path) -> None:
    case = case_file(tmp_path, homes=[home(id=f"h{n:02}") for n in range(25)])
    ran = matching("what-if", case, "--set", "children.amy.needs.education_learning=4")
    assert "5 homes would have other points of suitability: h20, h21, h22, h23 and h24" in ran.line


def test_homes_that_stay_ruled_out_are_told_together(tmp_path: Path) -> None:
    case = case_file(tmp_path, homes=[home(), home(id="elm", vacancies={"beds": 0})])
    ran = matching("what-if", case, "--set", "children.amy.needs.education_learning=4")
    assert "Ruled out now and then, and with other points: elm." in ran.line


def test_a_referral_that_is_new_or_gone_is_told(tmp_path: Path) -> None:
    new = {"referrals": [{"id": "r2", "children": ["ben"], "start": "2026-12-01"}], "children": [child(id="ben")]}
    ran = matching("what-if", case_file(tmp_path), change_file(tmp_path, new))
    assert "The referral would be new; oak would come first." in ran.line
    two = case_file(
        tmp_path, children=[child(), child(id="ben")], referrals=[referral(), referral(id="r2", children=["ben"])]
    )
    assert (
        "The referral would be gone; oak comes first now." in matching("what-if", two, "--remove", "referrals.r2").line
    )
    assert "r2 would be on the panel no more." in matching("what-if", two, "--remove", "referrals.r2", "--plan").line


def test_what_is_to_be_recorded_first_stands_on_the_page() -> None:
    ran = matching("what-if", ROOT / EXAMPLE, "--set", "children.amy.wishes=")
    assert "Before anybody decides:" in ran.line
    assert "[CA89-22-4]" in ran.line


def test_a_division_of_sisters_stands_on_the_page() -> None:
    ran = matching("what-if", ROOT / PANEL, "--referral", "r1", "--set", "homes.okafor.vacancies.beds=1")
    assert "First none; now The Okafor family (okafor)" in ran.line
    assert "Divided hughes+okafor" in ran.line


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param((), "command: CHANGE: found nothing, expected a file with a change, --set", id="no change"),
        pytest.param(("nowhere.toml",), "nowhere.toml: found no such file", id="no such file"),
        pytest.param(("--named", "x"), "what_if x: found x, expected the name of a what-if", id="no such name"),
        pytest.param(("--set", "homes.oka.pets=true"), '--set: homes oka: id: found "oka"', id="no such home"),
        pytest.param(("--set", "homes.oak.pets"), "--set: homes.oak.pets: found", id="no value"),
        pytest.param(("--remove", "homes.oka"), '--remove: homes oka: id: found "oka"', id="nothing to take out"),
        pytest.param(("--set", "rules.CPPCR-24=met"), "The law cannot be changed, not even in a what-if", id="the law"),
        pytest.param(
            ("--set", "policy.figures.usual_fostering_limit=9"),
            "--set: policy: figures.usual_fostering_limit: found 9",
            id="a figure of the law",
        ),
        pytest.param(("--set", 'policy.tiers=["parents"]'), "--set: policy", id="tiers that are not all"),
        pytest.param(("--set", "policy.name=nowhere"), "--set: policy: name: found nowhere", id="no such policy"),
        pytest.param((*PETS, "--referral", "r9"), "referrals r9: id: found r9", id="no referral"),
        pytest.param(
            (*PETS, "--referral", "r1", "--referral", "r1"),
            "command: --referral: found r1 2 times",
            id="a referral twice",
        ),
        pytest.param((*PETS, "--seconds", "3"), "expected --plan with it", id="seconds alone"),
        pytest.param((*PETS, "--plan", "--seconds", "0"), "--seconds: found 0", id="no seconds"),
    ],
)
def test_what_is_put_wrongly_ends_with_2_and_nothing_is_answered(tmp_path: Path, arguments, said) -> None:
    ran = matching("what-if", case_file(tmp_path), *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert said in " ".join(ran.err.split())


def test_the_law_is_refused_whatever_else_is_asked(tmp_path: Path) -> None:
    file = change_file(tmp_path, {"rules": {"CPPCR-24": {}}, "homes": [{"id": "oak", "pets": True}]})
    ran = matching("what-if", case_file(tmp_path), file, "--json")
    assert ran.status == 2
    (fault,) = json.loads(ran.out)["faults"]
    assert (fault["file"], fault["field"]) == ("change.json", "rules")


def test_a_day_before_the_law_that_is_held_is_a_fault_of_the_change(tmp_path: Path) -> None:
    case = case_file(tmp_path, children=[child(born="1979-01-01")])
    ran = matching("what-if", case, "--set", "as_of=1990-01-01")
    assert ran.status == 2
    assert "--set: case: as_of: found 1990-01-01" in ran.err


def test_faults_of_the_case_come_with_the_name_of_its_file(tmp_path: Path) -> None:
    ran = matching("what-if", case_file(tmp_path, homes=[home(colour="red")]), "--set", "homes.oak.pets=true")
    assert ran.status == 2
    assert "case.json: homes oak: colour: found" in ran.err


def test_a_case_without_a_referral_has_nothing_to_ask(tmp_path: Path) -> None:
    ran = matching("what-if", case_file(tmp_path, referrals=[]), "--set", "homes.oak.pets=true")
    assert (ran.status, ran.out) == (2, "")
    assert "case.json: referrals: found none" in ran.err


def test_no_plan_in_the_time_allowed_ends_with_3(monkeypatch: pytest.MonkeyPatch) -> None:
    def plan(*_: Any, **__: Any) -> None:
        raise SearchIncomplete("no plan was reached in time", "Allow more.")

    monkeypatch.setattr("matching.comparing.answers.plan", plan)
    ran = matching("what-if", ROOT / PANEL, *NO_BED, "--plan", "--seconds", "1")
    assert (ran.status, ran.out) == (3, "")


@pytest.mark.parametrize("columns", [72, 80, 100, 200])
@pytest.mark.parametrize("more", [(), ("--plan",)])
def test_no_line_is_wider_than_the_screen(columns: int, more: tuple[str, ...]) -> None:
    ran = matching("what-if", ROOT / PANEL, *NO_BED, "--remove", "homes.hughes", *more, COLUMNS=str(columns))
    assert max(map(len, ran.out.splitlines())) <= min(columns, 100)


def test_in_ascii_the_page_has_the_same_words(tmp_path: Path) -> None:
    case = case_file(tmp_path, homes=[home(name="Öland Café"), agency_home()])
    ran = matching("what-if", case, "--set", "homes.oak.vacancies.beds=0", charset="ascii")
    assert ran.out.isascii()
    assert "Oland Cafe (oak)" in ran.line
    assert "?" not in ran.out.replace("live?", "").replace("What if?", "").replace("call for?", "")


def test_the_program_asks_what_if() -> None:
    ran = program("what-if", EXAMPLE, *NO_BED)
    assert (ran.status, ran.err) == (0, "")
    assert "What if?" in ran.out


def test_a_file_of_the_case_is_left_as_it_is(tmp_path: Path) -> None:
    case = case_file(tmp_path)
    before = case.read_bytes()
    matching("what-if", case, "--set", "homes.oak.pets=true")
    assert case.read_bytes() == before
    assert sorted(file.name for file in tmp_path.iterdir()) == ["case.json"]
