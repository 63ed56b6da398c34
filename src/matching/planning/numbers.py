"""The panel put in whole numbers: what was found of each part, as the solver takes it."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from matching.domain.child import Child
from matching.domain.codes import AimId
from matching.facts.apartness import recorded
from matching.facts.question import Question
from matching.planning.finding import PartFound
from matching.planning.groups import Group
from matching.planning.parts import Part
from matching.planning.ways import kept_by, ways_of
from matching.solving.aims import worth_of_options, worth_of_way
from matching.solving.problem import Divisions, Ints, Limit, Options, Problem


@dataclass(frozen=True, eq=False)
class Numbers:
    """A problem, with what its numbers stand for: an entry of `parts` a part; options go part by part, home by home.

    `first_option` is each part's first; its options stand in the order of its homes.
    """

    groups: tuple[Group, ...]
    parts: tuple[PartFound, ...]
    first_option: Ints
    problem: Problem

    def home_of(self, option: int) -> int:
        """The row of the home of an option."""
        return int(self.problem.options.home[option])

    def part_of(self, option: int) -> Part:
        """The part that an option is for."""
        return self.parts[int(self.problem.options.part[option])].part

    def at(self, option: int) -> tuple[PartFound, int]:
        """What was found of an option's part, and which of its homes the option is."""
        number = int(self.problem.options.part[option])
        return self.parts[number], option - int(self.first_option[number])

    def children_of(self, part: Part) -> tuple[str, ...]:
        """The ids of a part's children."""
        return tuple(self.groups[part.group].children[place] for place in part.places)


def in_numbers(
    groups: Sequence[Group],
    parts: Sequence[PartFound],
    most: Sequence[Ints],
    aims: tuple[AimId, ...],
    homes: Mapping[tuple[int, ...], int],
    *,
    apart: Iterable[tuple[int, int]] | None = None,
) -> Numbers:
    """The problem that these parts are; `homes` are those of several entries: their rows, and how many may come.

    `apart` are the children, by number, who must not share a home: those whom a record keeps apart, where not given.
    """
    first_child = np.cumsum([0, *(len(group.children) for group in groups)])
    sizes = [len(found.rows) for found in parts]
    problem = Problem(
        aims=tuple(aims),
        group_of=np.array([found.part.group for found in parts], dtype=np.int64),
        members=tuple(tuple(int(first_child[f.part.group]) + place for place in f.part.places) for f in parts),
        options=_options(parts, most, aims, sizes),
        divisions=_divisions(groups, parts, aims),
        apart=tuple(kept_apart(groups) if apart is None else apart),
    )
    limits = (
        *_in_all_entries(parts, problem.options, homes),
        *_family_in_one_entry(problem, homes),
        *apart_in_entries(problem, homes, problem.apart),
    )
    problem = replace(problem, limits=limits)
    return Numbers(tuple(groups), tuple(parts), np.cumsum([0, *sizes])[:-1], problem)


def _family_in_one_entry(problem: Problem, homes: Iterable[tuple[int, ...]]) -> Iterator[Limit]:
    """One part of a group in a home at most, whichever entry it comes to: two would live together there."""
    for there in _options_in(problem, homes):
        group = problem.group_of[problem.options.part[there]]
        yield from (_one_of(there[group == g]) for g in np.unique(group))


def apart_in_entries(
    problem: Problem, homes: Iterable[tuple[int, ...]], apart: Iterable[tuple[int, int]]
) -> Iterator[Limit]:
    """One at most of two who are kept apart, whichever entries of a home they come to: they would be together there."""
    pairs = sorted(set(apart))
    for there in _options_in(problem, homes) if pairs else ():
        of_child: dict[int, set[int]] = {}
        for option in there.tolist():
            for child in problem.members[int(problem.options.part[option])]:
                of_child.setdefault(child, set()).add(option)
        for one, other in pairs:
            if one in of_child and other in of_child:
                yield _one_of(np.array(sorted(of_child[one] | of_child[other]), dtype=np.int64))


