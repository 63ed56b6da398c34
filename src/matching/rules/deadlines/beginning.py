"""What is due as a placement begins: the plan, the meeting, notices, education."""

from collections.abc import Iterator
from datetime import timedelta

from matching.facts.catalogue import child as facts_of_child
from matching.facts.catalogue import pair
from matching.facts.working_days import working_days_after
from matching.rules.citation import SI_2010_959, Confidence, local_policy
from matching.rules.deadlines.deadline import Due, Placement, deadline

PLANNING_MEETING = timedelta(hours=72)


@deadline(
    "CPPCR-9",
    title="Placement plan",
    cites=SI_2010_959("reg 9", "regulation/9"),
    confidence=Confidence.PRIMARY,
)
def placement_plan(of: Placement) -> Iterator[Due]:
    """The placement plan is made before the start; with a reason, within five working days of it."""
    if of.begins:
        start = of.referral.start
        yield Due("the placement plan is made, with the child's wishes heard", start, working_days_after(start, 5))


@deadline(
    "POL-PLANNING-MEETING",
    title="Placement planning meeting",
    cites=local_policy("strategy 2021 to 2024: planning meetings within 72 hours"),
    confidence=Confidence.LOCAL,
)
def planning_meeting(of: Placement) -> Iterator[Due]:
    """The council holds a placement planning meeting within 72 hours of the start."""
    if of.begins:
        yield Due("the placement planning meeting, within 72 hours", of.referral.start + PLANNING_MEETING)


@deadline(
    "CPPCR-13",
    title="Notification",
    cites=SI_2010_959("reg 13", "regulation/13"),
    confidence=Confidence.PRIMARY,
)
def notice(of: Placement) -> Iterator[Due]:
    """Those listed, and the authority of another area, are notified before the start or five working days after."""
    if not of.begins:
        return
    start = of.referral.start
    later = working_days_after(start, 5) if of.referral.emergency else None
    yield Due("those whom regulation 13 lists are notified in writing", start, later)
    if of.elsewhere:
        what = "the authority that the home is in has the notice, the needs assessment, the reasons and the care plan"
        yield Due(what, start, later)


@deadline(
    "CPPCR-11-3",
    title="What an emergency outside the area puts off",
    cites=SI_2010_959("reg 11(3)", "regulation/11"),
    confidence=Confidence.MEMORY,
)
def conditions_in_an_emergency(of: Placement) -> Iterator[Due]:
    """In an emergency outside the area relatives and the officer may be consulted up to five working days later."""
    asked = any(rule.startswith("CPPCR-11") for rule in of.stops)
    if asked and of.referral.emergency and of.begins:
        by = working_days_after(of.referral.start, 5)
        yield Due(
            "what regulation 11(2) asks and an emergency put off: relatives and the reviewing officer consulted", by
        )


@deadline(
    "CPPCR-10-4",
    title="Education to be arranged",
    cites=SI_2010_959("reg 10(3) and (4)", "regulation/10"),
    confidence=Confidence.PRIMARY,
)
def education(of: Placement) -> Iterator[Due]:
    """Where education is disrupted other arrangements are made; in an emergency as soon as can be."""
    if (
        not of.begins
        or of.facts[pair.school_kept.name] is True
        or of.facts[facts_of_child.registered_pupil.name] is False
    ):
        return
    what = "education that meets the child's needs and fits the personal education plan is arranged"
    yield Due(what, None if of.referral.emergency else of.referral.start)


@deadline(
    "POL-OFFER-ENDS",
    title="End of an offer",
    cites=local_policy("commissioning: an offer names the day until which it is valid"),
    confidence=Confidence.LOCAL,
)
def offer(of: Placement) -> Iterator[Due]:
    """An offer for this referral is taken up while it is valid."""
    offer = of.home.offer
    if offer and offer.referral == of.referral.id and offer.valid_until and of.begins:
        yield Due("the offer is taken up, or it lapses", offer.valid_until)
