"""What a review finds of children: what is unlawful first, what to explore, to keep, and what nobody can assess."""

from datetime import date
from typing import Any

import pytest

from matching.domain.case import Case
from matching.domain.review import OUTCOMES, Review, Reviewed
from matching.engine import Engine
from matching.errors import InvalidInput
from matching.review import AskedReview, review
from tests.reviewing.worlds import a_chain, a_house, a_world, placed

HOME = "HP20 1UA"
FAR, NEAR = a_house("far", "SY2 6BU"), a_house("near", "HP20 2NF", beds=1)


def reviewed(case: Case, asked: AskedReview | None = None) -> Review:
    return review(Engine.of(case), asked)


def found_of(case: Case, child: str = "amy") -> Reviewed:
    answer = reviewed(case)
    rows: list[Reviewed] = [row for outcome in OUTCOMES for row in getattr(answer, outcome)]
    return next(row for row in rows if row.child == child)


def amy(**changes: Any) -> dict[str, Any]:
    return placed("amy", "far", HOME, **changes)


def why(row: Reviewed) -> list[str]:
    return [because.id for because in row.because]


def test_a_home_nearer_that_loses_her_nothing_is_worth_exploring():
    row = found_of(a_world([amy()], [FAR, NEAR]))
    assert (row.outcome, row.suggested and row.suggested.home) == ("explore", "near")
    assert row.suggested
    assert set(row.suggested.gains) >= {"Near home", "Within the area"}


def test_nobody_is_suggested_another_home_where_staying_is_given_most():
    row = found_of(a_world([amy()], [FAR, NEAR], continuity_credit=100))
    assert (row.outcome, row.suggested) == ("keep", None)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"long_term_match": True}, "matched_long_term"),
        ({"school": {"urn": "110000", "postcode": HOME, "year_group": 10}, "born": date(2012, 1, 1)}, "key_stage_4"),
        ({"wishes": {"ascertained_on": date(2026, 11, 18), "wants": ["stay"], "does_not_want": []}}, "wants_to_stay"),
        ({"away_for_safety": True}, "away_for_safety"),
        ({"current_since": date(2026, 6, 1)}, "came_lately"),
        ({"permanence_plan": ["ADOPTION"]}, "adoption"),
        ({"court_orders": [{"kind": "special_guardianship_application"}]}, "special_guardianship"),
        ({"permanence_plan": ["RETURN6M"]}, "going_home"),
        ({"therapy_until": date(2027, 5, 1)}, "therapy"),
    ],
)
def test_whoever_is_left_alone_is_kept_with_the_reason(changes, reason):
    row = found_of(a_world([amy(**changes)], [FAR, NEAR]))
    assert (row.outcome, row.suggested, why(row)) == ("keep", None, [reason])


@pytest.mark.parametrize(
    ("fact", "reason"),
    [
        ("long_term_match", "matched_long_term"),
        ("away_for_safety", "away_for_safety"),
        ("therapy_until", "therapy"),
        ("wishes", "wants_to_stay"),
        ("permanence_plan", "adoption"),
        ("court_orders", "special_guardianship"),
        ("siblings", "brothers_and_sisters"),
        ("reviewed_on", "CPPCR-14"),
    ],
)
def test_what_nobody_recorded_is_to_be_asked_before_another_home_is_suggested(fact, reason):
    row = found_of(a_world([amy(**{fact: None})], [FAR, NEAR]))
    assert (row.outcome, row.suggested) == ("cannot_assess", None)
    assert reason in why(row)


def test_what_nobody_recorded_does_not_matter_where_no_home_would_serve_her_better():
    assert found_of(a_world([amy(therapy_until=None)], [FAR])).outcome == "keep"


def over_terms() -> dict[str, Any]:
    terms = {"age_min": 0, "age_max": 9, "sex": "any", "max_children": 3, "kinds": ["long_term", "short_term"]}
    approval = {"status": "active", "approved_by": "E06000060", "terms": terms, "agreement_signed": date(2020, 5, 1)}
    return a_house("far", "SY2 6BU", approval=approval)


def test_a_home_that_breaks_a_rule_is_unlawful_now_and_another_is_suggested_whatever_else():
    left_alone = {"long_term_match": True, "therapy_until": None}
    row = found_of(a_world([amy(**left_alone)], [over_terms(), NEAR], continuity_credit=100))
    assert (row.outcome, row.against[0].id) == ("unlawful_now", "CPPCR-22-AGE")
    assert row.suggested
    assert (row.suggested.home, row.suggested.credit) == ("near", 0)


def test_an_unlawful_home_without_another_says_to_search_further():
    row = found_of(a_world([amy()], [over_terms()]))
    assert (row.outcome, row.suggested) == ("unlawful_now", None)
    assert why(row) == ["CPPCR-22-AGE", "mend", "no_home"]
    assert "by a review of the approval" in row.because[1].words


def test_beds_are_not_kept_from_a_child_whose_home_is_unlawful():
    row = found_of(a_world([amy()], [over_terms(), NEAR], beds_kept_free=5))
    assert row.suggested
    assert row.suggested.home == "near"


