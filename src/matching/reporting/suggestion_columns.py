"""What tables say of a suggestion: the home, the duties as both homes serve them, what it asks and waits for."""

from collections.abc import Callable, Iterator

from matching.domain.ranking import Interval
from matching.domain.review import DutyCompared, Reviewed, Suggested
from matching.explaining.words import day
from matching.reporting import saying
from matching.reporting.cells import Cell
from matching.reporting.columns import Column, level_columns

Pair = tuple[Reviewed, Suggested]
Suggestion = Column[Pair]


def there(value: Callable[[Suggested], Cell]) -> Callable[[Pair], Cell]:
    """What is said of the suggestion itself."""
    return lambda pair: value(pair[1])


def suitability_today(pair: Pair) -> Interval | None:
    """The points of today's home, which it may have though a rule forbids it."""
    return pair[1].today or pair[0].suitability


def stability_today(pair: Pair) -> Interval | None:
    """Its points of stability, likewise."""
    return pair[1].stability_today or pair[0].stability


def waits(of: Suggested) -> tuple[str, ...]:
    """For how many others it waits: only a chain says who they are."""
    return (saying.others(of.waits_for),) if of.waits_for else ()


PLACE: tuple[Suggestion, ...] = (
    Suggestion("child", "Child", "The child's id", lambda pair: pair[0].child, 12),
    Suggestion(
        "home_today", "Home today", "The id of the home where the child lives", lambda pair: pair[0].home, in_words=True
    ),
    Suggestion("home", "Home", "The id of the home suggested to be explored", there(lambda s: s.home)),
    Suggestion("name", "Name", "Its name", there(lambda s: s.name), 20, in_words=True),
    Suggestion("kind", "Kind", "Its kind", there(lambda s: saying.kind(s.kind)), 16),
    Suggestion("tier", "Tier", "Where it stands in the panel's order", there(lambda s: saying.tier(s.tier)), 18),
    Suggestion("standing", "Stands", "How it stands", there(saying.stands_there), 24),
    Suggestion("inside", "In the area", "Whether it is in the area", there(lambda s: s.inside), 9, in_words=True),
    Suggestion("miles_today", "Miles today", "Miles of today's home from the child's own", lambda pair: pair[0].miles),
    Suggestion("miles", "Miles there", "Miles of the suggested one", there(lambda s: s.miles)),
)
POINTS: tuple[Suggestion, ...] = (
    Suggestion(
        "today_stands", "Today's stands", "How the home of today stands", lambda pair: saying.stands_today(pair[0]), 24
    ),
    *level_columns("today", "Suitability today", "Points of today's home", suitability_today),
    *level_columns("suitability", "Suitability there", "Points of the suggested", lambda pair: pair[1].suitability),
    Suggestion("credit", "Credit", "Points that staying was given", there(lambda s: s.credit), 8),
    *level_columns("stability_today", "Stability today", "Stability today", stability_today),
    *level_columns("stability", "Stability there", "Stability there", lambda pair: pair[1].stability),
)
ASKS: tuple[Suggestion, ...] = (
    Suggestion(
        "gains",
        "Serves better",
        "Duties that it serves better",
        there(lambda s: saying.titles(s.duties, s.gains)),
        24,
    ),
    Suggestion(
        "loses",
        "Serves less well",
        "Duties that today's home serves better",
        there(lambda s: saying.titles(s.duties, s.loses)),
        24,
    ),
    Suggestion(
        "approvals",
        "Approvals",
        "Approvals to be given before it may begin",
        there(saying.asked_first),
        34,
    ),
    Suggestion(
        "before",
        "Before anybody decides",
        "What must be recorded before anybody decides",
        there(lambda s: saying.reasons(s.before)),
        34,
    ),
    Suggestion(
        "together_with",
        "Together with",
        "Brothers and sisters who would live there too",
        there(lambda s: s.together_with),
        16,
    ),
    Suggestion("earliest", "Earliest", "The first day on which it could begin", there(lambda s: s.earliest), 12),
    Suggestion(
        "waits_for",
        "Waits for",
        "Whether others would have to live elsewhere first: the chain says who",
        there(waits),
        16,
    ),
    Suggestion("chain", "Chain", "The number of the chain that it is part of", there(lambda s: s.chain), 8, "none"),
)


def suggestion_columns(of: tuple[Pair, ...]) -> tuple[Suggestion, ...]:
    """All columns; for each duty that is compared three, the first compared first."""
    duties = {each.duty: each.title for _, suggested in of for each in suggested.duties}
    compared = (column for duty, title in duties.items() for column in _duty_columns(duty, title))
    return (*PLACE, *POINTS, *ASKS, *compared)


def _duty_columns(duty: str, title: str) -> Iterator[Suggestion]:
    def of(value: Callable[[DutyCompared], str]) -> Callable[[Pair], Cell]:
        return lambda pair: next((value(each) for each in pair[1].duties if each.duty == duty), "not asked")

    yield Suggestion(f"{duty}_today", f"{title}, today", f"{title}: as today's home serves it", of(lambda d: d.today))
    yield Suggestion(f"{duty}_there", f"{title}, there", f"{title}: as the suggested one would", of(lambda d: d.there))
    yield Suggestion(
        f"{duty}_change",
        f"{title}, there it is",
        f"{title}: better, less well, alike, or nobody can tell",
        of(lambda d: saying.change(d.change)),
    )


def begins(of: Suggested) -> str:
    """When it could begin, and for whom it waits."""
    first = f"; waits for {saying.others(of.waits_for)}" if of.waits_for else ""
    chain = f" (chain {of.chain})" if of.chain is not None else ""
    return f"{day(of.earliest)}{first}{chain}"
