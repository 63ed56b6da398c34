"""What would let one home take all of a group, where no home can: the least that somebody could change."""

from collections.abc import Iterator, Mapping

import numpy as np

from matching.domain.codes import Outcome, Tier
from matching.domain.made import made
from matching.domain.ranking import CannotStayTogether, LeastNeeded
from matching.explaining.found import Found
from matching.planning.groups import Group
from matching.scoring.ordering import tier_number

MENDS: Mapping[str, str] = {
    "POL-VACANCY": "a bed for each of them, from the first day to the last",
    "CPPCR-22-NUMBER": "terms of approval for so many children, by a review of the approval",
    "CPPCR-22-AGE": "terms of approval for their ages, by a review of the approval",
    "CPPCR-22-SEX": "terms of approval for boys and girls, by a review of the approval",
    "CPPCR-22-KIND": "terms of approval for this kind of placement, by a review of the approval",
    "CSA-CAPACITY": "more places in the home's registration, by a variation of it",
}
"""What each rule that may forbid a group asks to be changed. No other rule is one that a council can change."""

EXEMPTION = "CA89-SCH7"
AND_AN_EXEMPTION = "an exemption from the usual fostering limit that names them, by the authority where the carers live"

MOST_SHOWN = 5


def cannot_stay_together(group: Group, found: Found) -> CannotStayTogether:
    """That no home can take all of a group, and the homes that need the least before they could."""
    return made(CannotStayTogether, children=group.children, least=tuple(_least(found)))


def _least(found: Found) -> Iterator[LeastNeeded]:
    """The homes against which only such rules speak: those with the fewest first, then the earlier tier."""
    against = np.logical_or.reduce([judged.against(Outcome.PROHIBITED) for judged in found.judged])
    mendable = np.array([rule.id in MENDS for rule in found.rulebook.rules])
    rows = np.flatnonzero(~against[~mendable].any(axis=0) & against.any(axis=0))
    tiers = np.max([frame.select(tier_number()).to_series().to_numpy() for frame in found.layout.frames], axis=0)
    register = found.layout.register
    ranked = sorted(rows.tolist(), key=lambda row: (against[:, row].sum(), tiers[row], register.by_id[row]))
    for row in ranked[:MOST_SHOWN]:
        rules = [rule.id for rule, line in zip(found.rulebook.rules, against, strict=True) if line[row]]
        needs = [MENDS[rule] for rule in rules]
        if _needs_an_exemption(found, row):
            rules, needs = [*rules, EXEMPTION], [*needs, AND_AN_EXEMPTION]
        yield made(
            LeastNeeded,
            home=register.homes[row].id,
            name=register.homes[row].name,
            tier=tuple(Tier)[int(tiers[row])].value,
            needs=tuple(needs),
            rules=tuple(rules),
        )


def _needs_an_exemption(found: Found, row: int) -> bool:
    """Whether more would be fostered there than the usual limit, and no exemption names them."""
    line = found.rulebook.line_of.get(EXEMPTION)
    return line is not None and found.judged[0].outcomes[line, row] == Outcome.NEEDS_APPROVAL
