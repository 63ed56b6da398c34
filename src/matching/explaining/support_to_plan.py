"""How much support to plan with any home: by what research says of children alone, which cannot rank their homes.

Age, behaviour and past moves go with moves that nobody planned (Konijn et al. 2019; Oosterman et al. 2007; Rock et al.
2015), and are the same in every home. Each is counted, none is weighed: the published estimates for behaviour alone
run from weak to strong (`scoring/evidence.py`). A level says what to plan, never what will happen.
"""

from collections.abc import Callable
from datetime import date

from matching.domain.ages import years_on
from matching.domain.child import Child
from matching.domain.codes import VIOLENCE, NeedDomain, RiskLevel
from matching.domain.ranking import SupportToPlan
from matching.facts.question import Question

LEVELS = ("ordinary", "more", "most")
OLDER_FROM, HIGH_NEED, SEVERAL_MOVES, LONG_IN_CARE = 11, 3, 2, 2
Asks = Callable[[Child, date], bool | None]


def _older(child: Child, start: date) -> bool | None:
    return years_on(child.born, start) >= OLDER_FROM


def _behaviour(child: Child, _: date) -> bool | None:
    """A high need for help with behaviour, or violence now."""
    high = child.needs is not None and child.needs.get(NeedDomain.BEHAVIOUR_REGULATION, 0) >= HIGH_NEED
    now = [r.kind for r in child.risks or () if r.level in {RiskLevel.CURRENT, None}]
    if high or any(r.level is RiskLevel.CURRENT and r.kind in VIOLENCE for r in child.risks or ()):
        return True
    open_still = None in now or any(kind in VIOLENCE for kind in now)
    return None if child.needs is None or child.risks is None or open_still else False


def _moved(child: Child, _: date) -> bool | None:
    return None if child.moves_in_12_months is None else child.moves_in_12_months >= SEVERAL_MOVES


def _long_in_care(child: Child, start: date) -> bool | None:
    since = child.became_looked_after
    if not isinstance(since, date):
        return since
    return years_on(since, start) >= LONG_IN_CARE


FACTORS: tuple[tuple[str, Asks], ...] = (
    (f"aged {OLDER_FROM} or over", _older),
    ("a high need for help with behaviour, or violence now", _behaviour),
    (f"{SEVERAL_MOVES} or more moves in the last 12 months", _moved),
    (f"{LONG_IN_CARE} years or more in care", _long_in_care),
)


def support_to_plan(child: Child, question: Question) -> SupportToPlan:
    """The level of support to plan for a child, and why."""
    told = [(words, asks(child, question.referral.start)) for words, asks in FACTORS]
    because = tuple(words for words, holds in told if holds)
    open_still = tuple(words for words, holds in told if holds is None)
    return SupportToPlan(
        child=child.id,
        level=_level(len(because)),
        at_most=_level(len(because) + len(open_still)),
        because=because,
        not_recorded=open_still,
    )


def _level(factors: int) -> str:
    """Ordinary with one factor or none, more with two, most from three on."""
    return LEVELS[min(max(factors - 1, 0), len(LEVELS) - 1)]
