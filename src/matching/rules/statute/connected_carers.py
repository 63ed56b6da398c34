"""Care Planning Regulations 2010, regulations 24, 25 and 25A: carers who foster before they are fully approved."""

from datetime import date

from matching.domain.codes import ApprovalStatus, Approver, HomeKind
from matching.facts.catalogue import child, home, pair, referral
from matching.facts.value import Condition
from matching.rules.citation import SI_2010_959, Confidence
from matching.rules.reach import judged_by_regulation_24
from matching.rules.rule import PAIRING, Table, cannot_tell, decide, does_not_apply, met, needs, prohibited, rule

IN_FORCE = date(2011, 4, 1)
temporary: Condition = (home.kind == HomeKind.CONNECTED_FOSTER) & (home.approval_status == ApprovalStatus.TEMPORARY)
assessed: Condition = (
    (home.suitability_assessed_on <= referral.asked_on)
    & (home.adults_checked_on <= referral.asked_on)
    & (home.full_assessment_started_on <= referral.asked_on)
)
extension_is_in_order: Condition = (home.panel_view_on <= referral.asked_on) & (
    home.officer_informed_on <= referral.asked_on
)
lapsed: Condition = referral.start > home.temporary_last


@rule(
    "CPPCR-24",
    title="Connected carers not yet approved",
    about=PAIRING,
    cites=SI_2010_959("reg 24", "regulation/24"),
    confidence=Confidence.SECONDARY,
    from_day=IN_FORCE,
)
def connected_carers_not_yet_approved() -> Table:
    """Connected carers not yet approved may care for up to sixteen weeks, once assessed and temporarily approved."""
    until = "temporarily approved until {home.temporary_last}"
    return decide(
        does_not_apply("not connected carers whose approval is awaited", when=~judged_by_regulation_24),
        prohibited("not approved, and not connected to this child", when=~pair.connected),
        prohibited(
            "their temporary approval starts only later", when=temporary & (home.temporary_from > referral.start)
        ),
        met(until, when=temporary & ~lapsed),
        does_not_apply(f"{until}, and extended: regulation 25 judges that", when=temporary & home.extended),
        does_not_apply(
            f"{until}, and a review is pending: regulation 25 judges that", when=temporary & home.review_pending
        ),
        prohibited("their temporary approval ended on {home.temporary_last}", when=temporary),
        cannot_tell(
            "first their suitability is to be assessed, every adult there checked, and the full assessment started",
            when=~assessed,
            asks=(home.suitability_assessed_on, home.adults_checked_on, home.full_assessment_started_on),
        ),
        otherwise=needs(
            Approver.NOMINATED_OFFICER,
            "temporary approval, which would end on {referral.temporary_stop} unless they are approved in full",
            by=referral.start,
        ),
    )


@rule(
    "CPPCR-25",
    title="A temporary approval is extended once, or followed by full approval",
    about=PAIRING,
    cites=SI_2010_959("reg 25", "regulation/25"),
    confidence=Confidence.PRIMARY,
    from_day=IN_FORCE,
)
def extension_of_temporary_approval() -> Table:
    """A temporary approval is extended once, by eight weeks or until a review is decided; then the placement ends."""
    return decide(
        does_not_apply("not temporarily approved connected carers", when=~temporary),
        met("the stay ends within the temporary approval", when=child.expected_end <= home.temporary_last),
        cannot_tell(
            "extended, and first the fostering panel's view is to be sought and the reviewing officer informed",
            when=home.extended & ~extension_is_in_order,
            asks=(home.panel_view_on, home.officer_informed_on),
        ),
        met("extended until the outcome of the review is known", when=home.extended & home.review_pending),
        met("extended until {home.extended_last}", when=home.extended & (child.expected_end <= home.extended_last)),
        prohibited(
            "the extension ended on {home.extended_last}", when=home.extended & (referral.start > home.extended_last)
        ),
        needs(
            Approver.AGENCY_DECISION_MAKER,
            "extended until {home.extended_last}: for the rest of the stay the carers are to be approved in full",
            when=home.extended,
            by=home.extended_last,
        ),
        prohibited("the temporary approval ended on {home.temporary_last}", when=lapsed & ~home.review_pending),
        otherwise=needs(
            Approver.NOMINATED_OFFICER,
            "the stay outlasts the temporary approval: to be extended once, or followed by full approval",
            by=home.temporary_last,
        ),
    )


@rule(
    "CPPCR-25A",
    title="Fostering for adoption",
    about=PAIRING,
    cites=SI_2010_959("reg 25A", "regulation/25A"),
    confidence=Confidence.PRIMARY,
    from_day=date(2013, 7, 1),
)
def fostering_for_adoption() -> Table:
    """An approved prospective adopter may be temporarily approved to foster one named child."""
    awaited: Condition = home.approval_status == ApprovalStatus.TEMPORARY
    return decide(
        does_not_apply("not fostering for adoption", when=home.kind != HomeKind.FOSTER_FOR_ADOPTION),
        met("the carers' approval is active", when=home.approval_status == ApprovalStatus.ACTIVE),
        does_not_apply(
            "the carers' approval is {home.approval_status}: regulation 22 judges that",
            when=home.approval_status.one_of(ApprovalStatus.ON_HOLD, ApprovalStatus.ENDED),
        ),
        prohibited("not approved as adopters", when=home.adopter_approved_on > referral.asked_on),
        prohibited(
            "temporarily approved for other children", when=awaited & home.terms_name_children & ~pair.named_in_terms
        ),
        met(
            "temporarily approved to foster this child",
            when=awaited & pair.named_in_terms & (referral.start <= home.temporary_until),
        ),
        otherwise=needs(
            Approver.NOMINATED_OFFICER, "temporary approval of the adopters to foster this child", by=referral.start
        ),
    )
