"""`matching what-if`: what would be different if some facts were otherwise, and why."""

from pathlib import Path
from typing import Annotated

import typer

from matching.cli.endings import ending

CaseFile = Annotated[Path, typer.Argument(metavar="FILE", help="A case file or a scenario, in TOML or JSON.")]
ChangeFiles = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[CHANGE]...", help="Files with the tables of a case that say what would be otherwise."),
]
Sets = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="PATH=VALUE", help="Set one fact: homes.oak.vacancies.beds=2. Empty: nobody knows."),
]
Removes = Annotated[list[str] | None, typer.Option("--remove", metavar="PATH", help="Take an entry out: homes.oak.")]
Named = Annotated[
    str | None, typer.Option("--named", metavar="NAME", help="Ask the what-if of this name that the scenario holds.")
]
ReferralIds = Annotated[
    list[str] | None,
    typer.Option("--referral", metavar="ID", help="Ask for this referral; give it once for each. Else for all."),
]
AsPlan = Annotated[bool, typer.Option("--plan", help="Compare the plans for the panel, not the rankings.")]
Seconds = Annotated[
    float | None, typer.Option("--seconds", metavar="S", help="Seek both plans no longer than this; needs --plan.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON, the answer on one line.")]


def what_if(
    file: CaseFile,
    change: ChangeFiles = None,
    *,
    sets: Sets = None,
    removes: Removes = None,
    named: Named = None,
    referral: ReferralIds = None,
    as_plan: AsPlan = False,
    seconds: Seconds = None,
    as_json: AsJson = False,
) -> None:
    """Say what would be different if some facts were otherwise, and why. Nothing is changed, and nothing recorded.

    A change names entries by id: what it says goes over what is recorded, `remove = true` takes an entry out, and an
    id that is not there is a new entry. Files come first, then --set, then --remove: the later over the earlier.

    Example: matching what-if case.toml --set homes.oak.vacancies.beds=2 --referral r1
    """
    with ending(as_json=as_json):
        from matching.cli.trying import Asked, what_if_file  # noqa: PLC0415 - so that --help is quick

        asked = Asked(
            files=tuple(change or ()),
            sets=tuple(sets or ()),
            removes=tuple(removes or ()),
            named=named,
            referrals=tuple(referral or ()),
            as_plan=as_plan,
            seconds=seconds,
        )
        what_if_file(file, asked, as_json=as_json)
