"""Agreement with a direct model, solved aim after aim in whole numbers, on panels of a panel's usual size."""

import pytest

from matching.solving.solver import solve
from tests.solving.direct import proven_values
from tests.solving.panels import random_panel


@pytest.mark.parametrize("seed", range(200))
def test_a_direct_model_finds_nothing_better(seed):
    lawful, limited = (0.1, 0.2, 0.35)[seed % 3], (0.0, 0.3)[seed % 2]
    problem = random_panel(seed, 25, 20, aims=3 + seed % 4, lawful=lawful, limited=limited, takes_none=0.05)
    solved = solve(problem)
    assert solved.proven
    assert solved.reached == proven_values(problem)
