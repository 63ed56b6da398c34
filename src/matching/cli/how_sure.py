"""`matching how-sure`: how sure it is which home is first, and what to ask about first."""

from pathlib import Path
from typing import Annotated

import typer

from matching.cli.endings import ending

CaseFile = Annotated[Path, typer.Argument(metavar="FILE", help="A case file or a scenario, in TOML or JSON.")]
ReferralId = Annotated[
    str | None, typer.Option("--referral", metavar="ID", help="Ask for this referral only. Else for each in turn.")
]
ToChild = Annotated[bool, typer.Option("--to-child", help="Say it as one would to the child or young person.")]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON, one answer a line.")]


def how_sure(
    file: CaseFile, *, referral: ReferralId = None, to_child: ToChild = False, as_json: AsJson = False
) -> None:
    """Say how sure it is which home is first: by the policy's weights, and by what nobody has recorded.

    Where no home fits, it says which rules together leave none, and which single change would open most.

    Example: matching how-sure case.toml --referral r1
    """
    with ending(as_json=as_json):
        from matching.cli.asking_why import Wanted, how_sure_of_file  # noqa: PLC0415 - so that --help is quick

        how_sure_of_file(file, Wanted(referral, to_child, as_json))
