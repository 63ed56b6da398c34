"""Which authority answers for children in an area, its name and its country.

A postcode knows its district; in a county it is the county that looks after children. The table is
`authorities.csv`: every authority of the United Kingdom that a postcode of November 2025 falls in, the county of
each district, and the counties themselves.

Source: Office for National Statistics, licensed under the Open Government Licence v3.0 (Lower Tier to Upper Tier Local
Authority lookup, April 2021, with the changes to April 2025). Contains OS data, Crown copyright and database right.
"""

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

COUNTRIES = MappingProxyType({"E": "England", "W": "Wales", "S": "Scotland", "N": "Northern Ireland"})
AREA_CODE = re.compile(r"([ENSW])[0-9]{8}")


@dataclass(frozen=True, slots=True)
class Authority:
    """One council: its ONS code, its name, and for a district the code of its county."""

    code: str
    name: str
    county: str | None


@cache
def table() -> Mapping[str, Authority]:
    """Every authority that the postcodes fall in, and every county, by ONS code."""
    text = resources.files("matching.geography").joinpath("authorities.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return MappingProxyType({row["code"]: Authority(row["code"], row["name"], row["county"] or None) for row in rows})


def upper_tier(code: str) -> str:
    """The authority answerable for children in this area: a district's county, and every other authority itself.

    A code that the table does not hold, such as a council since abolished, comes back as it was given.
    """
    authority = table().get(code)
    return code if authority is None or authority.county is None else authority.county


def name_of(code: str) -> str:
    """The authority's name as ONS writes it, or the code itself where the table does not hold it."""
    authority = table().get(code)
    return code if authority is None else authority.name


def country_of(code: str) -> str | None:
    """England, Wales, Scotland or Northern Ireland; None where the code is of none of them (Jersey, Isle of Man)."""
    area = AREA_CODE.fullmatch(code)
    return COUNTRIES[area[1]] if area else None
