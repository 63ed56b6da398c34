"""The command line: `matching`. Each command is a module of its own, and loads the engine only when it runs."""

from typing import Annotated

import typer

from matching.cli.check import check
from matching.cli.demo import demo
from matching.cli.how_sure import how_sure
from matching.cli.plan import plan
from matching.cli.rank import rank
from matching.cli.review import review
from matching.cli.rules import rules
from matching.cli.scenarios import scenarios
from matching.cli.serve import serve
from matching.cli.streams import DISTRIBUTION
from matching.cli.verify import verify
from matching.cli.what_if import what_if
from matching.cli.why_not import why_not

app = typer.Typer(
    name="matching",
    help="Decision support for placing children in care. The engine proposes; people decide.",
    epilog="Example: matching rank case.toml",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version  # noqa: PLC0415 - so that --help is quick

        typer.echo(f"matching {version(DISTRIBUTION)}")
        raise typer.Exit


@app.callback()
def matching(
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is, and end.")
    ] = False,
) -> None:
    """Decision support for placing children in care. The engine proposes; people decide."""


for command in (rank, plan, review, what_if, why_not, how_sure, verify, check, rules, scenarios, demo, serve):
    app.command()(command)
