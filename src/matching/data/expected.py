"""What was expected where a value does not fit, in a reader's words."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from pydantic_core import ErrorDetails

from matching.domain.noun import FIRST_DAY, ID, LAST_DAY, ONS_CODE, UK_POSTCODE, WORD

DAY = "a date such as 2026-12-01"
AN_ID = "an id: letters, digits and _ . : - without spaces"
A_TABLE = "a table"
PATTERNS = {
    ID: AN_ID,
    WORD: "a word in small letters, such as same_school",
    ONS_CODE: "an ONS code such as E06000060",
    UK_POSTCODE: "a UK postcode such as HP20 1UA",
}
PLAIN = {
    "string_type": "text",
    "string_too_short": "some text",
    "int_type": "a whole number",
    "int_parsing_size": "a whole number of a few digits",
    "float_type": "a number",
    "finite_number": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "dict_type": A_TABLE,
    "model_type": A_TABLE,
    "decimal_type": "an amount such as 480.50",
    "decimal_parsing": "an amount such as 480.50",
    "extra_forbidden": "a field that the contract names",
}
MISSING = {
    "id": AN_ID,
    "born": DAY,
    "start": DAY,
    "as_of": DAY,
    "children": "a list of ids",
    "code": PATTERNS[ONS_CODE],
}


def expected(error: ErrorDetails) -> str:
    """What the place of an error takes."""
    kind, said = error["type"], error.get("ctx", {})
    if kind in PLAIN:
        return PLAIN[kind]
    if kind in BY_CONTEXT:
        return BY_CONTEXT[kind](said)
    if kind.startswith("date"):
        return DAY
    return _missing(error) if kind == "missing" else error["msg"]


def choices(error: ErrorDetails) -> list[str]:
    """The values of a closed list."""
    return re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", "")))


def _missing(error: ErrorDetails) -> str:
    return MISSING.get(str(error["loc"][-1]), "a value, as it cannot be left out")


def _bound(words: str, limit: str) -> Callable[[Mapping[str, Any]], str]:
    def say(said: Mapping[str, Any]) -> str:
        if str(said[limit]) in {str(FIRST_DAY), str(LAST_DAY)}:
            return f"a date from {FIRST_DAY} to {LAST_DAY}"
        return words.format(said[limit])

    return say


def _one_of(said: Mapping[str, Any]) -> str:
    return "one of: " + ", ".join(re.findall(r"'([^']*)'", str(said["expected"])))


BY_CONTEXT: Mapping[str, Callable[[Mapping[str, Any]], str]] = {
    "enum": _one_of,
    "literal_error": _one_of,
    "string_pattern_mismatch": lambda said: PATTERNS.get(said["pattern"], "text of another form"),
    "string_too_long": _bound("text of at most {} characters", "max_length"),
    "too_long": _bound("a list of at most {}", "max_length"),
    "too_short": _bound("a list of at least {}", "min_length"),
    "greater_than_equal": _bound("{} or more", "ge"),
    "less_than_equal": _bound("{} or less", "le"),
}
