"""What a table may speak of, and what the line that answers says."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from matching.domain.codes import Approver, Outcome
from matching.explaining.findings import answer_of
from matching.facts.catalogue import child, home, household, pair, referral
from matching.rules.rule import (
    HOUSEHOLD,
    PAIRING,
    cannot_tell,
    decide,
    does_not_apply,
    met,
    needs,
    prohibited,
)
from tests.explaining.made_up import a_rule


@pytest.mark.parametrize(
    "build",
    [
        pytest.param(lambda: decide(met("it is"), otherwise=met("it is")), id="a line without a condition"),
        pytest.param(
            lambda: decide(met("it is", when=home.restricted), otherwise=met("it is", when=home.restricted)),
            id="a last line with one",
        ),
    ],
)
def test_every_line_but_the_last_has_a_condition(build):
    with pytest.raises(ValueError, match="the last has none"):
        build()


def test_a_table_without_a_last_line_is_refused():
    unfinished: Any = decide
    with pytest.raises(TypeError, match="otherwise"):
        unfinished(met("it is", when=home.restricted))


@pytest.mark.parametrize("say", [met, prohibited, cannot_tell])
def test_a_sentence_that_names_a_fact_which_the_catalogue_lacks_is_refused(say):
    with pytest.raises(NameError, match=r"child\.agee_at_start"):
        say("aged {child.agee_at_start}")


def test_a_misspelt_fact_is_refused():
    facts: Any = child
    with pytest.raises(AttributeError, match="agee_at_start"):
        _ = facts.agee_at_start


FOREIGN = [
    pytest.param(
        HOUSEHOLD, lambda: met("old enough", when=child.age_at_start >= 16), child.age_at_start, id="in a condition"
    ),
    pytest.param(
        HOUSEHOLD,
        lambda: prohibited("{child.age_at_start}", when=home.restricted),
        child.age_at_start,
        id="in a sentence",
    ),
    pytest.param(
        HOUSEHOLD,
        lambda: needs(Approver.DIRECTOR, "asked", when=home.restricted, by=child.reviewed_on),
        child.reviewed_on,
        id="in a deadline",
    ),
    pytest.param(HOUSEHOLD, lambda: met("near", when=pair.lives_there), pair.lives_there, id="of a pairing"),
    pytest.param(
        PAIRING,
        lambda: met("few", when=household.fostered <= 3),
        household.fostered,
        id="of the household",
    ),
    pytest.param(
        PAIRING,
        lambda: met("few", when=home.vacant_beds >= household.beds_needed),
        household.beds_needed,
        id="of the household, compared with",
    ),
]


@pytest.mark.parametrize(("about", "of", "fact"), FOREIGN)
def test_a_rule_that_speaks_of_what_it_is_not_about_is_refused(about, of, fact):
    with pytest.raises(NameError, match=f"may not speak of .*{fact.name}"):
        a_rule(of(), met("it is"), about=about)


def test_a_rule_speaks_of_what_it_is_about():
    spoken = a_rule(
        prohibited("{household.fostered}", when=household.fostered > home.terms_max_children),
        needs(Approver.DIRECTOR, "asked", when=referral.emergency, by=referral.emergency_stop),
        met("it is"),
        about=HOUSEHOLD,
    )
    assert spoken.facts == {
        household.fostered.name,
        home.terms_max_children.name,
        referral.emergency.name,
        referral.emergency_stop.name,
    }
    assert spoken.means == "It says so."


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        pytest.param(date(2014, 1, 26), False, id="the day before the first"),
        pytest.param(date(2014, 1, 27), True, id="the first"),
        pytest.param(date(2020, 6, 1), True, id="the last"),
        pytest.param(date(2020, 6, 2), False, id="the day after"),
    ],
)
def test_a_rule_binds_from_its_first_day_to_its_last(day, expected):
    ended = replace(a_rule(met("it is")), from_day=date(2014, 1, 27), until_day=date(2020, 6, 1))
    assert ended.binds_on(day) is expected


FINDS = [
    pytest.param((True, None), Outcome.PROHIBITED, "shut", id="the first line holds"),
    pytest.param((False, True), Outcome.MET, "takes all", id="the second line holds"),
    pytest.param((False, False), Outcome.PROHIBITED, "no reason", id="none holds"),
    pytest.param((None, False), Outcome.PROHIBITED, "shut, or no reason", id="two may, and they agree"),
]


@pytest.mark.parametrize(("holds", "outcome", "because"), FINDS)
def test_the_line_that_answers_says_why(holds, outcome, because):
    table = a_rule(
        prohibited("shut", when=home.restricted),
        met("takes all", when=home.takes_emergencies),
        prohibited("no reason"),
    )
    ready = answer_of(table, holds).ready
    assert ready is not None
    assert (ready.outcome, ready.because) == (outcome.word, because)


def test_what_does_not_apply_is_met_and_says_so():
    ready = answer_of(a_rule(does_not_apply("not a pet", when=home.restricted), met("fine")), (True,)).ready
    assert ready is not None
    assert (ready.outcome, ready.applies) == ("met", False)


def test_a_line_that_cannot_tell_names_what_to_ask():
    table = a_rule(met("offered", when=pair.offered), cannot_tell("no offer", asks=(home.vacant_beds,)))
    answer = answer_of(table, (False,))
    assert answer.ready is None, "what is still open turns on the row"
    assert answer.line is not None
    assert answer.line.asks == (home.vacant_beds,)
    assert {home.vacant_beds.name, "referral.asked_on"} <= set(answer.turns_on)
