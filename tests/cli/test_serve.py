"""The service is started with what the command line says; whether it answers is tested where it is."""

from pathlib import Path
from typing import Any

import pytest

import api.serving
from matching.errors import Fault, InvalidInput
from tests.cli.running import matching


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """With what the service was started."""
    calls: list[Any] = []
    monkeypatch.setattr(api.serving, "serve", lambda *arguments: calls.append(arguments))
    return calls


def test_by_default_it_listens_on_this_computer_only_and_without_a_case(started: list[Any]) -> None:
    assert matching("serve").status == 0
    assert started == [(None, "127.0.0.1", 8000, None)]


def test_the_case_the_host_the_port_and_the_runs_are_passed_on(started: list[Any]) -> None:
    matching("serve", "--case", "case.toml", "--host", "::1", "--port", "0", "--runs", "runs")
    assert started == [(Path("case.toml"), "::1", 0, Path("runs"))]


def test_a_case_that_is_wrong_ends_with_2(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise InvalidInput([Fault("", "policy", "", "name", "x", "a policy that is there", "Name one.")])

    monkeypatch.setattr(api.serving, "serve", refuse)
    ran = matching("serve", "--case", "case.toml")
    assert ran.status == 2
    assert "case.toml: policy: name: found x, expected a policy that is there. Name one." in ran.err


def test_what_was_found_of_a_child_is_not_said_where_a_log_may_keep_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any) -> None:
        raise InvalidInput([Fault("", "children", "amy", "born", "Amy Smith", "a date", "Mend it.")])

    monkeypatch.setattr(api.serving, "serve", refuse)
    ran = matching("serve", "--case", "case.toml")
    assert ran.status == 2
    assert "Amy Smith" not in ran.err
