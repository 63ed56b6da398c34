"""A change laid over the tables of a case, restated: so that what is offered is tried by nothing that made it."""

import copy
from collections.abc import Iterable, Mapping
from typing import Any

from matching.domain.ranking import Ranking
from matching.engine import Engine
from tests.peer.engine_says import engine_of

Tables = Mapping[str, Any]


def replayed(case: Tables, *changes: Tables) -> dict[str, Any]:
    """The tables of a case after some changes."""
    after = copy.deepcopy(dict(case))
    for change in changes:
        for table, entries in change.items():
            for entry in entries:
                _lay(after.setdefault(table, []), entry)
    return after


def _lay(entries: list[dict[str, Any]], change: Tables) -> None:
    there = [entry for entry in entries if "id" in change and entry.get("id") == change["id"]]
    for entry in there:
        _over(entry, change)
    if not there:
        entries.append(dict(change))


def _over(tables: dict[str, Any], change: Tables) -> None:
    for key, value in change.items():
        if value in ("", None):
            tables.pop(key, None)
        elif isinstance(value, Mapping):
            inner = tables[key] if isinstance(tables.get(key), dict) else {}
            tables[key] = inner
            _over(inner, value)
        else:
            tables[key] = copy.deepcopy(value)


def asked_again(case: Tables, referral: str, changes: Iterable[Tables] = ()) -> tuple[Engine, Ranking]:
    """The whole engine's answer after some changes, with every home in full."""
    engine = engine_of(replayed(case, *changes))
    return engine, engine.rank(referral, limit=1_000)


def in_order(ranking: Ranking) -> list[str]:
    """The lawful homes in the panel's order, but for ways of dividing brothers and sisters."""
    options = [option for tier in ranking.tiers for option in tier.options if not option.parts]
    return [option.home for option in sorted(options, key=lambda option: option.rank or 0)]


def tier_in(ranking: Ranking, home: str) -> str:
    """The group of the answer in which a home stands."""
    return next(t.tier for t in ranking.tiers if any(o.home == home and not o.parts for o in t.options))
