"""The same answers for the child or young person: short sentences, and who decides.

No word says anything of another child, of a carer, or of what anybody is afraid of; and every answer ends with who
decides and how to be heard.
"""

from collections.abc import Iterable, Iterator, Mapping

from matching.domain.ask_first import AskFirst
from matching.domain.how_sure import HowSure
from matching.domain.nothing_fits import NothingFits
from matching.domain.why_not import Behind, ChangeOffered, WhyNot
from matching.explaining.words import count, listed

PEOPLE_DECIDE = "People decide where you live, not a computer. This list has decided nothing."
YOUR_SAY = "Tell your social worker what matters to you. An advocate can help you say it. That is free, and your right."

CLOSE = 10
"""Where all weights together may move no further than this many percent, the first home is first by little."""

NO_LIST = "There is no list of homes for you. People who know you think about it together."

RULED_OUT: Mapping[str, str] = {
    "POL-VACANCY": "there is no free room there for the time you need one",
    "CPPCR-22-AGE": "the carers may look after children of another age",
    "CPPCR-22-NUMBER": "the carers may look after fewer children than there would be",
    "CPPCR-22-SEX": "the carers may look after other children than you",
    "CPPCR-22-KIND": "the carers may have children for another kind of stay",
    "CPPCR-22-NAMED": "the carers may look after other children than you",
    "CPPCR-22-APPROVED": "the carers may not look after children at the moment",
    "CPPCR-22-AGREEMENT": "there is a paper that the carers must sign first",
    "CPPCR-24": "the carers are not checked and approved yet",
    "CPPCR-25": "the carers are not checked and approved for long enough",
    "CSA-11": "the home may not take anybody new at the moment",
    "CSA-CAPACITY": "the home may not have so many people living there",
    "CHR-16-RANGE": "the home is for young people of another age, or for others than you",
    "POL-ACCESS": "you could not get about there as you need to",
    "POL-EMERGENCY-BED": "that room is kept for a few days only",
}
"""Why a home cannot be hers now, by the rule that says so. What protects anybody is never said in particular."""

NOT_NOW = "the law, or a rule that keeps children safe, does not allow it now"

COULD_CHANGE: Mapping[str, str] = {
    "home.vacant_beds": "there was a free room",
    "home.vacant_from": "the room was free sooner",
    "home.vacant_until": "the room was free for longer",
    "referral.start": "you moved a little later",
    "referral.expected_end": "you stayed there for a shorter time",
    "home.access": "the home was made right for you to get about in",
    "pair.keeps_school": "somebody made sure that you can get to your school from there",
    "home.support_kinds": "the carers got more help",
    "home.registered_places": "the home was allowed to have more people living there",
    "home.approval_status": "the carers were fully approved",
    "home.agreement_signed": "the carers signed the paper that they must sign",
    "pair.family_outcome": "your family was asked again, and it could work",
}
"""What somebody could do about it, by the fact that would change."""

TERMS = "the carers were allowed to look after you too"
FOUND_OUT = "we found out more about what that home can do"

CLOSER: Mapping[str, str] = {
    "needs-and-skills": "the carers there know more about the help that you need",
    "siblings": "you would be with more of your brothers and sisters",
    "education": "it is easier to stay at your school",
    "household": "it may be easier to get on with who lives there",
    "wishes": "more of what you wish for would come true",
    "settled": "you know that home already",
    "family-time": "it is easier to see your family",
    "intended-length": "you could stay there for longer",
    "carers-experience": "the carers have looked after children for longer",
    "carers-support": "the carers have more help",
    "near-home": "it is nearer to where you come from",
    "school-journey": "the way to school is shorter",
    "family-journey": "the way to your family is shorter",
    "within-area": "it is in your own area",
}
"""What speaks for another home, by the criterion."""

FIRST_GROUPS: Mapping[str, str] = {
    "parents": "it is with a parent, and that is looked at first",
    "family_and_friends": "it is with family or friends, and that is looked at first",
    "in_house": "it is with the council's own carers, and they are looked at before others",
}


