"""A case as it is being changed: what is named is written out, laid over and read again, and nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from matching.data.change_form import BY_ID, NAMED_BY, REMOVE, Tables, key_of
from matching.data.entries import NOUNS, none_settled, not_there, read_entry, says_enough
from matching.data.ordinary import ENTRY_OF, entry_over
from matching.data.place import ENTRIES, Path
from matching.data.trouble import Trouble
from matching.domain.case import Case, PolicyChoice
from matching.domain.laying import as_tables, laid_over
from matching.domain.noun import Noun

ABOUT = ("as_of", "authority")


@dataclass(frozen=True)
class Draft:
    """A case as it is being changed: its tables by id, and in `settled` those of which several may have one name.

    `about` is what is otherwise beside the tables. `by` says by which change an entry is as it is, and `gone` by which
    it was taken out; `spoiled` are the ids of those whose change does not fit.
    """

    case: Case
    ordinary: Tables | None
    by_id: dict[str, dict[str, Noun]]
    settled: dict[str, list[Noun]]
    about: dict[str, Any] = field(default_factory=dict)
    by: dict[int, str] = field(default_factory=dict)
    gone: dict[tuple[str, str], str] = field(default_factory=dict)
    spoiled: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, case: Case, ordinary: Tables | None) -> "Draft":
        """The case before anything is changed."""
        by_id = {table: {entry.id: entry for entry in getattr(case, table)} for table in BY_ID}
        settled = {table: list(getattr(case, table)) for table in ENTRIES if table not in BY_ID}
        return cls(case, ordinary, by_id, settled)

    def lay(self, said: Tables, name: str) -> Iterator[Trouble]:
        """Lay what one change says over the case; a trouble for each thing in it that does not fit."""
        if about := {key: said[key] for key in ABOUT if key in said}:
            yield from self._about(about)
        if said.get("policy"):
            was = self.about.get("policy", self.case.policy) or PolicyChoice()
            self.about["policy"] = PolicyChoice.model_validate(laid_over(as_tables(was), said["policy"]))
        for table in ENTRIES:
            lay = self._named if table in BY_ID else self._of_settled
            for k, entry in enumerate(said.get(table) or ()):
                yield from lay(table, (table, k), entry, name) if entry is not None else ()

    def drafted(self) -> Case:
        """The case as it is now; a table in which nothing changed is the very same."""
        tables = {table: tuple(entries.values()) for table, entries in self.by_id.items()}
        tables |= {table: tuple(entries) for table, entries in self.settled.items()}
        otherwise = {table: entries for table, entries in tables.items() if entries != getattr(self.case, table)}
        return self.case.model_copy(update={**otherwise, **self.about})

    def _about(self, said: Tables) -> Iterator[Trouble]:
        """The day, and the authority."""
        now = {"as_of": self.about.get("as_of", self.case.as_of), "authority": self.case.authority} | self.about
        was = as_tables(Case(as_of=now["as_of"], authority=now["authority"]))
        case, troubles = read_entry(Case, laid_over({key: was[key] for key in ABOUT}, said), ())
        yield from troubles
        if case is not None:
            self.about.update(as_of=case.as_of, authority=case.authority)

    def _named(self, table: str, path: Path, said: Tables, name: str) -> Iterator[Trouble]:
        """An entry with an id: taken out, changed, or new."""
        entries, entry_id = self.by_id[table], said["id"]
        there = entries.get(entry_id)
        if there is not None and said.get(REMOVE):
            del entries[entry_id]
            self.gone[table, entry_id] = name
        elif there is None and (said.get(REMOVE) or not says_enough(table, said)):
            self.spoiled.add(entry_id)
            yield not_there(table, path, said, entries)
        else:
            entry, troubles = self._read(table, path, said, there)
            yield from troubles
            if entry is None:
                self.spoiled.add(entry_id)
            elif entry != there:
                entries[entry_id] = entry
                self.by[id(entry)] = name

    def _of_settled(self, table: str, path: Path, said: Tables, name: str) -> Iterator[Trouble]:
        """What was agreed, or approved, by who and where it is for: taken out, changed, or new."""
        entries, key = self.settled[table], key_of(table, said)
        at = [k for k, entry in enumerate(entries) if tuple(getattr(entry, f) for f in NAMED_BY[table]) == key]
        if (said.get(REMOVE) and not at) or (not said.get(REMOVE) and len(at) > 1):
            yield none_settled(table, path, said, len(at))
        elif said.get(REMOVE):
            entries[:] = [entry for k, entry in enumerate(entries) if k not in at]
        else:
            there = entries[at[0]] if at else None
            entry, troubles = self._read(table, path, said, there)
            yield from troubles
            if entry is not None and entry != there:
                entries[slice(at[0], at[0] + 1) if at else slice(len(entries), None)] = [entry]
                self.by[id(entry)] = name

    def _read(self, table: str, path: Path, said: Tables, there: Noun | None) -> tuple[Noun | None, list[Trouble]]:
        """An entry as it would be: over what is recorded, or as a new one, over what is ordinary in a scenario."""
        change = {key: value for key, value in said.items() if key != REMOVE}
        if there is not None:
            tables = laid_over(as_tables(there), change)
        else:
            tables = entry_over((self.ordinary or {}).get(ENTRY_OF.get(table, ""), {}), change)
        return read_entry(NOUNS[table], tables, path)
