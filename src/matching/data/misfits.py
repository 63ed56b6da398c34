"""What does not fit the nouns, told field by field."""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from matching.data.expected import choices, expected
from matching.data.shape import fields_of, may_be_left_out, noun_at
from matching.data.trouble import Trouble, unreadable
from matching.errors import InvalidInput

LONGEST_WORD, NEAR = 64, 0.75
OR_LEAVE_OUT = "Correct it, or leave it out if nobody knows."
CORRECT_IT = "Correct it: it cannot be left out."


def misfits(error: ValidationError, root: type[BaseModel], name: str) -> Iterator[Trouble]:
    """A trouble for each value of a file that does not fit the noun at its root."""
    for detail in error.errors(include_url=False):
        if detail["type"] == "json_invalid":
            raise _not_json(detail, name)
        yield _misfit(detail, root)


def _misfit(detail: ErrorDetails, root: type[BaseModel]) -> Trouble:
    unknown = detail["type"] == "extra_forbidden" or detail["loc"][-1:] == ("[key]",)
    found = None if detail["type"] == "missing" else detail["input"]
    return Trouble(detail["loc"], found, expected(detail), _remedy(detail, root), field_is_found=unknown)


def _remedy(detail: ErrorDetails, root: type[BaseModel]) -> str:
    path = detail["loc"]
    if detail["type"] == "extra_forbidden":
        return nearest(path[-1], list(fields_of(noun_at(root, path[:-1])))) or "Take it out: nothing reads it."
    if detail["type"] == "missing":
        return "Add it."
    otherwise = OR_LEAVE_OUT if may_be_left_out(root, path) else CORRECT_IT
    return nearest(detail["input"], choices(detail)) or otherwise


def nearest(found: object, known: Sequence[str]) -> str:
    """The known word that is most like what was found, as a question; nothing where none is like it."""
    if not isinstance(found, str) or len(found) > LONGEST_WORD:
        return ""
    by_sound = {word.lower(): word for word in known}
    near = get_close_matches(found.lower().replace(" ", "_").replace("-", "_"), by_sound, n=1, cutoff=NEAR)
    return f"Is {by_sound[near[0]]} meant?" if near else ""


def _not_json(detail: ErrorDetails, name: str) -> InvalidInput:
    what, _, where = str(detail.get("ctx", {}).get("error", "")).rpartition(" at ")
    return unreadable(name, where.replace(" column", ", column"), what, "JSON")
