"""Every part of every group looked into in every home, and what was found put into numbers."""

from collections.abc import Sequence

from matching.planning.groups import Group
from matching.planning.judging import Judging
from matching.planning.numbers import Numbers, in_numbers
from matching.planning.parts import found_of, parts_of
from matching.planning.room import most_beds
from matching.rules.rulebook import rulebook_on


def looked_into(groups: Sequence[Group], judging: Judging) -> Numbers:
    """The panel in numbers: each part judged and weighed in each home, and how much room there is beside it."""
    aims = judging.scale.policy.aims
    if not groups:
        return in_numbers((), (), (), aims)
    todo = [(part, group) for number, group in enumerate(groups) for part in parts_of(number, group)]
    parts = [found_of(part, group, judging) for part, group in todo]
    children = sum(len(group.children) for group in groups)
    most = most_beds(parts, groups, rulebook_on(groups[0].questions[0].day), children)
    return in_numbers(groups, parts, most, aims)
