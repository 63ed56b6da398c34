"""The small made-up panel for tests, and its plan with what no solver needs to be asked for."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from matching.cli.opening import Opened, opened
from matching.cli.page import Page
from matching.cli.panel import Panel
from matching.cli.plan_text import write_plan
from matching.domain.case import Case
from matching.domain.made import changed
from matching.domain.plan import Assignment, Plan
from tests.cli.running import ROOT

PANEL = "scenarios/a_panel_of_six_and_four_beds.toml"


@cache
def case() -> Opened:
    """The case, opened."""
    return opened(ROOT / PANEL)


@cache
def plan() -> Plan:
    """Its plan."""
    return case().engine.plan()


def page_of(capsys: pytest.CaptureFixture[str], *, full: bool = False, of: Case | None = None, **changes: Any) -> str:
    """The page of the plan with some of it changed, of this case or of another state of it, as one line."""
    panel = Panel(changed(plan(), **changes), of or case().loaded.case, from_ordinary=True)
    write_plan(Page(), panel, Path(PANEL), full=full)
    return " ".join(capsys.readouterr().out.split())


def of_kit(option: Mapping[str, Any] | None = None, **changes: Any) -> tuple[Assignment, ...]:
    """The assignments with Kit's otherwise."""
    told = []
    for each in plan().assignments:
        said = each.option
        if said is not None and each.children == ("kit",):
            told.append(changed(each, option=changed(said, **(option or {})), **changes))
        else:
            told.append(each)
    return tuple(told)
