"""The child's risks beside those that carers do not take."""

from itertools import product
from typing import Any

import pytest

from matching.domain.codes import VIOLENCE, RiskKind
from matching.facts.catalogue import pair
from matching.facts.risk_kinds import covering, within
from tests.builders import a_child, a_home
from tests.facts.laying_out import laid_out

LEVELS = ("none", "history", "current")


@pytest.mark.parametrize("kind", sorted(RiskKind))
def test_a_risk_is_excluded_by_its_own_word_and_violence_by_the_general_one_too(kind):
    assert covering(kind) == {kind} | ({RiskKind.VIOLENCE} if kind in VIOLENCE else set())


@pytest.mark.parametrize("kind", sorted(RiskKind))
def test_only_the_general_word_for_violence_may_mean_a_particular_one(kind):
    assert within(kind) == (VIOLENCE - {kind} if kind is RiskKind.VIOLENCE else set())


def of(risks: Any, excluded: Any) -> tuple[bool | None, bool | None]:
    """Whether the carers do not take a risk now, and a past one."""
    frame = laid_out([a_child(risks=risks)], [a_home(does_not_take=excluded)]).frames[0]
    return frame[pair.risk_not_taken.name][0], frame[pair.past_risk_not_taken.name][0]


def risk(kind: str | None, level: str | None) -> dict[str, Any]:
    return {"kind": kind, "level": level}


@pytest.mark.parametrize(
    ("risks", "excluded", "expected"),
    [
        pytest.param([risk("theft", "current")], ["theft"], (True, False), id="now"),
        pytest.param([risk("theft", "history")], ["theft"], (False, True), id="once"),
        pytest.param([risk("theft", None)], ["theft"], (None, None), id="now or once"),
        pytest.param([risk("theft", "none")], ["theft"], (False, False), id="not there"),
        pytest.param([risk("theft", "current")], None, (None, False), id="what they take is not recorded"),
        pytest.param([risk(None, "history")], ["theft"], (False, None), id="which risk is not recorded"),
        pytest.param(None, ["theft"], (None, None), id="her risks are not recorded"),
        pytest.param(None, None, (None, None), id="nothing is recorded"),
        pytest.param(None, [], (False, False), id="they take all"),
        pytest.param([], None, (False, False), id="she has none"),
        pytest.param([risk("violence", "current")], ["violence_to_animals"], (None, False), id="perhaps that violence"),
        pytest.param([risk("violence_to_animals", "current")], ["violence"], (True, False), id="violence of a kind"),
    ],
)
def test_now_and_once_are_told_apart(risks, excluded, expected):
    assert of(risks, excluded) == expected


@pytest.mark.parametrize("excluded", [[], ["theft"], ["violence"], ["violence_to_carers"], None])
def test_what_is_unknown_of_a_risk_is_what_every_value_of_it_would_say(excluded):
    kinds = ("theft", "violence", "violence_to_carers", "missing")
    for kind, level in product((*kinds, None), (*LEVELS, None)):
        ways = product(kinds if kind is None else (kind,), LEVELS if level is None else (level,))
        filled = [of([risk(k, x)], excluded) for k, x in ways]
        for said, possible in zip(of([risk(kind, level)], excluded), zip(*filled, strict=True), strict=True):
            assert said is None or set(possible) == {said}
