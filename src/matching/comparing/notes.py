"""What must be said beside a what-if so that nobody reads into it what it does not say."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from matching.domain.case import Case

SHOWN_ALONE = (
    "Religion and languages are shown beside the duty on wishes and identity (CA89-22-5): no rule, no points and no "
    "place in the order rest on them."
)
PROTECTS = (
    "This changes a fact that protects the child, or says who somebody is. It may be asked; nobody may record it "
    "otherwise than it is to fit a home."
)
READ_BY_NONE: Mapping[tuple[str, str], str] = {
    ("children", "ethnicity"): "No rule, criterion or duty reads a child's ethnicity: it moves no home.",
    ("children", "religion"): SHOWN_ALONE,
    ("children", "languages"): SHOWN_ALONE,
    ("homes", "religion"): SHOWN_ALONE,
    ("homes", "languages"): SHOWN_ALONE,
    ("children", "sex"): (
        "A child's sex is read only where terms of approval or a statement of purpose speak of it (CPPCR-22-SEX, "
        "CHR-16-RANGE)."
    ),
    **{
        ("children", fact): PROTECTS
        for fact in (
            *("keep_away_from", "must_not_live_with", "risks", "vulnerable_to", "court_orders", "born", "age_disputed"),
            *("deprivation_of_liberty", "legal_status", "access_needs"),
        )
    },
    ("homes", "does_not_take"): PROTECTS,
}
"""Facts of which people may ask what they would change, and what reads them."""

OTHER_CHILDREN = (
    "The two panels are not for the same children: what they reach, and what they cost, cannot be held against each "
    "other."
)
NOT_PROVEN = (
    "Of the two plans at least one is not proven to be the best: what is different may come from where the search "
    "ended."
)


def notes(said: Sequence[Mapping[str, Any]], case: Case) -> tuple[str, ...]:
    """What reads the facts that a change names of entries that the case has."""
    return tuple(dict.fromkeys(_of_facts(said, case)))


def _of_facts(said: Sequence[Mapping[str, Any]], case: Case) -> Iterator[str]:
    for (table, field), words in READ_BY_NONE.items():
        known = {entry.id for entry in getattr(case, table)}
        entries = (entry for part in said for entry in part.get(table) or ())
        if any(field in entry and entry["id"] in known for entry in entries):
            yield words
