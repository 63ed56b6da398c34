"""The children to whom another home may be suggested, brothers and sisters who should be together in one family."""

from collections.abc import Sequence

from matching.domain.child import Child
from matching.facts.of_siblings import siblings_to_be_with
from matching.reviewing.asked import Asks


def families_of(children: Sequence[Child], asks: Asks) -> list[tuple[Child, ...]]:
    """These children in families: two are in one where they should live together, or both with a third."""
    place = {child.id: k for k, child in enumerate(children)}
    family = list(range(len(children)))
    for k, child in enumerate(children):
        for sibling in sorted(siblings_to_be_with(child, asks.stay([child])) & place.keys()):
            joined = family[place[sibling]]
            family = [family[k] if of == joined else of for of in family]
    return [tuple(c for c, of in zip(children, family, strict=True) if of == f) for f in dict.fromkeys(family)]
