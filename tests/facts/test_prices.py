"""What a home costs a week, like for like: in full, at least, and as this placement is counted to add."""

from typing import Any

import pytest

from matching.facts.catalogue import home
from tests.builders import a_home
from tests.facts.laying_out import value_of

PARTS: dict[str, Any] = {"weekly": 800, "education": 100, "health": 50, "transport": 25}
FULL = (home.full_weekly_cost, home.full_cost_at_least, home.counted_weekly_cost)


def priced(basis: str | None = "spot", **cost: Any) -> dict[str, Any]:
    return {"cost": cost | ({"basis": basis} if basis else {})}


@pytest.mark.parametrize(
    ("said", "full", "at_least", "counted"),
    [
        pytest.param(priced(**PARTS), 975, 975, 800, id="all parts"),
        pytest.param(priced("framework", **PARTS), 975, 975, 800, id="all parts, framework"),
        pytest.param(priced(**PARTS, one_off=5_000), 975, 975, 800, id="what is paid once is no weekly cost"),
        pytest.param(priced(**PARTS, full_weekly=1_200), 1_200, 1_200, 800, id="recorded in full, and parts"),
        pytest.param(priced(full_weekly=1_200), 1_200, 1_200, None, id="recorded in full only"),
        pytest.param(priced(full_weekly=0, weekly=800), 0, 0, 800, id="recorded in full as nothing"),
        pytest.param(priced(**(PARTS | {"transport": None})), None, 950, 800, id="one part missing"),
        pytest.param(priced(weekly=800), None, 800, 800, id="a fee alone"),
        pytest.param(priced(education=100), None, 100, None, id="a part alone"),
        pytest.param(priced("allowance", weekly=480), None, 480, 480, id="an allowance"),
        pytest.param(priced("allowance", **PARTS), None, 975, 800, id="an allowance leaves overheads out"),
        pytest.param(priced("allowance", weekly=480, full_weekly=740), 740, 740, 480, id="an allowance, and in full"),
        pytest.param(priced(None, **PARTS), None, 975, None, id="on a basis that nobody recorded"),
        pytest.param(priced("block", **PARTS), None, 975, None, id="a block by its basis, and all parts"),
        pytest.param(priced("block", weekly=0, full_weekly=900), 900, 900, 900, id="a block bed is not free"),
        pytest.param(priced("block", weekly=0), None, 0, None, id="a block bed of unknown full cost"),
        pytest.param(priced("block", **PARTS, full_weekly=900), 900, 900, 900, id="a block in full, and all parts"),
        pytest.param(
            priced("spot", **PARTS) | {"block_contract": "lot-7"}, None, 975, None, id="a block by its contract"
        ),
        pytest.param(
            priced("spot", **PARTS, full_weekly=900) | {"block_contract": "lot-7"},
            *(900, 900, 900),
            id="a block by its contract, in full",
        ),
        pytest.param(priced("spot", **PARTS) | {"block_contract": False}, 975, 975, 800, id="known to be no block"),
        pytest.param({"cost": None}, None, None, None, id="nothing"),
        pytest.param({"cost": None, "block_contract": "lot-7"}, None, None, None, id="a block, and no price"),
        pytest.param(priced(), None, None, None, id="a basis, and no price"),
    ],
)
def test_a_home_costs(said, full, at_least, counted):
    assert tuple(value_of(fact, homes=[a_home(**said)]) for fact in FULL) == (full, at_least, counted)


@pytest.mark.parametrize(
    ("said", "block"),
    [
        pytest.param(priced("block"), True, id="by its basis"),
        pytest.param(priced("spot") | {"block_contract": "lot-7"}, True, id="by its contract"),
        pytest.param({"cost": None, "block_contract": "lot-7"}, True, id="by its contract, without a price"),
        pytest.param(priced("spot"), False, id="neither"),
        pytest.param({"cost": None, "block_contract": False}, False, id="known to be none"),
        pytest.param({"cost": None}, None, id="nobody knows"),
    ],
)
def test_a_bed_is_of_a_block_by_contract_or_by_basis(said, block):
    assert value_of(home.block_bed, homes=[a_home(**said)]) is block
