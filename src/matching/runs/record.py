"""What a run says of itself in its folder: what it answers, how far it is, and what each of its files must be."""

from enum import StrEnum
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError

from matching.runs.question import Question
from matching.runs.writing import write_whole

RECORD = "run.json"


class State(StrEnum):
    """How far a run is. Only one that is done has results; every other goes on where it was when it is asked again."""

    BEGUN = "begun"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


class Record(BaseModel):
    """`run.json`. `words` say why it failed; `parts` and `results` are the SHA-256 of each, once it has ended."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    made_by: Literal["matching"] = "matching"
    id: str
    kind: str
    asked: dict[str, JsonValue]
    inputs_hash: str
    inputs: dict[str, str]
    versions: dict[str, str]
    state: State = State.BEGUN
    words: str = ""
    parts: dict[str, str] = {}
    results: dict[str, str] = {}

    @classmethod
    def of(cls, question: Question) -> "Record":
        """The record of a question that is begun."""
        return cls(
            id=question.id,
            kind=question.kind,
            asked=dict(question.asked),
            inputs_hash=question.inputs_hash,
            inputs=question.hashes,
            versions=dict(question.versions),
        )

    def write(self, folder: Path) -> None:
        """Put it into the folder in the place of an earlier one."""
        write_whole(folder / RECORD, self.model_dump_json(indent=2).encode() + b"\n")


def record_in(folder: Path) -> Record | None:
    """The record that a folder holds; None where it holds none that can be read."""
    try:
        return Record.model_validate_json((folder / RECORD).read_bytes())
    except (OSError, ValidationError):
        return None
