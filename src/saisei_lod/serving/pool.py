"""The supervised pool of workers: pyoxigraph cannot be told to stop, so what takes too long is ended with its process.

A query begins among the quick. When it has used ``Limits.soon`` seconds of a processor it becomes a long one:
another process takes its place among the quick, and it goes on with what processor time others leave, until
``Limits.seconds``. Only ``Limits.long`` queries are long at a time: when there is one more, the one that has
run for longest is ended. So neither one heavy query nor many keep the others waiting. Look-ups and the questions
of the query pack, whose cost is known, have workers of their own.
"""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual
from saisei_lod.serving.answering import too_much_memory
from saisei_lod.serving.lane import BusyError, Lane
from saisei_lod.serving.limits import Limits
from saisei_lod.serving.messages import Ask, Facts, Lookup, Refused, Reply, Request, Survey
from saisei_lod.serving.process import DiedError, Worker

__all__ = ["Counts", "Pool"]

_TICK: Final = 0.05
#: Look-ups take milliseconds; one that takes longer than this has met a sick worker.
_LOOKUP: Final = 5.0
_SURVEY: Final = 300.0
_LOOKERS: Final = 2
#: The server and the look-ups come first, then queries, questions of the pack, and long queries (nice(1)).
_NICE_QUERY: Final = 1
_NICE_KNOWN: Final = 3
_NICE_LONG: Final = 19


class Counts(NamedTuple):
    """How many workers are free, and how many queries are long."""

    queries: int
    lookups: int
    long: int


