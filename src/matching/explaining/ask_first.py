"""Ask this first: the single unknown fact whose answer could change the first choice, with what each answer would do.

What the child wishes is asked before all else. What could leave today's first home no option is asked before what
could put another before it; what is about the child before what is about one home; of homes that could come first, the
one that would stand furthest in front.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

import numpy as np
import numpy.typing as npt

from matching.domain.ask_first import AnswerTried, AskFirst
from matching.domain.case import Case
from matching.domain.codes import Outcome
from matching.domain.made import made
from matching.explaining.found import Found
from matching.explaining.promises import ROUNDED
from matching.explaining.steps import situation_of
from matching.explaining.trying import Alone, Place, Trying, place_of
from matching.facts.catalogue import home as of_homes
from matching.facts.catalogue import pair
from matching.facts.changing.answers import Answer, Askable
from matching.facts.changing.of_child import OF_CHILD, WISHES
from matching.facts.changing.of_home import OF_HOME
from matching.facts.changing.situation import Situation
from matching.facts.changing.step import changed_case
from matching.facts.fact import facts_behind
from matching.rules.policy.residential import RESIDENTIAL
from matching.scoring.criteria.stability.wishes import wishes
from matching.scoring.ordering import ALIKE_BUT_FOR_COST, ID_BITS, at_best
from matching.scoring.points import FULL
from matching.scoring.weighing import CRITERIA, Range

MOST_NAMED = 2
"""So many facts are named, the one to ask about first and those after it."""

AT_ONCE = 4
"""So many facts about homes are tried at once."""

WISHED_FOR = frozenset({of_homes.pets.name, pair.keeps_school.name, of_homes.household.name})
"""Facts of a home that a child may wish for."""

SETS_THE_TIER = frozenset({of_homes.connected_to.name, of_homes.approved_by.name})
BELOW_GROUP = (1 << (ALIKE_BUT_FOR_COST + 3 + 7)) - 1
"""What is left of a place's number without the tier and what goes with it."""

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Asking:
    """What was found of every home, the first of which another answer could replace."""

    trying: Trying
    base: Found
    situations: dict[str, Situation] = field(default_factory=dict)

    @cached_property
    def first(self) -> str:
        """The first home; there must be one."""
        return self._id(0)

    @cached_property
    def second(self) -> Place | None:
        """Where the home after it stands."""
        return place_of(self.base, 1) if len(self.base.lawful) > 1 else None

    def standing(self, home: str) -> Outcome:
        """How a home stands as it is."""
        return Alone(self.base, home).standing

    def _id(self, place: int) -> str:
        return self.base.layout.register.homes[int(self.base.lawful[self.base.ordered.at[place]])].id

    def answers(self, asked: Askable, home: str) -> list[Answer]:
        """How a fact could turn out; none where it is known, or nobody could say."""
        return list(asked.answers(self._situation(home)))

    def speaking_for(self, asked: Askable, home: str) -> list[Answer]:
        """The answer that speaks for the home; both, where it depends on the child which does."""
        answers = self.answers(asked, home)
        return answers if asked.either else answers[:1]

    def _situation(self, home: str) -> Situation:
        if home not in self.situations:
            self.situations[home] = situation_of(self.trying.case, self.base, home)
        return self.situations[home]


def ask_first(trying: Trying, base: Found) -> tuple[AskFirst, ...]:
    """The unknown facts that could change the first choice, the one to ask about first before the others."""
    if not len(base.lawful):
        return ()
    asking = Asking(trying, base)
    of_child = [*_of_child(asking)]
    of_first = _of_homes(asking, [(one, asking.first) for one in OF_HOME])
    wish = [asked for asked in of_child if asked.fact == WISHES.fact.name and _changes(asked)]
    of_child = [asked for asked in of_child if asked.fact != WISHES.fact.name]
    taken = [asked for asked in (*of_child, *of_first) if asked.takes_it_away]
    rest = [asked for asked in of_child if not asked.takes_it_away and _changes(asked)]
    others = _of_others(asking) if len(wish) + len(taken) + len(rest) < MOST_NAMED else ()
    return (*wish, *taken, *rest, *others)[:MOST_NAMED]


