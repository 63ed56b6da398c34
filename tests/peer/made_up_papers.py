"""What is made up of a home's papers: approvals, registrations, and what was assessed before a child comes."""

from collections.abc import Sequence
from datetime import date, timedelta

from tests.peer.dice import Dice, Record, record
from tests.peer.made_up_words import AS_OF, DOMAINS, FOSTERING, OTHERS, OURS, PLACING, REGISTERED

TAKES = ("short_term", "long_term", "emergency", "bridging")
SETTLED = {"active": 88, "on_hold": 6, "ended": 4, "none": 2}
UNSETTLED = {"active": 25, "temporary": 37, "none": 28, "on_hold": 5, "ended": 5}
GRADES = {"good": 40, "outstanding": 15, "requires_improvement": 25, "inadequate": 15, "not_yet_judged": 5}
IMPACT = {"accept": 50, "accept_with_conditions": 25, "reject": 25}
SIXTEEN_WEEKS, EIGHT_WEEKS, A_FORTNIGHT = timedelta(days=112), timedelta(days=56), timedelta(days=14)


def papers(
    dice: Dice, said: Record, children: Sequence[str], referrals: Sequence[Record], *, where: str, there: Sequence[str]
) -> Record:
    """What belongs to a home of its kind in some authority, and what was assessed for some of these children."""
    kind = said["kind"]
    approval = _approval(dice, said, where, there, children) | _in_time(dice, dice.one(referrals))
    return record(
        approval=dice.known(approval) if kind in FOSTERING else None,
        registration=dice.known(_registration(dice)) if kind in REGISTERED else None,
        parent_assessment=dice.known(_parent_assessment(dice)) if kind == "parent" else None,
        checks=dice.known([_check(dice, i) for i in _about(dice, children)]) if kind in OTHERS else None,
        impact_assessments=dice.known(_impact(dice, kind, children)),
    )


def _about(dice: Dice, children: Sequence[str]) -> list[str | None]:
    """Some of the children, now and then one of them twice, and one whom nobody named."""
    named: list[str | None] = [*dice.some(children, min(len(children), 16))]
    return named + [i for i in named if dice.chance(0.1)] + ([None] if dice.chance(0.05) else [])


def _approval(dice: Dice, said: Record, where: str, there: Sequence[str], children: Sequence[str]) -> Record:
    by = {"agency": "agency", "other_authority": "E10000025"}.get(said["run_by"], OURS)
    return record(
        status=dice.known(dice.of(SETTLED if said["kind"] == "foster" else UNSETTLED)),
        approved_by=dice.known(dice.of(PLACING) if dice.chance(0.1) else by),
        terms=dice.known(_terms(dice, said["kind"], children)),
        agreement_signed=dice.known(False if dice.chance(0.03) else dice.day(date(2026, 5, 1), 250)),
        exemption=_exemption(dice, where, there, children) if dice.chance(0.4) else None,
    )


def _in_time(dice: Dice, asked: Record) -> Record:
    """How long a temporary approval runs: to about the first or the last day of a stay that is asked for."""
    start = date.fromisoformat(asked["start"])
    last = date.fromisoformat(dice.one((asked["start"], asked.get("expected_end", asked["start"]))))
    first = date.fromisoformat(dice.near(min(last, start + SIXTEEN_WEEKS) - dice.one((SIXTEEN_WEEKS, EIGHT_WEEKS))))
    full = dice.near(first + SIXTEEN_WEEKS)
    longer = dice.near(first + SIXTEEN_WEEKS + EIGHT_WEEKS)
    return record(
        temporary_from=dice.known(dice.chance(0.95) and first.isoformat()),
        temporary_until=dice.known(dice.chance(0.9) and dice.one((full, dice.near(last)))),
        extended_until=dice.chance(0.9) and dice.one((longer, dice.near(last))) if dice.chance(0.5) else None,
        panel_view_on=dice.known(dice.happened(AS_OF)),
        iro_informed_on=dice.known(dice.happened(AS_OF)),
        review_pending=dice.known(dice.chance(0.2)),
        reg24=dice.known(
            record(
                assessed_on=dice.known(dice.happened(AS_OF)),
                adults_checked_on=dice.known(dice.happened(AS_OF)),
                full_assessment_started_on=dice.known(dice.happened(AS_OF)),
            )
        ),
        adopter_approved_on=dice.known(dice.happened(AS_OF)),
    )


def _terms(dice: Dice, kind: str, children: Sequence[str]) -> Record:
    named = dice.some(children, 4 if kind == "foster" else 1 + len(children) // 2)
    return record(
        age_min=dice.known(dice.one((0, 0, 5, 8))),
        age_max=dice.known(dice.one((10, 12, 15, 17, 17))),
        sex=dice.known(dice.one(("any", "any", "any", "M", "F"))),
        max_children=dice.known(dice.one((1, 2, 3, 3, 4))),
        kinds=dice.known(dice.random.sample(TAKES, dice.number(1, 4))),
        children=named if dice.chance(0.15 if kind == "foster" else 0.4) else None,
    )


def _exemption(dice: Dice, own: str, there: Sequence[str], children: Sequence[str]) -> Record:
    """Leave that names nearly all who live there and some of the children, mostly by the carers' own authority."""
    named = [i for i in there if not dice.chance(0.05)] + dice.some(children, len(children))
    return record(by=dice.known(OURS if dice.chance(0.1) else own), children=dice.known(named))


def _registration(dice: Dice) -> Record:
    age_min, age_max = dice.one(((0, 13), (8, 13), (8, 17), (10, 17), (16, 17)))
    return record(
        status=dice.known(dice.of({"registered": 92, "not_registered": 4, "suspended": 2, "cancelled": 2})),
        capacity=dice.known(dice.one((1, 2, 3, 4, 6))),
        restricted=dice.known(dice.chance(0.1)),
        age_min=dice.known(age_min),
        age_max=dice.known(age_max),
        sex=dice.known(dice.one(("any", "any", "M", "F"))),
        needs=dice.known(dice.some(DOMAINS, 11)),
        takes_emergencies=dice.known(dice.chance(0.3)),
        judgement=dice.known(dice.of(GRADES)),
        judged_on=dice.known("2026-03-01"),
    )


def _parent_assessment(dice: Dice) -> Record:
    return record(
        sch3_on=dice.known(dice.happened(AS_OF, 0.9)),
        plan_on=dice.known(dice.happened(AS_OF, 0.9)),
        iro_consulted_on=dice.known(dice.happened(AS_OF, 0.9)),
    )


def _check(dice: Dice, child: str | None) -> Record:
    return record(
        child=child,
        suitable_on=dice.known(dice.happened(AS_OF)),
        visited_on=dice.known(dice.happened(AS_OF, 0.6)),
        visit_not_practicable_because="too far to travel" if dice.chance(0.4) else None,
        iro_informed_on=dice.known(dice.happened(AS_OF)),
    )


def _impact(dice: Dice, kind: str, children: Sequence[str]) -> list[Record]:
    """Assessments mostly of children's homes; each about as old as it may be, of these days, or of none."""
    about = _about(dice, children) if kind == "childrens_home" or dice.chance(0.1) else []
    return [record(child=i, outcome=dice.known(dice.of(IMPACT)), on=dice.known(_assessed_on(dice))) for i in about]


def _assessed_on(dice: Dice) -> str | bool:
    return dice.happened(AS_OF) if dice.chance(0.5) else dice.near(AS_OF - A_FORTNIGHT, 10)
