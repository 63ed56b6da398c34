"""What tables say of homes that are missing: for whom nothing in the area is suitable, and why not."""

from matching.domain.review import NoSuitableOption, Review
from matching.explaining.words import word
from matching.reporting import saying
from matching.reporting.columns import Column

Missing = Column[NoSuitableOption]

MISSING: tuple[Missing, ...] = (
    Missing("lack", "There is none of", "What the area has none of for them", lambda of: of.lack, 30),
    Missing("families", "Homes needed", "How many homes: a family needs one together", lambda of: of.families, 10),
    Missing("need", "Highest need", "The domain of the children's highest need", lambda of: word(of.need), 22),
    Missing("level", "Level", "Its level, 0 none to 4 very high", lambda of: of.level, 8),
    Missing("place", "Near", "The postcode district of the children's home", lambda of: of.place, 12),
    Missing("age", "Age", "The children's ages", lambda of: of.age, 12),
    Missing("together", "Together", "How many brothers and sisters need a home together", lambda of: of.together, 10),
    Missing("number", "How many", "How many children it is", lambda of: len(of.children), 10),
    Missing("children", "Children", "Who they are", lambda of: of.children, 26),
    Missing("homes", "Homes", "How many homes in the area there are", lambda of: of.homes, 10),
    Missing("free", "With a bed", "How many of them have a bed free", lambda of: of.free, 10),
)


def missing_columns(review: Review) -> tuple[Missing, ...]:
    """All columns; rules by the titles that the review cites."""
    titles = saying.rule_titles(review)
    means = "The first rules, three at most, that forbid homes in the area, and how many"
    return (*MISSING, Missing("against", "Forbidden by", means, lambda of: saying.forbidden(of, titles), 44))
