"""The child of a plan in a few lines: her own words and her parents', what is known of her, where she lives now."""

from collections.abc import Iterator, Sequence

from matching.cli.about_her import known_of_her
from matching.cli.asked import family, says
from matching.cli.panel import Panel
from matching.cli.words import LEGAL_STATUS
from matching.domain.child import Child
from matching.explaining.words import day

MOST_FAMILY = 2


def about(panel: Panel, child: Child, before: Sequence[Child] = ()) -> Iterator[str]:
    """At most five lines; what is not recorded and must be before a decision is said to be so.

    What is the same of a brother or sister who is told of `before` is not said again.
    """
    yield says(child.wishes)
    yield f"parents: {_parents(child, before)}; {_family(child, before)}"
    known = list(known_of_her(child))
    of_siblings = [said for said in known if said.startswith("brothers and sisters")]
    yield "; ".join([_status(child), *(said for said in known if said not in of_siblings)])
    yield from of_siblings
    yield from _elsewhere(panel, child)


def _status(child: Child) -> str:
    status = f"{child.legal_status} ({LEGAL_STATUS[child.legal_status]})" if child.legal_status else "not recorded"
    return f"legal status {status}{'; her age is disputed' if child.age_disputed else ''}"


def _parents(child: Child, before: Sequence[Child]) -> str:
    same = next((b.id for b in before if b.parents_wishes == child.parents_wishes and child.parents_wishes), None)
    return f"as of {same}" if same else says(child.parents_wishes).removesuffix(": ask before anything is decided")


def _family(child: Child, before: Sequence[Child]) -> str:
    """Who of the family was asked, the first of them."""
    same = next((b.id for b in before if b.family_explored == child.family_explored and child.family_explored), None)
    if same:
        return f"family: as of {same}"
    told = list(family(child))
    more = f" and {len(told) - MOST_FAMILY} more" if len(told) > MOST_FAMILY else ""
    return f"{'; '.join(told[:MOST_FAMILY])}{more}" if told else "family: nobody was asked"


def _elsewhere(panel: Panel, child: Child) -> Iterator[str]:
    """Where she lives now, if that is no home of the file; a home of the file is told of beside the plan's."""
    home = child.current_home
    if home and home not in panel.homes:
        since = f" since {day(child.current_since)}" if child.current_since else ""
        yield f"lives now at {home}{since}: not a home of this file"
