"""Which homes a rule is about: conditions that several rules share."""

from matching.domain.codes import FOSTERING, ApprovalStatus, HomeKind, LegalStatus
from matching.facts.catalogue import child, home, pair, referral
from matching.facts.value import Condition
from matching.rules.rule import Line, does_not_apply

OTHER_ARRANGEMENTS = (
    HomeKind.SUPPORTED_ACCOMMODATION,
    HomeKind.RESIDENTIAL_SCHOOL,
    HomeKind.FAMILY_CENTRE,
    HomeKind.OTHER_ARRANGEMENTS,
)

is_fostering: Condition = home.kind.one_of(*sorted(FOSTERING))
is_other_arrangements: Condition = home.kind.one_of(*OTHER_ARRANGEMENTS)
is_childrens_home: Condition = home.kind == HomeKind.CHILDRENS_HOME

judged_by_regulation_24: Condition = (home.kind == HomeKind.CONNECTED_FOSTER) & home.approval_status.one_of(
    ApprovalStatus.NONE, ApprovalStatus.TEMPORARY
)
has_a_valid_offer: Condition = pair.offered & (home.offer_valid_until >= referral.asked_on)
placed_with_connected_carers: Condition = (home.kind == HomeKind.CONNECTED_FOSTER) & pair.connected

OUTSIDE_TERMS = frozenset({"CPPCR-22-AGE", "CPPCR-22-NUMBER", "CPPCR-22-SEX", "CPPCR-22-KIND"})
"""The rules that an emergency opens for six working days: what they ask an approval for ends with these."""

IN_CARE = (LegalStatus.C1, LegalStatus.C2)
SHORT_BREAKS = (LegalStatus.V3, LegalStatus.V4)
going_home: Condition = (home.kind == HomeKind.PARENT) & (child.legal_status == LegalStatus.V2)

NOT_FOSTERING: Line = does_not_apply("not a fostering home", when=~is_fostering)
NOT_OTHER_ARRANGEMENTS: Line = does_not_apply("not a placement in other arrangements", when=~is_other_arrangements)
NOT_A_CHILDRENS_HOME: Line = does_not_apply("not a children's home", when=~is_childrens_home)
LIVES_THERE: Line = does_not_apply(
    "the child already lives there: this is asked before a placement, not of one that goes on", when=pair.lives_there
)
GOING_HOME: Line = does_not_apply(
    "with a parent, of a child under section 20: that would end the accommodation, and is no placement", when=going_home
)
NOT_YET_APPROVED: Line = does_not_apply(
    "connected carers not yet approved: regulations 24 and 25 judge that", when=judged_by_regulation_24
)
