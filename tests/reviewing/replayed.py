"""A review replayed by its days in plain Python, from the case and the answer alone: who has which bed.

It shares nothing with what made the review: it counts beds and children.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from matching.domain.case import Case
from matching.domain.review import Review


def steps_of(review: Review) -> list[tuple[date, tuple[int, int], tuple[str, ...], str]]:
    """Each suggestion with its day, in the order in which it would be done: those of a chain as the chain has them."""
    at = {child: (c.number, s.number) for c in review.chains for s in c.steps for child in s.children}
    rows = ((row.child, row.suggested) for row in (*review.unlawful_now, *review.explore))
    each = [(of.earliest, at.get(child, (0, 0)), (child,), of.home) for child, of in rows if of is not None]
    return sorted(each)


def wrong_of(case: Case, review: Review) -> Iterator[str]:
    """Everything that is wrong with what is suggested, step after step."""
    lives = {child.id: child.current_home for child in case.children if child.current_home}
    free = Counter({home.id: home.vacancies.beds or 0 for home in case.homes if home.vacancies})
    family = {
        row.child: row.suggested.together_with for row in (*review.unlawful_now, *review.explore) if row.suggested
    }
    gone: dict[str, date] = {}
    for day, _, (child,), home in steps_of(review):
        if child in gone:
            yield f"{child} goes twice"
        if free[home] < 1:
            yield f"{child} would come to {home} on {day}, and no bed is free there"
        for other in _waited_for(review, child):
            if other not in gone or gone[other] > day:
                yield f"{child} would come to {home} before {other} has left it"
        free[home] -= 1
        free[lives[child]] += 1
        lives[child], gone[child] = home, day
    yield from (
        f"{child} and {sibling} are not together"
        for child, those in family.items()
        for sibling in those
        if lives[sibling] != lives[child]
    )
    if set(lives) != {child.id for child in case.children if child.current_home}:
        yield "somebody has no home"


def _waited_for(review: Review, child: str) -> tuple[str, ...]:
    rows = {row.child: row for row in (*review.unlawful_now, *review.explore)}
    suggested = rows[child].suggested
    return suggested.waits_for if suggested else ()
