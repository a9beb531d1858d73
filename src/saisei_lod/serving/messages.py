"""What the server and its workers say to each other: MessagePack with a length before it."""

from typing import Final

import msgspec

from saisei_lod.errors import Bilingual, Language

__all__ = ["Answer", "Ask", "Facts", "Kind", "Lookup", "Refused", "Reply", "Request", "Survey", "frame"]

_LENGTH: Final = 4


class Ask(msgspec.Struct, frozen=True, tag=True, array_like=True):
    """A query, with the media type for rows (or a truth value) and for a graph; None where none was acceptable.

    ``default_graphs`` and ``named_graphs`` are those of the protocol; both None: those of the query.
    """

    text: str
    rows: str | None = "application/sparql-results+json"
    graph: str | None = "text/turtle"
    default_graphs: tuple[str, ...] | None = None
    named_graphs: tuple[str, ...] | None = None


class Lookup(msgspec.Struct, frozen=True, tag=True, array_like=True):
    """What is at a path: the IRIs that it may stand for, and those of the path without its suffix.

    The first IRI of ``entities`` that exists is an entity; else the first of ``documents`` is described in
    the form of ``suffix``.
    """

    entities: tuple[str, ...]
    documents: tuple[str, ...]
    suffix: str
    language: Language


class Survey(msgspec.Struct, frozen=True, tag=True, array_like=True):
    """Ask for the facts of the release."""


class Kind(msgspec.Struct, frozen=True, array_like=True):
    """A class of things in the release: its labels, how many there are, and one of them."""

    label: Bilingual
    count: int
    example: str


class Facts(msgspec.Struct, frozen=True, tag=True, array_like=True):
    """What a server must know of its release: title, catalogue, addresses of its files, kinds of things."""

    title: Bilingual
    catalog: str
    downloads: tuple[str, ...]
    kinds: tuple[Kind, ...]
    triples: int


class Answer(msgspec.Struct, frozen=True, tag=True, array_like=True):
    """Bytes of a media type; with ``entity`` the path is that of an entity, which has no bytes of its own."""

    media: str = ""
    body: bytes = b""
    entity: str = ""


class Refused(msgspec.Struct, frozen=True, tag=True, array_like=True):
    """Why there is no answer: an HTTP status, what is wrong, where, what was expected, what to do."""

    status: int
    what: Bilingual
    where: str = ""
    expected: Bilingual | None = None
    todo: Bilingual | None = None


Request = Ask | Lookup | Survey
Reply = Answer | Refused | Facts


def frame(message: Request | Reply) -> bytes:
    """Return a message as it goes through a pipe: four bytes of length, big-endian, and the message."""
    body = msgspec.msgpack.encode(message)
    return len(body).to_bytes(_LENGTH, "big") + body
