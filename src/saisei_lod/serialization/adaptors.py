"""Hand descriptions to the two RDF libraries, each imported only when it is asked for."""

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Final

from saisei_lod.terms import XSD, Description, Literal, Term

if TYPE_CHECKING:
    import pyoxigraph
    import rdflib

__all__ = ["to_oxigraph", "to_rdflib"]

_STRING: Final = f"{XSD}string"


def to_rdflib(descriptions: Iterable[Description]) -> "rdflib.Graph":
    """Return the descriptions as an rdflib graph, its literals in the lexical form that they have here.

    >>> from saisei_lod.terms import Namespace
    >>> ex = Namespace("ex", "https://example.org/")
    >>> len(to_rdflib([Description(ex("a"), ex("B"), ex("C"))]))
    2
    """
    import rdflib  # noqa: PLC0415 - 172 ms, which the command line must not pay

    graph = rdflib.Graph(bind_namespaces="none")
    made: dict[str, rdflib.term.Identifier] = {}
    for described in descriptions:
        subject = rdflib.URIRef(described.subject.value)
        for kind in described.types:
            graph.add((subject, rdflib.RDF.type, rdflib.URIRef(kind.value)))
        for name, values in described.statements:
            predicate = made.get(name.nt) or made.setdefault(name.nt, rdflib.URIRef(name.value))
            for value in values:
                graph.add((subject, predicate, _rdflib_term(value)))
    return graph


def _rdflib_term(value: Term) -> "rdflib.term.Identifier":
    import rdflib  # noqa: PLC0415

    if not isinstance(value, Literal):
        return rdflib.URIRef(value.nt[1:-1])
    if value.language:
        return rdflib.Literal(value.lexical, lang=value.language)
    datatype = None if value.datatype == _STRING else rdflib.URIRef(value.datatype)
    return rdflib.Literal(value.lexical, datatype=datatype, normalize=False)


def to_oxigraph(descriptions: Iterable[Description]) -> "pyoxigraph.Store":
    """Return an in-memory pyoxigraph store with the descriptions in its default graph.

    >>> from saisei_lod.terms import Namespace
    >>> ex = Namespace("ex", "https://example.org/")
    >>> len(to_oxigraph([Description(ex("a"), ex("B"), ex("C"))]))
    2
    """
    import pyoxigraph  # noqa: PLC0415

    lines = [f"{s} {p} {o} .\n" for described in descriptions for s, p, o in described.triples()]
    store = pyoxigraph.Store()
    store.bulk_load(BytesIO("".join(lines).encode()), pyoxigraph.RdfFormat.N_TRIPLES)
    return store
