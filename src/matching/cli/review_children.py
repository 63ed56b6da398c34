"""The children of a review whom people look at first, on a page for the terminal: one after another, wishes first."""

from collections.abc import Iterator

from matching.cli.page import Page
from matching.cli.review_short import shortened
from matching.domain.review import Review, Reviewed, Suggested
from matching.explaining.words import SO_STANDS, STANDINGS, day, listed
from matching.reporting import saying
from matching.reporting.heads import figures
from matching.reporting.suggestion_columns import begins

MOST_UNLAWFUL, MOST_EXPLORED = 10, 6
AT = 20
MOST_LETTERS = 400
NO_HOME = "no home in the area is suggested: see what is missing, and look further"


def write_children(page: Page, review: Review) -> None:
    """Write those whose home a rule forbids, then those who may have a better one."""
    page.heading(saying.OUTCOMES["unlawful_now"], saying.MEANS["unlawful_now"])
    for each in shortened(page, review.unlawful_now, MOST_UNLAWFUL, "children"):
        _write_child(page, each)
    page.heading(saying.OUTCOMES["explore"], "another home may serve the child better")
    for each in shortened(page, review.explore, MOST_EXPLORED, "children"):
        _write_child(page, each)
    page.line()
    page.paragraph(" ".join(figures(review)), style="dim")


def _write_child(page: Page, of: Reviewed) -> None:
    page.line()
    page.paragraph(f"{of.child}, aged {of.age}", style="bold")
    for label, text in _rows(of):
        page.beside(label, text, indent=2, at=AT)


def _rows(of: Reviewed) -> Iterator[tuple[str, str]]:
    """What is said of a child, her wishes first."""
    yield "wishes", _wishes(of)
    yield "lives now", _lives(of)
    for because in of.against:
        yield "forbidden by", saying.reason(because)
    if of.against:
        yield "decide first", "what would make today's home lawful, or where else the child could live"
    if of.suggested is None:
        yield "to explore", NO_HOME
    else:
        yield from _suggestion(of.suggested)


def _wishes(of: Reviewed) -> str:
    """What is recorded of them, as far as a short page has room."""
    if not of.wishes:
        return "not recorded: ask the child before anything is decided"
    return of.wishes if len(of.wishes) <= MOST_LETTERS else f"{of.wishes[:MOST_LETTERS]} ... (the pack has all of it)"


def _lives(of: Reviewed) -> str:
    since = f"since {day(of.since)}" if of.since else "since when is not recorded"
    stands = SO_STANDS.get(of.today, of.today) if of.today else "it is not recorded how it stands"
    far = saying.miles(of.miles) if of.miles is not None else "distance not recorded"
    return f"{saying.home(of.name, of.home)}, {saying.kind(of.kind)}, {since}, {far}; {stands}"


def _suggestion(of: Suggested) -> Iterator[tuple[str, str]]:
    far = saying.miles(of.miles) if of.miles is not None else "distance not recorded"
    together = f"; together with {listed(of.together_with)}" if of.together_with else ""
    standing = STANDINGS.get(of.standing, of.standing)
    yield "to explore", f"{saying.home(of.name, of.home)}, {saying.tier(of.tier).lower()}, {far}; {standing}{together}"
    yield "better there", listed(saying.titles(of.duties, of.gains)) or saying.NONE
    if of.loses:
        yield "less well", listed(saying.titles(of.duties, of.loses))
    today = (
        "none, as a rule forbids it" if of.today is None else f"{saying.points(of.today)} and {of.credit} for staying"
    )
    yield "suitability", f"today {today}; there {saying.points(of.suitability)}"
    if of.approvals:
        yield "approvals first", "; ".join(map(saying.approval, of.approvals))
    yield "not before", begins(of)


def _today(of: Suggested) -> str:
    if of.today is None:
        return "today none, as a rule forbids it"
    return f"today {saying.points(of.today)}, and {of.credit} for staying"
