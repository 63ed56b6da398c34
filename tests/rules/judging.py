"""Judges one rule for one child in one home, by the real layout, in both of the ways in which the engine judges."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from matching.data.policies import read_policy
from matching.domain.child import Child
from matching.domain.codes import Outcome
from matching.domain.finding import Finding
from matching.domain.home import Home
from matching.domain.referral import Referral
from matching.explaining.findings import findings_of
from matching.explaining.shown import read_out
from matching.facts.everybody import with_everybody
from matching.facts.layout import Layout, lay_out
from matching.facts.question import ask
from matching.facts.register import Register
from matching.geography.postcodes import directory
from matching.rules.figures import figures_for
from matching.rules.rule import Rule
from matching.rules.rulebook import Rulebook
from tests.builders import ORDINARY, a_case, a_child, a_home, a_referral

PROHIBITED, CANNOT_TELL, NEEDS_APPROVAL, MET = (outcome.word for outcome in Outcome)
TODAY: date = ORDINARY["as_of"]


def judge(
    rule: Rule,
    child: Child | None = None,
    home: Home | None = None,
    referral: Referral | None = None,
    *,
    others: Sequence[Child] = (),
    figures: Mapping[str, int] | None = None,
    authority: Mapping[str, Any] | None = None,
    day: date = TODAY,
) -> Finding:
    """What a rule finds of `child`; of the `others` whom the case knows, those arrive whom the referral names.

    What is not given is ordinary. AssertionError where judging all rows at once and line by line do not agree.
    """
    child, home, referral = child or a_child(), home or a_home(), referral or a_referral()
    about = {"as_of": day} | ({"authority": authority} if authority is not None else {})
    case = a_case(children=(child, *others), referrals=(referral,), homes=(home,), **about)
    question = ask(case, referral.id, all_figures(day) | dict(figures or {}))
    layout = lay_out(question, Register.of(with_everybody(case), directory()))
    return finding_of(rule, layout, referral.children.index(child.id))


def finding_of(rule: Rule, layout: Layout, arrival: int = 0) -> Finding:
    """What a rule finds of one arriving child in the one home that is laid out."""
    book = _book_of(rule)
    judged = [book.judge(frame) for frame in layout.frames]
    shown = read_out(layout, book, judged, [0])[0].pairings[arrival]
    (finding,) = findings_of(book).of([shown], {})
    assert Outcome(judged[arrival].standing[0]).word == finding.outcome, "the columns and the lines do not agree"
    assert finding.because, "the finding says nothing"
    return finding


@cache
def all_figures(day: date) -> dict[str, int]:
    """The law's figures on a day, and the ordinary policy's."""
    return figures_for(read_policy(None), day)


@cache
def _book_of(rule: Rule) -> Rulebook:
    return Rulebook(rule.from_day, (rule,))
