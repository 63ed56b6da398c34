"""What an unknown fact could turn out to be: an answer that speaks for a home, and one that speaks against it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from matching.domain.child import Child
from matching.domain.codes import NeedDomain
from matching.domain.home import Home
from matching.domain.referral import Referral
from matching.facts.changing.situation import Situation
from matching.facts.changing.step import Changes, of_child, of_home, of_referral
from matching.facts.changing.who import Who
from matching.facts.fact import Fact

Tables = Mapping[str, Any]
Answer = tuple[str, Changes]
"""How the fact would turn out, in words, and the change to the record that says so."""


@dataclass(frozen=True, eq=False)
class Askable:
    """An unknown fact that somebody could ask about: of whom, what, and how it could turn out.

    The first answer speaks for a home, unless `either` may. `domain` is that of the need where it is a skill for one.
    """

    fact: Fact[Any]
    question: str
    of: Who
    answers: Callable[[Situation], Iterable[Answer]]
    domain: NeedDomain | None = None
    either: bool = False

    @property
    def about_the_home(self) -> bool:
        """Whether it is asked of a home, and not of the child or the referral."""
        return self.fact.name.startswith(("home.", "pair."))


def of_the_home(
    unknown: Callable[[Home], bool], *answers: tuple[str, Callable[[Situation], Tables | None]]
) -> Callable[[Situation], Iterator[Answer]]:
    """Answers about a home of which it is unknown; one that there is not for these children is left out."""

    def each(of: Situation) -> Iterator[Answer]:
        if unknown(of.home):
            for words, tables in answers:
                if (said := tables(of)) is not None:
                    yield words, of_home(of, said)

    return each


def of_each_child(
    unknown: Callable[[Child], bool], *answers: tuple[str, Callable[[Situation, Child], Tables | None]]
) -> Callable[[Situation], Iterator[Answer]]:
    """Answers about the first child of whom it is unknown."""

    def each(of: Situation) -> Iterator[Answer]:
        child = next((child for child in of.children if unknown(child)), None)
        if child is not None:
            for words, tables in answers:
                if (said := tables(of, child)) is not None:
                    yield words, of_child(child.id, said)

    return each


def of_the_referral(
    unknown: Callable[[Referral], bool], *answers: tuple[str, Callable[[Situation], Tables]]
) -> Callable[[Situation], Iterator[Answer]]:
    """Answers about what is asked for."""

    def each(of: Situation) -> Iterator[Answer]:
        if unknown(of.referral):
            yield from ((words, of_referral(of, tables(of))) for words, tables in answers)

    return each


def said(**tables: Any) -> Callable[..., Tables]:
    """An answer that is the same in every situation."""
    return lambda *_: tables


def half_a_year_on(day: date) -> str:
    """A day about half a year on, as a stay may end."""
    return (day + timedelta(days=182)).isoformat()


def strangers(number: int) -> list[Tables]:
    """So many children who are fostered there and are nobody's brothers or sisters."""
    member = {"born": "2015-01-01", "sex": "F", "relation": "looked_after", "sibling_of": []}
    return [member | {"id": f"somebody-{k}", "risks": [], "vulnerable_to": []} for k in range(1, number + 1)]
