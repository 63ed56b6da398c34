"""The plan of a review in whole numbers: who may live where, and what hangs together with who leaves a home."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from matching.domain.codes import AimId
from matching.facts.catalogue import home
from matching.facts.register import Register
from matching.planning.groups import Group
from matching.planning.numbers import Numbers, in_numbers, kept_apart
from matching.planning.room import Room
from matching.reviewing.aims import AIMS, worth_of, worth_of_division, worth_of_staying
from matching.reviewing.freed import Freed
from matching.reviewing.looked import Looked
from matching.reviewing.moves import Moves
from matching.rules.rulebook import Rulebook
from matching.solving.problem import Flags, Ints, Limit, Options


@dataclass(frozen=True, eq=False)
class Laid:
    """Families, their parts with the homes where they may live, and the homes as they would be.

    Of a child who is not in `looked` nothing is asked but that she stays: she was there before.
    """

    groups: tuple[Group, ...]
    moves: tuple[Moves, ...]
    freed: Freed
    looked: Mapping[str, Looked]
    credit: int
    kept_free: int

    def numbers(self, rulebook: Rulebook) -> Numbers:
        """The problem, its aims those of a review."""
        parts = [m.found for m in self.moves]
        entries = sorted(set(self.freed.register.entries.values()))
        room = Room(parts, self.groups, rulebook, entries)
        apart = list(self._apart())
        found = in_numbers(self.groups, parts, room.most_beds(), tuple(AimId), room.most_people(), apart=apart)
        problem = replace(
            found.problem,
            aims=tuple(AIMS),
            options=replace(found.problem.options, worth=self._worth()),
            divisions=replace(found.problem.divisions, worth=self._worth_of_divisions(found)),
        )
        hanging = (*self._hanging_together(found), *self._mended(found))
        limits = (*problem.limits, *hanging, *self._beds_kept(problem.options))
        return replace(found, problem=replace(problem, limits=limits))

    def _apart(self) -> Iterator[tuple[int, int]]:
        """Who must not share a home; two who do so today may stay, which is unlawful and said, and are judged then."""
        home_of = [c.current_home for group in self.groups for q in group.questions for c in q.children]
        yield from ((a, b) for a, b in kept_apart(self.groups) if home_of[a] != home_of[b])

    def _worth(self) -> Ints:
        """What each option adds to each aim."""
        nothing = np.empty((0, len(AIMS)), dtype=np.int64)
        return np.concatenate([nothing, *(self._worth_of(moves) for moves in self.moves)])

    def _worth_of(self, moves: Moves) -> Ints:
        children = self.groups[moves.found.part.group].children
        if children[0] not in self.looked:
            return worth_of_staying(len(moves.found.rows))
        waits = np.array([len(self.freed.left[row]) for row in moves.found.rows], dtype=np.int64)
        today = sum(self._today(children[place]) for place in moves.found.part.places)
        return worth_of(moves, waits, today, self.credit)

    def _today(self, child: str) -> int:
        """The points of the home where a child lives: of one that a rule forbids, none."""
        looked = self.looked[child]
        return 0 if looked.unlawful or looked.suitability is None else round(100 * looked.suitability.central)

    def _worth_of_divisions(self, found: Numbers) -> Ints:
        divisions, problem = found.problem.divisions, found.problem
        pairs = [
            sum(self.groups[g].kept(found.children_of(found.parts[part].part)) for part in parts)
            for g, parts in zip(divisions.group.tolist(), divisions.parts, strict=True)
        ]
        worths = [worth_of_division(number) for number in pairs]
        return np.array(worths, dtype=np.int64).reshape(len(problem.divisions.parts), len(AIMS))

    def _hanging_together(self, found: Numbers) -> Iterator[Limit]:
        """Whoever comes to a home of which children have left comes only if exactly these have left it.

        One limit for each such home and each who lives in it: beds are there for none, or for as many as there are
        without her, so that where one bed is freed this is as sharp as one limit for each who might come.
        """
        at, options = _Chosen.of(found, self.moves, self.freed), found.problem.options
        for row in np.unique(options.home[at.comes]).tolist():
            coming = np.flatnonzero(at.comes & (options.home == row) & (options.takes > 0))
            beds = int(options.most[coming].max(initial=0))
            for resident in at.residents(row):
                yield from _none_beside(coming, options.takes[coming], at.against(row, resident), beds)

    def _mended(self, found: Numbers) -> Iterator[Limit]:
        """Whoever stays in a home that is in order once others have left it does so only if they have."""
        at, stays = _Chosen.of(found, self.moves, self.freed), self._stays
        for option in np.flatnonzero(stays & (at.gone > 0)).tolist():
            row = int(at.home[option])
            for leaver in sorted(at.left[row]):
                theirs = at.options_of[leaver]
                there = theirs[at.base[at.home[theirs]] == at.base[row]]
                yield Limit((option, *there.tolist()), (1,) * (1 + len(there)), 1)

    @cached_property
    def _stays(self) -> Flags:
        """The options by which a child whose home a rule forbids stays in it."""
        unlawful = [self._is_unlawful(m) for m in self.moves]
        each = (m.stays & of for m, of in zip(self.moves, unlawful, strict=True))
        return np.concatenate([np.empty(0, dtype=bool), *each])

    def _is_unlawful(self, moves: Moves) -> bool:
        children = self.groups[moves.found.part.group].children
        those = (self.looked.get(children[place]) for place in moves.found.part.places)
        return any(of is not None and of.unlawful for of in those)

    def _beds_kept(self, options: Options) -> Iterator[Limit]:
        """So many of the vacant beds of the council's own carers are kept for new referrals.

        Not from a child whose home a rule forbids: she needs one as they do.
        """
        beds = own_beds(self.freed.register, self.freed.today)
        freed_there = np.array([len(left) for left in self.freed.left], dtype=np.int64)
        takes = np.maximum(0, options.takes - freed_there[options.home])
        urgent = np.array([self._is_unlawful(m) for m in self.moves], dtype=bool)[options.part]
        there = np.flatnonzero((beds[np.array(self.freed.base)[options.home]] > 0) & (takes > 0) & ~urgent)
        room = max(0, int(beds.sum()) - self.kept_free)
        if takes[there].sum() > room:
            yield Limit(tuple(there.tolist()), tuple(takes[there].tolist()), room)


def own_beds(register: Register, homes: int) -> Ints:
    """How many beds of the council's own carers are vacant in each row; in none but the first so many homes."""
    own = own_carers(register) & (np.arange(register.size) < homes)
    beds: Ints = np.where(own, register.frame[home.vacant_beds.name].fill_null(0).to_numpy(), 0).astype(np.int64)
    return beds


