"""`matching plan`: homes proposed for all the children of a panel at once, and what the proposal reaches."""

from pathlib import Path
from typing import Annotated

import typer

from matching.cli.endings import ending

MOST_NEXT = 20

CaseFile = Annotated[Path, typer.Argument(metavar="FILE", help="A case file or a scenario, in TOML or JSON.")]
ReferralIds = Annotated[
    list[str] | None,
    typer.Option("--referral", metavar="ID", help="Plan for this referral; give it once for each. Else for all."),
]
NextBest = Annotated[
    int,
    typer.Option("--next-best", metavar="K", min=0, max=MOST_NEXT, help="Say the K plans that come next, too."),
]
WithCosts = Annotated[bool, typer.Option("--costs", help="Say what each choice for a child costs the others.")]
Seconds = Annotated[
    float | None, typer.Option("--seconds", metavar="S", help="Seek no longer than this; else as long as it takes.")
]
InFull = Annotated[bool, typer.Option("--full", help="Tell a large panel child by child too, and name every home.")]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON, the plan on one line.")]


def plan(
    file: CaseFile,
    *,
    referral: ReferralIds = None,
    next_best: NextBest = 0,
    costs: WithCosts = False,
    seconds: Seconds = None,
    full: InFull = False,
    as_json: AsJson = False,
) -> None:
    """Propose a home for each child of a panel, the best for all of them together, and say what no plan could do.

    Nothing unlawful is proposed, and it is said whether the plan is proven to be the best. People decide.

    Example: matching plan case.toml --referral r1 --referral r2
    """
    with ending(as_json=as_json):
        from matching.cli.planning import Wanted, plan_file  # noqa: PLC0415 - so that --help is quick

        plan_file(file, Wanted(tuple(referral or ()), next_best, costs, seconds), full=full, as_json=as_json)