def crowded() -> Case:
    """Two in a home for one, a third out of the terms of hers, and one bed."""
    terms = {"age_min": 0, "age_max": 17, "sex": "any", "max_children": 1, "kinds": ["long_term", "short_term"]}
    approval = {"status": "active", "approved_by": "E06000060", "terms": terms, "agreement_signed": date(2020, 5, 1)}
    children = [placed("amy", "small", HOME), placed("ben", "small", HOME, sex="M"), placed("cat", "far", "GU11 3ED")]
    homes = [a_house("small", "GU14 6DF", approval=approval), over_terms(), a_house("free", "GU14 6DF", beds=1)]
    return a_world(children, homes)


def test_one_who_leaves_a_crowded_home_puts_it_in_order_for_the_other():
    answer = reviewed(crowded())
    assert {row.child for row in answer.unlawful_now} == {"amy", "ben", "cat"}
    assert next(aim for aim in answer.aims if aim.aim == "lawful").reached == 2
    (suggested,) = (row.child for row in answer.unlawful_now if row.suggested)
    assert suggested in {"amy", "ben"}
    (other,) = (row for row in answer.unlawful_now if row.child in {"amy", "ben"} - {suggested})
    assert why(other)[-1] == "mended"


def test_of_a_bed_that_another_has_it_is_not_said_that_none_may_be_used():
    answer = reviewed(crowded())
    cat = next(row for row in answer.unlawful_now if row.child == "cat")
    assert why(cat)[-1] == "taken"
    assert "free could be used too; its bed is suggested for another child" in cat.because[-1].words


def test_two_records_of_where_a_child_lives_are_to_be_settled_first():
    near = a_house("near", "HP20 2NF", household=[{"id": "amy", "relation": "looked_after", "born": date(2015, 6, 1)}])
    row = found_of(a_world([amy()], [FAR, near]))
    assert (row.outcome, why(row)) == ("cannot_assess", ["home"])


def test_the_last_review_is_of_the_same_authority():
    case = a_world([amy()], [FAR, NEAR])
    last = reviewed(case).model_copy(update={"authority": "E10000015"})
    with pytest.raises(InvalidInput) as wrong:
        reviewed(case, AskedReview(last=last))
    assert [fault.field for fault in wrong.value.faults] == ["last.authority"]


def test_nobody_who_is_away_for_safety_is_suggested_a_home_even_from_an_unlawful_one():
    row = found_of(a_world([amy(away_for_safety=True)], [over_terms(), NEAR]))
    assert (row.outcome, row.suggested, why(row)[-1]) == ("unlawful_now", None, "safety")
    assert row.opened_since == ()


def test_a_sister_goes_with_one_whose_home_is_unlawful_though_her_own_is_not():
    beth = placed("beth", "other", HOME, born=date(2018, 5, 1), siblings=[{"child": "amy", "assessment": "together"}])
    beth["school"]["year_group"] = 3
    sisters = [amy(siblings=[{"child": "beth", "assessment": "together"}]), beth]
    one_bed, two_beds = NEAR, a_house("further", "MK18 9BP", beds=2)
    lawful = a_house("other", "WV16 4ET")
    answer = reviewed(a_world(sisters, [over_terms(), lawful, one_bed, two_beds]))
    assert [(r.child, r.suggested and r.suggested.together_with) for r in answer.unlawful_now] == [("amy", ("beth",))]


def test_a_home_outside_the_area_that_cannot_wait_is_due_whenever_it_was_considered():
    case = a_world([amy(last_considered_on=date(2026, 11, 1))], [over_terms()])
    assert [row.child for row in reviewed(case).unlawful_now] == ["amy"]
    assert reviewed(a_world([amy(last_considered_on=date(2026, 11, 1))], [FAR])).due == ()


def test_what_a_search_requires_of_the_next_home_says_nothing_against_this_one():
    asked = {"id": "r1", "children": ["amy"], "start": date(2026, 12, 1), "required": ["two_carers", "no_pets"]}
    far = a_house("far", "SY2 6BU", carers=1, pets=True)
    case = a_world([amy()], [far]).model_dump(by_alias=True, exclude_none=True) | {"referrals": [asked]}
    row = found_of(Case.model_validate(case))
    assert (row.outcome, row.today, why(row)[-1]) == ("keep", "met", "referral")


def test_of_a_home_that_may_not_be_told_lawful_nobody_says_that_it_is_kept():
    far = a_house("far", "SY2 6BU", does_not_take=None)
    risks = [{"kind": "violence", "level": "current", "to": "carers", "last": date(2026, 5, 1)}]
    row = found_of(a_world([amy(risks=risks)], [far]))
    assert (row.outcome, row.today) == ("cannot_assess", "cannot_tell")
    assert row.unknown


