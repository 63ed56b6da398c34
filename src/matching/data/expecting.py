"""What a scenario says must come out."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from matching.data.place import Path
from matching.data.trouble import Trouble
from matching.domain.noun import Count, Id, Name, Names, Noun, Word

OutcomeWord = Literal["prohibited", "cannot_tell", "needs_approval", "met"]
Group = Literal["parents", "family_and_friends", "in_house", "independent_or_residential", "parted"]
Pairing = Annotated[str, Field(max_length=200, pattern=r"^\S+ in \S+$")]
"""Who in which home, such as `amy in oak`."""


class ExpectedRank(Noun):
    """What the ranking of one referral must say; an option in two homes is written `oak+elm`."""

    order: Names | None = None
    tiers: dict[Name, Group] | None = None
    standing: dict[Name, OutcomeWord] | None = None
    ruled_out: Names | None = None
    findings: dict[Pairing, dict[Id, OutcomeWord]] | None = None


class ExpectedPlan(Noun):
    """What the plan of the panel must say: who is placed where, who is not, and what is reached."""

    placed: dict[Id, Id] | None = None
    unplaced: tuple[Id, ...] | None = None
    aims: dict[Word, Annotated[float, Field(strict=True, allow_inf_nan=False)]] | None = None
    placed_count: Count | None = None
    homes_used: tuple[Id, ...] | None = None


HELD = ("children", "referrals", "homes")


class Expect(Noun):
    """What must come out: of each referral's ranking, by its id, and of the plan."""

    rank: dict[Id, ExpectedRank] = Field(default_factory=dict)
    plan: ExpectedPlan | None = None


def names_outside(expect: Expect, *holding: Mapping[str, Any], at: Path = ("expect",)) -> Iterator[Trouble]:
    """What is expected of a referral, a child or a home that none of these tables hold; `at` is where it stands."""
    known = {table: {i for raw in holding for i in _ids(raw.get(table))} for table in HELD}
    for table, path, name in _named(expect):
        for part in name.split("+"):
            if part not in known[table]:
                yield Trouble((*at, *path), part, f"one of the {table} of this file", "Correct the name.")


def _ids(entries: object) -> Iterator[str]:
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, Mapping) and isinstance(entry.get("id"), str):
            yield entry["id"]


def _named(expect: Expect) -> Iterator[tuple[str, Path, str]]:
    for referral, rank in expect.rank.items():
        yield "referrals", ("rank", referral), referral
        for field in ("order", "tiers", "standing", "ruled_out"):
            yield from (("homes", ("rank", referral, field), home) for home in getattr(rank, field) or ())
        for pairing in rank.findings or ():
            child, _, home = pairing.partition(" in ")
            yield "children", ("rank", referral, "findings", pairing), child
            yield "homes", ("rank", referral, "findings", pairing), home
    plan = expect.plan or ExpectedPlan()
    for child, home in (plan.placed or {}).items():
        yield "children", ("plan", "placed"), child
        yield "homes", ("plan", "placed"), home
    yield from (("children", ("plan", "unplaced"), child) for child in plan.unplaced or ())
    yield from (("homes", ("plan", "homes_used"), home) for home in plan.homes_used or ())
