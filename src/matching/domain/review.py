"""A review of children placed outside the area: for each whether to explore another home. Never "move"."""

from datetime import date

from matching.domain.noun import Noun
from matching.domain.plan import AimReached, ApprovalOutstanding, PeopleDecide
from matching.domain.ranking import Interval, PolicyUsed, RuleCited

OUTCOMES = ("unlawful_now", "explore", "keep", "cannot_assess")
"""What a review may find of a child, in the order in which people look at them."""


class Because(Noun):
    """A reason: what it is by its id (a rule, a duty, an exclusion or a gap), and in words."""

    id: str
    words: str


class Due(Noun):
    """A child whose home is to be looked at again: where she lives, since when, and why that is due.

    `miles` is how far it is from her own home; `outside` and `distant` say whether it is outside the area of her
    authority, and neither in it nor in one that adjoins it; all None where nobody can tell.
    """

    child: str
    home: str | None
    since: date | None
    why_due: tuple[str, ...]
    last_considered: date | None = None
    outside: bool | None = None
    distant: bool | None = None
    miles: float | None = None


class DutyCompared(Noun):
    """A duty, as the home of today serves it and as another would: `change` is gained, lost, alike or unknown."""

    duty: str
    title: str
    today: str
    there: str
    change: str


class Suggested(Noun):
    """A home to explore for a child: why it may serve her better, what it asks for, and what it waits for.

    `today` is the suitability of the home where she lives, None where a rule forbids it; `credit` are the points that
    staying was given. `together_with` are brothers and sisters who would live with her there. `earliest` is the first
    day on which it could begin; `waits_for` are children whose bed it is, and who would have to live elsewhere first.
    `loses` names duties that today's home serves better; `before` is what must be recorded before anybody decides:
    nobody has been asked yet.
    """

    home: str
    name: str | None
    kind: str
    tier: str
    standing: str
    suitability: Interval
    today: Interval | None
    credit: int
    miles: float | None
    inside: bool | None
    duties: tuple[DutyCompared, ...]
    gains: tuple[str, ...]
    loses: tuple[str, ...]
    approvals: tuple[ApprovalOutstanding, ...]
    together_with: tuple[str, ...]
    earliest: date
    waits_for: tuple[str, ...] = ()
    chain: int | None = None
    distant: bool | None = None
    before: tuple[Because, ...] = ()
    stability_today: Interval | None = None
    stability: Interval | None = None


class AlsoSuits(Noun):
    """A further home that would serve the child better too, and to whom the plan gives its beds; `kept_free` for none.

    `waits_for` are children who would have to live elsewhere before there is a bed.
    """

    home: str
    name: str | None
    taken_by: tuple[str, ...] = ()
    waits_for: tuple[str, ...] = ()
    kept_free: bool = False


class IfSettled(Noun):
    """A home that may serve the child better, and what is to be found out before anybody can tell."""

    home: str
    name: str | None
    missing: tuple[Because, ...]


class Reviewed(Noun):
    """What the review finds of one child, with every reason. People decide.

    `outcome` is one of OUTCOMES. `today` is how the home where she lives stands today, None where it is not known;
    `against` the rules that forbid it, `unknown` those of which nobody can tell, `approvals_today` what is still to be
    approved of it. `left_alone` are the reasons for which no other home is suggested, `referrals` the searches that are
    under way for her. `opened_since` are homes in the area that no rule forbids her and where a bed became free since
    she was last considered.
    """

    child: str
    outcome: str
    age: int
    home: str | None
    name: str | None
    kind: str | None
    since: date | None
    because: tuple[Because, ...]
    wishes: str | None = None
    wishes_on: date | None = None
    today: str | None = None
    against: tuple[Because, ...] = ()
    unknown: tuple[Because, ...] = ()
    approvals_today: tuple[Because, ...] = ()
    left_alone: tuple[Because, ...] = ()
    referrals: tuple[Because, ...] = ()
    suggested: Suggested | None = None
    also_suits: tuple[AlsoSuits, ...] = ()
    if_settled: tuple[IfSettled, ...] = ()
    opened_since: tuple[str, ...] = ()
    suitability: Interval | None = None
    stability: Interval | None = None
    miles: float | None = None
    distant: bool | None = None


class Step(Noun):
    """One step of a chain: who would go where, from where, not before which day, and after which earlier steps."""

    number: int
    children: tuple[str, ...]
    leaves: tuple[str, ...]
    home: str
    earliest: date
    after: tuple[int, ...]


class Chain(Noun):
    """Suggestions that hang together: a bed of one is free only once another child lives elsewhere. In order."""

    number: int
    steps: tuple[Step, ...]


class NoSuitableOption(Noun):
    """Children for whom no home in the area is suitable, by need, place and age: evidence of what is missing.

    `lack` is what there is none of: a home that no rule forbids, one that may be used, or one better than staying;
    `families` how many homes are needed, since brothers and sisters need one together. `need` is the domain of the
    highest need, or none that is high; `place` the postcode district of the child's home; `together` how many brothers
    and sisters need a home together. `homes` is how many homes in the area take other people's children, `free` how
    many of them have a bed, and `against` which rules forbid how many of these.
    """

    lack: str
    families: int
    need: str
    level: int | None
    place: str
    age: str
    together: int
    children: tuple[str, ...]
    homes: int
    free: int
    against: tuple[tuple[str, int], ...]


class Prompt(Noun):
    """Something to think of that no plan answers: special guardianship with connected carers after six months."""

    id: str
    child: str
    home: str
    since: date
    words: str


class Picture(Noun):
    """Where the children of the review live, counted: today, or if everything suggested were taken up.

    `miles` counts by band of miles from home, `stability` by band of points; what is not known is counted as that.
    """

    inside: int
    outside: int
    distant: int
    not_known: int
    miles: dict[str, int]
    stability: dict[str, int]
    mean_miles: float | None
    mean_stability: float | None


class KeptFree(Noun):
    """How many vacant beds of the council's own carers there are, and how many are kept for new referrals."""

    vacant: int
    kept: int


class Changed(Noun):
    """What became of a child since the last review."""

    child: str
    before: str | None
    after: str | None
    words: str


class Since(Noun):
    """What is different from the last review: which that was, and child by child."""

    as_of: date
    facts_hash: str
    changed: tuple[Changed, ...]


class Review(Noun):
    """The answer to a review of all who are due, on one day, by one policy. The same question has the same answer.

    `due` are those whose home was looked at; each of them is in one of the four lists of outcomes, or in
    `people_decide`. No list is in the order of cost. `proven` says that no plan is better in any aim, the earlier
    before the later. `looked_at` is how many children of the case live in a home.
    """

    authority: str
    as_of: date
    due_by: date
    everyone: bool
    rulebook_day: date
    policy: PolicyUsed
    versions: dict[str, str]
    facts_hash: str
    looked_at: int
    due: tuple[Due, ...]
    unlawful_now: tuple[Reviewed, ...]
    explore: tuple[Reviewed, ...]
    keep: tuple[Reviewed, ...]
    cannot_assess: tuple[Reviewed, ...]
    people_decide: tuple[PeopleDecide, ...]
    chains: tuple[Chain, ...]
    no_suitable_option: tuple[NoSuitableOption, ...]
    prompts: tuple[Prompt, ...]
    before: Picture
    after: Picture
    kept_free: KeptFree
    credit: int
    gains_needed: int
    next_review_by: date
    aims: tuple[AimReached, ...]
    proven: bool
    bound: str | None
    since_last: Since | None = None
    warnings: tuple[str, ...] = ()
    rules: tuple[RuleCited, ...] = ()
