"""What a plan's homes cost a week: reported beside the plan, never a reason for it."""

from matching.cli.page import Page
from matching.cli.panel import Panel
from matching.cli.words import BASES, pounds
from matching.domain.plan import Money
from matching.explaining.words import count, listed, word

AT = 15
MOST_NAMED = 12


def write_money(page: Page, panel: Panel) -> None:
    """Write the sum, by the basis on which it is paid, and what nobody recorded."""
    money = panel.plan.money
    if money is None or not panel.plan.assignments:
        return
    page.heading("Money", "reported; it decided nothing")
    for label, text in _rows(money):
        page.beside(label, text, indent=0, at=AT)


def _rows(money: Money) -> list[tuple[str, str]]:
    rows = [("a week", f"{pounds(money.weekly)} in full, as far as it is recorded")]
    rows += [("", f"{pounds(amount)}: {BASES.get(basis, word(basis))}") for basis, amount in money.by_basis.items()]
    if money.not_recorded:
        homes = count(len(money.not_recorded), "home")
        rows.append(("not recorded", f"the full cost of {homes}: {listed(money.not_recorded, MOST_NAMED)}"))
    rows += [
        ("block", f"{contract}: {count(beds, 'bed')} of it used") for contract, beds in money.block_contracts.items()
    ]
    return rows
