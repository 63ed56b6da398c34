"""Close calls in words: which homes are too close to call, and what nobody knows that could change their places."""

from collections.abc import Iterator, Sequence

from matching.cli.answer import Answer
from matching.cli.page import Page
from matching.domain.ranking import CriterionPoints, Option
from matching.explaining.words import TIERS, count, listed, place, word

MOST_NAMED = 4
MOST_DOUBTS = 2
MOST_GROUPS = 2
"""How many groups of a tier are told above the homes."""

WORTH_SAYING = 0.25
"""What is not known is named where it moves a home by at least this share of the doubt that moves it most."""


def write_close_calls(page: Page, answer: Answer) -> None:
    """Write, for each tier, the homes among which nobody can tell which is the better."""
    by_tier = {TIERS[t.tier]: list(groups(t.options)) for t in answer.tiers}
    if any(by_tier.values()):
        page.heading("Too close to call")
    for tier, found in by_tier.items():
        for group in found[:MOST_GROUPS]:
            page.bullet(f"{tier}: {in_words(answer, group)}")
        if (left := len(found) - MOST_GROUPS) > 0:
            page.bullet(f"{tier}: {count(left, 'further group')}, which are said at the homes.")


def groups(options: Sequence[Option]) -> Iterator[tuple[Option, ...]]:
    """Options of a tier that close calls tie together, in the panel's order."""
    left = {option.home: option for option in options if option.close_call_with}
    while left:
        group, found = [], [next(iter(left))]
        while found:
            if (option := left.pop(found.pop(), None)) is not None:
                group.append(option)
                found.extend(option.close_call_with)
        if len(group) > 1:
            yield tuple(sorted(group, key=lambda o: o.rank or 0))


def in_words(answer: Answer, group: Sequence[Option]) -> str:
    """Who is too close to call, and what is not known that could put one of them before the first of them."""
    named = f"{listed((o.home for o in group), MOST_NAMED)} are too close to call"
    first = group[0].rank or 0
    could = [o for o in group[1:] if o.best_rank is not None and o.best_rank <= first and doubts(answer, o)]
    said = [f"{_of(answer, o)} could put it {place(o.best_rank or first)}" for o in could[:MOST_DOUBTS]]
    said += [f"{len(could) - MOST_DOUBTS} more could come first too"] if len(could) > MOST_DOUBTS else []
    if said:
        return f"{named}: {'; '.join(said)}."
    return f"{named}: {_of(answer, group[0])} could put it lower." if doubts(answer, group[0]) else f"{named}."


def of_one(answer: Answer, option: Option) -> str:
    """With whom a home is too close to call, and what is not known of it."""
    others = f"too close to call with {listed(option.close_call_with, MOST_NAMED)}"
    asked = doubts(answer, option)
    return (
        f"{others}; not known for sure here: {_not_known(asked)}"
        if asked
        else f"{others}; all that counts is known here"
    )


def doubts(answer: Answer, option: Option) -> tuple[CriterionPoints, ...]:
    """The criteria that leave an option's suitability open, the widest first."""
    heads = {"stability", "distance"} | ({"cost"} if answer.ranking.policy.cost_counts == "weighted" else set())
    wide = [c for c in option.criteria if c.head in heads and _width(c) > 0]
    wide.sort(key=lambda c: -_width(c))
    return tuple(c for c in wide[:MOST_DOUBTS] if _width(c) >= WORTH_SAYING * _width(wide[0]))


def _width(criterion: CriterionPoints) -> float:
    return criterion.weight * (criterion.high - criterion.low)


def _of(answer: Answer, option: Option) -> str:
    return f"what is not known for sure of {option.home}'s {_not_known(doubts(answer, option))}"


def _not_known(criteria: Sequence[CriterionPoints]) -> str:
    """What criteria are about, by their ids, which are words."""
    return listed(word(c.id.replace("-", "_")) for c in criteria)
