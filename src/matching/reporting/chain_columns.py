"""What tables say of chains: a row for each step, in the order in which they could be taken."""

from matching.domain.review import Chain, Review, Step
from matching.reporting import saying
from matching.reporting.columns import Column

OfStep = tuple[Chain, Step]
Steps = Column[OfStep]

CHAINS: tuple[Steps, ...] = (
    Steps("chain", "Chain", "The number of the chain", lambda of: of[0].number, 8),
    Steps("step", "Step", "The number of the step in it", lambda of: of[1].number, 8),
    Steps("children", "Children", "Who could live elsewhere", lambda of: of[1].children, 24),
    Steps("leaves", "Could leave", "The ids of the homes that they could leave", lambda of: of[1].leaves, 24),
    Steps("home", "For", "The id of the home where they could live", lambda of: of[1].home, 20),
    Steps("earliest", "Not before", "The first day on which the step could begin", lambda of: of[1].earliest, 14),
    Steps(
        "after",
        "Once these steps are done",
        "Steps of the chain that come first",
        lambda of: tuple(map(str, of[1].after)),
        16,
    ),
    Steps("note", "For all of it", "Said once of each chain, with its last step", lambda of: _note(*of), 24),
)


def _note(chain: Chain, step: Step) -> str:
    return saying.NOT_AGREED if step == chain.steps[-1] else ""


def steps(review: Review) -> tuple[OfStep, ...]:
    """Every step of every chain."""
    return tuple((chain, step) for chain in review.chains for step in chain.steps)
