"""What puts one home before another: the part of the order that decides, and the criteria in which they differ."""

from collections.abc import Iterator

from matching.domain.made import made
from matching.domain.why_not import Behind, CriterionGap
from matching.explaining.found import Found
from matching.explaining.promises import weights
from matching.facts.catalogue import pair
from matching.scoring.criterion import Head
from matching.scoring.ordering import HUNDREDTHS, made_of

NAMES = {pair.siblings_together.name: "siblings", pair.school_kept.name: "school", pair.wishes_met.name: "wishes"}
PARTS = ("tier", "residential", "band", "siblings", "school", "wishes", "cost", "suitability", "standing", "id")
"""The parts of the order, what decides first first; carers who may also adopt stand in a group of their own."""


def decided_by(found: Found, one: int, other: int) -> str:
    """The part of the order that puts one lawful home before another: the first in which they differ."""
    suitability, cost = found.weighed.suitability.central, found.weighed.heads[Head.COST].central
    parts = made_of(found.placing, suitability, cost, found.scale.policy)
    part = next(part for part in parts if part.numbers[one] != part.numbers[other])
    by_adoption = part.name == "tier" and part.numbers[one] % 2 == 1
    return "early_permanence" if by_adoption else NAMES.get(part.name, part.name)


def behind(found: Found, place: int, first: int) -> Behind:
    """The home at the place `first` of the order, beside the one at `place`."""
    ahead, this = int(found.ordered.at[first]), int(found.ordered.at[place])
    home = found.layout.register.homes[int(found.lawful[ahead])]
    gaps = sorted(_gaps(found, this, ahead), key=lambda gap: (-abs(gap.by), gap.criterion))
    tiers = found.scale.policy.tiers
    return made(
        Behind,
        home=home.id,
        name=home.name,
        tier=tiers[int(found.placing.place_in(found.scale.policy)[ahead]) // 2].value,
        rank=first + 1,
        decided_by=decided_by(found, ahead, this),
        suitability=found.weighed.suitability.central.item(ahead) / HUNDREDTHS,
        gaps=tuple(gaps),
    )


def _gaps(found: Found, this: int, other: int) -> Iterator[CriterionGap]:
    """The criteria in which two lawful homes differ; what each gap is worth adds up to that between the homes."""
    share_of_this, share_of_other = _shares(found, this), _shares(found, other)
    for criterion in found.scale.criteria:
        of = found.weighed.criteria[criterion.id]
        mine, theirs = (of.central.item(at) / HUNDREDTHS if of.is_asked(at) else None for at in (this, other))
        worth = [
            (points or 0) * shares.get(criterion.id, 0.0)
            for points, shares in ((theirs, share_of_other), (mine, share_of_this))
        ]
        if mine != theirs or abs(worth[0] - worth[1]) >= 1 / HUNDREDTHS:
            yield made(
                CriterionGap,
                criterion=criterion.id,
                head=criterion.head.value,
                question=criterion.question,
                this=mine,
                other=theirs,
                by=round(worth[0] - worth[1], 2),
            )


def _shares(found: Found, at: int) -> dict[str, float]:
    """How much of suitability each criterion is, of one home."""
    by_id = weights(found, at)
    whole = sum(by_id.values())
    return {i: weight / whole for i, weight in by_id.items()} if whole else {}
