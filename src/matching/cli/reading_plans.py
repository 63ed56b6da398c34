"""A plan read from a file: every value that is not as a plan's, with its place."""

from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from matching.data.document import text_of
from matching.data.expected import expected
from matching.data.found import plain, shown
from matching.data.reading import read_bytes
from matching.domain.plan import Plan
from matching.errors import Fault, InvalidInput

MOST = 100
REMEDY = "Give the file that `matching plan --json` wrote, as it was."


def read_plan(path: Path) -> Plan:
    """The plan that a file holds; InvalidInput with every fault in it."""
    name = path.name or str(path)
    text = text_of(read_bytes(path, "a plan"), name, "a plan")
    try:
        return Plan.model_validate_json(text)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        if any(detail["loc"] == ("error",) for detail in errors):
            raise InvalidInput([Fault(name, "", "", "", "a refusal, not a plan", "a plan, as JSON", REMEDY)]) from None
        faults = [fault for detail in errors[:MOST] for fault in _faults(detail, name)]
        raise InvalidInput(faults, max(0, len(errors) - MOST)) from None


def _faults(of: ErrorDetails, name: str) -> Iterator[Fault]:
    if of["type"] == "json_invalid":
        why = str(of.get("ctx", {}).get("error", "something else"))
        yield Fault(name, "", "", "", plain(why), "a plan, as JSON on one line", REMEDY)
        return
    where = plain(".".join(str(step) for step in of["loc"]))
    found = "nothing" if of["type"] == "missing" else shown(of["input"])
    yield Fault(name, "plan", "", where, found, expected(of), REMEDY)
