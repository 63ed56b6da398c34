"""Records of children, referrals and homes, field by field: what each is tried with, or what leaving it out means."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any, get_args

from pydantic import BaseModel

from matching.domain.child import Child
from matching.domain.home import Home
from matching.domain.referral import Referral
from tests.builders import NOBODY, ordinary
from tests.rules.judging import TODAY
from tests.rules.people import MINE, OTHER, SERVICE

Tables = dict[str, Any]
Records = tuple[Tables, Tables, Tables]
A_DAY = timedelta(days=1)
TOMORROW = TODAY + A_DAY
START, END = date(2026, 12, 1), date(2027, 6, 1)
GIRL = {"born": date(2014, 6, 1), "sex": "F", "relation": "looked_after", "placed_by": OTHER} | NOBODY
THREE = [{"id": f"x{n}"} | GIRL for n in (1, 2, 3)]
SISTERS = [{"id": i} | GIRL | {"sibling_of": ["x1", "x2", "x3", "amy"]} for i in ("x1", "x2", "x3")]
TOLD_BY_TWO = [
    {"id": "x1"} | GIRL | {"sibling_of": ["x2", "x3", "amy"]},
    {"id": "x2"} | GIRL | {"sibling_of": ["x1", "x3", "amy"]},
    {"id": "x3"} | GIRL | {"sibling_of": None},
]
HERSELF = [{"id": "amy"} | GIRL]
AN_ADULT = {"id": "y1"} | GIRL | {"relation": "adult", "placed_by": None}
ACCEPTED = {"child": "amy", "outcome": "accept", "on": TODAY}
CHECKED = {"child": "amy", "suitable_on": TODAY, "visited_on": TODAY, "iro_informed_on": TODAY}
READY = {"sch3_on": TODAY, "plan_on": TODAY, "iro_consulted_on": TODAY}
ASSESSED = {"assessed_on": TODAY, "adults_checked_on": TODAY, "full_assessment_started_on": TODAY}
FIRE = {"kind": "fire_setting", "level": "current"}
AGREED = {"consent_by": "mother", "on": TODAY, "objection": False}
KEEP = {"childrens_home", "supported_accommodation", "residential_school", "family_centre", "secure"}
FOSTERING = {"foster", "connected_foster", "foster_for_adoption"}


def home(kind: str, **changes: Any) -> Tables:
    """The record of an ordinary home of a kind, with the papers that its kind has; None takes a field out."""
    record = {"id": "oak"} | ordinary("home") | {"kind": kind}
    for papers, kinds in (("approval", FOSTERING), ("registration", KEEP)):
        if kind not in kinds:
            del record[papers]
    return {key: value for key, value in (record | changes).items() if value is not None}


def carers(kind: str = "foster", papers: Tables | None = None, **changes: Any) -> Tables:
    """The record of carers, with what is said of their approval."""
    return home(kind, approval=ordinary("home")["approval"] | (papers or {}), **changes)


def agency(**changes: Any) -> Tables:
    """The record of an agency's foster home in another authority, with a child of that authority in it."""
    there = {"run_by": "agency", "postcode": "MK9 3XL", "household": THREE[:1]}
    return carers("foster", {"approved_by": SERVICE}, **(there | changes))


def registered(kind: str = "childrens_home", papers: Tables | None = None, **changes: Any) -> Tables:
    """The record of a registered home, with what is said of its registration."""
    return home(kind, registration=ordinary("home")["registration"] | (papers or {}), **changes)


