"""Over a whole made-up authority: whoever a child or a carer is, not a single point changes."""

import json
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from matching.engine import Engine
from matching.facts.catalogue import child
from matching.facts.decided import with_decided
from matching.facts.layout import lay_out
from matching.facts.question import ask
from matching.scoring.weighing import Weighed
from tests.demo.made import make
from tests.peer.engine_says import engine_of
from tests.properties.test_protected_characteristics import FLIPS, of_homes

CHILDREN, HOMES = 60, 40


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the file of a made-up authority says."""
    folder = tmp_path_factory.mktemp("authority")
    make(folder, CHILDREN, HOMES, seed=4)
    said: dict[str, Any] = json.loads((folder / "case.json").read_bytes())
    return said


def weighed(engine: Engine) -> Iterator[Weighed]:
    """The points of every child of every referral in every home, lawful or not."""
    for referral in engine.case.referrals:
        question = ask(engine.case, referral.id, engine.figures)
        layout = lay_out(question, with_decided(engine.register, question))
        scale = engine.scale.heeding(values[child.key_stage.name] for values in layout.children)
        yield from (scale.weigh(frame) for frame in layout.frames)


def levels(of: Weighed) -> np.ndarray:
    """Every point of every home, in one array."""
    ranges = (*of.criteria.values(), *of.heads.values(), of.suitability)
    return np.array([level for each in ranges for level in each.levels])


def differing(one: Engine, other: Engine) -> int:
    """How many points differ between two engines over the same children and homes."""
    pairs = zip(weighed(one), weighed(other), strict=True)
    return sum(int((levels(was) != levels(now)).sum()) for was, now in pairs)


@pytest.mark.parametrize("about", FLIPS)
def test_no_point_of_anybody_in_a_whole_made_up_authority_changes(said, about):
    assert differing(engine_of(said), engine_of(FLIPS[about].turned(said))) == 0


def test_points_do_change_where_the_carers_skills_do_so_that_these_tests_would_see_it(said):
    assert differing(engine_of(said), engine_of(of_homes(years_fostering=0, support=[])(said))) > CHILDREN
