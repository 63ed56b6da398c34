"""The form of a change: the tables of a case, each entry with what names it. Whether these are there is seen later."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from matching.data.expected import MISSING
from matching.data.misfits import nearest
from matching.data.place import ENTRIES, Path
from matching.data.policy_changes import policy_troubles
from matching.data.trouble import Trouble

Tables = Mapping[str, Any]

TABLES = (*ENTRIES, "policy", "authority", "as_of")
"""What a change may speak of, in the order in which it is told."""

BY_ID = ("children", "referrals", "homes")
NAMED_BY = {
    **dict.fromkeys(BY_ID, ("id",)),
    "decided": ("child", "home"),
    "approvals": ("rule", "home", "child", "referral"),
}
"""What tells the entries of a table apart; what is left out of it is left out of the entry that is meant, too."""

REMOVE = "remove"
EXPECTED_TABLES = f"one of: {', '.join(TABLES)}"
NEVER_THE_LAW = "The law cannot be changed, not even in a what-if: take it out."
REFUSED = {
    "rules": NEVER_THE_LAW,
    "law": NEVER_THE_LAW,
    "figures": "The law's figures cannot be changed; local policy's stand under policy.figures.",
    "expect": "A change says what is otherwise; what must come out of it stands in a scenario's [what_if.NAME.expect].",
    "title": "Take it out: a change has no title but in a scenario's [what_if.NAME].",
    "source": "Take it out: a scenario as a whole has a source, a change has none.",
    "what_if": "A change holds no other change: give that one by itself, or with --named.",
    "made_up": "Take it out: whether a case is made up is not for a change to say.",
}
KEEP_IT = "It cannot be taken away: write what it would be."
SAY_WHAT = 'Say what would be otherwise, such as: [[homes]] id = "oak" with vacancies = { beds = 2 }.'


def form_troubles(said: Tables) -> Iterator[Trouble]:
    """Everything that is wrong with a change before it is held against a case."""
    if all(table in TABLES and table != "as_of" and said[table] in (None, [], {}) for table in said):
        yield Trouble((), None, "at least one thing that is otherwise", SAY_WHAT)
    if "as_of" in said and said["as_of"] is None:
        yield Trouble(("as_of",), None, MISSING["as_of"], KEEP_IT)
    for table, value in said.items():
        if table not in TABLES:
            remedy = REFUSED.get(table) or nearest(table, TABLES) or "Take it out: a case has no such table."
            yield Trouble((table,), value, EXPECTED_TABLES, remedy, field_is_found=table not in REFUSED)
        elif table in ENTRIES:
            yield from _of_entries(table, value)
        elif table != "as_of" and not isinstance(value, Mapping | None):
            yield Trouble((table,), value, "a table", "Write it as a table.")
    yield from policy_troubles(said.get("policy"))


def _of_entries(table: str, entries: object) -> Iterator[Trouble]:
    if not isinstance(entries, list | None):
        yield Trouble((table,), entries, "a list of tables", f"Write each as [[{table}]].")
        return
    for k, entry in enumerate(entries or ()):
        yield from _of_entry(table, (table, k), entry)
    yield from _given_again(table, entries or ())


def _of_entry(table: str, path: Path, entry: object) -> Iterator[Trouble]:
    if not isinstance(entry, Mapping):
        yield Trouble(path, entry, "a table", f"Write each as [[{table}]].")
        return
    for field in NAMED_BY[table]:
        name = entry.get(field)
        if not isinstance(name, str) and (name is not None or table in BY_ID):
            yield Trouble((*path, field), name, "an id", "Say which one is meant.")
    yield from _of_removal(table, path, entry)


def _of_removal(table: str, path: Path, entry: Tables) -> Iterator[Trouble]:
    if entry.get(REMOVE) is None:
        return
    if entry[REMOVE] is not True:
        yield Trouble((*path, REMOVE), entry[REMOVE], "true", "Write `remove = true`, or leave it out.")
    named = NAMED_BY[table]
    for field in (f for f in entry if f not in named and f != REMOVE):
        remedy = f"What is taken out needs only {' and '.join(named) if len(named) < 3 else ', '.join(named)}."
        yield Trouble((*path, field), entry[field], "nothing beside `remove = true`", remedy)


def _given_again(table: str, entries: Any) -> Iterator[Trouble]:
    """No entry is spoken of twice; but what was agreed or approved may be taken out first, and given anew after."""
    again: Counter[tuple[object, ...]] = Counter()
    for k, entry in enumerate(entries):
        key = key_of(table, entry) if isinstance(entry, Mapping) else ()
        taken_out_first = table not in BY_ID and again[key] == 1 and bool(again[(*key, REMOVE)])
        if key and all(isinstance(part, str | None) for part in key) and again[key] and not taken_out_first:
            yield Trouble((table, k, NAMED_BY[table][0]), key[0], "each once in one change", "Write the two as one.")
        if isinstance(entry, Mapping) and all(isinstance(part, str | None) for part in key):
            again[key] += 1
            again[(*key, REMOVE)] += entry.get(REMOVE) is True


def sound(said: Tables, wrong: Iterable[Trouble]) -> dict[str, Any]:
    """What of a change can be laid over a case: without the entries and tables in which something is wrong.

    Entries keep their places: None stands where one is left out.
    """
    tables = {table: said[table] for table in TABLES if said.get(table) is not None}
    for trouble in wrong:
        table, *below = trouble.path or ("",)
        if table in ENTRIES and below and isinstance(below[0], int) and table in tables:
            tables[table] = [None if k == below[0] else entry for k, entry in enumerate(tables[table])]
        else:
            tables.pop(str(table), None)
    return tables


def key_of(table: str, entry: Tables) -> tuple[Any, ...]:
    """What tells an entry apart from the others of its table."""
    return tuple(entry.get(field) for field in NAMED_BY[table])
