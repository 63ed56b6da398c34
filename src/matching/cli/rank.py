"""`matching rank`: the homes that a child could live in, in the panel's order, with every reason."""

from pathlib import Path
from typing import Annotated

import typer

from matching.cli.endings import ending

IN_FULL, MOST = 20, 1_000_000

CaseFile = Annotated[Path, typer.Argument(metavar="FILE", help="A case file or a scenario, in TOML or JSON.")]
ReferralId = Annotated[
    str | None, typer.Option("--referral", metavar="ID", help="Rank this referral only. Else each one in turn.")
]
Limit = Annotated[
    int,
    typer.Option(
        "--limit", metavar="N", min=1, max=MOST, help="Give so many homes in full, and the first of each tier."
    ),
]
HomeIds = Annotated[
    list[str] | None, typer.Option("--home", metavar="ID", help="Show this home in full. May be given several times.")
]
InFull = Annotated[bool, typer.Option("--full", help="Say everything of every home that is given in full.")]
Why = Annotated[bool, typer.Option("--why", help="Say of each why it is not first, and what would change that.")]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON, one ranking a line.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Write a row for each option in full, for a spreadsheet.")]
All = Annotated[bool, typer.Option("--all", help="Rank every referral into a folder; needs --out.")]
Out = Annotated[
    Path | None, typer.Option("--out", metavar="FOLDER", help="The folder for --all: whole, or not there at all.")
]
Workers = Annotated[
    int | None,
    typer.Option("--workers", metavar="W", min=1, max=64, help="Processes for --all. Else one a core, at most 8."),
]
Top = Annotated[
    int | None,
    typer.Option("--top", metavar="K", min=1, max=1000, help="With --all: the first K of each only, as Parquet."),
]


def rank(
    file: CaseFile,
    *,
    referral: ReferralId = None,
    limit: Limit = IN_FULL,
    home: HomeIds = None,
    full: InFull = False,
    why: Why = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
    every: All = False,
    out: Out = None,
    workers: Workers = None,
    top: Top = None,
) -> None:
    """Rank the homes that a child could live in, with every reason.

    Homes that a rule forbids are listed apart, each with why. The engine proposes; people decide.

    Example: matching rank case.toml --referral r1
    """
    with ending(as_json=as_json):
        from matching.cli.ranking import Form, Wanted, rank_file  # noqa: PLC0415 - so that --help is quick

        form = Form(full=full, as_json=as_json, as_csv=as_csv, every=every, out=out, workers=workers, top=top)
        rank_file(file, Wanted(referral, limit, tuple(home or ()), why), form)
