"""Say which statement of the graph a value of a record is: its subject, its predicate and its object.

The graph itself is made by :mod:`saisei_lod.mapping.plans`; here the way leads from a path of a record
(``period.end``) to the one triple that says it, for what one source says: the source's value may be
another one than the published value.
"""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, NamedTuple

from saisei_lod import vocabulary as v
from saisei_lod.errors import InputError
from saisei_lod.iris import Minter
from saisei_lod.mapping.claim_nodes import Nodes, PageNodes
from saisei_lod.merging.days import first_day, last_day
from saisei_lod.terms import Iri, Term, date, integer, plain, text, typed

__all__ = ["RDF_TYPE", "Meaning", "meaning_on_page", "meaning_on_plan"]

RDF_TYPE: Final = v.RDF("type")
_JA: Final = partial(text, language="ja")
_CODE: Final = re.compile(r"\A(?:[0-9]{5}|[0-9]{13})\Z")
_ROUND: Final = re.compile(r"\A[1-9][0-9]{0,2}\Z")
_SLUG: Final = re.compile(r"\A[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_DAY: Final = re.compile(r"\A[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?\Z")
_STEP: Final = re.compile(r"(?P<head>[a-z_]+)(?:\[(?P<number>[0-9]+)\])?(?:\.(?P<rest>.+))?\Z")
_INNER: Final = re.compile(r"values\[([0-9]+)\]\.(.+)\Z")
_KINDS: Final = {
    "amendment": v.AMENDMENT,
    "minor": v.MINOR_CHANGE,
    "unspecified": v.UNSPECIFIED_CHANGE,
    "revocation": v.REVOCATION,
    "combination": v.COMBINATION,
}
_STATUSES: Final = {"current": v.LISTED_AS_CURRENT, "ended": v.LISTED_AS_ENDED}
_AREAS: Final = {"whole": v.WHOLE_AREA, "part": v.PART_OF_AREA, "unknown": v.UNKNOWN_AREA}

#: What makes the object of a statement of the text of a value.
Making = Callable[[str, Minter], Term]


class Meaning(NamedTuple):
    """The statement that a value of a path makes: subject, predicate, and how its object is made."""

    subject: Iri
    predicate: Iri
    making: Making
    minter: Minter

    def make(self, said: str) -> Term:
        """Return the object that a text stands for."""
        return self.making(said, self.minter)


def _literal(made: Callable[[str], Term], *, only: re.Pattern[str] | None = None) -> Making:
    """Return how literals of a kind are made; what evidence tells may be no such literal, then it is text."""
    return lambda said, _: made(said) if only is None or only.match(said) else plain(said)


def _coded(codes: Mapping[str, Iri]) -> Making:
    return lambda said, _: codes.get(said) or plain(said)


def _named(mint: Callable[[Minter, str], Iri], only: re.Pattern[str]) -> Making:
    return lambda said, minter: mint(minter, said) if only.match(said) else plain(said)


def _address(said: str) -> Term:
    try:
        return Iri.absolute(f"mailto:{said}")
    except InputError:
        return plain(said)


_TEXT: Final = _literal(_JA)
_PLAIN: Final = _literal(plain)
_DATE: Final = _literal(date, only=_DAY)
_GOVERNMENT: Final = _named(Minter.local_government, _CODE)

_OF_PLAN: Final[Mapping[str, tuple[Iri, Making]]] = {
    "title": (v.DCTERMS_TITLE, _TEXT),
    "summary": (v.SUMMARY, _TEXT),
    "makers": (v.MAKER, _GOVERNMENT),
    "schemes": (v.SCHEME, _named(Minter.scheme, _SLUG)),
}
_OF_LISTING: Final[Mapping[str, tuple[Iri, Making]]] = {
    "status": (v.LISTED_STATUS, _coded(_STATUSES)),
    "heading": (v.HEADING, _TEXT),
}
_OF_EVENT: Final[Mapping[str, tuple[Iri, Making]]] = {
    "date": (v.DCTERMS_DATE, _DATE),
    "round": (v.IN_ROUND, _named(Minter.round, _ROUND)),
    "kind": (RDF_TYPE, _coded(_KINDS)),
}
_OF_PERIOD: Final[Mapping[str, tuple[Iri, Making]]] = {
    "start": (v.PERIOD_START, _literal(lambda said: date(first_day(said)), only=_DAY)),
    "end": (v.PERIOD_END, _literal(lambda said: date(last_day(said)), only=_DAY)),
}
_OF_COVERAGE: Final[Mapping[str, tuple[Iri, Making]]] = {
    "kind": (v.COVERAGE_KIND, _coded(_AREAS)),
    "codes": (v.COVERS, _GOVERNMENT),
}
_OF_DOCUMENT: Final[Mapping[str, tuple[Iri, Making]]] = {
    "format": (v.DCTERMS_FORMAT, _PLAIN),
    "size_text": (v.PRINTED_SIZE, _PLAIN),
    "url": (v.URL, _literal(lambda said: typed(said, "anyURI"))),
}
_OF_INDICATOR: Final[Mapping[str, tuple[Iri, Making]]] = {
    "name": (v.SKOS_PREF_LABEL, _TEXT),
    "unit": (v.UNIT, _PLAIN),
}
_OF_INDICATOR_VALUE: Final[Mapping[str, tuple[Iri, Making]]] = {
    "year": (v.YEAR, _PLAIN),
    "value": (v.VALUE, _PLAIN),
}
_OF_AMOUNT: Final[Mapping[str, tuple[Iri, Making]]] = {
    "name": (v.SKOS_PREF_LABEL, _TEXT),
    "yen": (v.YEN, _literal(lambda said: integer(int(said)), only=re.compile(r"\A-?[0-9]{1,18}\Z"))),
}
_OF_SOURCE: Final[Mapping[str, tuple[Iri, Making]]] = {
    "title": (v.DCTERMS_TITLE, _TEXT),
    "publisher": (v.DCTERMS_PUBLISHER, _GOVERNMENT),
    "page_id": (v.PAGE_ID, _PLAIN),
}
_OF_SNAPSHOT: Final[Mapping[str, tuple[Iri, Making]]] = {"last_updated": (v.DCTERMS_MODIFIED, _DATE)}
_OF_CONTACT: Final[Mapping[str, tuple[Iri, Making]]] = {
    "contact.name": (v.VCARD_FN, _TEXT),
    "contact.address": (v.POSTAL_ADDRESS, _TEXT),
    "contact.phone": (v.TELEPHONE, _PLAIN),
    "contact.fax": (v.FAX, _PLAIN),
    "contact.email": (v.VCARD_HAS_EMAIL, _literal(_address)),
}


def meaning_on_page(path: str, page: PageNodes) -> Meaning | None:
    """Return what a path of a page's record means, None where no statement of the graph is made of it."""
    tables = ((page.source, _OF_SOURCE), (page.snapshot, _OF_SNAPSHOT), (page.contact, _OF_CONTACT))
    return next(
        (Meaning(subject, *table[path], page.minter) for subject, table in tables if path in table), None
    )


def meaning_on_plan(path: str, nodes: Nodes) -> Meaning | None:
    """Return what a path of a plan's record means, None where no statement of the graph is made of it."""
    step = _STEP.match(path)
    if not step:
        return None
    head, rest = step["head"], step["rest"] or ""
    if head in _OF_PLAN:
        return Meaning(nodes.plan, *_OF_PLAN[head], nodes.minter)
    if head in _OF_LISTING:
        return Meaning(nodes.listing, *_OF_LISTING[head], nodes.minter)
    if head == "amendments":
        return _of_change(path, rest, nodes)
    part = _PARTS.get(head)
    if part is None:
        return None
    subject, table, leaf = part(nodes, rest, int(step["number"] or 0) + 1)
    return Meaning(subject, *table[leaf], nodes.minter) if leaf in table else None


def _of_change(path: str, rest: str, nodes: Nodes) -> Meaning | None:
    label, _, leaf = rest.rpartition(".")
    if leaf not in _OF_EVENT:
        return None
    event = nodes.changes.get(path.rpartition(".")[0])
    subject = event or nodes.minter.event(nodes.key, label)
    return Meaning(subject, *_OF_EVENT[leaf], nodes.minter)


#: The node that a part of a record is, the table of its properties, and the name of the one meant.
_Part = tuple[Iri, Mapping[str, tuple[Iri, Making]], str]


def _period(nodes: Nodes, rest: str, _: int) -> _Part:
    return nodes.minter.period(nodes.key, nodes.day), _OF_PERIOD, rest


def _coverage(nodes: Nodes, rest: str, _: int) -> _Part:
    return nodes.minter.coverage(nodes.key, nodes.day), _OF_COVERAGE, rest.partition(".")[0]


def _document(nodes: Nodes, rest: str, number: int) -> _Part:
    return nodes.minter.document(nodes.key, nodes.day, number), _OF_DOCUMENT, rest


def _amount(nodes: Nodes, rest: str, number: int) -> _Part:
    return nodes.minter.amount(nodes.key, nodes.day, number), _OF_AMOUNT, rest


def _indicator(nodes: Nodes, rest: str, number: int) -> _Part:
    inner = _INNER.match(rest)
    if inner is None:
        return nodes.minter.indicator(nodes.key, nodes.day, number), _OF_INDICATOR, rest
    value = nodes.minter.indicator_value(nodes.key, nodes.day, number, int(inner[1]) + 1)
    return value, _OF_INDICATOR_VALUE, inner[2]


_PARTS: Final[Mapping[str, Callable[[Nodes, str, int], _Part]]] = {
    "certification": lambda nodes, rest, _: (nodes.certification, _OF_EVENT, rest),
    "period": _period,
    "coverage": _coverage,
    "documents": _document,
    "amounts": _amount,
    "indicators": _indicator,
}
