"""What a panel must still do or know about an option: approvals, questions to ask, close calls, its place."""

from collections.abc import Iterable, Iterator

from matching.cli import close_calls_text
from matching.cli.answer import Answer
from matching.cli.owed_text import for_people, owed
from matching.domain.finding import Finding
from matching.domain.ranking import Option
from matching.explaining.words import approvals, day, listed, place

MOST_NAMED = 4
WHY_NOT = "why not 1st"

Remark = tuple[str, str]
"""A label and what it says."""


def remarks(answer: Answer, option: Option) -> Iterator[Remark]:
    """Everything beside the points that a reader should know of an option."""
    yield from (("ruled out", reason(answer, f)) for f in found(option, "prohibited"))
    yield from (("needs", _approval(answer, f)) for f in found(option, "needs_approval"))
    yield from _to_ask(answer, found(option, "cannot_tell"))
    yield from _for_people(answer, found(option, "cannot_tell"))
    yield from (("approved", reason(answer, f)) for f in option.findings if f.approval and not f.approval.refused)
    yield from (("emergency", reason(answer, f)) for f in option.findings if lifted(answer, f))
    yield from owed(answer, option)
    yield from beside_others(answer, option)
    yield from for_people(answer, option)
    yield from _why(option)


def _why(option: Option) -> Iterator[Remark]:
    """Where it was asked: with which weights it stays first, or why it is not, and what would have to change."""
    narrow = [of for of in option.stands_while if of.below or of.above]
    if option.stands_while:
        weights = [f"{of.criterion} from {of.low} to {of.high}" for of in narrow]
        yield "stays first", f"while the weights are: {listed(weights)}" if narrow else "whatever any one weight is"
    if option.why_not is not None:
        yield WHY_NOT, " ".join(option.why_not.said[1:])


def beside_others(answer: Answer, option: Option) -> Iterator[Remark]:
    """How an option stands to others: which may equal it, where cost decided, the best and worst place it may have."""
    if option.close_call_with:
        yield "close call", close_calls_text.of_one(answer, option)
    if option.cost_decides:
        yield "cost", _by_cost(answer, option)
    best, worst = option.best_rank, option.worst_rank
    if option.rank is not None and best is not None and worst is not None and (best, worst) != (option.rank,) * 2:
        yield "place", f"{place(best)} at best and {place(worst)} at worst"


def _by_cost(answer: Answer, option: Option) -> str:
    """Which homes stand below by cost alone, and which only since nobody recorded what they, or it, cost."""
    told = {o.home for o in answer.shown if o.cost.low == o.cost.high}
    dearer = [home for home in option.cost_decides if home in told and option.home in told]
    others = [home for home in option.cost_decides if home not in dearer]
    said = [f"it stands above {listed(dearer, MOST_NAMED)} by cost alone"] if dearer else []
    said += [f"above {listed(others, MOST_NAMED)} only as not every cost is recorded"] if others else []
    return f"alike in all else, {' and '.join(said)}"


def lifted(answer: Answer, finding: Finding) -> bool:
    """Whether a rule does not apply because the referral is an emergency: it would speak otherwise."""
    return bool(answer.referral.emergency) and not finding.applies and finding.because.startswith("an emergency")


def found(option: Option, outcome: str) -> list[Finding]:
    """The findings of one outcome."""
    return [f for f in option.findings if f.outcome == outcome]


def reason(answer: Answer, finding: Finding) -> str:
    """What a rule found, of whom, and the rule."""
    return f"{of_whom(finding)}{answer.named(finding.because)} {answer.source(finding.rule)}"


def _approval(answer: Answer, finding: Finding) -> str:
    by = f" by {day(finding.by)}" if finding.by else ""
    return f"{approvals([finding.approver])}{by}: {reason(answer, finding)}"


def of_whom(finding: Finding) -> str:
    """Whom a finding is about, where several children arrive."""
    return f"{finding.child}: " if finding.child else ""


def _to_ask(answer: Answer, unknown: Iterable[Finding]) -> Iterator[Remark]:
    """Each fact that is missing once, with the rules that wait for it."""
    asked: dict[str, list[str]] = {}
    for finding in unknown:
        for missing in finding.missing:
            asked.setdefault(of_whom(finding) + missing.words, []).append(finding.rule)
    for words, rules in asked.items():
        yield "to ask", f"{answer.named(words)} {answer.source(*rules)}"


def _for_people(answer: Answer, unknown: Iterable[Finding]) -> Iterator[Remark]:
    """What no record could settle: rules that people must judge."""
    left: dict[str, list[str]] = {}
    for finding in unknown:
        if not finding.missing:
            left.setdefault(of_whom(finding) + finding.because, []).append(finding.rule)
    for because, rules in left.items():
        yield "to judge", f"{answer.named(because)}. {'; '.join(answer.rule(r) for r in dict.fromkeys(rules))}"
