"""In which order children could go: nobody leaves before the next home is free, and no bed is held by two.

Each step is a part of a family that would go to a home from which some children must have left. A step may come before
some of these have left where that was judged too, and there is a bed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

MOST_TRIED = 5_000
"""Orders of steps that hang together are tried one by one, so many at most; there are seldom more than three."""


@dataclass(frozen=True, slots=True)
class Going:
    """Who would go where: `option` is the one chosen, `home` the entry they would come to, with so many beds needed.

    `leaves` says for each the entry that she would leave; `needs` the sets of children one of which must have left
    before, the smallest first: the last is the one by which the option was chosen. Where others come there `beside`,
    that one is asked first: how few would do was found of each by itself.
    """

    option: int
    children: tuple[str, ...]
    home: int
    beds: int
    leaves: Mapping[str, int]
    needs: tuple[frozenset[str], ...]
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A step in its order, and the steps by their options that must come before it."""

    going: Going
    after: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _State:
    """What is so once some steps are done: by which step each child left which entry, and how many came to each."""

    beds: Mapping[int, int]
    left: Mapping[str, tuple[int, int]]
    came: Mapping[int, int]

    def need(self, going: Going) -> frozenset[str] | None:
        """The smallest set of those whose leaving lets a step be done now; None where it cannot be yet.

        It has to leave a bed, too: whoever came before has one of those that were free, or that these left.
        """
        for needed in reversed(going.needs) if going.beside else going.needs:
            if needed <= self.left.keys():
                left_here = sum(self.left[child][1] == going.home for child in needed)
                if self.beds.get(going.home, 0) + left_here - self.came.get(going.home, 0) >= going.beds:
                    return needed
        return None

    def done(self, going: Going) -> "_State":
        """The state once a step is done."""
        came = {**self.came, going.home: self.came.get(going.home, 0) + going.beds}
        left = {child: (going.option, entry) for child, entry in going.leaves.items()}
        return _State(self.beds, {**self.left, **left}, came)


@dataclass(frozen=True, slots=True)
class Stuck:
    """Options of steps for which there is no order together, and the entries of homes to which none of them can come.

    `full` is empty where one of those has a bed free today: then it is not for want of a bed alone.
    """

    options: tuple[int, ...]
    full: frozenset[int]


def in_order(goings: Sequence[Going], beds: Mapping[int, int]) -> tuple[list[Placed], list[Stuck]]:
    """The steps in an order in which each can be done, and those of which no order was found.

    `beds` are those that are free today in each entry of a home.
    """
    placed: list[Placed] = []
    stuck: list[Stuck] = []
    for together in _hanging_together(goings):
        found = _Search(beds).of(together)
        if found is None:
            waiting = frozenset(going.home for going in _never_done(together, beds))
            full = frozenset() if any(beds.get(home, 0) for home in waiting) else waiting
            stuck.append(Stuck(tuple(sorted(going.option for going in together)), full))
        else:
            placed += found
    return placed, stuck


def _never_done(goings: Sequence[Going], beds: Mapping[int, int]) -> list[Going]:
    """Those that cannot be done once all are that can."""
    state, left = _State(beds, {}, {}), list(goings)
    while able := next((going for going in left if state.need(going) is not None), None):
        state = state.done(able)
        left.remove(able)
    return left


class _Search:
    """Looks for an order of steps that hang together, by going back where it finds itself stuck."""

    def __init__(self, beds: Mapping[int, int]) -> None:
        self.beds, self.tried = beds, 0
        self.hopeless: set[frozenset[int]] = set()

    def of(self, goings: Sequence[Going]) -> list[Placed] | None:
        """The steps in order; None where there is no order."""
        return self._from(_State(self.beds, {}, {}), list(goings))

    def _from(self, state: _State, left: list[Going]) -> list[Placed] | None:
        key = frozenset(going.option for going in left)
        if not left:
            return []
        if key in self.hopeless or self.tried > MOST_TRIED:
            return None
        self.tried += 1
        for going, need in self._possible(state, left):
            rest = self._from(state.done(going), [other for other in left if other is not going])
            if rest is not None:
                after = tuple(sorted({state.left[child][0] for child in need}))
                return [Placed(going, after), *rest]
        self.hopeless.add(key)
        return None

    @staticmethod
    def _possible(state: _State, left: Sequence[Going]) -> Iterator[tuple[Going, frozenset[str]]]:
        """The steps that can be done now: first those for which all have left that would."""
        able = [(going, need) for going in left if (need := state.need(going)) is not None]
        yield from sorted(able, key=lambda of: (not of[0].needs[-1] <= state.left.keys(), of[0].option))


def _hanging_together(goings: Sequence[Going]) -> Iterator[list[Going]]:
    """The steps in sets that share a home to leave or to come to, or that wait for each other."""
    sets: list[tuple[set[int | str], list[Going]]] = []
    for going in goings:
        touched: set[int | str] = {going.home, *going.leaves.values(), *going.leaves, *going.needs[-1]}
        together, apart = [going], []
        for theirs, others in sets:
            if theirs & touched:
                touched, together = touched | theirs, [*others, *together]
            else:
                apart.append((theirs, others))
        sets = [*apart, (touched, together)]
    yield from (together for _, together in sets)
