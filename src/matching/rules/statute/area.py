"""Care Planning Regulations 2010, regulations 10 and 11: key stage 4, and homes outside the authority's area."""

from datetime import date

from matching.domain.codes import Approver
from matching.facts.catalogue import child, figure, pair, referral
from matching.facts.value import Condition
from matching.rules.citation import SI_2010_959, Confidence
from matching.rules.reach import GOING_HOME, LIVES_THERE, is_fostering, placed_with_connected_carers
from matching.rules.rule import PAIRING, Line, Table, decide, does_not_apply, met, needs, rule

IN_FORCE = date(2011, 4, 1)
DISTANCE_FROM = date(2014, 1, 27)
LAST_DAY_WITHOUT_DISTANCE = date(2014, 1, 26)

FIRST = "first wishes known, relatives and reviewing officer consulted"
"""What regulation 11(2) asks whoever approves to be satisfied of."""

PLACED_WITHIN: tuple[Line, ...] = (
    LIVES_THERE,
    GOING_HOME,
    met("in the responsible authority's area", when=pair.in_area),
    met("with connected carers, whom regulation 11(4) exempts", when=placed_with_connected_carers),
    met("with carers whom the responsible authority itself approved", when=is_fostering & pair.own_approved),
)
"""No placement is made, or it is in the area, or exempt by regulation 11(4)."""


@rule(
    "CPPCR-11-1A",
    title="Outside the area",
    about=PAIRING,
    cites=SI_2010_959("reg 11 as made", "regulation/11/made"),
    confidence=Confidence.MEMORY,
    from_day=IN_FORCE,
    until_day=LAST_DAY_WITHOUT_DISTANCE,
)
def outside_the_area_as_made() -> Table:
    """Until 26 January 2014 the nominated officer approved every placement outside the area, however far."""
    return decide(
        *PLACED_WITHIN,
        otherwise=needs(Approver.NOMINATED_OFFICER, "in {home.authority}, outside the area", by=referral.start),
    )


@rule(
    "CPPCR-11-1A",
    title="Outside the area",
    about=PAIRING,
    cites=SI_2010_959("reg 11(1)(a) and (4)", "regulation/11"),
    confidence=Confidence.SECONDARY,
    from_day=DISTANCE_FROM,
)
def outside_the_area() -> Table:
    """A placement outside the area, in an adjoining authority's, waits for the nominated officer's approval."""
    return decide(
        *PLACED_WITHIN,
        does_not_apply(
            "at a distance: the director's approval stands in the nominated officer's place",
            when=~pair.in_adjoining_area,
        ),
        otherwise=needs(
            Approver.NOMINATED_OFFICER,
            f"in {{home.authority}}, which adjoins the area; {FIRST}, and that authority notified",
            by=referral.start,
        ),
    )


@rule(
    "CPPCR-11-1B",
    title="At a distance",
    about=PAIRING,
    cites=SI_2010_959("reg 11(1)(b), (4) and (5)", "regulation/11"),
    confidence=Confidence.SECONDARY,
    from_day=DISTANCE_FROM,
)
def at_a_distance() -> Table:
    """A placement neither in the area nor in that of an adjoining authority waits for the director's approval."""
    return decide(
        *PLACED_WITHIN,
        met("in {home.authority}, which adjoins the area", when=pair.in_adjoining_area),
        otherwise=needs(
            Approver.DIRECTOR,
            f"in {{home.authority}}, which does not adjoin the area; {FIRST}, and that authority with the care plan",
            by=referral.start,
        ),
    )


@rule(
    "CPPCR-10",
    title="Key stage 4 is not to be disrupted",
    about=PAIRING,
    cites=SI_2010_959("reg 10", "regulation/10"),
    confidence=Confidence.PRIMARY,
    from_day=IN_FORCE,
)
def key_stage_4_is_not_disrupted() -> Table:
    """A move that ends a key stage 4 pupil's school waits for the nominated officer, except in an emergency."""
    near_enough: Condition = pair.minutes_to_school <= figure.longest_school_journey
    return decide(
        does_not_apply("not in key stage 4", when=child.key_stage != 4),
        does_not_apply("not a registered pupil", when=~child.registered_pupil),
        does_not_apply("not a change of placement", when=~child.is_moving | pair.lives_there),
        does_not_apply("an emergency: education is to be arranged as soon as possible", when=referral.emergency),
        met("the child can stay at the same school from there", when=pair.keeps_school),
        met("about {pair.minutes_to_school} to school without traffic", when=near_enough),
        otherwise=needs(
            Approver.NOMINATED_OFFICER,
            "about {pair.minutes_to_school} to school in key stage 4, over {figure.longest_school_journey};"
            " first wishes known, designated teacher and reviewing officer consulted",
            by=referral.start,
        ),
    )
