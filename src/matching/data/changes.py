"""What would be otherwise in a case: read from documents and from the command line, and laid over the case."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matching.data.belonging import KnownRules
from matching.data.change_form import Tables, form_troubles, sound
from matching.data.checking import LISTED
from matching.data.document import Document
from matching.data.drafting import Draft
from matching.data.left_behind import left_behind
from matching.data.reading import read
from matching.data.settings import SET, TAKE_OUT, Settings
from matching.data.trouble import Trouble, told
from matching.domain.case import Case
from matching.errors import Fault, InvalidInput

A_CHANGE = "a file that says what would be otherwise"


@dataclass(frozen=True)
class Said:
    """One document of a change, by the name that faults call it: the tables of a case, with what is otherwise alone."""

    name: str
    raw: Tables
    troubles: tuple[Trouble, ...] = ()

    def tables(self, _: Draft) -> tuple[Tables, list[Fault]]:
        """What it says, whatever the case; and keys that it gives twice."""
        return self.raw, [told(trouble, self.name, self.raw) for trouble in self.troubles]


@dataclass(frozen=True)
class Change:
    """What would be otherwise: one thing after another, the later over the earlier."""

    parts: tuple[Said | Settings, ...]

    def and_then(self, other: "Change") -> "Change":
        """This one, and the other over it."""
        return Change((*self.parts, *other.parts))


@dataclass(frozen=True)
class Laid:
    """A case with a change over it, and what the change said of it, part by part."""

    case: Case
    said: tuple[Tables, ...]


def read_change(path: Path) -> Change:
    """The change that a file holds, in TOML or JSON; InvalidInput where the file cannot be read."""
    return change_of(read(path, A_CHANGE))


def change_of(said: Document) -> Change:
    """The change that a document is. What is wrong in it is told when it is laid over a case, all at once."""
    return Change((Said(said.name, said.raw, said.troubles),))


def settings(sets: Iterable[str] = (), removes: Iterable[str] = ()) -> Change:
    """The change that a command line is: what it sets, such as `homes.oak.vacancies.beds=2`, then what it takes out."""
    each = (Settings(SET, tuple(sets)), Settings(TAKE_OUT, tuple(removes)))
    return Change(tuple(part for part in each if part.texts))


def faults_of_form(change: Change) -> list[Fault]:
    """What is wrong with the documents of a change by themselves, where there is no case to lay them over."""
    documents = [part for part in change.parts if isinstance(part, Said)]
    return [told(t, of.name, of.raw) for of in documents for t in (*of.troubles, *form_troubles(of.raw))]


def changed_case(
    case: Case, change: Change, known_rules: KnownRules | None = None, ordinary: dict[str, Any] | None = None
) -> Case:
    """The case with the change over it; InvalidInput with every fault, and then nothing is changed.

    `ordinary` holds what an added entry starts from, in a scenario. What the change leaves alone stays the very same.
    """
    return laid(case, change, known_rules, ordinary).case


def laid(
    case: Case, change: Change, known_rules: KnownRules | None = None, ordinary: dict[str, Any] | None = None
) -> Laid:
    """The same, with what the change said."""
    draft, said, faults = Draft.of(case, ordinary), list[Tables](), list[Fault]()
    for part in change.parts:
        tables, misplaced = part.tables(draft)
        faults += misplaced
        wrong = [] if isinstance(part, Settings) and not tables else list(form_troubles(tables))
        said.append(sound(tables, wrong))
        faults += [told(trouble, part.name, tables) for trouble in (*wrong, *draft.lay(said[-1], part.name))]
    whole = draft.drafted()
    faults += left_behind(draft, whole, known_rules, change.parts[-1].name if change.parts else "")
    if faults:
        raise _refusal(faults)
    return Laid(whole, tuple(said))


def _refusal(faults: list[Fault]) -> InvalidInput:
    return InvalidInput(faults[:LISTED], max(0, len(faults) - LISTED))
