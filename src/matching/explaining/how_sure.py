"""How sure the first option is: by the weights, by what nobody has recorded, and by what comes close."""

from collections.abc import Iterable, Iterator

import numpy as np

from matching.domain.codes import Outcome
from matching.domain.how_sure import HowSure
from matching.domain.made import made
from matching.explaining.ask_first import ask_first
from matching.explaining.before_deciding import before_deciding
from matching.explaining.findings import findings_of
from matching.explaining.found import Found
from matching.explaining.joint_weights import weights_survived
from matching.explaining.nothing_fits import nothing_fits
from matching.explaining.people_decide import people_decide
from matching.explaining.sensitivity import weight_intervals
from matching.explaining.settled import Settled
from matching.explaining.shown import read_out
from matching.explaining.trying import Trying

MOST_CLOSE = 20
"""So many homes are named that could be first as well."""


def how_sure(trying: Trying, base: Found, facts_hash: str) -> HowSure:
    """How sure it is that the first home is first; where there is none, why nothing fits."""
    question = base.layout.question
    common = {
        "referral": question.referral.id,
        "children": question.referral.children,
        "facts_hash": facts_hash,
        "options": len(base.lawful),
    }
    if any(people_decide(base.layout)):
        return made(HowSure, **common, first=None, names={})
    if not len(base.lawful):
        return made(HowSure, **common, first=None, names={}, nothing_fits=nothing_fits(trying, base))
    at = int(base.ordered.at[0])
    row = int(base.lawful[at])
    home = base.layout.register.homes[row]
    places = base.placing.place_in(base.scale.policy)
    intervals, survives, could_be = weight_intervals(base), weights_survived(base), _could_be_first(base)
    spoken_of = [*could_be, *(home for of in intervals for home in (of.below, of.above))]
    return made(
        HowSure,
        **common,
        first=home.id,
        name=home.name,
        tier=base.scale.policy.tiers[int(places[at]) // 2].value,
        standing=Outcome(int(base.standing[row])).word,
        stands_while=intervals,
        survives=survives,
        could_be_first=could_be,
        names=_names(base, [*spoken_of, survives.overtaken_by if survives else None]),
        ask_first=ask_first(trying, base),
        before_deciding=tuple(owed.because for owed in before_deciding(question, trying.register)),
        to_settle=tuple(_to_settle(base, row)),
    )


def _to_settle(base: Found, row: int) -> Iterator[str]:
    """What keeps anybody from telling whether the home may be used."""
    (shown,) = read_out(base.layout, base.rulebook, base.judged, [row])
    settled = Settled(base.rulebook, base.given, base.layout.question.referral.children)
    findings = settled.over(findings_of(base.rulebook).of(shown.pairings, {}), row)
    unsettled = (finding for finding in findings if finding.outcome == Outcome.CANNOT_TELL.word)
    yield from dict.fromkeys(f"{finding.because} ({finding.rule})" for finding in unsettled)


def _could_be_first(base: Found) -> tuple[str, ...]:
    """Other homes that could be first, were all that is unknown to turn out well for them and badly for the others."""
    places = np.flatnonzero(base.ordered.best == 1)
    rows = base.lawful[base.ordered.at[places[places > 0]]]
    return tuple(base.layout.register.homes[row].id for row in rows[:MOST_CLOSE])


def _names(base: Found, ids: Iterable[str | None]) -> dict[str, str]:
    """The names of homes that have one, by id."""
    register = base.layout.register
    homes = (register.homes[register.row_of[i]] for i in dict.fromkeys(ids) if i is not None)
    return {home.id: home.name for home in homes if home.name}
