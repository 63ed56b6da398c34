"""Fine points of the contract: the peer and the engine both say what it says."""

import pytest

from matching.engine import Engine
from tests.peer.engine_says import judged
from tests.peer.fine_points import FINE_POINTS, FinePoint
from tests.peer.fine_points_settled import SETTLED_POINTS
from tests.peer.peer import judge, pairings
from tests.peer.second_pass import findings

OWED = pytest.mark.xfail(strict=True, reason="owed: the engine does not say this yet; once it does, take the mark out")


@pytest.mark.parametrize("point", [pytest.param(p, id=p.says) for p in FINE_POINTS])
def test_the_peer_says_what_the_contract_says(point: FinePoint):
    assert {judge(pair)[point.rule] for pair in pairings(point.case())} == {point.outcome}


@pytest.mark.parametrize(("point", "at"), [pytest.param(p, at, id=p.says) for p, at in SETTLED_POINTS])
def test_both_say_so_of_what_is_settled(point: FinePoint, at: str):
    case = point.case()
    law = findings(case, case.referrals[0])
    said = judged(Engine.of(case), case.referrals[0].id, {point.rule})
    for found in (law, said):
        assert {o for (rule, _, home), o in found.items() if (rule, home) == (point.rule, at)} == {point.outcome}


@pytest.mark.parametrize("point", [pytest.param(p, id=p.says, marks=OWED if p.owed else ()) for p in FINE_POINTS])
def test_the_engine_says_what_the_contract_says(point: FinePoint):
    case = point.case()
    assert set(judged(Engine.of(case), case.referrals[0].id, {point.rule}).values()) == {point.outcome}
