"""How many are answered at once, and how many more may wait: more at once would only make all of them slower."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import asynccontextmanager
from typing import TypeVar

from fastapi import HTTPException

T = TypeVar("T")


class Turns:
    """Threads for so many questions `at_once`, and places for so many more `waiting`; whoever comes then is refused."""

    def __init__(self, at_once: int, waiting: int) -> None:
        self.at_once = at_once
        self.places = at_once + waiting
        self.taken = 0
        self.long = 0
        self._long = asyncio.Semaphore(max(1, at_once - 1))
        self._threads = ThreadPoolExecutor(at_once, thread_name_prefix="ranking")

    @asynccontextmanager
    async def place(self) -> AsyncIterator[None]:
        """A place to send a question in and wait for its answer; 503 where there is none."""
        if self.taken >= self.places:
            raise HTTPException(503, headers={"Retry-After": "1"})
        self.taken += 1
        try:
            yield
        finally:
            self.taken -= 1

    async def run(self, work: Callable[[], T]) -> T:
        """Do the work in a thread when its turn comes: first come, first served."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    async def run_long(self, work: Callable[[], T], gone: Callable[[], Awaitable[bool]]) -> T:
        """The same for work that may take minutes: one thread, where there are several, is kept for what is short.

        503 where it would take more than half of the places, and where whoever asked has `gone` when its turn comes.
        """
        if self.long >= max(1, self.places // 2):
            raise HTTPException(503, headers={"Retry-After": "10"})
        self.long += 1
        try:
            async with self._long:
                if await gone():
                    raise HTTPException(503)
                return await self.run(work)
        finally:
            self.long -= 1

    def warm(self, work: Callable[[], object]) -> None:
        """Start every thread by doing the work in each; raises what the work does."""
        started = [self._threads.submit(work) for _ in range(self.at_once)]
        for done in wait(started).done:
            done.result()
