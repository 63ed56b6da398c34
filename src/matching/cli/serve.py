"""`matching serve`: the engine as a service."""

from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from matching.cli.endings import ending
from matching.errors import Fault, InvalidInput

ABOUT_PEOPLE = frozenset({"children", "referrals", "homes", "decided", "approvals"})

CaseFile = Annotated[
    Path | None, typer.Option("--case", metavar="FILE", help="The case whose homes and referrals are served.")
]
Host = Annotated[str, typer.Option("--host", metavar="HOST", envvar="MATCHING_HOST", help="The address to listen at.")]
Port = Annotated[
    int,
    typer.Option("--port", metavar="PORT", envvar="MATCHING_PORT", min=0, max=65_535, help="The port to listen at."),
]


Runs = Annotated[
    Path | None,
    typer.Option(
        "--runs", metavar="FOLDER", envvar="MATCHING_RUNS", help="Keep reviews here, so that they survive a restart."
    ),
]


def serve(case: CaseFile = None, host: Host = "127.0.0.1", port: Port = 8000, runs: Runs = None) -> None:
    """Run the service, until Ctrl-C ends it.

    At the address it listens at by default only this computer can reach it.

    Example: matching serve --case case.toml
    """
    with ending():
        from api import serving  # noqa: PLC0415 - so that --help is quick
        from matching.cli.opening import naming  # noqa: PLC0415

        try:
            with naming(case) if case is not None else nullcontext():
                serving.serve(case, host, port, runs)
        except InvalidInput as error:  # what the service writes may be kept as a log: no fact about a child goes there
            raise InvalidInput([_without_facts(fault) for fault in error.faults], error.more) from None


def _without_facts(fault: Fault) -> Fault:
    """A fault of a child, a home or what was decided about them without what was found; of anything else, whole."""
    return fault.safe() if fault.table in ABOUT_PEOPLE else fault
