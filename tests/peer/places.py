"""Real postcodes around Buckinghamshire, and a few far away: the same ones every time."""

from functools import cache

from matching.geography.postcode_files import columns, folder
from matching.geography.postcodes import directory

AROUND = {"HP": 140, "MK": 70, "SL": 50, "OX": 50, "RG": 40, "LU": 30, "NN": 30, "UB": 20}
"""How many of each area: Buckinghamshire, its neighbours, and places beyond its neighbours."""

FAR = {"CF": 6, "EH": 3}
NOWHERE = "HP99 9ZZ"
"""Has the shape of a postcode, and is none."""


@cache
def places() -> tuple[tuple[str, str], ...]:
    """Postcodes, each with the ONS code of its authority."""
    chosen = [code for area, many in {**AROUND, **FAR}.items() for code in _spread(area, many)]
    found = directory().find_all(chosen)
    return tuple((code, whose) for code, whose in zip(chosen, found.authority, strict=True) if whose)


@cache
def authority_at() -> dict[str, str]:
    """The authority of each of these postcodes."""
    return dict(places())


def _spread(area: str, many: int) -> list[str]:
    """So many postcodes of an area, evenly over those there are."""
    codes = sorted(f"{c[:-3].strip()} {c[-3:]}" for c in columns(folder(), area[0])["pcd"] if c.startswith(area))
    return codes[:: max(1, len(codes) // many)][:many]
