"""What is to be given, asked and judged before a planned home is used: approvals, what is unknown, what is open."""

from collections.abc import Iterator
from datetime import date

from matching.cli.panel import Panel, named
from matching.domain.finding import Finding
from matching.domain.plan import ApprovalOutstanding, Assignment
from matching.domain.referral import end_of_stay
from matching.explaining.words import approvals, day, listed

LABELS = ("must end", "needs", "to ask", "to judge")
OUTSIDE_TERMS = frozenset({"CPPCR-22-AGE", "CPPCR-22-NUMBER", "CPPCR-22-SEX", "CPPCR-22-KIND"})
"""Regulation 23: outside their terms carers may take a child in an emergency, and for six working days only."""

UNTIL = "; in an emergency until"

Row = tuple[str, str]


def outstanding(panel: Panel, of: Assignment) -> Iterator[Row]:
    """The approvals still to be given, then what nobody can tell yet: once for all of whom it is asked."""
    asked: dict[Row, list[str]] = {}
    for approval in of.approvals:
        asked.setdefault(_approval(panel, of, approval), []).append(approval.child or "")
    for finding in of.option.findings if of.option else ():
        if finding.outcome == "cannot_tell":
            asked.setdefault(_open(panel, of, finding), []).append(finding.child or "")
    for (label, said), whom in sorted(asked.items(), key=lambda row: LABELS.index(row[0][0])):
        children = [child for child in whom if child]
        yield label, f"for {listed(children)}: {said}" if children and len(of.children) > 1 else said


def must_end(panel: Panel, of: Assignment) -> date | None:
    """The day on which the stay must end unless the terms of approval are amended; None where it is over by then."""
    stops = [each.by for each in of.approvals if each.rule in OUTSIDE_TERMS and each.by]
    ends = [_end(panel, child) for child in of.children]
    return min((by for by in stops if any(end is None or end > by for end in ends)), default=None)


def _end(panel: Panel, child: str) -> date | None:
    return end_of_stay(panel.referral_of[child], panel.children[child].born)


def _open(panel: Panel, of: Assignment, finding: Finding) -> Row:
    missing = listed(fact.words for fact in finding.missing) or finding.because
    said = f"{named(missing, of.children)} {panel.source(finding.rule)}"
    return "to ask" if finding.missing else "to judge", said


def _approval(panel: Panel, of: Assignment, approval: ApprovalOutstanding) -> Row:
    because = f"{_because(panel, of, approval)} {panel.source(approval.rule)}"
    if approval.rule in OUTSIDE_TERMS and approval.by:
        amended = f"unless the terms are amended ({approvals([approval.approver])})"
        until = f"on {day(approval.by)} {amended}; {_asked_for(panel, of, approval)}"
        return "must end", f"{until}: {because}"
    by = f" by {day(approval.by)}" if approval.by else ""
    return "needs", f"{approvals([approval.approver])}{by}: {because}"


def _because(panel: Panel, of: Assignment, approval: ApprovalOutstanding) -> str:
    """Why it is needed; the rule's title where the findings are not told."""
    findings = of.option.findings if of.option else ()
    found = [f for f in findings if (f.rule, f.child, f.by) == (approval.rule, approval.child, approval.by)]
    if found:
        return named(found[0].because.partition(UNTIL)[0], of.children)
    return panel.rules[approval.rule].title if approval.rule in panel.rules else approval.rule


def _asked_for(panel: Panel, of: Assignment, approval: ApprovalOutstanding) -> str:
    """Until when the stay is asked for, which may be long after."""
    end = _end(panel, approval.child or of.children[0])
    return f"the stay asked for runs to {day(end)}" if end else "until when the stay is asked for is not recorded"
