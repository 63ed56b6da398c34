"""The what-ifs that a scenario asks besides: a change, and what must come out of the case with it."""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ConfigDict, Field

from matching.data.belonging import KnownRules
from matching.data.changes import Change, change_of, changed_case
from matching.data.document import of_tables
from matching.data.expecting import Expect, names_outside
from matching.data.trouble import Trouble
from matching.domain.case import Case
from matching.domain.noun import Id, NameOrFalse, Noun, Words
from matching.errors import Fault, InvalidInput


class ExpectedChange(Noun):
    """What must change for one referral: the home that comes first, before and after; false where none does."""

    first: tuple[NameOrFalse, NameOrFalse] | None = None


class ExpectedAfter(Expect):
    """What must come out of the case with the change, what must differ, and for which referrals nothing may."""

    changed: dict[Id, ExpectedChange] = Field(default_factory=dict)
    unchanged: tuple[Id, ...] = ()


class AskedWhatIf(Noun):
    """One what-if as a scenario says it; the tables beside these are the change."""

    model_config = ConfigDict(extra="allow")

    title: Words | None = None
    expect: ExpectedAfter = ExpectedAfter()


class Heading(Noun):
    """What a scenario is about, who vouches for it, what must come out, and what it asks besides."""

    title: Words | None = None
    source: Words | None = None
    expect: Expect
    what_if: dict[Id, AskedWhatIf] = Field(default_factory=dict)


class WhatIf(Noun):
    """A what-if of a scenario: what faults and pages call it, the tables of its change, and what must come out."""

    called: str
    title: str
    tables: dict[str, Any]
    expect: ExpectedAfter

    @property
    def change(self) -> Change:
        """The change that it asks about."""
        return change_of(of_tables(self.tables, self.called))


def what_ifs(heading: Heading, file: str) -> dict[str, WhatIf]:
    """The what-ifs of a scenario, by name."""
    return {
        name: WhatIf(
            called=f"{file}: what_if.{name}",
            title=asked.title or name.replace("_", " "),
            tables=dict(asked.model_extra or {}),
            expect=asked.expect,
        )
        for name, asked in heading.what_if.items()
    }


def tried_out(
    asked: Mapping[str, WhatIf], case: Case, known_rules: KnownRules | None, ordinary: dict[str, Any]
) -> None:
    """Raises InvalidInput with every fault of these changes to a case."""
    faults: list[Fault] = []
    for what_if in asked.values():
        try:
            changed_case(case, what_if.change, known_rules, ordinary)
        except InvalidInput as error:
            faults += error.faults
    if faults:
        raise InvalidInput(faults)


def outside_what_ifs(heading: Heading, raw: Mapping[str, Any]) -> Iterator[Trouble]:
    """What a what-if expects of a referral, a child or a home that neither the file holds nor its change adds."""
    for name, asked in heading.what_if.items():
        at, own = ("what_if", name, "expect"), asked.model_extra or {}
        yield from names_outside(asked.expect, raw, own, at=at)
        named = [
            *((("changed", i), i) for i in asked.expect.changed),
            *((("unchanged",), i) for i in asked.expect.unchanged),
        ]
        for path, referral in named:
            if referral not in _ids_of("referrals", raw, own):
                yield Trouble((*at, *path), referral, "one of the referrals of this file", "Correct the name.")


def _ids_of(table: str, *holding: Mapping[str, Any]) -> set[object]:
    entries = (entry for raw in holding for entry in raw.get(table) or ())
    return {entry.get("id") for entry in entries if isinstance(entry, Mapping)}
