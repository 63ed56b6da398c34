"""The kinds of homes that the register holds, and how many of each."""

from dataclasses import dataclass
from functools import cache

from matching.demo.dealing import apportioned
from matching.demo.published import data_file


@dataclass(frozen=True, slots=True)
class Stock:
    """A kind of home with one kind of provider, its share of the register, and the beds that such homes have."""

    id: str
    kind: str
    run_by: str
    share: int
    beds: tuple[int, ...]


@cache
def stocks() -> dict[str, Stock]:
    """Every kind of home but parents' and connected people's, which follow the children."""
    return {row["id"]: Stock(**(row | {"beds": tuple(row["beds"])})) for row in data_file("stock.toml")["stock"]}


def homes_of_each(total: int) -> dict[str, int]:
    """How many homes of each kind make up so many."""
    return apportioned({stock.id: stock.share for stock in stocks().values()}, total)
