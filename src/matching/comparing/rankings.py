"""The rankings of one referral compared: which homes would stand otherwise, the first of them with every reason."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from matching.comparing.about_referral import about_referral
from matching.comparing.homes import AN_OPTION, FAR, GONE, NEW, NO_OPTION_ANY_MORE, STANDING, HomeDiffers, Homes
from matching.comparing.numbers import Numbers
from matching.comparing.places import Places
from matching.comparing.rows import Options, Rows
from matching.comparing.sides import Side
from matching.comparing.ways import ways_differ
from matching.domain.codes import Outcome
from matching.domain.comparison import Also, Difference, OptionInShort, RankingInShort, Told
from matching.domain.made import made
from matching.domain.ranking import Option
from matching.explaining.ranking import facts_hash_of

IN_FULL = 20
"""So many homes are told one by one: those that the change names, then the nearest to the top, before or after."""

IN_SHORT = tuple(OptionInShort.model_fields)


@dataclass(frozen=True)
class Compared:
    """One referral: what is different of its ranking before and after, and why."""

    before: RankingInShort
    after: RankingInShort
    changed: tuple[Difference, ...]
    also: tuple[Also, ...]


def compared(before: Side, after: Side, named: Collection[str]) -> Compared | None:
    """What would be different of the ranking of a referral; None where nothing would. `named` are told first."""
    referral = after.question.referral.id
    homes = Homes(Numbers(before.found), Numbers(after.found))
    differing = homes.differing()
    told, rest = _told(differing, named)
    ids = [*(of.home for of in told), *(first for first in (before.first, after.first) if first)]
    was, now = before.options(ids), after.options(ids)
    rows = Rows(referral, was, now, Places(homes))
    changed = (
        *rows.first(before.first, after.first),
        *ways_differ(referral, before, after),
        *(row for of in told for row in rows.of_home(of)),
        *about_referral(referral, before.found, after.found),
    )
    if not changed and not rest:
        return None
    shown, also = [of.home for of in told], tuple(_also(referral, rest, homes))
    return Compared(_in_short(before, was, shown), _in_short(after, now, shown), changed, also)


def _told(differing: Sequence[HomeDiffers], named: Collection[str]) -> tuple[list[HomeDiffers], list[HomeDiffers]]:
    """Those that are told one by one, the nearest to the top first, and the rest."""
    first = sorted(differing, key=lambda of: of.home not in named)[:IN_FULL]
    chosen = {of.home for of in first}
    return sorted(first, key=lambda of: of.nearness), [of for of in differing if of.home not in chosen]


def _also(referral: str, rest: Sequence[HomeDiffers], homes: Homes) -> Iterator[Also]:
    """The homes that are not told one by one, by what is different of them before all."""
    groups: dict[tuple[str, Told, Told], list[str]] = {}
    for of in rest:
        groups.setdefault((of.whats[0], *_standings(of, homes)), []).append(of.home)
    for (what, was, now), ids in groups.items():
        yield made(Also, referral=referral, what=what, from_=was, to=now, homes=tuple(ids))


def _standings(of: HomeDiffers, homes: Homes) -> tuple[str | None, str | None]:
    """How a home stands before and after, where that is what is different."""
    if of.whats[0] not in {NEW, GONE, AN_OPTION, NO_OPTION_ANY_MORE, STANDING}:
        return None, None
    return _standing(homes.before, of.home), _standing(homes.after, of.home)


def _standing(numbers: Numbers, home: str) -> str | None:
    row = numbers.found.layout.register.row_of.get(home)
    return None if row is None else Outcome(int(numbers.standing[row])).word


def _in_short(side: Side, options: Options, homes: Sequence[str]) -> RankingInShort:
    question = side.question
    return made(
        RankingInShort,
        referral=question.referral.id,
        children=question.referral.children,
        facts_hash=facts_hash_of(question, side.judging.register, side.judging.scale.policy),
        first=side.first,
        in_the_order=len(side.found.lawful),
        options=tuple(sorted((_option(options[home]) for home in homes if home in options), key=_by_rank)),
    )


def _by_rank(option: OptionInShort) -> tuple[int, str]:
    return option.rank or FAR, option.home


def _option(option: Option) -> OptionInShort:
    return made(OptionInShort, **{field: getattr(option, field) for field in IN_SHORT})