AMY = {key: value for key, value in ({"id": "amy"} | ordinary("child")).items() if key != "family_explored"}
KEPT_APART = AMY | {
    "access_needs": ["step_free"],
    "court_orders": [{"kind": "no_contact", "against": "x8", "until": date(2026, 12, 15)}],
    "keep_away_from": [{"postcode": "HP20 1UA", "miles": 3.0}],
    "siblings": [{"child": "x1", "assessment": "together"}],
}
A_SISTER = AMY | {"siblings": [{"child": i, "assessment": "together"} for i in ("x3", "x1", "x2")]}
A_BROTHER = AMY | {"siblings": [{"child": "x9", "assessment": "apart"}]}
AN_ORDER = AMY | {"court_orders": [{"kind": "no_contact", "against": "x1"}]}
SIXTEEN = AMY | {"born": date(2010, 6, 1), "age_disputed": False}
YEAR_10 = AMY | {"born": date(2011, 11, 1), "school": AMY["school"] | {"year_group": 10, "postcode": "MK18 1AA"}}
WITH_FAMILY = YEAR_10 | {"family_explored": [{"relation": "aunt", "outcome": "declined", "home": "elm"}]}
WITH_AN_AUNT = AMY | {"family_explored": [{"relation": "aunt", "outcome": "proposed", "home": "oak"}]}
WITH_A_MOTHER = AMY | {"family_explored": [{"relation": "aunt", "outcome": "declined"}]}
AT_RISK = AMY | {"risks": [FIRE], "reviewed_on": False}
BY_AGREEMENT = AMY | {"legal_status": "V2", "s20": AGREED}
LIVES_THERE = AMY | {"current_home": "oak", "current_since": date(2026, 11, 10)}
PLANNED = {"id": "r1", "children": ["amy"]} | ordinary("referral")
TONIGHT = PLANNED | {"emergency": True, "kind": "emergency", "emergency_because": "immediate_risk"}
FOR_GIRLS = {"terms": ordinary("home")["approval"]["terms"] | {"sex": "F"}}
FOR_WEEKS = {"status": "temporary", "temporary_from": TODAY, "temporary_until": END, "review_pending": False}
OVER = FOR_WEEKS | {"temporary_from": date(2026, 7, 1), "temporary_until": date(2026, 10, 1)}
LONGER = FOR_WEEKS | {"extended_until": END, "panel_view_on": TODAY, "iro_informed_on": TODAY}
NAMES_HER = {
    "status": "temporary",
    "adopter_approved_on": TODAY,
    "temporary_until": END,
    "terms": {"children": ["amy"]},
}
EXEMPTION = {"exemption": {"by": MINE, "children": ["amy"]}, "terms": {}}
EXEMPTING = {"exemption": {"by": MINE, "children": ["amy", "x1", "x2", "x3"]}, "terms": {}}
OFFER = {"referral": "r1", "valid_until": TODAY}
FAR = {"postcode": "RG1 1AA", "can_keep": ["110000"]}
CONSENTS = [{"by": SERVICE, "child": "amy", "on": TODAY}]
NEEDED = PLANNED | {"required": ["two_carers", "no_pets", "non_smoking"]}

