"""Workers of one kind, and those who wait for one."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Final

from saisei_lod.serving.process import DiedError, Worker

__all__ = ["BusyError", "Lane"]

_PAUSES: Final = (0.0, 0.5, 1.0, 2.0, 5.0)


class BusyError(Exception):
    """No worker became free in time, or too many wait."""


class Lane:
    """Workers that are free, in the order in which they became so, and the requests that wait.

    At most ``most`` wait, each for ``patience`` seconds.
    """

    def __init__(self, start: Callable[[], Awaitable[Worker]], size: int, most: int, patience: float) -> None:
        self._start = start
        self._size = size
        self._most = most
        self._patience = patience
        self._free: deque[Worker] = deque()
        self._waiting: deque[asyncio.Future[Worker]] = deque()
        self._starting: set[asyncio.Task[None]] = set()

    @property
    def free(self) -> int:
        """How many workers are free."""
        return len(self._free)

    async def open(self) -> None:
        """Start all workers; DiedError where they cannot."""
        for worker in await asyncio.gather(*(self._start() for _ in range(self._size))):
            self.give(worker)

    async def close(self) -> None:
        """End the workers that are free or being started."""
        for task in list(self._starting):
            task.cancel()
        await asyncio.gather(*self._starting, return_exceptions=True)
        await asyncio.gather(*(worker.kill() for worker in self._free))

    async def take(self) -> Worker:
        """Return a free worker, when there is one; BusyError where that takes too long."""
        if self._free:
            return self._free.popleft()
        if len(self._waiting) >= self._most:
            raise BusyError
        turn: asyncio.Future[Worker] = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        done, _ = await asyncio.wait([turn], timeout=self._patience)
        if not done:
            turn.cancel()
            with suppress(ValueError):
                self._waiting.remove(turn)
            raise BusyError
        return turn.result()

    def give(self, worker: Worker) -> None:
        """Take a worker that is free again, and hand it to who waits longest."""
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(worker)
                return
        self._free.append(worker)

    def replace(self) -> None:
        """Start a worker in the place of one that is gone or busy for long."""
        task = asyncio.create_task(self._replace())
        self._starting.add(task)
        task.add_done_callback(self._starting.discard)

    async def _replace(self) -> None:
        attempt = 0
        while True:
            await asyncio.sleep(_PAUSES[min(attempt, len(_PAUSES) - 1)])
            try:
                worker = await self._start()
            except DiedError:
                attempt += 1
            else:
                self.give(worker)
                return
