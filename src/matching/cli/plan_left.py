"""Who is left by a plan: children without a home, those of whom people decide, and those agreed for already."""

from matching.cli.page import Page
from matching.cli.panel import Panel
from matching.cli.ruled_out import homes_in
from matching.domain.plan import HomeHeld, Unplaced
from matching.domain.ranking import CannotStayTogether, HomesByRules, LeastNeeded
from matching.explaining.words import STANDINGS, TIERS, count, listed

MOST_REASONS, MOST_NAMED = 5, 6


def write_left(page: Page, panel: Panel, *, full: bool = False) -> None:
    """Write of whom the plan proposes nothing, each for its own reason."""
    if panel.plan.unplaced:
        page.heading("No home is proposed", count(len(panel.plan.unplaced), "child", "children"))
    for unplaced in panel.plan.unplaced:
        _unplaced(page, panel, unplaced, full=full)
    if panel.plan.people_decide:
        page.heading("People decide this, not the list")
    for decided in panel.plan.people_decide:
        because = decided.because.removesuffix(": people decide this, not the list")
        page.bullet(f"{panel.with_age(decided.child)}, by referral {decided.referral}: {because}")
    if panel.plan.agreed:
        page.heading("A home is agreed already")
    for agreed in panel.plan.agreed:
        page.bullet(f"{panel.with_age(agreed.child)}: {panel.home(agreed.home)}; the plan leaves it as it is")


def _unplaced(page: Page, panel: Panel, of: Unplaced, *, full: bool) -> None:
    urgent = panel.urgency(of.child)
    soon = f" ({urgent})" if urgent else ""
    page.bullet(f"{panel.with_age(of.child)}, by referral {of.referral}{soon}: {of.because}")
    if of.lawful or not of.cannot_place_because:
        _held(page, panel, of)
        return
    groups = sorted(of.cannot_place_because, key=lambda group: -len(group.homes))
    shown = groups if full else groups[:MOST_REASONS]
    for group in shown:
        page.beside("", _reasons(panel, group, full=full), indent=4, at=4)
    if left := groups[len(shown) :]:
        page.paragraph(f"{count(homes_in(left), 'home')} for other reasons: --full says which", indent=4)


def _held(page: Page, panel: Panel, of: Unplaced) -> None:
    """The first homes that no rule forbids her, how they stand for her, and who has them by this plan."""
    for held in of.homes:
        page.paragraph(f"{panel.home(held.home)}, {STANDINGS[held.standing]}: {_who_has(panel, held)}", indent=4)
    if (left := of.lawful - len(of.homes)) > 0:
        page.paragraph(f"and {count(left, 'other home')}", indent=4)


def _who_has(panel: Panel, held: HomeHeld) -> str:
    """Whom the plan puts into a home, apart from those who live there already."""
    coming = [panel.with_age(child) for child in held.taken_by if panel.comes(child, held.home)]
    staying = [panel.with_age(child) for child in held.taken_by if not panel.comes(child, held.home)]
    said = [f"{listed(coming)} by this plan"] if coming else []
    if staying:
        said.append(f"{listed(staying)} {'live' if len(staying) > 1 else 'lives'} there already")
    return "; ".join(said) or "nobody by this plan"


def _reasons(panel: Panel, group: HomesByRules, *, full: bool) -> str:
    """So many homes, which, and the rules that stand against them."""
    rules = "; ".join(panel.title(rule) for rule in group.rules) or "nothing left to settle"
    named = listed(group.homes, None if full else MOST_NAMED)
    return f"{count(len(group.homes), 'home')} ({named}): {rules}"


def write_together(page: Page, panel: Panel) -> None:
    """Write which brothers and sisters no home can take together, and the least that would change it."""
    if panel.plan.cannot_stay_together:
        page.heading("Brothers and sisters whom no home can take together")
    for group in panel.plan.cannot_stay_together:
        _apart(page, panel, group)


def _apart(page: Page, panel: Panel, group: CannotStayTogether) -> None:
    who = listed(panel.with_age(child) for child in group.children)
    if not group.least:
        page.bullet(f"{who}: no home of the file, and nothing that a council could change by itself would do it.")
        return
    page.bullet(f"{who}: no home of the file. The least that would change it:")
    for least in group.least:
        page.bullet(_least(panel, least), indent=4)


def _least(panel: Panel, least: LeastNeeded) -> str:
    where = f"{panel.home(least.home)}, {TIERS[least.tier].lower()}"
    return f"{where}: {'; '.join(least.needs)} [{', '.join(least.rules)}]"
