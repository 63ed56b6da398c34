"""Findings that an approval or a refusal settled: by whom, when, until when and on which conditions."""

import json
from datetime import date
from typing import Any

import pytest

from matching.domain.codes import Approver
from matching.domain.finding import Finding
from matching.domain.panel import GivenApproval
from matching.domain.ranking import Option
from matching.explaining.settled import said, settled, who
from tests.builders import a_home
from tests.explaining.asking import ROOM_FOR_TWO, SIBLINGS, finding, option, rank
from tests.facts.laying_out import approval

DISTANCE, TODAY = "CPPCR-11-1B", date(2026, 11, 24)
OFFER = {"referral": "r1", "valid_until": date(2027, 1, 31)}
AWAY: dict[str, Any] = {
    "run_by": "agency",
    "approval": approval(approved_by="acorn"),
    "offer": OFFER,
    "postcode": "RG1 1AA",
}
"""An agency's carers in Reading, at a distance: the director is asked."""


def given(**changes: Any) -> dict[str, Any]:
    return {"rule": DISTANCE, "child": "amy", "home": "oak", "by": "director", "on": date(2026, 11, 20)} | changes


def oak(*approvals: dict[str, Any], **home: Any) -> Option:
    return option(rank(a_home(**(AWAY | home)), approvals=approvals, in_full=["oak"]), "oak")


def needing() -> Finding:
    """What is found before anybody approved."""
    return finding(oak(), DISTANCE)


def test_before_anybody_approved_it_needs_the_director():
    found = needing()
    assert (found.outcome, found.approver, found.approval) == ("needs_approval", "director", None)


CONDITIONS = "A visit a week."


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        pytest.param({}, "approved by the director on 20 November 2026", id="plainly"),
        pytest.param(
            {"until": date(2027, 6, 1)}, "approved by the director on 20 November 2026, until 1 June 2027", id="until"
        ),
        pytest.param(
            {"conditions": CONDITIONS},
            f"approved by the director on 20 November 2026 (conditions: {CONDITIONS})",
            id="on conditions",
        ),
        pytest.param(
            {"until": date(2027, 6, 1), "conditions": CONDITIONS},
            f"approved by the director on 20 November 2026, until 1 June 2027 (conditions: {CONDITIONS})",
            id="until, on conditions",
        ),
    ],
)
def test_what_was_approved_is_met_and_says_by_whom(changes, words):
    found = finding(oak(given(**changes)), DISTANCE)
    assert (found.outcome, found.because) == ("met", f"{needing().because}; {words}")
    assert found.approval is not None
    assert found.approval.model_dump() == {
        "by": "director",
        "on": date(2026, 11, 20),
        "until": changes.get("until"),
        "conditions": changes.get("conditions"),
        "refused": False,
    }


def test_what_was_refused_is_prohibited_and_says_by_whom():
    home = oak(given(refused=True, conditions="Too far."))
    found = finding(home, DISTANCE)
    words = "refused by the director on 20 November 2026 (conditions: Too far.)"
    assert (home.standing, found.outcome) == ("prohibited", "prohibited")
    assert found.because == f"{needing().because}; {words}"
    assert found.approval is not None
    assert found.approval.refused


def test_whose_it_had_to_be_and_by_when_stay_on_record():
    before, after = needing(), finding(oak(given()), DISTANCE)
    assert (after.approver, after.by, after.facts) == (before.approver, before.by, before.facts)


def test_no_other_finding_changes():
    before, after = oak(), oak(given())
    changed = [f.rule for f, g in zip(before.findings, after.findings, strict=True) if f != g]
    assert changed == [DISTANCE]


def test_no_other_home_changes():
    homes = (a_home(**AWAY), a_home(**AWAY | {"id": "elm"}))
    ranking = rank(*homes, approvals=(given(),))
    outcomes = {home: finding(option(ranking, home), DISTANCE).outcome for home in ("oak", "elm")}
    assert outcomes == {"oak": "met", "elm": "needs_approval"}


def test_of_two_who_arrive_only_hers_is_settled():
    home = a_home(**AWAY, **ROOM_FOR_TWO)
    found = option(rank(home, approvals=(given(referral="r1"),), **SIBLINGS), "oak")
    told = {child: finding(found, DISTANCE, child) for child in ("amy", "ben")}
    assert {child: f.outcome for child, f in told.items()} == {"amy": "met", "ben": "needs_approval"}
    assert told["ben"].approval is None


def test_the_answer_in_json_holds_the_approval():
    ranking = rank(a_home(**AWAY), approvals=(given(until=date(2027, 6, 1), conditions=CONDITIONS),))
    answer = json.loads(ranking.model_dump_json())
    (home,) = (o for tier in answer["tiers"] for o in tier["options"])
    held = {f["rule"]: f["approval"] for f in home["findings"]}
    assert held.pop(DISTANCE) == {
        "by": "director",
        "on": "2026-11-20",
        "until": "2027-06-01",
        "conditions": CONDITIONS,
        "refused": False,
    }
    assert set(held.values()) == {None}


IN_WORDS = {
    Approver.ALL_WITH_PR: "all with parental responsibility",
    Approver.AUTHORITY_OF_RESIDENCE: "the authority that the home is in",
    Approver.FINANCE: "finance",
    Approver.NOMINATED_OFFICER: "the nominated officer",
    Approver.COURT: "the court",
    None: "somebody",
}


@pytest.mark.parametrize(("approver", "words"), [pytest.param(a, w, id=w) for a, w in IN_WORDS.items()])
def test_an_approver_is_said_in_words(approver, words):
    assert who(approver) == words
    assert said(GivenApproval(by=approver, on=TODAY)) == f"approved by {words} on 24 November 2026"


def test_every_approver_has_words_without_a_code():
    assert all("_" not in who(approver) for approver in Approver)


@pytest.mark.parametrize(
    ("refused", "outcome"),
    [pytest.param(True, "prohibited", id="refused"), pytest.param(None, "met", id="nobody says it was refused")],
)
def test_a_finding_is_left_as_it_was_but_for_what_settled_it(refused, outcome):
    before = needing()
    after = settled(before, [GivenApproval(by=Approver.DIRECTOR, on=TODAY, refused=refused)])
    assert after.outcome == outcome
    assert before == after.model_copy(update={"outcome": before.outcome, "because": before.because, "approval": None})
