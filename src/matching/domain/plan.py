"""A plan for a panel: which home for whom, what it reaches, and what no plan could. The engine proposes."""

from datetime import date

from matching.domain.noun import Noun
from matching.domain.ranking import (
    CannotStayTogether,
    CriterionUsed,
    HomesByRules,
    Interval,
    Option,
    PolicyUsed,
    RuleCited,
)

Amount = int | float

MOST_NEXT = 20
"""So many plans that come after the best are given at most."""


class ApprovalOutstanding(Noun):
    """An approval that must be given before a home may be used: by whom, and by when."""

    rule: str
    approver: str | None
    by: date | None
    child: str | None = None


class OwnFirst(Noun):
    """The first home in these children's own ranking, and why the plan does not use it; it is owed to each child.

    `taken_by` are the children whom the plan puts there.
    """

    home: str
    standing: str
    taken_by: tuple[str, ...] = ()


class Leaves(Noun):
    """A child who would leave a home of the register, and how that home stands for her by herself today."""

    child: str
    home: str
    standing: str


class HomeHeld(Noun):
    """A home that no rule forbids a child, how it stands for her by herself, and whom the plan puts there."""

    home: str
    standing: str
    taken_by: tuple[str, ...] = ()


class Assignment(Noun):
    """A home proposed for children of one referral who would live together.

    `standing` is judged with everybody in whom the plan puts there: `with_them` are those of other referrals.
    `own_rank` is the home's place in these children's own order; `own_first` stands where that is another home.
    `parted_from` are brothers and sisters who should live with them and would not; `leaves` the homes of the register
    that they would leave. `option` says everything of it.
    """

    referral: str
    children: tuple[str, ...]
    home: str
    name: str | None
    kind: str
    tier: str
    standing: str
    suitability: Interval
    own_rank: int | None
    own_first: OwnFirst | None = None
    with_them: tuple[str, ...] = ()
    parted_from: tuple[str, ...] = ()
    approvals: tuple[ApprovalOutstanding, ...] = ()
    weekly: str | None = None
    stays: bool = False
    leaves: tuple[Leaves, ...] = ()
    option: Option | None = None


class Unplaced(Noun):
    """A child for whom the plan has no home, and why: no lawful one, or all of them are used for others.

    `lawful` is how many homes no rule forbids, and `homes` the first six of them in the child's own order; where there
    is none, `cannot_place_because` says the smallest sets of reasons.
    """

    referral: str
    child: str
    because: str
    lawful: int
    homes: tuple[HomeHeld, ...] = ()
    cannot_place_because: tuple[HomesByRules, ...] = ()


class PeopleDecide(Noun):
    """A child of whom people decide and no list: never one for whom nothing was found."""

    referral: str
    child: str
    because: str


class Agreed(Noun):
    """A child for whom a home is agreed already: it is left as it is, and its bed to her.

    `standing` is how it stands today, and `against` the rules that forbid it, or of which nobody can tell: people must
    look at an agreement that could not be made today.
    """

    referral: str
    child: str
    home: str
    standing: str | None = None
    against: tuple[str, ...] = ()


class AimReached(Noun):
    """An aim: what the plan reaches, and the best that any plan could which is as good in the aims before it.

    The more the better, but for an aim of which there should be the `fewest`. `asked` is how many there are of what it
    counts, where that is a number of children or of groups: 2 who need a home the same day.
    """

    aim: str
    means: str
    unit: str
    reached: Amount
    best_possible: Amount
    fewest: bool = False
    asked: int | None = None


class Change(Noun):
    """Who would live elsewhere in another plan; None is no home."""

    children: tuple[str, ...]
    home: str | None
    instead: str | None


class Lost(Noun):
    """What the others lose of one aim."""

    aim: str
    by: Amount


class Costs(Noun):
    """What it takes from the rest of the panel if these children live in these homes, and whose home changes.

    `loses` is beside the best for the others if these children asked for nothing. `changes` says of a choice that is
    not `planned` who of the others would live elsewhere than in the plan, of the planned one who would if these
    children asked for nothing. `homes` are alike in it: several where each loses the others nothing and moves nobody.
    """

    referral: str
    children: tuple[str, ...]
    homes: tuple[str, ...]
    planned: bool
    loses: tuple[Lost, ...] = ()
    changes: tuple[Change, ...] = ()


class Money(Noun):
    """What the plan's homes cost a week, by their recorded full cost; `not_recorded` are those without one."""

    weekly: str
    by_basis: dict[str, str]
    not_recorded: tuple[str, ...]
    block_contracts: dict[str, int]


class Plan(Noun):
    """A plan for a panel, on one day, by one policy. The same question has the same answer, to the byte.

    `proven` says that no plan is better in any aim, the earlier before the later; `bound` names the first aim of which
    that is not shown. `costs_incomplete` says of how many groups it was not worked out what their choices cost, where
    time ran out. `next_best` are the plans that come after it, in order, and `differs` says in what.
    """

    referrals: tuple[str, ...]
    as_of: date
    rulebook_day: date
    policy: PolicyUsed
    versions: dict[str, str]
    facts_hash: str
    assignments: tuple[Assignment, ...]
    unplaced: tuple[Unplaced, ...]
    people_decide: tuple[PeopleDecide, ...]
    agreed: tuple[Agreed, ...]
    aims: tuple[AimReached, ...]
    proven: bool
    bound: str | None
    cannot_stay_together: tuple[CannotStayTogether, ...] = ()
    differs: tuple[Change, ...] = ()
    next_best: tuple["Plan", ...] = ()
    costs_others: tuple[Costs, ...] = ()
    costs_incomplete: str | None = None
    money: Money | None = None
    warnings: tuple[str, ...] = ()
    rules: tuple[RuleCited, ...] = ()
    also_cited: tuple[RuleCited, ...] = ()
    criteria: tuple[CriterionUsed, ...] = ()
    words: dict[str, str] | None = None
