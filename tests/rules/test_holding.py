"""Where conditions hold: what is known already is used, what lasts is kept, and what a question changes is not."""

import numpy as np
import polars as pl

from matching.facts.catalogue import home, pair
from matching.facts.held import Held, Lasting, Told
from matching.rules.holding import Conditions
from matching.rules.rule import met, prohibited
from tests.explaining.made_up import a_rule

OPEN, SHUT = (pl.DataFrame({home.restricted.name: [shut], home.vacant_beds.name: [0]}) for shut in (False, True))
SURELY, SURELY_NOT = (Held(np.array([holds]), np.array([not holds])) for holds in (True, False))
FULL = a_rule(prohibited("shut, and full", when=home.restricted & (home.vacant_beds <= 0)), met("room"))
THERE = a_rule(met("there", when=~pair.lives_there), prohibited("not there"))


def said(frame: pl.DataFrame, told: Told, rule=FULL) -> list[bool | None]:
    ((held,),) = Conditions((rule,)).held(frame, told)
    return [{(1, 0): True, (0, 1): False}.get((may, may_not)) for may, may_not in zip(*held, strict=True)]


def test_what_turns_on_the_homes_alone_is_worked_out_once():
    told = Told(Lasting(frozenset({home.restricted.name, home.vacant_beds.name})))
    assert said(OPEN, told) == [False]
    assert said(SHUT, told) == [False]
    assert said(SHUT, Told()) == [True]


def test_what_a_question_changes_of_the_homes_is_worked_out_again():
    lasting = Lasting(frozenset({home.restricted.name, home.vacant_beds.name}))
    changed = lasting.but_for([home.vacant_beds.name])
    assert said(SHUT, Told(changed)) == [True]
    roomy = SHUT.with_columns(pl.lit(1).alias(home.vacant_beds.name))
    assert said(roomy, Told(changed)) == [False]
    assert said(SHUT, Told(lasting)) == [True]
    assert said(roomy, Told(lasting)) == [True]
    assert said(roomy, Told(changed)) == [False]


def test_a_fact_that_is_known_is_not_read_again():
    nothing = pl.DataFrame({home.restricted.name: [True]})
    assert said(nothing, Told(facts={pair.lives_there.name: SURELY}), THERE) == [False]
    assert said(nothing, Told(facts={pair.lives_there.name: SURELY_NOT}), THERE) == [True]


def test_what_is_kept_of_the_homes_is_the_same_however_often_they_are_under_each_other():
    lasting = Lasting(frozenset({home.restricted.name, home.vacant_beds.name}))
    twice = pl.concat([SHUT, OPEN, SHUT, OPEN])
    assert said(twice, Told(lasting, times=2)) == [True, False, True, False]
    assert said(pl.concat([SHUT, OPEN]), Told(lasting)) == [True, False]
    assert said(pl.concat([twice, SHUT, OPEN]), Told(lasting, times=3)) == [True, False] * 3


def test_without_rules_there_is_nothing_to_work_out():
    assert Conditions(()).held(OPEN, Told()) == []
