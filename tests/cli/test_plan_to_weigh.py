"""A plan's page says what a panel must weigh and settle: risks, stays that must end, what is owed, what is due."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from matching.cli.plan_risks import MOST
from matching.domain.made import changed, made
from matching.domain.plan import ApprovalOutstanding, Assignment, OwnFirst
from matching.domain.ranking import DeadlineDue, DutyMeasured, ImpactCell, ReasonOwed
from tests.cli.panels import case, page_of, plan
from tests.cli.running import case_file, matching
from tests.data.files import child, home, referral

Captured = pytest.CaptureFixture[str]
RISK = {"kind": "harmful_sexual_behaviour", "level": "history", "to": "children"}
TONIGHT = {
    "start": "2026-11-24",
    "expected_end": "2026-12-19",
    "emergency": True,
    "emergency_because": "no_home_tonight",
    "urgency": "same_day",
}
TWO_BEDS = {"beds": 2, "from": "2026-10-01"}
TERMS = {"age_min": 0, "age_max": 10, "sex": "any", "max_children": 3}
FOR_THE_YOUNG = {"status": "active", "approved_by": "E06000060", "terms": TERMS, "agreement_signed": "2020-05-01"}


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Two who share a home, one with a risk; one asked for as an emergency where she lives; one outside the terms."""
    children = [
        child(risks=[RISK], vulnerable_to=[]),
        child(id="bea", risks=[], vulnerable_to=["harmful_sexual_behaviour"]),
        child(id="cy", current_home="ash", current_since="2026-01-01", must_not_live_with=["amy", "bea", "dan"]),
        child(id="dan", born="2010-01-01", must_not_live_with=["amy", "bea", "cy"]),
    ]
    referrals = [referral(), referral(id="r2", children=["bea"])]
    referrals += [referral(id=f"r{n}", children=[who]) | TONIGHT for n, who in ((3, "cy"), (4, "dan"))]
    homes = [home(vacancies=TWO_BEDS, bedrooms_free=2), home(id="ash"), home(id="fir", approval=FOR_THE_YOUNG)]
    file = case_file(tmp_path_factory.mktemp("panel"), children=children, referrals=referrals, homes=homes)
    ran = matching("plan", file)
    assert ran.status == 0
    return ran.line


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("bea would come there too; risks to weigh", id="at a glance"),
        pytest.param(
            "to weigh amy and bea: harmful sexual behaviour: a risk in the past, and bea is vulnerable to it "
            "(suggested, not assessed); the plan brings them together",
            id="whose risk, and whom it may harm",
        ),
        pytest.param("stays: is that home still open?", id="at a glance that a home may be lost"),
        pytest.param(
            "asked for as an emergency (no home tonight), and shown where she lives: is that home still open?",
            id="that a home may be lost",
        ),
        pytest.param("stays cy lives here now, since 1 January 2026", id="since when"),
        pytest.param("must end on 2 December 2026 unless the terms are amended", id="at a glance that a stay ends"),
        pytest.param(
            "must end on 2 December 2026 unless the terms are amended; the stay asked for runs to 19 December 2026: "
            "aged 16 at the start and 16 at the end, outside terms of 0 to 10 [CPPCR-22-AGE",
            id="that a stay must end, and why",
        ),
        pytest.param("legal status C2 (full care order); needs: behaviour regulation low", id="what is known of her"),
        pytest.param("risks: harmful sexual behaviour (in the past, to children)", id="her risks"),
        pytest.param("parents: says (18 November 2026): “Near enough to visit.”", id="the parents' view"),
        pytest.param("lives now at previous since 1 October 2025: not a home of this file", id="her home"),
        pytest.param("place 0.4 miles from home, about 8 minutes; about 9 minutes to school", id="the place"),
        pytest.param("24 November 2026 dan: those whom regulation 13 lists are notified", id="what is due"),
        pytest.param("by these aims, and by what is recorded", id="of what it is proven"),
    ],
)
def test_the_page_says_what_to_weigh(page: str, said: str) -> None:
    assert said in page


def test_the_place_in_the_own_order_is_left_out_for_those_who_stay(page: str) -> None:
    stays = page.partition(" cy (11) says")[2].partition(" dan (16)")[0]
    assert "own order" not in stays
    assert "would be first" not in stays


def test_what_is_due_stands_earliest_first(page: str) -> None:
    due = page.partition("What is due by when")[2]
    assert due.index("24 November") < due.index("1 December 2026 amy")


def of_kit(option: Mapping[str, Any] | None = None, **changes: Any) -> tuple[Assignment, ...]:
    """The assignments with Kit's otherwise."""
    told = []
    for each in plan().assignments:
        said = each.option
        if said is not None and each.children == ("kit",):
            told.append(changed(each, option=changed(said, **(option or {})), **changes))
        else:
            told.append(each)
    return tuple(told)


def living(kit: str) -> Any:
    """The case with Kit living somewhere."""
    of = case().loaded.case
    return changed(of, children=tuple(changed(c, current_home=kit) if c.id == "kit" else c for c in of.children))


