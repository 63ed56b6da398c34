"""A part of a group: some of its children, who would live together. What is found of them in each home."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import polars as pl

from matching.domain.codes import Outcome
from matching.domain.made import made
from matching.domain.panel import Decided
from matching.explaining.found import Found
from matching.facts.catalogue import household
from matching.facts.fact import AT_MOST
from matching.facts.harmless import ALONE
from matching.facts.of_requirements import ALONE as NO_OTHERS
from matching.facts.question import Question
from matching.facts.register import Register
from matching.planning.groups import MOST_DIVIDED, Group
from matching.rules.rule import HOUSEHOLD
from matching.solving.aims import InHomes
from matching.solving.problem import Flags, Ints

BEDS_NEEDED = household.beds_needed.name + AT_MOST


@dataclass(frozen=True, slots=True)
class Part:
    """Some children of a group, by their places in it."""

    group: int
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class PartFound:
    """What is found of a part in the homes in which no rule forbids it: an entry a home, in the register's order.

    `rows` are the homes; `order` the panel's order of these homes for this part, smallest first; `takes` the beds that
    it needs there; `households` what the rules about the household ask of each, a frame for each of its referrals.
    """

    part: Part
    rows: Ints
    of: InHomes
    order: Ints
    takes: Ints
    households: tuple[pl.DataFrame, ...]


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


def found_of(asked: Asking, found: Sequence[Found]) -> PartFound:
    """What is found of a part in every home, by what was found for each question."""
    left = iter(found)
    layers = [
        _put_together(asked.part, asked.group, [next(left) for _ in questions], layer)
        for layer, questions in asked.layers
    ]
    return layers[0] if len(layers) == 1 else _merged(layers)


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
    return [made(Decided, child=child, home=register.homes[row].id) for child in children for row in layer]


def _put_together(part: Part, group: Group, each: Sequence[Found], only: Ints | None) -> PartFound:
    """What was found by each referral, in the homes in which none of them is forbidden."""
    rows = each[0].lawful if only is None else np.intersect1d(each[0].lawful, only)
    for found in each[1:]:
        rows = np.intersect1d(rows, found.lawful)
    at = [np.searchsorted(found.lawful, rows) for found in each]
    takes = np.sum([f.layout.frames[0][BEDS_NEEDED].to_numpy()[rows] for f in each], axis=0).astype(np.int64)
    return PartFound(
        part=part,
        rows=rows,
        of=_in_homes(part, group, each, at, takes == 0),
        order=_order(each, at),
        takes=takes,
        households=tuple(_household(found, rows) for found in each),
    )


def _merged(layers: Sequence[PartFound]) -> PartFound:
    """What was found layer by layer, each home once: in the first layer that has it."""
    rows, first = np.unique(np.concatenate([layer.rows for layer in layers]), return_index=True)

    def joined(arrays: Sequence[Ints]) -> Ints:
        return np.concatenate(arrays)[first]

    of = [layer.of for layer in layers]
    households = zip(*(layer.households for layer in layers), strict=True)
    return PartFound(
        part=layers[0].part,
        rows=rows,
        of=InHomes(
            urgencies=of[0].urgencies,
            standing=joined([o.standing for o in of]),
            tier=joined([o.tier for o in of]),
            suitability=joined([o.suitability for o in of]),
            approvals=joined([o.approvals for o in of]),
            stays=np.concatenate([o.stays for o in of])[first],
        ),
        order=joined([layer.order for layer in layers]),
        takes=joined([layer.takes for layer in layers]),
        households=tuple(pl.concat(frames)[first] for frames in households),
    )


def _in_homes(part: Part, group: Group, each: Sequence[Found], at: Sequence[Ints], stays: Flags) -> InHomes:
    urgencies = [group.urgency_of[group.children[place]] for place in part.places]
    numbers = [len(f.layout.question.children) for f in each]
    suits = [n * f.weighed.suitability.central[k] for n, f, k in zip(numbers, each, at, strict=True)]
    return InHomes(
        urgencies={u: urgencies.count(u) for u in dict.fromkeys(urgencies)},
        standing=np.min([f.standing[f.lawful[k]] for f, k in zip(each, at, strict=True)], axis=0).astype(np.int64),
        tier=np.max([f.placing.tier[k] for f, k in zip(each, at, strict=True)], axis=0),
        suitability=np.sum(suits, axis=0),
        approvals=np.sum([_approvals(f)[f.lawful[k]] for f, k in zip(each, at, strict=True)], axis=0),
        stays=stays,
    )


def _approvals(found: Found) -> Ints:
    """How many approvals are still to be given in each home: those about the household once, others for each child."""
    asked = [judged.against(Outcome.NEEDS_APPROVAL) for judged in found.judged]
    of_household = np.array([rule.about is HOUSEHOLD for rule in found.rulebook.rules])
    once = asked[0][of_household].sum(axis=0)
    total: Ints = once + np.sum([flags[~of_household].sum(axis=0) for flags in asked], axis=0)
    return total.astype(np.int64)


def _order(each: Sequence[Found], at: Sequence[Ints]) -> Ints:
    """The place of each home in the panel's order; of several referrals in the first one's."""
    first = each[0]
    places = np.empty(len(first.lawful), dtype=np.int64)
    places[first.ordered.at] = np.arange(len(first.lawful))
    return places[at[0]]


def _household(found: Found, rows: Ints) -> pl.DataFrame:
    """What the rules about the household ask of these homes."""
    layout = found.layout
    alone = not NO_OTHERS.isdisjoint(layout.question.referral.required or ())
    return layout.frames[0][list(found.rulebook.columns_of_household)][rows].with_columns(pl.lit(alone).alias(ALONE))