def _changes(asked: AskFirst) -> bool:
    return any(answer.changes_first for answer in asked.answers)


def _of_child(asking: Asking) -> Iterator[AskFirst]:
    """Facts about the child or the referral: each answer asked of every home."""
    each = [(one, answers) for one in OF_CHILD if (answers := asking.answers(one, asking.first))]
    cases = [changed_case(asking.trying.case, change) for _, answers in each for _, change in answers]
    every = iter(asking.trying.with_same_homes(cases))
    for one, answers in each:
        found = [next(every) for _ in answers]
        tried = [_whole(asking, answer, of) for answer, of in zip(answers, found, strict=True)]
        yield _asked(one, None, None, tried, any(_loses(asking, of) for of in found))


def _loses(asking: Asking, found: Found) -> bool:
    """Whether today's first home is no option any more."""
    return not Alone(found, asking.first).is_lawful


def _whole(asking: Asking, answer: Answer, found: Found) -> AnswerTried:
    """Which home is first where every home was asked again."""
    words, change = answer
    if not len(found.lawful):
        return made(
            AnswerTried, answer=words, first=None, name=None, standing=None, changes_first=True, change=dict(change)
        )
    row = int(found.lawful[found.ordered.at[0]])
    return _tried(asking, answer, found.layout.register.homes[row].id, Alone(found, asking.first).found, row)


def _tried(asking: Asking, answer: Answer, first: str, found: Found, row: int) -> AnswerTried:
    words, change = answer
    home = found.layout.register.homes[row]
    return made(
        AnswerTried,
        answer=words,
        first=first,
        name=home.name,
        standing=Alone(found, first).standing.word,
        changes_first=first != asking.first,
        change=dict(change),
    )


def _of_homes(asking: Asking, asked: Sequence[tuple[Askable, str]]) -> list[AskFirst]:
    """Facts about homes: each answer asked of its home alone, the others standing where they stand."""
    each = [(one, home, answers) for one, home in asked if (answers := asking.answers(one, home))]
    cases = [(changed_case(asking.trying.case, change), home) for _, home, answers in each for _, change in answers]
    found = iter(_each(asking, cases))
    return [_of_home(asking, one, home, answers, [next(found) for _ in answers]) for one, home, answers in each]


def _of_home(asking: Asking, one: Askable, home: str, answers: Sequence[Answer], alone: Sequence[Alone]) -> AskFirst:
    tried = [_beside(asking, answer, of) for answer, of in zip(answers, alone, strict=True)]
    takes_it_away = home == asking.first and not all(of.is_lawful for of in alone)
    name = asking.base.layout.register.homes[asking.base.layout.register.row_of[home]].name
    return _asked(one, home, name, tried, takes_it_away)


def _each(asking: Asking, cases: Sequence[tuple[Case, str]]) -> list[Alone]:
    """What is found of a home in each case: alone, or with all others where it shares what changes with some."""
    alone = iter(asking.trying.each_alone([of for of in cases if not asking.trying.is_shared(of[1])]))
    whole = iter(asking.trying.whole([case for case, home in cases if asking.trying.is_shared(home)]))
    return [Alone(next(whole), home) if asking.trying.is_shared(home) else next(alone) for _, home in cases]


def _leads(asking: Asking, of: Alone) -> bool:
    """Whether a home that was tried with all others is the first of them; one that was tried alone may be."""
    return not asking.trying.is_shared(of.home) or of.place == place_of(of.found, 0)


def _beside(asking: Asking, answer: Answer, alone: Alone) -> AnswerTried:
    """Which home is first where this one alone was asked again.

    How residential care stands depends on whether a family home is open: then all are asked.
    """
    if asking.trying.is_shared(alone.home):
        return _whole(asking, answer, alone.found)
    others = asking.second if alone.home == asking.first else place_of(asking.base, 0)
    if alone.is_lawful and (others is None or alone.place < others):
        return _tried(asking, answer, alone.home, alone.found, alone.row)
    if others is None:
        words, change = answer
        return made(
            AnswerTried, answer=words, first=None, name=None, standing=None, changes_first=True, change=dict(change)
        )
    row = asking.base.layout.register.row_of[others[1]]
    if asking.base.layout.register.homes[row].kind in RESIDENTIAL and alone.standing is not asking.standing(alone.home):
        (found,) = asking.trying.whole([changed_case(asking.trying.case, answer[1])])
        return _whole(asking, answer, found)
    return _tried(asking, answer, others[1], asking.base, row)


