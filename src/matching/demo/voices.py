"""What made-up children and their parents wish for, in their own words, or why nobody could ask."""

from datetime import timedelta
from random import Random
from typing import Any

from matching.demo.people import AS_OF, Young
from matching.demo.words import Record, words


def wishes_of(rng: Random, child: Young, *, at_school: bool) -> Record:
    """A child's wishes, of her age and her life."""
    if rng.random() < (0.2 if child.new else 0.06):
        return {"ascertained_on": False, "not_ascertained_because": _why_not(rng, child)}
    said = rng.choice(_may_say(child, at_school=at_school))
    return _said(said, rng.randrange(1, 20) if child.new else rng.randrange(1, 75))


def parents_wishes_of(rng: Random, child: Young) -> Record:
    """What the parents wish for; the parents of those who came alone cannot be asked."""
    if child.unaccompanied:
        return {"ascertained_on": False, "not_ascertained_because": "The family cannot be reached."}
    if rng.random() < 0.2:
        return {"ascertained_on": False, "not_ascertained_because": "Three letters and two visits were not answered."}
    said = [s for s in words()["parents"] if child.family or "with_siblings" not in s["wants"]]
    said = [s for s in said if (child.age > 4 or "school" not in s) and not (child.new and "stay" in s["wants"])]
    return _said(rng.choice(said), rng.randrange(5, 160))


def _may_say(child: Young, *, at_school: bool) -> list[Any]:
    if child.unaccompanied:
        said = words()["wishes_alone"]
        return [s for s in said if s["ages"][0] <= child.age and not (child.new and "stay" in s["wants"])]
    return [s for s in words()["wishes"] if _fits(s, child, at_school=at_school)]


def _fits(said: Record, child: Young, *, at_school: bool) -> bool:
    low, high = said["ages"]
    needs = (("siblings", child.family is not None), ("school", at_school), ("settled", not child.new))
    if not all(holds for need, holds in needs if need in said):
        return False
    if "stay" in said["wants"] and child.moves:
        return "moved" in said["words"]
    return bool(low <= child.age <= high)


def _said(said: Record, days: int) -> Record:
    return {
        "ascertained_on": AS_OF - timedelta(days=days),
        "words": said["words"],
        "wants": list(said["wants"]),
        "does_not_want": list(said.get("not", [])),
    }


def _why_not(rng: Random, child: Young) -> str:
    why = words()["not_asked"]
    return str(why[2] if child.unaccompanied else rng.choice([why[0], why[1], why[3]] if child.new else why[:1]))
