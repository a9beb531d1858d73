"""Write the graphs of a release, each in every format."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol

from saisei_lod import resources, vocabulary
from saisei_lod.iris import Minter
from saisei_lod.serialization import FORMATS, Written, write
from saisei_lod.terms import Description, Namespace

__all__ = ["GRAPH_FORMATS", "Watcher", "Writer"]

#: Names of the formats in which every graph is written.
GRAPH_FORMATS: Final = ("turtle", "jsonld", "ntriples", "rdfxml")


class Watcher(Protocol):
    """What looks at blocks while they are written, and makes something else of them too."""

    def through(self, name: str, blocks: Iterable[list[Description]]) -> Iterable[list[Description]]:
        """Pass the blocks of a graph on as they are."""


class Writer(NamedTuple):
    """Where and with which prefixes the graphs of one release are written."""

    folder: Path
    scratch: Path
    minter: Minter
    prefixes: Mapping[str, str]
    context: Mapping[str, object]
    watchers: tuple[Watcher, ...] = ()

    @classmethod
    def into(cls, folder: Path, scratch: Path, minter: Minter) -> "Writer":
        """Return the writer of a release folder; runs are sorted in ``scratch``, on the same disk."""
        return cls(folder, scratch, minter, _prefixes(minter), _context())

    def write(self, name: str, blocks: Iterable[list[Description]]) -> Written:
        """Write a graph in every format, as ``{name}.nt`` and so on, in one pass over its blocks."""
        for watcher in self.watchers:
            blocks = watcher.through(name, blocks)
        outputs = {key: self.folder / f"{name}.{FORMATS[key].extension}" for key in GRAPH_FORMATS}
        return write(blocks, outputs, prefixes=self.prefixes, context=self.context, scratch=self.scratch)


def _prefixes(minter: Minter) -> dict[str, str]:
    named = (getattr(vocabulary, name) for name in vocabulary.__all__)
    namespaces = [*minter.namespaces.values(), *[space for space in named if isinstance(space, Namespace)]]
    return {space.prefix: space.base for space in sorted(namespaces, key=lambda space: space.prefix)}


def _context() -> dict[str, Any]:
    """Return the derived context; it names no prefix for resources, so it serves every publisher."""
    document = json.loads((resources.ontology() / "context.jsonld").read_text(encoding="utf-8"))
    context: dict[str, Any] = document["@context"]
    return context
