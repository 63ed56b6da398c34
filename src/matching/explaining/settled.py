"""Findings that an approval, or a refusal, has settled: by whom and when, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from matching.domain.codes import Approver, Outcome
from matching.domain.finding import ApprovalCounted, Finding
from matching.domain.made import changed, made
from matching.domain.panel import GivenApproval
from matching.facts.fact import show_plain
from matching.rules.approvals import Given
from matching.rules.register import APPROVERS
from matching.rules.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Settled:
    """Where approvals counted, for the children who arrive in this order."""

    rulebook: Rulebook
    given: Given
    children: tuple[str, ...]

    def over(self, findings: Sequence[Finding], row: int) -> tuple[Finding, ...]:
        """The findings of one home, those that are settled as they now are."""
        if not any(at == row for _, at, _ in self.given):
            return tuple(findings)
        return tuple(self._one(f, row) for f in findings)

    def _one(self, finding: Finding, row: int) -> Finding:
        at = [self.children.index(finding.child)] if finding.child else range(len(self.children))
        line = self.rulebook.line_of[finding.rule]
        given = [self.given[line, row, k] for k in at if (line, row, k) in self.given]
        return settled(finding, given) if given else finding


def settled(finding: Finding, given: Sequence[GivenApproval]) -> Finding:
    """A finding as approvals leave it: one for each child where it is about all; the first to end is shown."""
    refused = any(g.refused for g in given)
    shown = next((g for g in given if g.refused), min(given, key=lambda g: str(g.until or "9999")))
    conditions = "; ".join(dict.fromkeys(g.conditions for g in given if g.conditions)) or None
    counted = made(
        ApprovalCounted,
        by=str(shown.by.value if shown.by else ""),
        on=shown.on,
        until=shown.until,
        conditions=conditions,
        refused=refused,
    )
    because = "; ".join(dict.fromkeys((finding.because, *map(said, given))))
    outcome = Outcome.PROHIBITED if refused else Outcome.MET
    return changed(finding, outcome=outcome.word, because=because, approval=counted)


def said(given: GivenApproval) -> str:
    """Who approved or refused, when, until when, and on which conditions."""
    did = "refused" if given.refused else "approved"
    until = f", until {show_plain(given.until)}" if given.until else ""
    conditions = f" (conditions: {given.conditions})" if given.conditions else ""
    return f"{did} by {who(given.by)} on {show_plain(given.on)}{until}{conditions}"


def who(approver: Approver | None) -> str:
    """An approver in words."""
    return APPROVERS[approver] if approver else "somebody"
