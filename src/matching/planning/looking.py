"""Every part of every group looked into in every home, and what was found put into numbers."""

from collections.abc import Iterable, Iterator, Sequence

from matching.planning.deadline import Deadline
from matching.planning.finding import PartFound, found_of
from matching.planning.groups import Group
from matching.planning.judging import ASKED_AT_ONCE, Judging
from matching.planning.numbers import Numbers, in_numbers
from matching.planning.parts import Asking, Part, asking, parts_of
from matching.planning.room import Room
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
    order = [part for number, group in enumerate(groups) for part in parts_of(number, group)]
    found = _found(order, groups, judging, deadline)
    parts = [found[part] for part in order]
    rulebook, homes = rulebook_on(groups[0].questions[0].day), sorted(set(judging.register.entries.values()))
    if len(groups) == 1:
        return in_numbers(groups, parts, _alone(parts), aims, dict.fromkeys(homes, len(groups[0].children)))
    room = Room(parts, groups, rulebook, homes)
    return in_numbers(groups, parts, room.most_beds(), aims, room.most_people())


def _found(
    parts: Sequence[Part], groups: Sequence[Group], judging: Judging, deadline: Deadline
) -> dict[Part, PartFound]:
    """What is found of each part: those of as many children together, since their questions are answered at once."""
    found = dict[Part, PartFound]()
    asked = (asking(part, groups[part.group], judging.register) for part in sorted(parts, key=_size))
    for some in _at_once(asked, max(1, ASKED_AT_ONCE // max(1, judging.register.size))):
        deadline.check(f"the homes were judged, for {len(found):,} of {len(parts):,} children and sets of siblings")
        answers = iter(judging.found_all([question for of in some for question in of.questions]))
        found.update((of.part, found_of(of, [next(answers) for _ in of.questions])) for of in some)
    return found


def _size(part: Part) -> int:
    return len(part.places)


def _at_once(asked: Iterable[Asking], most: int) -> Iterator[list[Asking]]:
    """Some at a time, that ask so many questions or a few more."""
    some: list[Asking] = []
    for each in asked:
        some.append(each)
        if sum(len(of.questions) for of in some) >= most:
            yield some
            some = []
    if some:
        yield some


def _alone(parts: Sequence[PartFound]) -> list[Ints]:
    """Of one group nobody else comes, and its own parts share no home."""
    return [found.takes for found in parts]
