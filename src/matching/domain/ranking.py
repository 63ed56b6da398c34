"""A ranking: the homes that a child could live in, in the panel's order, with every reason. The engine proposes."""

from datetime import date
from typing import Annotated

from pydantic import SerializeAsAny, SkipValidation

from matching.domain.finding import Finding
from matching.domain.noun import Noun
from matching.domain.sureness import WeightInterval
from matching.domain.why_not import WhyNot

Scalar = bool | int | float | str | date | None
FactValues = Annotated[dict[str, SerializeAsAny[Scalar]], SkipValidation]
"""Facts by name, as the layout made them: typed there, and neither looked through nor matched to a type again here."""


class Interval(Noun):
    """Points from 0 to 100: at least, as things are known, and at most."""

    low: float
    central: float
    high: float


class DutyMeasured(Noun):
    """How far an option serves a duty that is owed so far as reasonably practicable. Never a prohibition.

    `met` is None where nobody can tell; `owed` is False where the duty is not about this child. A reason is owed where
    a lawful option serves it better: `better` names the first of those, in the panel's order.
    """

    id: str
    met: bool | None
    because: str
    owed: bool = True
    reason_owed: bool = False
    better: tuple[str, ...] = ()
    child: str | None = None


class ReasonOwed(Noun):
    """A reason that is owed for this option: a tier before its own has a lawful one, or a child would leave one.

    `homes` names the first of those.
    """

    rule: str
    because: str
    homes: tuple[str, ...]


class DeadlineDue(Noun):
    """What is to be done by a day; by `latest` where there is a reason for it; `by` None says as soon as can be."""

    id: str
    what: str
    by: date | None
    latest: date | None = None
    overdue: bool = False
    child: str | None = None


class ImpactCell(Noun):
    """What records suggest people should weigh between two who would live together. It is never an assessment.

    `source` is whose risk it is, and `towards` who may come to harm.
    """

    source: str
    towards: str
    risk: str
    because: str
    assessed: str = "suggested, not assessed"


class BeforeDeciding(Noun):
    """What must be recorded before anybody decides; a ranking does not wait for it."""

    id: str
    because: str
    child: str | None = None


class CriterionPoints(Noun):
    """One criterion's points for an option, its weight there, and why; a weight of 0 where it is not asked there."""

    id: str
    head: str
    low: float
    central: float
    high: float
    weight: int
    because: str


class Indicators(Noun):
    """Which criteria of stability speak for an option, against it, neither way, or are not known: bands, no chances."""

    speak_for: tuple[str, ...]
    speak_against: tuple[str, ...]
    between: tuple[str, ...]
    unknown: tuple[str, ...]


class SupportToPlan(Noun):
    """How much support to plan with any home, by what is known of the child alone. It never ranks.

    `level` is ordinary, more or most; `at_most` what it would be if all that is not recorded spoke for more.
    """

    child: str
    level: str
    at_most: str
    because: tuple[str, ...]
    not_recorded: tuple[str, ...]


class Pairing(Noun):
    """The facts of one arriving child in the option's home."""

    child: str
    facts: FactValues


class Option(Noun):
    """A home for the arriving children, with everything that speaks for and against it.

    `rank` is 1 for the first over all tiers, and None for a home ruled out; `cost_decides` names the options that
    stand below this one by cost alone; `close_call_with` those of its tier whose suitability could be the same.
    Brothers and sisters may be one option in several homes, written `oak+elm`: `parts` are then an option a home, and
    say everything; of the whole stand the last tier, the worst standing and the mean of the points. Where it was asked
    why, `stands_while` says of the first each weight with which it stays so, and `why_not` of the others what would
    have to change.
    """

    home: str
    name: str | None
    kind: str
    tier: str
    rank: int | None
    standing: str
    children: tuple[str, ...]
    suitability: Interval
    stability: Interval
    distance: Interval
    cost: Interval
    criteria: tuple[CriterionPoints, ...]
    indicators: Indicators
    findings: tuple[Finding, ...]
    close_call_with: tuple[str, ...] = ()
    best_rank: int | None = None
    worst_rank: int | None = None
    cost_decides: tuple[str, ...] = ()
    duties: tuple[DutyMeasured, ...] = ()
    reasons_owed: tuple[ReasonOwed, ...] = ()
    impact: tuple[ImpactCell, ...] = ()
    deadlines: tuple[DeadlineDue, ...] = ()
    facts: FactValues
    pairings: tuple[Pairing, ...]
    parts: tuple["Option", ...] = ()
    stands_while: tuple[WeightInterval, ...] = ()
    why_not: WhyNot | None = None


