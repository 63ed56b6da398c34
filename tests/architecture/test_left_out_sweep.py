"""What is left out of a record is answered: no rule says more than every value of what is missing would let it say.

The same as the sweep over facts, but from the records themselves: each field of a child, a referral or a home is left
out, and then given each of some values, by the real layout. Where contract.md gives leaving a field out a meaning of
its own (a limit, an end, a consent, an exemption, an assessment of impact), that field does not stand here.
"""

import copy
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import numpy as np
import pytest

from matching.domain.case import Case
from matching.domain.child import Child
from matching.domain.codes import Outcome
from matching.domain.home import Home
from matching.domain.referral import Referral
from matching.facts.layout import lay_out
from matching.facts.question import ask
from matching.facts.register import Register
from matching.geography.postcodes import directory
from matching.rules.rulebook import RULES, Rulebook
from tests.builders import NOBODY, ordinary
from tests.rules.judging import TODAY, all_figures
from tests.rules.people import MINE, OTHER, SERVICE

Tables = dict[str, Any]
BOOK = Rulebook(TODAY, tuple(rule for rule in RULES if not rule.waiting and rule.binds_on(TODAY)))
START, END = date(2026, 12, 1), date(2027, 6, 1)
GIRL = {"born": date(2014, 6, 1), "sex": "F", "relation": "looked_after", "placed_by": OTHER} | NOBODY
THREE = [{"id": f"x{n}"} | GIRL for n in (1, 2, 3)]
SISTERS = [{"id": i} | GIRL | {"sibling_of": ["x1", "x2", "x3", "amy"]} for i in ("x1", "x2", "x3")]
AN_ADULT = {"id": "y1"} | GIRL | {"relation": "adult", "placed_by": None}


def home(kind: str, *without: str, **changes: Any) -> Tables:
    """The record of an ordinary home of a kind, with what its kind has and without what is named."""
    record = {"id": "oak"} | ordinary("home") | {"kind": kind} | changes
    fostering = kind in {"foster", "connected_foster", "foster_for_adoption"}
    del record["registration" if fostering else "approval"]
    return {key: value for key, value in record.items() if key not in without}


def agency(**changes: Any) -> Tables:
    """The record of an agency's foster home without an offer."""
    record = home("foster", run_by="agency", postcode="MK9 3XL", household=THREE[:1], **changes)
    record["approval"]["approved_by"] = SERVICE
    return record


def exempted(household: list[Tables]) -> Tables:
    """The record of a foster home with an exemption that names Amy alone."""
    record = home("foster", household=household)
    record["approval"] |= {"exemption": {"by": MINE, "children": ["amy"]}, "terms": {}}
    return record


AMY = {"id": "amy"} | ordinary("child")
KEPT_APART = AMY | {
    "access_needs": ["step_free"],
    "court_orders": [{"kind": "no_contact", "against": "x8", "until": date(2026, 12, 15)}],
    "keep_away_from": [{"postcode": "HP20 1UA", "miles": 3.0}],
    "siblings": [{"child": "x1", "assessment": "together"}],
}
SIXTEEN = AMY | {"born": date(2010, 6, 1), "age_disputed": False}
YEAR_10 = AMY | {"born": date(2011, 11, 1), "school": AMY["school"] | {"year_group": 10, "postcode": "MK18 1AA"}}
PLANNED = {"id": "r1", "children": ["amy"]} | ordinary("referral")
TONIGHT = PLANNED | {"emergency": True, "kind": "emergency"}

