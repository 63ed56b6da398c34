"""A plan that was kept is checked again: what holds is said in a line, what does not in words, fault by fault."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from matching.domain.made import changed
from matching.plan import Asked
from tests.cli.panels import PANEL, case, plan
from tests.cli.running import EXAMPLE, ROOT, Ran, matching

Tables = dict[str, Any]


@pytest.fixture
def verified(tmp_path: Path) -> Callable[..., Ran]:
    """The small panel's plan as it was written, changed, and checked."""

    def run(change: Callable[[Tables], object] = lambda _: None, *arguments: str, of: str = PANEL) -> Ran:
        tables = json.loads(plan().model_dump_json())
        change(tables)
        file = tmp_path / "plan.json"
        file.write_text(json.dumps(tables), encoding="utf-8")
        return matching("verify", ROOT / of, file, *arguments)

    return run


def test_a_plan_as_it_was_written_holds(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_bytes(matching("plan", ROOT / PANEL, "--json").raw)
    ran = matching("verify", ROOT / PANEL, file)
    assert ran.status == 0
    assert ran.line.startswith("The plan holds: 4 children in 3 homes, for 5 referrals.")
    assert "was proven when it was made, and is not proven again" in ran.line


def lives(number: int, **changes: Any) -> Callable[[Tables], object]:
    return lambda tables: tables["assignments"][number].update(changes)


def reaches(aim: int, **changes: Any) -> Callable[[Tables], object]:
    return lambda tables: tables["aims"][aim].update(changes)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(lives(2, home="okafor"), "a rule forbids okafor for", id="three in two beds"),
        pytest.param(lives(2, home="nowhere"), "homes: nowhere is not in the register", id="no such home"),
        pytest.param(lives(2, children=[]), "children: nobody lives at hughes in the plan", id="nobody"),
        pytest.param(
            lives(2, children=["kit"]), "children: ben is asked for 1 times and told of 0", id="one forgotten"
        ),
        pytest.param(lives(2, tier="parents"), "hughes for ben otherwise than it is found: tier", id="another tier"),
        pytest.param(lives(2, tier="castle"), "tiers: there is no tier castle", id="no such tier"),
        pytest.param(lives(2, standing="needs_approval"), "hughes is met, and needs_approval in", id="a standing"),
        pytest.param(lives(1, approvals=[]), "found: approvals", id="no approval"),
        pytest.param(lives(2, weekly="1"), "hughes for ben otherwise than it is found: cost", id="another cost"),
        pytest.param(lives(2, with_them=["kit"]), "hughes for ben otherwise than it is found: company", id="company"),
        pytest.param(reaches(2, reached=5), "aims: home reaches 4, and 5 in the plan", id="more reached"),
        pytest.param(reaches(2, best_possible=3), "home reaches more than the best possible", id="less possible"),
        pytest.param(
            lambda t: t["aims"].pop(), "aims: those of the plan are not those of the policy", id="an aim less"
        ),
        pytest.param(lambda t: t["people_decide"].clear(), "those of whom people decide are not", id="nobody decides"),
        pytest.param(lambda t: t["unplaced"].clear(), "children: noor is asked for 1 times", id="one passed over"),
        pytest.param(lambda t: t.update(proven=False), "the plan says that it is not proven", id="not proven"),
        pytest.param(lambda t: t.update(facts_hash="0"), "facts: the plan is of another case", id="another state"),
        pytest.param(lambda t: t.update(referrals=["r9"]), "referrals: the case has no referral r9", id="no referral"),
        pytest.param(lambda t: t.update(referrals=[]), "referrals: the plan is for none", id="no referrals"),
        pytest.param(lambda t: t["referrals"].append("r1"), "the plan names r1 more than once", id="one twice"),
        pytest.param(
            lives(2, own_rank=3), "told of hughes for ben otherwise than it is found: own rank", id="its rank"
        ),
        pytest.param(lives(2, option=None), "hughes for ben otherwise than it is found: reasons", id="no reasons"),
        pytest.param(lambda t: t["unplaced"][0].update(lawful=7), "unplaced: told otherwise", id="lawful homes"),
        pytest.param(lambda t: t.update(rules=[]), "rules: told otherwise than it is found", id="no rule cited"),
        pytest.param(lambda t: t["assignments"].reverse(), "assignments: not in the order of", id="turned round"),
        pytest.param(lambda t: t["money"].update(weekly="1"), "money: told otherwise than it is found", id="the money"),
    ],
)
def test_what_does_not_hold_is_said_in_words(
    verified: Callable[..., Ran], change: Callable[[Tables], object], said: str
) -> None:
    ran = verified(change)
    assert ran.status == 1, ran.err
    assert said in ran.line
    assert "Do not use it." in ran.line


