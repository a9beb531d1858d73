"""Read bodies of bounded size in bounded time; write answers to clients that take them."""

import asyncio
from collections.abc import Mapping
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from saisei_lod.errors import Bilingual
from saisei_lod.serving.limits import Limits
from saisei_lod.serving.messages import Refused
from saisei_lod.serving.problems import ProblemError

__all__ = ["PacedResponse", "read_body"]

_CHUNK: Final = 64 * 1024


async def read_body(request: Request, limits: Limits) -> bytes:
    """Return the body; ProblemError for one that is too large (413) or does not come (408)."""
    parts: list[bytes] = []
    length = 0
    try:
        async with asyncio.timeout(limits.arrival):
            async for part in request.stream():
                length += len(part)
                if length > limits.body:
                    raise ProblemError(_too_large(limits))
                parts.append(part)
    except TimeoutError:
        raise ProblemError(Refused(408, Bilingual("本文が届きません。", "The body does not come."))) from None
    return b"".join(parts)


def _too_large(limits: Limits) -> Refused:
    return Refused(
        413,
        Bilingual("本文が大きすぎます。", "The body is too large."),
        expected=Bilingual(f"{limits.body:,} バイトまで", f"at most {limits.body:,} bytes"),
        todo=Bilingual("問い合わせを短くしてください。", "Shorten the query."),
    )


class PacedResponse(Response):
    """A response that is given up where the client takes less than 64 KiB in ``pace`` seconds."""

    def __init__(
        self, content: bytes, media: str, headers: Mapping[str, str], pace: float, status: int = 200
    ) -> None:
        super().__init__(content, status, headers, media)
        self._pace = pace

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - ASGI's signature
        """Send the response in parts."""
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        body = memoryview(self.body)
        for start in range(0, max(len(body), 1), _CHUNK):
            part = body[start : start + _CHUNK]
            more = start + _CHUNK < len(body)
            async with asyncio.timeout(self._pace):
                await send({"type": "http.response.body", "body": bytes(part), "more_body": more})
