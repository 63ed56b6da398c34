"""An answer that was kept, read from a file: every value that is not as such an answer's, with its place."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from matching.data.document import text_of
from matching.data.expected import expected
from matching.data.found import plain, shown
from matching.data.reading import read_bytes
from matching.domain.noun import Noun
from matching.domain.plan import Plan
from matching.errors import Fault, InvalidInput

MOST = 100

N = TypeVar("N", bound=Noun)


@dataclass(frozen=True)
class Kind(Generic[N]):
    """A kind of answer: its noun, what it is called, and how to mend a file that holds none."""

    noun: type[N]
    name: str
    remedy: str


A_PLAN = Kind(Plan, "plan", "Give the file that `matching plan --json` wrote, as it was.")


def read_plan(path: Path) -> Plan:
    """The plan that a file holds; InvalidInput with every fault in it."""
    return read_answer(path, A_PLAN)


def read_answer(path: Path, kind: Kind[N]) -> N:
    """The answer of a kind that a file holds; InvalidInput with every fault in it."""
    name, what = path.name or str(path), f"a {kind.name}"
    text = text_of(read_bytes(path, what), name, what)
    try:
        return kind.noun.model_validate_json(text)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        if any(detail["loc"] == ("error",) for detail in errors):
            found = f"a refusal, not {what}"
            raise InvalidInput([Fault(name, "", "", "", found, f"{what}, as JSON", kind.remedy)]) from None
        faults = [fault for detail in errors[:MOST] for fault in _faults(detail, name, kind)]
        raise InvalidInput(faults, max(0, len(errors) - MOST)) from None


def _faults(of: ErrorDetails, name: str, kind: Kind[N]) -> Iterator[Fault]:
    if of["type"] == "json_invalid":
        why = str(of.get("ctx", {}).get("error", "something else"))
        yield Fault(name, "", "", "", plain(why), f"a {kind.name}, as JSON on one line", kind.remedy)
        return
    where = plain(".".join(str(step) for step in of["loc"]))
    found = "nothing" if of["type"] == "missing" else shown(of["input"])
    yield Fault(name, kind.name, "", where, found, expected(of), kind.remedy)