def _options_in(problem: Problem, homes: Iterable[tuple[int, ...]]) -> Iterator[Ints]:
    """The options in each of these homes, all entries together."""
    return (np.flatnonzero(np.isin(problem.options.home, rows)) for rows in homes)


def _one_of(options: Ints) -> Limit:
    return Limit(tuple(options.tolist()), (1,) * len(options), 1)


def _in_all_entries(
    parts: Sequence[PartFound], options: Options, homes: Mapping[tuple[int, ...], int]
) -> Iterator[Limit]:
    """No more come to a home than its household may take, whichever entries they come to."""
    comes = _joined([found.comes for found in parts])
    for rows, room in homes.items():
        there = np.flatnonzero(np.isin(options.home, rows))
        yield Limit(tuple(there.tolist()), tuple(comes[there].tolist()), room)


def _options(
    parts: Sequence[PartFound], most: Sequence[Ints], aims: tuple[AimId, ...], sizes: Sequence[int]
) -> Options:
    nothing = np.empty((0, len(aims)), dtype=np.int64)
    return Options(
        part=np.repeat(np.arange(len(parts), dtype=np.int64), sizes),
        home=_joined([found.rows for found in parts]),
        takes=_joined([found.takes for found in parts]),
        most=_joined(most),
        worth=np.concatenate([nothing, *(worth_of_options(found.of, aims) for found in parts)]),
    )


def _joined(arrays: Sequence[Ints]) -> Ints:
    return np.concatenate([np.empty(0, dtype=np.int64), *arrays]).astype(np.int64)


def _divisions(groups: Sequence[Group], parts: Sequence[PartFound], aims: tuple[AimId, ...]) -> Divisions:
    """Every way of dividing each group; of one too large for all of them, those whose parts were looked into."""
    number = {(f.part.group, f.part.places): k for k, f in enumerate(parts)}
    others = {found.part.group for found in parts if found.outside}
    found = list(_ways(groups, number, others, aims))
    return Divisions(
        group=np.array([g for g, _, _ in found], dtype=np.int64),
        parts=tuple(those for _, those, _ in found),
        worth=np.array([worth for _, _, worth in found], dtype=np.int64).reshape(len(found), len(aims)),
    )


def _ways(
    groups: Sequence[Group],
    number: Mapping[tuple[int, tuple[int, ...]], int],
    others: Collection[int],
    aims: tuple[AimId, ...],
) -> Iterator[tuple[int, tuple[int, ...], tuple[int, ...]]]:
    for g, group in enumerate(groups):
        for way in ways_of(group):
            yield (
                g,
                tuple(number[g, places] for places in way),
                worth_of_way(kept_by(group, way, others=g in others), aims),
            )


def kept_apart(groups: Sequence[Group]) -> Iterator[tuple[int, int]]:
    """Children of different groups whom a record keeps apart, or may: where nobody can tell they share no home.

    Of a child whom it may be anybody from whom she is kept, the home's `most` says that she has no company. Those who
    may have to be apart and live together already are left to be judged in the homes that a plan proposes, and so are
    those of whom a recorded risk may meet a vulnerability: they are too many to be told beforehand.
    """
    number = {child: k for k, child in enumerate(child for group in groups for child in group.children)}
    of_group = [g for g, group in enumerate(groups) for _ in group.children]
    pairs = {
        (min(number[child.id], number[other]), max(number[child.id], number[other]))
        for group in groups
        for question in group.questions
        for child in question.children
        for other in _kept_from(child, question) & number.keys()
    }
    yield from (pair for pair in sorted(pairs) if of_group[pair[0]] != of_group[pair[1]])


def _kept_from(child: Child, question: Question) -> frozenset[str]:
    """From whom a child's own record keeps her, surely or perhaps."""
    said = recorded(child, question.referral.start)
    lives_with = {c.id for c in question.everyone if child.current_home and c.current_home == child.current_home}
    return said.surely | (said.perhaps - lives_with)
