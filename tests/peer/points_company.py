"""Who would live with a child, counted once more in plain Python from what the household criterion says of itself."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from matching.domain.child import Risk
from matching.domain.codes import RiskKind
from matching.domain.home import Member
from tests.peer.household import related, siblings
from tests.peer.knowing import Count, Known, every, opposite, some
from tests.peer.pairing import Pairing

CHILDREN = {"looked_after", "privately_fostered", "own_child", "resident"}
OWN = {"own_child"}
ABOUT_THREE_YEARS = timedelta(days=1096)
IMPACT_HOLDS = timedelta(days=14)
ANY_VIOLENCE = {"violence", "violence_to_carers", "violence_to_children", "violence_to_animals"}


def unrelated_children(pair: Pairing) -> Count:
    """Children there, besides those who arrive, who are no brothers or sisters of the child's by either record."""
    siblings_told = pair.child.siblings
    mine = pair.child.id, None if siblings_told is None else tuple(s.child for s in siblings_told)
    return Count(
        (every(related(m, CHILDREN), opposite(siblings(mine, (m.id, m.sibling_of)))) for m in pair.members or ()),
        unlisted=pair.members is None,
    )


def own_near_in_age(pair: Pairing) -> Count:
    """The carers' own children who were born within about three years of the child."""
    return Count(
        (every(related(m, OWN), _near(m.born, pair.child.born)) for m in pair.members or ()),
        unlisted=pair.members is None,
    )


def _near(one: date | None, other: date) -> Known:
    return None if one is None else abs(one - other) <= ABOUT_THREE_YEARS


def risks_to_weigh(pair: Pairing) -> Count:
    """People with whom a risk meets a vulnerability, either way, that the home's own assessment has not accepted."""
    return _to_weigh(pair, _ever)


def risks_now(pair: Pairing) -> Count:
    """Those of them with whom it is a risk of today."""
    return _to_weigh(pair, _today)


At = Callable[[Risk], Known]


def _ever(risk: Risk) -> Known:
    """Whether a risk that is recorded is there or was once."""
    return risk.level != "none"


def _today(risk: Risk) -> Known:
    """Whether a risk is there now."""
    return None if risk.level is None else risk.level == "current"


def _to_weigh(pair: Pairing, at: At) -> Count:
    weighed = accepted(pair)
    return Count(
        (every(_meet(pair, m, at), opposite(weighed)) for m in pair.members or ()),
        unlisted=pair.members is None and weighed is not True,
    )


def accepted(pair: Pairing) -> Known:
    """Whether an assessment of the last fortnight accepts the child; one that names nobody may be about her."""
    today = pair.asked.case.as_of
    found: list[Known] = []
    for said in pair.home.impact_assessments or ():
        if said.child not in {None, pair.child.id}:
            continue
        outcome = None if said.outcome is None else said.outcome in {"accept", "accept_with_conditions"}
        if said.on is None or said.on is False:
            in_time: Known = None if said.on is None else False
        else:
            in_time = today - IMPACT_HOLDS <= said.on <= today
        holds = every(outcome, in_time)
        found.append((None if holds else holds) if said.child is None else holds)
    return some(found)


def _meet(pair: Pairing, member: Member, at: At) -> Known:
    """Whether a risk of one meets a vulnerability of the other; of an adult's only what is recorded counts."""
    vulnerable = _vulnerable(pair, member)
    found = some(
        (_harms(pair.child.risks, vulnerable, at), _harms(member.risks, pair.child.vulnerable_to, at)),
    )
    return False if found is None and related(member, {"adult"}) else found


def _vulnerable(pair: Pairing, member: Member) -> tuple[RiskKind, ...] | None:
    """To what somebody is vulnerable: of a child of the case whom this home does not list, as her own record says."""
    here = (h for h in pair.asked.case.homes if h.id in pair.asked.entries[pair.home.id])
    listed = any(m.id is not None and m.id == member.id for h in here for m in h.household or ())
    own = next((c for c in pair.asked.case.children if c.id == member.id), None)
    return member.vulnerable_to if listed or own is None else own.vulnerable_to


def _harms(risks: Iterable[Risk] | None, vulnerable: tuple[RiskKind, ...] | None, at: At) -> Known:
    """Whether a risk of that time is one to which another is vulnerable: then there is one to weigh."""
    if vulnerable == ():
        return False
    if risks is None:
        return None
    return some(every(at(risk), _means(risk.kind, vulnerable)) for risk in risks)


def _means(risk: RiskKind | None, vulnerable: tuple[RiskKind, ...] | None) -> Known:
    """Whether somebody is vulnerable to a risk; violence in general is any kind of it, and nobody knows one unnamed."""
    if risk is None or vulnerable is None:
        return None
    return risk in vulnerable or any("violence" in {risk, to} and {risk, to} <= ANY_VIOLENCE for to in vulnerable)
