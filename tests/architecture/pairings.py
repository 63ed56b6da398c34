"""Children and homes, ordinary and less so, of whom every line of every rule and every fact decides something."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import Any

import polars as pl

from matching.domain.home import Home
from matching.facts.catalogue import options
from matching.facts.fact import CATALOGUE
from matching.facts.layout import lay_out
from matching.facts.question import ask
from matching.facts.register import Register
from matching.geography.postcodes import directory
from tests.builders import a_case, a_child, a_home, a_member, a_referral
from tests.rules.judging import TODAY, all_figures
from tests.rules.people import MINE, OTHER, SERVICE, approval, people, registered, sisters

START, END = date(2026, 12, 1), date(2027, 6, 1)
A_DAY = timedelta(days=1)
LONG_AGO = START - timedelta(days=200)


def named(i: str, of: Home) -> Home:
    """The home under an id of its own."""
    return of.model_copy(update={"id": i})


def connected(i: str, connected_to: Sequence[str] = ("amy",), **said: Any) -> Home:
    """Connected carers with what is said of their approval."""
    papers = approval(**({"review_pending": False} | said))
    return a_home(id=i, kind="connected_foster", run_by="person", connected_to=connected_to, approval=papers)


def temporary(i: str, first: date, **said: Any) -> Home:
    """Connected carers with a temporary approval from this day."""
    papers: dict[str, Any] = {"status": "temporary", "temporary_from": first, "temporary_until": False} | said
    return connected(i, **papers)


def adopters(i: str, status: str, **said: Any) -> Home:
    """Carers who may also adopt."""
    papers = {"status": status, "adopter_approved_on": TODAY, "terms": {}, "temporary_until": False} | said
    return a_home(id=i, kind="foster_for_adoption", approval=approval(**papers))


def parents(i: str, **changes: Any) -> Home:
    """Amy's parents, of whom all is done that regulation 17 asks."""
    ready = {"sch3_on": TODAY, "plan_on": TODAY, "iro_consulted_on": TODAY}
    said = {"connected_to": ["amy", "gus", "leo", "max", "ned"], "parent_assessment": ready} | changes
    return a_home(id=i, kind="parent", run_by="person", **said)


def bed(i: str, **changes: Any) -> Home:
    """An emergency bed."""
    return a_home(id=i, kind="childrens_home", **({"emergency_bed": True, "longest_stay_days": 28} | changes))


IN_ORDER = {"panel_view_on": TODAY, "iro_informed_on": TODAY}
ASSESSED = {"assessed_on": TODAY, "adults_checked_on": TODAY, "full_assessment_started_on": TODAY}
CHECKED = [{"child": "amy", "suitable_on": TODAY, "visited_on": TODAY, "iro_informed_on": TODAY}]
NARROW: dict[str, Any] = {"age_min": 12, "sex": "M", "max_children": 2, "kinds": []}
GIRLS: dict[str, Any] = {"sex": "F", "children": ["bea"]}
EXEMPT = {"by": MINE, "children": ["amy", "cal", "x1", "x2", "x3"]}
EXPIRED, VALID = ({"referral": "r1", "valid_until": TODAY - n * A_DAY} for n in (1, 0))
CONSENTS = [{"by": by, "child": "amy", "on": TODAY} for by in (SERVICE, OTHER)]
THEIRS = approval(approved_by=SERVICE)

