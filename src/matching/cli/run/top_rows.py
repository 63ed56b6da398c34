"""The first options of referrals as columns: a row an option, in the referrals' order and then the panel's."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from matching.domain.codes import Outcome
from matching.domain.policy import Policy
from matching.explaining.found import Found
from matching.explaining.own_home import own_homes
from matching.explaining.ranking import group_name
from matching.scoring.criterion import Head
from matching.scoring.ordering import HUNDREDTHS, Ints

LEVELS = ("low", "central", "high")
STILL_OPEN = {"needs_approval": Outcome.NEEDS_APPROVAL, "cannot_tell": Outcome.CANNOT_TELL}
COLUMNS: Mapping[str, str] = {
    "referral": "the referral's id",
    "children": "for how many children a home is asked, all together",
    "rank": "the option's place for this referral, 1 the first",
    "home": "the home's id",
    "tier": "the tier of the policy, `foster_for_adoption` where adoption is considered and the carers may adopt",
    "standing": "the worst that a rule found: `met`, `needs_approval` or `cannot_tell`",
    **{f"suitability_{level}": f"suitability, 0 to 100: {level}" for level in LEVELS},
    **{head.value: f"points for {head.value}, as known" for head in Head},
    "own_home": "whether one of the children lives there now, by the child's own record",
    "needs_approval": "the rules that need somebody's approval",
    "cannot_tell": "the rules of which nobody can tell",
    "made_up": "whether everybody in the case is made up",
}
"""The columns with what they hold."""


SCHEMA: Mapping[str, Any] = dict.fromkeys(COLUMNS, pl.Float64) | {
    **dict.fromkeys(("referral", "home", "tier", "standing"), pl.String),
    **dict.fromkeys(("own_home", "made_up"), pl.Boolean),
    **dict.fromkeys(STILL_OPEN, pl.List(pl.String)),
    "children": pl.Int16,
    "rank": pl.Int32,
}
NAMES = {o.value: o.name.lower() for o in Outcome}
Columns = dict[str, Any]
"""Lists and arrays, an entry an option."""


def as_rows(several: Sequence[Columns]) -> pl.DataFrame:
    """The options of several referrals under each other."""
    return pl.DataFrame([_column(name, [of[name] for of in several]) for name in COLUMNS])


def _column(name: str, parts: Sequence[Any]) -> pl.Series:
    if name in STILL_OPEN:
        return _each_once(name, list(chain.from_iterable(parts)))
    numbers = [part for part in parts if isinstance(part, np.ndarray)]
    values = np.concatenate(numbers) if numbers else list(chain.from_iterable(parts))
    return pl.Series(name, values, dtype=SCHEMA[name])


def _each_once(name: str, lists: Sequence[tuple[str, ...]]) -> pl.Series:
    """A column of lists of which few are different: each is made once."""
    number = {of: k for k, of in enumerate(dict.fromkeys(lists))}
    return pl.Series(name, list(number), dtype=SCHEMA[name]).gather([number[of] for of in lists])


def top_columns(found: Found, top: int) -> Columns:
    """The first so many options of one referral, a column a list."""
    question, at = found.layout.question, found.ordered.at[:top]
    rows, suitability = found.lawful[at], found.weighed.suitability
    return {
        "referral": [question.referral.id] * len(at),
        "children": [len(question.children)] * len(at),
        "rank": [*range(1, len(at) + 1)],
        "home": found.layout.register.ids[rows].tolist(),
        "tier": _tiers(found.placing.place_in(found.scale.policy)[at].tolist(), found.scale.policy),
        "standing": [NAMES[standing] for standing in found.standing[rows].tolist()],
        **{f"suitability_{n}": _points(p, at) for n, p in zip(LEVELS, suitability.levels, strict=True)},
        **{head.value: _points(found.weighed.heads[head].central, at) for head in Head},
        "own_home": np.isin(rows, list(own_homes(found).values())),
        **_rules(found, top),
        "made_up": [question.made_up] * len(at),
    }


def _points(hundredths: Ints, at: Ints) -> npt.NDArray[np.float64]:
    points: npt.NDArray[np.float64] = hundredths[at] / HUNDREDTHS
    return points


def _tiers(places: Sequence[int], policy: Policy) -> list[str]:
    names = {place: group_name(place, policy) for place in set(places)}
    return [names[place] for place in places]


def _rules(found: Found, top: int) -> Columns:
    """For each option the rules that are still open of any of the children, in the order of the register of rules."""
    rows = found.lawful[found.ordered.at[:top]]
    outcomes = np.array([j.outcomes[:, rows] for j in found.judged])
    ids = tuple(rule.id for rule in found.rulebook.rules)
    return {name: _named((outcomes == o).any(axis=0).T, ids) for name, o in STILL_OPEN.items()}


def _named(flags: np.ndarray, ids: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [_ids_at(row.tobytes(), ids) for row in flags]


@lru_cache(maxsize=4096)
def _ids_at(flags: bytes, ids: tuple[str, ...]) -> tuple[str, ...]:
    """The ids that are flagged: few combinations recur."""
    return tuple(i for i, flag in zip(ids, flags, strict=True) if flag)
