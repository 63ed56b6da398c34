"""A review as a page for the terminal: how many are due, what was found, whom to look at first, what is missing."""

from matching.cli.page import Page
from matching.cli.review_children import write_children
from matching.cli.review_rest import write_chains, write_differences, write_missing, write_open, write_prompts
from matching.domain.review import Review
from matching.explaining.words import count
from matching.reporting import saying
from matching.reporting.counted import AFTER, TODAY, Line, at_a_glance, besides, charts, outcomes
from matching.reporting.heads import PEOPLE_DECIDE, heads, lasts, title

AT = 48


def write_review(page: Page, review: Review) -> None:
    """Write the page; long lists are short here, and say where the rest is."""
    _write_head(page, review)
    _write_found(page, review)
    write_children(page, review)
    write_chains(page, review)
    write_open(page, review)
    write_missing(page, review)
    write_prompts(page, review)
    write_differences(page, review)
    _write_where(page, review)
    page.line()
    for said in lasts(review):
        page.paragraph(said, style="dim")


def _write_head(page: Page, review: Review) -> None:
    page.title(title(review))
    for said in heads(review):
        page.paragraph(said, style="bold" if said in {*review.warnings, PEOPLE_DECIDE} else "")


def _write_found(page: Page, review: Review) -> None:
    page.heading("What was found", _looked_at(review))
    for outcome, number in outcomes(review):
        page.beside(f"{number:>5}  {saying.OUTCOMES[outcome]}", saying.MEANS[outcome], indent=0, at=24)
    page.line()
    for said, number in at_a_glance(review):
        page.beside(f"{number:>5}", said, indent=0, at=7)


def _looked_at(review: Review) -> str:
    return count(len(review.due), "child", "children") + (" looked at" if review.everyone else " due")


def _write_where(page: Page, review: Review) -> None:
    page.heading("Where children live", f"{TODAY.lower()}, then {AFTER[0].lower()}{AFTER[1:]}")
    for chart in charts(review):
        for line in chart.lines:
            page.beside(f"{chart.title}: {line.what.lower()}", _both(line), indent=0, at=AT)
    for line in besides(review):
        page.beside(line.what, _both(line), indent=0, at=AT)
    if review.people_decide:
        not_counted = count(len(review.people_decide), "child", "children")
        page.paragraph(f"Not counted: {not_counted} of whom people decide, and no list.")


def _both(line: Line) -> str:
    """A number today, and what it would be: `19, then 5 (-14)`."""
    if line.today is None or line.after is None or line.difference is None:
        return f"{_number(line.today)}, then {_number(line.after)}"
    sign = "+" if line.difference > 0 else "-"
    more = f"{sign}{_number(abs(line.difference))}" if line.difference else "the same"
    return f"{_number(line.today)}, then {_number(line.after)} ({more})"


def _number(number: float | None) -> str:
    if number is None:
        return saying.NOT_RECORDED
    return f"{number:,}" if isinstance(number, int) else f"{number:,.1f}"