PAIRINGS: Mapping[str, Records] = {
    "foster carers": (AMY, PLANNED, home("foster")),
    "foster carers on terms": (
        AMY,
        TONIGHT,
        carers("foster", FOR_GIRLS, household=THREE[:2], vacancies={"beds": 1, "from": START, "until": END}),
    ),
    "a full house": (AMY, PLANNED, home("foster", household=SISTERS)),
    "an exempted house": (AMY, PLANNED, carers("foster", EXEMPTION, household=THREE)),
    "an exempted house that names all": (AMY, PLANNED, carers("foster", EXEMPTING, household=THREE)),
    "a sister's house": (A_SISTER, PLANNED, home("foster", household=TOLD_BY_TWO)),
    "a brother apart": (A_BROTHER, PLANNED, home("foster", household=THREE[:1])),
    "an order against one there": (AN_ORDER, PLANNED, home("foster", household=THREE[:1])),
    "an agency's carers": (KEPT_APART, PLANNED, agency()),
    "an agency's carers who offer": (AMY, PLANNED, agency(offer=OFFER)),
    "an agency's carers, and it consents": (AMY, PLANNED, agency(consents=CONSENTS, offer=None)),
    "connected carers": (WITH_FAMILY, PLANNED, home("connected_foster", connected_to=["amy"], **FAR)),
    "connected carers for weeks": (
        YEAR_10,
        PLANNED,
        carers("connected_foster", FOR_WEEKS, connected_to=["amy"], postcode="RG1 1AA"),
    ),
    "connected carers no more": (AMY, PLANNED, carers("connected_foster", OVER, connected_to=["amy"])),
    "connected carers extended": (AMY, PLANNED, carers("connected_foster", LONGER, connected_to=["amy"])),
    "connected carers assessed": (
        WITH_AN_AUNT,
        PLANNED,
        carers("connected_foster", {"status": "none", "reg24": ASSESSED}, connected_to=["amy"]),
    ),
    "adopters": (AMY, PLANNED, carers("foster_for_adoption", NAMES_HER)),
    "a mother": (WITH_A_MOTHER, PLANNED, home("parent", connected_to=["amy"], parent_assessment=READY)),
    "carers who do not take fire": (AT_RISK, TONIGHT, home("foster", does_not_take=["fire_setting"])),
    "by agreement": (BY_AGREEMENT, PLANNED, home("foster")),
    "what is required": (AMY, NEEDED, home("foster")),
    "a lift is required": (AMY, PLANNED | {"required": ["lift"]}, home("foster", support=["lift"])),
    "a wet room is required": (AMY, PLANNED | {"required": ["wet_room"]}, home("foster", access=["wet_room"])),
    "abroad": (AMY, PLANNED, home("foster", postcode=None, country="France")),
    "somewhere": (AMY, PLANNED, agency(offer=OFFER, postcode=None, authority=OTHER)),
    "a children's home": (AMY, PLANNED, registered(emergency_bed=True, longest_stay_days=28)),
    "a children's home that accepts": (AMY, TONIGHT, registered(impact_assessments=[ACCEPTED])),
    "a bed she has": (
        LIVES_THERE,
        PLANNED,
        registered(emergency_bed=True, longest_stay_days=400, household=HERSELF),
    ),
    "supported accommodation": (SIXTEEN, PLANNED, registered("supported_accommodation", household=THREE)),
    "another arrangement": (SIXTEEN, PLANNED, home("other_arrangements", setting="care_home", checks=[CHECKED])),
}
# But for the bed she has, nowhere is she among those who live in the home: that she lives elsewhere is recorded. Nor
# does anybody's record make a sister of one whose own record is known to name none: of two records of siblings either
# speaks for both. Asking the family rules a stranger's home out only where an entry names it. And since when she lives
# where she does makes a review too old only where it is recorded: no sample of it is later than the review.
SAMPLES: Mapping[str, list[Any]] = {
    "child.sex": ["M", "F"],
    "child.siblings": [[], [{"child": "x1", "assessment": "apart"}], [{"child": "x1", "assessment": "together"}]],
    "child.siblings.0.child": ["x1", "x9"],
    "child.siblings.0.assessment": ["together", "apart", "not_assessed"],
    "child.must_not_live_with": [[], ["x1"]],
    "child.court_orders": [[], [{"kind": "no_contact", "against": "x1"}]],
    "child.court_orders.0.kind": ["no_contact", "supervision"],
    "child.court_orders.0.against": ["x1", "x9"],
    "child.needs": [{}, {"physical_health": 2}, {"physical_health": 1}],
    "child.risks": [[], [FIRE], [FIRE | {"level": "history"}]],
    "child.risks.0.kind": ["fire_setting", "missing"],
    "child.risks.0.level": ["none", "history", "current"],
    "child.s20": [AGREED, {"objection": True}],
    "child.s20.consent_by": ["mother"],
    "child.s20.on": [TODAY, TOMORROW, False],
    "child.s20.objection": [True, False],
    "child.school": [YEAR_10["school"], AMY["school"], {"registered": False}],
    "child.school.urn": ["110000", "110001"],
    "child.school.postcode": ["HP19 8FF", "MK18 1AA", "RG1 1AA"],
    "child.school.year_group": [7, 10, 11, 12],
    "child.school.registered": [True, False],
    "child.keep_away_from": [[], [{"postcode": "HP20 1UA", "miles": 5.0}], [{"postcode": "RG1 1AA", "miles": 5.0}]],
    "child.keep_away_from.0.postcode": ["HP20 1UA", "MK9 3XL"],
    "child.keep_away_from.0.miles": [0.0, 100.0],
    "child.access_needs": [[], ["step_free"]],
    "child.current_home": [False, "oak", "previous"],
    "child.current_since": [date(2025, 1, 1), date(2026, 11, 10), date(2026, 11, 16)],
    "child.reviewed_on": [TODAY, TOMORROW, False],
    "child.deprivation_of_liberty": [True, False],
    "child.legal_status": ["C2", "V2", "V4", "E1"],
    "child.age_disputed": [True, False],
    "child.family_explored": [[], [{"home": "oak", "outcome": "declined"}], [{"home": "oak", "outcome": "proposed"}]],
    "child.family_explored.0.home": ["oak", "elm"],
    "child.family_explored.0.relation": ["mother", "aunt"],
    "child.family_explored.0.outcome": ["proposed", "declined", "not_practicable", "ruled_out_welfare"],
    "referral.expected_end": [date(2026, 12, 10), END, date(2030, 1, 1)],
    "referral.emergency": [True, False],
    "referral.emergency_because": ["immediate_risk", "protect_others", "no_home_tonight"],
    "referral.kind": ["short_term", "respite", "emergency"],
    "referral.required": [[], ["no_pets"], ["residential_care"], ["solo"]],
    "home.postcode": ["HP20 2NF", "MK9 3XL", "RG1 1AA"],
    "home.authority": [MINE, OTHER],
    "home.country": ["England", "France"],
    "home.household": [[], THREE, SISTERS, [AN_ADULT]],
    "home.household.0.relation": ["looked_after", "own_child", "adult", "privately_fostered"],
    "home.household.0.placed_by": [MINE, OTHER],
    "home.household.0.sibling_of": [[], ["x2", "x3"]],
    "home.household.0.id": ["x1", "y9"],
    "home.vacancies": [{"beds": 0}, {"beds": 1, "from": START}, {"beds": 1, "from": END}],
    "home.vacancies.beds": [0, 1, 2],
    "home.vacancies.from": [START, END],
    "home.bedrooms_free": [0, 1, 2],
    "home.emergency_bed": [True, False],
    "home.longest_stay_days": [1, 28, 365],
    "home.access": [[], ["step_free"], ["wet_room"]],
    "home.support": [[], ["lift"]],
    "home.carers": [1, 2],
    "home.pets": [True, False],
    "home.smoking": [True, False],
    "home.can_keep": [[], ["110000"]],
    "home.connected_to": [[], ["amy"]],
    "home.does_not_take": [[], ["fire_setting"]],
    "home.setting": ["care_home", "academy_16_19", "none"],
    "home.approval": [
        ordinary("home")["approval"],
        {"status": "ended", "agreement_signed": False, "terms": {"sex": "M"}},
    ],
    "home.approval.status": ["active", "temporary", "on_hold", "none"],
    "home.approval.approved_by": [MINE, OTHER, SERVICE],
    "home.approval.agreement_signed": [date(2020, 5, 1), False],
    "home.approval.terms": [{}, {"age_max": 10, "sex": "M", "max_children": 0, "kinds": [], "children": []}],
    "home.approval.exemption.by": [MINE, OTHER],
    "home.approval.exemption.children": [["amy"], ["amy", "x1", "x2", "x3"]],
    "home.approval.temporary_from": [TODAY, date(2026, 1, 1), END, False],
    "home.approval.temporary_until": [TODAY, START, END, False],
    "home.approval.panel_view_on": [TODAY, TOMORROW, False],
    "home.approval.iro_informed_on": [TODAY, TOMORROW, False],
    "home.approval.review_pending": [True, False],
    "home.approval.adopter_approved_on": [TODAY, TOMORROW, False],
    "home.approval.reg24": [ASSESSED, ASSESSED | {"assessed_on": False}],
    **{f"home.approval.reg24.{step}": [TODAY, TOMORROW, False] for step in ASSESSED},
    "home.registration": [ordinary("home")["registration"], {"status": "cancelled", "capacity": 0, "age_min": 17}],
    "home.registration.status": ["registered", "suspended"],
    "home.registration.restricted": [True, False],
    "home.registration.takes_emergencies": [True, False],
    "home.registration.judgement": ["good", "inadequate"],
    "home.parent_assessment": [READY, READY | {"plan_on": False}],
    **{f"home.parent_assessment.{step}": [TODAY, TOMORROW, False] for step in READY},
    "home.checks": [[], [CHECKED]],
    "home.checks.0.child": ["amy", "bea"],
    **{f"home.checks.0.{step}": [TODAY, TOMORROW, False] for step in CHECKED if step != "child"},
    "home.impact_assessments.0.child": ["amy", "bea"],
    "home.impact_assessments.0.outcome": ["accept", "reject"],
    "home.impact_assessments.0.on": [TODAY, date(2026, 1, 1), TOMORROW, False],
    "home.consents.0.by": [SERVICE, OTHER],
    "home.consents.0.on": [TODAY, TOMORROW, False],
    "home.offer.referral": ["r1", "r2"],
    "home.offer.valid_until": [TODAY, TODAY - A_DAY],
    "authority.adjoining": [[], [OTHER]],
}

