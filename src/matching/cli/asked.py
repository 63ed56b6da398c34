"""The head of a ranking: who is asked for, what the child says, who of the family was asked, and by which policy."""

from collections.abc import Iterator

from matching.cli.about_her import known_of_her
from matching.cli.answer import Answer
from matching.cli.page import Page
from matching.cli.streams import DISTRIBUTION
from matching.cli.words import LEGAL_STATUS
from matching.domain.child import Child, FamilyExplored, Wishes
from matching.domain.referral import Referral
from matching.explaining.words import STANDINGS, day, listed, place, word
from matching.facts.catalogue.words import family_outcome

AT = 11
PEOPLE_DECIDE = "The engine proposes; people decide."


def write_asked(page: Page, answer: Answer) -> None:
    """Write the head of the page."""
    together = " together" if len(answer.children) > 1 else ""
    page.title(f"Where could {listed(answer.ranking.children)} live{together}?")
    for label, text in _rows(answer):
        page.beside(label, text, indent=0, at=AT)
    page.line()
    page.paragraph(PEOPLE_DECIDE)


def order(answer: Answer) -> str:
    """What the order of homes means, in a line."""
    policy = answer.ranking.policy
    if policy.cost_counts == "weighted":
        return "Homes stand tier by tier, and inside a tier by suitability: stability, distance and, by policy, cost."
    return (
        f"Homes stand tier by tier; in the last tier foster homes before others, unless residential care is recorded "
        f"as needed; then by suitability (stability and distance, in bands of {policy.band_width} points), siblings "
        "together, school kept, wishes met; cost decides only between homes that are alike in all of these. The order "
        "does not say whether a home may be used: its standing does."
    )


def _rows(answer: Answer) -> Iterator[tuple[str, str]]:
    policy = answer.ranking.policy
    for child in answer.children:
        yield child.id, says(child.wishes)
        if child.parents_wishes is not None:
            yield "", f"parents: {says(child.parents_wishes)}"
        yield "", _known_of(answer, child)
        yield from (("", said) for said in known_of_her(child))
        yield from (("", said) for said in family(child))
        yield "", _support(answer, child)
        yield from (("", said) for said in _lives(answer, child))
    yield "Referral", asked(answer.referral)
    agreed = f"agreed by {policy.agreed_by}" if policy.agreed_by else "nobody has agreed it yet"
    yield "Judged", f"on {day(answer.ranking.as_of)}, by {policy.title}: {agreed}"
    yield "Record", _record(answer)


def _lives(answer: Answer, child: Child) -> Iterator[str]:
    """Where the child lives now, and how that home stands in this order: the first thing to weigh a move against."""
    if not child.current_home:
        return
    since = f" since {day(child.current_since)}" if child.current_since else ""
    yield f"lives now at {child.current_home}{since}: {_stands(answer, child.current_home)}"


def _stands(answer: Answer, home: str) -> str:
    option = next((o for o in answer.shown if o.home == home), None)
    if option is not None:
        return f"{place(option.rank or 0)} in this order, {STANDINGS[option.standing]}"
    known = any(h.id == home for h in answer.case.homes)
    return "not in this order: see below" if known else "not a home of this file"


def _support(answer: Answer, child: Child) -> str:
    """How much support to plan with whichever home, and why; it says nothing of any home."""
    plan = next(s for s in answer.ranking.support_to_plan if s.child == child.id)
    why = f": {listed(plan.because)}" if plan.because else ""
    more = f" (up to {plan.at_most}; not recorded: {listed(plan.not_recorded)})" if plan.not_recorded else ""
    return f"support to plan with any home: {plan.level}{why}{more}"


def asked(referral: Referral) -> str:
    """What a referral asks for: from when and until when, of which kind and how soon, what it requires and why."""
    open_end = " to the 18th birthday" if referral.kind == "long_term" else ", end not recorded"
    until = f" to {day(referral.expected_end)}" if referral.expected_end else open_end
    said = [f"from {day(referral.start)}{until}", *map(word, filter(None, [referral.kind, referral.urgency]))]
    if referral.emergency:
        said.append("an emergency")
    if referral.required:
        said.append(f"required: {listed(map(word, referral.required))}")
    because = f"; because: {referral.reason}" if referral.reason else ""
    return f"{referral.id}: {', '.join(said)}{because}"


def _record(answer: Answer) -> str:
    """What makes the same answer again: the facts' fingerprint, the day of the rules, the program's version."""
    ranking = answer.ranking
    by = ranking.versions.get(DISTRIBUTION, "")
    return f"facts {ranking.facts_hash[:12]}, rules of {day(ranking.rulebook_day)}, matching {by}".rstrip()


def _known_of(answer: Answer, child: Child) -> str:
    facts = next(c.facts for c in answer.ranking.child_facts if c.child == child.id)
    age = facts.get("child.age_at_start")
    status = f"{child.legal_status} ({LEGAL_STATUS[child.legal_status]})" if child.legal_status else "not recorded"
    disputed = " (disputed)" if child.age_disputed else ""
    return f"aged {age}{disputed} on the first day; legal status {status}"


def says(wishes: Wishes | None) -> str:
    """The child's own words; else that nobody has recorded them, which no decision may pass over."""
    if wishes is not None and wishes.not_ascertained_because and not wishes.ascertained_on:
        return f"wishes not ascertained: {wishes.not_ascertained_because}"
    if wishes is None or wishes.ascertained_on is None:
        return "wishes not recorded: ask before anything is decided"
    if wishes.ascertained_on is False:
        return f"wishes not ascertained: {wishes.not_ascertained_because or 'why is not recorded'}"
    said = f"“{wishes.words}”" if wishes.words else "own words not recorded"
    wants = f"; wants: {listed(map(word, wishes.wants))}" if wishes.wants else ""
    unwanted = f"; does not want: {listed(map(word, wishes.does_not_want))}" if wishes.does_not_want else ""
    return f"says ({day(wishes.ascertained_on)}): {said}{wants}{unwanted}"


def family(child: Child) -> Iterator[str]:
    """Who of the family was asked, and what came of it: the panel owes a reason for passing them over."""
    if child.family_explored is None:
        yield "family: not recorded who was asked"
    for explored in child.family_explored or ():
        yield f"family: {_explored(explored)}"


def _explored(of: FamilyExplored) -> str:
    who = f"{of.person or 'not named'}{f' ({word(of.relation)})' if of.relation else ''}"
    outcome = family_outcome(of.outcome) if of.outcome else "what came of it is not recorded"
    because = f", {of.because}" if of.because else ""
    on = f", {day(of.on)}" if of.on else ""
    return f"{who}: {outcome}{because}{on}"
