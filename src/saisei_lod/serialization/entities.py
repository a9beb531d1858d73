"""Write each block as documents of its own, small enough to be read: Turtle, JSON-LD and N-Triples.

A document declares what it uses and no more: the prefixes, and the part of the JSON-LD context that its
keys need, so that it is complete without fetching anything. Thousands of documents share one writer a
syntax, which spells once what their descriptions have in common.
"""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from saisei_lod.serialization.frame import Frame
from saisei_lod.serialization.jsonld import JsonLdWriter
from saisei_lod.serialization.outline import OutlinedBlock, Outlines
from saisei_lod.serialization.sink import disk_faults
from saisei_lod.serialization.turtle import TurtleWriter
from saisei_lod.terms import XSD, Description

__all__ = ["EXTENSIONS", "EntityWriter"]

#: The files of an entity, by extension.
EXTENSIONS: Final = ("ttl", "jsonld", "nt")
#: What may be a prefix in Turtle; a word with a colon in a text may be taken for one, which does no harm.
_TURTLE_PREFIX: Final = re.compile(rb"(?<![^\s^])([a-z][a-z-]*):")
#: What may be a key of the context, and the prefix of a compact IRI.
_JSON_KEY: Final = re.compile(rb'"([A-Za-z0-9_]+)": ')
_JSON_PREFIX: Final = re.compile(rb'"([a-z]+):[A-Za-z]')
#: Parts of the context kept at a time: documents of one class mostly name the same.
_KEPT: Final = 256


class _Memory:
    """Takes what a writer writes, until it is taken over."""

    __slots__ = ("_pieces",)

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, data: bytes, /) -> None:
        """Take a piece of UTF-8."""
        self._pieces.append(data)

    def taken(self) -> bytes:
        """Return what was written since the last call."""
        text = b"".join(self._pieces)
        self._pieces.clear()
        return text


class EntityWriter:
    """Write blocks as documents; ``prefixes`` and ``context`` are those of the whole graph."""

    def __init__(self, prefixes: Mapping[str, str], context: Mapping[str, object]) -> None:
        self._prefixes = {"xsd": XSD, **prefixes}
        self._context = {**context, "xsd": XSD}
        self._always = [key for key, said in self._context.items() if key.startswith("@") or _is_alias(said)]
        self._contexts: dict[frozenset[bytes], bytes] = {}
        self._outlines = Outlines()
        self._turtle, self._json = _Memory(), _Memory()
        frame = Frame({}, {}, Path())
        self._writers = (TurtleWriter(self._turtle, frame), JsonLdWriter(self._json, frame))
        self._json.taken()

    def write(self, block: Sequence[Description], folder: Path) -> None:
        """Write the documents of a block as ``index.ttl``, ``.jsonld`` and ``.nt`` into a new folder.

        Raises EnvironmentFault where the disk fails, or the folder is there already.
        """
        outlined = self._outlines.of(block)
        for writer in self._writers:
            writer.block(outlined)
        texts = (self._as_turtle(), self._as_json(), _lines(outlined))
        with disk_faults(folder):
            folder.mkdir(parents=True)
            for extension, text in zip(EXTENSIONS, texts, strict=True):
                (folder / f"index.{extension}").write_bytes(text)

    def _as_turtle(self) -> bytes:
        body = self._turtle.taken()
        used = {name.decode() for name in _TURTLE_PREFIX.findall(body)}.intersection(self._prefixes)
        declared = [f"@prefix {name}: <{self._prefixes[name]}> .\n" for name in sorted(used)]
        return "".join(declared).encode() + body

    def _as_json(self) -> bytes:
        body = self._json.taken().removeprefix(b",")
        named = frozenset([*_JSON_KEY.findall(body), *_JSON_PREFIX.findall(body)])
        context = self._contexts.get(named)
        if context is None:
            if len(self._contexts) >= _KEPT:
                self._contexts.clear()
            context = self._contexts[named] = self._part({name.decode() for name in named})
        return b'{\n "@context": ' + context + b',\n "@graph": [' + body + b"\n ]\n}\n"

    def _part(self, named: set[str]) -> bytes:
        """Return the part of the context that defines what is named in a document."""
        kept = {*self._always, *named.intersection(self._context)}
        definitions = json.dumps([self._context[key] for key in sorted(kept)])
        kept |= {key.decode() for key in _JSON_PREFIX.findall(definitions.encode())}
        ordered = {key: said for key, said in self._context.items() if key in kept}
        return json.dumps(ordered, ensure_ascii=False, indent=1).replace("\n", "\n ").encode()


def _is_alias(said: object) -> bool:
    """Whether a key of the context stands for a keyword, as ``id`` for ``@id``."""
    return isinstance(said, str) and said.startswith("@")


def _lines(block: OutlinedBlock) -> bytes:
    """Return the block's triples as sorted lines, each once."""
    lines = {f"{s} {p} {o} .\n" for described, *_ in block.items for s, p, o in described.triples()}
    return "".join(sorted(lines)).encode()
