"""What the homes of a plan cost a week, and which block contracts they use: reported, and never a constraint."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from matching.domain.made import made
from matching.domain.plan import Assignment, Money
from matching.facts.prices import full_weekly
from matching.facts.register import Register


def money(assignments: Sequence[Assignment], register: Register) -> Money:
    """The recorded full cost a week of each child's place, by the basis on which it is paid."""
    by_basis, not_recorded, blocks = dict[str, Decimal](), dict[str, None](), Counter[str]()
    for assignment in assignments:
        home, children = register.homes[register.row_of[assignment.home]], len(assignment.children)
        weekly = full_weekly(home)
        if weekly is None:
            not_recorded[home.id] = None
        else:
            basis = home.cost.basis.value if home.cost and home.cost.basis else "not_recorded"
            by_basis[basis] = by_basis.get(basis, Decimal()) + weekly * children
        if home.block_contract:
            blocks[home.block_contract] += children
    total = sum(by_basis.values(), Decimal())
    return made(
        Money,
        weekly=str(total),
        by_basis={basis: str(amount) for basis, amount in sorted(by_basis.items())},
        not_recorded=tuple(not_recorded),
        block_contracts=dict(sorted(blocks.items())),
    )
