"""How values are said: numbers with their units, limits, sexes, outcomes of asking the family."""

from matching.facts.fact import units

children = units("child", "children")
beds = units("bed", "beds")
miles = units("mile", "miles")
minutes = units("minute", "minutes")
days = units("day", "days")
years = units("year", "years")
pounds = "£{:,.2f}".format
NO_LIMIT = 1_000_000
SEXES = {"M": "boys", "F": "girls", "any": "any child"}


def limit(value: int) -> str:
    """A limit in words."""
    return "no limit" if value >= NO_LIMIT else str(value)


def limited_to(value: int) -> str:
    """A number of children in words."""
    return "no limit" if value >= NO_LIMIT else children(value)


def sexes(value: str) -> str:
    """Which children, by sex, in words."""
    return SEXES[value]


FAMILY = {
    "proposed": "proposed",
    "ruled_out_welfare": "ruled out for the child's welfare",
    "not_practicable": "not practicable",
    "declined": "declined by them",
    "not_asked": "not among those asked",
}


def family_outcome(value: str) -> str:
    """What came of asking somebody of the family, in words."""
    return FAMILY[value]


SAID_OTHERWISE = {
    "childrens_home": "children's home",
    "connected_foster": "connected foster carers",
    "foster": "foster carers",
    "foster_for_adoption": "fostering for adoption",
    "fe_institution": "further education institution",
    "academy_16_19": "16 to 19 academy",
    "own": "the council itself",
    "other_authority": "another authority",
    "agency": "an agency",
    "private": "a company",
    "voluntary": "a charity",
    "person": "a person",
    "M": "male",
    "F": "female",
}


def code(value: str) -> str:
    """A code as people say it."""
    return SAID_OTHERWISE.get(value, value.replace("_", " "))
