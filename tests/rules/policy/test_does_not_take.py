"""Local policy: a risk now that the carers do not take prohibits, and about a past one they are asked."""

from typing import Any

import pytest

from matching.rules.policy.keeping_safe import what_the_carers_do_not_take as rule
from tests.builders import a_child, a_home
from tests.rules.judging import CANNOT_TELL, MET, PROHIBITED, judge
from tests.rules.people import registered

PARTICULAR = ("violence_to_carers", "violence_to_children", "violence_to_animals")


def risk(kind: str | None = "fire_setting", level: str | None = "current") -> dict[str, Any]:
    return {"kind": kind, "level": level}


@pytest.mark.parametrize(
    ("risks", "excluded", "expected"),
    [
        pytest.param([risk()], ["fire_setting"], PROHIBITED, id="a risk now that they do not take"),
        pytest.param([risk(level="history")], ["fire_setting"], CANNOT_TELL, id="a past one that they do not take"),
        pytest.param([risk(level="none")], ["fire_setting"], MET, id="one that is known not to be there"),
        pytest.param([risk()], ["missing"], MET, id="a risk now that they take"),
        pytest.param([], ["fire_setting"], MET, id="a kind that is not listed is no risk"),
        pytest.param([risk(), risk("missing", "history")], ["missing"], CANNOT_TELL, id="the past one of two"),
        pytest.param(
            [risk("missing", "history"), risk()], ["missing", "fire_setting"], PROHIBITED, id="both, and one is now"
        ),
        pytest.param([risk(), risk(level="none")], [], MET, id="they take every risk"),
        pytest.param(None, [], MET, id="they take every risk, whatever hers are"),
        pytest.param([risk(None)], [], MET, id="they take every risk, whichever it is"),
        pytest.param([risk(level=None)], [], MET, id="they take every risk, now or then"),
        pytest.param(None, ["fire_setting"], CANNOT_TELL, id="her risks are not recorded"),
        pytest.param([risk(None)], ["fire_setting"], CANNOT_TELL, id="which risk is not recorded"),
        pytest.param([risk(None, "none")], ["fire_setting"], MET, id="whichever it is, it is not there"),
        pytest.param([risk(level=None)], ["fire_setting"], CANNOT_TELL, id="now or then is not recorded"),
        pytest.param([risk("missing", None)], ["fire_setting"], MET, id="now or then, they take it"),
        pytest.param(None, None, CANNOT_TELL, id="nothing is recorded"),
        pytest.param([], None, MET, id="no risk, whatever they take"),
        pytest.param([risk(level="none")], None, MET, id="none there, whatever they take"),
        pytest.param([risk()], None, CANNOT_TELL, id="a risk now, and what they take is not recorded"),
        pytest.param([risk(level="history")], None, CANNOT_TELL, id="a past one, and what they take is not recorded"),
        pytest.param([risk(None), risk()], ["fire_setting"], PROHIBITED, id="one they do not take, whatever the other"),
    ],
)
def test_a_child_is_not_placed_with_carers_who_do_not_take_a_risk_of_hers(risks, excluded, expected):
    assert judge(rule, a_child(risks=risks), a_home(does_not_take=excluded)).outcome == expected


@pytest.mark.parametrize("kind", PARTICULAR)
@pytest.mark.parametrize(
    ("level", "expected"),
    [pytest.param("current", PROHIBITED, id="now"), pytest.param("history", CANNOT_TELL, id="once")],
)
def test_who_does_not_take_violence_takes_no_kind_of_it(kind, level, expected):
    assert judge(rule, a_child(risks=[risk(kind, level)]), a_home(does_not_take=["violence"])).outcome == expected


@pytest.mark.parametrize("kind", PARTICULAR)
@pytest.mark.parametrize(
    ("level", "expected"),
    [
        pytest.param("current", CANNOT_TELL, id="now"),
        pytest.param("history", CANNOT_TELL, id="once"),
        pytest.param("none", MET, id="not there"),
    ],
)
def test_violence_may_be_the_kind_that_they_do_not_take(kind, level, expected):
    assert judge(rule, a_child(risks=[risk("violence", level)]), a_home(does_not_take=[kind])).outcome == expected


@pytest.mark.parametrize(
    ("kind", "excluded", "expected"),
    [
        pytest.param("violence_to_carers", "violence_to_animals", MET, id="violence of another kind"),
        pytest.param("violence", "violence", PROHIBITED, id="the general word for the general word"),
        pytest.param("cse", "child_sexual_exploitation", PROHIBITED, id="another word for the same risk"),
    ],
)
def test_one_kind_of_violence_is_not_another(kind, excluded, expected):
    assert judge(rule, a_child(risks=[risk(kind)]), a_home(does_not_take=[excluded])).outcome == expected


def test_it_holds_for_every_kind_of_home():
    house = a_home(kind="childrens_home", does_not_take=["fire_setting"])
    assert judge(rule, a_child(risks=[risk()]), house).outcome == PROHIBITED
    assert judge(rule, a_child(risks=[risk()]), registered()).outcome == MET
