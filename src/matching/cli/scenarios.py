"""`matching scenarios`: worked cases, each held against what must come out of it."""

from pathlib import Path
from typing import Annotated

import typer

from matching.cli.endings import ending

Where = Annotated[
    Path | None,
    typer.Argument(metavar="PATH", help="A scenario or a folder of them. Else those that come with the engine."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON.")]


def scenarios(path: Where = None, as_json: AsJson = False) -> None:
    """Run worked cases, and say of each whether what it expects came out.

    What a case expects is of the ranking of a referral, or of the plan for all its referrals.

    Example: matching scenarios ./our-cases
    """
    with ending(as_json=as_json):
        from matching.cli.worked_cases import run_scenarios  # noqa: PLC0415 - so that --help is quick

        run_scenarios(path, as_json=as_json)