FOSTER = (
    a_home(),
    a_home(
        id="elm",
        run_by="agency",
        postcode="MK9 3XL",
        household=people(2, placed_by=OTHER),
        approval=approval(approved_by=SERVICE, terms=NARROW),
        offer=EXPIRED,
    ),
    a_home(id="offered", run_by="agency", postcode="RG1 1AA", approval=THEIRS, offer=VALID),
    a_home(id="consents", run_by="agency", household=people(1, placed_by=OTHER), approval=THEIRS, consents=CONSENTS),
    a_home(id="agency", run_by="agency", approval=THEIRS, can_keep=["110000"]),
    a_home(id="full", household=people(3), bedrooms_free=0, vacancies={"beds": 0}),
    a_home(id="exempt", household=people(3), approval=approval(terms={}, exemption=EXEMPT)),
    a_home(id="sisters", household=sisters(3), access=["step_free"]),
    a_home(id="late", vacancies={"beds": 1, "from": END}, pets=True, does_not_take=["fire_setting", "theft"]),
    a_home(id="early", vacancies={"beds": 1, "from": START, "until": START}),
    a_home(id="girls", approval=approval(terms=GIRLS)),
    a_home(id="named", approval=approval(terms={"children": ["amy"]})),
    a_home(id="held", approval=approval(status="on_hold")),
    a_home(id="ended", approval=approval(status="ended", agreement_signed=False)),
    a_home(id="scotland", postcode="EH1 1YZ", country=None),
    a_home(id="france", postcode=None, country="France"),
)
FAMILY = (
    connected("aunt"),
    a_home(id="far", kind="connected_foster", connected_to=["amy"], approval=THEIRS, postcode="RG1 1AA"),
    connected("nobody", (), status="none"),
    connected("new", status="none", reg24=ASSESSED),
    connected("unassessed", status="none", reg24=ASSESSED | {"adults_checked_on": False}),
    temporary("weeks", TODAY),
    temporary("months", START, temporary_until=END),
    temporary("later", START + A_DAY),
    temporary("over", LONG_AGO),
    temporary("reviewed", LONG_AGO, review_pending=True),
    temporary("extended", TODAY, extended_until=END, **IN_ORDER),
    temporary("outdated", LONG_AGO, extended_until=START - A_DAY, **IN_ORDER),
    temporary("longer", LONG_AGO + timedelta(days=60), extended_until=END, **IN_ORDER),
    temporary("pending", TODAY, extended_until=END, review_pending=True, **IN_ORDER),
    temporary("unheard", TODAY, extended_until=END, panel_view_on=False, iro_informed_on=TODAY),
    adopters("adopters", "active"),
    adopters("waiting", "none"),
    adopters("unapproved", "none", adopter_approved_on=False),
    adopters("for_her", "temporary", terms={"children": ["amy"]}),
    adopters("for_others", "temporary", terms={"children": ["bea"]}),
    adopters("stopped", "on_hold"),
    parents("mother"),
    parents("father", parent_assessment={"sch3_on": False}),
    parents("strangers", connected_to=[]),
    parents("in_scotland", postcode="EH1 1YZ", country=None),
    parents("visits", emergency_bed=True),
)
RESIDENTIAL = (
    named("house", registered()),
    named("inadequate", registered(judgement="inadequate", status="cancelled", needs=["self_care_independence"])),
    named("improving", registered(judgement="requires_improvement", restricted=True, age_max=11)),
    named("ungraded", registered(judgement="satisfactory", age_min=12, takes_emergencies=True)),
    named("boys", registered(sex="M", capacity=0)),
    a_home(
        id="accepts", kind="childrens_home", impact_assessments=[{"child": "amy", "outcome": "accept", "on": TODAY}]
    ),
    a_home(
        id="rejects", kind="childrens_home", impact_assessments=[{"child": "amy", "outcome": "reject", "on": TODAY}]
    ),
    bed("bed"),
    bed("bigger", longest_stay_days=400),
    bed("hers", longest_stay_days=28, household=[a_member(id="dee")]),
    bed("longest", longest_stay_days=4000, household=[a_member(id="dee")]),
    a_home(id="offer", kind="childrens_home", run_by="private", offer=EXPIRED),
    named("flat", registered("supported_accommodation")),
    named("closed", registered("supported_accommodation", restricted=True, status="not_registered")),
    a_home(id="care", kind="other_arrangements", setting="care_home", checks=CHECKED),
    a_home(id="ward", kind="other_arrangements", setting="hospital", household=[a_member(id="dee")]),
    a_home(id="hostel", kind="childrens_home", run_by="voluntary", household=[a_member(id="dee")]),
    named("closed_school", registered("residential_school", status="cancelled")),
    a_home(id="barge", kind="other_arrangements", setting="none", checks=[]),
    a_home(id="secure", kind="secure"),
)
HOMES = (*FOSTER, *FAMILY, *RESIDENTIAL)
YEAR_10 = {"urn": "110000", "postcode": "MK18 1AA", "year_group": 10, "registered": True}
RISKS = [{"kind": "fire_setting", "level": "current"}]
ONCE = [{"kind": "theft", "level": "history"}]
RULED_OUT = [{"home": i, "outcome": "declined", "relation": "aunt"} for i in ("mother", "aunt")]
AGREED = {"consent_by": "mother", "on": TODAY, "objection": False}

