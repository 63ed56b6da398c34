"""What became of each child since the last review: every sentence, and silence where all is as it was."""

from datetime import date
from typing import Any, Literal

import pytest

from matching.domain.case import Case
from matching.domain.review import Changed, Review, Reviewed
from matching.engine import Engine
from matching.review import AskedReview, review
from matching.reviewing.since import since_last
from tests.reviewing.asking import suggested
from tests.reviewing.worlds import a_house, a_world, placed


def found(outcome: str, home: str | None = "oak", explore: str | None = None) -> Reviewed:
    return Reviewed(
        child="amy",
        outcome=outcome,
        age=11,
        home=home,
        name=None,
        kind=None,
        since=None,
        because=(),
        suggested=suggested(explore) if explore else None,
    )


def last(*rows: Reviewed) -> Review:
    """The last review, with these found."""
    by_outcome = {row.outcome: (row,) for row in rows}
    nobody = review(Engine.of(a_world([], [a_house("oak", "SY2 6BU")])))
    return nobody.model_copy(update={"as_of": date(2026, 5, 24), "facts_hash": "before", **by_outcome})


def became(
    before: Reviewed | None, now: Reviewed | None, home: str | Literal[False] | None = "oak", *, gone: bool = False
) -> str:
    """What is said of Amy, who lives in a home now, or is `gone` from the case."""
    homes = {} if gone else {"amy": home}
    since = since_last(last(*([before] if before else [])), {"amy": now} if now else {}, homes)
    return "".join(changed.words for changed in since.changed)


@pytest.mark.parametrize(
    ("before", "now", "home", "said"),
    [
        pytest.param(found("keep"), found("keep"), "oak", "", id="nothing where all is as it was"),
        pytest.param(found("keep"), found("explore"), "oak", "was 'keep', is now 'explore'", id="kept, then explore"),
        pytest.param(
            found("unlawful_now"),
            found("cannot_assess"),
            "oak",
            "was 'unlawful now', is now 'cannot assess'",
            id="unlawful, then nobody can tell",
        ),
        pytest.param(None, found("keep"), "oak", "was not due then", id="new to the list"),
        pytest.param(found("keep"), None, "oak", "is no longer due", id="no longer on the list"),
        pytest.param(
            found("explore", explore="elm"),
            found("explore", explore="elm"),
            "oak",
            "elm, then suggested, was not taken up",
            id="suggested, and not taken up",
        ),
        pytest.param(
            found("explore", explore="elm"),
            None,
            "elm",
            "is no longer due; elm, then suggested, is now the home; lives in elm now, then in oak",
            id="suggested, and taken up",
        ),
        pytest.param(
            found("explore", explore="elm"),
            found("keep"),
            "ash",
            "was 'explore', is now 'keep'; elm, then suggested, was not taken up; lives in ash now, then in oak",
            id="suggested, and lives in a third home",
        ),
        pytest.param(
            found("explore", explore="elm"),
            found("cannot_assess", home=None),
            None,
            "was 'explore', is now 'cannot assess'; lives in one not recorded now, then in oak",
            id="suggested, and nobody can tell whether it was taken up",
        ),
        pytest.param(found("keep"), found("keep"), "ash", "lives in ash now, then in oak", id="in another home"),
        pytest.param(
            found("keep"), None, False, "is no longer due; lives in no home now, then in oak", id="in no home any more"
        ),
        pytest.param(
            found("keep"),
            found("cannot_assess", home=None),
            None,
            "was 'keep', is now 'cannot assess'; lives in one not recorded now, then in oak",
            id="where she lives is not recorded any more",
        ),
        pytest.param(
            found("cannot_assess", home=None),
            found("cannot_assess", home=None),
            None,
            "",
            id="where she lives is not recorded, then or now",
        ),
        pytest.param(
            found("cannot_assess", home=None),
            found("cannot_assess"),
            "oak",
            "lives in oak now, then in one not recorded",
            id="where she lives is recorded now",
        ),
    ],
)
def test_what_became_of_a_child_is_said_in_words(before, now, home, said):
    assert became(before, now, home) == said


def test_who_left_the_case_is_said_to_have_left_it_and_nothing_else_is():
    assert became(found("explore", explore="elm"), None, gone=True) == "is no longer in the case"


def test_it_names_the_last_review_and_both_outcomes():
    since = since_last(last(found("explore")), {"amy": found("keep")}, {"amy": "oak"})
    assert (since.as_of, since.facts_hash) == (date(2026, 5, 24), "before")
    (changed,) = since.changed
    assert changed == Changed(child="amy", before="explore", after="keep", words="was 'explore', is now 'keep'")


def a_review(asked: AskedReview | None = None, **child: Any) -> Review:
    """A review of Amy, in a home outside the area, with nowhere else to live."""
    return review(Engine.of(one(**child)), asked)


def one(**child: Any) -> Case:
    return a_world([placed("amy", "oak", "HP20 1UA", **child)], [a_house("oak", "SY2 6BU")])


def test_the_same_case_again_tells_of_nobody():
    before = a_review()
    since = a_review(AskedReview(last=before)).since_last
    assert since is not None
    assert (since.changed, since.facts_hash) == ((), before.facts_hash)


def test_of_whom_people_decide_now_it_is_not_said_that_she_is_no_longer_due():
    asked = AskedReview(last=a_review())
    answer = a_review(asked, deprivation_of_liberty=True)
    assert [due.child for due in answer.due] == ["amy"]
    assert answer.since_last is not None
    assert [changed.words for changed in answer.since_last.changed] == ["people decide this now, not the list"]


def test_of_whom_people_decided_then_it_is_not_said_that_she_was_not_due():
    asked = AskedReview(last=a_review(deprivation_of_liberty=True))
    answer = a_review(asked)
    assert answer.since_last is not None
    assert [changed.words for changed in answer.since_last.changed] == ["people decided this then, not the list"]


@pytest.mark.parametrize(
    ("home", "said"),
    [
        pytest.param(False, "is no longer due; lives in no home now, then in oak", id="a child who has no home"),
        pytest.param(
            None,
            "was 'keep', is now 'cannot assess'; lives in one not recorded now, then in oak",
            id="a child of whom nobody recorded where she lives",
        ),
    ],
)
def test_a_home_that_nobody_recorded_is_not_said_to_be_none(home, said):
    answer = a_review(AskedReview(last=a_review()), current_home=home)
    assert answer.since_last is not None
    assert [changed.words for changed in answer.since_last.changed] == [said]
