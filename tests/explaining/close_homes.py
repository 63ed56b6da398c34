"""Made-up homes of one tier that are close, of which some things are not recorded: where one answer may decide."""

import json
from datetime import date
from random import Random
from typing import Any

from tests.builders import a_case, a_child, a_home, a_referral

POSTCODES = ("HP20 2NF", "HP21 7QA", "HP19 8FF", "HP22 6AA", "HP13 6EU", "MK18 1AA", "HP5 1EG")
NEEDS = ("attachment_relationships", "behaviour_regulation", "education_learning", "mental_emotional_health")
SUPPORT = ("supervising_social_worker", "training", "respite", "support_group")


def close_homes(homes: int, seed: int) -> dict[str, Any]:
    """The tables of a case of one child and so many of the council's own carers. The same seed makes the same."""
    dice = Random(seed)  # noqa: S311 - made-up homes
    needs = {need: dice.randint(1, 4) for need in dice.sample(NEEDS, dice.randint(1, 3))}
    wants = dice.choice([["same_school"], ["pets"], ["same_school", "pets"]])
    child = a_child(needs=needs, wishes={"ascertained_on": date(2026, 11, 18), "wants": wants, "does_not_want": []})
    case = a_case(
        children=(child,), referrals=(a_referral(id="r0"),), homes=tuple(_home(dice, k, needs) for k in range(homes))
    )
    tables: dict[str, Any] = json.loads(case.model_dump_json(by_alias=True, exclude_none=True))
    return tables


def _home(dice: Random, k: int, needs: dict[str, int]) -> Any:
    def known(value: Any, unknown: float = 0.35) -> Any:
        return None if dice.random() < unknown else value

    skills = {need: dice.randint(0, 4) for need in needs if dice.random() > 0.3}
    full = str(dice.choice([700, 900, 1_400, 2_500]))
    return a_home(
        id=f"h{k}",
        postcode=dice.choice(POSTCODES),
        skills=known(skills, 0.15),
        years_fostering=known(dice.randint(0, 12)),
        support=known(dice.sample(SUPPORT, dice.randint(0, 3))),
        can_keep=known(dice.choice([[], ["110000"]])),
        pets=known(dice.choice([True, False])),
        cost={"weekly": 500, "full_weekly": known(full, 0.25), "basis": "allowance"},
    )
