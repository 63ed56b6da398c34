"""`matching rules`: the rule register, which counsel reviews."""

from typing import Annotated

import typer

from matching.cli.endings import ending

RuleId = Annotated[
    str | None, typer.Argument(metavar="ID", help="Show this rule, duty or deadline whole, in every version.")
]
OnDay = Annotated[str | None, typer.Option("--on", metavar="DAY", help="Only what binds on this day.")]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON.")]


def rules(rule_id: RuleId = None, on: OnDay = None, as_json: AsJson = False) -> None:
    """Say what is judged and measured: in which words, from which source, since when.

    The engine proposes; people decide, and counsel says whether it reads the law rightly.

    Example: matching rules CPPCR-27A
    """
    with ending(as_json=as_json):
        from matching.cli.days import day_said  # noqa: PLC0415 - so that --help is quick
        from matching.cli.page import Page  # noqa: PLC0415
        from matching.cli.rules_text import write_register, write_whole  # noqa: PLC0415
        from matching.cli.streams import write_json  # noqa: PLC0415
        from matching.data.rule_scenarios import register_with_scenarios  # noqa: PLC0415

        day = day_said("--on", on) if on is not None else None
        if rule_id is not None:
            _known(rule_id)
        said = register_with_scenarios(day)
        if as_json:
            write_json(said.only(rule_id) if rule_id is not None else said)
        elif rule_id is not None:
            write_whole(Page(), rule_id, said.only(rule_id))
        else:
            write_register(Page(), said)


def _known(rule_id: str) -> None:
    """Refuse an id that nothing has, and name the nearest."""
    from matching.errors import Fault, InvalidInput  # noqa: PLC0415
    from matching.rules.register import nearest, register  # noqa: PLC0415

    if rule_id not in register().ids:
        near = ", ".join(nearest(rule_id))
        expected = f"the id of a rule, such as {near}" if near else "the id of a rule"
        remedy = "Correct the id, or leave it out: then every rule is listed."
        raise InvalidInput([Fault("", "command", "", "ID", repr(rule_id), expected, remedy)])
