"""Read RDF files of any syntax, with the line and column of what cannot be read."""

import gzip
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final, NamedTuple, TypeAlias

from pyoxigraph import BlankNode, RdfFormat, parse

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.terms import Description
from saisei_lod.validation.access import Statement
from saisei_lod.validation.graphs import Term, Triple, Triples, from_rdflib

if TYPE_CHECKING:
    import rdflib

__all__ = ["Described", "Loaded", "Source", "load", "statements"]


@dataclass(frozen=True)
class Described:
    """Descriptions as the graph that they state."""

    blocks: Iterable[Iterable[Description]]


Source: TypeAlias = "Sequence[Path] | rdflib.Graph | Described"
"""Files of RDF, a graph of rdflib, or descriptions."""


_FORMATS: Final[Mapping[str, RdfFormat]] = {
    ".ttl": RdfFormat.TURTLE,
    ".nt": RdfFormat.N_TRIPLES,
    ".nq": RdfFormat.N_QUADS,
    ".trig": RdfFormat.TRIG,
    ".jsonld": RdfFormat.JSON_LD,
    ".rdf": RdfFormat.RDF_XML,
    ".xml": RdfFormat.RDF_XML,
}
_ENDINGS: Final = f"{' '.join(_FORMATS)} (.gz)"


class Loaded(NamedTuple):
    """The triples of some files, and the file that first describes each subject."""

    triples: Triples
    files: Mapping[Term, str]


def load(source: "Sequence[Path] | rdflib.Graph") -> Loaded:
    """Return the triples of files or of a graph of rdflib; named graphs are read as one.

    Blank nodes are numbered in the order of the files, so that one input gives one report. Raises
    InputError with file, line and column where a file is missing, of an unknown kind, or broken.
    """
    if not isinstance(source, Sequence):
        return Loaded(Triples(_of_graph(source)), {})
    triples: list[Triple] = []
    files: dict[Term, str] = {}
    for number, path in enumerate(source):
        read = list(_numbered(path, number))
        triples += read
        for subject, _, _ in read:
            files.setdefault(subject, str(path))
    return Loaded(Triples(triples), files)


def statements(source: Source, files: dict[str, str]) -> Iterator[Statement]:
    """Yield the triples of a source in N-Triples, and note the first file of each subject, "" for no file.

    Blank nodes and errors are those of :func:`load`.
    """
    if isinstance(source, Described):
        return _noted(_of_blocks(source), files)
    if isinstance(source, Sequence):
        return _of_files(source, files)
    return _noted(((str(s), str(p), str(o)) for s, p, o in _of_graph(source)), files)


def _of_blocks(source: Described) -> Iterator[Statement]:
    for block in source.blocks:
        for described in block:
            yield from described.triples()


def _noted(found: Iterable[Statement], files: dict[str, str]) -> Iterator[Statement]:
    for statement in found:
        files[statement[0]] = ""
        yield statement


def _of_files(paths: Sequence[Path], files: dict[str, str]) -> Iterator[Statement]:
    for number, path in enumerate(paths):
        place, last = str(path), ""
        for triple in _numbered(path, number):
            subject = str(triple[0])
            if subject != last:
                files.setdefault(subject, place)
                last = subject
            yield subject, str(triple[1]), str(triple[2])


def _of_graph(graph: "rdflib.Graph") -> Iterator[Triple]:
    for triple in graph:
        try:
            subject, predicate, value = (from_rdflib(node) for node in triple)
        except ValueError as error:
            raise _broken(str(triple), str(error)) from error
        yield subject, predicate, value  # type: ignore[misc]  # rdflib has checked the positions


def _numbered(path: Path, file: int) -> Iterator[Triple]:
    """Yield the triples of a file with its blank nodes named after the file and their order in it."""
    names: dict[BlankNode, BlankNode] = {}

    def named(term: Term) -> Term:
        if not isinstance(term, BlankNode):
            return term
        return names.setdefault(term, BlankNode(f"f{file}b{len(names)}"))

    for subject, predicate, value in _parsed(path):
        yield named(subject), predicate, named(value)  # type: ignore[misc]  # kinds stay as they are


def _parsed(path: Path) -> Iterator[Triple]:
    zipped = path.suffix.lower() == ".gz"
    syntax = _FORMATS.get((path.with_suffix("") if zipped else path).suffix.lower())
    if syntax is None:
        raise _unknown_kind(path)
    try:
        with _opened(path, zipped=zipped) as file:
            for quad in parse(file, syntax, base_iri=path.resolve().as_uri()):
                yield quad.subject, quad.predicate, quad.object
    except SyntaxError as error:
        place = ":".join(str(number) for number in (path, error.lineno, error.offset) if number is not None)
        raise _broken(place, error.msg) from error
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise _broken(str(path), str(error)) from error
    except OSError as error:
        raise _unreadable(path, error) from error


def _opened(path: Path, *, zipped: bool) -> IO[bytes]:
    return gzip.open(path, "rb") if zipped else path.open("rb")  # type: ignore[return-value]  # but in name


def _broken(where: str, reason: str) -> InputError:
    return InputError(
        Bilingual(f"RDF として読めません: {reason}", f"This cannot be read as RDF: {reason}"),
        where=where,
        expected=Bilingual(
            "拡張子のとおりの構文で書かれた RDF(UTF-8)",
            "RDF in UTF-8, in the syntax that the file's ending names",
        ),
        todo=Bilingual("その箇所の構文を直してください。", "Correct the syntax at that place."),
    )


def _unreadable(path: Path, error: OSError) -> InputError:
    return InputError(
        Bilingual(f"ファイルが開けません: {error.strerror}", f"The file cannot be opened: {error.strerror}"),
        where=str(path),
        expected=Bilingual("読むことのできる RDF のファイル", "a readable file of RDF"),
        todo=Bilingual("ファイルの場所と名前を確かめてください。", "Check its place and name."),
    )


def _unknown_kind(path: Path) -> InputError:
    return InputError(
        Bilingual(
            f"この拡張子の RDF は読めません: {path.suffix or path.name}",
            f"RDF with this ending cannot be read: {path.suffix or path.name}",
        ),
        where=str(path),
        expected=Bilingual(f"{_ENDINGS} のどれか", f"one of {_ENDINGS}"),
        todo=Bilingual("拡張子を内容に合わせてください。", "Let the file's ending say its syntax."),
    )
