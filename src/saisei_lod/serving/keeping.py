"""Keep answers, which hold as long as the release, and ask once what many ask at the same time."""

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Final

from saisei_lod.serving.messages import Answer, Reply, Request

__all__ = ["Kept"]

#: Bytes that an entry costs beside its body.
_ENTRY: Final = 1_000
#: The largest answer kept is this part of all that is kept.
_PART: Final = 8


class Kept:
    """Answers by what was asked, the least recently used forgotten first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held = 0
        self._answers: OrderedDict[Request, Answer] = OrderedDict()
        self._asked: dict[Request, asyncio.Task[Reply]] = {}

    async def reply(self, request: Request, ask: Callable[[], Awaitable[Reply]]) -> Reply:
        """Return the reply to a request: a kept one, that of a like request under way, or a new one."""
        if (kept := self._answers.get(request)) is not None:
            self._answers.move_to_end(request)
            return kept
        task = self._asked.get(request)
        if task is None:
            task = self._asked[request] = asyncio.ensure_future(self._new(request, ask))
        return await asyncio.shield(task)

    async def _new(self, request: Request, ask: Callable[[], Awaitable[Reply]]) -> Reply:
        try:
            reply = await ask()
        finally:
            del self._asked[request]
        if isinstance(reply, Answer) and len(reply.body) * _PART <= self._most:
            self._keep(request, reply)
        return reply

    def _keep(self, request: Request, answer: Answer) -> None:
        self._answers[request] = answer
        self._held += _size(request, answer)
        while self._held > self._most:
            self._held -= _size(*self._answers.popitem(last=False))


def _size(request: Request, answer: Answer) -> int:
    return _ENTRY + len(answer.body) + 4 * len(getattr(request, "text", ""))
