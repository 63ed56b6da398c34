"""Children of whom people decide, and no list."""

from collections.abc import Iterator

from matching.facts.catalogue import child
from matching.facts.fact import show_plain
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
    for of, values in zip(layout.question.children, layout.children, strict=True):
        if values[child.deprivation_of_liberty.name]:
            yield f"{of.id} is, or is to be, deprived of liberty: people decide this, not the list"
        status = values[child.legal_status.name]
        if status in PEOPLE_DECIDE:
            yield f"{of.id} is {WORDS[show_plain(status)]}: people decide this, not the list"
