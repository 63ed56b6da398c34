"""`matching verify`: a plan checked again against its case, without a solver."""

from pathlib import Path
from typing import Annotated

import typer

from matching.cli.endings import ending

CaseFile = Annotated[Path, typer.Argument(metavar="FILE", help="The case file or scenario that the plan is for.")]
PlanFile = Annotated[Path, typer.Argument(metavar="PLAN", help="A plan, as `matching plan --json` wrote it.")]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON.")]


def verify(file: CaseFile, plan: PlanFile, *, as_json: AsJson = False) -> None:
    """Check a plan against its case, without a solver: that it is lawful, and reaches what it says.

    The status is 1 if there is any fault.

    Example: matching verify case.toml plan.json
    """
    with ending(as_json=as_json):
        from matching.cli.verifying import verify_file  # noqa: PLC0415 - so that --help is quick

        verify_file(file, plan, as_json=as_json)
