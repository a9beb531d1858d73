"""Refuse a key or a scheme that the data does not know, since an empty answer would look like a "no"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from saisei_lod import vocabulary as v
from saisei_lod.errors import Bilingual, UsageError
from saisei_lod.querying.binding import Bound
from saisei_lod.querying.pack import nearest
from saisei_lod.terms import Iri, Literal, Term

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, Quad, Store

__all__ = ["refuse_absent"]

_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_KEYS: Final = (v.DCTERMS_IDENTIFIER, v.FORMER_KEY)


def refuse_absent(bound: Bound, store: "Store") -> None:
    """Raise UsageError, with the nearest names, for a plan or scheme given that the store does not hold.

    Data without any plan, or without any scheme, cannot tell and refuses nothing. Codes are not looked up
    here: every local government may be asked about, and that there is no plan of it is an answer.
    """
    for parameter in bound.query.parameters:
        term = bound.values.get(parameter.name)
        if term is None or _holds(store, term):
            continue
        if parameter.kind == "key":
            _refuse(parameter.name, term, sorted(_plan_keys(store)))
        elif parameter.kind == "slug":
            _refuse(parameter.name, term, sorted(_slugs(store)))


def _holds(store: "Store", term: Term) -> bool:
    from pyoxigraph import Literal as PlainLiteral  # noqa: PLC0415 - loaded when asked
    from pyoxigraph import NamedNode  # noqa: PLC0415 - loaded when asked

    if isinstance(term, Iri):
        return any(store.quads_for_pattern(NamedNode(term.value), None, None))
    if not isinstance(term, Literal):
        return False
    value = PlainLiteral(term.lexical)
    return any(any(store.quads_for_pattern(None, _node(predicate), value)) for predicate in _KEYS)


def _refuse(name: str, term: Term, known: list[str]) -> None:
    if not known:
        return
    value = term.lexical if isinstance(term, Literal) else term.nt[1:-1].rpartition("/")[2]
    raise UsageError(
        Bilingual(f"この公開データにありません: {value}", f"This release does not hold {value}."),
        where=f"--param {name}",
        expected=nearest(value, known),
        todo=Bilingual("つづりを確かめてください。", "Check the spelling."),
    )


def _plan_keys(store: "Store") -> Iterator[str]:
    plans = {quad.subject for quad in _typed(store, v.PLAN)}
    for predicate in _KEYS:
        for quad in store.quads_for_pattern(None, _node(predicate), None):
            if quad.subject in plans:
                yield getattr(quad.object, "value", "")


def _slugs(store: "Store") -> Iterator[str]:
    for quad in _typed(store, v.FUNDING_SCHEME):
        yield getattr(quad.subject, "value", "").rpartition("/")[2]


def _typed(store: "Store", kind: Iri) -> "Iterator[Quad]":
    from pyoxigraph import NamedNode  # noqa: PLC0415 - loaded when asked

    return iter(store.quads_for_pattern(None, NamedNode(_TYPE), _node(kind)))


def _node(term: Iri) -> "NamedNode":
    from pyoxigraph import NamedNode  # noqa: PLC0415 - loaded when asked

    return NamedNode(term.value)
