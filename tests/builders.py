"""Ordinary nouns for tests: lawful and known in full, save for what a test says."""

import copy
import tomllib
from pathlib import Path
from typing import Any

from matching.domain.case import Case
from matching.domain.child import Child
from matching.domain.codes import FOSTERING, REGISTERED, HomeKind
from matching.domain.home import Home, Member
from matching.domain.referral import Referral

SCENARIOS = Path(__file__).parent.parent / "scenarios"
ORDINARY: dict[str, Any] = tomllib.loads((SCENARIOS / "ordinary.toml").read_text(encoding="utf-8"))
MEMBER = {"sex": "F", "relation": "looked_after", "placed_by": "E06000060"}
NOBODY: dict[str, Any] = {"sibling_of": [], "risks": [], "vulnerable_to": []}


def ordinary(table: str) -> dict[str, Any]:
    """A copy of what `scenarios/ordinary.toml` says of a child, a referral or a home."""
    return copy.deepcopy(ORDINARY[table])


def a_child(**changes: Any) -> Child:
    """Amy, who is 11; None makes a fact unknown."""
    return Child.model_validate({"id": "amy"} | ordinary("child") | changes)


def a_referral(**changes: Any) -> Referral:
    """A planned stay of half a year for Amy."""
    return Referral.model_validate({"id": "r1", "children": ["amy"]} | ordinary("referral") | changes)


def a_home(**changes: Any) -> Home:
    """A foster home with a free bed, or the kind that is named, with the approval or registration of its kind."""
    facts = {"id": "oak"} | ordinary("home") | changes
    kind = HomeKind(facts["kind"])
    if "approval" not in changes and kind not in FOSTERING:
        del facts["approval"]
    if "registration" not in changes and kind not in REGISTERED:
        del facts["registration"]
    return Home.model_validate(facts)


def a_member(**changes: Any) -> Member:
    """A girl of 12 who is looked after in the home."""
    return Member.model_validate(
        {"id": "x1", "born": ORDINARY["child"]["born"].replace(year=2014)} | MEMBER | NOBODY | changes
    )


def a_case(**changes: Any) -> Case:
    """One child, one referral and one home on an ordinary day, save for the tables that are named."""
    tables = {"children": (a_child(),), "referrals": (a_referral(),), "homes": (a_home(),)}
    about = {key: ORDINARY[key] for key in ("as_of", "policy", "authority")}
    return Case.model_validate(copy.deepcopy(about) | tables | changes)
