"""Homes as they would be once some of the children there live elsewhere: beds, rooms, household, and what is said."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from matching.domain.case import Case
from matching.domain.child import Child
from matching.domain.home import Home
from matching.engine import Engine
from matching.reviewing.freed import Freed, freed, leavers
from tests.builders import a_case, a_child, a_home, a_member

DAY = date(2026, 11, 24)
OWN_ROOM_FROM = 3


def child(name: str, home: str | None = "oak", **changes: Any) -> Child:
    return a_child(id=name, current_home=home, **changes)


def full(name: str = "oak", **changes: Any) -> Home:
    """A home without a free bed."""
    facts = {"id": name, "vacancies": {"beds": 0, "from": date(2026, 10, 1)}, "bedrooms_free": 0}
    return a_home(**(facts | changes))


def left(children: Sequence[Child], *homes: Home, families: Sequence[Sequence[str]] = (), **tables: Any) -> Freed:
    """The homes without these children, each a family of her own unless families are named."""
    case = a_case(children=tuple(children), referrals=(), homes=homes or (full(),), **tables)
    return left_in(case, families or [[of.id] for of in children])


def left_in(case: Case, families: Sequence[Sequence[str]]) -> Freed:
    by = {of.id: of for of in case.children}
    return freed(case, Engine.of(case).register, [[by[i] for i in family] for family in families], OWN_ROOM_FROM)


def home_left_by(of: Freed, *gone: str, home: str = "oak") -> Home:
    """A home as it would be without these children."""
    rows = [k for k, who in enumerate(of.left) if who == set(gone) and of.home_of(k).id == home]
    (row,) = rows
    return of.register.homes[row]


def beds(home: Home) -> int | None:
    return home.vacancies.beds if home.vacancies else None


def test_the_homes_of_today_come_first_and_are_as_they_were():
    of = left([child("amy")], full(), full("elm"))
    assert of.today == 2
    assert [home.id for home in of.register.homes] == ["oak", "elm", "oak~amy"]
    assert (of.base, of.left) == ((0, 1, 0), (frozenset(), frozenset(), frozenset({"amy"})))
    assert of.home_of(2).id == "oak"
    assert beds(of.register.homes[0]) == 0


def test_where_nobody_can_leave_the_case_is_as_it_was():
    of = left([child("amy", None), child("ben", "elsewhere")], full())
    assert (of.today, of.base, len(of.register.homes)) == (1, (0,), 1)
    assert of.case.homes == (full(),)


@pytest.mark.parametrize(
    ("vacancies", "expected"),
    [
        pytest.param({"beds": 0, "from": date(2026, 10, 1)}, 1, id="one more than none"),
        pytest.param({"beds": 2, "from": date(2026, 10, 1)}, 3, id="one more than two"),
        pytest.param({"from": date(2026, 10, 1)}, None, id="how many is not recorded, and stays so"),
        pytest.param(None, None, id="vacancies are not recorded, and stay so"),
    ],
)
def test_a_child_who_leaves_frees_her_bed(vacancies, expected):
    assert beds(home_left_by(left([child("amy")], full(vacancies=vacancies)), "amy")) == expected


def test_a_home_that_takes_nobody_after_a_day_still_ahead_does_not_do_so_for_a_bed_that_is_left():
    ends = date(2027, 6, 1)
    home = home_left_by(left([child("amy")], full(vacancies={"beds": 0, "until": ends})), "amy")
    assert home.vacancies is not None
    assert (home.vacancies.beds, home.vacancies.until) == (1, ends)


def test_the_first_bed_that_is_free_is_free_from_the_day_of_the_review():
    home = home_left_by(left([child("amy")], full(vacancies={"beds": 0, "until": date(2026, 1, 1)})), "amy")
    assert home.vacancies is not None
    assert (home.vacancies.from_, home.vacancies.until) == (DAY, None)


@pytest.mark.parametrize(
    ("home", "leaver", "expected"),
    [
        pytest.param({}, {}, 1, id="her own room"),
        pytest.param({"bedrooms_free": 2}, {}, 3, id="one more"),
        pytest.param({}, {"born": date(2023, 11, 24)}, 1, id="3 today, old enough for a room of her own"),
        pytest.param({}, {"born": date(2023, 11, 25)}, 0, id="3 tomorrow: she may have shared"),
        pytest.param(
            {"household": [a_member(id="ben")]},
            {"siblings": [{"child": "ben", "assessment": "together"}]},
            0,
            id="a brother stays, and may keep their room",
        ),
        pytest.param(
            {"household": [a_member(id="ben")]},
            {"siblings": [{"child": "cat", "assessment": "together"}]},
            1,
            id="another child stays",
        ),
        pytest.param({"bedrooms_free": None}, {}, None, id="free bedrooms are not recorded, and stay so"),
        pytest.param({"household": None}, {}, 0, id="nobody recorded who lives there: no room is counted"),
    ],
)
def test_a_child_who_leaves_frees_a_bedroom_where_she_surely_had_one(home, leaver, expected):
    assert home_left_by(left([child("amy", **leaver)], full(**home)), "amy").bedrooms_free == expected


def test_who_leaves_is_no_longer_of_the_household_and_the_others_are():
    of = left([child("amy"), child("ben")], full(household=[a_member(id="x1"), a_member(id="amy")]))
    names = {
        gone: [member.id for member in home_left_by(of, *gone).household or ()] for gone in (("amy",), ("amy", "ben"))
    }
    assert names == {("amy",): ["x1", "ben"], ("amy", "ben"): ["x1"]}


def test_where_nobody_recorded_who_lives_there_that_stays_so():
    assert home_left_by(left([child("amy")], full(household=None)), "amy").household is None


def sets(children: Sequence[Child], *families: Sequence[str]) -> list[set[str]]:
    """The sets of children who might leave the one home."""
    case = a_case(children=tuple(children), referrals=(), homes=(full(),))
    by = {of.id: of for of in children}
    of = leavers(Engine.of(case).register, [[by[i] for i in family] for family in families])
    return [set(leaving) for leaving in of.get((0,), [])]


def test_each_child_and_each_two_might_leave():
    each = sets([child(i) for i in ("amy", "ben", "cat")], ["amy"], ["ben"], ["cat"])
    assert each == [{"amy"}, {"ben"}, {"cat"}, {"amy", "ben"}, {"amy", "cat"}, {"ben", "cat"}]


def test_a_family_of_three_might_leave_whole_and_no_three_others():
    each = sets([child(i) for i in ("amy", "ben", "cat", "dan")], ["amy", "cat", "dan"], ["ben"])
    assert [leaving for leaving in each if len(leaving) > 2] == [{"amy", "cat", "dan"}]
    assert len(each) == 4 + 6 + 1


def test_a_family_of_two_is_one_of_the_twos():
    assert sets([child("amy"), child("ben")], ["amy", "ben"]) == [{"amy"}, {"ben"}, {"amy", "ben"}]


def test_of_a_family_in_two_homes_each_home_is_left_by_those_who_live_there():
    of = left([child("amy"), child("ben", "elm")], full(), full("elm"), families=[["amy", "ben"]])
    assert {home.id for home in of.register.homes} == {"oak", "elm", "oak~amy", "elm~ben"}


def test_only_those_who_are_planned_for_leave():
    of = left([child("amy"), child("ben")], families=[["amy"]])
    assert [home.id for home in of.register.homes] == ["oak", "oak~amy"]


def two_entries() -> Freed:
    """Amy lives in one entry of a home, ben in the other."""
    entries = full(), full("annexe", same_home_as="oak")
    return left([child("amy"), child("ben", "annexe")], *entries)


def test_every_entry_of_a_home_is_left_at_once_and_a_bed_is_free_in_the_entry_where_she_lived():
    of = two_entries()
    names = [home.id for home in of.register.homes]
    assert names == ["oak", "annexe", "oak~amy", "annexe~amy", "oak~ben", "annexe~ben", "oak~amy~ben", "annexe~amy~ben"]
    free = {name: beds(home) for name, home in zip(names, of.register.homes, strict=True)}
    assert (free["oak~amy"], free["annexe~amy"], free["oak~ben"], free["annexe~ben"]) == (1, 0, 0, 1)
    assert (free["oak~amy~ben"], free["annexe~amy~ben"]) == (1, 1)
    assert home_left_by(of, "amy", home="annexe").vacancies == of.register.homes[1].vacancies


def test_the_entries_of_a_home_that_children_left_are_one_home_and_not_the_home_of_today():
    of = two_entries()
    row_of = of.register.row_of
    assert of.register.entries[row_of["annexe~amy"]] == (row_of["oak~amy"], row_of["annexe~amy"])
    assert of.register.entries[row_of["annexe"]] == (row_of["oak"], row_of["annexe"])
    homes = {home.id: [member.id for member in home.household or ()] for home in of.register.homes}
    assert (set(homes["oak"]), homes["oak~amy"], homes["annexe~amy"]) == ({"amy", "ben"}, ["ben"], ["ben"])


def test_an_approval_for_a_home_is_one_for_it_without_those_who_left():
    given = [
        {"rule": "POL-X", "child": "cat", "home": "oak", "by": "nominated_officer", "on": DAY},
        {"rule": "POL-X", "child": "cat", "home": None, "by": "nominated_officer", "on": DAY},
    ]
    of = left([child("amy"), child("ben"), child("cat", None)], approvals=tuple(given))
    assert [approval.home for approval in of.case.approvals] == ["oak", None, "oak~amy", "oak~ben", "oak~amy~ben"]
    assert {approval.child for approval in of.case.approvals} == {"cat"}


def test_what_is_agreed_for_a_home_holds_for_it_without_those_who_left():
    agreed = ({"child": "cat", "home": "oak", "on": DAY, "start": date(2026, 12, 1)},)
    of = left([child("amy"), child("cat", None)], full(), full("elm"), families=[["amy"]], decided=agreed)
    assert [(d.child, d.home, d.start) for d in of.case.decided] == [
        ("cat", "oak", date(2026, 12, 1)),
        ("cat", "oak~amy", date(2026, 12, 1)),
    ]


def test_what_came_of_asking_family_about_a_home_holds_for_it_without_those_who_left():
    said = {"person": "nan", "relation": "grandparent", "outcome": "declined", "because": "She is ill.", "on": DAY}
    explored = [said | {"home": "oak"}, said | {"home": "elm"}, said]
    of = left([child("amy"), child("cat", None, family_explored=explored)], full(), full("elm"))
    cat = next(c for c in of.case.children if c.id == "cat")
    assert [asked.home for asked in cat.family_explored or ()] == ["oak", "elm", None, "oak~amy"]


def test_of_a_child_who_has_no_such_family_nothing_is_added():
    of = left([child("amy", family_explored=None), child("ben")])
    assert [c.family_explored for c in of.case.children if c.id == "amy"] == [None]