def _asked(
    one: Askable, home: str | None, name: str | None, tried: Sequence[AnswerTried], takes_it_away: bool
) -> AskFirst:
    return made(
        AskFirst,
        fact=one.fact.name,
        question=one.question,
        ask=str(one.of),
        home=home,
        name=name,
        takes_it_away=takes_it_away,
        answers=tuple(tried),
    )


def _of_others(asking: Asking) -> list[AskFirst]:
    """Facts about other homes that could bring them to the front, the furthest in front first.

    The most hopeful are tried first; one that could at best stand behind all that are named already is not.
    """
    found, hopeful = list[tuple[Place, int]](), _hopeful(asking)
    for at in range(0, len(hopeful), AT_ONCE):
        if len(found) >= MOST_NAMED and hopeful[at][0] > found[MOST_NAMED - 1][0][0]:
            break
        some = [(OF_HOME[number], home) for _, number, home in hopeful[at : at + AT_ONCE]]
        found = sorted([*found, *_before_the_first(asking, some)])
    named = [(OF_HOME[number], home) for (_, home), number in found[:MOST_NAMED]]
    return _of_homes(asking, named)


def _before_the_first(asking: Asking, some: Sequence[tuple[Askable, str]]) -> Iterator[tuple[Place, int]]:
    """Those of these facts that bring their home before the first, with where it would stand, by what speaks for it."""
    each = [(one, home, answers) for one, home in some if (answers := asking.speaking_for(one, home))]
    cases = [(changed_case(asking.trying.case, change), home) for _, home, answers in each for _, change in answers]
    found, first = iter(_each(asking, cases)), place_of(asking.base, 0)
    for one, _, answers in each:
        alone = [next(found) for _ in answers]
        places = [of.place for of in alone if of.is_lawful and _leads(asking, of)]
        if places and min(places) < first:
            yield min(places), OF_HOME.index(one)


def _hopeful(asking: Asking) -> list[tuple[int, int, str]]:
    """Each fact with a home that it could bring before the first, and how far in front that would be at best."""
    base = asking.base
    target, ids, hopes = place_of(base, 0)[0], base.layout.register.ids[base.lawful], list[tuple[int, int, str]]()
    for number, one in enumerate(OF_HOME):
        bounds = _bounds(base, one)
        hopes += [(int(bounds[k]), number, ids[k]) for k in np.flatnonzero(bounds <= target) if ids[k] != asking.first]
    return sorted(hopes)


def _bounds(base: Found, one: Askable) -> Ints:
    """Where each lawful home would stand at best if one fact were known, less its id."""
    touched, most = _touched(one), _most_gained(base, one)
    ranges = {i: _at_most(of, most if i in touched else 0) for i, of in base.weighed.criteria.items()}
    keys = at_best(base.placing, base.scale.total(ranges), base.scale.policy)
    return (keys & BELOW_GROUP if one.fact.name in SETS_THE_TIER else keys) >> ID_BITS


def _at_most(of: Range, gained: int) -> Range:
    """A criterion with no more gained than that, and no more than it could be."""
    best = np.minimum(of.high, of.central + gained)
    return Range(of.low, best, best, of.asked)


def _most_gained(base: Found, one: Askable) -> int:
    """The most hundredths that a fact gains: all, or of a skill the share that its need is of all needs."""
    if one.domain is None:
        return FULL
    needs = [child.needs or {} for child in base.layout.question.children]
    shares = [of.get(one.domain, 0) / sum(of.values()) for of in needs if any(of.values())]
    return int(FULL * max(shares, default=0)) + ROUNDED


@cache
def _touched(one: Askable) -> frozenset[str]:
    """The criteria that rest on a fact, or on what it is made from; and wishes, where the child may wish for it."""
    behind = facts_behind(frozenset([one.fact.name]))
    wished = {wishes.id} if one.fact.name in WISHED_FOR else set()
    return frozenset(c.id for c in CRITERIA if facts_behind(c.points.said) & behind) | wished
