"""SHACL property paths, as people read them and as Turtle writes them (W3C SHACL, section 2.3.1).

People read the spelling of SPARQL 1.1, section 9.1: ``^dcat:previousVersion/saisei:validFrom``.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from pyoxigraph import NamedNode

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.validation.graphs import Term, Triples
from saisei_lod.validation.names import SH, shortened

__all__ = ["Path", "query_path", "read_path", "sparql_path", "turtle_path"]

_DEPTH: Final = 20
_REPEATS: Final = {"zeroOrMorePath": "*", "oneOrMorePath": "+", "zeroOrOnePath": "?"}


class Path(NamedTuple):
    """A path: a predicate (its IRI), or a kind of path over parts.

    ``kind`` is "" for a predicate, ``sequence``, or the local name of the property that SHACL has for it.
    """

    kind: str
    iri: str = ""
    parts: tuple["Path", ...] = ()


def read_path(path: Term, shapes: Triples, depth: int = 0) -> Path:
    """Return the path that a term stands for; InputError where it is none or contains itself."""
    if isinstance(path, NamedNode):
        return Path("", path.value)
    kind, parts = _parts(path, shapes)
    if depth >= _DEPTH or not parts:
        raise _no_path(path)
    return Path(kind, parts=tuple(read_path(part, shapes, depth + 1) for part in parts))


def _parts(path: Term, shapes: Triples) -> tuple[str, list[Term]]:
    members = shapes.members(path)
    if members:
        return "sequence", members
    for kind in ("inversePath", *_REPEATS, "alternativePath"):
        values = shapes.objects(path, SH + kind)
        if values:
            return kind, shapes.members(values[0]) if kind == "alternativePath" else values[:1]
    return "", []


def sparql_path(path: Term, shapes: Triples) -> str:
    """Return a path in the spelling of SPARQL, with prefixes; errors as for :func:`read_path`."""
    return _in_sparql(read_path(path, shapes), shortened)


def query_path(path: Path) -> str:
    """Return a path as a query can hold it, with its IRIs in full.

    >>> query_path(Path("inversePath", parts=(Path("", "https://example.org/p"),)))
    '^<https://example.org/p>'
    """
    return _in_sparql(path, "<{}>".format)


def _in_sparql(path: Path, spell: Callable[[str], str]) -> str:
    inner = [_in_sparql(part, spell) for part in path.parts]
    if path.kind == "":
        return spell(path.iri)
    if path.kind == "sequence":
        both = zip(inner, path.parts, strict=True)
        return "/".join(f"({text})" if part.kind == "alternativePath" else text for text, part in both)
    if path.kind == "alternativePath":
        return "|".join(inner)
    is_inverse, text = path.kind == "inversePath", inner[0]
    is_joined = path.parts[0].kind in {"sequence", "alternativePath"}
    if is_joined or (text[0] == "^" if is_inverse else text[-1] in "*+?"):
        text = f"({text})"
    return f"^{text}" if is_inverse else text + _REPEATS[path.kind]


def turtle_path(path: Term, shapes: Triples) -> str:
    """Return a path in Turtle, without names for its blank nodes; errors as for :func:`read_path`."""
    return _in_turtle(read_path(path, shapes))


def _in_turtle(path: Path) -> str:
    if path.kind == "":
        return shortened(path.iri)
    inner = [_in_turtle(part) for part in path.parts]
    listed = f"( {' '.join(inner)} )"
    if path.kind == "sequence":
        return listed
    return f"[ sh:{path.kind} {listed if path.kind == 'alternativePath' else inner[0]} ]"


def _no_path(path: Term) -> InputError:
    return InputError(
        Bilingual("形の sh:path を読めません。", "The sh:path of a shape cannot be read."),
        where=str(path),
        expected=Bilingual("SHACL 2.3.1 の形のパス", "a path of SHACL, section 2.3.1"),
        todo=Bilingual("その sh:path を直してください。", "Correct that sh:path."),
    )
