"""How values are said: numbers with their units, limits, sexes, outcomes of asking the family."""

from matching.facts.fact import units

children = units("child", "children")
beds = units("bed", "beds")
miles = units("mile", "miles")
minutes = units("minute", "minutes")
days = units("day", "days")
years = units("year", "years")
hours = units("hour", "hours", "{:,.1f}")
pounds = "£{:,.2f}".format
NO_LIMIT = 1_000_000
SEXES = {"M": "boys", "F": "girls", "any": "any child"}


DAYS_A_YEAR, DAYS_A_MONTH = 365, 30


def lasting(value: int) -> str:
    """A number of days as people say it: days, then about so many months, then years."""
    if value < 2 * DAYS_A_MONTH:
        return days(value)
    if value < 2 * DAYS_A_YEAR:
        return f"about {value // DAYS_A_MONTH} months"
    return f"about {value // DAYS_A_YEAR} years"


def stay(value: int) -> str:
    """How long a home can keep a child."""
    return "as long as is needed" if value >= NO_LIMIT else lasting(value)


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