class Pool:
    """Worker processes over one index. ``prepare`` builds the index again where it was cut short."""

    def __init__(self, index: Path, limits: Limits, prepare: Callable[[], object]) -> None:
        self.limits = limits
        self._index = index
        self._prepare = prepare
        self._preparing = asyncio.Lock()
        most, patience = limits.waiting, limits.patience
        self._queries = Lane(lambda: self._started(_NICE_QUERY), limits.workers, most, patience)
        self._lookups = Lane(lambda: self._started(0), _LOOKERS, most, patience)
        self._known = Lane(lambda: self._started(_NICE_KNOWN), limits.known, most, limits.known_seconds)
        self._long: dict[Worker, asyncio.Event] = {}  # the first has run for longest

    @property
    def counts(self) -> Counts:
        """How the pool stands."""
        return Counts(self._queries.free, self._lookups.free, len(self._long))

    async def open(self) -> None:
        """Start the workers; DiedError where the index cannot be read even after it was built again."""
        await asyncio.gather(self._queries.open(), self._lookups.open(), self._known.open())

    async def close(self) -> None:
        """End all workers."""
        await asyncio.gather(
            self._queries.close(),
            self._lookups.close(),
            self._known.close(),
            *(worker.kill() for worker in self._long),
        )

    async def _started(self, niceness: int) -> Worker:
        try:
            return await Worker.start(self._index, self.limits, niceness)
        except DiedError:
            async with self._preparing:
                await asyncio.to_thread(self._prepare)
            return await Worker.start(self._index, self.limits, niceness)

    async def survey(self) -> Facts:
        """Return the facts of the release."""
        reply = await self._within(Survey(), self._lookups, _SURVEY)
        if not isinstance(reply, Facts):
            raise DiedError(None)
        return reply

    async def look_up(self, lookup: Lookup) -> Reply:
        """Return what is at a path."""
        return await self._within(lookup, self._lookups, _LOOKUP)

    async def cheap(self, ask: Ask) -> Reply:
        """Return the answer to a query that the server itself has written and knows to be quick."""
        return await self._within(ask, self._lookups, _LOOKUP)

    async def known(self, ask: Ask) -> Reply:
        """Return the answer to a question of the query pack, which waits for its turn among its like."""
        return await self._within(ask, self._known, self.limits.known_seconds)

    async def _within(self, request: Request, lane: Lane, seconds: float) -> Reply:
        """Return the reply of a lane to a request, which is ended when it takes too long."""
        try:
            worker = await lane.take()
        except BusyError:
            return _busy()
        call = asyncio.create_task(worker.call(request))
        try:
            done, _ = await asyncio.wait([call], timeout=seconds)
            return self._result(call) if done else _late(seconds)
        finally:
            if self._is_fit(worker, call):
                lane.give(worker)
            else:
                lane.replace()
                await _ended(worker, call)

    async def ask(self, ask: Ask) -> Reply:
        """Return the answer to a query of a client, or why there is none."""
        try:
            worker = await self._queries.take()
        except BusyError:
            return _busy()
        began = time.monotonic()
        call = asyncio.create_task(worker.call(ask))
        is_quick = False
        try:
            is_quick = await self._quick(worker, call)
            return self._result(call) if is_quick else await self._long_one(worker, call, began)
        finally:
            if is_quick and self._is_fit(worker, call):
                self._queries.give(worker)
            elif self._long.pop(worker, None) is not None:
                await _ended(worker, call)
            else:
                self._queries.replace()
                await _ended(worker, call)

    async def _quick(self, worker: Worker, call: asyncio.Task[Reply]) -> bool:
        """Wait for a reply until the query has used the time of a quick one; tell whether it came."""
        began, before = time.monotonic(), worker.computed()
        wait = self.limits.soon
        while True:
            done, _ = await asyncio.wait([call], timeout=wait)
            if done:
                return True
            elapsed, now = time.monotonic() - began, worker.computed()
            used = elapsed if before is None or now is None else now - before
            if used >= self.limits.soon or elapsed >= self.limits.seconds:
                return False
            wait = max(_TICK, self.limits.soon - used)

    async def _long_one(self, worker: Worker, call: asyncio.Task[Reply], began: float) -> Reply:
        """Wait for a long query at low priority, until another needs its place."""
        left = self.limits.seconds - (time.monotonic() - began)
        if left <= 0:
            return _late(self.limits.seconds)
        if len(self._long) >= self.limits.long:
            next(iter(self._long.values())).set()
        ended = self._long[worker] = asyncio.Event()
        worker.be_nice(_NICE_LONG)
        self._queries.replace()
        gives_way = asyncio.create_task(ended.wait())
        done, _ = await asyncio.wait([call, gives_way], timeout=left, return_when=asyncio.FIRST_COMPLETED)
        gives_way.cancel()
        if call in done:
            return self._result(call)
        return _busy() if done else _late(self.limits.seconds)

    def _is_fit(self, worker: Worker, call: asyncio.Task[Reply]) -> bool:
        """Tell whether a worker has answered and can answer again."""
        if not call.done() or call.cancelled() or call.exception() is not None:
            return False
        return worker.resident() <= self.limits.swollen

    def _result(self, call: asyncio.Task[Reply]) -> Reply:
        try:
            return call.result()
        except DiedError as error:
            return too_much_memory(self.limits) if error.of_memory else _broken()


async def _ended(worker: Worker, call: asyncio.Task[Reply]) -> None:
    """End a worker, and the call that waits for it."""
    call.cancel()
    await worker.kill()
    await asyncio.gather(call, return_exceptions=True)


def _busy() -> Refused:
    return Refused(
        503,
        Bilingual("いま、ほかの問い合わせで手いっぱいです。", "The server is busy with other queries."),
        todo=Bilingual(
            "少し待ってから、条件か LIMIT を加えてもう一度試してください。",
            "Wait a little and try again, with more conditions or a LIMIT.",
        ),
    )


def _late(seconds: float) -> Refused:
    return Refused(
        504,
        Bilingual(f"{seconds:g} 秒で終わりませんでした。", f"It did not end in {seconds:g} seconds."),
        expected=Bilingual("条件で絞った問い合わせ", "a query narrowed by conditions"),
        todo=Bilingual("条件か LIMIT を加えてください。", "Add conditions or a LIMIT."),
    )


def _broken() -> Refused:
    return Refused(
        503,
        Bilingual("サーバーの一部を作り直しています。", "A part of the server is being restored."),
        todo=Bilingual("少し待ってから、もう一度試してください。", "Wait a little and try again."),
    )
