"""One side of a comparison: a case as it is, or as it would be, made ready to be asked."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from matching.domain.ranking import Option
from matching.explaining.found import Found
from matching.explaining.ranking import options_of, ranking
from matching.facts.question import Question
from matching.planning.groups import MOST_DIVIDED, group_of
from matching.planning.judging import Judging
from matching.planning.parted import with_parted


@dataclass(frozen=True, eq=False)
class Side:
    """One referral's question, what was found for it, and who judges what else is asked of it."""

    question: Question
    found: Found
    judging: Judging

    @property
    def first(self) -> str | None:
        """The home that comes first for all who arrive together; None where no home takes them."""
        found = self.found
        if not len(found.lawful):
            return None
        return found.layout.register.homes[int(found.lawful[found.ordered.at[0]])].id

    def options(self, homes: Collection[str]) -> dict[str, Option]:
        """What some of the homes are for those who arrive."""
        return options_of(self.found, list(homes))

    def option_of(self, children: Collection[str], home: str) -> Option | None:
        """What a home is for some of the children, the others elsewhere; None where there is no such home."""
        return self.options_for(children, [home]).get(home)

    def options_for(self, children: Collection[str], homes: Collection[str]) -> Mapping[str, Option]:
        """What some of the homes are for some of the children, the others elsewhere."""
        question = self.question
        if set(children) == question.arriving:
            return self.options(homes)
        some = tuple(child for child in question.children if child.id in children)
        return options_of(self.judging.found(question.about(some, question.arriving - set(children))), list(homes))

    @property
    def may_be_parted(self) -> bool:
        """Whether the ways of dividing them are to be looked at: no home takes all, or not all must be together."""
        if not 1 < len(self.question.children) <= MOST_DIVIDED:
            return False
        return not len(self.found.lawful) or not group_of([self.question]).all_together

    def first_way(self) -> Option | None:
        """The best way of dividing them over several homes; None where there is none."""
        answer = with_parted(ranking(self.found, limit=1, in_full=()), self.found, self.judging, 1)
        ways = (option for tier in answer.tiers for option in tier.options if option.parts)
        return next(ways, None)
