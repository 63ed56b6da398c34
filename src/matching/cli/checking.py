"""Checking a case file: what it holds, what nobody has recorded, and what a reader of its rankings must know."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from matching.cli.check_text import write_check
from matching.cli.opening import Opened, opened
from matching.cli.page import Page
from matching.cli.streams import write_json
from matching.data.unknowns import Unknown, unknowns
from matching.domain.child import Child
from matching.explaining.warnings import MADE_UP
from matching.geography.postcodes import PostcodeDirectory

TABLES = ("children", "referrals", "homes", "decided", "approvals")


@dataclass(frozen=True)
class Checked:
    """What a case file holds, and what is not known in it; `lost` are postcodes that the directory does not hold."""

    file: str
    title: str | None
    counts: dict[str, int]
    unknown: tuple[Unknown, ...]
    lost: tuple[Unknown, ...]
    warnings: tuple[str, ...]
    referrals: tuple[str, ...]


def check_file(file: Path, *, every_row: bool, as_json: bool) -> None:
    """Check a file and write what was found; raises InvalidInput with everything that is wrong in it."""
    found = _checked(file, opened(file))
    if as_json:
        write_json(as_data(found))
    else:
        write_check(Page(), found, every_row=every_row)


def as_data(found: Checked) -> dict[str, object]:
    """What was found, as data."""
    return {
        "file": found.file,
        "title": found.title,
        "counts": found.counts,
        "unknown": [{"table": u.table, "id": u.id, "fields": u.fields} for u in found.unknown],
        "not_in_the_directory": [{"table": u.table, "id": u.id, "fields": u.fields} for u in found.lost],
        "warnings": found.warnings,
        "can_be_ranked": found.referrals,
    }


def _checked(file: Path, opened: Opened) -> Checked:
    case, scenario = opened.loaded.case, opened.loaded.scenario
    return Checked(
        file=str(file),
        title=scenario.title if scenario else None,
        counts={table: len(getattr(case, table)) for table in TABLES},
        unknown=tuple(unknowns(case)),
        lost=tuple(_lost(opened)),
        warnings=tuple(_warnings(opened)),
        referrals=tuple(referral.id for referral in case.referrals),
    )


def _lost(opened: Opened) -> Iterator[Unknown]:
    """Where a postcode is not in the directory: the row and the field, never the postcode of a home."""
    register = opened.engine.register
    for child in opened.loaded.case.children:
        if fields := tuple(_lost_of(child, register.directory)):
            yield Unknown("children", child.id, fields, "")
    yield from (Unknown("homes", home, ("postcode",), "") for home in register.unplaced)


def _lost_of(child: Child, directory: PostcodeDirectory) -> Iterator[str]:
    for field, postcode in _postcodes(child):
        if postcode and directory.find(postcode) is None:
            yield field


def _postcodes(child: Child) -> Iterator[tuple[str, str | None]]:
    yield "home_postcode", child.home_postcode or None
    yield "school.postcode", child.school.postcode if child.school else None
    for number, time in enumerate(child.family_time or (), start=1):
        yield f"family_time[no. {number}].postcode", time.postcode
    for number, place in enumerate(child.keep_away_from or (), start=1):
        yield f"keep_away_from[no. {number}].postcode", place.postcode


def _warnings(opened: Opened) -> Iterator[str]:
    case, policy = opened.loaded.case, opened.engine.policy
    if case.made_up:
        yield MADE_UP
    if policy.agreed_by is False:
        yield f"Nobody has agreed the policy {policy.name}: its weights and figures are proposals."
    if case.as_of < policy.from_day or (policy.until_day is not None and case.as_of > policy.until_day):
        yield f"The policy {policy.name} does not hold on {case.as_of}."