PAIRINGS: Mapping[str, tuple[Tables, Tables, Tables]] = {
    "foster carers": (AMY, PLANNED, home("foster")),
    "foster carers on terms": (
        AMY,
        TONIGHT,
        home("foster", household=THREE[:2]) | {"vacancies": {"beds": 1, "from": START, "until": END}},
    ),
    "a full house": (AMY, PLANNED, home("foster", household=SISTERS)),
    "an exempted house": (AMY, PLANNED, exempted(THREE)),
    "an agency's carers": (KEPT_APART, PLANNED, agency()),
    "connected carers": (YEAR_10, PLANNED, home("connected_foster", connected_to=["amy"], postcode="RG1 1AA")),
    "a children's home": (AMY, PLANNED, home("childrens_home", emergency_bed=True, longest_stay_days=28)),
    "supported accommodation": (SIXTEEN, PLANNED, home("supported_accommodation", household=THREE)),
    "another arrangement": (SIXTEEN, PLANNED, home("other_arrangements", setting="care_home")),
}
# Nowhere is she among those who live in the home: that she lives elsewhere is recorded. Nor does anybody's record make
# a sister of one whose own record is known to name none: of two records of siblings either speaks for both.
SAMPLES: Mapping[str, list[Any]] = {
    "child.sex": ["M", "F"],
    "child.siblings": [[], [{"child": "x1", "assessment": "apart"}], [{"child": "x1", "assessment": "together"}]],
    "child.siblings.0.child": ["x1", "x9"],
    "child.siblings.0.assessment": ["together", "apart", "not_assessed"],
    "child.must_not_live_with": [[], ["x1"]],
    "child.court_orders": [[], [{"kind": "no_contact", "against": "x1"}]],
    "child.court_orders.0.against": ["x1", "x9"],
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
    "child.deprivation_of_liberty": [True, False],
    "child.legal_status": ["C2", "V2", "V4", "E1"],
    "child.age_disputed": [True, False],
    "referral.expected_end": [date(2026, 12, 10), END, date(2030, 1, 1)],
    "referral.emergency": [True, False],
    "referral.kind": ["short_term", "respite", "emergency"],
    "home.postcode": ["HP20 2NF", "MK9 3XL", "RG1 1AA"],
    "home.household": [[], THREE, SISTERS, [AN_ADULT]],
    "home.household.0.relation": ["looked_after", "own_child", "adult", "privately_fostered"],
    "home.household.0.placed_by": [MINE, OTHER],
    "home.household.0.sibling_of": [[], ["x2", "x3"]],
    "home.household.0.id": ["x1", "y9"],
    "home.vacancies": [{"beds": 0}, {"beds": 1, "from": START}, {"beds": 1, "from": END}],
    "home.vacancies.beds": [0, 1, 2],
    "home.vacancies.from": [START, END],
    "home.emergency_bed": [True, False],
    "home.longest_stay_days": [1, 28, 365],
    "home.access": [[], ["step_free"]],
    "home.can_keep": [[], ["110000"]],
    "home.connected_to": [[], ["amy"]],
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
    "home.registration": [ordinary("home")["registration"], {"status": "cancelled", "capacity": 0, "age_min": 17}],
    "home.registration.status": ["registered", "suspended"],
    "home.registration.restricted": [True, False],
    "authority.adjoining": [[], [OTHER]],
}


def _tables(records: tuple[Tables, Tables, Tables]) -> Tables:
    child, referral, at = copy.deepcopy(records)
    return {"child": child, "referral": referral, "home": at, "authority": ordinary("authority")}


def _has(record: Any, field: str) -> bool:
    """Whether the records hold the field."""
    for step in field.split("."):
        known = int(step) < len(record) if isinstance(record, list) else step in (record or {})
        if not known:
            return False
        record = record[int(step) if isinstance(record, list) else step]
    return True


def every_field() -> Iterator[Any]:
    """Every pairing with every field that its records have."""
    for name, records in PAIRINGS.items():
        for field in SAMPLES:
            if _has(_tables(records), field):
                yield pytest.param(records, field, id=f"{name}: {field}")


def contradicts(records: tuple[Tables, Tables, Tables], field: str, value: Any) -> bool:
    """Whether the child's record would say that she lives in a home whose own record lists everybody but her."""
    return field == "child.current_home" and value == "oak" and records[2].get("household") is not None


@pytest.mark.parametrize(("records", "field"), list(every_field()))
def test_an_answer_without_a_field_is_the_answer_with_any_value_of_it(records, field):
    without = outcomes(records, field, None)
    told = without != Outcome.CANNOT_TELL
    for value in SAMPLES[field]:
        if contradicts(records, field, value):
            continue
        differs = told & (outcomes(records, field, value) != without)
        rules = {BOOK.rules[k].id for k in np.flatnonzero(differs)}
        assert not rules, f"without {field} these say something, and with {value} something else: {rules}"


def outcomes(records: tuple[Tables, Tables, Tables], field: str, value: Any) -> np.ndarray:
    """What each rule finds where the field has this value, or is left out where it is None."""
    tables = _tables(records)
    *path, last = field.split(".")
    table: Any = tables
    for step in path:
        table = table[int(step) if step.isdigit() else step]
    table[last] = copy.deepcopy(value)
    case = Case(
        as_of=TODAY,
        authority=tables["authority"],
        children=(Child.model_validate(tables["child"]),),
        referrals=(Referral.model_validate(tables["referral"]),),
        homes=(Home.model_validate(tables["home"]),),
    )
    layout = lay_out(ask(case, "r1", all_figures(TODAY)), Register.of(case.homes, directory()))
    return BOOK.judge(layout.frames[0]).outcomes[:, 0]
