"""What is different from the last review, child by child."""

from collections.abc import Iterator, Mapping

from matching.domain.made import made
from matching.domain.review import OUTCOMES, Changed, Review, Reviewed, Since

WORDS = {
    "unlawful_now": "unlawful now",
    "explore": "explore",
    "keep": "keep",
    "cannot_assess": "cannot assess",
}


def since_last(last: Review, now: Mapping[str, Reviewed], homes: Mapping[str, str | None]) -> Since:
    """What became of everybody in either review; `homes` is where each child of the case lives now."""
    before = {row.child: row for outcome in OUTCOMES for row in getattr(last, outcome)}
    children = dict.fromkeys((*before, *now))
    changed = (_changed(child, before.get(child), now.get(child), homes) for child in children)
    return made(Since, as_of=last.as_of, facts_hash=last.facts_hash, changed=tuple(c for c in changed if c is not None))


def _changed(
    child: str, before: Reviewed | None, now: Reviewed | None, homes: Mapping[str, str | None]
) -> Changed | None:
    """What became of one child; None where all is as it was."""
    said = "; ".join(_words(child, before, now, homes))
    if not said:
        return None
    return made(Changed, child=child, before=before and before.outcome, after=now and now.outcome, words=said)


def _words(child: str, before: Reviewed | None, now: Reviewed | None, homes: Mapping[str, str | None]) -> Iterator[str]:
    if before is None:
        yield "was not due then"
    elif now is None:
        yield "is no longer due" if child in homes else "is no longer in the case"
    elif before.outcome != now.outcome:
        yield f"was '{WORDS[before.outcome]}', is now '{WORDS[now.outcome]}'"
    if before is not None and before.suggested is not None and child in homes:
        taken_up = homes[child] == before.suggested.home
        yield f"{before.suggested.home}, then suggested, {'is now the home' if taken_up else 'was not taken up'}"
    if before is not None and child in homes and homes[child] != before.home:
        yield f"lives in {homes[child] or 'no home'} now, then in {before.home or 'one not recorded'}"
