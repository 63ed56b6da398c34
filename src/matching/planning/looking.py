"""Every part of every group looked into in every home, and what was found put into numbers."""

from collections.abc import Sequence

from matching.planning.deadline import Deadline
from matching.planning.groups import Group
from matching.planning.judging import Judging
from matching.planning.numbers import Numbers, in_numbers
from matching.planning.parts import PartFound, found_of, parts_of
from matching.planning.room import most_beds
from matching.rules.rulebook import rulebook_on
from matching.solving.problem import Ints

NO_END = Deadline()


def looked_into(groups: Sequence[Group], judging: Judging, deadline: Deadline = NO_END) -> Numbers:
    """The panel in numbers: each part judged and weighed in each home, and how much room there is beside it.

    SearchIncomplete where the deadline passes before every home is judged.
    """
    aims = judging.scale.policy.aims
    if not groups:
        return in_numbers((), (), (), aims, {})
    parts = []
    for number, group in enumerate(groups):
        deadline.check("the homes were judged")
        parts += [found_of(part, group, judging) for part in parts_of(number, group)]
    most = most_beds(parts, groups, rulebook_on(groups[0].questions[0].day)) if len(groups) > 1 else _alone(parts)
    return in_numbers(groups, parts, most, aims, judging.register.entries)


def _alone(parts: Sequence[PartFound]) -> list[Ints]:
    """Of one group nobody else comes, and its own parts share no home."""
    return [found.takes for found in parts]
