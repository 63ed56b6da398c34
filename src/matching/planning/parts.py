"""A part of a group: some of its children, who would live together, and what is asked about them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from matching.domain.made import made
from matching.domain.panel import Decided
from matching.facts.catalogue import household
from matching.facts.fact import AT_MOST
from matching.facts.question import Question
from matching.facts.register import Register
from matching.planning.groups import MOST_DIVIDED, Group
from matching.solving.problem import Ints

BEDS_NEEDED = household.beds_needed.name + AT_MOST


@dataclass(frozen=True, slots=True)
class Part:
    """Some children of a group, by their places in it."""

    group: int
    places: tuple[int, ...]


def parts_of(number: int, group: Group) -> Iterator[Part]:
    """Every part that a group may be divided into: each child first, the whole last."""
    count = len(group.children)
    sizes = range(1, count + 1) if count <= MOST_DIVIDED else (1, count)
    for size in sizes:
        yield from (Part(number, places) for places in combinations(range(count), size))


def questions_of(group: Group, places: Sequence[int]) -> Iterator[tuple[Question, tuple[str, ...]]]:
    """The question about the children of a part by each referral that asks for them, and the others of the part."""
    chosen = [group.children[place] for place in places]
    elsewhere = [child for child in group.children if child not in chosen]
    for question in group.questions:
        children = tuple(child for child in question.children if child.id in chosen)
        if children:
            arriving = {child.id for child in children}
            others = tuple(child for child in chosen if child not in arriving)
            yield question.about(children, elsewhere), others


@dataclass(frozen=True, slots=True, eq=False)
class Asking:
    """What is asked to find a part: in each layer of the homes (all of them, where None) a question a referral."""

    part: Part
    group: Group
    layers: tuple[tuple[Ints | None, tuple[Question, ...]], ...]

    @property
    def questions(self) -> tuple[Question, ...]:
        """All of them, layer by layer."""
        return tuple(question for _, of_layer in self.layers for question in of_layer)


def asking(part: Part, group: Group, register: Register) -> Asking:
    """What is asked about a part.

    Where several referrals ask for its children, each is judged as if the others were agreed for the same home: entry
    by entry, where homes have several.
    """
    asked = list(questions_of(group, part.places))
    if len(asked) == 1:
        return Asking(part, group, ((None, (asked[0][0],)),))
    layers = (layer_of(number, register) for number in range(most_entries(register)))
    return Asking(part, group, tuple((np.array(layer), _in_layer(asked, layer, register)) for layer in layers))


def most_entries(register: Register) -> int:
    """The most entries that any home has."""
    return max((len(rows) for rows in register.entries.values()), default=1)


def layer_of(number: int, register: Register) -> list[int]:
    """A row for each home: that of its entry of this number, or its first where it has not so many."""
    roots = dict.fromkeys(register.entries.get(row, (row,)) for row in range(register.size))
    return [rows[number] if number < len(rows) else rows[0] for rows in roots]


def _in_layer(
    asked: Sequence[tuple[Question, tuple[str, ...]]], layer: Sequence[int], register: Register
) -> tuple[Question, ...]:
    """The questions about one entry of each home."""
    return tuple(question.with_agreed(agreed_in(layer, others, register)) for question, others in asked)


def agreed_in(layer: Sequence[int], children: Sequence[str], register: Register) -> list[Decided]:
    """Each of these children agreed for all these homes at once: whichever it is, they are there."""
    return [decided for row in layer for decided in agreed(children, register.homes[row].id)]


def agreed(children: Iterable[str], home: str) -> Iterator[Decided]:
    """These children as if the home were agreed for them, for as long as anybody asks."""
    yield from (made(Decided, child=child, home=home) for child in children)
