"""A case file made ready for a command: read, its policy found, its homes laid out."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from matching.data.case_files import Loaded, load
from matching.engine import Engine
from matching.errors import Fault, InvalidInput
from matching.rules.rulebook import approvers_by_rule


@dataclass(frozen=True)
class Opened:
    """A case that was read and can be asked about."""

    loaded: Loaded
    engine: Engine


def opened(file: Path) -> Opened:
    """The case of a file and the engine for it; raises InvalidInput with every fault, each with the file's name."""
    with naming(file):
        loaded = load(file, approvers_by_rule())
        gc.freeze()  # what was read stays to the end, and need not be looked through again
        return Opened(loaded, Engine.of(loaded.case, beside=file.parent))


@contextmanager
def naming(file: Path) -> Iterator[None]:
    """Say of which file a fault is, where the engine could not know; one of the command itself is of no file."""
    try:
        yield
    except InvalidInput as error:
        raise InvalidInput([_of(file, fault) for fault in error.faults], error.more) from None


def _of(file: Path, fault: Fault) -> Fault:
    return fault if fault.file or fault.table == "command" else replace(fault, file=file.name or str(file))