@pytest.mark.parametrize(
    ("child", "homes", "gap"),
    [
        (amy(), [NEAR], "home"),
        (amy(current_home=None), [FAR, NEAR], "home"),
        (amy(current_since=None), [FAR, NEAR], "since"),
        (amy(current_since=date(2010, 1, 1)), [FAR, NEAR], "since"),
    ],
)
def test_bad_records_are_said_and_the_rest_goes_on(child, homes, gap):
    ben = placed("ben", "other", HOME, sex="M")
    answer = reviewed(a_world([child, ben], [*homes, a_house("other", "SY2 6BU")]))
    assert [row.child for row in answer.cannot_assess if gap in why(row)] == ["amy"]
    assert {row.child for row in (*answer.explore, *answer.keep)} == {"ben"}


@pytest.mark.parametrize("closed", ["registration", "approval"])
def test_a_home_that_closed_cannot_be_assessed_and_says_that_it_is_urgent(closed):
    registered = {"kind": "childrens_home", "registration": {"status": "cancelled", "capacity": 4}}
    ended = {"approval": {"status": "ended"}}
    far = a_house("far", "SY2 6BU", **(registered if closed == "registration" else ended))
    row = found_of(a_world([amy()], [far, NEAR]))
    assert (row.outcome, why(row)) == ("cannot_assess", ["closed"])
    assert "today" in row.because[0].words


def test_with_nobody_due_nothing_is_proposed():
    answer = reviewed(a_world([placed("amy", "near", HOME)], [NEAR]))
    assert (answer.due, answer.explore, answer.chains, answer.proven) == ((), (), (), True)


def test_everyone_may_be_looked_at_whoever_is_due():
    case = a_world([placed("amy", "near", HOME)], [NEAR])
    answer = reviewed(case, AskedReview(everyone=True))
    assert [row.child for row in answer.keep] == ["amy"]


def test_beds_are_kept_for_new_referrals():
    row = found_of(a_world([amy()], [FAR, NEAR], beds_kept_free=1))
    assert (row.outcome, row.suggested) == ("keep", None)
    assert row.also_suits[0].kept_free
    assert "kept for new referrals" in row.because[0].words


def test_nobody_is_suggested_to_leave_a_family_for_residential_care():
    home = a_house("near", "HP20 2NF", beds=1, kind="childrens_home", run_by="own", impact_assessments=[])
    assert found_of(a_world([amy()], [FAR, home])).outcome == "keep"


def test_cost_is_no_part_of_a_review_whatever_the_policy_says_of_it():
    case = a_world([amy()], [FAR, NEAR])
    assert case.policy is not None
    dear = a_house("near", "HP20 2NF", beds=1, cost={"weekly": 9000, "full_weekly": 9500, "basis": "spot"})
    weighted = case.policy.model_copy(update={"cost_counts": "weighted"})
    costly = a_world([amy()], [FAR, dear]).model_copy(update={"policy": weighted})
    suggested = [found_of(of).suggested for of in (case, costly)]
    assert suggested[0]
    assert suggested[1]
    assert suggested[0].suitability == suggested[1].suitability


def test_of_two_for_one_bed_the_plan_says_to_whom_it_is_suggested():
    ben = placed("ben", "other", HOME, sex="M")
    answer = reviewed(a_world([amy(), ben], [FAR, a_house("other", "SY2 6BU"), NEAR]))
    (explored,), (kept,) = answer.explore, answer.keep
    assert kept.also_suits[0].taken_by == (explored.child,)
    assert "suggested for another child" in kept.because[0].words


def test_a_sister_is_not_left_behind():
    beth = placed("beth", "far", HOME, siblings=[{"child": "amy", "assessment": "together"}])
    sisters = [amy(siblings=[{"child": "beth", "assessment": "together"}]), beth]
    assert {row.outcome for row in reviewed(a_world(sisters, [FAR, NEAR])).keep} == {"keep"}
    two = a_house("near", "HP20 2NF", beds=2)
    both = reviewed(a_world(sisters, [FAR, two])).explore
    assert [(row.child, row.suggested and row.suggested.together_with) for row in both] == [
        ("amy", ("beth",)),
        ("beth", ("amy",)),
    ]


def test_a_child_who_cannot_have_others_beside_her_keeps_them_out():
    alone = placed("cleo", "near", HOME)
    asked = {"id": "r1", "children": ["cleo"], "start": date(2026, 12, 1), "required": ["no_other_children"]}
    case = a_world([amy(), alone], [FAR, NEAR])
    assert found_of(case).outcome == "explore"
    case = Case.model_validate(case.model_dump(by_alias=True, exclude_none=True) | {"referrals": [asked]})
    assert found_of(case).outcome == "keep"


def test_an_agreed_home_is_not_overtaken():
    case = a_world([amy()], [FAR, NEAR, a_house("later", "HP21 8EB", beds=1)])
    agreed = [{"child": "amy", "home": "later", "on": date(2026, 11, 20), "start": date(2026, 12, 20)}]
    case = Case.model_validate(case.model_dump(by_alias=True, exclude_none=True) | {"decided": agreed})
    row = found_of(case)
    assert (row.outcome, why(row)) == ("keep", ["agreed"])


def test_every_child_due_is_in_one_list():
    answer = reviewed(a_chain())
    rows = [row.child for outcome in OUTCOMES for row in getattr(answer, outcome)]
    assert sorted(rows) == sorted(due.child for due in answer.due)
