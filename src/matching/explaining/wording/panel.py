"""Answers in plain words, for a panel."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from matching.domain.ask_first import AnswerTried, AskFirst
from matching.domain.finding import Finding
from matching.domain.how_sure import HowSure
from matching.domain.nothing_fits import NothingFits, OpensHomes
from matching.domain.sureness import WeightInterval, WeightsSurvived
from matching.domain.why_not import Behind, ChangeOffered, LivesHere, WhyNot
from matching.explaining.words import SO_STANDS, TIERS, approvals, count, day, listed, name_and_id, place
from matching.scoring.weighing import CRITERIA

QUESTIONS = {criterion.id: criterion.question for criterion in CRITERIA}
MOST_INTERVALS, MOST_NAMED, MOST_WEIGHT = 5, 6, 100
NOT_BY_POINTS = frozenset({"tier", "early_permanence", "residential"})
"""What puts one home before another whatever their points."""

NO_CHANGE = "No change that this engine knows somebody could make, alone"

DECIDED_BY: Mapping[str, str] = {
    "early_permanence": "its carers may also adopt the child, and adoption is being considered",
    "residential": "in this tier foster homes stand before residential care while no need for it is recorded",
    "siblings": "the brothers and sisters who should be together would be; in suitability both are of one band",
    "school": "the child can stay at the same school from there; in suitability both are of one band",
    "wishes": "more of what the child wishes for would be so; in suitability both are of one band",
    "cost": "both are in one band of suitability, and alike in siblings, school and wishes: cost decides",
    "suitability": "the two are alike in band, siblings, school, wishes and cost, and its suitability is the higher",
    "standing": "the two are alike in everything else, and it can sooner go ahead",
    "id": "the two are alike in everything: either may be taken first",
}


def why_not_said(of: WhyNot) -> tuple[str, ...]:
    """Why a home is not first, for a panel; of one where a child lives, that before all else."""
    told = {"first": _is_first, "people_decide": _people_decide, "ruled_out": _ruled_out, "outranked": _outranked}
    first, *others = told[of.standing](of)
    return (first, *map(_lives_here, of.lives_here), *others)


def _lives_here(of: LivesHere) -> str:
    since = f" since {day(of.since)}" if of.since else ""
    matched = ", and is matched there for the long term" if of.matched else ""
    return f"{of.child} has lived there{since}{matched}: a move needs a review first (CPPCR-14) and a recorded reason."


def _is_first(of: WhyNot) -> Iterator[str]:
    yield f"{name_and_id(of.name, of.home)} is first of {count(of.options, 'home')} that no rule forbids."


def _people_decide(of: WhyNot) -> Iterator[str]:
    yield f"No list is made for {listed(of.children)}: people decide, and the ranking says why."


def _ruled_out(of: WhyNot) -> Iterator[str]:
    reasons = listed(f"{finding.because} ({finding.rule})" for finding in _each_once(of.ruled_out_by))
    yield f"{name_and_id(of.name, of.home)} is ruled out: {reasons}."
    for kept in of.not_to_change:
        should = "Nothing should be changed about that" if kept.protects else "That cannot be changed"
        yield f"{should} ({kept.rule}): {kept.because}."
    if of.lawful_if:
        yield from _offered("It would no longer be ruled out if", of.lawful_if)
    elif not of.not_to_change:
        yield f"{NO_CHANGE} or up to {of.steps_sought} at once, would make it lawful."


def _each_once(findings: Iterable[Finding]) -> list[Finding]:
    """Findings that say the same of several children, once."""
    return list({(finding.rule, finding.because): finding for finding in findings}.values())


def _outranked(of: WhyNot) -> Iterator[str]:
    of_all = f"{place(of.rank or 0)} of {count(of.options, 'home')} that no rule forbids"
    yield f"{name_and_id(of.name, of.home)} is {of_all}."
    for ahead in of.behind:
        yield _behind(of, ahead)
    leads_its_tier = len(of.behind) == 1 and of.behind[0].tier != of.tier
    if leads_its_tier:
        yield f"It is the first of its own tier ({TIERS[of.tier]})."
    elif of.first_in_tier_if:
        yield from _offered("It would come before the first of its tier if", of.first_in_tier_if)
    elif of.behind[0].decided_by == "standing":
        yield "What is still open there is to be settled first: no other change is offered."
    elif of.behind[0].decided_by != "id":
        yield f"{NO_CHANGE} or up to {of.steps_sought} at once, would put it before the first of its tier."
    if of.first_of_all_if:
        yield from _offered("It would be first of all if", of.first_of_all_if)


def _behind(of: WhyNot, ahead: Behind) -> str:
    which = "first of all" if ahead.rank == 1 else f"first of its tier, and {place(ahead.rank)} of all"
    because = DECIDED_BY.get(ahead.decided_by) or _of_numbers(of, ahead)
    counted = () if ahead.decided_by in NOT_BY_POINTS else ahead.gaps
    gaps = [_gap(gap.question, gap.this, gap.other, gap.by) for gap in counted if abs(gap.by) >= 1][:3]
    most = f" What counts most between them: {'; '.join(gaps)}." if gaps else ""
    return f"{name_and_id(ahead.name, ahead.home)} is {which}: {because}.{most}"


def _of_numbers(of: WhyNot, ahead: Behind) -> str:
    if ahead.decided_by == "tier":
        return f"it is of an earlier tier ({TIERS[ahead.tier]}, before {TIERS[of.tier]})"
    return f"its suitability, {ahead.suitability:.0f}, is in a higher band"


def _gap(question: str, this: float | None, other: float | None, by: float) -> str:
    mine, theirs = ("not asked" if points is None else f"{points:.0f} points" for points in (this, other))
    speaks = "that one" if by > 0 else "this one"
    return f"‘{question}’ {theirs} there, {mine} here: {abs(by):.1f} of suitability, for {speaks}"


def _offered(opening: str, offers: Sequence[ChangeOffered]) -> Iterator[str]:
    for n, offer in enumerate(offers):
        steps = listed(f"{step.words} ({step.by})" for step in offer.steps)
        stands = SO_STANDS[offer.standing].removeprefix("it ")
        needs = f"; it needs {approvals(offer.approvals)}" if offer.approvals else ""
        then = f"it would then be {place(offer.rank)} of {offer.of:,}, and {stands}{needs}"
        yield f"{opening if not n else 'Or if'} {steps}; {then}."


def ask_first_said(asked: Sequence[AskFirst]) -> tuple[str, ...]:
    """Which unknown fact to ask about first, for a panel."""
    if not asked:
        return ("Of the facts that can be tried by themselves none could change which home is first.",)
    return tuple(_asked("Ask this first" if not n else "Then", one) for n, one in enumerate(asked))


def _asked(opening: str, one: AskFirst) -> str:
    about = f" about {name_and_id(one.name, one.home)}" if one.home else ""
    answers = "; ".join(_answer(answer) for answer in one.answers)
    return f"{opening}{about}: {one.question} To be asked: {one.ask}. {answers[:1].upper()}{answers[1:]}."


def _answer(of: AnswerTried) -> str:
    if of.first is None:
        return f"if {of.answer}, no home is left"
    stays = f"{name_and_id(of.name, of.first)} {'would be' if of.changes_first else 'stays'} first"
    return f"if {of.answer}, {stays}, and {SO_STANDS[of.standing or 'cannot_tell']}"


def nothing_fits_said(of: NothingFits) -> tuple[str, ...]:
    """Why no home fits and what would open most, for a panel."""
    return tuple(_nothing_fits(of))


def _nothing_fits(of: NothingFits) -> Iterator[str]:
    if not of.homes:
        yield "There is no home to rank."
        return
    together = (
        " all together; ways of dividing them, where there are any, are in the ranking" if of.children[1:] else ""
    )
    yield f"None of {count(of.homes, 'home')} may take {listed(of.children)}{together}."
    for n, reasons in enumerate(of.together):
        each = listed(
            f"{rule} ({count(forbids, 'home')})" for rule, forbids in zip(reasons.rules, reasons.forbids, strict=True)
        )
        one = len(reasons.rules) == 1
        yield f"{'Or' if n else 'Already'} {each} alone {'rules' if one else 'together rule'} all of them out."
    if not of.opens:
        yield "No single change that this engine knows somebody could make would open any of them."
    for n, opens in enumerate(of.opens):
        yield _opens("The single change that would open most" if not n else "Next", opens)


def _opens(opening: str, of: OpensHomes) -> str:
    homes = count(len(of.homes), "home")
    how = f"that alone would open {homes}" if of.at_once else f"at each of {homes} that alone would do"
    return f"{opening}: if {of.words} ({of.by}); {how}: {listed(of.homes, 6)}."


def how_sure_said(of: HowSure) -> tuple[str, ...]:
    """How sure it is which home is first, for a panel."""
    if of.nothing_fits is not None:
        return nothing_fits_said(of.nothing_fits)
    if of.first is None:
        return (f"No list is made for {listed(of.children)}: people decide, and the ranking says why.",)
    return tuple(_how_sure(of, name_and_id(of.name, of.first)))


def _how_sure(of: HowSure, first: str) -> Iterator[str]:
    yield f"{first} is first of {count(of.options, 'home')} that no rule forbids, and {SO_STANDS[of.standing or '']}."
    yield from (f"Before anybody decides: {owed}." for owed in of.before_deciding)
    yield from (f"Before it may be used: {owed}." for owed in of.to_settle)
    yield from ask_first_said(of.ask_first)
    yield from _weights(of)
    yield "Weights are agreed before homes are seen: nothing of this is a reason to change one."
    if of.could_be_first:
        others = listed((name_and_id(of.names.get(home), home) for home in of.could_be_first), MOST_NAMED)
        yield f"What nobody has recorded could, all of it together, put others first as well: {others}."


def _weights(of: HowSure) -> Iterator[str]:
    """Between which weights it stays first: all together, then those of which a change would matter."""
    if of.survives is not None and of.survives.only_one:
        yield "It is first because it is alone in its tier, whatever the criteria weigh."
        return
    if of.survives is not None:
        yield _survives(of.survives, of.names)
    narrow = sorted((i for i in of.stands_while if i.below or i.above), key=_room)
    if not narrow:
        yield "No weight by itself, whatever it is, would put another home first."
    yield from (_interval(one, of.names) for one in narrow[:MOST_INTERVALS])
    if len(narrow) > MOST_INTERVALS:
        yield f"So could {count(len(narrow) - MOST_INTERVALS, 'more weight')}, only further off."


def _survives(of: WeightsSurvived, names: Mapping[str, str]) -> str:
    if of.overtaken_by is None:
        return "It stays first however the weights are set against each other."
    other = name_and_id(names.get(of.overtaken_by), of.overtaken_by)
    if not of.percent:
        return f"The least change of several weights at once could put {other} first."
    return (
        f"All weights may be up to {of.percent} % larger or smaller at once, whichever way each: it stays first. "
        f"At {of.percent + 1} % {other} could be first."
    )


def _room(of: WeightInterval) -> tuple[int, str]:
    """How far a weight may move before another home is first."""
    below = of.weight - of.low if of.below else MOST_WEIGHT
    above = of.high - of.weight if of.above else MOST_WEIGHT
    return min(below, above), of.criterion


def _interval(of: WeightInterval, names: Mapping[str, str]) -> str:
    """Between which weights of a criterion it stays first, and who would be instead."""
    ends = (("below", of.low, of.below), ("above", of.high, of.above))
    said = listed(f"{side} {end} {name_and_id(names.get(home), home)}" for side, end, home in ends if home)
    asked = f"‘{QUESTIONS[of.criterion]}’ ({of.criterion})"
    return f"It is first while {asked} weighs {of.low} to {of.high}, now {of.weight}; {said} would be first."
