"""Local rules that protect: who must not live together, where not to be, what the child cannot do without."""

from datetime import date

from matching.domain.codes import LegalStatus
from matching.facts.catalogue import child, household, pair
from matching.rules.citation import Confidence, local_policy
from matching.rules.reach import SHORT_BREAKS
from matching.rules.rule import HOUSEHOLD, PAIRING, Table, cannot_tell, decide, met, prohibited, rule

SINCE = date(2011, 4, 1)
PEOPLE_DECIDE = (LegalStatus.E1, LegalStatus.J1, *SHORT_BREAKS)
"""A placement order, a remand to youth detention accommodation, and the two kinds of short breaks."""


@rule(
    "POL-MANUAL-LANE",
    title="Adoption, remand and short breaks are for people, not for a list",
    about=PAIRING,
    cites=local_policy("children whose placement other law governs are listed apart"),
    confidence=Confidence.LOCAL,
    from_day=SINCE,
)
def people_decide_not_the_list() -> Table:
    """A child under a placement order or on remand, or one who has short breaks, is not ranked: people decide."""
    return decide(
        prohibited(
            "legal status {child.legal_status}: people decide this, not the list",
            when=child.legal_status.one_of(*PEOPLE_DECIDE),
        ),
        otherwise=met("not under a placement order, on remand or on short breaks"),
    )


@rule(
    "POL-APART",
    title="Those who must not live together do not",
    about=HOUSEHOLD,
    cites=local_policy("matching: recorded no-contact, and siblings assessed to live apart"),
    confidence=Confidence.LOCAL,
    from_day=SINCE,
)
def apart_who_must_be() -> Table:
    """Nobody lives with a person from whom a record, a court or an assessment keeps them apart."""
    return decide(
        prohibited("somebody would live there with whom a child must not live", when=household.someone_to_keep_apart),
        otherwise=met("nobody there from whom a child is to be kept apart"),
    )


@rule(
    "POL-KEEP-AWAY",
    title="Places to keep away from",
    about=PAIRING,
    cites=local_policy("location: places that are unsafe for this child"),
    confidence=Confidence.LOCAL,
    from_day=SINCE,
)
def away_from_unsafe_places() -> Table:
    """A home is not near a place from which the child is to be kept away."""
    return decide(
        prohibited("near a place that the child is to keep away from", when=pair.near_a_place_to_avoid),
        otherwise=met("not near any place that the child is to keep away from"),
    )


@rule(
    "POL-ACCESS",
    title="Access that the child cannot do without",
    about=PAIRING,
    cites=local_policy("accessibility: recorded as non-negotiable, serving Children Act 1989 s.22C(8)(d)"),
    confidence=Confidence.LOCAL,
    from_day=SINCE,
)
def access_that_is_needed() -> Table:
    """A home has every kind of access that is recorded as one the child cannot do without."""
    return decide(
        prohibited("lacks access that the child cannot do without", when=~pair.access_met),
        otherwise=met("has the access that the child needs"),
    )


@rule(
    "POL-DOES-NOT-TAKE",
    title="What the carers do not take",
    about=PAIRING,
    cites=local_policy("matching: risks that the carers have said they do not take"),
    confidence=Confidence.LOCAL,
    from_day=SINCE,
)
def what_the_carers_do_not_take() -> Table:
    """A child with a risk now that the carers do not take is not placed with them; about a past one they are asked."""
    return decide(
        prohibited("the child has a risk now that the carers do not take", when=pair.risk_not_taken),
        cannot_tell("the child once had a risk that the carers do not take: ask them", when=pair.past_risk_not_taken),
        otherwise=met("no risk of the child is one that the carers do not take"),
    )
