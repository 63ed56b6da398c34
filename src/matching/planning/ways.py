"""The ways of dividing a group of children into parts that live together."""

from collections.abc import Iterator, Sequence

from matching.planning.groups import MOST_DIVIDED, Group
from matching.solving.aims import Way

Places = tuple[int, ...]


def ways_of(group: Group) -> Iterator[tuple[Places, ...]]:
    """Each way, as parts by the places of their children: all together first. A group too large for all has two."""
    count = len(group.children)
    if count <= MOST_DIVIDED:
        yield from _divided(tuple(range(count)))
        return
    yield (tuple(range(count)),)
    yield tuple((place,) for place in range(count))


def _divided(places: Places) -> Iterator[tuple[Places, ...]]:
    """Every way of dividing these: the last joins a part of a way of dividing the others, or is by itself."""
    if not places:
        yield ()
        return
    *before, last = places
    for way in _divided(tuple(before)):
        for k, part in enumerate(way):
            yield (*way[:k], (*part, last), *way[k + 1 :])
        yield (*way, (last,))


def kept_by(group: Group, way: Sequence[Places], *, others: bool = False) -> Way:
    """What a way keeps together of those who should be; where there are `others` outside, it alone does not do."""
    pairs = sum(group.kept([group.children[place] for place in part]) for part in way)
    whole = bool(group.together) and pairs == len(group.together) and not others
    return Way(keeps_together=whole, pairs=pairs)