class LeastNeeded(Noun):
    """What would have to change before one home could take all of them: what each rule that forbids it asks for."""

    home: str
    name: str | None
    tier: str
    needs: tuple[str, ...]
    rules: tuple[str, ...]


class CannotStayTogether(Noun):
    """Brothers and sisters who should live together, whom no home can take all, and the least that would change it."""

    children: tuple[str, ...]
    least: tuple[LeastNeeded, ...]


class TierOptions(Noun):
    """A tier's options given in full, best first, and how many the tier has in all.

    Where adoption is considered, fostering for adoption is a group of its own after family and friends; its options
    still name the tier that they belong to otherwise. Ways of dividing brothers and sisters who should be together are
    a last group, `parted`.
    """

    tier: str
    count: int
    options: tuple[Option, ...]


class HomesByRules(Noun):
    """Homes against which the same rules speak. No home is hidden: any of them is given in full when asked for."""

    rules: tuple[str, ...]
    homes: Annotated[tuple[str, ...], SkipValidation]


class RuleCited(Noun):
    """A rule that was judged, and where it comes from."""

    id: str
    title: str
    means: str
    cites: str
    address: str | None
    confidence: str


class CriterionUsed(Noun):
    """A criterion by which options were scored, and its weight."""

    id: str
    head: str
    question: str
    serves: str
    means: str
    weight: int


class PolicyUsed(Noun):
    """The local policy by which a ranking was made; `agreed_by` is None while nobody has agreed it."""

    name: str
    title: str
    from_day: date
    agreed_by: str | None
    band_width: int
    cost_counts: str


class ChildFacts(Noun):
    """The facts of one arriving child, the same for every home."""

    child: str
    facts: FactValues


class Ranking(Noun):
    """The answer to one referral, on one day, by one policy. The same question has the same answer, to the byte.

    `ruled_out` are homes that a rule prohibits, `beyond` lawful homes below the limit; `in_full` those that were asked
    for by name; `cannot_place_because`, where no option is left, the smallest sets of reasons; `words` names facts.
    `rules` are those that were judged, `also_cited` the duties, the deadlines and what is owed before a decision.
    `people_decide` says of which children people decide and no list; `before_deciding` is what must be recorded first;
    `deadlines` are those that no home changes; `support_to_plan` is the same with any home. `cannot_stay_together`
    says, of brothers and sisters whom no home can take all, the least that would change it.
    """

    referral: str
    children: tuple[str, ...]
    as_of: date
    rulebook_day: date
    policy: PolicyUsed
    versions: dict[str, str]
    facts_hash: str
    tiers: tuple[TierOptions, ...]
    beyond: tuple[HomesByRules, ...]
    ruled_out: tuple[HomesByRules, ...]
    in_full: tuple[Option, ...]
    cannot_place_because: tuple[HomesByRules, ...]
    people_decide: tuple[str, ...]
    before_deciding: tuple[BeforeDeciding, ...]
    deadlines: tuple[DeadlineDue, ...]
    support_to_plan: tuple[SupportToPlan, ...]
    warnings: tuple[str, ...]
    facts: FactValues
    child_facts: tuple[ChildFacts, ...]
    rules: tuple[RuleCited, ...]
    also_cited: tuple[RuleCited, ...]
    criteria: tuple[CriterionUsed, ...]
    words: dict[str, str]
    cannot_stay_together: tuple[CannotStayTogether, ...] = ()
