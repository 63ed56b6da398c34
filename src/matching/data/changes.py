"""What would be otherwise in a case: read from documents and from the command line, and laid over the case."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matching.data.belonging import KnownRules
from matching.data.case_files import read
from matching.data.change_form import Tables, form_troubles
from matching.data.checking import LISTED
from matching.data.document import Document
from matching.data.drafting import Draft
from matching.data.left_behind import left_behind
from matching.data.settings import SET, TAKE_OUT, Settings
from matching.data.trouble import told
from matching.domain.case import Case
from matching.errors import Fault, InvalidInput

A_CHANGE = "a file that says what would be otherwise"


@dataclass(frozen=True)
class Said:
    """One document of a change, by the name that faults call it: the tables of a case, with what is otherwise alone."""

    name: str
    raw: Tables

    def tables(self, _: Draft) -> tuple[Tables, list[Fault]]:
        """What it says, whatever the case; its form was looked at when it was read."""
        return self.raw, []


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
    """The change that a file holds, in TOML or JSON; InvalidInput with every fault of its form."""
    return change_of(read(path, A_CHANGE))


def change_of(said: Document) -> Change:
    """The change that a document is; InvalidInput with every fault of its form. What it names is sought in a case."""
    troubles = [*said.troubles, *form_troubles(said.raw)]
    if troubles:
        raise _refusal([told(trouble, said.name, said.raw) for trouble in troubles])
    return Change((Said(said.name, said.raw),))


def settings(sets: Iterable[str] = (), removes: Iterable[str] = ()) -> Change:
    """The change that a command line is: what it sets, such as `homes.oak.vacancies.beds=2`, then what it takes out."""
    each = (Settings(SET, tuple(sets)), Settings(TAKE_OUT, tuple(removes)))
    return Change(tuple(part for part in each if part.texts))


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
        faults += [told(trouble, part.name, tables) for trouble in _troubles(part, tables, draft)]
        said.append(tables)
    whole = draft.drafted()
    faults += left_behind(draft, whole, known_rules, change.parts[-1].name if change.parts else "")
    if faults:
        raise _refusal(faults)
    return Laid(whole, tuple(said))


def _troubles(part: Said | Settings, tables: Tables, draft: Draft) -> Iterator[Any]:
    """What does not fit of one part; one whose form is wrong is not laid over anything."""
    wrong = list(form_troubles(tables)) if isinstance(part, Settings) and tables else []
    yield from wrong
    if not wrong:
        yield from draft.lay(tables, part.name)


def _refusal(faults: list[Fault]) -> InvalidInput:
    return InvalidInput(faults[:LISTED], max(0, len(faults) - LISTED))
