"""Facts of the home that nobody recorded: what could be found when they are."""

from matching.domain.codes import ImpactOutcome, NeedDomain
from matching.domain.laying import as_tables
from matching.facts.changing.situation import Situation
from matching.facts.changing.step import Proposed, of_home
from matching.facts.changing.support import OFFERED

LONG = (1, 3, 5, 10)
"""Years of fostering that are tried: ten are full points."""


def needed_skills(of: Situation) -> dict[NeedDomain, int]:
    """The greatest level at which one of the children has each need."""
    levels = [(domain, level) for child in of.children for domain, level in (child.needs or {}).items() if level]
    return {domain: max(level for d, level in levels if d is domain) for domain, _ in levels}


def skill_in(domain: NeedDomain, of: Situation) -> Proposed:
    """That the carers' skill for a need is what the need calls for, where others are recorded and this one is not."""
    level = needed_skills(of).get(domain)
    if level is None or of.home.skills is None or domain in of.home.skills:
        return
    name = domain.value.replace("_", " ")
    for skill in range(max(1, level - 1), level + 1):
        yield (
            f"it was found that their skill for {name} is {skill} of 4",
            of_home(of, {"skills": {domain.value: skill}}),
        )


def all_skills(of: Situation) -> Proposed:
    """That the carers' skills are what the needs call for, where none is recorded: a level short, then in full."""
    needed = needed_skills(of)
    if not needed or of.home.skills is not None:
        return
    for short, so in ((1, "a level short of"), (0, "as high as")):
        skills = {domain.value: max(0, level - short) for domain, level in needed.items()}
        words = f"their skills, of which nobody has recorded any, turned out to be {so} what the child needs"
        yield words, of_home(of, {"skills": skills})


def years(of: Situation) -> Proposed:
    """That the carers have fostered for long, where nobody recorded it."""
    if of.fosters and of.home.years_fostering is None:
        for number in LONG:
            said = f"it was found that they have fostered for {number} year{'s' if number > 1 else ''}"
            yield said, of_home(of, {"years_fostering": number})


def support(of: Situation) -> Proposed:
    """That the carers have support, where nobody recorded which."""
    if of.home.support is None:
        for number in range(1, len(OFFERED) + 1):
            said = ", ".join(kind.replace("_", " ") for kind in OFFERED[:number])
            yield f"it was found that the carers have support: {said}", of_home(of, {"support": [*OFFERED[:number]]})


def keeps_school(of: Situation) -> Proposed:
    """That the present school can be kept, where nobody recorded which schools can."""
    urns = [child.school.urn for child in of.children if child.school and child.school.registered and child.school.urn]
    if of.home.can_keep is None and urns:
        yield "it was found that the present school can be kept from there", of_home(of, {"can_keep": urns})


def pets(of: Situation) -> Proposed:
    """Whether there are pets, where a child wishes for some or wishes for none and nobody recorded it."""
    wishes = [child.wishes for child in of.children if child.wishes]
    wanted = any("pets" in (w.wants or ()) for w in wishes)
    if of.home.pets is None and (wanted or any("pets" in (w.does_not_want or ()) for w in wishes)):
        yield f"it was found that there are {'' if wanted else 'no '}pets", of_home(of, {"pets": wanted})


def connected(of: Situation) -> Proposed:
    """That the carers are connected to these children, where nobody recorded to whom they are."""
    if of.home.connected_to is None and of.home.kind.value in {"connected_foster", "parent"}:
        names = [child.id for child in of.children]
        yield f"it was found that the carers are connected to {', '.join(names)}", of_home(of, {"connected_to": names})


def impact_accepted(of: Situation) -> Proposed:
    """That the home's manager weighs what the children's coming means, and accepts it, where nobody has."""
    assessed = {assessment.child for assessment in of.home.impact_assessments or ()}
    new = [child.id for child in of.children if child.id not in assessed]
    refused = any(a.outcome is ImpactOutcome.REJECT for a in of.home.impact_assessments or ())
    if of.home.kind.value == "childrens_home" and new and not refused:
        there = [as_tables(a) for a in of.home.impact_assessments or ()]
        given = [{"child": child, "outcome": "accept", "on": of.day.isoformat()} for child in new]
        yield (
            "its manager weighed who lives there, and accepted",
            of_home(of, {"impact_assessments": [*there, *given]}),
        )
