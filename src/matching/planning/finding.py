"""What is found of a part in each home: how it stands, what it is worth, and what it leaves room for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl

from matching.domain.codes import Outcome, ReferralKind
from matching.explaining.found import Found
from matching.facts.catalogue import household
from matching.facts.fact import AT_MOST
from matching.facts.harmless import ALONE
from matching.facts.living import in_any_entry, living_there
from matching.facts.of_requirements import ALONE as NO_OTHERS
from matching.facts.truth import NO
from matching.planning.groups import Group
from matching.planning.outside import joined_with, outside_of
from matching.planning.parts import Asking, Part
from matching.rules.reach import OUTSIDE_TERMS
from matching.rules.rule import HOUSEHOLD
from matching.solving.aims import InHomes
from matching.solving.problem import Flags, Ints

BEDS_NEEDED = household.beds_needed.name + AT_MOST

AtHomes = Sequence[tuple[Found, Ints]]
"""What was found by each referral of a part, with the places of the part's homes among its lawful ones."""


@dataclass(frozen=True, slots=True, eq=False)
class PartFound:
    """What is found of a part in the homes in which no rule forbids it: an entry a home, in the register's order.

    `rows` are the homes; `order` the panel's order of these homes for this part, smallest first; `takes` the beds that
    it needs there, and `comes` how many surely do not live there yet, in any entry of the home; `households` what the
    rules about the household ask of each, a frame for each of its referrals.
    `outside` are brothers and sisters who should live with them, are not planned for, and live in a home of the
    register: each with the rows where she does.
    """

    part: Part
    rows: Ints
    of: InHomes
    order: Ints
    takes: Ints
    comes: Ints
    households: tuple[pl.DataFrame, ...]
    outside: Mapping[str, frozenset[int]]


def found_of(asked: Asking, found: Sequence[Found]) -> PartFound:
    """What is found of a part in every home, by what was found for each question."""
    left = iter(found)
    layers = [
        _put_together(asked.part, asked.group, [next(left) for _ in questions], layer)
        for layer, questions in asked.layers
    ]
    return layers[0] if len(layers) == 1 else _merged(layers)


def _put_together(part: Part, group: Group, each: Sequence[Found], only: Ints | None) -> PartFound:
    """What was found by each referral, in the homes in which none of them is forbidden."""
    rows = each[0].lawful if only is None else np.intersect1d(each[0].lawful, only)
    for found in each[1:]:
        rows = np.intersect1d(rows, found.lawful)
    at = [(found, np.searchsorted(found.lawful, rows)) for found in each]
    takes = np.sum([f.layout.frames[0][BEDS_NEEDED].to_numpy()[rows] for f in each], axis=0).astype(np.int64)
    outside = outside_of(group, each)
    return PartFound(
        part=part,
        rows=rows,
        of=_in_homes(part, group, at, (takes == 0) & _may_stay(each), joined_with(outside, part, group, rows)),
        order=_order(at),
        takes=takes,
        comes=np.sum([_coming(f, rows) for f in each], axis=0).astype(np.int64),
        households=tuple(household_of(found, rows) for found in each),
        outside={sibling: frozenset(np.flatnonzero(lives).tolist()) for _, sibling, lives in outside},
    )


def _coming(found: Found, rows: Ints) -> Ints:
    """How many surely do not live in each home yet, in any of its entries."""
    register = found.layout.register
    lives = [in_any_entry(each, register)[rows] for each in living_there(found.layout.question, register)]
    coming: Ints = (np.array(lives) == NO).sum(axis=0)
    return coming


def _may_stay(each: Sequence[Found]) -> bool:
    """Whether nothing asks that they leave the home in which they live: no emergency, and no step down."""
    referrals = [found.layout.question.referral for found in each]
    return not any(r.emergency or r.kind is ReferralKind.STEP_DOWN for r in referrals)


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
            whole_stay=np.concatenate([o.whole_stay for o in of])[first],
            pairs_outside=joined([o.pairs_outside for o in of]),
            joins_all=np.concatenate([o.joins_all for o in of])[first],
        ),
        order=joined([layer.order for layer in layers]),
        takes=joined([layer.takes for layer in layers]),
        comes=joined([layer.comes for layer in layers]),
        households=tuple(pl.concat(frames)[first] for frames in households),
        outside=layers[0].outside,
    )


def _in_homes(part: Part, group: Group, at: AtHomes, stays: Flags, joined: tuple[Ints, Flags]) -> InHomes:
    """What a part is worth in each of its homes; `joined` is with whom outside it would be brought together."""
    urgencies = [group.urgency_of[group.children[place]] for place in part.places]
    suits = [len(f.layout.question.children) * f.weighed.suitability.central[k] for f, k in at]
    return InHomes(
        urgencies={u: urgencies.count(u) for u in dict.fromkeys(urgencies)},
        standing=np.min([f.standing[f.lawful[k]] for f, k in at], axis=0).astype(np.int64),
        tier=np.max([f.placing.tier[k] for f, k in at], axis=0),
        suitability=np.sum(suits, axis=0),
        approvals=np.sum([_approvals(f)[f.lawful[k]] for f, k in at], axis=0),
        stays=stays,
        whole_stay=~np.logical_or.reduce([_cut_short(f)[f.lawful[k]] for f, k in at]),
        pairs_outside=joined[0],
        joins_all=joined[1],
    )


def _cut_short(found: Found) -> Flags:
    """Where a rule ends the stay before its time: outside the carers' terms, in an emergency."""
    of_terms = np.array([rule.id in OUTSIDE_TERMS for rule in found.rulebook.rules])
    asked = [judged.against(Outcome.NEEDS_APPROVAL)[of_terms].any(axis=0) for judged in found.judged]
    flags: Flags = np.logical_or.reduce(asked)
    return flags


def _approvals(found: Found) -> Ints:
    """How many approvals are still to be given in each home: those about the household once, others for each child."""
    asked = [judged.against(Outcome.NEEDS_APPROVAL) for judged in found.judged]
    of_household = np.array([rule.about is HOUSEHOLD for rule in found.rulebook.rules])
    once = asked[0][of_household].sum(axis=0)
    total: Ints = once + np.sum([flags[~of_household].sum(axis=0) for flags in asked], axis=0)
    return total.astype(np.int64)


def _order(at: AtHomes) -> Ints:
    """The place of each home in the panel's order; of several referrals in the first one's."""
    first, rows = at[0]
    places = np.empty(len(first.lawful), dtype=np.int64)
    places[first.ordered.at] = np.arange(len(first.lawful))
    return places[rows]


def household_of(found: Found, rows: Ints) -> pl.DataFrame:
    """What the rules about the household ask of these homes."""
    layout = found.layout
    alone = not NO_OTHERS.isdisjoint(layout.question.referral.required or ())
    return layout.frames[0][list(found.rulebook.columns_of_household)][rows].with_columns(pl.lit(alone).alias(ALONE))
