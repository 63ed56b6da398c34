"""Which worked cases expect a finding of a rule: read from the scenarios that come with the engine."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from matching.data.document import Document
from matching.data.ordinary import FILE as ORDINARY
from matching.data.ordinary import ordinary_beside, shipped
from matching.data.reading import read
from matching.rules.entry import Entry, Told
from matching.rules.register import RuleRegister, register


@dataclass(frozen=True)
class Worked:
    """A worked case: what it is called, its day, and the rules of which it expects a finding."""

    told: Told
    day: date
    rules: frozenset[str]


def register_with_scenarios(on: date | None = None, folder: Path | None = None) -> RuleRegister:
    """The rule register, each rule with the scenarios that expect a finding of that version; else of this folder."""
    cases = worked_in(folder or shipped().parent)
    said = register(on)
    return replace(said, rules=tuple(replace(entry, scenarios=_of(entry, cases)) for entry in said.rules))


def _of(entry: Entry, cases: tuple[Worked, ...]) -> tuple[Told, ...]:
    """A case of a day on which the version binds."""
    until = entry.until_day or date.max
    return tuple(c.told for c in cases if entry.id in c.rules and entry.from_day <= c.day <= until)


@cache
def worked_in(folder: Path) -> tuple[Worked, ...]:
    """The scenarios of a folder, by name; InvalidInput where one cannot be read."""
    files = sorted(file for file in folder.glob("*.toml") if file.name != ORDINARY)
    return tuple(_worked(file, read(file)) for file in files)


def _worked(file: Path, said: Document) -> Worked:
    day = said.raw.get("as_of") or ordinary_beside(file)["as_of"]
    title = said.raw.get("title") or file.stem.replace("_", " ")
    return Worked(Told(title, file.name), date.fromisoformat(day), frozenset(_expected(said)))


def _expected(said: Document) -> Iterator[str]:
    for rank in said.raw.get("expect", {}).get("rank", {}).values():
        for found in rank.get("findings", {}).values():
            yield from found
