"""`matching review`: every child who lives outside the area and is due, and for whom another home may be explored."""

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from matching.cli.endings import NOTHING_KEPT, ending

CaseFile = Annotated[Path, typer.Argument(metavar="FILE", help="A case file or a scenario, in TOML or JSON.")]
Due = Annotated[str | None, typer.Option("--due", metavar="DAY", help="Who falls due by this day; else by the case's.")]
Everyone = Annotated[
    bool, typer.Option("--everyone", help="Every child who lives in a home, not only those outside the area and due.")
]
Last = Annotated[
    Path | None,
    typer.Option("--last", metavar="FILE", help="The last review, or its folder: say what is different since."),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="FOLDER", help="Keep the run here as it goes, and its results: it goes on here too."),
]
Afresh = Annotated[bool, typer.Option("--afresh", help="Take away the run that --out holds, and begin a new one.")]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON: the review, or with --out what the folder holds.")]


def review(
    file: CaseFile,
    *,
    due: Due = None,
    everyone: Everyone = False,
    last: Last = None,
    out: Out = None,
    afresh: Afresh = False,
    as_json: AsJson = False,
) -> None:
    """Review the placements outside the area: for each child who is due, whether to explore another home.

    It never says to move anybody, and tells first where a home breaks a rule today. The engine proposes; people decide.

    Example: matching review case.toml --out review-november
    """
    with ending(as_json=as_json, stopped=NOTHING_KEPT if out is None else _kept_in(out)):
        from matching.cli.reviewing import Wanted, review_file  # noqa: PLC0415 - so that --help is quick

        review_file(file, Wanted(due, everyone, last, out, afresh), as_json=as_json)


def _kept_in(out: Path) -> str:
    return f"Stopped before it was done. What is done stays in {quote(str(out))}: the same command goes on from there."
