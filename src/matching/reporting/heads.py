"""What every page and file of a review says first: who decides, as of when, by which policy; and what it says last."""

from collections.abc import Iterator

from matching.domain.review import Review
from matching.explaining.words import count, day

PEOPLE_DECIDE = "The engine proposes; people decide."
NEVER_A_MOVE = (
    "Nothing here says that a child is to be moved. Of a child's home it is found that it is unlawful now, that "
    "another is worth exploring, that it is kept, or that nobody can assess it yet; of some children people decide, "
    "and no list."
)
TITLE = "Review of children placed outside the area"
CONFIDENTIAL = "Confidential: children's records"
ENGINE = "placement-matching"


def title(review: Review) -> str:
    """What it is, and of which day."""
    return f"{TITLE}, {day(review.as_of)}"


def heads(review: Review) -> tuple[str, ...]:
    """What a reader must know before anything else, the warnings first."""
    return (*review.warnings, PEOPLE_DECIDE, *must_know(review))


def must_know(review: Review) -> tuple[str, ...]:
    """The same without the warnings and who decides."""
    return (NEVER_A_MOVE, *_made(review))


def _made(review: Review) -> Iterator[str]:
    yield asked(review)
    yield policy(review)
    yield f"The next review is due by {day(review.next_review_by)}."
    if not review.proven:
        yield not_proven(review)


def asked(review: Review) -> str:
    """Of which day, and who was looked at."""
    due, among = count(len(review.due), "child", "children"), count(review.looked_at, "child", "children")
    outside = f"those outside the area, due by {day(review.due_by)}"
    whom = "all, in the area or not" if review.everyone else outside
    return f"As things are on {day(review.as_of)}. Looked at are {whom}: {due} of {among} who live in a home."


def policy(review: Review) -> str:
    """By which policy, and whether anybody agreed it."""
    used = review.policy
    agreed = f"agreed by {used.agreed_by}" if used.agreed_by else "nobody has agreed it yet"
    return f"Judged by {used.title}: {agreed}."


def not_proven(review: Review) -> str:
    """What a reader must know where the search ended before it could tell."""
    open_still = f" ({review.bound})" if review.bound else ""
    return f"Another set of suggestions may be better: the search ended before it could tell{open_still}."


def lasts(review: Review) -> tuple[str, ...]:
    """What stands at the end: whether every aim is proven, and what makes the same answer again."""
    proven = "Proven: no other set of suggestions reaches more of any aim without less of one before it."
    version = review.versions.get(ENGINE, "")
    made = f"Facts {review.facts_hash[:12]}, rules of {day(review.rulebook_day)}, {ENGINE} {version}".rstrip()
    return (proven if review.proven else not_proven(review), made)


def figures(review: Review) -> tuple[str, ...]:
    """The figures of the policy that a reader weighs suggestions by."""
    kept, vacant = review.kept_free.kept, count(review.kept_free.vacant, "vacant bed")
    gains = count(review.gains_needed, "duty", "duties")
    return (
        f"A home is suggested only where it serves at least {gains} better and nothing that must not be lost is.",
        f"Staying is given {count(review.credit, 'point')} of suitability.",
        f"Of {vacant} of the council's own carers {kept} {'is' if kept == 1 else 'are'} kept for new referrals.",
    )
