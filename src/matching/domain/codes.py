"""The field's code lists: what a fact with a closed list of values may say."""

from enum import IntEnum, StrEnum, unique
from types import MappingProxyType


@unique
class Sex(StrEnum):
    """Sex as the statutory return records it."""

    M = "M"
    F = "F"
    U = "U"


@unique
class SexTaken(StrEnum):
    """Which children a home takes, by sex."""

    ANY = "any"
    M = "M"
    F = "F"


@unique
class LegalStatus(StrEnum):
    """Why the authority looks after the child (SSDA903 LS)."""

    C1 = "C1"
    C2 = "C2"
    D1 = "D1"
    E1 = "E1"
    J1 = "J1"
    J2 = "J2"
    J3 = "J3"
    L1 = "L1"
    L2 = "L2"
    L3 = "L3"
    V2 = "V2"
    V3 = "V3"
    V4 = "V4"


@unique
class Ethnicity(StrEnum):
    """Ethnic origin (SSDA903 ETHNIC)."""

    WBRI = "WBRI"
    WIRI = "WIRI"
    WOTH = "WOTH"
    WIRT = "WIRT"
    WROM = "WROM"
    MWBC = "MWBC"
    MWBA = "MWBA"
    MWAS = "MWAS"
    MOTH = "MOTH"
    AIND = "AIND"
    APKN = "APKN"
    ABAN = "ABAN"
    AOTH = "AOTH"
    CHNE = "CHNE"
    BCRB = "BCRB"
    BAFR = "BAFR"
    BOTH = "BOTH"
    OOTH = "OOTH"
    REFU = "REFU"
    NOBT = "NOBT"


@unique
class CarePlan(StrEnum):
    """What is planned for the child to grow up in (SSD care-plan codes); several may run at once."""

    REMAINSUP = "REMAINSUP"
    RETURN1M = "RETURN1M"
    RETURN6M = "RETURN6M"
    RETURNEV = "RETURNEV"
    LTRELFR = "LTRELFR"
    LTFOST18 = "LTFOST18"
    RESPLMT = "RESPLMT"
    SUPPLIV = "SUPPLIV"
    ADOPTION = "ADOPTION"
    OTHERPLN = "OTHERPLN"


@unique
class NeedDomain(StrEnum):
    """The twelve domains in which a child's needs, and a home's skills, are graded 0 (none) to 4 (very high)."""

    PHYSICAL_HEALTH = "physical_health"
    DEVELOPMENT_DISABILITY = "development_disability"
    MENTAL_EMOTIONAL_HEALTH = "mental_emotional_health"
    BEHAVIOUR_REGULATION = "behaviour_regulation"
    ATTACHMENT_RELATIONSHIPS = "attachment_relationships"
    FAMILY_TIME_IDENTITY = "family_time_identity"
    EDUCATION_LEARNING = "education_learning"
    SOCIAL_PEERS_LEISURE = "social_peers_leisure"
    SAFETY_EXPLOITATION = "safety_exploitation"
    SELF_CARE_INDEPENDENCE = "self_care_independence"
    CULTURAL_RELIGIOUS_IDENTITY = "cultural_religious_identity"
    STABILITY_TRANSITION = "stability_transition"


@unique
class RiskKind(StrEnum):
    """A risk that is recorded of a child, that a child is vulnerable to, or that a home does not take."""

    MISSING = "missing"
    CHILD_SEXUAL_EXPLOITATION = "child_sexual_exploitation"
    CRIMINAL_EXPLOITATION = "criminal_exploitation"
    RADICALISATION = "radicalisation"
    SELF_HARM = "self_harm"
    SUICIDE = "suicide"
    HARMFUL_SEXUAL_BEHAVIOUR = "harmful_sexual_behaviour"
    VIOLENCE = "violence"
    VIOLENCE_TO_CARERS = "violence_to_carers"
    VIOLENCE_TO_CHILDREN = "violence_to_children"
    VIOLENCE_TO_ANIMALS = "violence_to_animals"
    FIRE_SETTING = "fire_setting"
    DAMAGE = "damage"
    THEFT = "theft"
    SUBSTANCE = "substance"
    ONLINE = "online"
    ALLEGATIONS = "allegations"
    BULLYING = "bullying"
    NAMED_PERSONS = "named_persons"

    @classmethod
    def _missing_(cls, value: object) -> "RiskKind | None":
        said = SAME_RISK.get(value) if isinstance(value, str) else None
        return None if said is None else cls(said)


