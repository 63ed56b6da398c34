"""What the check of a plan reads of children in one home, restated in plain Python."""

from dataclasses import dataclass

from matching.domain.child import Child
from matching.domain.codes import Outcome
from matching.explaining.found import Found
from matching.facts.risk_kinds import covering, within
from matching.rules.rule import HOUSEHOLD


@dataclass(frozen=True, slots=True)
class Counted:
    """What the aims count of children of one family in one home; `stays` where all of them live there already."""

    children: tuple[str, ...]
    stays: bool
    whole_stay: bool
    standing: int
    tier: str
    suitability: float
    approvals: int


def at_risk(one: Child, other: Child) -> bool:
    """Whether a recorded risk of either, now or past, meets a vulnerability of the other, or may: not recorded."""
    for source, towards in ((one, other), (other, one)):
        for risk in source.risks or ():
            if risk.kind is not None and risk.level != "none":
                met = covering(risk.kind) | within(risk.kind)
                if towards.vulnerable_to is None or met & set(towards.vulnerable_to):
                    return True
    return False


def cut_short(found: Found, row: int) -> bool:
    """Whether a rule about the carers' terms asks for an approval: it ends with the emergency."""
    return any(
        judged.outcomes[line, row] == Outcome.NEEDS_APPROVAL
        for line, rule in enumerate(found.rulebook.rules)
        for judged in found.judged
        if rule.id in {"CPPCR-22-AGE", "CPPCR-22-NUMBER", "CPPCR-22-SEX", "CPPCR-22-KIND"}
    )


def suitability(found: Found, row: int) -> float:
    """The points as things are known, of each child; none where a rule forbids the home."""
    lawful = found.lawful.tolist()
    return found.weighed.suitability.central.item(lawful.index(row)) / 100 if row in lawful else 0.0


def approvals(found: Found, row: int) -> int:
    """How many approvals are outstanding: one of a household is one, whoever arrives."""
    count = 0
    for line, rule in enumerate(found.rulebook.rules):
        asked = [judged.outcomes[line, row] == Outcome.NEEDS_APPROVAL for judged in found.judged]
        count += any(asked) if rule.about is HOUSEHOLD else sum(asked)
    return count