def why_not_said(of: WhyNot) -> tuple[str, ...]:
    """Why a home is not first, for the child."""
    told = {"first": _is_first, "ruled_out": _ruled_out, "outranked": _outranked}
    said = told[of.standing](of) if of.standing in told else (NO_LIST,)
    return (*said, PEOPLE_DECIDE, YOUR_SAY)


def _named(name: str | None) -> str:
    return name or "This home"


def _is_first(of: WhyNot) -> Iterator[str]:
    yield f"{_named(of.name)} is the first on the list of homes that could be right for you."


def _ruled_out(of: WhyNot) -> Iterator[str]:
    reasons = listed(dict.fromkeys(RULED_OUT.get(finding.rule, NOT_NOW) for finding in of.ruled_out_by))
    yield f"{_named(of.name)} cannot be your home now, because {reasons}."
    if any(kept.protects for kept in of.not_to_change):
        yield "Nobody should change that: it is there to keep you and others safe and well."
    if of.lawful_if:
        yield f"That could change if {_steps(of.lawful_if)}. It would not be sure even then."


def _outranked(of: WhyNot) -> Iterator[str]:
    yield f"{_named(of.name)} could be a home for you. Another home is before it on the list."
    for ahead in of.behind[-1:]:
        yield f"{ahead.name or 'That home'} is the first, because {_because(ahead)}."
    if offers := of.first_of_all_if or of.first_in_tier_if:
        yield f"{_named(of.name)} would come further up if {_steps(offers)}."


def _because(ahead: Behind) -> str:
    """What puts the other home first: its group, else what speaks for it most."""
    if ahead.decided_by == "tier":
        return FIRST_GROUPS.get(ahead.tier, NOT_NOW)
    speaks = [CLOSER[gap.criterion] for gap in ahead.gaps if gap.by > 0 and gap.criterion in CLOSER][:2]
    return listed(speaks) or "the two are nearly alike, and one of them has to be named first"


def _steps(offers: Iterable[ChangeOffered]) -> str:
    """What somebody could do, each way once."""
    ways = dict.fromkeys(listed(dict.fromkeys(_step(s.fact, s.found_out) for s in offer.steps)) for offer in offers)
    return ", or if ".join(ways)


def _step(fact: str, found_out: bool) -> str:
    return FOUND_OUT if found_out else COULD_CHANGE.get(fact, TERMS)


def ask_first_said(asked: Iterable[AskFirst]) -> tuple[str, ...]:
    """What nobody knows yet that could change the list, for the child."""
    about_her = any(one.home is None for one in asked)
    if about_her:
        return ("There is something about you that we have not asked yet. What you say could change the list.",)
    return ("We do not know everything about the homes yet. What we find out could change the list.",) if asked else ()


def nothing_fits_said(of: NothingFits) -> tuple[str, ...]:
    """That no home fits yet, for the child."""
    open_to_change = (
        f" {count(len(of.opens), 'thing')} could change that, and people are told which." if of.opens else ""
    )
    return (
        f"We have not found a home that can be yours yet. That is not because of you.{open_to_change}",
        PEOPLE_DECIDE,
        YOUR_SAY,
    )


def how_sure_said(of: HowSure) -> tuple[str, ...]:
    """How sure it is which home is first, for the child."""
    if of.nothing_fits is not None:
        return nothing_fits_said(of.nothing_fits)
    said = (NO_LIST,) if of.first is None else _how_sure(of)
    return (*said, PEOPLE_DECIDE, YOUR_SAY)


def _how_sure(of: HowSure) -> tuple[str, ...]:
    first = f"{_named(of.name)} is the first on the list of homes that could be right for you."
    close = (of.survives is not None and of.survives.percent < CLOSE) or bool(of.ask_first)
    sure = "It is close: another home could be first as easily." if close else "It is first by a clear step."
    return (first, sure, *ask_first_said(of.ask_first))
