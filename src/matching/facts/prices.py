"""What a home costs a week, like for like: with everything that belongs to it, and what it adds to what is spent."""

from decimal import Decimal

from matching.domain.codes import CostBasis
from matching.domain.home import Cost, Home


def full_weekly(of: Home) -> Decimal | None:
    """What the place costs with everything that belongs to it: as recorded, else the sum of all its parts.

    An allowance leaves the council's own overheads out, and what a bed of a block adds says nothing of what was paid
    for it: neither is part of a full cost, whatever else is recorded beside it.
    """
    cost = of.cost
    if cost is None or cost.full_weekly is not None:
        return cost.full_weekly if cost else None
    parts = _parts(cost)
    if cost.basis in {None, CostBasis.ALLOWANCE} or is_block(of) or None in parts:
        return None
    return sum((part for part in parts if part is not None), Decimal())


def full_at_least(of: Home) -> Decimal | None:
    """What the place surely costs: in full, else the sum of the parts that are recorded."""
    full = full_weekly(of)
    known = [part for part in _parts(of.cost) if part is not None] if of.cost else []
    return full if full is not None or not known else sum(known, Decimal())


def _parts(cost: Cost) -> tuple[Decimal | None, ...]:
    return (cost.weekly, cost.education, cost.health, cost.transport)


def is_block(of: Home) -> bool | None:
    """Whether the bed is one of a block that is paid for whether it is used or not; by its contract or its basis."""
    basis = of.cost.basis if of.cost else None
    if of.block_contract or basis is CostBasis.BLOCK:
        return True
    return None if of.block_contract is None and basis is None else False


def counted_weekly(of: Home) -> Decimal | None:
    """What this placement is counted to add a week: a bed of a block is not free, and counts in full.

    One of which nobody recorded whether it is of a block counts as the dearer of the two.
    """
    block, full, weekly = is_block(of), full_weekly(of), of.cost.weekly if of.cost else None
    if block is None:
        return None if full is None or weekly is None else max(full, weekly)
    return full if block else weekly


def counted_at_least(of: Home) -> Decimal | None:
    """What it adds if a bed of which nobody recorded whether it is of a block is the cheaper of the two."""
    full, weekly = full_weekly(of), of.cost.weekly if of.cost else None
    if is_block(of) is not None:
        return counted_weekly(of)
    return weekly if full is None or weekly is None else min(full, weekly)
