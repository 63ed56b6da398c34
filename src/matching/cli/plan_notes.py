"""What a reader of a plan must know, where the engine says the same of several children: once."""

from collections.abc import Iterable, Iterator, Sequence

from matching.explaining.words import listed

MOST_NAMED = 12


def said_once(warnings: Iterable[str], children: Sequence[str]) -> Iterator[str]:
    """Each warning; those that say the same of several children once, and of whom else it is true."""
    alike: dict[str, list[tuple[str, str]]] = {}
    for warning in warnings:
        of = next((child for child in children if f" {child}" in warning and child in _words(warning)), "")
        alike.setdefault(" ".join("*" if w == of else w for w in _split(warning)), []).append((of, warning))
    for said in alike.values():
        others = [of for of, _ in said[1:]]
        yield f"{said[0][1]} The same of {listed(others, MOST_NAMED)}." if others else said[0][1]


def _split(text: str) -> list[str]:
    """Words, with the marks after them apart."""
    return text.replace(":", " :").replace(",", " ,").split()


def _words(text: str) -> set[str]:
    return set(_split(text))
