"""Points of criteria, heads and suitability for every home of a referral, in plain Python; and what the engine says."""

from collections.abc import Iterator, Mapping, Sequence

from matching.domain.case import Case
from matching.domain.policy import Policy
from matching.domain.referral import Referral
from matching.engine import Engine
from matching.facts.catalogue import child as of_child
from matching.facts.decided import with_decided
from matching.facts.layout import lay_out
from matching.facts.question import ask
from matching.scoring.weighing import Range, Weighed, mean_of
from tests.peer.pairing import Asked, Pairing
from tests.peer.points_of_criteria import FULL, HEADS, NOT_ASKED, Scored
from tests.peer.points_questions import year_group
from tests.peer.settled import joined

EXAMINATIONS = {10, 11}
Said = dict[str, Scored]
"""Points by the name of a criterion, of a head, or `suitability`."""


def peers(
    case: Case, referral: Referral, policy: Policy, elsewhere: frozenset[str] = frozenset()
) -> Iterator[tuple[str, Said]]:
    """The points of every home for those who arrive together; these of their family live elsewhere."""
    asked = Asked(case, referral, elsewhere)
    for home in joined(case, referral):
        pairs = [Pairing(asked, child, home) for child in asked.arriving]
        yield home.id, _of_home(pairs, _weights(pairs, policy), policy)


def _weights(pairs: Sequence[Pairing], policy: Policy) -> Mapping[str, int]:
    """The policy's weights; those of key stage 4 where one of the children is in year 10 or 11."""
    in_exam_years = any(year_group(pair) in EXAMINATIONS for pair in pairs)
    return {**policy.weights, **(policy.weights_in_key_stage_4 if in_exam_years else {})}


def _of_home(pairs: Sequence[Pairing], weights: Mapping[str, int], policy: Policy) -> Said:
    criteria = {name: _mean([score(p) for p in pairs]) for of in HEADS.values() for name, score in of.items()}
    heads = {head: _weighted(criteria, weights, list(of)) for head, of in HEADS.items()}
    counted = [h for h in HEADS if h != "cost" or policy.cost_counts == "weighted"]
    suitability = _weighted(criteria, weights, [name for head in counted for name in HEADS[head]])
    return {**criteria, **heads, "suitability": suitability}


def _mean(several: list[Scored]) -> Scored:
    """The mean of siblings' points, over those of whom anything is asked, rounded down."""
    asked = [s for s in several if s.asked]
    if not asked:
        return NOT_ASKED
    low, central, high = (sum(s[k] for s in asked) // len(asked) for k in range(3))
    return Scored(low, central, high)


def _weighted(criteria: Mapping[str, Scored], weights: Mapping[str, int], names: Sequence[str]) -> Scored:
    """The weighted mean of what is asked, rounded down; where nothing is, nobody can tell."""
    asked = [name for name in names if criteria[name].asked]
    total = sum(weights[name] for name in asked)
    if not total:
        return Scored(0, 0, FULL)
    low, central, high = (sum(criteria[n][k] * weights[n] for n in asked) // total for k in range(3))
    return Scored(low, central, high)


def engines(engine: Engine, referral_id: str) -> dict[str, Said]:
    """What the engine's columns make of the same homes, lawful or not."""
    question = ask(engine.case, referral_id, engine.figures)
    layout = lay_out(question, with_decided(engine.register, question))
    scale = engine.scale.heeding(values[of_child.key_stage.name] for values in layout.children)
    weighed = mean_of(tuple(scale.weigh(frame) for frame in layout.frames), scale)
    return {home.id: _at(weighed, row) for row, home in enumerate(engine.case.homes)}


def _at(weighed: Weighed, row: int) -> Said:
    said = {**weighed.criteria, **{head.value: of for head, of in weighed.heads.items()}}
    return {name: _scored(of, row) for name, of in {**said, "suitability": weighed.suitability}.items()}


def _scored(of: Range, row: int) -> Scored:
    low, central, high = (int(level[row]) for level in of.levels)
    return Scored(low, central, high, of.is_asked(row))


def differences(engine: Engine, referral: Referral) -> Iterator[str]:
    """Where the two do not say the same, in words."""
    said = engines(engine, referral.id)
    for home, points in peers(engine.case, referral, engine.policy):
        for name, right in points.items():
            if said[home][name] != right:
                yield f"{name} in {home} by {referral.id}: the engine says {said[home][name]}, the peer {right}"
