"""Single facts set on the command line: `homes.oak.vacancies.beds=2`, read as the change that a file would say."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from matching.data.change_form import BY_ID, NAMED_BY, REFUSED, REMOVE, TABLES, Tables
from matching.data.drafting import Draft
from matching.data.entries import NOUNS
from matching.data.misfits import nearest
from matching.data.set_paths import Misplaced, into, longest, way_of, with_value
from matching.data.set_values import value_of
from matching.data.trouble import Trouble, told
from matching.domain.case import Authority, PolicyChoice
from matching.domain.laying import as_tables, laid_over
from matching.errors import Fault

SET, TAKE_OUT = "--set", "--remove"
WRITTEN = "PATH=VALUE, such as homes.oak.vacancies.beds=2"
A_PATH = "a table, an id and a field, such as homes.oak.vacancies.beds"
AN_ENTRY = "a table and an id, such as homes.oak"
A_TABLE = 'the name of a field, or a table such as {kind="foster", run_by="own"}'
TOLD_BY = "What an entry is told by cannot be changed: take it out, and add another."
SET_TO_NOTHING = "To take a fact away, set it to nothing: --set PATH=."
ABOUT: Mapping[str, type[BaseModel]] = {"authority": Authority, "policy": PolicyChoice}

Said = dict[str, Any]


@dataclass(frozen=True)
class Settings:
    """What the command line sets, or takes out: `name` is the option by which it does."""

    name: str
    texts: tuple[str, ...]

    def tables(self, draft: Draft) -> tuple[Tables, list[Fault]]:
        """The change that this is to a case as it stands, and a fault for each that leads nowhere."""
        said: Said = {}
        faults = []
        for text in self.texts:
            try:
                READ[self.name](text, said, draft)
            except Misplaced as wrong:
                path = text.partition("=")[0].strip()
                trouble = Trouble(("", path), wrong.found, wrong.expected, wrong.remedy, field_is_found=True)
                faults.append(told(trouble, self.name, {}))
        return said, faults


def _set(text: str, said: Said, draft: Draft) -> None:
    """Put one value into the change."""
    path, equals, value = text.partition("=")
    if not equals:
        raise Misplaced(text, WRITTEN, "Write after `=` what it would be; nothing there means that nobody knows.")
    table, *steps = path.strip().split(".")
    if table == "as_of" and not steps:
        said["as_of"] = value_of(value, None, ())
    elif table in ABOUT:
        now = draft.about.get(table, getattr(draft.case, table))
        entry = dict(said.get(table, {}))
        _put(entry, steps, value, ABOUT[table], as_tables(now) if now is not None else {})
        said[table] = entry
    elif table in NOUNS and steps:
        entry, below, recorded = _entry(table, steps, said, draft)
        if below and below[0] in NAMED_BY[table]:
            raise Misplaced(below[0], "another fact", TOLD_BY)
        _put(entry, below, value, NOUNS[table], recorded)
    else:
        raise Misplaced(path, A_PATH, _remedy(table))


def _remedy(table: str) -> str:
    return REFUSED.get(table) or nearest(table, TABLES) or "Correct the path."


def _take_out(text: str, said: Said, draft: Draft) -> None:
    """Take one entry out."""
    table, *steps = text.strip().split(".")
    if table not in NOUNS or not steps:
        raise Misplaced(text, AN_ENTRY, _remedy(table))
    entry, below, _ = _entry(table, steps, said, draft)
    if below:
        raise Misplaced(text, AN_ENTRY, SET_TO_NOTHING)
    entry[REMOVE] = True


def _entry(table: str, steps: Sequence[str], said: Said, draft: Draft) -> tuple[Said, Sequence[str], Tables]:
    """The entry of the change that is meant, made where it is not there yet; the steps below it; what is recorded."""
    key, below, recorded = (_by_id if table in BY_ID else _by_place)(table, steps, said, draft)
    entries: list[Said] = said.setdefault(table, [])
    there = next((entry for entry in entries if key.items() <= entry.items()), None)
    if there is None:
        entries.append(there := dict(key))
    return there, below, recorded


def _by_id(table: str, steps: Sequence[str], said: Said, draft: Draft) -> tuple[Said, Sequence[str], Tables]:
    """The entry by its id: the longest run of steps that is one, else the first step, as of a new one."""
    there = draft.by_id[table]
    taken = longest(steps, {*there, *(entry["id"] for entry in said.get(table, ()))}) or 1
    name = ".".join(steps[:taken])
    return {"id": name}, steps[taken:], as_tables(there[name]) if name in there else {}


def _by_place(table: str, steps: Sequence[str], _: Said, draft: Draft) -> tuple[Said, Sequence[str], Tables]:
    """The entry by its place: what is agreed and approved has no id."""
    there = draft.settled[table]
    if not steps[0].isdecimal() or int(steps[0]) >= len(there):
        expected = f"a place in {table}, from 0 to {len(there) - 1}" if there else f"a case that has {table}"
        raise Misplaced(steps[0], expected, f"To add one, write it into a file as [[{table}]].")
    tables = as_tables(there[int(steps[0])])
    return {field: tables.get(field) for field in NAMED_BY[table]}, steps[1:], tables


def _put(entry: Said, steps: Sequence[str], text: str, noun: type[BaseModel], recorded: Tables) -> None:
    """Put a value at its place in an entry of the change; of a list the change then says all that it holds."""
    now = laid_over(recorded, entry)
    way = way_of(steps, now)
    fields = [step for step in way if isinstance(step, str)]
    value = value_of(text, noun, fields)
    if not way and not isinstance(value, Mapping):
        raise Misplaced(value, A_TABLE)
    if not way and set(value) & {"id", "child", "home"}:
        raise Misplaced(value, A_TABLE, TOLD_BY)
    before = fields[: next((k for k, step in enumerate(way) if isinstance(step, int)), len(way))]
    whole = len(before) == len(way)
    into(entry, before, value if whole else with_value(now, before, way[len(before) :], value))


READ: Mapping[str, Callable[[str, Said, Draft], None]] = {SET: _set, TAKE_OUT: _take_out}
