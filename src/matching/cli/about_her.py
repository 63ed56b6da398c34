"""What is recorded of a child that a panel should have before it: needs, risks, brothers and sisters, family time."""

from collections.abc import Iterator

from matching.domain.child import Child, FamilyTime, Risk, Sibling
from matching.domain.codes import Assessment, RiskLevel
from matching.explaining.words import day, listed, word

LEVELS = {1: "low", 2: "medium", 3: "high", 4: "very high"}
TOGETHER = {
    Assessment.TOGETHER: "assessed to live together",
    Assessment.APART: "assessed to live apart",
    Assessment.NOT_ASSESSED: "not assessed: together or apart?",
}
Rows = Iterator[str]


def known_of_her(child: Child) -> Rows:
    """The rows; what is not recorded is left to the findings that ask for it."""
    if needs := [f"{word(d)} {LEVELS[level]}" for d, level in (child.needs or {}).items() if level]:
        yield f"needs: {listed(needs)}"
    if risks := [_risk(r) for r in child.risks or () if r.level is not RiskLevel.NONE]:
        yield f"risks: {listed(risks)}"
    if siblings := [_sibling(s) for s in child.siblings or ()]:
        yield f"brothers and sisters: {'; '.join(siblings)}"
    if times := [_time(t) for t in child.family_time or ()]:
        yield f"family time: {listed(times)}"
    if child.access_needs:
        yield f"cannot do without: {listed(map(word, child.access_needs))}"


def _risk(risk: Risk) -> str:
    kind = word(risk.kind) if risk.kind else "not said of what"
    when = {RiskLevel.CURRENT: "now", RiskLevel.HISTORY: "in the past"}.get(risk.level or RiskLevel.NONE, "when?")
    to = f", to {word(risk.to)}" if risk.to else ""
    last = f", last on {day(risk.last)}" if risk.last else ""
    return f"{kind} ({when}{to}{last})"


def _sibling(sibling: Sibling) -> str:
    said = TOGETHER[sibling.assessment] if sibling.assessment else "whether together or apart is not recorded"
    return f"{sibling.child or 'not named'}, {said}"


def _time(time: FamilyTime) -> str:
    often = f" {time.times_a_month:g} times a month" if time.times_a_month is not None else ""
    return f"{time.with_ or 'somebody'}{often}"
