"""Asking the family again, where living there was found not practicable. No stay is shortened to meet a rule."""

from matching.domain.child import FamilyExplored
from matching.domain.codes import FamilyOutcome
from matching.domain.laying import as_tables
from matching.facts.changing.situation import Situation
from matching.facts.changing.step import Proposed, of_child

NOT_PRACTICABLE = FamilyOutcome.NOT_PRACTICABLE


def family_asked_again(of: Situation) -> Proposed:
    """The family asked again, where living there was found not practicable and nothing else: a no stays a no."""
    for child in of.children:
        asked = child.family_explored or ()
        here = {one.outcome for one in asked if one.home == of.home.id}
        if here and here <= {FamilyOutcome.NOT_PRACTICABLE, FamilyOutcome.PROPOSED, None} and NOT_PRACTICABLE in here:
            again = [as_tables(one) | _proposed(one, of) for one in asked]
            yield "living there was found practicable after all", of_child(child.id, {"family_explored": again})


def _proposed(one: FamilyExplored, of: Situation) -> dict[str, str]:
    """That this home is proposed after all, where it was found not practicable."""
    again = one.home == of.home.id and one.outcome is NOT_PRACTICABLE
    return {"outcome": "proposed"} if again else {}
