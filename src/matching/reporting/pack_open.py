"""What is to be found out, in the pack: by whom to ask, so that one letter clears many children."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matching.domain.review import Because, Review, Reviewed
from matching.reporting import saying
from matching.reporting.find_out import ASKED, ToFindOut, home_kinds, of_child
from matching.reporting.pack_child import lives
from matching.reporting.pack_pieces import MOST_LETTERS, Part, note, row, table, titled
from matching.reporting.told import Told

PEOPLE = "known besides, for people to decide"
HEAD, WIDTHS = ("Child", "Lives now", "To be found out"), (1.6, 6, 6)
BESIDES = ("Child", "Lives now", "Known besides")


@dataclass(frozen=True, slots=True)
class Opened:
    """One child, with what each is to be asked."""

    at: int
    told: Told
    by_whom: dict[str, tuple[str, ...]]


def open_blocks(numbered: Sequence[tuple[int, Told]], review: Review) -> list[Part]:
    """A table for each whom to ask; a child stands in full where she comes first, and by her home from then on."""
    kinds = home_kinds(review)
    each = [Opened(at, told, _by_whom(told, kinds)) for at, told in numbered if told.outcome == "cannot_assess"]
    blocks, seen = list[Part](), set[str]()
    for whom in (*ASKED, PEOPLE):
        rows = [_row(of, whom, first=of.told.child not in seen) for of in each if whom in of.by_whom]
        seen |= {of.told.child for of in each if whom in of.by_whom}
        if rows:
            blocks += (titled(_title(whom, len(rows))), table(BESIDES if whom == PEOPLE else HEAD, WIDTHS, rows))
    return blocks or [note("Nobody.")]


def _title(whom: str, number: int) -> str:
    children = f"{number:,} {'child' if number == 1 else 'children'}"
    return f"{whom[0].upper()}{whom[1:]}: {children}" if whom == PEOPLE else f"To ask {whom}: {children}"


def _by_whom(told: Told, kinds: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """What each is asked; what nobody can be asked is for people to decide, and nobody is left out."""
    asked = of_child(told, kinds)
    said: dict[str, list[str]] = {}
    for one in asked:
        said.setdefault(one.whom, []).append(_asked(one, told.found))
    if told.found is not None:
        left = tuple(_for_people(told.found, {one.because for one in asked}))
        if left or not asked:
            said[PEOPLE] = [saying.reason(each) for each in left] or [saying.NOT_RECORDED]
    return {whom: tuple(dict.fromkeys(words)) for whom, words in said.items()} or {PEOPLE: (saying.NOT_RECORDED,)}


def _asked(one: ToFindOut, of: Reviewed | None) -> str:
    there = of is None or one.home != of.home
    return f"{saying.home(one.name, one.home)}: {saying.reason(one.because)}" if there else saying.reason(one.because)


def _for_people(of: Reviewed, asked: set[Because]) -> Iterator[Because]:
    """Reasons that nobody is asked about: a search has its own line."""
    each = dict.fromkeys((*of.because, *of.against, *of.unknown))
    yield from (because for because in each if because not in asked and because not in of.referrals)


def _row(of: Opened, whom: str, *, first: bool) -> Part:
    found = of.told.found
    if found is None:
        return row(of.told.child, saying.NOT_RECORDED, of.by_whom[whom], anchor=of.at if first else None)
    name = f"{found.child}, aged {found.age}"
    if not first:
        return row(name, saying.home(found.name, found.home), of.by_whom[whom])
    wishes = f"Wishes: {saying.wishes(found, MOST_LETTERS)}"
    cell = (lives(of.told, found), wishes, *map(saying.search, found.referrals))
    return row(name, cell, of.by_whom[whom], anchor=of.at)
