"""The same answers for the child or young person: short sentences, and who decides.

No word says anything of another child, of a carer, or of what anybody is afraid of; and every answer ends with who
decides and how to be heard.
"""

from collections.abc import Iterable, Iterator, Mapping

from matching.domain.ask_first import AskFirst
from matching.domain.how_sure import HowSure
from matching.domain.nothing_fits import NothingFits
from matching.domain.why_not import Behind, ChangeOffered, WhyNot
from matching.explaining.words import listed
from matching.facts.catalogue import child

PEOPLE_DECIDE = "People decide where you live, not a computer. This list has decided nothing."
WISHES = child.wishes.name
YOUR_SAY = "Tell your social worker what matters to you. An advocate can help you say it. That is free, and your right."

NO_LIST = "People are working out with you where you will live. This list is not used for that."
STILL_CHECKING = "People are still finding out if it could work."
SAFE = "That is to keep everyone safe and well."
FAMILY = "Your social worker can tell you more, when you want to hear it."
MAY_NOT = "That may not happen."

ABOUT_FAMILY = frozenset({"CA89-22C-2", "CA89-22C-7A"})
"""Rules by which a home of the family was ruled out: why is for somebody to say who knows the child."""

RULED_OUT: Mapping[str, str] = {
    "POL-VACANCY": "there is no free room there for the time you need one",
    "CPPCR-22-AGE": "the carers may look after children of another age",
    "CPPCR-22-NUMBER": "there would be too many children there",
    "CPPCR-22-KIND": "the carers may have children for another kind of stay",
    "CPPCR-22-APPROVED": "nobody can come to live there at the moment",
    "CPPCR-22-AGREEMENT": "something must be signed there first",
    "CSA-11": "the home may not take anybody new at the moment",
    "CSA-CAPACITY": "the home may not have so many people living there",
    "CHR-16-RANGE": "the home is for young people of another age",
    "POL-ACCESS": "you could not get about there as you need to",
    "POL-EMERGENCY-BED": "that room is kept for a few days only",
}
"""Why a home cannot be hers now, by the rule that says so. What protects anybody is never said in particular."""

NOT_NOW = "the rules do not allow it now"

COULD_CHANGE: Mapping[str, str] = {
    "home.vacant_beds": "there was a free room",
    "home.vacant_from": "the room was free sooner",
    "home.vacant_until": "the room was free for longer",
    "referral.start": "you stayed where you are a little longer, and moved then",
    "home.access": "the home was made right for you to get about in",
    "pair.keeps_school": "somebody made sure that you can get to your school from there",
    "home.registered_places": "the home was allowed to have more people living there",
    "home.approval_status": "the carers were fully approved",
    "home.agreement_signed": "the carers signed the paper that they must sign",
    "pair.family_outcome": "your family was asked again, and it could work",
}
"""What somebody could do about it, by the fact that would change."""

TERMS = "the carers were allowed to look after you"
FOUND_OUT = "people found out more about that home"

CLOSER: Mapping[str, str] = {
    "needs-and-skills": "more is known there about the help that you need",
    "siblings": "you would be with more of your brothers and sisters",
    "education": "it is easier to stay at your school",
    "wishes": "more of what you wish for would come true",
    "settled": "you know that home already",
    "family-time": "it is easier to see your family",
    "intended-length": "you could stay there for longer",
    "near-home": "it is nearer to where you come from",
    "school-journey": "the way to school is shorter",
    "family-journey": "the way to your family is shorter",
    "within-area": "it is in your own area",
}
"""What speaks for another home, by the criterion."""

NEARLY_ALIKE = "the two are nearly alike, and one of them has to be named first"

FIRST_GROUPS: Mapping[str, str] = {
    "parents": "it is with a parent, and that is looked at first",
    "family_and_friends": "it is with family or friends, and that is looked at first",
    "in_house": "it is with the council's own carers, and they are looked at before others",
}


def why_not_said(of: WhyNot) -> tuple[str, ...]:
    """Why a home is not first, for the child; where the child lives it is not held against others."""
    told = {"first": _is_first, "ruled_out": _ruled_out, "outranked": _outranked}
    said = told[of.standing](of) if of.standing in told else (NO_LIST,)
    return (*(_lives_here(of) if of.lives_here else said), PEOPLE_DECIDE, YOUR_SAY)


