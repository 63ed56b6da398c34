"""Small reviews held against every plan that there is, each judged by ordinary rankings."""

import pytest

from matching.engine import Engine
from matching.review import review
from tests.reviewing.by_trying import Tried
from tests.reviewing.worlds import a_small_world


@pytest.mark.parametrize("seed", [0, 1, 3, 5])
def test_no_plan_that_can_be_tried_is_better(seed):
    case = a_small_world(seed)
    reached = {aim.aim: aim.reached for aim in review(Engine.of(case)).aims}
    mine = (reached["lawful"], reached["in_house"], reached["suitability"], -reached["fewest_changes"])
    assert mine == Tried(case).best()