SAME_RISK = MappingProxyType(
    {
        "absconding": "missing",
        "sexual_exploitation": "child_sexual_exploitation",
        "cse": "child_sexual_exploitation",
        "county_lines": "criminal_exploitation",
        "child_criminal_exploitation": "criminal_exploitation",
        "cce": "criminal_exploitation",
        "hsb": "harmful_sexual_behaviour",
        "fire": "fire_setting",
        "substance_use": "substance",
        "substance_misuse": "substance",
    }
)
"""Other words in use for the same risk, read as the one that this project says."""

VIOLENCE = frozenset(
    {RiskKind.VIOLENCE, RiskKind.VIOLENCE_TO_CARERS, RiskKind.VIOLENCE_TO_CHILDREN, RiskKind.VIOLENCE_TO_ANIMALS}
)


@unique
class RiskLevel(StrEnum):
    """Whether a risk is there now, was there once, or is known not to be."""

    NONE = "none"
    HISTORY = "history"
    CURRENT = "current"


@unique
class RiskTo(StrEnum):
    """Who may come to harm."""

    SELF = "self"
    CARERS = "carers"
    CHILDREN = "children"
    OTHERS = "others"


@unique
class Assessment(StrEnum):
    """What was assessed about living with a brother or sister."""

    TOGETHER = "together"
    APART = "apart"
    NOT_ASSESSED = "not_assessed"


@unique
class FamilyOutcome(StrEnum):
    """What came of asking whether the child could live with one of the family."""

    PROPOSED = "proposed"
    RULED_OUT_WELFARE = "ruled_out_welfare"
    NOT_PRACTICABLE = "not_practicable"
    DECLINED = "declined"


@unique
class ReferralKind(StrEnum):
    """The kind of stay that is asked for, or that a carer is approved for."""

    SHORT_TERM = "short_term"
    LONG_TERM = "long_term"
    EMERGENCY = "emergency"
    BRIDGING = "bridging"
    RESPITE = "respite"
    PARENT_AND_CHILD = "parent_and_child"
    REMAND = "remand"
    STEP_DOWN = "step_down"


@unique
class Urgency(StrEnum):
    """How soon a home is needed."""

    SAME_DAY = "same_day"
    WITHIN_72_HOURS = "within_72_hours"
    PLANNED = "planned"


@unique
class EmergencyBecause(StrEnum):
    """What makes a referral an emergency."""

    IMMEDIATE_RISK = "immediate_risk"
    PROTECT_OTHERS = "protect_others"
    NO_HOME_TONIGHT = "no_home_tonight"
    OTHER = "other"


@unique
class HomeKind(StrEnum):
    """What a home is in law."""

    PARENT = "parent"
    CONNECTED_FOSTER = "connected_foster"
    FOSTER = "foster"
    FOSTER_FOR_ADOPTION = "foster_for_adoption"
    CHILDRENS_HOME = "childrens_home"
    SUPPORTED_ACCOMMODATION = "supported_accommodation"
    RESIDENTIAL_SCHOOL = "residential_school"
    FAMILY_CENTRE = "family_centre"
    OTHER_ARRANGEMENTS = "other_arrangements"
    SECURE = "secure"


FOSTERING = frozenset({HomeKind.CONNECTED_FOSTER, HomeKind.FOSTER, HomeKind.FOSTER_FOR_ADOPTION})
"""The kinds of home that carry an approval."""

REGISTERED = frozenset(
    {
        HomeKind.CHILDRENS_HOME,
        HomeKind.SUPPORTED_ACCOMMODATION,
        HomeKind.RESIDENTIAL_SCHOOL,
        HomeKind.FAMILY_CENTRE,
        HomeKind.SECURE,
    }
)
"""The kinds of home that carry a registration."""


@unique
class RunBy(StrEnum):
    """Who runs a home."""

    OWN = "own"
    OTHER_AUTHORITY = "other_authority"
    AGENCY = "agency"
    PRIVATE = "private"
    VOLUNTARY = "voluntary"
    PERSON = "person"


