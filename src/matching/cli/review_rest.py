"""The rest of a review on a page for the terminal: chains, what is to be found out, what is missing, what changed."""

from matching.cli.page import Page
from matching.cli.review_short import shortened
from matching.domain.review import NoSuitableOption, Review, Reviewed
from matching.explaining.words import count, day, listed
from matching.reporting import saying

MOST_CHAINS, MOST_OPEN, MOST_MISSING, MOST_PROMPTS, MOST_CHANGED, MOST_NAMED = 5, 5, 8, 5, 8, 6
MOST_LETTERS = 160
AT = 20


def write_chains(page: Page, review: Review) -> None:
    """Write suggestions that wait for one another, step by step."""
    page.heading("Chains", "a bed is free only once another child lives elsewhere")
    names = saying.home_names(review)
    for chain in shortened(page, review.chains, MOST_CHAINS, "chains"):
        page.paragraph(saying.chain(chain), style="bold")
        for step in chain.steps:
            page.beside(f"{step.number}.", saying.step(step, names), indent=2, at=6)
        page.paragraph(saying.NOT_AGREED)


def write_open(page: Page, review: Review) -> None:
    """Write what is to be found out before anybody can tell, and of whom people decide."""
    page.heading(saying.OUTCOMES["cannot_assess"], "what is to be found out")
    for of in shortened(page, review.cannot_assess, MOST_OPEN, "children"):
        page.beside(of.child, _open(of), indent=2, at=AT)
    if review.people_decide:
        page.heading(saying.OUTCOMES["people_decide"], "people decide about these children, and no list")
        for left in review.people_decide:
            page.beside(left.child, left.because, indent=2, at=AT)


def _open(of: Reviewed) -> str:
    """Her wishes first, then what is to be found out."""
    why = dict.fromkeys((*saying.reasons(of.because), *saying.reasons(of.unknown)))
    return f"wishes: {saying.wishes(of, MOST_LETTERS)}; {'; '.join(why)}"


def write_missing(page: Page, review: Review) -> None:
    """Write for whom nothing in the area is suitable."""
    page.heading("Missing homes", "for these children no home in the area is suitable")
    titles = saying.rule_titles(review)
    for of in shortened(page, review.no_suitable_option, MOST_MISSING, "kinds of home"):
        page.bullet(_missing(of, titles))


def _missing(of: NoSuitableOption, titles: dict[str, str]) -> str:
    together = f", {of.together} together" if of.together > 1 else ""
    homes = f"{of.homes} homes in the area, {of.free} with a bed"
    against = f"; forbidden by {'; '.join(saying.forbidden(of, titles))}" if of.against else ""
    whom = listed(of.children, MOST_NAMED)
    needed = count(of.families, "home")
    of_whom = f"{saying.need(of)}; near {of.place}; aged {of.age}{together}: {whom}"
    return f"None of: {of.lack}. {needed} needed: {of_whom}. {homes}{against}."


def write_prompts(page: Page, review: Review) -> None:
    """Write what to think of that no plan answers."""
    if review.prompts:
        page.heading("To think of", "no plan answers it")
        for prompt in shortened(page, review.prompts, MOST_PROMPTS, "prompts"):
            page.beside(prompt.child, prompt.words, indent=2, at=AT)


def write_differences(page: Page, review: Review) -> None:
    """Write what is different from the last review."""
    if review.since_last is None:
        return
    page.heading("Since the last review", f"of {day(review.since_last.as_of)}")
    for changed in shortened(page, review.since_last.changed, MOST_CHANGED, "differences"):
        page.beside(changed.child, changed.words, indent=2, at=AT)
