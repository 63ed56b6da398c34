"""What support the carers have."""

from matching.facts.catalogue import home
from matching.scoring.criterion import Head, criterion
from matching.scoring.earning import rising
from matching.scoring.points import Points


@criterion(
    "carers-support",
    head=Head.STABILITY,
    question="What support do the carers have?",
    serves="strategy 2021 to 2024, support where a placement is at risk; Ofsted 2020, matching in foster care",
)
def carers_support() -> Points:
    """No points without support, full points from three kinds of it that the engine knows by name.

    Those are a supervising social worker, training, a support group, respite, help out of hours, a Mockingbird hub,
    therapy, clinical supervision, education on site and a key worker; any other word may say anything.
    """
    return rising(home.support_kinds, none_at=0, full_at=3).saying("kinds of support: {home.support_kinds}")
