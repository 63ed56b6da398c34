"""Small panels by hand: ordinary children, referrals and homes, with what a test says."""

from datetime import date
from typing import Any

from matching.domain.plan import Plan
from matching.engine import Engine
from matching.plan import Asked
from tests.builders import a_case, a_child, a_home, a_referral, ordinary

FROM = {"from": date(2026, 10, 1)}


def beds(number: int) -> dict[str, Any]:
    """So many beds, free from the autumn on, and a bedroom for each."""
    return {"vacancies": {"beds": number, **FROM}, "bedrooms_free": number}


def approved(by: str = "E06000060", **terms: Any) -> dict[str, Any]:
    """Carers' approval by an authority or an agency, ordinary but for these terms."""
    approval = ordinary("home")["approval"]
    return {"approval": {**approval, "approved_by": by, "terms": {**approval["terms"], **terms}}}


def a_panel(children: dict[str, dict[str, Any]], homes: dict[str, dict[str, Any]], **more: Any) -> Engine:
    """A case with these children, each asked for alone unless `referrals` says otherwise, and these homes."""
    referrals = more.pop("referrals", None) or {f"r_{child}": {"children": [child]} for child in children}
    case = a_case(
        children=tuple(a_child(id=name, **facts) for name, facts in children.items()),
        referrals=tuple(a_referral(id=name, **facts) for name, facts in referrals.items()),
        homes=tuple(a_home(id=name, **facts) for name, facts in homes.items()),
        **more,
    )
    return Engine.of(case)


def sisters(one: str, other: str, assessment: str = "together") -> dict[str, dict[str, Any]]:
    """What two children's records say of each other."""
    return {
        one: {"siblings": [{"child": other, "assessment": assessment}]},
        other: {"siblings": [{"child": one, "assessment": assessment}]},
    }


def placed(plan: Plan) -> dict[str, str]:
    """The home of each child who has one."""
    return {child: assignment.home for assignment in plan.assignments for child in assignment.children}


def planned(engine: Engine, **asked: Any) -> Plan:
    """The plan for all its referrals, as `asked`."""
    return engine.plan(asked=Asked(**asked))


def reached(plan: Plan) -> dict[str, float]:
    """What a plan reaches, by aim."""
    return {aim.aim: aim.reached for aim in plan.aims}
