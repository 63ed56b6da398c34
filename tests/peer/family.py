"""What came of asking the family, and whether adoption is in view."""

from matching.domain.child import Child, FamilyExplored
from tests.peer.knowing import Known, every, is_day, opposite, some
from tests.peer.pairing import Pairing

RULES_OUT = {"ruled_out_welfare", "not_practicable", "declined"}
PARENTS = {"parent", "mother", "father"}
SURELY_NO_PARENTS = {
    *("aunt", "uncle", "cousin", "sibling", "sister", "brother", "friend", "family_friend", "neighbour", "teacher"),
    *("grandparent", "grandmother", "grandfather", "great_aunt", "great_uncle", "great_grandmother"),
    *("godparent", "godmother", "godfather", "former_carer", "great_grandfather"),
}


def ruled_out(pair: Pairing) -> Known:
    """Whether asking the family ruled this home out for the child."""
    named = [e for e in pair.child.family_explored or () if e.home == pair.home.id]
    if named:
        return some(_rules_out(pair, entry) for entry in named)
    return None if _may_be_meant(pair) else False


def _rules_out(pair: Pairing, entry: FamilyExplored) -> Known:
    if entry.outcome is None:
        return None
    not_yet = entry.on is False or (is_day(entry.on) and entry.on > pair.asked.case.as_of)
    return None if not_yet and entry.outcome in RULES_OUT else entry.outcome in RULES_OUT


def _may_be_meant(pair: Pairing) -> bool:
    """Whether an entry that names no home, or one that nobody recorded, may be about this one."""
    kind, entries = pair.home.kind, pair.child.family_explored
    if kind != "parent" and (kind != "connected_foster" or pair.connected is False):
        return False
    return entries is None or any(_may_mean(entry, of_parents=kind == "parent") for entry in entries)


def _may_mean(entry: FamilyExplored, *, of_parents: bool) -> bool:
    others = SURELY_NO_PARENTS if of_parents else PARENTS
    whose = entry.relation is None or entry.relation not in others
    return entry.home is None and whose and (entry.outcome is None or entry.outcome in RULES_OUT)


def early_permanence(child: Child) -> Known:
    """Whether the duties of early permanence take the place of the usual ones; only a sure yes switches them on."""
    by_status = None if child.legal_status is None else child.legal_status == "E1"
    order = by_status if child.placement_order is None else child.placement_order
    without_leave = every(child.ought_to_be_placed, not child.s19_consent, opposite(order))
    return every(some((child.considering_adoption, without_leave)), opposite(child.placement_order_refused))
