"""What a review holds, in the words that every page of it uses. What nobody knows is said, never left blank."""

from collections.abc import Iterable
from datetime import date

from matching.domain.plan import ApprovalOutstanding
from matching.domain.ranking import Interval
from matching.domain.review import (
    Because,
    Chain,
    DutyCompared,
    NoSuitableOption,
    Review,
    Reviewed,
    Step,
    Suggested,
)
from matching.explaining.words import KINDS, TIERS, approvals, count, day, listed, name_and_id, word

NOT_RECORDED = "not recorded"
NOT_LOOKED_AT = "not looked at: people decide"
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
    "keep": "No other home is suggested. Each has a reason; a search that is under way is named.",
    "cannot_assess": "Something has to be found out before anybody can tell.",
    "people_decide": "People decide about these children, and no list.",
}
"""What a review may find, and what that means."""

CHANGES = {"gained": "better", "lost": "less well", "alike": "alike", "unknown": "nobody can tell"}
"""How another home serves a duty, beside the home of today."""

LEVELS = ("none", "low", "medium", "high", "very high")
ASK = "not recorded: ask the child"
NOT_ASKED_YET = "nobody has been asked yet"
NO_RULE = "no rule forbids it, as far as is recorded"
FORBIDDEN = "a rule forbids it"
TODAY = {
    "met": NO_RULE,
    "needs_approval": "something of it is still to be approved",
    "cannot_tell": "nobody can tell yet whether a rule forbids it",
    "prohibited": FORBIDDEN,
}
"""How the home of today stands by the rules."""

THERE = {
    "met": f"{NO_RULE}; {NOT_ASKED_YET}",
    "needs_approval": f"it needs an approval first; {NOT_ASKED_YET}",
    "cannot_tell": f"nobody can tell yet whether a rule forbids it; {NOT_ASKED_YET}",
    "prohibited": FORBIDDEN,
}
"""How a suggested home stands by the rules: that is no more than is recorded, and nobody has said yes."""

NO_APPROVAL = f"no rule asks for one, as far as is recorded; {NOT_ASKED_YET}"
NOT_AGREED = "If a step is not agreed, nobody after it goes."
MOST_OPENED, MOST_RULES = 3, 3


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


def stands_today(of: Reviewed) -> str:
    """How the home of today stands: a rule of the council's own alone is told apart from the law."""
    if of.today is None:
        return NOT_RECORDED
    if of.today == "prohibited" and of.outcome != "unlawful_now":
        return "not as the council's own policy asks"
    return TODAY.get(of.today, word(of.today))


def stands_there(of: Suggested) -> str:
    """How a suggested home stands, of which nobody has been asked."""
    return THERE.get(of.standing, word(of.standing))


def asked_first(of: Suggested) -> tuple[str, ...]:
    """The approvals that a suggestion needs, or that no rule asks for one."""
    return tuple(map(approval, of.approvals)) or (NO_APPROVAL,)


def asked_on(of: Reviewed) -> str:
    """When the child was asked what she wishes for."""
    return f"asked on {day(of.wishes_on)}" if of.wishes_on else "the day on which the child was asked is not recorded"


def wishes(of: Reviewed, most: int | None = None) -> str:
    """What is recorded of her wishes, so many letters of it, and of which day that is."""
    if not of.wishes:
        return f"{asked_on(of)}; what the child said is {ASK}" if of.wishes_on else ASK
    said = of.wishes if most is None or len(of.wishes) <= most else f"{of.wishes[:most].rstrip()} …"
    return f"{said} ({asked_on(of)})"


def others(children: Iterable[str]) -> str:
    """Other children, in a child's own row: how many, and never who."""
    number = len(tuple(children))
    return "another child" if number == 1 else f"{number:,} other children"


def opened(of: Reviewed) -> tuple[str, ...]:
    """How many homes of the area had a bed free since she was last considered, and the first of them; or nothing."""
    if not of.opened_since:
        return ()
    homes = count(len(of.opened_since), "home")
    return (f"{homes} in the area with a bed free since then: {listed(of.opened_since, MOST_OPENED)}",)


def search(of: Because) -> str:
    """A search that is under way, without what somebody wrote of it: that stands in the workbook."""
    return of.words.partition(": “")[0]


def own_reasons(of: Reviewed) -> tuple[Because, ...]:
    """Why it was found, without what is told beside it: what forbids the home, what is not known, what to approve."""
    beside = {*of.against, *of.unknown}
    approved = {(each.id, each.words) for each in of.approvals_today}
    return tuple(
        each
        for each in dict.fromkeys(of.because)
        if each not in beside and not any(i == each.id and each.words.endswith(words) for i, words in approved)
    )


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
        f"{listed(of.children)} could leave {leaves or 'a home that is not recorded'} for {names.get(of.home, of.home)}"
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


def rule_titles(review: Review) -> dict[str, str]:
    """Every rule that is cited, by its id."""
    return {rule.id: rule.title for rule in review.rules}


def forbidden(of: NoSuitableOption, titles: dict[str, str]) -> tuple[str, ...]:
    """The first rules that forbid homes, in words, and how many each."""
    return tuple(f"{_titled(rule, titles)}: {count(homes, 'home')}" for rule, homes in of.against[:MOST_RULES])


def _titled(rule: str, titles: dict[str, str]) -> str:
    return f"{titles[rule]} ({rule})" if rule in titles else rule
