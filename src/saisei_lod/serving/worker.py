"""A worker process: opens the index read-only and answers one request after the other until its server is gone.

Started as ``python -m saisei_lod.serving.worker INDEX LIMITS``; requests come on standard input, replies go to
standard output. The first reply, an empty answer, says that the store is open.
"""

import signal
import sys
import threading
from typing import Final

import msgspec

from saisei_lod.serving import confining
from saisei_lod.serving.answering import answer, too_much_memory
from saisei_lod.serving.entities import Desk
from saisei_lod.serving.limits import Limits
from saisei_lod.serving.messages import Answer, Ask, Lookup, Reply, Request, Survey, frame

__all__ = ["main"]

#: Bytes of stack: a text of the longest length may nest brackets all along.
_STACK: Final = 256 * 1024 * 1024
#: Seconds that a worker outlives what its server should have stopped, and that a survey may take.
_GRACE: Final = 5.0
_SURVEY: Final = 300.0
_UNREADABLE: Final = 3


def main(arguments: list[str]) -> int:
    """Serve requests on standard input until it ends; return 3 where the index cannot be read."""
    index, limits = arguments[0], msgspec.json.decode(arguments[1], type=Limits)
    confining.die_with_server()
    if not limits.services:
        confining.leave_network()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is the server's to handle
    try:
        desk = Desk(index, limits)
    except (OSError, RuntimeError, ValueError):
        return _UNREADABLE
    statuses: list[int] = []
    threading.stack_size(_STACK)
    thread = threading.Thread(target=lambda: statuses.append(_serve(desk)))
    thread.start()
    thread.join()
    return statuses[0] if statuses else _UNREADABLE


def _serve(desk: Desk) -> int:
    confining.bound_memory(desk.limits.memory)
    decoder: msgspec.msgpack.Decoder[Request] = msgspec.msgpack.Decoder(Request)
    _send(Answer())
    while length := sys.stdin.buffer.read(4):
        request = decoder.decode(sys.stdin.buffer.read(int.from_bytes(length, "big")))
        confining.expire(_seconds(request, desk.limits))
        try:
            _send(_reply(request, desk))
        except OSError:
            return _UNREADABLE  # the store has become unreadable, or the server has gone
        confining.expire(0)
    return 0


def _seconds(request: Request, limits: Limits) -> float:
    return _GRACE + (_SURVEY if isinstance(request, Survey) else max(limits.seconds, limits.known_seconds))


def _reply(request: Request, desk: Desk) -> Reply:
    try:
        if isinstance(request, Ask):
            return answer(request, desk.store, desk.limits)
        return desk.look_up(request) if isinstance(request, Lookup) else desk.survey()
    except MemoryError:
        return too_much_memory(desk.limits)


def _send(reply: Reply) -> None:
    sys.stdout.buffer.write(frame(reply))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
