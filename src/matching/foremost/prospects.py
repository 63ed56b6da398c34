"""Homes that may be options for children whom they do not know: what they surely are, worked out once for all such.

There is one for every number of children who arrive. Which rows are `open` is told without a child: no rule surely
prohibits them to everybody. Arrays have an entry an open row.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt
import polars as pl

from matching.domain.child import Child
from matching.domain.codes import ReferralKind
from matching.domain.policy import Policy
from matching.facts.catalogue import child as of_child
from matching.facts.catalogue import pair, referral
from matching.facts.derived import derived, temporary_approval
from matching.facts.fact import value_type
from matching.facts.frames import constants
from matching.facts.ground import SomeGround
from matching.facts.kleene import Column, with_columns
from matching.facts.links import Flags, Rows
from matching.facts.of_child import Values, child_values, question_values
from matching.facts.of_pair import terms_columns
from matching.facts.of_stay import approved_long_term
from matching.facts.of_wishes import answered_by
from matching.facts.question import Question
from matching.facts.register import Register
from matching.facts.strangers import stranger_columns, strangers, unrelated_at_least
from matching.facts.truth import Truths
from matching.facts.value import plain
from matching.rules.rulebook import Rulebook
from matching.rules.surely import Kept, OfAValue, Surely
from matching.scoring.ordering import PLACES_NEED, Ints, placed, places_of

MOST_AUTHORITIES = 64
"""Of so many authorities it is kept what homes are in their area, and in which tier."""

Decimals = npt.NDArray[np.float64]
Small = npt.NDArray[np.int8]
OF_A_PLACE = (of_child.responsible_authority.name, of_child.early_permanence.name)
SILENT = (pair.siblings_together.name, pair.school_kept.name, pair.wishes_met.name)


@dataclass(frozen=True, eq=False)
class Prospects:
    """The open homes of a register for some strangers: `rows` of the register, their `frame`, and what is surely so."""

    register: Register
    asked: Question
    rows: Rows
    frame: pl.DataFrame
    surely: Surely
    _of_authority: Kept = field(default_factory=lambda: Kept(MOST_AUTHORITIES), init=False)

    @classmethod
    def of(cls, question: Question, register: Register, rulebook: Rulebook, *, settled: bool) -> "Prospects":
        """Those for as many strangers as arrive in a question."""
        asked = strangers(question, settled=settled)
        columns = [*temporary_approval(asked, register), *stranger_columns(asked, register)]
        frame = with_columns(register.frame, columns)
        alike = {n: plain(v) for n, v in question_values(question).items() if n in ALWAYS or n.startswith("figure.")}
        everybody = Surely(rulebook.rules, frame, {}, frozenset(alike)).prohibited(alike)
        rows = np.flatnonzero(~everybody)
        surely = Surely(
            rulebook.rules,
            frame[rows],
            _of_kind(asked, register, rows),
            frozenset(values_of(asked, asked.children[0], register)),
        )
        return cls(register, asked, rows, frame[rows], surely)

    @cached_property
    def ground(self) -> SomeGround:
        """Where they are, what skills they have, how long they can keep a child."""
        return SomeGround.of(self.register, self.rows)

    @cached_property
    def unrelated(self) -> Rows:
        """The least that the most unrelated children there can be."""
        return unrelated_at_least(self.register)[self.rows]

    @cached_property
    def approved_long_term(self) -> Truths:
        """Whether each is approved for stays to adulthood."""
        return approved_long_term(self.register)[self.rows]

    @cached_property
    def by_id(self) -> Rows:
        """Each home's place in the order of ids."""
        return self.register.by_id[self.rows]

    def numbers(self, columns: tuple[str, ...]) -> Mapping[str, Decimals]:
        """Columns of the homes' own as decimals, NaN where nobody recorded them."""
        return self._of_authority.get(("numbers", *columns), lambda: self._numbers(columns))

    def _numbers(self, columns: tuple[str, ...]) -> Mapping[str, Decimals]:
        read = self.frame.select(pl.col(columns).cast(pl.Float64))
        return {name: read[name].to_numpy() for name in columns}

    def possible(self, questions_values: Sequence[Values]) -> Flags:
        """Which homes no rule surely prohibits, by the values of each child who arrives."""
        banned = np.zeros(len(self.rows), dtype=np.bool_)
        for values in questions_values:
            banned |= self.surely.prohibited(values)
        return ~banned

    def groups(self, each: Sequence[Values], policy: Policy) -> Small:
        """The first part of each home's place in the order: its tier, and residential care after fostering."""
        names = (*OF_A_PLACE, referral.residential_need_recorded.name)
        key = ("group", *(tuple(values[name] for name in names) for values in each))
        return self._of_authority.get(key, lambda: self._groups(each, policy))

    def _groups(self, each: Sequence[Values], policy: Policy) -> Small:
        placing = placed([_ints(self.places(values)) for values in each], np.zeros_like(self.by_id), self.by_id)
        groups: Small = (2 * placing.place_in(policy) + placing.later).astype(np.int8)
        return groups

    def places(self, values: Values) -> dict[str, Small]:
        """What each home's place in the order is made of for a stranger, as `places_of` has it."""
        said = {name: values[name] for name in (*OF_A_PLACE, referral.residential_need_recorded.name)}
        return self._of_authority.get(("place", *said.values()), lambda: self._places(said))

    def _places(self, said: Values) -> dict[str, Small]:
        frame = self._derived(said)
        nothing = [pl.lit(None, dtype=value_type(name)).alias(name) for name in SILENT]
        placed = places_of(frame.with_columns(nothing).select(PLACES_NEED))
        return {name: np.broadcast_to(of, len(self.rows)).astype(np.int8) for name, of in placed.items()}

    def areas(self, values: Values) -> dict[str, Decimals]:
        """Whether each home is in the responsible authority's area, or in an adjoining one."""
        said = {of_child.responsible_authority.name: values[of_child.responsible_authority.name]}
        return self._of_authority.get(("area", *said.values()), lambda: self._areas(said))

    def _areas(self, said: Values) -> dict[str, Decimals]:
        frame = self._derived(said).select(pl.col(pair.in_area.name, pair.in_adjoining_area.name).cast(pl.Float64))
        return {name: frame[name].to_numpy() for name in frame.columns}

    def granting(self, wish: str) -> Truths | None:
        """Where a wish would be so that turns on the homes alone; None where it turns on more."""
        return self._of_authority.get(("wish", wish), lambda: self._granting(answered_by(wish)))

    def _granting(self, wish: pl.Expr) -> Truths | None:
        alone = set(self.frame.columns).issuperset(wish.meta.root_names())
        return self.frame.select(wish).to_series().to_numpy() if alone else None

    def _derived(self, said: Values) -> pl.DataFrame:
        frame = self.frame.with_columns(constants(said))
        return frame.with_columns(derived(self.asked))


ALWAYS = frozenset({referral.asked_on.name})
"""What is the same for every referral of a case, beside its figures."""


def _ints(places: Mapping[str, Small]) -> dict[str, Ints]:
    return {name: of.astype(np.int64) for name, of in places.items()}


def values_of(question: Question, child: Child, register: Register) -> Values:
    """The values of one child who arrives, as columns hold them."""
    said = question_values(question) | child_values(question, child, register.directory)
    return {name: plain(value) for name, value in said.items()}


def _of_kind(asked: Question, register: Register, rows: Rows) -> dict[str, OfAValue]:
    """Whether terms of approval hold a kind of placement: a column for each kind."""

    def within(kind: str | None) -> Column:
        of_kind = asked.referral.model_copy(update={"kind": None if kind is None else ReferralKind(kind)})
        columns = {c.name: c for c in terms_columns(of_kind, asked.children[0], register)}
        found = columns[pair.kind_within_terms.name]
        unknown = found.unknown[rows] if isinstance(found.unknown, np.ndarray) else found.unknown
        return Column(found.name, found.values[rows], unknown)

    return {pair.kind_within_terms.name: OfAValue(referral.kind.name, within)}
