"""Connections: at most so many, and none that sends its request drop by drop."""

import asyncio
from typing import Any, Final

from uvicorn.protocols.http.h11_impl import H11Protocol

from saisei_lod.serving.limits import Limits

__all__ = ["BoundedProtocol"]

_FULL: Final = (
    b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
)


class BoundedProtocol(H11Protocol):
    """uvicorn's protocol on h11, which bounds the size of headers, with a bound on the time they take."""

    limits = Limits()
    _deadline: asyncio.TimerHandle | None = None

    @classmethod
    def within(cls, limits: Limits) -> type["BoundedProtocol"]:
        """Return the protocol with limits of its own."""
        return type("BoundedProtocol", (cls,), {"limits": limits})

    def connection_made(self, transport: Any) -> None:  # noqa: ANN401 - uvicorn's signature
        """Begin a connection, or send it away where there are too many."""
        super().connection_made(transport)
        if len(self.connections) > self.limits.connections:
            transport.write(_FULL)
            transport.close()
        else:
            self._expect()

    def data_received(self, data: bytes) -> None:
        """Take bytes; the head of a request must be whole before its deadline."""
        self._expect()
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete:
            self._rest()

    def connection_lost(self, exc: Exception | None) -> None:
        """End a connection."""
        self._rest()
        super().connection_lost(exc)

    def _expect(self) -> None:
        if self._deadline is None:
            self._deadline = self.loop.call_later(self.limits.arrival, self.transport.close)

    def _rest(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None
