"""What a review holds, in the words that every page of it uses. What nobody knows is said, never left blank."""

from collections.abc import Iterable
from datetime import date

from matching.domain.plan import ApprovalOutstanding
from matching.domain.ranking import Interval
from matching.domain.review import Because, Chain, DutyCompared, NoSuitableOption, Review, Step
from matching.explaining.words import KINDS, TIERS, approvals, count, day, listed, name_and_id, word

NOT_RECORDED = "not recorded"
NONE = "none"
OUTCOMES = {
    "unlawful_now": "Unlawful now",
    "explore": "Explore",
    "keep": "Keep",
    "cannot_assess": "Cannot assess",
    "people_decide": "People decide",
}
MEANS = {
    "unlawful_now": "A rule forbids the home of today. Look at these first.",
    "explore": "Another home may serve the child better. Whether to explore it is for people to decide.",
    "keep": "The home of today stays as it is. Each has a reason.",
    "cannot_assess": "Something has to be found out before anybody can tell.",
    "people_decide": "No list answers for these children.",
}
"""What a review may find, and what that means."""

CHANGES = {"gained": "better", "lost": "less well", "alike": "alike", "unknown": "nobody can tell"}
"""How another home serves a duty, beside the home of today."""

LEVELS = ("none", "low", "medium", "high", "very high")


def known(text: str | None) -> str:
    """What is recorded, or that it is not."""
    return text or NOT_RECORDED


def on(when: date | None) -> str:
    """A day in full, or that it is not recorded."""
    return day(when) if when else NOT_RECORDED


def miles(number: float | None) -> str:
    """A distance: `6.2 miles`."""
    return NOT_RECORDED if number is None else f"{number:,.1f} miles"


def points(levels: Interval | None) -> str:
    """Points as known, and what they may be: `71 (65 to 78)`."""
    if levels is None:
        return NOT_RECORDED
    sure = levels.low == levels.high
    return f"{levels.central:.0f}" if sure else f"{levels.central:.0f} ({could_be(levels)})"


def could_be(levels: Interval) -> str:
    """The least and the most that points may be: `65 to 78`."""
    return f"{levels.low:.0f} to {levels.high:.0f}"


def home(name: str | None, of: str | None) -> str:
    """A home's name with its id, or that it is not recorded where the child lives."""
    return name_and_id(name, of) if of else NOT_RECORDED


def kind(code: str | None) -> str:
    """What kind of home it is."""
    return KINDS.get(code, word(code)) if code else NOT_RECORDED


def tier(code: str) -> str:
    """The part of the panel's order in which a home stands."""
    return TIERS.get(code, word(code))


def outcome(code: str) -> str:
    """What a review finds."""
    return OUTCOMES.get(code, word(code))


def area(outside: bool | None, distant: bool | None) -> str:
    """Where a home is, beside the area of the authority."""
    if outside is None:
        return "not recorded whether in the area"
    if not outside:
        return "in the area"
    if distant is None:
        return "outside the area; not recorded whether in one that adjoins it"
    return "outside the area, and in none that adjoins it" if distant else "outside the area, in one that adjoins it"


def reason(of: Because) -> str:
    """A reason with its id."""
    return f"{of.words} [{of.id}]"


def reasons(of: Iterable[Because]) -> tuple[str, ...]:
    """Reasons with their ids."""
    return tuple(map(reason, of))


def approval(of: ApprovalOutstanding) -> str:
    """An approval that is still to be given: `the director's approval by 1 December 2026 [CPPCR-11-1B]`."""
    whose = approvals([of.approver]) if of.approver else "an approval"
    by = f" by {day(of.by)}" if of.by else ""
    whom = f" for {of.child}" if of.child else ""
    unknown = "" if of.approver else "; by whom is not recorded"
    return f"{whose}{whom}{by}{unknown} [{of.rule}]"


def duty(of: DutyCompared) -> str:
    """A duty, as two homes serve it: `Near home: better there (today 42 miles, there 6 miles)`."""
    both = of.today if of.today == of.there else f"today: {of.today}; there: {of.there}"
    return f"{of.title}: {change(of.change)} ({both})"


def change(code: str) -> str:
    """How another home serves a duty."""
    return CHANGES.get(code, word(code))


def titles(duties: Iterable[DutyCompared], ids: Iterable[str]) -> tuple[str, ...]:
    """Duties by their titles."""
    named = {of.duty: of.title for of in duties}
    return tuple(named.get(each, each) for each in ids)


def band(code: str) -> str:
    """A band of miles or of points, as a review counts it."""
    return word(code)


def home_names(review: Review) -> dict[str, str]:
    """Every home that has a name, with its id."""
    found = (*review.unlawful_now, *review.explore, *review.keep, *review.cannot_assess)
    named = [(each.home, each.name) for each in found]
    named += [(each.suggested.home, each.suggested.name) for each in found if each.suggested]
    named += [(other.home, other.name) for each in found for other in each.also_suits]
    named += [(other.home, other.name) for each in found for other in each.if_settled]
    return {of: name_and_id(name, of) for of, name in named if of and name}


def step(of: Step, names: dict[str, str]) -> str:
    """A step of a chain: who would live where, from which day, once which others are done."""
    leaves = listed(names.get(left, left) for left in of.leaves)
    there = (
        f"{listed(of.children)} would leave {leaves or 'a home that is not recorded'} for {names.get(of.home, of.home)}"
    )
    return f"{there}, not before {day(of.earliest)}{_after(of)}"


def _after(of: Step) -> str:
    if not of.after:
        return ", and waits for nobody"
    return f", once {'step' if len(of.after) == 1 else 'steps'} {listed(map(str, of.after))} {_done(of)}"


def _done(of: Step) -> str:
    return "is done" if len(of.after) == 1 else "are done"


def chain(of: Chain) -> str:
    """What a chain is called."""
    return f"Chain {of.number}: {count(len(of.steps), 'step')}"


def need(of: NoSuitableOption) -> str:
    """The highest need of children for whom nothing is suitable, with its level."""
    if of.level is None:
        return word(of.need)
    level = LEVELS[of.level] if 0 <= of.level < len(LEVELS) else "of a level not listed"
    return f"{word(of.need)}: {level} ({of.level} of 4)"


def ruled_out(of: NoSuitableOption) -> tuple[str, ...]:
    """Which rules forbid how many homes."""
    return tuple(f"{rule}: {count(homes, 'home')}" for rule, homes in of.against)
