"""Find the entities of a sorted N-Triples file: a plan with its versions and events, a government with its states.

An entity is what changes as a whole and what a client replaces as a whole. Its lines stand apart in the file,
since classes have namespaces of their own; which entity a subject belongs to is told by its IRI.
"""

import mmap
import re
from array import array
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self

from saisei_lod.iris import KEY

__all__ = ["Entities", "owner"]

_END: Final = r"\Z"
_PARTS: Final = re.compile(r"(.*/)([a-z-]+)/([^/#]+)\Z")
#: A key at the beginning of a local name: its own number, if any, is shorter than the year that follows it.
_KEY: Final = KEY.pattern.removesuffix(r"(?:-[0-9]+)?\Z") + r"(?:-[0-9]{1,3}(?=-|\Z))?"


class _Within(NamedTuple):
    """The class of entities that subjects of a class belong to, and the part of their names that names it."""

    kind: str
    name: re.Pattern[str]


_OF_PLAN: Final = _Within("plan", re.compile(rf"\A({_KEY})"))
_WITHIN: Final = {
    **dict.fromkeys(["version", "event", "coverage", "period", "joint-making"], _OF_PLAN),
    **dict.fromkeys(["document", "indicator", "amount"], _OF_PLAN),
    "listing": _Within("plan", re.compile(rf"-({KEY.pattern.removesuffix(_END)})\Z")),
    "contact": _Within("source", re.compile(r"(.*)")),
    "snapshot": _Within("source", re.compile(r"(.*)-[0-9a-f]{8}\Z")),
    "round-day": _Within("round", re.compile(r"(.*)-[0-9]{8}\Z")),
}
_STATE_OF: Final = re.compile(rb"stateOf> <([^>]+)>")


def owner(iri: str, lines: bytes = b"") -> str:
    """Return the IRI of the entity that a subject belongs to: mostly the subject itself.

    ``lines`` are those of the subject: whether a state is that of a ward stands there alone.

    >>> owner("https://example.org/id/version/r055-01204-3476059d-20200821")
    'https://example.org/id/plan/r055-01204-3476059d'
    """
    parts = _PARTS.match(iri)
    if parts is None:
        return iri
    base, kind, local = parts.groups()
    if kind == "local-government-period":
        state = _STATE_OF.search(lines)
        return state[1].decode() if state else iri
    of = _WITHIN.get(kind)
    found = of.name.search(local) if of else None
    return f"{base}{of.kind}/{found[1]}" if of and found else iri


class Entities:
    """The entities of a sorted N-Triples file, which is mapped into memory while it is open.

    Some 400 bytes are held for each entity, whatever the size of the file. A context manager; raises
    OSError where the file cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._open = ExitStack()
        self._data: mmap.mmap | bytes = b""
        self._places: dict[str, array[int]] = {}

    def __enter__(self) -> Self:
        file = self._open.enter_context(self._path.open("rb"))
        if self._path.stat().st_size:  # an empty file cannot be mapped
            self._data = self._open.enter_context(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
            self._find()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._data = b""
        self._open.__exit__(kind, fault, trace)

    def __contains__(self, iri: object) -> bool:
        return iri in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._places))

    def __len__(self) -> int:
        return len(self._places)

    def text(self, iri: str) -> bytes:
        """Return the lines of an entity in their order, as one text; nothing for one that is not there."""
        places = self._places.get(iri, ())
        return b"".join([self._data[places[at] : places[at + 1]] for at in range(0, len(places), 2)])

    def _find(self) -> None:
        data, end, start = self._data, len(self._data), 0
        while start < end:
            subject = data[start : data.find(b" ", start) + 1]
            stop = start
            while data[stop : stop + len(subject)] == subject and stop < end:
                stop = data.find(b"\n", stop) + 1 or end
            of = owner(subject[1:-2].decode(), data[start:stop] if b"-period/" in subject else b"")
            self._note(of, start, stop)
            start = stop

    def _note(self, iri: str, start: int, stop: int) -> None:
        places = self._places.setdefault(iri, array("Q"))
        if places and places[-1] == start:
            places[-1] = stop
        else:
            places.extend((start, stop))
