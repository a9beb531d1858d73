"""What one request, and all together, may use."""

import msgspec

__all__ = ["Limits"]

_MIB = 1024 * 1024


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """The limits of a server; every one holds, whatever is asked."""

    #: Seconds after which a query is stopped.
    seconds: float = 20.0
    #: Seconds after which a query counts as long: it gives its place to others and goes on at low priority.
    soon: float = 0.2
    #: Long queries at a time; for one more, the one that has had most is ended.
    long: int = 3
    #: Worker processes for queries, and those for the questions of the query pack, with the seconds that one has.
    workers: int = 3
    known: int = 2
    known_seconds: float = 60.0
    #: Requests that wait for a worker, and the seconds that each does (a question of the pack: known_seconds).
    waiting: int = 500
    patience: float = 30.0
    #: Rows (or triples) and bytes of an answer.
    rows: int = 1_000_000
    answer: int = 32 * _MIB
    #: Bytes of memory that a worker may take beyond what it has when idle.
    memory: int = 1024 * _MIB
    #: Bytes beyond which a worker is replaced after its answer, so that what a query took is given back.
    swollen: int = 384 * _MIB
    #: Characters of a query; bytes of a body; bytes of the request line and headers together.
    text: int = 50_000
    body: int = 256 * 1024
    head: int = 64 * 1024
    #: Connections at a time; seconds to send a request, and for a client to take 64 KiB of an answer.
    connections: int = 1_000
    arrival: float = 10.0
    #: Bytes of answers kept to be given again.
    kept: int = 128 * _MIB
    #: Addresses that SERVICE may ask; none by default, and then the workers have no network at all.
    services: tuple[str, ...] = ()
