"""Approvals of the case that are about this referral and yet settle nothing: each said, with why."""

from collections.abc import Iterator

from matching.domain.codes import Outcome
from matching.domain.panel import GivenApproval
from matching.explaining.found import Found
from matching.explaining.settled import who
from matching.facts.fact import show_plain
from matching.facts.question import Question
from matching.rules.approvals import counts_on


def not_counted(found: Found) -> Iterator[str]:
    """A warning for each approval that does not count or is not needed, and for agreed homes that ask for one."""
    yield from sorted(_approvals(found))
    yield from sorted(_agreed(found.layout.question))


def _approvals(found: Found) -> Iterator[str]:
    counted = {id(given) for given in found.given.values()}
    for given in found.layout.question.approvals:
        if id(given) not in counted:
            yield _said(given, _why(given, found))
    for given in found.layout.question.doubtful:
        yield _said(given, "it does not say for which referral it was given")


def _agreed(question: Question) -> Iterator[str]:
    """What of the agreed homes a reader should know: of one that arrives, of one who has two, of one not named."""
    homes: dict[str, set[str]] = {}
    for decided in question.decided:
        if decided.child is not None and decided.home is not None:
            homes.setdefault(decided.child, set()).add(decided.home)
    for child, named in homes.items():
        if child in question.arriving:
            yield f"For {child} a home is agreed already: {', '.join(sorted(named))}."
        elif len(named) > 1:
            yield f"For {child} several homes are agreed: {', '.join(sorted(named))}. A bed is taken off in each."
    nowhere = sum(1 for decided in question.decided if decided.home is None)
    if nowhere:
        yield f"Of {nowhere} homes that are agreed it is not recorded which they are: their beds are not taken off."


def _said(given: GivenApproval, why: str) -> str:
    what = "refusal" if given.refused else "approval"
    return f"The {what} {_named(given)} does not count: {why}."


def _named(given: GivenApproval) -> str:
    said = (
        given.rule or "of no rule",
        f"for {given.child}" if given.child else "",
        f"in {given.home}" if given.home else "",
    )
    return " ".join(part for part in said if part)


def _why(given: GivenApproval, found: Found) -> str:
    """Why an approval settles nothing."""
    missing = [name for name in ("rule", "home", "by", "on") if getattr(given, name) is None]
    if missing:
        return f"not recorded: {', '.join(missing)}"
    question, register, rulebook = found.layout.question, found.layout.register, found.rulebook
    if not counts_on(given, question):
        return f"it lasts until {show_plain(given.until)}, and not to the start"
    line, row = rulebook.line_of.get(given.rule or ""), register.row_of.get(given.home or "")
    if line is None or row is None:
        return "the rule does not bind on this day, or the home is not in the register"
    worst = min(Outcome(j.outcomes[line, row]) for j in found.judged)
    if worst is Outcome.NEEDS_APPROVAL:
        return f"it is not what is asked for, or not for every child who arrives: {who(given.by)} gave it"
    return f"what the rule found is {show_plain(worst.word)}, and an approval changes only what needs one"
