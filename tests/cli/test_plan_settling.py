"""A plan's page says what must be settled: homes that children would leave, what is owed and due, what is open."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from matching.domain.made import changed, made
from matching.domain.plan import ApprovalOutstanding, Leaves, OwnFirst
from matching.domain.ranking import DeadlineDue, DutyMeasured, ReasonOwed
from tests.cli.panels import case, of_kit, page_of, plan
from tests.cli.running import ROOT, case_file, matching
from tests.data.files import child, home

Captured = pytest.CaptureFixture[str]


def living(kit: str) -> Any:
    """The case with Kit living somewhere."""
    of = case().loaded.case
    return changed(of, children=tuple(changed(c, current_home=kit) if c.id == "kit" else c for c in of.children))


def test_the_home_that_a_child_would_leave_is_said_with_the_reason_that_is_owed(capsys: Captured) -> None:
    because = "kit lives in a home that may go on: the reason for a move is to be recorded"
    owed = (made(ReasonOwed, rule="CPPCR-14", because=because, homes=("hughes",)),)
    first = made(OwnFirst, home="hughes", standing="met")
    left = (made(Leaves, child="kit", home="hughes", standing="met"),)
    told = of_kit({"reasons_owed": owed}, own_first=first, leaves=left)
    page = page_of(capsys, of=living("hughes"), assignments=told)
    assert "moves from hughes" in page
    assert (
        "leaves The Hughes family (hughes), since 1 October 2025; can go ahead, and 1st in the own order; "
        f"a reason is owed: {because} [CPPCR-14]"
    ) in page
    assert page.count(because) == 1


def test_what_a_child_would_leave_is_what_the_plan_says(capsys: Captured) -> None:
    left = (made(Leaves, child="kit", home="hughes", standing="cannot_tell"),)
    page = page_of(capsys, of=living("hughes"), assignments=of_kit(own_first=None, leaves=left))
    assert "leaves The Hughes family (hughes), since 1 October 2025; cannot tell yet" in page
    assert "leaves The Hughes" not in page_of(capsys, of=living("hughes"))


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


@pytest.mark.parametrize(
    ("by", "ends"),
    [
        pytest.param(date(2027, 6, 1), False, id="the stay is over by then"),
        pytest.param(date(2027, 5, 31), True, id="the stay goes on"),
    ],
)
def test_a_stay_that_is_over_by_then_is_not_marked_at_a_glance(capsys: Captured, by: date, *, ends: bool) -> None:
    outside = made(ApprovalOutstanding, rule="CPPCR-22-KIND", approver="fostering_service", by=by)
    page = page_of(capsys, assignments=of_kit(approvals=(outside,)))
    glance = page.partition("Suitability is at least")[0]
    assert ("must end on" in glance) is ends
    assert "the stay asked for runs to 1 June 2027" in page


def test_a_large_panel_says_how_much_is_due(capsys: Captured) -> None:
    many = plan().assignments * 11
    large, small = page_of(capsys, assignments=many), page_of(capsys, assignments=plan().assignments)
    due = large.partition("What is due by when")[2]
    assert "27 November 2026" in due, "within a week"
    assert "4 December 2026 kit: the offer is taken up" not in due
    assert "more deadlines: --full tells each." in due
    assert "4 December 2026 kit: the offer is taken up" in small


def test_nothing_is_due_of_a_plan_of_nobody(capsys: Captured) -> None:
    assert "What is due" not in page_of(capsys, assignments=())


def test_what_nobody_can_tell_is_asked_for_all_of_whom_it_is_open() -> None:
    ran = matching("plan", ROOT / "scenarios/brothers_who_live_together_are_not_parted_for_a_missing_record.toml")
    assert "stays; together" in ran.line
    assert "stays this is where they live now, since 1 October 2025" in ran.line
    assert "to ask for ben and cal: the state of the carers' approval [CPPCR-22-APPROVED" in ran.line


def test_a_place_that_is_not_recorded_is_said_to_be_so(tmp_path: Path) -> None:
    ran = matching("plan", case_file(tmp_path, children=[child(home_postcode=None)]))
    assert "place not recorded (How far from home would amy live?)" in ran.line


def test_a_plan_without_what_is_found_of_each_home_is_a_shorter_page(capsys: Captured) -> None:
    told = tuple(changed(each, option=None) for each in plan().assignments)
    page = page_of(capsys, assignments=told)
    assert "needs the nominated officer's approval by 24 November 2026: Outside the area [" in page
    assert "What is due" not in page
    assert "stability indicators" not in page


def test_a_home_whose_id_fills_its_column_has_a_line_of_its_own(tmp_path: Path) -> None:
    long = "a_home_whose_id_is_longer_than_its_column"
    ran = matching("plan", case_file(tmp_path, homes=[home(id=long)]))
    assert f"amy (11)             {long}\n" in ran.out
