"""The children of a review whom people look at first, on a page for the terminal: one after another, wishes first."""

from collections.abc import Iterator

from matching.cli.page import Page
from matching.cli.review_short import shortened
from matching.domain.review import Review, Reviewed, Suggested
from matching.explaining.words import day, listed
from matching.reporting import saying
from matching.reporting.heads import figures
from matching.reporting.suggestion_columns import begins, suitability_today

MOST_UNLAWFUL, MOST_EXPLORED, MOST_KEPT = 10, 6, 10
AT = 26
MOST_LETTERS = 400
REASONS = "The reasons of each are in the files that --out FOLDER writes."
NO_HOME = "no other home that is recorded may be used: see what is missing"


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
    _write_kept(page, review)


def _write_kept(page: Page, review: Review) -> None:
    """Who is kept, by id: a page has no room for the reasons."""
    page.heading(saying.OUTCOMES["keep"], "no other home is suggested")
    ids = [each.child for each in review.keep]
    page.paragraph(f"{listed(ids, MOST_KEPT)}. {REASONS}" if ids else "None.")


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
        yield from _suggestion(of, of.suggested)


def _wishes(of: Reviewed) -> str:
    """What is recorded of them, as far as a short page has room."""
    cut = "; the pack has all of it" if of.wishes and len(of.wishes) > MOST_LETTERS else ""
    return f"{saying.wishes(of, MOST_LETTERS)}{cut}"


def _lives(of: Reviewed) -> str:
    since = f"since {day(of.since)}" if of.since else "since when is not recorded"
    stands = saying.stands_today(of) if of.today else "it is not recorded how it stands"
    far = saying.miles(of.miles) if of.miles is not None else "distance not recorded"
    kind = saying.kind(of.kind) if of.kind else "of what kind is not recorded"
    return f"{saying.home(of.name, of.home)}, {kind}, {since}, {far}; {stands}"


def _suggestion(child: Reviewed, of: Suggested) -> Iterator[tuple[str, str]]:
    far = saying.miles(of.miles) if of.miles is not None else "distance not recorded"
    together = f"; together with {listed(of.together_with)}" if of.together_with else ""
    yield (
        "to explore",
        f"{saying.home(of.name, of.home)}, {saying.tier(of.tier).lower()}, {far}; {saying.stands_there(of)}{together}",
    )
    yield "better there", listed(saying.titles(of.duties, of.gains)) or saying.NONE
    if of.loses:
        yield "less well", listed(saying.titles(of.duties, of.loses))
    beside = f", and {saying.FORBIDDEN}" if of.today is None else f" and {of.credit} for staying"
    today = f"{saying.points(suitability_today((child, of)))}{beside}"
    yield "suitability", f"today {today}; there {saying.points(of.suitability)}"
    yield "approvals first", "; ".join(saying.asked_first(of))
    for because in of.before:
        yield "before anybody decides", saying.reason(because)
    yield "not before", begins(of)
