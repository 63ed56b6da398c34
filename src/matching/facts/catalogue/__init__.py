"""Every fact that a rule, a criterion or a sentence may speak of.

A name is the column's name. The facts in brackets after the words are those it is worked out from: where it is unknown,
the engine follows them to what nobody has recorded.
"""

from matching.facts.catalogue.asked import Figure, Referral
from matching.facts.catalogue.child import Child
from matching.facts.catalogue.home import Home
from matching.facts.catalogue.household import Household, Options
from matching.facts.catalogue.pair import Pair
from matching.facts.catalogue.words import NO_LIMIT, miles

figure, referral, child, home, pair, household = Figure(), Referral(), Child(), Home(), Pair(), Household()
options = Options()

__all__ = ["NO_LIMIT", "Figure", "child", "figure", "home", "household", "miles", "options", "pair", "referral"]
