"""Judges a whole register by every rule, as `matching.rank` does: both passes, approvals given, homes agreed."""

from dataclasses import dataclass
from typing import Any

from matching.domain.codes import Outcome
from matching.domain.home import Home
from matching.facts.decided import with_decided
from matching.facts.everybody import with_everybody
from matching.facts.layout import Layout, lay_out
from matching.facts.question import ask
from matching.facts.register import Register
from matching.geography.postcodes import directory
from matching.rules.approvals import Given
from matching.rules.judging import judge
from matching.rules.rulebook import Judged, Rulebook, rulebook_on
from tests.builders import a_case, a_child, a_referral
from tests.rules.judging import all_figures
from tests.rules.people import brother_or_sister

TWO: dict[str, Any] = {
    "children": (a_child(), brother_or_sister()),
    "referrals": (a_referral(children=["amy", "bea"]),),
}
"""Amy and Bea, asked for together."""


@dataclass(frozen=True)
class Found:
    """What every rule found of every home of a register, for each who arrives."""

    layout: Layout
    rulebook: Rulebook
    judged: tuple[Judged, ...]
    given: Given

    def of(self, rule: str, home: str = "oak", arrival: int = 0) -> str:
        """What a rule found of one arriving child in a home."""
        line, row = self.rulebook.line_of[rule], self.layout.register.row_of[home]
        return Outcome(self.judged[arrival].outcomes[line, row]).word

    def counted(self, rule: str, home: str = "oak", arrival: int = 0) -> bool:
        """Whether an approval, or its refusal, settled that."""
        place = (self.rulebook.line_of[rule], self.layout.register.row_of[home], arrival)
        return place in self.given


def decide(*homes: Home, asked: str = "r1", **tables: Any) -> Found:
    """What is found over these homes; of the case's other tables what is not given is ordinary."""
    case = a_case(**({"homes": homes} | tables))
    question = ask(case, asked, all_figures(case.as_of))
    register = with_decided(Register.of(with_everybody(case), directory()), question)
    rulebook = rulebook_on(case.as_of)
    layout, judged, given = judge(lay_out(question, register), rulebook)
    return Found(layout, rulebook, judged, given)
