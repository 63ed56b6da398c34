"""What a change asks to be otherwise, fact by fact: what is recorded, what it would be, and what was so already."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, NamedTuple

from matching.data.change_form import BY_ID, NAMED_BY, REMOVE, Tables, key_of
from matching.data.place import ENTRIES
from matching.domain.case import Case
from matching.domain.comparison import Tried
from matching.domain.laying import as_tables
from matching.domain.made import made
from matching.domain.policy import Policy

SETTLED_AS = {"decided": "{child} in {home}", "approvals": "{rule} for {child} in {home}"}
NOBODY = "nobody"


def tried(said: Sequence[Tables], was: Case, now: Case, policies: tuple[Policy, Policy]) -> tuple[Tried, ...]:
    """A row for each fact that the parts of a change name, each once; `policies` are those before and after."""
    both = (was, now)
    rows = chain.from_iterable(_of_part(part, both, policies) for part in said)
    return tuple({row.path: row for row in rows}.values())


class At(NamedTuple):
    """Where a fact stands."""

    table: str
    id: str = ""
    field: str = ""

    def below(self, name: str) -> "At":
        """A field, or a part of one."""
        return self._replace(field=f"{self.field}.{name}" if self.field else name)

    def row(self, was: Any, now: Any, *, already_so: bool = False) -> Tried:
        """The row about it."""
        path = ".".join(filter(None, self))
        return made(Tried, path=path, **self._asdict(), from_=was, to=now, already_so=already_so)


def _of_part(said: Tables, cases: tuple[Case, Case], policies: tuple[Policy, Policy]) -> Iterator[Tried]:
    if said.get("as_of") is not None:
        yield from _leaf(At("as_of"), *(case.as_of.isoformat() for case in cases))
    yield from _below(At("authority"), said.get("authority") or {}, *(as_tables(case.authority) for case in cases))
    yield from _below(At("policy"), said.get("policy") or {}, *map(as_tables, policies))
    for table in ENTRIES:
        entries = said.get(table) or ()
        there = [_by_key(table, case) if entries else {} for case in cases]
        for entry in entries:
            was, now = (_tables(of.get(key_of(table, entry), [])) for of in there)
            yield from _of_entry(table, entry, was, now)


def _tables(entries: Sequence[Any]) -> list[Tables]:
    return [as_tables(one) for one in entries]


def _by_key(table: str, case: Case) -> dict[tuple[Any, ...], list[Any]]:
    """The entries of a case by what names them."""
    found: dict[tuple[Any, ...], list[Any]] = {}
    for one in getattr(case, table):
        found.setdefault(tuple(getattr(one, field) for field in NAMED_BY[table]), []).append(one)
    return found


def _of_entry(table: str, said: Tables, was: list[Tables], now: list[Tables]) -> Iterator[Tried]:
    at = At(table, _name(table, said))
    if len(was) == len(now) == 1:
        facts = {key: value for key, value in said.items() if key not in NAMED_BY[table] and key != REMOVE}
        yield from _below(at, facts, was[0], now[0])
    else:
        was_so = was == now
        yield at.row(_alone(was), _alone(now), already_so=was_so)


def _name(table: str, said: Tables) -> str:
    if table in BY_ID:
        return str(said["id"])
    return SETTLED_AS[table].format(**{field: said.get(field) or NOBODY for field in NAMED_BY[table]})


def _alone(entries: list[Tables]) -> Any:
    return entries[0] if len(entries) == 1 else (entries or None)


def _below(at: At, said: Tables, was: Any, now: Any) -> Iterator[Tried]:
    """The facts that a table of a change names."""
    for key, value in said.items():
        before, after = (there.get(key) if isinstance(there, Mapping) else None for there in (was, now))
        if isinstance(value, Mapping) and value:
            yield from _below(at.below(key), value, before, after)
        else:
            yield from _leaf(at.below(key), before, after)


def _leaf(at: At, was: Any, now: Any) -> Iterator[Tried]:
    """What is otherwise at one place: in a list of tables, of those alone in which something is."""
    if was == now:
        yield at.row(was, now, already_so=True)
    elif (pairs := _paired(was, now)) is not None:
        for name, before, after in pairs:
            if before != after:
                yield from _leaf(at.below(name), before, after)
    else:
        yield at.row(was, now)


def _paired(was: Any, now: Any) -> list[tuple[str, Any, Any]] | None:
    """The parts of two tables, or the entries of two lists of tables, by name; None where they are no such."""
    if isinstance(was, list) and isinstance(now, list):
        was, now = _by_name(was), _by_name(now)
    if isinstance(was, Mapping) and isinstance(now, Mapping):
        return [(str(name), was.get(name), now.get(name)) for name in {**was, **now}]
    return None


def _by_name(entries: list[Any]) -> dict[str, Any] | None:
    """Tables by the id that each of them has; None where one has none, or two have the same."""
    ids = [entry.get("id") if isinstance(entry, Mapping) else None for entry in entries]
    if None in ids or len(set(ids)) < len(ids):
        return None
    return dict(zip(map(str, ids), entries, strict=True))
