"""Who is due: whose home outside the area has not been considered for six months, or may not have been."""

from collections.abc import Mapping
from datetime import date

from matching.domain.ages import months_after
from matching.domain.made import made
from matching.domain.policy import ReviewPolicy
from matching.domain.review import Due
from matching.explaining.words import day as in_full
from matching.reviewing.living import Living


def why_due(of: Living, by: date, policy: ReviewPolicy) -> tuple[str, ...]:
    """Why a child's home is due to be considered by a day; nothing where it is not. What nobody recorded is due."""
    if of.outside is False:
        return ()
    waiting = _waiting(of, by, policy)
    return (_where(of), waiting) if waiting else ()


def at_once(of: Living, urgent: Mapping[str, str]) -> tuple[str, ...]:
    """Why a child outside the area is due whenever she was last considered: her home cannot wait."""
    why = urgent.get(of.child.id)
    return (_where(of), why) if why else ()


def due_of(of: Living, why: tuple[str, ...]) -> Due:
    """A child who is due, as the review lists her."""
    considered = of.last_considered if isinstance(of.last_considered, date) else None
    return made(
        Due,
        child=of.child.id,
        home=of.home,
        since=of.since,
        why_due=why,
        last_considered=considered,
        outside=of.outside,
        distant=of.distant,
        miles=of.miles,
    )


def _where(of: Living) -> str:
    if of.home is None:
        return "it is not recorded where the child lives"
    if of.row is None:
        return "the home is not in the register, so nobody can tell whether it is in the area"
    if of.outside is None:
        return "it is not known whether the home is in the area"
    return "outside the area, at a distance" if of.distant else "outside the area"


def _waiting(of: Living, by: date, policy: ReviewPolicy) -> str | None:
    """Since when the home was not considered, where that is long enough."""
    months = policy.due_after_months
    if of.last_considered is False:
        return _counted("never considered; the child came on", of.since, by, months)
    if not isinstance(of.last_considered, date):
        return "it is not recorded when the home was last considered"
    return _counted("last considered on", of.last_considered, by, months)


def _counted(words: str, since: date | None, by: date, months: int) -> str | None:
    if since is None:
        return "never considered, and it is not recorded since when the child lives there"
    due = months_after(since, months)
    return f"{words} {in_full(since)}: due since {in_full(due)}" if due <= by else None
