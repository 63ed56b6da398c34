"""`options.csv`: a row for each option that is given in full."""

from collections.abc import Iterator

from matching.cli.reasons_text import NOT_RECORDED
from matching.cli.run.cells import levels, levels_of, made_up
from matching.domain.ranking import CriterionPoints, DutyMeasured, Option, Ranking, Scalar
from matching.explaining.words import word
from matching.reporting.cells import Row, several
from matching.scoring.criterion import Criterion

POINTS = ("suitability", "stability", "distance", "cost")
BEFORE = ("referral", "children", "rank", "home", "name", "kind", "tier", "standing")
PLACE = ("best_rank", "worst_rank", "close_call_with")
AFTER = (
    "duties_served",
    "duties_not_served",
    "duties_not_known",
    "approvals_needed",
    "not_recorded",
    "weekly_cost",
    "full_weekly_cost",
    "miles_from_home",
    "minutes_to_school",
    "made_up",
)


def header(criteria: tuple[Criterion, ...]) -> Row:
    """The names of the columns; each criterion has one, for its points as known."""
    points = (name for head in POINTS for name in levels_of(head))
    return (*BEFORE, *points, *PLACE, *(c.id for c in criteria), *AFTER)


def option_rows(ranking: Ranking) -> Iterator[Row]:
    """The options of a ranking that are given in full, in the panel's order."""
    for group in ranking.tiers:
        for option in group.options:
            yield _row(ranking, group.tier, option)


def _row(ranking: Ranking, tier: str, option: Option) -> Row:
    heads = (option.suitability, option.stability, option.distance, option.cost)
    by_id = {criterion.id: criterion for criterion in option.criteria}
    return (
        ranking.referral,
        several(option.children),
        option.rank,
        option.home,
        option.name,
        option.kind,
        tier,
        option.standing,
        *(level for head in heads for level in levels(head)),
        option.best_rank,
        option.worst_rank,
        several(option.close_call_with),
        *(_central(by_id.get(used.id)) for used in ranking.criteria),
        *(_duties(ranking, option, met) for met in (True, False, None)),
        several(word(f.approver) for f in option.findings if f.outcome == "needs_approval" and f.approver),
        several(not_recorded(ranking, option)),
        _number(option.facts.get("home.weekly_cost")),
        _number(option.facts.get("home.full_weekly_cost")),
        _farthest(option, "pair.miles_from_home"),
        _farthest(option, "pair.minutes_to_school"),
        made_up(ranking),
    )


def _central(criterion: CriterionPoints | None) -> float | None:
    """Points as known; none where the criterion counts for nothing here."""
    return criterion.central if criterion is not None and criterion.weight else None


def _duties(ranking: Ranking, option: Option, met: bool | None) -> str:
    """The duties that are owed and served, that are not, or of which nobody can tell."""
    titles = {rule.id: rule.title for rule in ranking.also_cited}
    owed = (duty for duty in option.duties if duty.owed and duty.met is met)
    return several(f"{_whom(duty)}{titles[duty.id].lower()}" for duty in owed)


def _whom(duty: DutyMeasured) -> str:
    return f"{duty.child}: " if duty.child else ""


def not_recorded(ranking: Ranking, option: Option) -> tuple[str, ...]:
    """What nobody recorded and would settle how the option stands, or what a criterion gives it; each once."""
    questions = {used.id: used.question for used in ranking.criteria}
    facts = [m.words for f in option.findings if f.outcome == "cannot_tell" for m in f.missing]
    asked = [questions[c.id] for c in option.criteria if c.weight and NOT_RECORDED in c.because]
    return tuple(dict.fromkeys([*facts, *asked]))


def _farthest(option: Option, fact: str) -> float | None:
    """The greatest value among the children who would live there; none where one of them is not known."""
    values = [_number(pairing.facts.get(fact)) for pairing in option.pairings]
    known = [value for value in values if value is not None]
    return max(known) if known and len(known) == len(values) else None


def _number(value: Scalar) -> float | None:
    return value if isinstance(value, int | float) else None
