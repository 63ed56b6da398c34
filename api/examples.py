"""Made-up children, referrals and homes for the document of the service. No child or carer is behind any of them."""

from typing import Any

MADE_UP = "made up; no real child or home"
AUTHORITY = {"code": "E06000060", "adjoining": ["E06000042", "E10000025"]}

REFERRAL: dict[str, Any] = {
    "id": "r1",
    "children": ["amy"],
    "start": "2026-12-01",
    "expected_end": "2027-06-01",
    "kind": "short_term",
    "emergency": False,
    "required": [],
}
CHILD: dict[str, Any] = {
    "id": "amy",
    "born": "2015-06-01",
    "sex": "F",
    "home_postcode": "HP20 1UA",
    "school": {"urn": "110000", "postcode": "HP19 8FF", "year_group": 7, "registered": True},
    "siblings": [],
    "must_not_live_with": [],
    "court_orders": [],
    "needs": {"behaviour_regulation": 1, "education_learning": 1},
    "risks": [],
}
HOME: dict[str, Any] = {
    "id": "oak",
    "kind": "foster",
    "run_by": "own",
    "postcode": "HP20 2NF",
    "approval": {
        "status": "active",
        "approved_by": "E06000060",
        "terms": {"age_min": 0, "age_max": 17, "sex": "any", "max_children": 3},
        "agreement_signed": "2020-05-01",
    },
    "household": [],
    "vacancies": {"beds": 1, "from": "2026-10-01"},
    "skills": {"behaviour_regulation": 2, "education_learning": 2},
    "years_fostering": 6,
    "cost": {"weekly": "480.00", "full_weekly": "740.00", "basis": "allowance"},
}

WHOLE_CASE: dict[str, Any] = {
    "as_of": "2026-11-24",
    "policy": {"name": "buckinghamshire-2026"},
    "authority": AUTHORITY,
    "children": [CHILD],
    "referrals": [REFERRAL],
    "homes": [HOME],
}
AGAINST_THE_REGISTER: dict[str, Any] = {"children": [CHILD], "referrals": [REFERRAL]}

BODIES: dict[str, Any] = {
    "against the register": {
        "summary": f"A referral and its child, against the register that the service holds ({MADE_UP})",
        "value": AGAINST_THE_REGISTER,
    },
    "whole": {"summary": f"A whole case ({MADE_UP})", "value": WHOLE_CASE},
}

MORE_NEEDS: dict[str, Any] = {"children": [{"id": "amy", "needs": {"education_learning": 3}}]}
ANOTHER_BED: dict[str, Any] = {"homes": [{"id": "oak", "vacancies": {"beds": 2}}]}

WHAT_IFS: dict[str, Any] = {
    "against the register": {
        "summary": f"What if she needed more help at school? A referral and its child, over what is held ({MADE_UP})",
        "value": {**AGAINST_THE_REGISTER, "changes": MORE_NEEDS},
    },
    "whole": {
        "summary": f"A whole case, and two things that would be otherwise at once ({MADE_UP})",
        "value": {**WHOLE_CASE, "changes": [MORE_NEEDS, ANOTHER_BED]},
    },
}

HEALTH: dict[str, Any] = {
    "status": "ok",
    "version": "0.1.0",
    "register_held": True,
    "homes": 420,
    "rulebook_day": "2026-11-24",
}


def shortened(value: Any, most: int = 2) -> Any:
    """A value with at most so many entries in each of its lists."""
    if isinstance(value, dict):
        return {key: shortened(below, most) for key, below in value.items()}
    return [shortened(below, most) for below in value[:most]] if isinstance(value, list) else value


A_REVIEW_RUN: dict[str, Any] = {
    "id": "0123456789abcdef0123456789abcdef",
    "state": "running",
    "stage": "Looking at homes",
    "done": 40,
    "of": 522,
    "begun": "2026-11-24T09:30:00Z",
    "due_by": "2026-11-24",
    "everyone": False,
    "inputs_hash": "0123456789abcdef" * 4,
    "versions": {"placement-matching": "0.1.0"},
    "words": "",
    "results": [],
    "kept": "It survives a restart of the service.",
    "remedy": "Ask again in a while how far it is; POST /v1/reviews/0123456789abcdef0123456789abcdef/cancel ends it.",
}
