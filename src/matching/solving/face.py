"""The face of an aim: what is left of a component once the linear relaxation of the aim is solved."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from matching.solving.broken import broken
from matching.solving.prices import Bound, Charged, Goal, Live, Prices, bound, charged
from matching.solving.problem import Ints
from matching.solving.relaxation import Relaxation

ENTERING = 3
"""Choices of a part that enter the relaxation at once."""

ROUNDING = 1e-6
"""How far the linear solver's value of its own fractions may be off."""


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """What an aim left: its floor, what was live before it, what is live beneath it, and the prices that tell so."""

    floor: int
    before: Live
    live: Live
    prices: Prices


def face_of(relaxation: Relaxation, live: Live, goal: Goal, reached: Callable[[int], bool]) -> Face:
    """Solve the relaxation of an aim as far as its bound can still fall to a whole number that is not `reached` yet.

    SearchIncomplete when the time is over.
    """
    relaxation.keep(live)
    relaxation.aim_at(goal)
    cut_at: int | None = None
    while True:
        solved = relaxation.solve()
        prices = relaxation.prices(goal) if solved else Prices(np.zeros(0), np.zeros(goal.aim))
        charge = charged(relaxation.columns, relaxation.rows, goal, prices)
        at_most = bound(relaxation.columns, live, charge)
        if solved and at_most.whole > relaxation.value() + ROUNDING:
            grown = relaxation.hold(_entering(relaxation, live, charge, at_most))
        elif solved and at_most.whole != cut_at:
            grown, cut_at = relaxation.add_rows(broken(relaxation.columns, *relaxation.fractions()[0])), at_most.whole
        else:
            grown = not solved and relaxation.hold(live)
        if not grown or reached(at_most.whole):
            return Face(at_most.whole, live, at_most.kept(live, at_most.whole), prices)


def _entering(relaxation: Relaxation, live: Live, charge: Charged, at_most: Bound) -> Live:
    """What the relaxation would gain most by: of each part and group the best few that it does not hold."""
    columns = relaxation.columns
    gain = at_most.groups - bound(columns, relaxation.among(live), charge).groups
    group = columns.group[columns.part[live.choices]]
    choices = np.flatnonzero((at_most.choices < gain[group]) & ~relaxation.held[live.choices])
    of_group = columns.division_group[live.divisions]
    divisions = np.flatnonzero((at_most.divisions < gain[of_group]) & ~relaxation.held_divisions[live.divisions])
    choices = choices[np.argsort(-columns.taste(live.choices[choices]), kind="stable")]
    return Live(
        live.choices[_best_few(choices, at_most.choices, columns.part[live.choices])],
        live.divisions[_best_few(divisions, at_most.divisions, of_group)],
    )


def _best_few(at: Ints, below: Ints, key: Ints) -> Ints:
    """Of these, the few of each key that stay least below the bound; of equals those that come first."""
    at = at[np.lexsort((below[at], key[at]))]
    sorted_keys = key[at]
    return at[np.arange(len(at)) - np.searchsorted(sorted_keys, sorted_keys) < ENTERING]
