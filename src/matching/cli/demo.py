"""`matching demo`: a made-up authority, written into a folder."""

from pathlib import Path
from typing import Annotated

import typer

from matching.cli.endings import ending

CHILDREN, HOMES, SEED, MOST, MOST_SEED = 522, 420, 1, 1_000_000, 2**32

Folder = Annotated[Path, typer.Argument(metavar="FOLDER", help="Where to write it: a folder that is new or empty.")]
Children = Annotated[int, typer.Option("--children", metavar="N", min=1, max=MOST, help="How many children.")]
Homes = Annotated[int, typer.Option("--homes", metavar="M", min=1, max=MOST, help="How many homes.")]
Seed = Annotated[int, typer.Option("--seed", metavar="S", min=0, max=MOST_SEED, help="Which of many to make.")]
England = Annotated[bool, typer.Option("--england", help="Of every authority of England, not of one.")]
AsJson = Annotated[bool, typer.Option("--json", help="Say in JSON what was written.")]


def demo(
    folder: Folder,
    *,
    children: Children = CHILDREN,
    homes: Homes = HOMES,
    seed: Seed = SEED,
    england: England = False,
    as_json: AsJson = False,
) -> None:
    """Write a made-up authority, in the shares that are published of Buckinghamshire.

    Everybody in it is made up. The same seed writes the same files.

    Example: matching demo made-up --children 522 --homes 420 --seed 1
    """
    with ending(as_json=as_json):
        from matching.cli.making_up import make_up  # noqa: PLC0415 - so that --help is quick
        from matching.demo.world import Asking  # noqa: PLC0415

        make_up(Asking(children, homes, seed, england), folder, as_json=as_json)