def test_no_number_is_no_aim_reached(verified: Callable[..., Ran]) -> None:
    assert "aims: what is reached of one is no number" in verified(reaches(2, reached=float("nan"))).line


def test_a_home_that_a_rule_forbids_is_a_fault_and_no_crash(verified: Callable[..., Ran]) -> None:
    ran = verified(lambda tables: tables["assignments"].append(forbidden(tables)))
    assert ran.status == 1
    assert "households: a rule forbids hughes for noor" in ran.line


def forbidden(tables: Tables) -> Tables:
    """Noor in a home that has stairs."""
    tables["unplaced"].clear()
    ben: Tables = tables["assignments"][2]
    return ben | {"referral": "r4", "children": ["noor"]}


def test_a_plan_that_comes_next_is_checked_too() -> None:
    engine = case().engine
    whole = engine.plan(asked=Asked(next_best=2))
    assert engine.verify(whole) == []
    second, third = whole.next_best
    first = second.assignments[0]
    worse = changed(second, assignments=(changed(first, standing="cannot_tell"), *second.assignments[1:]))
    moved = changed(second, differs=())
    renamed = changed(second, aims=tuple(changed(aim, means="children are well") for aim in second.aims))
    of = f"{first.home} for {', '.join(first.children)}"
    assert engine.verify(changed(whole, next_best=(worse, third))) == [
        f"plan 2: households: {first.home} is {first.standing}, and cannot_tell in the plan",
        f"plan 2: homes: told of {of} otherwise than it is found: standing",
    ]
    assert engine.verify(changed(whole, next_best=(moved, third))) == [
        "plan 2: differs: told otherwise than it is found"
    ]
    assert engine.verify(changed(whole, next_best=(renamed,))) == ["plan 2: aims: told otherwise than it is found"]
    assert engine.verify(changed(whole, next_best=(second, second))) == ["plans: plan 3 is plan 2 again"]


def test_a_plan_of_another_case_is_said_to_be(verified: Callable[..., Ran]) -> None:
    ran = verified(lambda tables: tables.update(referrals=["r1"]), of=EXAMPLE)
    assert ran.status == 1
    assert "facts: the plan is of another case, or of another state of it" in ran.line


def test_it_is_data_too(verified: Callable[..., Ran]) -> None:
    held, wrong = verified(lambda _: None, "--json"), verified(reaches(2, reached=5), "--json")
    assert (held.status, wrong.status) == (0, 1)
    checked = {"referrals": 5, "children_with_a_home": 4, "homes": 3, "plans": 1}
    assert json.loads(held.out) == {"faults": [], "checked": checked}
    assert json.loads(wrong.out)["faults"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        pytest.param(b"", "found an empty file", id="empty"),
        pytest.param(b"{", "plan.json: found EOF", id="half a line"),
        pytest.param(b"{}\n{}", "plan.json: found trailing characters", id="two plans"),
        pytest.param(b"{}", "plan: referrals: found nothing, expected", id="an empty table"),
        pytest.param(b'{"colour": 1}', "plan: colour: found 1, expected a field that", id="another table"),
        pytest.param(b"\xff\xfe", "expected text in UTF-8", id="no text"),
        pytest.param(b"[" * 100_000, "plan.json: found recursion limit exceeded", id="a tower"),
    ],
)
def test_what_is_no_plan_is_refused_with_its_place(tmp_path: Path, data: bytes, said: str) -> None:
    file = tmp_path / "plan.json"
    file.write_bytes(data)
    ran = matching("verify", ROOT / PANEL, file)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_a_value_that_does_not_fit_is_named_by_its_place(verified: Callable[..., Ran]) -> None:
    ran = verified(lives(1, suitability=3))
    assert ran.status == 2
    assert "plan.json: plan: assignments.1.suitability: found 3, expected a table." in ran.err


def test_a_plan_that_is_not_there_says_so(tmp_path: Path) -> None:
    ran = matching("verify", ROOT / PANEL, tmp_path / "none.json")
    assert ran.status == 2
    assert "none.json: found no such file, expected a plan." in ran.err
