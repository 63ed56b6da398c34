"""Children of whom people decide, and no list."""

from collections.abc import Iterator

from matching.domain.child import Child
from matching.facts.layout import Layout
from matching.rules.policy.keeping_safe import PEOPLE_DECIDE

WORDS = {
    "E1": "under a placement order",
    "J1": "remanded",
    "V3": "on short breaks",
    "V4": "on short breaks",
}


def people_decide(layout: Layout) -> Iterator[str]:
    """Each arriving child of whom people decide, and why: never as one for whom nothing was found."""
    for child in layout.question.children:
        yield from (f"{child.id} {why}: people decide this, not the list" for why in _why(child))


def why_people_decide(child: Child) -> str:
    """Why people decide of a child and no list; nothing where a list may."""
    return " and ".join(_why(child))


def _why(child: Child) -> Iterator[str]:
    if child.deprivation_of_liberty:
        yield "is, or is to be, deprived of liberty"
    if child.legal_status in PEOPLE_DECIDE:
        yield f"is {WORDS[child.legal_status.value]}"
