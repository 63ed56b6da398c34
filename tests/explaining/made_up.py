"""A rule made up for a test."""

from datetime import date

from matching.rules.citation import Confidence, local_policy
from matching.rules.rule import (
    PAIRING,
    About,
    Line,
    Rule,
    Table,
    decide,
    rule,
)

DAY = date(2026, 11, 24)


def a_rule(*table: Line, about: About = PAIRING) -> Rule:
    """A rule with this table; the last line is the one for all else."""

    def said() -> Table:
        """It says so."""
        return decide(*table[:-1], otherwise=table[-1])

    build = rule(
        "POL-TEST",
        title="A rule",
        about=about,
        cites=local_policy("a test"),
        confidence=Confidence.LOCAL,
        from_day=DAY,
    )
    return build(said)
