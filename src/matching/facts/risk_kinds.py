"""Which words for a risk cover which others: violence is said in general, and of whom it is against."""

from matching.domain.codes import VIOLENCE, RiskKind


def covering(kind: RiskKind) -> frozenset[RiskKind]:
    """The words under which carers exclude a risk: its own, and violence for any kind of it."""
    return frozenset({kind, RiskKind.VIOLENCE}) if kind in VIOLENCE else frozenset({kind})


def within(kind: RiskKind) -> frozenset[RiskKind]:
    """The particular risks that a general word may mean."""
    return VIOLENCE - {kind} if kind is RiskKind.VIOLENCE else frozenset()