AMY = a_child(family_explored=[])
CAL = a_child(
    id="cal", born=date(2010, 6, 1), sex="M", access_needs=["step_free"], age_disputed=False, risks=RISKS, needs={}
)
EVE = a_child(
    id="eve",
    born=date(2011, 11, 1),
    school=YEAR_10,
    keep_away_from=[{"postcode": "HP20 1UA", "miles": 5.0}],
    siblings=[{"child": "x1", "assessment": "apart"}],
    reviewed_on=False,
    risks=ONCE,
    family_explored=RULED_OUT,
    needs={"physical_health": 3},
)
DEE = a_child(
    id="dee",
    born=date(2011, 11, 1),
    current_home="hers",
    current_since=START - A_DAY,
    legal_status="V2",
    s20=AGREED,
    school=YEAR_10,
)
FAY = a_child(id="fay", current_home=False, legal_status="V2", s20={"objection": True}, deprivation_of_liberty=True)
GUS = a_child(
    id="gus", legal_status="V2", s20={"objection": False}, considering_adoption=True, ought_to_be_placed=False
)
HAL = a_child(id="hal", legal_status="E1", placement_order_refused=False, considering_adoption=True)
IDA = a_child(id="ida", born=date(2010, 6, 1), age_disputed=True, reviewed_on=False, current_home="held")
PUPIL = a_child(id="jo", born=date(2011, 11, 1), school=YEAR_10 | {"registered": False}, ought_to_be_placed=False)
KIM = a_child(id="kim", born=date(2011, 11, 1), school=YEAR_10 | {"postcode": "HP19 8FF"}, reviewed_on=False)

MAX = a_child(id="max", legal_status="V2", parental_responsibility=[], s20={"objection": False}, court_orders=[])
NED = a_child(id="ned", legal_status="L1", court_orders=[])

LEO = a_child(id="leo", court_orders=[{"kind": "contact", "against": "mother"}], ought_to_be_placed=False)

TONIGHT: dict[str, Any] = {"emergency": True, "kind": "emergency"}
AT_RISK = TONIGHT | {"emergency_because": "immediate_risk"}
QUESTIONS = (
    (AMY, a_referral()),
    (AMY, a_referral(**TONIGHT, required=["no_pets"], expected_end=START + 10 * A_DAY)),
    (AMY, a_referral(required=["residential_care"])),
    (CAL, a_referral(children=["cal"])),
    (EVE, a_referral(children=["eve"], expected_end=None, kind="long_term")),
    (EVE, a_referral(children=["eve"], **AT_RISK)),
    (DEE, a_referral(children=["dee"], kind="respite")),
    (FAY, a_referral(children=["fay"])),
    (GUS, a_referral(children=["gus"])),
    (HAL, a_referral(children=["hal"])),
    (IDA, a_referral(children=["ida"])),
    (PUPIL, a_referral(children=["jo"])),
    (KIM, a_referral(children=["kim"])),
    (LEO, a_referral(children=["leo"])),
    (MAX, a_referral(children=["max"])),
    (NED, a_referral(children=["ned"])),
)


COLUMNS = {column for fact in CATALOGUE.values() for column in fact.columns}


@cache
def frame() -> pl.DataFrame:
    """Every one of these children in every one of these homes, with a lawful family home and without."""
    register = Register.of(HOMES, directory())
    cases = [a_case(children=(child,), referrals=(referral,), homes=HOMES) for child, referral in QUESTIONS]
    frames = [lay_out(ask(case, "r1", all_figures(TODAY)), register).frames[0] for case in cases]
    pairings = pl.concat(f.select(sorted(set(f.columns) & COLUMNS)) for f in frames)
    name = options.lawful_family_home.name
    return pl.concat(pairings.with_columns(pl.lit(said).alias(name)) for said in (True, False))
