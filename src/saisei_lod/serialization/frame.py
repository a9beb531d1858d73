"""Define what all writers are given, and what they tell at the end."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple, Protocol

from saisei_lod.serialization.outline import OutlinedBlock

__all__ = ["Counts", "Frame", "Writer"]


class Frame(NamedTuple):
    """What stands around the data: prefixes, the JSON-LD context, and a folder for temporary files."""

    prefixes: Mapping[str, str]
    context: Mapping[str, object]
    scratch: Path


class Counts(NamedTuple):
    """How many distinct subjects and triples were written."""

    subjects: int
    triples: int


class Writer(Protocol):
    """What writes one file: it takes block after block, then ends the document.

    A writer is made from a :class:`~saisei_lod.serialization.sink.Sink` and a :class:`Frame`.
    """

    def block(self, block: OutlinedBlock) -> None:
        """Take the descriptions of one block; their order within a block is that of the output."""

    def end(self) -> Counts | None:
        """Write what is still to be written; return the counts where repeated triples were found."""
