"""Asking the family again, where living there was found not practicable. No stay is shortened to meet a rule."""

from matching.domain.codes import FamilyOutcome
from matching.domain.laying import as_tables
from matching.facts.changing.situation import Situation
from matching.facts.changing.step import Proposed, of_child


def family_asked_again(of: Situation) -> Proposed:
    """The family asked again, where living there was found not practicable; a no, and a welfare finding, stay."""
    for child in of.children:
        asked = child.family_explored or ()
        if any(one.home == of.home.id and one.outcome is FamilyOutcome.NOT_PRACTICABLE for one in asked):
            again = [as_tables(one) | ({"outcome": "proposed"} if one.home == of.home.id else {}) for one in asked]
            yield "living there was found practicable after all", of_child(child.id, {"family_explored": again})
