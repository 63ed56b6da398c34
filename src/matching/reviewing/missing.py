"""What is missing: children for whom no home in the area is suitable, by need, place and age."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from matching.domain.ages import years_on
from matching.domain.child import Child
from matching.domain.made import made
from matching.domain.review import NoSuitableOption, Suggested
from matching.explaining.words import word
from matching.reviewing.living import Living
from matching.reviewing.looked import Looked

HIGH_NEED = 3
AGES = ((0, "under 1"), (4, "1 to 4"), (9, "5 to 9"), (15, "10 to 15"), (99, "16 and over"))
"""The bands of age of the published returns, each by its last year."""

Key = tuple[str, str, str, str, int]

NONE_LAWFUL = "a home that no rule forbids"
NONE_USABLE = "a home that may be used: with a bed or an offer, and known in full"
NONE_BETTER = "a home that would be better than staying"


@dataclass(frozen=True, slots=True)
class Lacking:
    """A child for whom another home was looked for, and none in the area was found."""

    child: Child
    looked: Looked
    family: frozenset[str]

    @property
    def lack(self) -> str:
        """What there is none of in the area."""
        area = self.looked.in_the_area
        if area is None or not area.lawful:
            return NONE_LAWFUL
        return NONE_BETTER if area.usable else NONE_USABLE


def lacking(each: Iterable[tuple[Living, Looked, Suggested | None, frozenset[str]]]) -> Iterator[Lacking]:
    """Those outside the area to whom a home might be suggested, and none inside it serves; with their family."""
    for living, looked, suggested, family in each:
        inside = suggested is not None and suggested.inside
        if living.outside and looked.may_be_suggested and not inside and not looked.inside:
            yield Lacking(living.child, looked, family)


def no_suitable_option(each: Iterable[Lacking], on: date) -> tuple[NoSuitableOption, ...]:
    """What is missing, row by row: the rows with most children first, then by their words."""
    rows: dict[Key, list[Lacking]] = defaultdict(list)
    for of in each:
        rows[_key(of, on)].append(of)
    ordered = sorted(rows.items(), key=lambda row: (-len(row[1]), row[0]))
    return tuple(_row(key, those) for key, those in ordered)


def _key(of: Lacking, on: date) -> Key:
    age = years_on(of.child.born, on)
    band = next(name for last, name in AGES if age <= last)
    return (of.lack, _need(of.child)[0], _place(of.child), band, len(of.family))


def _need(child: Child) -> tuple[str, int | None]:
    """The domain of the highest need, where that is high; the first in the order of their names."""
    if child.needs is None:
        return "needs not recorded", None
    level = max(child.needs.values(), default=0)
    if level < HIGH_NEED:
        return "no high need", None
    return word(min(domain for domain, of in child.needs.items() if of == level)), level


def _place(child: Child) -> str:
    """The postcode district of the child's home; a child may be known to have none here."""
    code = child.home_postcode
    if not isinstance(code, str):
        return "not recorded" if code is None else "no home here"
    return code.strip().upper()[:-3].strip()


def _row(key: Key, those: Sequence[Lacking]) -> NoSuitableOption:
    lack, need, place, age, together = key
    areas = [of.looked.in_the_area for of in those if of.looked.in_the_area]
    against: dict[str, int] = {}
    for area in areas:
        for rule, number in area.against:
            against[rule] = max(against.get(rule, 0), number)
    return made(
        NoSuitableOption,
        lack=lack,
        families=len({of.family for of in those}),
        need=need,
        level=max((level for of in those if (level := _need(of.child)[1]) is not None), default=None),
        place=place,
        age=age,
        together=together,
        children=tuple(of.child.id for of in those),
        homes=max((area.homes for area in areas), default=0),
        free=max((area.free for area in areas), default=0),
        against=tuple(sorted(against.items(), key=lambda of: (-of[1], of[0]))),
    )
