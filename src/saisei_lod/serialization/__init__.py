"""Turn streams of descriptions into bytes: Turtle, N-Triples and nested JSON-LD, the same every time.

A *block* is what belongs to one plan (or one government, round or concept): a list of descriptions,
the main one first. :func:`write` writes all formats of :data:`FORMATS` in one pass over the blocks;
:class:`QuadFile` writes a dataset of named graphs.
"""

from saisei_lod.serialization.adaptors import to_oxigraph, to_rdflib
from saisei_lod.serialization.datasets import dataset_disagreement, write_dataset
from saisei_lod.serialization.equality import (
    Disagreement,
    canonical_digest,
    disagreement,
    same_graph,
    uncanonical_line,
)
from saisei_lod.serialization.formats import FORMATS, NQUADS, Format
from saisei_lod.serialization.lookup import SortedFile
from saisei_lod.serialization.quads import QuadFile
from saisei_lod.serialization.writing import Written, write

__all__ = [
    "FORMATS",
    "NQUADS",
    "Disagreement",
    "Format",
    "QuadFile",
    "SortedFile",
    "Written",
    "canonical_digest",
    "dataset_disagreement",
    "disagreement",
    "same_graph",
    "to_oxigraph",
    "to_rdflib",
    "uncanonical_line",
    "write",
    "write_dataset",
]
