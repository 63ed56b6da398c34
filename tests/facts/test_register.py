"""The homes laid out once: their order, their places, their ids, and the hash that says which they were."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.data.case_files import parse_case
from matching.domain.case import Case
from matching.facts.catalogue import home
from matching.facts.fingerprint import fingerprint
from matching.facts.register import Register
from matching.geography.postcodes import directory
from tests.builders import a_case, a_child, a_home, a_member, ordinary
from tests.facts.laying_out import approval

IDS = st.lists(st.from_regex(r"[A-Za-z0-9][a-z0-9]{0,3}", fullmatch=True), unique=True, max_size=12)


def the_register(*homes: Any) -> Register:
    return Register.of(homes, directory())


@given(IDS)
def test_homes_keep_their_order_and_each_is_found_by_its_id(ids):
    register = the_register(*(a_home(id=i, years_fostering=k) for k, i in enumerate(ids)))
    assert [h.id for h in register.homes] == register.ids.tolist() == ids
    assert register.row_of == {i: row for row, i in enumerate(ids)}
    assert register.frame[home.years_fostering.name].to_list() == list(range(len(ids)))
    assert register.size == len(ids)


@given(IDS)
def test_each_home_knows_its_place_in_the_order_of_ids(ids):
    register = the_register(*(a_home(id=i) for i in ids))
    assert [sorted(ids)[place] for place in register.by_id.tolist()] == ids


def test_homes_have_their_places_and_those_without_one_are_named():
    register = the_register(
        a_home(), a_home(id="elm", postcode="HP99 9ZZ"), a_home(id="ash", postcode=None), a_home(id="yew")
    )
    assert register.places.known.tolist() == [True, False, False, True]
    assert register.frame[home.easting.name].to_list() == [481_782, None, None, 481_782]
    assert register.frame[home.northing.name].to_list() == [214_105, None, None, 214_105]
    assert register.unplaced == ("elm",)


def test_connected_carers_are_named_where_nobody_knows_to_whom():
    register = the_register(
        a_home(connected_to=None),
        a_home(id="aunt", kind="connected_foster", connected_to=None),
        a_home(id="uncle", kind="connected_foster", connected_to=[]),
    )
    assert register.unconnected == ("aunt",)


def test_a_register_may_be_empty():
    register = the_register()
    assert (register.size, register.frame.height) == (0, 0)


def changed(**changes: Any) -> str:
    return fingerprint([a_home(**changes)])


TERMS = ordinary("home")["approval"]["terms"]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"id": "elm"}, id="its id"),
        pytest.param({"name": "The Oak"}, id="its name"),
        pytest.param({"postcode": "HP20 1UA"}, id="its postcode"),
        pytest.param({"postcode": None}, id="a fact that is no longer known"),
        pytest.param({"years_fostering": 7}, id="a number"),
        pytest.param({"pets": True}, id="a yes"),
        pytest.param({"household": [a_member()]}, id="who lives there"),
        pytest.param({"household": None}, id="nobody knows who lives there"),
        pytest.param({"approval": approval(terms=TERMS | {"max_children": 2})}, id="a term of approval"),
        pytest.param({"approval": approval(agreement_signed=False)}, id="known not to have happened"),
        pytest.param({"skills": {"behaviour_regulation": 2}}, id="a skill that nobody graded"),
        pytest.param({"cost": {"weekly": 481, "full_weekly": 740, "basis": "allowance"}}, id="a price"),
    ],
)
def test_any_fact_that_changes_changes_the_fingerprint(changes):
    assert changed(**changes) != changed()


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({}, id="nothing changed"),
        pytest.param({"setting": None, "offer": None, "religion": None}, id="unknown facts written out"),
        pytest.param({"cost": {"basis": "allowance", "full_weekly": 740, "weekly": 480}}, id="in another order"),
    ],
)
def test_how_a_home_was_written_does_not_change_the_fingerprint(changes):
    assert changed(**changes) == changed()


def test_the_order_of_homes_is_part_of_the_fingerprint():
    one, other = a_home(), a_home(id="elm")
    assert fingerprint([one, other]) != fingerprint([other, one])


def test_what_is_not_there_is_not_known_to_be_missing():
    assert fingerprint([a_child(current_home=False)]) != fingerprint([a_child(current_home=None)])
    assert fingerprint([a_child(siblings=[])]) != fingerprint([a_child(siblings=None)])


AS_TOML = """
as_of = 2026-11-24
[authority]
code = "E06000060"
[[homes]]
id = "oak"
kind = "foster"
run_by = "own"
years_fostering = 6
cost = { weekly = 480.5, basis = "allowance" }
vacancies = { beds = 1, from = 2026-10-01 }
[[homes.household]]
id = "x1"
born = 2014-06-01
sibling_of = []
"""
AS_JSON = """
{"homes": [{"run_by": "own", "household": [{"sibling_of": [], "born": "2014-06-01", "id": "x1", "sex": null}],
  "vacancies": {"from": "2026-10-01", "beds": 1}, "cost": {"basis": "allowance", "weekly": 480.5}, "name": "",
  "years_fostering": 6, "kind": "foster", "id": "oak"}],
 "authority": {"code": "E06000060"}, "as_of": "2026-11-24"}
"""


def read(text: str, kind: Any) -> Case:
    return parse_case(text.encode(), name="case", kind=kind)


def test_the_same_homes_from_toml_and_from_json_have_the_same_fingerprint():
    assert fingerprint(read(AS_TOML, "toml").homes) == fingerprint(read(AS_JSON, "json").homes)


def test_a_register_carries_the_fingerprint_of_its_homes():
    homes = a_case(homes=(a_home(), a_home(id="elm"))).homes
    assert the_register(*homes).hash == fingerprint(homes)
