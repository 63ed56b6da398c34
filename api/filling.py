"""What a request leaves out and names, taken from the register that the service holds, before anything is checked."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from api.held import Held
from matching.data.document import Document
from matching.domain.case import Case
from matching.domain.child import Child

Raw = Mapping[str, Any]

STANDS_FOR = {
    "children": {"id", "born"},
    "referrals": {"id", "children", "start"},
    "homes": {"id", "kind", "run_by"},
}
"""What is put into the request of an entry of the register: enough to be named; the entry itself is used afterwards."""


def left_out(said: Raw, table: str) -> bool:
    """Whether a request says nothing of a table; null says nothing."""
    return said.get(table) is None


@dataclass(frozen=True, slots=True)
class Filled:
    """A request with all that it leaves out or names, ready to be read; `raw` is what it said itself.

    One that has its own homes, referrals and children stands by itself. One that takes any of these from the register
    `leans` on it: then every child that the register knows is known, save those whom the request replaces.
    """

    said: Document
    raw: Raw
    leans: bool

    @classmethod
    def of(cls, said: Document, held: Held) -> "Filled":
        """Put in the day and the authority where they are left out, and stand-ins for what is named of the register."""
        raw = said.raw
        added = _day_and_authority(raw, held)
        named = _named_of_the_register(raw, held)
        whole = replace(said, json=json.dumps({**raw, **added, **named}).encode()) if added or named else said
        return cls(whole, raw, bool(named) or left_out(raw, "homes") or left_out(raw, "referrals"))

    def laid_over(self, case: Case, held: Case) -> Case:
        """The case that was read from this, over the one that is held."""
        if not self.leans:
            return case
        return case.model_copy(
            update={
                "children": _over(held.children, self._own(case, "children")),
                "referrals": held.referrals if left_out(self.raw, "referrals") else self._own(case, "referrals"),
                "homes": held.homes if left_out(self.raw, "homes") else case.homes,
                "decided": self._settled(case, held, "decided"),
                "approvals": self._settled(case, held, "approvals"),
                "made_up": held.made_up or case.made_up,
            }
        )

    def _own(self, case: Case, table: str) -> Any:
        """The entries that the request gave; those that stand for the register's come after them."""
        return getattr(case, table)[: len(self.raw.get(table) or ())]

    def _settled(self, case: Case, held: Case, table: str) -> Any:
        """What is settled about the homes of the register goes with them."""
        from_held = left_out(self.raw, "homes") and left_out(self.raw, table)
        return getattr(held if from_held else case, table)


def _day_and_authority(raw: Raw, held: Held) -> dict[str, Any]:
    said = held.case.model_dump(mode="json", include={"as_of", "authority"}, exclude_none=True)
    return {key: value for key, value in said.items() if left_out(raw, key)}


def _named_of_the_register(raw: Raw, held: Held) -> dict[str, Any]:
    """The tables of which the register has entries that the request names and does not give, with these put in."""
    homes = _ids(raw, "home", "decided", "approvals") if left_out(raw, "homes") else ()
    named = _with(raw, "homes", homes, held.homes)
    named |= _with(raw, "referrals", _ids(raw, "referral", "approvals"), held.referrals)
    return named | _with(raw, "children", _children_of({**raw, **named}), held.children)


def _with(raw: Raw, table: str, named: Iterator[str] | tuple[()], known: Mapping[str, Any]) -> dict[str, Any]:
    if not isinstance(raw.get(table), list | None):
        return {}
    own = set(_ids(raw, "id", table))
    found = [known[name] for name in dict.fromkeys(named) if name in known and name not in own]
    stand_ins = [noun.model_dump(mode="json", include=STANDS_FOR[table]) for noun in found]
    return {table: [*(raw.get(table) or ()), *stand_ins]} if found else {}


def _entries(raw: Raw, table: str) -> Iterator[Raw]:
    entries = raw.get(table)
    yield from (e for e in entries if isinstance(e, Mapping)) if isinstance(entries, list) else ()


def _ids(raw: Raw, field: str, *tables: str) -> Iterator[str]:
    for table in tables:
        yield from (e[field] for e in _entries(raw, table) if isinstance(e.get(field), str))


def _children_of(raw: Raw) -> Iterator[str]:
    for referral in _entries(raw, "referrals"):
        children = referral.get("children")
        yield from (c for c in children if isinstance(c, str)) if isinstance(children, list) else ()


def _over(held: tuple[Child, ...], given: tuple[Child, ...]) -> tuple[Child, ...]:
    by_id = {child.id: child for child in given}
    return (*(by_id.pop(child.id, child) for child in held), *by_id.values())
