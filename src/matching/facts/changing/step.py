"""One step that somebody could take: a fact made otherwise, and the change to the record that says so."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from matching.domain.case import Case
from matching.domain.laying import as_tables, laid_over, of_tables
from matching.domain.noun import Noun
from matching.domain.panel import GivenApproval
from matching.facts.changing.situation import Situation
from matching.facts.changing.who import Who
from matching.facts.fact import Fact

Tables = Mapping[str, Any]
Changes = Mapping[str, Any]
"""A change as a what-if takes it: tables of entries, each named by its id, with what is to be otherwise."""


@dataclass(frozen=True)
class Step:
    """A fact that could be otherwise, who makes it so, in words, and the changes that say so, the least first.

    `rule` names the rule where it is not a fact but an approval that is given; `recorded` says that nobody recorded
    the fact, and somebody could find that it is so.
    """

    fact: str
    by: Who | str
    words: tuple[str, ...]
    changes: tuple[Changes, ...]
    rule: str | None = None
    recorded: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What it is about: sets of steps about the same are ways of one change."""
        return self.fact, self.words[0] if self.recorded else ""

    @property
    def most(self) -> Changes:
        """The furthest that it goes."""
        return self.changes[-1]

    def at(self, strength: int) -> "Step":
        """The step no further than that."""
        return Step(self.fact, self.by, (self.words[strength],), (self.changes[strength],), self.rule, self.recorded)


Proposed = Iterable[tuple[str, Changes]]
"""What a step would do, in words, with the change: the least first."""

Propose = Callable[[Situation], Proposed]


@dataclass(frozen=True, eq=False)
class Changeable:
    """A fact of the catalogue that somebody could change: who, and how far to change it in a situation.

    To go further is never worse, unless the ways are `apart`: then each is a step of its own.
    """

    fact: Fact[Any]
    by: Who
    propose: Propose
    recorded: bool = False
    apart: bool = False

    def steps(self, situation: Situation) -> Iterator[Step]:
        """The steps in this situation; none where there is nothing to change."""
        proposed = tuple(self.propose(situation))
        for ways in ((way,) for way in proposed) if self.apart else (proposed,):
            if ways:
                words, changes = zip(*ways, strict=True)
                by = Who.CARERS if self.by is Who.HOME and situation.fosters else self.by
                yield Step(self.fact.name, by, words, changes, None, self.recorded)


def of_home(situation: Situation, tables: Tables) -> Changes:
    """A change of the home."""
    return {"homes": [{"id": situation.home.id, **tables}]}


def of_referral(situation: Situation, tables: Tables) -> Changes:
    """A change of what is asked for."""
    return {"referrals": [{"id": situation.referral.id, **tables}]}


def of_child(child: str, tables: Tables) -> Changes:
    """A change of what is recorded of a child."""
    return {"children": [{"id": child, **tables}]}


def together(changes: Iterable[Changes]) -> dict[str, Any]:
    """Several changes as one: what is said of one entry by several is said of it once."""
    merged: dict[str, Any] = {}
    for change in changes:
        for table, entries in change.items():
            for entry in entries:
                merged[table] = [*_with(merged.get(table, ()), entry)]
    return merged


def _with(entries: Iterable[Tables], new: Tables) -> Iterator[Tables]:
    """The entries with one more, or with it laid over the one of its id."""
    found = False
    for entry in entries:
        same = "id" in new and entry.get("id") == new["id"]
        found = found or same
        yield laid_over(entry, new) if same else entry
    if not found:
        yield new


def writes(changes: Changes) -> frozenset[tuple[str, ...]]:
    """The places of the record that a change writes: two that write one place are never made together.

    The days of a stay are one place: a stay that began later and ended sooner would be another one.
    """
    return frozenset(
        (table, str(entry.get("id", entry)), *path)
        for table, entries in changes.items()
        for entry in entries
        for path in ([("days",)] if table == "referrals" else _paths(entry))
    )


def _paths(tables: Tables) -> Iterator[tuple[str, ...]]:
    """The fields that tables speak of, but for the id of an entry."""
    for key, value in tables.items():
        if key == "id":
            continue
        if isinstance(value, Mapping) and value:
            yield from ((key, *rest) for rest in _paths(value))
        else:
            yield (key,)


def changed_case(case: Case, changes: Changes) -> Case:
    """The case with these changes: entries that it has, changed, and approvals that are given besides."""
    update: dict[str, Any] = {}
    for table, entries in changes.items():
        if table == "approvals":
            given = (of_tables(GivenApproval, entry) for entry in entries)
            update[table] = (*case.approvals, *given)
        else:
            update[table] = _changed(getattr(case, table), {entry["id"]: entry for entry in entries})
    return case.model_copy(update=update)


def _changed(nouns: Sequence[Any], changes: Mapping[str, Tables]) -> tuple[Noun, ...]:
    return tuple(_laid(noun, changes[noun.id]) if noun.id in changes else noun for noun in nouns)


def _laid(noun: Any, change: Tables) -> Noun:
    changed: Noun = of_tables(type(noun), laid_over(as_tables(noun), change))
    return changed
