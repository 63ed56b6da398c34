"""Whether those who would care for the child have the skills that the child's needs call for."""

from matching.domain.child import Child
from matching.domain.home import Home
from matching.facts.catalogue import child, pair
from matching.scoring.criterion import Head, criterion
from matching.scoring.earning import share
from matching.scoring.evidence import CARERS_SKILL
from matching.scoring.points import Points

NAMED = 3


def fallen_short(child: Child, home: Home) -> str:
    """The needs that recorded skills fall short of, the heaviest first: which they are counts more than how many."""
    short = [
        (level, domain.value.replace("_", " "), skill)
        for domain, level in (child.needs or {}).items()
        if (skill := (home.skills or {}).get(domain)) is not None and skill < level
    ]
    heaviest = sorted(short, key=lambda s: (-s[0], s[1]))[:NAMED]
    return ", ".join(f"{domain} (need {level}, skill {skill})" for level, domain, skill in heaviest)


@criterion(
    "needs-and-skills",
    head=Head.STABILITY,
    question="Do the carers have the skills that the child's needs call for?",
    serves="Konijn et al. 2019, low quality of parenting r=.29 (.24 in 2016); Rock et al. 2015, parenting skills",
    detail=fallen_short,
)
def needs_and_skills() -> Points:
    """The share of the child's needs, each as heavy as its level, that skills cover; high by the weakest estimate.

    A skill of at least the need's level covers it, one a level short half of it.
    """
    met = share(pair.need_covered, pair.need_not_covered, of=child.amount_of_need).within(CARERS_SKILL)
    return met.asked_where(child.needs_care, "no needs are recorded").saying(
        "needs that skills meet: {pair.needs_met} of {child.needs}; short of {pair.needs_unmet}, unknown "
        "{pair.needs_untold}"
    )
