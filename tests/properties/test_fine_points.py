"""Fine points of the contract: the peer and the engine both say what it says."""

import pytest

from matching.engine import Engine
from tests.peer.engine_says import judged
from tests.peer.fine_points import FINE_POINTS, FinePoint
from tests.peer.peer import judge, pairings

OWED = pytest.mark.xfail(strict=True, reason="owed: the engine does not say this yet; once it does, take the mark out")


@pytest.mark.parametrize("point", [pytest.param(p, id=p.says) for p in FINE_POINTS])
def test_the_peer_says_what_the_contract_says(point: FinePoint):
    assert {judge(pair)[point.rule] for pair in pairings(point.case())} == {point.outcome}


@pytest.mark.parametrize("point", [pytest.param(p, id=p.says, marks=OWED if p.owed else ()) for p in FINE_POINTS])
def test_the_engine_says_what_the_contract_says(point: FinePoint):
    case = point.case()
    assert set(judged(Engine.of(case), case.referrals[0].id, {point.rule}).values()) == {point.outcome}
