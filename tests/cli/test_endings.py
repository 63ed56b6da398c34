"""However a command ends, it says so in words, with a status of its own."""

import json
from pathlib import Path

import pytest

from matching.engine import Engine
from matching.errors import EngineDefect, SearchIncomplete
from matching.geography.postcode_files import PostcodeDataMissing
from tests.cli.running import Ran, case_file, matching


def ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, *more: str, **env: str) -> Ran:
    """What is said where ranking ends with this error."""

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Engine, "rank", fail)
    return matching("rank", case_file(tmp_path), *more, **env)


def test_no_answer_within_the_time_allowed_ends_with_3(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = ended(tmp_path, monkeypatch, SearchIncomplete("no answer in 5 seconds", "Allow it more time."))
    assert (ran.status, ran.err) == (3, "No answer in 5 seconds. Allow it more time.\n")


def test_an_answer_that_fails_our_own_check_ends_with_70(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = ended(tmp_path, monkeypatch, EngineDefect("two children in one bed", "Report it."), "--json")
    assert ran.status == 70
    assert json.loads(ran.out) == {
        "error": "two children in one bed",
        "remedy": "Report it.",
        "faults": [],
        "more": 0,
    }


def test_missing_postcode_data_says_how_to_mend_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = ended(tmp_path, monkeypatch, PostcodeDataMissing("The postcode data is not installed."))
    assert ran.status == 70
    assert "Install the package" in ran.err


def test_an_unexpected_error_is_one_line_without_a_fact_or_a_traceback(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = ended(tmp_path, monkeypatch, ZeroDivisionError("amy lives at 1 High Street"))
    assert ran.status == 70
    assert ran.err.count("\n") == 1
    assert "(ZeroDivisionError)" in ran.err
    assert "MATCHING_DEBUG=1" in ran.err
    assert "amy" not in ran.err


def test_an_unexpected_error_has_its_traceback_where_it_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = ended(tmp_path, monkeypatch, ZeroDivisionError("whatever"), MATCHING_DEBUG="1")
    assert ran.status == 70
    assert "Traceback" in ran.err
    assert "ZeroDivisionError: whatever" in ran.err


def test_ctrl_c_is_one_quiet_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = ended(tmp_path, monkeypatch, KeyboardInterrupt())
    assert (ran.status, ran.err.count("\n")) == (130, 1)