def _named(name: str | None) -> str:
    return name or "This home"


def _lives_here(of: WhyNot) -> Iterator[str]:
    yield f"You live here now. This list does not say that you have to leave {of.name or 'this home'}."
    yield "If anybody thinks about that, they must talk with you first."


def _is_first(of: WhyNot) -> Iterator[str]:
    yield f"{_named(of.name)} is the first on the list so far. {STILL_CHECKING}"


def _ruled_out(of: WhyNot) -> Iterator[str]:
    rules = {finding.rule for finding in of.ruled_out_by}
    if rules & ABOUT_FAMILY:
        yield f"{_named(of.name)} cannot be your home now. {FAMILY}"
        return
    reasons = listed(dict.fromkeys(RULED_OUT.get(finding.rule, NOT_NOW) for finding in of.ruled_out_by))
    yield f"{_named(of.name)} cannot be your home now, because {reasons}."
    if any(kept.protects for kept in of.not_to_change):
        yield SAFE
    if of.lawful_if:
        yield f"It could be thought about again if {_steps(of.lawful_if)}. {MAY_NOT}"


def _outranked(of: WhyNot) -> Iterator[str]:
    yield f"{_named(of.name)} is on the list of homes that people think about for you. {STILL_CHECKING}"
    for ahead in of.behind[-1:]:
        yield f"Another home is looked at before it, because {_because(ahead)}."
    if offers := of.first_of_all_if or of.first_in_tier_if:
        yield f"It would come further up if {_steps(offers)}. {MAY_NOT}"


def _because(ahead: Behind) -> str:
    """What puts the other home first: its group, else what speaks for it most."""
    if ahead.decided_by == "tier":
        return FIRST_GROUPS.get(ahead.tier, NEARLY_ALIKE)
    speaks = [CLOSER[gap.criterion] for gap in ahead.gaps if gap.by > 0 and gap.criterion in CLOSER][:2]
    return listed(speaks) or NEARLY_ALIKE


def _steps(offers: Iterable[ChangeOffered]) -> str:
    """What somebody could do, each way once."""
    ways = dict.fromkeys(listed(dict.fromkeys(_step(s.fact, s.found_out) for s in offer.steps)) for offer in offers)
    return ", or if ".join(ways)


def _step(fact: str, found_out: bool) -> str:
    return FOUND_OUT if found_out else COULD_CHANGE.get(fact, TERMS)


def ask_first_said(asked: Iterable[AskFirst]) -> tuple[str, ...]:
    """What nobody knows yet that could change the list, for the child."""
    known = list(asked)
    if any(one.fact == WISHES for one in known):
        return ("Nobody has written down yet what you want. What you say could change the list.",)
    if any(one.home is None for one in known):
        return ("Your social worker has some things to check first. That could change the list.",)
    return ("We do not know everything about the homes yet. What we find out could change the list.",) if known else ()


def nothing_fits_said(of: NothingFits) -> tuple[str, ...]:
    """That no home fits yet, for the child; of brothers and sisters only that people are working on it."""
    none = "We have not found a home that can be yours yet. That is not because of you. "
    return (
        f"{'' if of.children[1:] else none}People are working on it.",
        PEOPLE_DECIDE,
        YOUR_SAY,
    )


def how_sure_said(of: HowSure) -> tuple[str, ...]:
    """How sure it is which home is first, for the child: no home is named that nobody has spoken of to her or him."""
    if of.nothing_fits is not None:
        return nothing_fits_said(of.nothing_fits)
    said = (NO_LIST,) if of.first is None else _how_sure(of)
    return (*said, PEOPLE_DECIDE, YOUR_SAY)


def _how_sure(of: HowSure) -> tuple[str, ...]:
    if of.options == 1:
        found = "One home has been found so far, and people are still checking if it could work."
    else:
        found = f"So far {of.options} homes have been found, and people are still checking which could work."
    return (found, *ask_first_said(of.ask_first))
