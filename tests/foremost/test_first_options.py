"""The first options of many referrals are those of a ranking of all homes, in its order, each found to be the same."""

import json
from typing import Any

import numpy as np
import pytest

from matching.data.case_files import parse_case
from matching.engine import Engine
from matching.explaining.found import Found, find
from matching.facts.part_of_register import part_of
from matching.facts.register import Register
from matching.foremost import looking
from matching.foremost.first_options import Foremost
from matching.foremost.looking import Looking
from matching.scoring.weighing import CRITERIA
from tests.peer.made_up import world


def engine_of(tables: dict[str, Any]) -> Engine:
    return Engine.of(parse_case(json.dumps(tables).encode(), name="a test", kind="json"))


def told(found: Found, top: int) -> dict[str, Any]:
    """Everything that is given of the first options, and what every rule found of each."""
    at = found.ordered.at[:top]
    rows = found.lawful[at]
    heads = [level[at].tolist() for of in found.weighed.heads.values() for level in of.levels]
    return {
        "homes": found.layout.register.ids[rows].tolist(),
        "numbers": found.ordered.key[:top].tolist(),
        "standing": found.standing[rows].tolist(),
        "suitability": [level[at].tolist() for level in found.weighed.suitability.levels],
        "heads": heads,
        "findings": [judged.outcomes[:, rows].tolist() for judged in found.judged],
    }


def all_of(engine: Engine, top: int, foremost: Foremost | None = None) -> dict[str, dict[str, Any]]:
    """What is told of each referral's first options, found together."""
    questions = sorted(engine.questions(engine.case.referrals), key=lambda q: len(q.children))
    found = (foremost or Foremost(engine.register, engine.scale, top)).of_all(questions)
    return {question.referral.id: told(of, top) for question, of in found}


@pytest.mark.parametrize(
    ("seed", "homes", "children", "top"),
    [
        pytest.param(1, 200, 40, 2, id="few of many"),
        pytest.param(2, 120, 60, 20, id="a page of them"),
        pytest.param(3, 60, 40, 200, id="all there are"),
        *[pytest.param(seed, 90, 45, 5, id=f"seed {seed}") for seed in range(4, 8)],
    ],
)
def test_they_are_those_of_a_ranking_of_all_homes(seed: int, homes: int, children: int, top: int) -> None:
    engine = engine_of(world(homes, children, seed))
    expected = {
        r.id: told(find(engine.question(r.id), engine.register, engine.scale), top) for r in engine.case.referrals
    }
    assert all_of(engine, top) == expected


def test_a_ranking_gives_the_same_options_at_the_same_ranks() -> None:
    engine = engine_of(world(60, 15, 11))
    for referral, said in all_of(engine, 8).items():
        ranking = engine.rank(referral, limit=8)
        options = [o for group in ranking.tiers for o in group.options if o.rank and o.rank <= 8 and not o.parts]
        assert [(o.home, o.rank) for o in options] == [(h, k + 1) for k, h in enumerate(said["homes"])]


def test_most_homes_are_never_judged_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    engine, judged = engine_of(world(300, 30, 12) | {"decided": []}), list[int]()
    whole = Foremost._found

    def counted(self: Foremost, block: Any, rows: Any) -> list[Found]:
        judged.extend(len(one.rows) for one in block)
        return whole(self, block, rows)

    monkeypatch.setattr(Foremost, "_found", counted)
    all_of(engine, 3)
    assert sum(judged) < 0.15 * len(engine.case.referrals) * engine.register.size


def test_questions_about_a_case_are_those_it_is_asked_one_by_one() -> None:
    engine = engine_of(world(60, 60, 13))
    together = engine.questions(engine.case.referrals)
    assert together == [engine.question(r.id) for r in engine.case.referrals]
    assert any(q.approvals for q in together)
    assert any(q.doubtful for q in together)


def test_no_prospect_is_better_than_was_said_of_it() -> None:
    """What each home can be at best is no worse than what it is, once it is judged."""
    engine = engine_of(world(150, 50, 14))
    foremost = Foremost(engine.register, engine.scale, 1_000)
    for question in engine.questions(engine.case.referrals):
        prospects = foremost._of(question)
        looking = Looking.of(question, prospects, 1_000, engine.scale)
        found = find(question, engine.register, engine.scale)
        key = dict(zip(found.lawful[found.ordered.at].tolist(), found.ordered.key.tolist(), strict=True))
        least = dict(zip(prospects.rows[looking.nearest].tolist(), looking.least.tolist(), strict=True))
        assert all(least[row] <= number for row, number in key.items() if row in least)
        assert set(key) <= set(least) | set(looking.knowing.tolist())


def test_a_part_of_a_register_says_of_its_homes_what_the_whole_says() -> None:
    engine = engine_of(world(80, 40, 15))
    entries = {row for rows in engine.register.entries.values() for row in rows}
    rows = np.array(sorted({*range(0, 80, 3), *entries}), dtype=np.int64)
    part: Register = part_of(engine.register, rows)
    for question in engine.questions(engine.case.referrals):
        some, every = find(question, part, engine.scale), find(question, engine.register, engine.scale)
        for mine, whole in zip(some.judged, every.judged, strict=True):
            same = [k for k, rule in enumerate(some.rulebook.rules) if rule.about.name != "OPTIONS"]
            assert mine.outcomes[same].tolist() == whole.outcomes[same][:, rows].tolist()


FAR_AND_UNSKILLED = {"postcode": "TR19 7AA", "skills": {}, "support": [], "can_keep": []}


def test_a_home_of_whose_parents_nobody_knows_whose_they_are_counts_for_residential_care_however_far_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What the second pass finds of a children's home turns on family homes that are not among the first."""
    monkeypatch.setattr(looking, "FIRST_LOOK", 1)
    tables = world(400, 60, 16, gaps=0) | {"decided": [], "approvals": []}
    homes = [h for h in tables["homes"] if h["kind"] == "childrens_home"]
    parents = [h for h in tables["homes"] if h["kind"] == "parent"][:2]
    silent = {"connected_to", "household", "same_home_as"}
    told_less = [{k: v for k, v in h.items() if k not in silent} | FAR_AND_UNSKILLED for h in parents]
    tables["homes"] = [{k: v for k, v in h.items() if k != "same_home_as"} for h in homes] + told_less
    tables["referrals"] = [r | {"required": []} for r in tables["referrals"]]
    engine = engine_of(tables)
    expected = {
        r.id: told(find(engine.question(r.id), engine.register, engine.scale), 1) for r in engine.case.referrals
    }
    assert all_of(engine, 1) == expected


def test_whether_a_criterion_is_asked_turns_on_the_child_and_the_home_alone() -> None:
    """So it is known of every prospect, and the weights that count are those of the ranking."""
    asked = [c.points.asked for c in CRITERIA if c.points.asked is not None]
    assert {name.partition(".")[0] for condition in asked for name in condition.facts} == {"child", "home"}