@unique
class ApprovalStatus(StrEnum):
    """Where a carer's approval stands."""

    ACTIVE = "active"
    TEMPORARY = "temporary"
    ON_HOLD = "on_hold"
    ENDED = "ended"
    NONE = "none"


@unique
class RegistrationStatus(StrEnum):
    """Where a home's registration stands."""

    REGISTERED = "registered"
    NOT_REGISTERED = "not_registered"
    SUSPENDED = "suspended"
    CANCELLED = "cancelled"


@unique
class Setting(StrEnum):
    """What kind of place an 'other arrangement' is; regulations 27A and 27C each list some of them."""

    CARE_HOME = "care_home"
    HOSPITAL = "hospital"
    FAMILY_CENTRE = "family_centre"
    SCHOOL = "school"
    HOLIDAY_SCHEME = "holiday_scheme"
    FE_INSTITUTION = "fe_institution"
    ACADEMY_16_19 = "academy_16_19"
    NONE = "none"


@unique
class Relation(StrEnum):
    """How somebody who lives in a home belongs to it."""

    LOOKED_AFTER = "looked_after"
    PRIVATELY_FOSTERED = "privately_fostered"
    OWN_CHILD = "own_child"
    ADULT = "adult"
    RESIDENT = "resident"


@unique
class ImpactOutcome(StrEnum):
    """What a home decided after weighing a child's arrival against those who live there."""

    ACCEPT = "accept"
    ACCEPT_WITH_CONDITIONS = "accept_with_conditions"
    REJECT = "reject"


@unique
class CostBasis(StrEnum):
    """How a price was agreed."""

    ALLOWANCE = "allowance"
    FRAMEWORK = "framework"
    SPOT = "spot"
    BLOCK = "block"


@unique
class Tier(StrEnum):
    """The panel's order of kinds of home, first to last."""

    PARENTS = "parents"
    FAMILY_AND_FRIENDS = "family_and_friends"
    IN_HOUSE = "in_house"
    INDEPENDENT_OR_RESIDENTIAL = "independent_or_residential"


@unique
class Approver(StrEnum):
    """Who may give an approval that a rule asks for."""

    NOMINATED_OFFICER = "nominated_officer"
    DIRECTOR = "director"
    ALL_WITH_PR = "all_with_pr"
    REGISTERED_MANAGER = "registered_manager"
    FOSTERING_SERVICE = "fostering_service"
    AGENCY_DECISION_MAKER = "agency_decision_maker"
    AUTHORITY_OF_RESIDENCE = "authority_of_residence"
    OTHER_PLACING_AUTHORITY = "other_placing_authority"
    COURT = "court"
    RESOURCE_PANEL = "resource_panel"
    FINANCE = "finance"


@unique
class Outcome(IntEnum):
    """What a rule found, worst first: the standing of an option is the least of its outcomes."""

    PROHIBITED = 0
    CANNOT_TELL = 1
    NEEDS_APPROVAL = 2
    MET = 3

    @property
    def word(self) -> str:
        """The word for it in files and answers, such as `needs_approval`."""
        return self.name.lower()


PARTED = "parted"
"""The group, after all tiers, of options that part brothers and sisters who should be together."""


@unique
class AimId(StrEnum):
    """What a plan for a panel aims at; the policy says in which order."""

    HOME_SAME_DAY = "home_same_day"
    HOME_WITHIN_72_HOURS = "home_within_72_hours"
    HOME = "home"
    HOME_IF_SETTLED = "home_if_settled"
    SIBLINGS_TOGETHER = "siblings_together"
    SIBLING_PAIRS = "sibling_pairs"
    WHOLE_STAY = "whole_stay"
    FAMILY_AND_FRIENDS = "family_and_friends"
    STAYS = "stays"
    IN_HOUSE = "in_house"
    SUITABILITY = "suitability"
    APPROVALS = "approvals"


HOME_AIMS = frozenset({AimId.HOME_SAME_DAY, AimId.HOME_WITHIN_72_HOURS, AimId.HOME, AimId.HOME_IF_SETTLED})
"""The aims that each child has a home: before every other, in any policy."""
