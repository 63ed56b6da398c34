"""A what-if: what would be different if some facts were otherwise, and why. It is never of record."""

from datetime import date
from typing import Annotated

from pydantic import Field, JsonValue

from matching.domain.noun import Noun
from matching.domain.plan import Amount, Unplaced
from matching.domain.ranking import Interval

OF_RANKINGS = (
    "This is a what-if, and never a ranking of record: it says what would be different if these facts were so. "
    "Nothing was recorded, and nothing decided."
)
OF_A_PLAN = (
    "This is a what-if, and never a plan of record: it says what would be different if these facts were so. "
    "Nothing was recorded, and nothing decided."
)
"""What every what-if says of itself, wherever it is shown."""

Told = Interval | bool | int | float | str | tuple[str, ...] | None
"""What something is: points, a place, a word, a home, several sentences; None where there is none."""


class Tried(Noun):
    """One fact that is asked to be otherwise: what is recorded of it, and what it would be.

    `path` is where it stands: its table, its entry and its field, each of which may be nothing. An entry that is added
    was None before, and one that is taken out is None then. `already_so` says that the change alters nothing.
    """

    path: str
    table: str = ""
    id: str = ""
    field: str = ""
    from_: Annotated[JsonValue, Field(alias="from")] = None
    to: JsonValue = None
    already_so: bool = False


class OptionInShort(Noun):
    """What is different of a home for the children of a referral; `rank` is None where a rule forbids it."""

    home: str
    name: str | None
    kind: str
    tier: str
    rank: int | None
    standing: str
    suitability: Interval
    stability: Interval
    distance: Interval
    cost: Interval


class RankingInShort(Noun):
    """A ranking, with the homes of which something is different: the others are left out."""

    referral: str
    children: tuple[str, ...]
    facts_hash: str
    first: str | None
    in_the_order: int
    options: tuple[OptionInShort, ...]


class Lives(Noun):
    """The home that a plan has for children of one referral; None where it has none."""

    referral: str
    children: tuple[str, ...]
    home: str | None
    standing: str | None = None


class AimInShort(Noun):
    """What a plan reaches of an aim."""

    aim: str
    unit: str
    reached: Amount


class PlanInShort(Noun):
    """A plan, with the children and the aims of which something is different: the others are left out."""

    facts_hash: str
    referrals: tuple[str, ...]
    lives: tuple[Lives, ...]
    unplaced: tuple[Unplaced, ...]
    aims: tuple[AimInShort, ...]
    proven: bool
    bound: str | None


class State(Noun):
    """How things stand: on which day and by which policy, and of the answers what is different."""

    as_of: date
    policy: str
    rankings: tuple[RankingInShort, ...] = ()
    plan: PlanInShort | None = None


class Cause(Noun):
    """One thing that makes the difference, of a home or a child: a rule's finding, a criterion's points, another home.

    `what` says of which kind it is and `id` which one; `homes` and `children` name the first of those who cause it, of
    whom there are `count`.
    """

    what: str
    id: str | None = None
    home: str | None = None
    child: str | None = None
    from_: Annotated[Told, Field(alias="from")] = None
    to: Told = None
    because: str
    homes: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    count: int | None = None


class Difference(Noun):
    """One thing that would be different: what it is, what it is now and would be then, and what makes it so.

    It is about a referral, and about one of its homes, some of its children or an aim of the plan where these are said.
    """

    referral: str | None
    what: str
    home: str | None = None
    children: tuple[str, ...] = ()
    aim: str | None = None
    from_: Annotated[Told, Field(alias="from")] = None
    to: Told = None
    because: tuple[Cause, ...] = ()


class Also(Noun):
    """Homes of which the same would be different, beyond those that are told one by one."""

    referral: str
    what: str
    from_: Annotated[Told, Field(alias="from")] = None
    to: Told = None
    homes: tuple[str, ...]


class Comparison(Noun):
    """What would be different. The same question has the same answer, to the byte.

    `asked` are the changes that were tried, `compared` the referrals that were looked at, `before` and `after` what is
    different of the answers and `changed` why, row by row; `also` names the homes beyond the rows, so that none is
    hidden. Where nothing is different both are empty. `notes` say what a reader must know beside it.
    """

    watermark: str
    asked: tuple[Tried, ...]
    compared: tuple[str, ...]
    before: State
    after: State
    changed: tuple[Difference, ...]
    also: tuple[Also, ...] = ()
    notes: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    versions: dict[str, str] = Field(default_factory=dict)
