"""The parts of the pack after its first page, in the order in which a panel goes through them."""

from collections.abc import Iterator

from matching.domain.review import NoSuitableOption, Review, Reviewed
from matching.explaining.words import day, listed
from matching.reporting import saying
from matching.reporting.heads import lasts
from matching.reporting.pack_child import child
from matching.reporting.pack_open import open_blocks
from matching.reporting.pack_pieces import MOST_LETTERS, NOBODY, Part, note, part, row, table
from matching.reporting.told import Told, everybody

IN_FULL = ("unlawful_now", "explore")
ON_ONE_PAGE = 60


def parts(review: Review) -> Iterator[Part]:
    """Every part, as data. A child is found again by the place in the review's order."""
    numbered = tuple(enumerate(everybody(review)))
    for outcome in IN_FULL:
        blocks = [child(told, told.found, at) for at, told in numbered if told.outcome == outcome and told.found]
        yield part(saying.OUTCOMES[outcome], saying.MEANS[outcome], blocks or [note(NOBODY)])
    yield _chains(review)
    yield _cannot_assess(numbered, review)
    yield _people_decide(numbered)
    yield _keep(numbered)
    yield from (
        _missing(review),
        _prompts(review),
        _differences(review),
        _rules(review),
        _index(numbered),
        _about(review),
    )


def _chains(review: Review) -> Part:
    names = saying.home_names(review)
    blocks = [
        {
            "is": "steps",
            "title": saying.chain(chain),
            "steps": [saying.step(step, names) for step in chain.steps],
            "note": saying.NOT_AGREED,
        }
        for chain in review.chains
    ]
    intro = "Suggestions that wait for one another: a bed is free only once another child lives elsewhere."
    return part("Chains", intro, blocks or [note("None.")])


Numbered = tuple[tuple[int, Told], ...]


def _cannot_assess(numbered: Numbered, review: Review) -> Part:
    title, means = saying.OUTCOMES["cannot_assess"], saying.MEANS["cannot_assess"]
    return part(title, f"{means} By whom to ask.", open_blocks(numbered, review))


def _people_decide(numbered: Numbered) -> Part:
    rows = [
        row(told.child, _at(told), told.left.because, anchor=at)
        for at, told in numbered
        if told.outcome == "people_decide" and told.left
    ]
    shown = table(("Child", "Lives now", "Why"), (2, 3, 8), rows)
    return part(saying.OUTCOMES["people_decide"], saying.MEANS["people_decide"], [shown])


def _at(told: Told) -> str:
    return saying.known(told.due.home if told.due else None)


def _keep(numbered: Numbered) -> Part:
    rows = [_kept_row(at, told) for at, told in numbered if told.outcome == "keep"]
    kept = table(("Child", "Wishes", "Lives now", "Why no other home is suggested"), (1.6, 3.4, 3.6, 6), rows)
    return part(saying.OUTCOMES["keep"], saying.MEANS["keep"], [kept])


def _kept_row(at: int, told: Told) -> Part:
    of = told.found
    if of is None:
        return row(told.child, saying.NOT_RECORDED, saying.NOT_RECORDED, saying.NOT_RECORDED, anchor=at)
    name = f"{of.child}, aged {of.age}"
    why = tuple(_why_kept(of)) or (saying.NOT_RECORDED,)
    return row(name, saying.wishes(of, MOST_LETTERS), tuple(_kept_at(told, of)), why, anchor=at)


def _kept_at(told: Told, of: Reviewed) -> Iterator[str]:
    """Where she lives, since when, how far that is, and when it was last considered."""
    yield saying.home(of.name, of.home)
    yield f"since {saying.on(of.since)}" if of.since else "since when is not recorded"
    yield f"{saying.miles(of.miles)} from home" if of.miles is not None else "distance not recorded"
    considered = told.due.last_considered if told.due else None
    yield f"last considered {saying.on(considered)}" if considered else "when last considered is not recorded"


def _why_kept(of: Reviewed) -> Iterator[str]:
    """Why, then what of today's home is still to be approved and not known."""
    why = dict.fromkeys((*saying.own_reasons(of), *of.left_alone))
    yield from (saying.search(each) if each in of.referrals else each.words for each in why)
    yield from (f"Still to be approved today: {words}" for words in saying.reasons(of.approvals_today))
    yield from (f"Not known of today's home: {words}" for words in saying.reasons(of.unknown))
    yield from (f"Opened since: {words}" for words in saying.opened(of))


def _missing(review: Review) -> Part:
    titles = saying.rule_titles(review)
    head = ("There is none of", "For a child with", "Homes needed", "Children", "In the area", "Forbidden by")
    rows = [
        row(
            of.lack,
            _for_whom(of),
            str(of.families),
            f"{len(of.children)}: {listed(of.children)}",
            f"{of.homes} homes, {of.free} with a bed",
            saying.forbidden(of, titles) or (saying.NONE,),
        )
        for of in review.no_suitable_option
    ]
    intro = "For these children no home in the area is suitable. It is evidence of what is missing."
    return part("Missing homes", intro, [table(head, (3, 2.8, 1.4, 2.4, 2, 4.6), rows, "None.")])


def _for_whom(of: NoSuitableOption) -> tuple[str, ...]:
    """Their need, place and age, and how many need a home together."""
    together = (f"{of.together} together",) if of.together > 1 else ()
    return saying.need(of), f"near {of.place}", f"aged {of.age}", *together


def _prompts(review: Review) -> Part:
    rows = [row(of.child, of.home, day(of.since), of.words) for of in review.prompts]
    shown = table(("Child", "Lives at", "Since", "To think of"), (2, 2.4, 2.2, 7), rows, "None.")
    return part("Prompts", "To think of; no plan answers it.", [shown])


def _differences(review: Review) -> Part:
    last = review.since_last
    if last is None:
        return part("Since the last review", "No earlier review was given to compare with.", [])
    rows = [row(of.child, _then(of.before), _then(of.after), of.words) for of in last.changed]
    shown = table(("Child", "Then", "Now", "What became of it"), (2, 2.2, 2.2, 7), rows, "Nothing is different.")
    return part("Since the last review", f"Compared with the review of {day(last.as_of)}.", [shown])


def _then(outcome: str | None) -> str:
    return saying.outcome(outcome) if outcome else "not in that review"


def _rules(review: Review) -> Part:
    rows = [row(of.id, of.title, of.cites, of.confidence) for of in review.rules]
    shown = table(("Rule", "What it is about", "Where it stands", "Read in"), (3, 5, 5, 2), rows, "None.")
    return part("Rules cited", "Every rule that the reasons name, by its id.", [shown])


def _index(numbered: Numbered) -> Part:
    rows = sorted(((told.child, saying.outcome(told.outcome), at) for at, told in numbered), key=lambda row: row[0])
    blocks = [{"is": "index", "rows": rows}] if rows else [note(NOBODY)]
    return part("Every child", "By id, and the page.", blocks, new_page=len(rows) > ON_ONE_PAGE)


def _about(review: Review) -> Part:
    return part(
        "About this review",
        "What is proven, and what makes the same answer again.",
        [note(said) for said in lasts(review)],
    )
