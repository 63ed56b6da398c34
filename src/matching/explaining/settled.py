"""Findings that an approval, or a refusal, has settled: by whom and when, in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from matching.domain.codes import Approver, Outcome
from matching.domain.panel import GivenApproval
from matching.domain.ranking import ApprovalCounted, Finding
from matching.facts.fact import show_plain
from matching.rules.approvals import Given
from matching.rules.rulebook import Rulebook

WHO = {
    Approver.ALL_WITH_PR: "all with parental responsibility",
    Approver.AUTHORITY_OF_RESIDENCE: "the authority that the home is in",
    Approver.FINANCE: "finance",
}


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
        arrival = self.children.index(finding.child) if finding.child else 0
        given = self.given.get((self.rulebook.line_of[finding.rule], row, arrival))
        return finding if given is None else settled(finding, given)


def settled(finding: Finding, given: GivenApproval) -> Finding:
    """A finding as an approval leaves it."""
    outcome = Outcome.PROHIBITED if given.refused else Outcome.MET
    counted = ApprovalCounted(
        by=str(given.by.value if given.by else ""),
        on=given.on,
        until=given.until,
        conditions=given.conditions,
        refused=bool(given.refused),
    )
    because = f"{said(given)}: {finding.because}"
    return finding.model_copy(update={"outcome": outcome.word, "because": because, "approval": counted})


def said(given: GivenApproval) -> str:
    """Who approved or refused, when, until when, and on which conditions."""
    did = "refused" if given.refused else "approved"
    until = f", until {show_plain(given.until)}" if given.until else ""
    conditions = f" (conditions: {given.conditions})" if given.conditions else ""
    return f"{did} by {who(given.by)} on {show_plain(given.on)}{until}{conditions}"


def who(approver: Approver | None) -> str:
    """An approver in words."""
    if approver is None:
        return "somebody"
    return WHO.get(approver, f"the {show_plain(approver.value)}")
