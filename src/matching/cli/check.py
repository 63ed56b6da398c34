"""`matching check`: what is wrong in a case file, and what nobody has recorded."""

from pathlib import Path
from typing import Annotated

import typer

from matching.cli.endings import ending

CaseFile = Annotated[Path, typer.Argument(metavar="FILE", help="A case file or a scenario, in TOML or JSON.")]
All = Annotated[bool, typer.Option("--all", help="Name every row, however many there are.")]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON.")]


def check(file: CaseFile, every_row: All = False, as_json: AsJson = False) -> None:
    """Say what is wrong in a case file, and what nobody has recorded, row by row.

    What is wrong must be mended before anything is ranked. What is unknown need not be: it is said to be unknown.

    Example: matching check case.toml
    """
    with ending(as_json=as_json):
        from matching.cli.checking import check_file  # noqa: PLC0415 - so that --help is quick

        check_file(file, every_row=every_row, as_json=as_json)
