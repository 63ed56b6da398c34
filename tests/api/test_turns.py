"""What takes long does not keep what is short from being answered."""

import asyncio
from threading import Event

import pytest

from api.turns import Turns


async def _answered_beside(turns: Turns, long: int) -> str:
    """What is short, while so many long ones were asked for and none of them can end."""
    goes_on = Event()
    asked = [asyncio.create_task(turns.run_long(lambda: goes_on.wait(5))) for _ in range(long)]
    await asyncio.sleep(0)
    try:
        return await asyncio.wait_for(turns.run(lambda: "answered"), timeout=2)
    finally:
        goes_on.set()
        assert all(await asyncio.gather(*asked)), "each of them came to its turn"


def test_plans_leave_a_thread_for_rankings():
    assert asyncio.run(_answered_beside(Turns(at_once=2, waiting=8), long=3)) == "answered"


def test_with_one_thread_a_ranking_waits_its_turn():
    with pytest.raises(TimeoutError):
        asyncio.run(_answered_beside(Turns(at_once=1, waiting=8), long=1))
