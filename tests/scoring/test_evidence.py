"""From a published association to points: the table that was agreed, and what its range means."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matching.scoring import evidence
from matching.scoring.evidence import BEHAVIOUR, CARERS_SKILL, OLDER, WITHOUT_SIBLINGS, Evidence, log_odds

PUBLISHED = [value for value in vars(evidence).values() if isinstance(value, Evidence)]


@pytest.mark.parametrize(
    ("r", "halved"),
    [
        pytest.param(0.35, 0.68, id="behaviour problems"),
        pytest.param(0.09, 0.16, id="behaviour problems, corrected for bias"),
        pytest.param(0.31, 0.59, id="not of the family"),
        pytest.param(0.29, 0.55, id="low quality of parenting"),
        pytest.param(0.25, 0.47, id="older age"),
        pytest.param(0.16, 0.29, id="apart from siblings"),
        pytest.param(0.14, 0.26, id="maltreated before"),
        pytest.param(0.0, 0.0, id="nothing"),
    ],
)
def test_an_association_becomes_the_halved_log_odds_of_the_table(r, halved):
    assert round(log_odds(r), 2) == halved


@given(st.floats(-0.99, 0.98), st.floats(0.001, 0.01))
def test_a_stronger_association_never_means_less(r, more):
    assert log_odds(r) < log_odds(r + more)


@pytest.mark.parametrize(
    ("of", "share"),
    [
        pytest.param(CARERS_SKILL, 0.816, id="skill: .24 of .29"),
        pytest.param(BEHAVIOUR, 0.242, id="behaviour: .09 of .35"),
        pytest.param(WITHOUT_SIBLINGS, 1.0, id="siblings: one estimate"),
        pytest.param(OLDER, 1.0, id="age: one estimate"),
    ],
)
def test_the_weakest_estimate_leaves_so_much_of_the_reported_effect(of, share):
    assert round(of.weakest_share, 3) == share


@pytest.mark.parametrize("of", [pytest.param(e, id=e.factor) for e in PUBLISHED])
def test_every_estimate_names_its_source_and_its_weakest_is_no_stronger_than_reported(of):
    assert 0 < of.weakest <= of.reported < 1
    assert "et al." in of.source
