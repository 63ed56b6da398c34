"""The home in which a child lives: always shown, and to leave it owes a reason, which to stay does not."""

from datetime import date

from matching.domain.child import Child
from matching.domain.home import Home
from tests.builders import a_child, a_home
from tests.explaining.asking import option, options, rank

HER_OWN = {"id": "elm", "kind": "childrens_home", "run_by": "private"}
SETTLED = a_child(current_home="elm", current_since=date(2024, 1, 1))


def owed(home: str, *homes: Home, child: Child = SETTLED) -> set[str]:
    return {r.rule for r in option(rank(*homes, children=(child,)), home).reasons_owed}


def test_where_she_lives_is_given_in_full_however_far_down_it_stands():
    others = [a_home(id=f"oak{n}") for n in range(4)]
    found = rank(*others, a_home(**HER_OWN), children=(SETTLED,), limit=1)
    assert "elm" in {o.home for o in options(found)}


def test_a_move_from_a_home_that_may_go_on_owes_its_reason():
    assert "CPPCR-14" in owed("oak", a_home(), a_home(**HER_OWN))


def test_a_move_from_a_home_that_a_rule_forbids_owes_none():
    closed = a_home(**HER_OWN, registration={"status": "cancelled"})
    assert "CPPCR-14" not in owed("oak", a_home(), closed)


def test_who_stays_owes_no_reason_under_the_councils_own_order():
    assert owed("elm", a_home(), a_home(**HER_OWN)) == set()


def test_another_home_of_the_last_tier_owes_both():
    beech = a_home(id="beech", kind="childrens_home", run_by="private")
    assert {"POL-IN-HOUSE-FIRST", "CPPCR-14"} <= owed("beech", a_home(), beech, a_home(**HER_OWN))
