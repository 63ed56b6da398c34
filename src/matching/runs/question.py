"""What a run answers: what is asked, of which inputs, to which versions. The same question has the same id."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from pydantic import JsonValue

DIGITS = 32
"""How many hexadecimal digits an id has."""


@dataclass(frozen=True)
class Question:
    """`kind` says what is worked out, `asked` how, `inputs` of what (bytes by file name), `versions` by what."""

    kind: str
    asked: Mapping[str, JsonValue]
    inputs: Mapping[str, bytes]
    versions: Mapping[str, str]

    @cached_property
    def hashes(self) -> dict[str, str]:
        """The SHA-256 of each input."""
        return {name: sha256(self.inputs[name]).hexdigest() for name in sorted(self.inputs)}

    @cached_property
    def inputs_hash(self) -> str:
        """The SHA-256 of all inputs by their names."""
        return _hash(self.hashes)

    @cached_property
    def id(self) -> str:
        """The name of this question, and of no other."""
        whole = {"kind": self.kind, "asked": dict(self.asked), "inputs": self.hashes, "versions": dict(self.versions)}
        return _hash(whole)[:DIGITS]


def _hash(value: object) -> str:
    return sha256(json.dumps(value, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
