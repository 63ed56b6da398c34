"""The parts of the pack after its first page, in the order in which a panel goes through them."""

from collections.abc import Iterator, Sequence
from typing import Any

from matching.domain.review import Review
from matching.explaining.words import day, listed
from matching.reporting import saying
from matching.reporting.pack_child import child, lives
from matching.reporting.told import Told, everybody

Part = dict[str, Any]
IN_FULL = ("unlawful_now", "explore")
NOBODY = "Nobody."
ON_ONE_PAGE = 60


def parts(review: Review) -> Iterator[Part]:
    """Every part, as data. A child is found again by the place in the review's order."""
    numbered = tuple(enumerate(everybody(review)))
    for outcome in IN_FULL:
        blocks = [child(told, told.found, at) for at, told in numbered if told.outcome == outcome and told.found]
        yield _part(saying.OUTCOMES[outcome], saying.MEANS[outcome], blocks or [_note(NOBODY)])
    yield _chains(review)
    yield _cannot_assess(numbered)
    yield _people_decide(numbered)
    yield _keep(numbered)
    yield from (_missing(review), _prompts(review), _differences(review), _rules(review), _index(numbered))


def _part(title: str, intro: str, blocks: Sequence[Part], *, new_page: bool = False) -> Part:
    return {"title": title, "intro": intro, "blocks": list(blocks), "new-page": new_page}


def _note(text: str) -> Part:
    return {"is": "note", "text": text}


def _table(head: Sequence[str], widths: Sequence[float], rows: Sequence[Part], nobody: str = NOBODY) -> Part:
    """A table; each row has its cells, of a line or several, and the place of the child it is about."""
    if not rows:
        return _note(nobody)
    return {"is": "table", "head": list(head), "widths": list(widths), "rows": list(rows)}


def _row(*cells: str | Sequence[str], anchor: int | None = None) -> Part:
    return {"cells": [[cell] if isinstance(cell, str) else list(cell) for cell in cells], "anchor": anchor}


def _chains(review: Review) -> Part:
    names = saying.home_names(review)
    blocks = [
        {"is": "steps", "title": saying.chain(chain), "steps": [saying.step(step, names) for step in chain.steps]}
        for chain in review.chains
    ]
    intro = "Suggestions that wait for one another: a bed is free only once another child lives elsewhere."
    return _part("Chains", intro, blocks or [_note("None.")])


Numbered = tuple[tuple[int, Told], ...]


def _cannot_assess(numbered: Numbered) -> Part:
    rows = [_open_row(at, told) for at, told in numbered if told.outcome == "cannot_assess"]
    table = _table(("Child", "Lives now", "To be found out"), (2, 5, 7), rows)
    return _part(saying.OUTCOMES["cannot_assess"], saying.MEANS["cannot_assess"], [table])


def _open_row(at: int, told: Told) -> Part:
    of = told.found
    if of is None:
        return _row(told.child, saying.NOT_RECORDED, saying.NOT_RECORDED, anchor=at)
    settled = (
        f"{saying.home(each.name, each.home)} may suit; to be found out: {'; '.join(saying.reasons(each.missing))}"
        for each in of.if_settled
    )
    why = tuple(dict.fromkeys((*saying.reasons(of.because), *saying.reasons(of.unknown), *settled)))
    return _row(f"{of.child}, aged {of.age}", lives(told, of), why or (saying.NOT_RECORDED,), anchor=at)


def _people_decide(numbered: Numbered) -> Part:
    rows = [
        _row(told.child, _at(told), told.left.because, anchor=at)
        for at, told in numbered
        if told.outcome == "people_decide" and told.left
    ]
    table = _table(("Child", "Lives now", "Why"), (2, 3, 8), rows)
    return _part(saying.OUTCOMES["people_decide"], saying.MEANS["people_decide"], [table])


def _at(told: Told) -> str:
    return saying.known(told.due.home if told.due else None)


def _keep(numbered: Numbered) -> Part:
    rows = [_kept_row(at, told) for at, told in numbered if told.outcome == "keep"]
    table = _table(("Child", "Lives now", "Since", "Why the home stays"), (2, 3.4, 2, 6.5), rows)
    return _part(saying.OUTCOMES["keep"], saying.MEANS["keep"], [table])


def _kept_row(at: int, told: Told) -> Part:
    of = told.found
    if of is None:
        return _row(told.child, saying.NOT_RECORDED, saying.NOT_RECORDED, saying.NOT_RECORDED, anchor=at)
    why = tuple(dict.fromkeys(each.words for each in (*of.because, *of.left_alone)))
    opened = (f"Opened in the area since: {listed(of.opened_since)}",) if of.opened_since else ()
    home = saying.home(of.name, of.home)
    return _row(
        f"{of.child}, aged {of.age}", home, saying.on(of.since), (*why, *opened) or (saying.NOT_RECORDED,), anchor=at
    )


def _missing(review: Review) -> Part:
    head = ("Highest need", "Near", "Age", "Together", "Children", "In the area", "Ruled out by")
    rows = [
        _row(
            saying.need(of),
            of.place,
            of.age,
            str(of.together),
            f"{len(of.children)}: {listed(of.children)}",
            f"{of.homes} homes, {of.free} with a bed",
            saying.ruled_out(of) or (saying.NONE,),
        )
        for of in review.no_suitable_option
    ]
    intro = "For these children no home in the area is suitable. It is evidence of what is missing."
    return _part("Missing homes", intro, [_table(head, (3, 1.4, 1.6, 1.5, 3, 2.4, 3.6), rows, "None.")])


def _prompts(review: Review) -> Part:
    rows = [_row(of.child, of.home, day(of.since), of.words) for of in review.prompts]
    table = _table(("Child", "Lives at", "Since", "To think of"), (2, 2.4, 2.2, 7), rows, "None.")
    return _part("Prompts", "To think of; no plan answers it.", [table])


def _differences(review: Review) -> Part:
    last = review.since_last
    if last is None:
        return _part("Since the last review", "No earlier review was given to compare with.", [])
    rows = [_row(of.child, _then(of.before), _then(of.after), of.words) for of in last.changed]
    table = _table(("Child", "Then", "Now", "What became of it"), (2, 2.2, 2.2, 7), rows, "Nothing is different.")
    return _part("Since the last review", f"Compared with the review of {day(last.as_of)}.", [table])


def _then(outcome: str | None) -> str:
    return saying.outcome(outcome) if outcome else "not in that review"


def _rules(review: Review) -> Part:
    rows = [_row(of.id, of.title, of.cites, of.confidence) for of in review.rules]
    table = _table(("Rule", "What it is about", "Where it stands", "Read in"), (3, 5, 5, 2), rows, "None.")
    return _part("Rules cited", "Every rule that the reasons name, by its id.", [table])


def _index(numbered: Numbered) -> Part:
    rows = sorted(((told.child, saying.outcome(told.outcome), at) for at, told in numbered), key=lambda row: row[0])
    blocks = [{"is": "index", "rows": rows}] if rows else [_note(NOBODY)]
    return _part("Every child", "By id, and the page.", blocks, new_page=len(rows) > ON_ONE_PAGE)
