"""What every request passes: the log, the headers for safety, the bound on how many are served at a time."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Final

import msgspec
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from saisei_lod.serving.pages import policy

__all__ = ["Front", "Log"]

Log = Callable[[dict[str, Any]], None]
"""Takes what is known of a request once it is answered."""

_LONGEST: Final = 500
_FULL: Final = msgspec.json.encode(
    {
        "status": 503,
        "title": "The server is full.",
        "message": {
            "ja": "接続が多すぎます。少し待ってください。",
            "en": "Too many requests: wait a little.",
        },
    }
)


class Front:
    """ASGI middleware; ``log`` is called once a request."""

    def __init__(self, app: ASGIApp, log: Log, most: int) -> None:
        self._app = app
        self._log = log
        self._most = most
        self._served = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        sent = _Sent(send)
        began = time.perf_counter()
        self._served += 1
        try:
            if self._served > self._most:
                await _full(sent)
            else:
                await self._app(scope, receive, sent)
        except TimeoutError:
            sent.status = (
                sent.status or 499
            )  # the client takes nothing: its connection is closed without more
        finally:
            self._served -= 1
            self._log(_record(scope, sent, time.perf_counter() - began))


class _Sent:
    """A channel that adds headers, and remembers status and bytes."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.status = 0
        self.length = 0

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(scope=message)
            headers["X-Content-Type-Options"] = "nosniff"
            headers["Referrer-Policy"] = "no-referrer"
            if "Content-Security-Policy" not in headers:  # a preview says itself who may frame it
                headers["X-Frame-Options"] = "DENY"
                headers["Content-Security-Policy"] = policy()
        else:
            self.length += len(message.get("body", b""))
        await self._send(message)


async def _full(send: Send) -> None:
    headers = [
        (b"content-type", b"application/problem+json"),
        (b"retry-after", b"5"),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": 503, "headers": headers})
    await send({"type": "http.response.body", "body": _FULL})


def _record(scope: Scope, sent: _Sent, seconds: float) -> dict[str, Any]:
    client = scope.get("client")
    return {
        "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "client": client[0] if client else "",
        "method": scope["method"],
        "path": scope["path"][:_LONGEST],
        "status": sent.status,
        "bytes": sent.length,
        "seconds": round(seconds, 4),
    }