def test_the_home_that_a_child_would_leave_is_said_with_the_reason_that_is_owed(capsys: Captured) -> None:
    because = "kit lives in a home that may go on: the reason for a move is to be recorded"
    owed = (made(ReasonOwed, rule="CPPCR-14", because=because, homes=("hughes",)),)
    first = made(OwnFirst, home="hughes", standing="met")
    told = of_kit({"reasons_owed": owed}, own_first=first)
    page = page_of(capsys, of=living("hughes"), assignments=told)
    assert "moves from hughes" in page
    assert (
        "leaves The Hughes family (hughes), since 1 October 2025; can go ahead, and 1st in the own order; "
        f"a reason is owed: {because} [CPPCR-14]"
    ) in page
    assert page.count(because) == 1


def test_where_the_plan_does_not_say_how_a_home_stands_it_says_where_to_look(capsys: Captured) -> None:
    page = page_of(capsys, of=living("hughes"), assignments=of_kit(own_first=None))
    assert "since 1 October 2025; how it stands: matching rank --home hughes" in page


def test_what_is_owed_stands_in_a_line_each(capsys: Captured) -> None:
    duties = (
        made(DutyMeasured, id="CA89-22C-9", met=False, because="in Oxfordshire", better=("oak",), reason_owed=True),
        made(DutyMeasured, id="CA89-22C-8A", met=True, because="9 miles", better=("oak", "elm"), reason_owed=True),
        made(DutyMeasured, id="CA89-22C-8B", met=None, because="it is open"),
    )
    page = page_of(capsys, assignments=of_kit({"duties": duties}))
    assert "falls short Within the area: in Oxfordshire; oak would serve this better [CA89-22C-9]" in page
    assert "reason owed Near home: 9 miles; oak and elm would serve this better [CA89-22C-8A]" in page
    assert "reason owed the council's own carers could care for kit" in page
    assert "it is open" not in page


def cell(**changes: Any) -> ImpactCell:
    """Something to weigh."""
    return made(ImpactCell, **{"source": "kit", "towards": "m1", "risk": "fire", "because": "a risk now"} | changes)


def test_what_rests_on_no_recorded_risk_is_left_out(capsys: Captured) -> None:
    unknown = cell(risk="not recorded", because="the risks of kit are not recorded")
    page = page_of(capsys, assignments=of_kit({"impact": (unknown,)}))
    assert "weigh" not in page.partition("At a glance")[2].partition("stability")[0]


def test_of_many_risks_those_that_the_plan_brings_come_first(capsys: Captured) -> None:
    many = tuple(cell(towards=f"m{n}") for n in range(MOST))
    page = page_of(capsys, assignments=of_kit({"impact": (*many, cell(towards="ben"))}, with_them=("ben",)))
    assert page.index("kit and ben: fire") < page.index("kit and m0: fire")
    assert "to weigh 1 more: the same as data names them all" in page


def test_of_whom_nobody_knows_the_vulnerability_all_risks_stand_in_a_row(capsys: Captured) -> None:
    unknown = ", and to what m1 is vulnerable is not recorded"
    two = (cell(because=f"a risk now{unknown}"), cell(risk="theft", because=f"a risk in the past{unknown}"))
    page = page_of(capsys, assignments=of_kit({"impact": two}))
    assert (
        "to weigh kit and m1: fire (a risk now) and theft (a risk in the past); to what m1 is vulnerable is not "
        "recorded (suggested, not assessed)"
    ) in page


def test_what_is_due_in_years_is_told_in_full(capsys: Captured) -> None:
    far = (made(DeadlineDue, id="POL-18-IN-STAY", what="the child turns 18", by=date(2031, 1, 2)),)
    told = of_kit({"deadlines": far})
    page = page_of(capsys, assignments=told)
    assert "1 more deadline after 24 November 2027: --full tells each." in page
    assert "turns 18" not in page
    assert "2 January 2031 kit: kit turns 18 [POL-18-IN-STAY]" in page_of(capsys, full=True, assignments=told)


def test_of_brothers_and_sisters_what_the_parents_say_is_said_once(capsys: Captured) -> None:
    page = page_of(capsys)
    assert (
        "sara says (18 November 2026): “I want to stay at my school.”; wants: same school parents: as of rosa" in page
    )


def test_an_approval_without_a_finding_is_said_by_its_title(capsys: Captured) -> None:
    approval = made(ApprovalOutstanding, rule="CPPCR-11-1A", approver="director", by=None)
    page = page_of(capsys, assignments=of_kit({"findings": ()}, approvals=(approval,)))
    assert "needs the director's approval: Outside the area [CPPCR-11-1A" in page
    unknown = made(ApprovalOutstanding, rule="POL-ELSE", approver="director", by=None)
    assert "approval: POL-ELSE [POL-ELSE]" in page_of(capsys, assignments=of_kit(approvals=(unknown,)))


def test_a_large_panel_says_how_much_is_due(capsys: Captured) -> None:
    many = plan().assignments * 11
    assert "12 deadlines: --full tells each." in page_of(capsys, assignments=many)
    assert "4 December 2026 kit: the offer is taken up" in page_of(capsys, assignments=plan().assignments)


def test_nothing_is_due_of_a_plan_of_nobody(capsys: Captured) -> None:
    assert "What is due" not in page_of(capsys, assignments=())
