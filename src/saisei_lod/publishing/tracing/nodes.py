"""Take the IRI of a node apart: what it is, of which plan or source, and which part of it (see iris.py)."""

import re
from typing import Final, NamedTuple

__all__ = ["Node", "node_of"]

_KEY: Final = r"(?P<key>(?:r\d{3}|d\d{8}|d\d{6}|nodate)-(?:\d{5}|u\d{5}|x0000)-[0-9a-f]{8}(?:-\d{1,3})?)"
_OF_PLAN: Final = re.compile(
    rf"{_KEY}(?:-(?P<tail>(?:\d{{4,8}}|r\d{{3}}|undated|nodate)(?:-\d+)*))?\Z", re.ASCII
)
_LISTING: Final = re.compile(rf"(?P<source>[0-9A-Za-z-]+)-(?P<tail>[0-9a-f]{{8}})-{_KEY}\Z", re.ASCII)
_SNAPSHOT: Final = re.compile(r"(?P<source>[0-9A-Za-z-]+)-(?P<tail>[0-9a-f]{8})\Z")
_SOURCE: Final = re.compile(r"(?P<source>[0-9A-Za-z-]+)\Z")
#: The form of what stands behind the class folder.
_FORMS: Final = {
    **dict.fromkeys(
        ("plan", "version", "event", "coverage", "period", "joint-making", "document", "indicator", "amount"),
        _OF_PLAN,
    ),
    "listing": _LISTING,
    "snapshot": _SNAPSHOT,
    "source": _SOURCE,
    "contact": _SOURCE,
}


class Node(NamedTuple):
    """What an IRI names: its class folder, the key of its plan, its source, and what tells its parts apart.

    ``tail`` is the day and number of an event or of a numbered part, or the eight digits of a snapshot.
    """

    kind: str
    key: str = ""
    source: str = ""
    tail: str = ""

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers behind the day: of a document, an indicator and its value, an amount."""
        return tuple(int(part) for part in self.tail.split("-")[1:])


def node_of(iri: str) -> Node | None:
    """Return what an IRI names; None for what no record holds.

    >>> node_of("https://w3id.org/saisei/id/document/r055-01204-3476059d-20200330-2")
    Node(kind='document', key='r055-01204-3476059d', source='', tail='20200330-2')
    """
    folder, _, local = iri.rpartition("/")
    kind = folder.rpartition("/")[2]
    found = _FORMS[kind].match(local) if kind in _FORMS else None
    if found is None:
        return None
    parts = {name: text or "" for name, text in found.groupdict().items()}
    return Node(kind, parts.get("key", ""), parts.get("source", ""), parts.get("tail", ""))
