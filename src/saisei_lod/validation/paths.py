"""SHACL property paths, as people read them and as Turtle writes them (W3C SHACL, section 2.3.1).

People read the spelling of SPARQL 1.1, section 9.1: ``^dcat:previousVersion/saisei:validFrom``.
"""

from typing import Final

from pyoxigraph import NamedNode

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.validation.graphs import Term, Triples
from saisei_lod.validation.names import SH, shortened

__all__ = ["sparql_path", "turtle_path"]

_DEPTH: Final = 20
_REPEATS: Final = {"zeroOrMorePath": "*", "oneOrMorePath": "+", "zeroOrOnePath": "?"}


def sparql_path(path: Term, shapes: Triples, depth: int = 0) -> str:
    """Return a path in the spelling of SPARQL; InputError where it is none or contains itself."""
    kind, parts = _parsed(path, shapes, depth)
    inner = [sparql_path(part, shapes, depth + 1) for part in parts]
    if kind == "":
        return shortened(path.value) if isinstance(path, NamedNode) else ""
    if kind == "sequence":
        return "/".join(f"({part})" if "|" in part else part for part in inner)
    if kind == "alternativePath":
        return "|".join(inner)
    grouped = f"({inner[0]})" if any(mark in inner[0] for mark in "/|") else inner[0]
    return f"^{grouped}" if kind == "inversePath" else grouped + _REPEATS[kind]


def turtle_path(path: Term, shapes: Triples, depth: int = 0) -> str:
    """Return a path in Turtle, without names for its blank nodes; errors as for :func:`sparql_path`."""
    kind, parts = _parsed(path, shapes, depth)
    inner = [turtle_path(part, shapes, depth + 1) for part in parts]
    if kind == "":
        return shortened(path.value) if isinstance(path, NamedNode) else ""
    listed = f"( {' '.join(inner)} )"
    if kind == "sequence":
        return listed
    return f"[ sh:{kind} {listed if kind == 'alternativePath' else inner[0]} ]"


def _parsed(path: Term, shapes: Triples, depth: int) -> tuple[str, list[Term]]:
    """Return the kind of a path ("" for a predicate) and its parts."""
    if isinstance(path, NamedNode):
        return "", []
    members = shapes.members(path)
    if depth < _DEPTH and members:
        return "sequence", members
    for kind in ("inversePath", *_REPEATS, "alternativePath"):
        values = shapes.objects(path, SH + kind)
        if depth < _DEPTH and values:
            return kind, shapes.members(values[0]) if kind == "alternativePath" else values[:1]
    raise InputError(
        Bilingual("形の sh:path を読めません。", "The sh:path of a shape cannot be read."),
        where=str(path),
        expected=Bilingual("SHACL 2.3.1 の形のパス", "a path of SHACL, section 2.3.1"),
        todo=Bilingual("その sh:path を直してください。", "Correct that sh:path."),
    )
