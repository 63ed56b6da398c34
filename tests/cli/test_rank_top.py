"""The first options of every referral as Parquet: the same bytes by any number of processes, however often ended."""

import json
import os
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from matching.cli.opening import opened
from matching.cli.run import top
from matching.cli.run.top_rows import COLUMNS
from matching.engine import Engine
from matching.errors import EngineDefect
from matching.in_parts import each_part
from tests.cli.running import PLAIN, PROGRAM, Ran, matching
from tests.data.files import as_json
from tests.peer.made_up import world

TOP = 4
FILES = {"top.parquet", "summary.json", "README.md"}


def a_file(folder: Path, **changes: Any) -> Path:
    """A made-up authority with 45 referrals or so in a case file."""
    file = folder / "case.json"
    file.write_bytes(as_json(world(50, 60, 21) | changes))
    return file


def ranked(file: Path, out: Path, *more: str) -> Ran:
    return matching("rank", file, "--all", "--top", str(TOP), "--out", out, *more)


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(top, "REFERRALS_A_PART", 8)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A folder of a run."""
    assert ranked(a_file(tmp_path), tmp_path / "out", "--workers", "1").status == 0
    return tmp_path / "out"


def test_the_folder_holds_these_files_for_its_owner_and_nothing_else_is_left(tmp_path: Path, made: Path) -> None:
    assert set(contents(made)) == FILES
    assert {entry.name for entry in tmp_path.iterdir()} == {"case.json", "out"}
    assert made.stat().st_mode & 0o777 == 0o700


def test_rows_are_those_of_rankings_in_the_files_order(tmp_path: Path, made: Path) -> None:
    engine = opened(tmp_path / "case.json").engine
    expected = [row for r in engine.case.referrals for row in of_a_ranking(engine, r.id)]
    rows = pl.read_parquet(made / "top.parquet")
    assert rows.columns == list(COLUMNS)
    assert rows.drop("made_up", "children").rows() == expected
    assert len(expected) > 2 * TOP


def of_a_ranking(engine: Engine, referral: str) -> list[tuple[Any, ...]]:
    """The rows of a referral, from its whole ranking."""
    ranking = engine.rank(referral, limit=TOP)
    lives_in = {c.current_home for c in engine.case.children if c.id in ranking.children}
    whole = [(g.tier, o) for g in ranking.tiers for o in g.options if o.rank and o.rank <= TOP and not o.parts]
    rules = [c.id for c in ranking.rules]
    return [
        (
            referral,
            o.rank,
            o.home,
            tier,
            o.standing,
            *(o.suitability.low, o.suitability.central, o.suitability.high),
            *(o.stability.central, o.distance.central, o.cost.central),
            o.home in lives_in,
            *([r for r in rules if r in found(o, outcome)] for outcome in ("needs_approval", "cannot_tell")),
        )
        for tier, o in whole
    ]


def found(option: Any, outcome: str) -> set[str]:
    return {f.rule for f in option.findings if f.outcome == outcome}


def test_any_number_of_workers_writes_the_same_bytes(tmp_path: Path, made: Path) -> None:
    ran = ranked(tmp_path / "case.json", tmp_path / "two", "--workers", "3")
    assert (ran.status, ran.err) == (0, "")
    assert contents(tmp_path / "two") == contents(made)


def test_a_run_that_is_there_already_is_not_done_again(
    tmp_path: Path, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(top, "_part", None)
    before = contents(made)
    ran = ranked(tmp_path / "case.json", made)
    assert "holds this run already, and nothing was done" in ran.line
    assert contents(made) == before


def test_a_run_of_other_facts_takes_the_place_of_an_earlier_one(tmp_path: Path, made: Path) -> None:
    before = contents(made)
    assert ranked(a_file(tmp_path, approvals=[], decided=[]), made, "--workers", "1").status == 0
    assert contents(made)["top.parquet"] != before["top.parquet"]


def test_what_is_done_is_not_done_again(tmp_path: Path, made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done, part = list[str](), top._part

    def stops(engine: Any, foremost: Any, referrals: Any, top: int) -> pl.DataFrame:
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(referrals[0].id)
        return part(engine, foremost, referrals, top)

    monkeypatch.setattr(top, "_part", stops)
    ran = ranked(tmp_path / "case.json", tmp_path / "new", "--workers", "1")
    assert ran.status == 130
    assert "the same command goes on from there" in " ".join(ran.err.split())
    assert sorted(p.name for p in (tmp_path / "new.parts").glob("*.parquet")) == [
        "part-00000.parquet",
        "part-00001.parquet",
    ]
    assert (tmp_path / "new.parts").stat().st_mode & 0o777 == 0o700
    again = list[str]()

    def goes_on(engine: Any, foremost: Any, referrals: Any, top: int) -> pl.DataFrame:
        again.append(referrals[0].id)
        return part(engine, foremost, referrals, top)

    monkeypatch.setattr(top, "_part", goes_on)
    assert ranked(tmp_path / "case.json", tmp_path / "new", "--workers", "1").status == 0
    assert not set(again) & set(done)
    assert contents(tmp_path / "new") == contents(made)


@pytest.mark.parametrize(
    ("change", "more"),
    [
        pytest.param({"approvals": []}, [], id="other facts"),
        pytest.param({}, ["--top", "5"], id="another number of options"),
    ],
)
def test_parts_of_another_run_are_refused_and_left(
    tmp_path: Path, change: dict[str, Any], more: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stops(*_: Any) -> pl.DataFrame:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(top, "_part", stops)
        assert ranked(a_file(tmp_path), tmp_path / "out", "--workers", "1").status == 130
    before = contents(tmp_path / "out.parts")
    ran = ranked(a_file(tmp_path, **change), tmp_path / "out", "--workers", "1", *more)
    assert ran.status == 2
    assert "out.parts: parts of another run" in " ".join(ran.err.split())
    assert contents(tmp_path / "out.parts") == before


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is not there")
def test_killed_half_way_and_begun_again_it_writes_the_same_bytes(tmp_path: Path, made: Path) -> None:
    file = tmp_path / "case.json"
    command = [str(PROGRAM), "rank", str(file), "--all", "--top", str(TOP), "--out", str(tmp_path / "killed")]
    slowly = {"PYTHONPATH": os.pathsep.join([str(slow_parts(tmp_path)), os.environ.get("PYTHONPATH", "")])}
    with subprocess.Popen(
        [*command, "--workers", "2"], env=os.environ | PLAIN | slowly, start_new_session=True
    ) as running:
        parts = tmp_path / "killed.parts"
        until = time.monotonic() + 40
        while not list(parts.glob("*.parquet")) and time.monotonic() < until:
            time.sleep(0.01)
        os.killpg(running.pid, signal.SIGKILL)
    kept = len(list(parts.glob("*.parquet")))
    assert 0 < kept < 6
    assert not (tmp_path / "killed").exists()
    assert ranked(file, tmp_path / "killed", "--workers", "2").status == 0
    assert contents(tmp_path / "killed") == contents(made)
    assert not parts.exists()


def slow_parts(folder: Path) -> Path:
    """A folder for the path of a program, which has it begin with small parts and rest between them."""
    place = folder / "slow"
    place.mkdir()
    said = """
        import threading, time
        def change():
            import matching.cli.run.top as top, matching.cli.run.parts as parts
            top.REFERRALS_A_PART = 8
            keep = parts.Parts.keep
            parts.Parts.keep = lambda *a: (keep(*a), time.sleep(0.4))[0]
        try:
            change()
        except ImportError:
            pass
    """
    (place / "sitecustomize.py").write_text("\n".join(line[8:] for line in said.splitlines()))
    return place


def test_where_another_process_cannot_go_on_the_run_ends_with_that(tmp_path: Path) -> None:
    engine = opened(a_file(tmp_path)).engine
    with pytest.raises(EngineDefect, match="ValueError"):
        list(each_part(engine, [0, 1, 2], Waits(os.getpid()), workers=2))


class Waits:
    """Does its parts in this process only slowly, and in any other not at all."""

    def __init__(self, here: int) -> None:
        self.here = here

    def __call__(self, _: Engine) -> Any:
        if os.getpid() != self.here:
            raise ValueError
        return lambda _: time.sleep(2)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(["--top", "5"], "--top: found 5, expected --all with it."), (["--all", "--top", "5"], "--all: found no folder")],
)
def test_options_that_do_not_go_together_are_refused(tmp_path: Path, arguments: list[str], said: str) -> None:
    ran = matching("rank", a_file(tmp_path), *arguments)
    assert ran.status == 2
    assert said in " ".join(ran.err.split())


def test_a_file_without_a_referral_is_refused(tmp_path: Path) -> None:
    ran = ranked(a_file(tmp_path, referrals=[], approvals=[], decided=[]), tmp_path / "out")
    assert ran.status == 2
    assert "found none, expected at least one" in " ".join(ran.err.split())
    assert {entry.name for entry in tmp_path.iterdir()} == {"case.json"}


def test_the_page_and_the_summary_say_what_it_came_to(made: Path) -> None:
    said = json.loads((made / "summary.json").read_bytes())
    rows = pl.read_parquet(made / "top.parquet")
    assert said["rows"] == {"top.parquet": rows.height}
    first = sum(said["first_option"].values())
    assert (first, said["no_home"]) == (rows["referral"].n_unique(), said["referrals"] - first)
    page = (made / "README.md").read_text()
    assert all(f"| `{name}` |" in page for name in COLUMNS)
