"""The home in which a child lives now, where a rule forbids it: said at the head, not only among those ruled out."""

from collections.abc import Iterator

from matching.domain.codes import Outcome
from matching.explaining.found import Found


def forbidden_own_homes(found: Found) -> Iterator[str]:
    """A warning for each arriving child whose home of today a rule forbids."""
    register = found.layout.register
    for child, judged in zip(found.layout.question.children, found.judged, strict=True):
        row = register.row_of.get(child.current_home or "")
        if row is None or judged.standing[row] != Outcome.PROHIBITED:
            continue
        against = [r.id for r, line in zip(found.rulebook.rules, judged.outcomes, strict=True) if not line[row]]
        yield (
            f"The home in which {child.id} lives now, {child.current_home}, is ruled out by {', '.join(against)}: "
            "people must settle that whatever else is decided."
        )


def own_homes(found: Found) -> dict[str, int]:
    """For each arriving child who lives in a home of the register by her own record, that home's row."""
    row_of = found.layout.register.row_of
    rows = ((c.id, row_of.get(c.current_home or "")) for c in found.layout.question.children)
    return {child: row for child, row in rows if row is not None}
