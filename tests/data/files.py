"""Case files for tests: the ordinary tables, changed, as bytes; and the faults that reading them finds."""

import copy
import json
from typing import Any

from matching.data.belonging import KnownRules
from matching.data.case_files import parse_case
from matching.errors import Fault, InvalidInput
from tests.builders import ORDINARY, ordinary

FILE = "case.json"


def tables(**changes: Any) -> dict[str, Any]:
    """An ordinary case as plain tables: Amy, her referral r1 and the home oak."""
    about = {key: copy.deepcopy(ORDINARY[key]) for key in ("as_of", "policy", "authority")}
    return about | {"children": [child()], "referrals": [referral()], "homes": [home()]} | changes


def child(**changes: Any) -> dict[str, Any]:
    """Amy as a plain table."""
    return {"id": "amy"} | ordinary("child") | changes


def referral(**changes: Any) -> dict[str, Any]:
    """Amy's referral as a plain table."""
    return {"id": "r1", "children": ["amy"]} | ordinary("referral") | changes


def home(**changes: Any) -> dict[str, Any]:
    """A foster home as a plain table."""
    facts = {"id": "oak"} | ordinary("home")
    del facts["registration"]
    return facts | changes


def as_json(given: object) -> bytes:
    """Plain tables as JSON, dates as they are written there."""
    return json.dumps(given, default=str).encode()


def faults(given: object, known_rules: KnownRules | None = None) -> list[Fault]:
    """All faults of some tables, or of bytes that stand for them."""
    data = given if isinstance(given, bytes) else as_json(given)
    try:
        parse_case(data, name=FILE, kind="json", known_rules=known_rules)
    except InvalidInput as error:
        return list(error.faults)
    return []


def only_fault(given: object, known_rules: KnownRules | None = None) -> Fault:
    """The one fault of some tables."""
    (fault,) = faults(given, known_rules)
    return fault
