"""What is different from the last review, child by child."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from matching.domain.made import made
from matching.domain.review import OUTCOMES, Changed, Review, Reviewed, Since

WORDS = {
    "unlawful_now": "unlawful now",
    "explore": "explore",
    "keep": "keep",
    "cannot_assess": "cannot assess",
}


Homes = Mapping[str, str | bool | None]
"""Where each child lives: False where she has no home, None where it is not recorded."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What one review said of a child: a row, or that people decide; neither where she was not due."""

    row: Reviewed | None
    people_decide: bool


def since_last(last: Review, now: Mapping[str, Reviewed], homes: Homes, people_decide: Collection[str] = ()) -> Since:
    """What became of everybody in either review; `homes` is where each child of the case lives now.

    `people_decide` are the children who are due now, and of whom people decide.
    """
    before = {row.child: row for outcome in OUTCOMES for row in getattr(last, outcome)}
    decided = {of.child for of in last.people_decide}
    children = dict.fromkeys((*before, *now))
    each = ((c, _Told(before.get(c), c in decided), _Told(now.get(c), c in people_decide)) for c in children)
    changed = (_changed(child, then, told, homes) for child, then, told in each)
    return made(Since, as_of=last.as_of, facts_hash=last.facts_hash, changed=tuple(c for c in changed if c is not None))


def _changed(child: str, then: _Told, now: _Told, homes: Homes) -> Changed | None:
    """What became of one child; None where all is as it was."""
    said = "; ".join((*_words(child, then, now, homes), *_of_homes(child, then.row, homes)))
    if not said:
        return None
    before, after = (told.row and told.row.outcome for told in (then, now))
    return made(Changed, child=child, before=before, after=after, words=said)


def _words(child: str, then: _Told, now: _Told, homes: Homes) -> Iterator[str]:
    """What is found of a child now, and was not then."""
    if then.row is None:
        yield "people decided this then, not the list" if then.people_decide else "was not due then"
    elif now.people_decide:
        yield "people decide this now, not the list"
    elif now.row is None:
        yield "is no longer due" if child in homes else "is no longer in the case"
    elif then.row.outcome != now.row.outcome:
        yield f"was '{WORDS[then.row.outcome]}', is now '{WORDS[now.row.outcome]}'"


def _of_homes(child: str, before: Reviewed | None, homes: Homes) -> Iterator[str]:
    """Whether what was suggested was taken up, where that is recorded, and where else a child lives now."""
    if before is None or child not in homes:
        return
    home = homes[child]
    if before.suggested is not None and home is not None:
        taken_up = home == before.suggested.home
        yield f"{before.suggested.home}, then suggested, {'is now the home' if taken_up else 'was not taken up'}"
    if home != before.home:
        yield f"lives in {_home(home)} now, then in {_home(before.home)}"


def _home(of: str | bool | None) -> str:
    """A home in words, where a child has one and it is recorded."""
    return "one not recorded" if of is None else str(of or "no home")
