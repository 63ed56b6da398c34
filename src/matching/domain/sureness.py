"""How sure the first option is: how far the policy's weights may change before another home is first."""

from matching.domain.noun import Noun


class WeightInterval(Noun):
    """The weights of one criterion, all others as they are, with which the first option stays first.

    `low` and `high` are whole and among them; `below` and `above` are the homes that would be first with one less and
    one more, None where that is no policy: below 0, above 100, or where the head would be left without any weight.
    """

    criterion: str
    head: str
    weight: int
    low: int
    high: int
    below: str | None = None
    above: str | None = None


class WeightsSurvived(Noun):
    """How far all weights may change at once, each by so many percent up or down, with the first option still first.

    At 100 it stays first whatever the criteria weigh, so long as each that weighs something still does; `only_one`
    where no other home stands in its group. Below 100, with one percent more another home could be first:
    `overtaken_by`, with `weights` under which it is (None only where they need more decimals than are tried). What
    weighs nothing stays so.
    """

    percent: int
    overtaken_by: str | None = None
    weights: dict[str, float] | None = None
    only_one: bool = False