def own_carers(register: Register) -> Flags:
    """Which homes are the council's own foster carers."""
    own: Flags = (register.frame[home.run_by.name] == "own").fill_null(value=False).to_numpy() & register.fosters
    return own


def _none_beside(coming: Ints, takes: Ints, against: Ints, beds: int) -> Iterator[Limit]:
    """That of these who come none does if one of the others is chosen."""
    if len(coming) and len(against):
        options = (*coming.tolist(), *against.tolist())
        yield Limit(options, (*takes.tolist(), *(beds,) * len(against)), beds)


@dataclass(frozen=True, slots=True, eq=False)
class _Chosen:
    """The options of a problem: whether somebody comes to a home by each, where that is, and who might leave it.

    `base` is for each row that of the home as it is today, of several entries the first; `lives` for each child where
    she lives so.
    """

    comes: Flags
    home: Ints
    base: Ints
    left: tuple[frozenset[int], ...]
    lives: Mapping[int, int]
    options_of: Mapping[int, Ints]

    @property
    def gone(self) -> Ints:
        """How many have left the home of each option."""
        return np.array([len(self.left[row]) for row in self.home.tolist()], dtype=np.int64)

    @classmethod
    def of(cls, found: Numbers, moves: Sequence[Moves], freed: Freed) -> "_Chosen":
        """Read off a problem."""
        problem, register = found.problem, freed.register
        number = {c: k for k, c in enumerate(c for group in found.groups for c in group.children)}
        children = [c for group in found.groups for q in group.questions for c in q.children]
        roots = {row: rows[0] for rows in register.entries.values() for row in rows}
        base = np.array([roots.get(row, row) for row in freed.base], dtype=np.int64)
        lives = {number[c.id]: register.row_of.get(c.current_home or "", -1) for c in children}
        return cls(
            comes=~np.concatenate([np.empty(0, dtype=bool), *(m.stays for m in moves)]),
            home=problem.options.home,
            base=base,
            left=tuple(frozenset(number[c] for c in left if c in number) for left in freed.left),
            lives={child: int(base[row]) for child, row in lives.items() if row >= 0},
            options_of=_options_of([problem.members[part] for part in problem.options.part]),
        )

    def residents(self, row: int) -> list[int]:
        """Those of the children who live today in the home of a row."""
        return [child for child, lived in self.lives.items() if lived == self.base[row]]

    def against(self, row: int, resident: int) -> Ints:
        """The options of a resident that do not go with coming to a row: where she would stay, or leave, and must not.

        Who has left by the row is nowhere in that home; who has not is in that row.
        """
        theirs = self.options_of[resident]
        rows = self.home[theirs]
        gone = resident in self.left[row]
        against: Ints = theirs[(self.base[rows] == self.base[row]) if gone else (rows != row)]
        return against


def _options_of(members: Sequence[tuple[int, ...]]) -> dict[int, Ints]:
    """The options that each child is in."""
    found: dict[int, list[int]] = {}
    for option, children in enumerate(members):
        for child in children:
            found.setdefault(child, []).append(option)
    return {child: np.array(options, dtype=np.int64) for child, options in found.items()}
