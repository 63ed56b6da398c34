"""What takes long does not keep what is short from being answered."""

import asyncio
from threading import Event

import pytest
from fastapi import HTTPException

from api.turns import Turns


async def _stays() -> bool:
    return False


async def _has_gone() -> bool:
    return True


async def _answered_beside(turns: Turns, long: int) -> str:
    """What is short, while so many long ones were asked for and none of them can end."""
    goes_on = Event()
    asked = [asyncio.create_task(turns.run_long(lambda: goes_on.wait(5), _stays)) for _ in range(long)]
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


def test_what_takes_long_takes_half_of_the_places_at_most():
    async def asked() -> list[object]:
        turns, goes_on = Turns(at_once=2, waiting=2), Event()
        waiting = [asyncio.create_task(turns.run_long(lambda: goes_on.wait(5), _stays)) for _ in range(3)]
        await asyncio.sleep(0.1)
        goes_on.set()
        return await asyncio.gather(*waiting, return_exceptions=True)

    first, second, third = asyncio.run(asked())
    assert (first, second) == (True, True)
    assert isinstance(third, HTTPException)
    assert third.status_code == 503


def test_nothing_is_worked_on_for_somebody_who_has_gone():
    done = list[str]()
    with pytest.raises(HTTPException):
        asyncio.run(Turns(at_once=2, waiting=2).run_long(lambda: done.append("worked"), _has_gone))
    assert not done
