"""The queries of sh:sparql constraints: whole with their prefixes, and fit to be run here (W3C SHACL, section 5)."""

from collections.abc import Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Store

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.validation.graphs import Term, Triples
from saisei_lod.validation.names import SH
from saisei_lod.validation.paths import Path, query_path
from saisei_lod.validation.shapes import Shapes

__all__ = ["QUERIES", "query_of", "refuse_broken_queries", "with_prefixes"]

_IMPORTS: Final = "http://www.w3.org/2002/07/owl#imports"
#: The properties whose values are queries.
QUERIES: Final = (f"{SH}select", f"{SH}ask")


def query_of(node: Term, path: Path | None, triples: Triples) -> str:
    """Return the query of a SPARQL constraint with its prefixes, ``$PATH`` being the path of its shape.

    "" where there is none.
    """
    select = next((t.value for t in triples.objects(node, f"{SH}select") if isinstance(t, Literal)), "")
    if path is not None:
        select = select.replace("$PATH", query_path(path))
    return with_prefixes(select, node, triples)


def with_prefixes(query: str, node: Term, triples: Triples) -> str:
    """Return a query with the prefixes that its node declares before it (section 5.2.1)."""
    declared = sorted(dict(_prefixes(node, triples)).items())
    return "".join(f"PREFIX {name}: <{base}>\n" for name, base in declared) + query


def _prefixes(node: Term, triples: Triples) -> Iterator[tuple[str, str]]:
    waiting, seen = triples.objects(node, f"{SH}prefixes")[:], set[Term]()
    while waiting:
        ontology = waiting.pop()
        if ontology in seen:
            continue
        seen.add(ontology)
        waiting += triples.objects(ontology, _IMPORTS)
        for declaration in triples.objects(ontology, f"{SH}declare"):
            names = triples.objects(declaration, f"{SH}prefix")
            for name, base in zip(names, triples.objects(declaration, f"{SH}namespace"), strict=False):
                yield str(name.value), str(base.value)


def refuse_broken_queries(shapes: Shapes) -> None:
    """Raise InputError for the first query of the shapes that is no SPARQL, prefixes included.

    Engines report such a query in ways of their own, some of them as a bare Exception.
    """
    for predicate in QUERIES:
        for node, query in shapes.triples.pairs(predicate):
            text = with_prefixes(str(query.value), node, shapes.triples)
            try:
                Store().query(text.replace("$PATH", "<urn:path>"))
            except SyntaxError as error:
                raise _broken_query(node, str(error)) from error


def _broken_query(node: Term, reason: str) -> InputError:
    return InputError(
        Bilingual(f"形の SPARQL を読めません: {reason}", f"The SPARQL of a shape cannot be read: {reason}"),
        where=node.value if isinstance(node, NamedNode) else str(node),
        expected=Bilingual("SPARQL 1.1 の問い合わせ", "a query of SPARQL 1.1"),
        todo=Bilingual("その問い合わせと接頭辞を直してください。", "Correct that query and its prefixes."),
    )
