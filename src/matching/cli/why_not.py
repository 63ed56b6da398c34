"""`matching why-not`: why a home is not first, or not an option, and what would have to change."""

from pathlib import Path
from typing import Annotated

import typer

from matching.cli.endings import ending

CaseFile = Annotated[Path, typer.Argument(metavar="FILE", help="A case file or a scenario, in TOML or JSON.")]
HomeIds = Annotated[
    list[str] | None,
    typer.Argument(metavar="[HOME]...", help="The homes to ask about. Else those in front that are not first."),
]
ReferralId = Annotated[
    str | None, typer.Option("--referral", metavar="ID", help="Ask for this referral only. Else for each in turn.")
]
ToChild = Annotated[bool, typer.Option("--to-child", help="Say it as one would to the child or young person.")]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON, one answer a line.")]


def why_not(
    file: CaseFile,
    home: HomeIds = None,
    *,
    referral: ReferralId = None,
    to_child: ToChild = False,
    as_json: AsJson = False,
) -> None:
    """Say why a home is not first, or not an option, and the smallest changes that somebody could really make.

    Every change that is offered was tried, and does what is said. What protects a child is never offered to be changed.

    Example: matching why-not case.toml elm --referral r1
    """
    with ending(as_json=as_json):
        from matching.cli.asking_why import Wanted, why_not_of_file  # noqa: PLC0415 - so that --help is quick

        why_not_of_file(file, tuple(home or ()), Wanted(referral, to_child, as_json))