LIMIT, NOT_GIVEN, NO_END = "a limit left out is no limit", "what is not recorded was not given", "it has no end"
MEANS: Mapping[str, str] = {
    **{f"home.approval.terms.{n}": LIMIT for n in ("age_min", "age_max", "sex", "max_children", "kinds", "children")},
    **{f"home.registration.{n}": LIMIT for n in ("capacity", "age_min", "age_max", "sex", "needs")},
    "home.vacancies.until": NO_END,
    "child.court_orders.0.until": NO_END,
    "home.consents": NOT_GIVEN,
    "home.consents.0.child": NOT_GIVEN,
    "home.impact_assessments": NOT_GIVEN,
    "home.approval.exemption": NOT_GIVEN,
    "home.approval.extended_until": NOT_GIVEN,
    "home.offer": "an offer that is not recorded is no consent of the agency's",
    "home.checks.0.visit_not_practicable_because": "no reason was given why she has not visited",
    "home.same_home_as": "a home of its own",
    "child.s19_consent": "consent to adoption that is not recorded was not given",
    "child.family_explored.0.on": "what came of asking stands, whenever that was",
    "child.responsible_authority": "the authority that asks",
}
"""What leaving a field out means, by contract.md 1 or by a decision taken with the rule."""

ALWAYS_THERE = frozenset(
    {
        "child.id",
        "child.born",
        "referral.id",
        "referral.children",
        "referral.start",
        "home.id",
        "home.kind",
        "home.run_by",
    }
)
SETS_THE_ORDER = frozenset(
    f"child.{n}"
    for n in (
        "considering_adoption",
        "ought_to_be_placed",
        "placement_order",
        "placement_order_refused",
        "home_postcode",
    )
)
OF_THE_CHILD = (
    "became_looked_after",
    "parental_responsibility",
    "vulnerable_to",
    "family_time",
    "away_for_safety",
    "keep_away_from.0.why",
    "languages",
    "religion",
    "ethnicity",
    "wishes",
    "parents_wishes",
    "last_considered_on",
    "last_review_on",
    "last_visit_on",
    "moves_in_12_months",
    "long_term_match",
    "therapy_until",
    "permanence_plan",
    "family_explored.0.person",
    "family_explored.0.because",
    "risks.0.to",
    "risks.0.last",
)
OF_THE_HOME = (
    "name",
    "registration.urn",
    "registration.judged_on",
    "household.0.born",
    "household.0.sex",
    "household.0.risks",
    "household.0.vulnerable_to",
    "block_contract",
    "skills",
    "years_fostering",
    "languages",
    "religion",
    "cost",
    "checked_on",
)
UNASKED = frozenset(
    {
        *SETS_THE_ORDER,
        *(f"child.{n}" for n in OF_THE_CHILD),
        *(f"home.{n}" for n in OF_THE_HOME),
        "referral.reason",
        "referral.urgency",
    }
)
"""What no rule's outcome turns on; of a record that is named here nothing below it is either."""


def every_field_of_the_records() -> list[str]:
    """Every field that a child, a referral or a home has, with those of the records in it."""
    return [
        f for model, name in ((Child, "child"), (Referral, "referral"), (Home, "home")) for f in _fields(model, name)
    ]


def _fields(model: type[BaseModel], name: str) -> Iterator[str]:
    for field, info in model.model_fields.items():
        path = f"{name}.{info.alias or field}"
        yield path
        for below, several in _records(info.annotation):
            yield from _fields(below, f"{path}.0" if several else path)


def _records(kind: Any, *, several: bool = False) -> Iterator[tuple[type[BaseModel], bool]]:
    """The records that a field may hold, and whether it holds several."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        yield kind, several
    for part in get_args(kind):
        yield from _records(part, several=several or Ellipsis in get_args(kind))
