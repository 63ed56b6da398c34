"""What puts one home before another: the part of the order that decides, and the criteria in which they differ."""

from collections.abc import Iterator

from matching.domain.made import made
from matching.domain.why_not import Behind, CriterionGap
from matching.explaining.found import Found
from matching.explaining.promises import weights
from matching.scoring.ordering import HUNDREDTHS, ID_BITS, POINTS_BITS, STANDING_BITS

PARTS = (
    ("standing", STANDING_BITS),
    ("suitability", POINTS_BITS),
    ("cost", POINTS_BITS),
    ("wishes", 1),
    ("school", 1),
    ("siblings", 1),
    ("band", 7),
    ("residential", 1),
    ("early_permanence", 1),
)
"""The parts of the order from the last but the id upwards, each with its width; what is above them is the tier."""


def decided_by(one: int, other: int) -> str:
    """The part of the order that puts one home before another: the first in which their numbers differ."""
    differ, name = (one ^ other) >> ID_BITS, "id"
    for part, width in PARTS:
        if not differ:
            return name
        if differ & ((1 << width) - 1):
            name = part
        differ >>= width
    return "tier" if differ else name


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
        decided_by=decided_by(int(found.ordered.key[first]), int(found.ordered.key[place])),
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
