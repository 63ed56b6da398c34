"""`matching rank`: the homes that a child could live in, in the panel's order, with every reason."""

from pathlib import Path
from typing import Annotated

import typer

from matching.cli.endings import ending

IN_FULL = 20

CaseFile = Annotated[Path, typer.Argument(metavar="FILE", help="A case file or a scenario, in TOML or JSON.")]
ReferralId = Annotated[
    str | None, typer.Option("--referral", metavar="ID", help="Rank this referral only. Else each one in turn.")
]
Limit = Annotated[
    int, typer.Option("--limit", metavar="N", min=1, help="Give so many homes in full, and the first of each tier.")
]
HomeIds = Annotated[
    list[str] | None, typer.Option("--home", metavar="ID", help="Show this home in full. May be given several times.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON, one ranking a line.")]


def rank(
    file: CaseFile,
    referral: ReferralId = None,
    limit: Limit = IN_FULL,
    home: HomeIds = None,
    as_json: AsJson = False,
) -> None:
    """Rank the homes that a child could live in, with every reason.

    Homes that a rule forbids are listed apart, each with why. The engine proposes; people decide.

    Example: matching rank case.toml --referral r1
    """
    with ending(as_json=as_json):
        from matching.cli.ranking import Wanted, rank_file  # noqa: PLC0415 - so that --help is quick

        rank_file(file, Wanted(referral, limit, tuple(home or ())), as_json=as_json)
