"""Every referral of a file into a folder: whole or not at all, the same whoever did the work."""

import csv
import errno
import io
import json
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import pytest

from matching.batch import WorkersLost, each_referral, workers_for
from matching.cli.opening import opened
from matching.cli.run import every
from matching.engine import Engine
from matching.errors import EngineDefect
from matching.reporting.cells import table
from tests.cli.running import EXAMPLE, PLAIN, PROGRAM, ROOT, agency_home, case_file, flat, matching
from tests.data.files import child, home, referral

FILES = {"rankings.jsonl", "options.csv", "criteria.csv", "referrals.csv", "summary.json", "README.md"}
IN_NO_ORDER = ["r9", "r1", "r5"]
WORDS = "I miss my dog Biscuit."


def many(folder: Path, **changes: Any) -> Path:
    """A case with three referrals whose ids are in no order."""
    referrals = [referral(id=r, start=f"2026-12-0{n + 1}") for n, r in enumerate(IN_NO_ORDER)]
    homes = [home(), agency_home(), flat()]
    wishes = {"ascertained_on": "2026-11-18", "words": WORDS, "wants": [], "does_not_want": []}
    tables = {"referrals": referrals, "homes": homes, "children": [child(wishes=wishes)]}
    return case_file(folder, **tables | changes)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def rows(folder: Path, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((folder / name).read_text(encoding="utf-8-sig"), newline="")))


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A folder of an earlier run."""
    assert matching("rank", many(tmp_path), "--all", "--out", tmp_path / "out").status == 0
    return tmp_path / "out"


def test_the_folder_holds_these_files_and_nothing_else_is_left(tmp_path: Path, made: Path) -> None:
    assert set(contents(made)) == FILES
    assert {entry.name for entry in tmp_path.iterdir()} == {"case.json", "out"}


def test_each_line_is_the_ranking_of_that_referral_alone_to_the_byte(tmp_path: Path, made: Path) -> None:
    lines = contents(made)["rankings.jsonl"].splitlines(keepends=True)
    alone = [matching("rank", tmp_path / "case.json", "--referral", r, "--json").raw for r in IN_NO_ORDER]
    assert lines == alone


def test_rows_are_in_the_files_order_of_referrals(made: Path) -> None:
    assert [row["referral"] for row in rows(made, "referrals.csv")] == IN_NO_ORDER
    assert list(dict.fromkeys(row["referral"] for row in rows(made, "options.csv"))) == IN_NO_ORDER


def test_any_number_of_workers_writes_the_same_bytes(tmp_path: Path, made: Path) -> None:
    ran = matching("rank", tmp_path / "case.json", "--all", "--out", tmp_path / "two", "--workers", "2")
    assert (ran.status, ran.err) == (0, "")
    assert contents(tmp_path / "two") == contents(made)


def test_the_limit_is_kept(tmp_path: Path) -> None:
    file = many(tmp_path, homes=[home(id=f"oak{n}") for n in range(4)])
    assert matching("rank", file, "--all", "--out", tmp_path / "out", "--limit", "2").status == 0
    assert len(rows(tmp_path / "out", "options.csv")) == 6
    assert {row["in_the_order"] for row in rows(tmp_path / "out", "referrals.csv")} == {"4"}
    assert {row["can_go_ahead"] for row in rows(tmp_path / "out", "referrals.csv")} == {"4"}


def test_an_option_row_says_what_the_ranking_says(made: Path) -> None:
    ranking = json.loads((made / "rankings.jsonl").read_bytes().splitlines()[0])
    options = {o["home"]: o for tier in ranking["tiers"] for o in tier["options"]}
    for row in (row for row in rows(made, "options.csv") if row["referral"] == "r9"):
        option = options[row["home"]]
        assert (row["rank"], row["standing"]) == (str(option["rank"]), option["standing"])
        assert float(row["suitability_low"]) == option["suitability"]["low"]
        asked = {c["id"]: c["central"] for c in option["criteria"] if c["weight"]}
        assert {c["id"]: float(row[c["id"]]) for c in option["criteria"] if row[c["id"]]} == asked
    elm = next(row for row in rows(made, "options.csv") if row["home"] == "elm")
    assert "whether there is an offer for this referral" in elm["not_recorded"]
    assert elm["approvals_needed"] == "fostering service"


def test_where_no_home_is_left_the_referrals_row_says_why(tmp_path: Path) -> None:
    matching("rank", many(tmp_path, homes=[flat()]), "--all", "--out", tmp_path / "out")
    row = rows(tmp_path / "out", "referrals.csv")[0]
    assert (row["in_the_order"], row["ruled_out"], row["first_home"]) == ("0", "1", "")
    assert row["cannot_place_because"] == "1 home: Under 16 only in a listed setting"


def test_where_people_decide_the_referrals_row_says_so(tmp_path: Path) -> None:
    matching("rank", many(tmp_path, children=[child(deprivation_of_liberty=True)]), "--all", "--out", tmp_path / "out")
    assert "people decide this, not the list" in rows(tmp_path / "out", "referrals.csv")[0]["people_decide"]


def test_tables_begin_as_excel_wants_and_lines_end_as_the_standard_has_it(made: Path) -> None:
    for name in ("options.csv", "criteria.csv", "referrals.csv"):
        data = contents(made)[name]
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.count(b"\n") == data.count(b"\r\n") > 1


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_text_starts_no_formula(text: str) -> None:
    (cell,) = next(csv.reader(io.StringIO(table([[text]]).decode(), newline="")))
    assert cell == f"'{text}"


def test_numbers_stay_numbers_and_the_unknown_is_empty() -> None:
    assert table([[-1.5, 0, None, True, 'a "b", c']]) == b'-1.5,0,,yes,"a ""b"", c"\r\n'


def test_a_homes_name_starts_no_formula_and_breaks_no_row(tmp_path: Path) -> None:
    file = many(tmp_path, homes=[home(name='=HYPERLINK("http://x")'), home(id="ash", name="-A\nB, C")])
    matching("rank", file, "--all", "--out", tmp_path / "out")
    said = rows(tmp_path / "out", "options.csv")
    assert {row["name"] for row in said} == {'\'=HYPERLINK("http://x")', "'-A\nB, C"}
    assert {row["home"] for row in said} == {"oak", "ash"}


def test_a_childs_words_are_in_no_table(made: Path) -> None:
    for name in FILES - {"rankings.jsonl"}:
        assert b"Biscuit" not in contents(made)[name]


def test_one_referral_as_rows_is_its_part_of_the_options(tmp_path: Path, made: Path) -> None:
    alone = matching("rank", tmp_path / "case.json", "--referral", "r1", "--csv")
    head, *options = contents(made)["options.csv"].splitlines(keepends=True)
    assert alone.status == 0
    assert alone.raw == b"".join([head, *(line for line in options if line.startswith(b"r1,"))])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["--all"], "--all: found no folder, expected --out FOLDER with it.", id="no folder"),
        pytest.param(["--out", "x"], "--out: found x, expected --all with it.", id="a folder without --all"),
        pytest.param(["--workers", "2"], "--workers: found 2, expected --all with it.", id="workers without --all"),
        pytest.param(["--all", "--out", "x", "--referral", "r1"], "--referral: found --all with it", id="one of all"),
        pytest.param(["--all", "--out", "x", "--home", "oak"], "--home: found --all with it", id="a home of all"),
        pytest.param(["--all", "--out", "x", "--csv"], "--csv: found --all with it", id="all as rows"),
        pytest.param(["--csv", "--json"], "--json: found --csv with it", id="two forms"),
    ],
)
def test_options_that_do_not_go_together_are_refused(
    tmp_path: Path, arguments: list[str], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = many(tmp_path)
    monkeypatch.chdir(tmp_path)
    ran = matching("rank", file, *arguments)
    assert ran.status == 2
    assert said in ran.err
    assert not (tmp_path / "x").exists()


def test_a_folder_that_holds_something_else_is_never_touched(tmp_path: Path, made: Path) -> None:
    (made / "notes.txt").write_text("mine")
    before = contents(made)
    ran = matching("rank", tmp_path / "case.json", "--all", "--out", made)
    assert ran.status == 2
    assert "out: a folder that holds something else (notes.txt)" in ran.err
    assert contents(made) == before


def test_files_of_these_names_that_no_run_made_are_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "README.md").write_text("mine")
    ran = matching("rank", many(tmp_path), "--all", "--out", tmp_path / "out")
    assert ran.status == 2
    assert (tmp_path / "out" / "README.md").read_text() == "mine"


@pytest.mark.parametrize(
    ("out", "said"),
    [("case.json", "a file"), ("no/such", "a folder that is not there"), (".", "the folder that you are in")],
)
def test_a_place_where_no_folder_can_go_is_refused(
    tmp_path: Path, out: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = many(tmp_path)
    monkeypatch.chdir(tmp_path)
    ran = matching("rank", file, "--all", "--out", out)
    assert ran.status == 2
    assert said in ran.err


def test_a_place_where_one_may_not_write_is_refused_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(**_: object) -> str:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("tempfile.mkdtemp", denied)
    ran = matching("rank", many(tmp_path), "--all", "--out", tmp_path / "out")
    assert ran.status == 2
    assert "out: a place where no folder can be made (Permission denied)" in ran.err


def test_an_empty_folder_and_an_earlier_run_are_replaced(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir(mode=0o750)
    for homes in ([home()], [home(id="ash")]):
        assert matching("rank", many(tmp_path, homes=homes), "--all", "--out", tmp_path / "out").status == 0
    assert {row["home"] for row in rows(tmp_path / "out", "options.csv")} == {"ash"}
    assert (tmp_path / "out").stat().st_mode & 0o777 == 0o750
    assert {entry.name for entry in tmp_path.iterdir()} == {"case.json", "out"}


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        pytest.param(KeyboardInterrupt(), 130, "Stopped before it was done; nothing was kept.", id="Ctrl-C"),
        pytest.param(
            EngineDefect("two children in one bed", "Report it."),
            70,
            "Referral r1 could not be ranked: two children in one bed. Report it.",
            id="our own check failed",
        ),
        pytest.param(
            ZeroDivisionError("amy lives at 1 High Street"),
            70,
            "Referral r1 could not be ranked (ZeroDivisionError). Rank it alone to see more: --referral r1.",
            id="what nobody expected",
        ),
    ],
)
def test_what_goes_wrong_is_said_and_the_earlier_run_stays(
    made: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int, said: str
) -> None:
    rank, before = Engine.rank, contents(made)

    def fail_at_the_second(engine: Engine, referral_id: str, **more: Any) -> Any:
        if referral_id == "r1":
            raise error
        return rank(engine, referral_id, **more)

    monkeypatch.setattr(Engine, "rank", fail_at_the_second)
    ran = matching("rank", made.parent / "case.json", "--all", "--out", made)
    assert (ran.status, ran.out, ran.err) == (status, "", f"{said}\n")
    assert contents(made) == before
    assert {entry.name for entry in made.parent.iterdir()} == {"case.json", "out"}


def test_a_full_disk_is_said_in_the_words_of_every_command(
    tmp_path: Path, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(made)

    def full(_: Path) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(every, "to_the_disk", full)
    monkeypatch.setattr("matching.cli.endings.say_no_more", lambda _: None)
    ran = matching("rank", tmp_path / "case.json", "--all", "--out", made)
    assert ran.status == 2
    assert ran.err.startswith("The output could not be written: No space left on device.")
    assert contents(made) == before


def fails_at_r1(_: Engine, referral_id: str) -> str:
    """Work that goes wrong in another process."""
    if referral_id == "r1":
        raise EngineDefect("two children in one bed", "Report it.")
    return referral_id


def dies(_: Engine, __: str) -> str:
    """Work whose process is ended from outside."""
    os._exit(1)


def test_a_defect_in_another_process_comes_with_its_referral(tmp_path: Path) -> None:
    engine = opened(many(tmp_path)).engine
    answers = each_referral(engine, IN_NO_ORDER, fails_at_r1, workers=2)
    assert next(answers) == "r9"
    with pytest.raises(EngineDefect, match="referral r1 could not be ranked: two children in one bed"):
        next(answers)


def test_a_process_that_is_lost_is_said_in_words(tmp_path: Path) -> None:
    engine = opened(many(tmp_path)).engine
    with pytest.raises(WorkersLost) as lost:
        list(each_referral(engine, IN_NO_ORDER, dies, workers=2))
    assert "--workers 1" in lost.value.remedy


def test_few_referrals_are_ranked_by_one_process_and_never_more_than_eight(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 64)
    assert [workers_for(n) for n in (0, 1, 79, 80, 100_000)] == [1, 1, 1, 2, 8]


def alive_in_group(group: int) -> int:
    """How many processes of a group still run: those that only wait to be counted do not."""
    listed = subprocess.run(["ps", "-A", "-o", "pgid=,stat="], capture_output=True, check=True, text=True).stdout
    return sum(pgid == str(group) and not stat.startswith("Z") for pgid, stat in map(str.split, listed.splitlines()))


def begun(folder: Path, size: int) -> None:
    """Wait until a run has written so much of its rankings."""
    until = time.monotonic() + 30
    while (
        not any(f.stat().st_size >= size for f in folder.glob("out.not-whole-*/*.jsonl")) and time.monotonic() < until
    ):
        time.sleep(0.02)


def all_ended(group: int) -> bool:
    """Whether no process of a group runs, ten seconds later at most."""
    until = time.monotonic() + 10
    while (alive := alive_in_group(group)) and time.monotonic() < until:
        time.sleep(0.05)
    return alive == 0


@pytest.mark.parametrize("size", [pytest.param(0, id="while processes begin"), pytest.param(1, id="under way")])
@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C reaches a group of processes otherwise there")
def test_ctrl_c_at_a_terminal_ends_every_process_quietly_and_leaves_nothing(tmp_path: Path, size: int) -> None:
    file = many(tmp_path, referrals=[referral(id=f"r{n}") for n in range(4_000)])
    command: list[str | Path] = [PROGRAM, "rank", str(file), "--all", "--out", str(tmp_path / "out"), "--workers", "2"]
    with subprocess.Popen(
        command, env=os.environ | PLAIN, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as running:
        begun(tmp_path, size)
        time.sleep(0.3)
        os.killpg(running.pid, signal.SIGINT)
        said = running.communicate(timeout=30)
    assert (running.returncode, *said) == (130, b"", b"Stopped before it was done; nothing was kept.\n")
    assert {entry.name for entry in tmp_path.iterdir()} == {"case.json"}
    assert all_ended(running.pid)


@pytest.mark.skipif(os.name == "nt", reason="a process is ended otherwise there")
def test_a_run_that_is_killed_leaves_no_process_behind_and_no_folder_in_its_place(tmp_path: Path) -> None:
    file = many(tmp_path, referrals=[referral(id=f"r{n}") for n in range(4_000)])
    command: list[str | Path] = [PROGRAM, "rank", file, "--all", "--out", tmp_path / "out", "--workers", "2"]
    with subprocess.Popen(command, env=os.environ | PLAIN, start_new_session=True) as running:
        begun(tmp_path, 1)
        running.kill()
    assert all_ended(running.pid)
    assert not (tmp_path / "out").exists()


def test_it_says_what_it_did_in_words_and_as_data(tmp_path: Path) -> None:
    file = many(tmp_path)
    ran = matching("rank", file, "--all", "--out", tmp_path / "out")
    assert ran.line.startswith("3 referrals ranked into ")
    said = matching("rank", file, "--all", "--out", tmp_path / "out", "--json")
    assert json.loads(said.out) == json.loads((tmp_path / "out" / "summary.json").read_bytes())


GOLDEN = Path(__file__).parent / "golden_folder"


def test_the_shipped_examples_folder_reads_as_before(tmp_path: Path) -> None:
    assert matching("rank", ROOT / EXAMPLE, "--all", "--out", tmp_path / "out").status == 0
    summary = json.loads((tmp_path / "out" / "summary.json").read_bytes())
    changes_with_each_release = [summary["facts_hash"], rows(tmp_path / "out", "referrals.csv")[0]["facts_hash"]]
    for name in sorted(FILES - {"rankings.jsonl", "summary.json"}):
        text = (tmp_path / "out" / name).read_bytes().decode()
        for said in changes_with_each_release:
            text = text.replace(said, "*")
        text = text.replace(f"placement-matching {summary['versions']['placement-matching']}", "placement-matching *")
        if os.environ.get("MATCHING_GOLDEN") == "1":
            GOLDEN.mkdir(exist_ok=True)
            (GOLDEN / name).write_bytes(text.encode())
        assert text == (GOLDEN / name).read_bytes().decode()
