"""Map the funding schemes of ontology/schemes.ttl: they are written by hand as SKOS and published as such.

The file is parsed and described again, so that it leaves in every format and under the same rules as
all other graphs: no blank nodes, one spelling a term.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from saisei_lod import terms, vocabulary
from saisei_lod.errors import Bilingual, InputError
from saisei_lod.iris import Minter
from saisei_lod.terms import Description, Iri, Property, Term

if TYPE_CHECKING:
    import pyoxigraph

__all__ = ["concept_blocks"]

_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


def concept_blocks(path: Path, minter: Minter) -> Iterator[list[Description]]:
    """Yield a block a subject of a Turtle file, subjects and values in the order of their spelling.

    Raises InputError naming file and line where the Turtle is broken, or a predicate is none of ours.
    """
    import pyoxigraph  # noqa: PLC0415 - only a build reads the schemes

    try:
        triples = sorted(pyoxigraph.parse(path=str(path)), key=lambda quad: str(quad.triple))
    except SyntaxError as error:
        raise _broken(path, str(error)) from error
    types: dict[str, list[Iri]] = {}
    values: dict[str, dict[str, list[Term]]] = {}
    for quad in triples:
        subject, predicate = _iri_text(quad.subject, path), quad.predicate.value
        term = _term(quad.object, minter, path)
        if predicate == _RDF_TYPE and isinstance(term, Iri):
            types.setdefault(subject, []).append(term)
        values.setdefault(subject, {})
        if predicate != _RDF_TYPE:
            values[subject].setdefault(predicate, []).append(term)
    for subject, stated in values.items():
        described = Description(_iri(subject, minter), *types.get(subject, []))
        for predicate, said in stated.items():
            described.add(_property(predicate, path), *said)
        yield [described]


def _broken(path: Path, reason: str) -> InputError:
    return InputError(
        Bilingual(f"支援措置の語彙を読めません: {reason}", f"The schemes cannot be read: {reason}"),
        where=str(path),
        expected=Bilingual("空白ノードのない SKOS の Turtle", "SKOS in Turtle without blank nodes"),
        todo=Bilingual("ファイルの示された箇所を直してください。", "Correct the file at that place."),
    )


@cache
def _properties() -> dict[str, Property]:
    return {
        term.value: term
        for name in vocabulary.__all__
        if isinstance(term := getattr(vocabulary, name), Property)
    }


def _property(predicate: str, path: Path) -> Property:
    found = _properties().get(predicate)
    if found is None:
        raise _broken(path, f"<{predicate}>")
    return found


@cache
def _vocabulary_namespaces() -> tuple[terms.Namespace, ...]:
    members = (getattr(vocabulary, name) for name in vocabulary.__all__)
    return tuple(member for member in members if isinstance(member, terms.Namespace))


def _iri(value: str, minter: Minter) -> Iri:
    base, separator, local = value.rpartition("#" if "#" in value else "/")
    for namespace in (*minter.namespaces.values(), *_vocabulary_namespaces()):
        if namespace.base == base + separator:
            return namespace.checked(local)
    return Iri.absolute(value)


def _iri_text(node: object, path: Path) -> str:
    value = getattr(node, "value", "")
    if str(node).startswith("_:") or not isinstance(value, str):
        raise _broken(path, str(node))
    return value


def _term(
    node: "pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple",
    minter: Minter,
    path: Path,
) -> Term:
    language = getattr(node, "language", None)
    datatype = getattr(node, "datatype", None)
    value = _iri_text(node, path)
    if datatype is None:
        return _iri(value, minter)
    if language:
        return terms.text(value, language.lower())
    local = datatype.value.removeprefix(terms.XSD)
    if local == "integer":
        return terms.integer(int(value))
    return terms.plain(value) if local == "string" else terms.typed(value, local)
