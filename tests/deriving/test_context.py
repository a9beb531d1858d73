"""The JSON-LD context: it covers every property, and what is written by it reads back as the same graph."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from saisei_lod import resources, vocabulary
from saisei_lod import vocabulary as v
from saisei_lod.deriving.context import context_document
from saisei_lod.deriving.ontology import read_ontology
from saisei_lod.iris import Minter
from saisei_lod.serialization import same_graph, write
from saisei_lod.terms import Description, Iri, Namespace, Property, Term, date, plain, text, typed

_DOCUMENT: Final[dict[str, Any]] = json.loads(context_document(read_ontology(resources.ontology().parent)))
_CONTEXT: Final[dict[str, Any]] = _DOCUMENT["@context"]
_NAMED: Final = [getattr(vocabulary, name) for name in vocabulary.__all__]
_PROPERTIES: Final = [term for term in _NAMED if isinstance(term, Property)]
_NAMESPACES: Final = [space for space in _NAMED if isinstance(space, Namespace)]
_EX: Final = Namespace("ex", "https://example.org/", in_context=False)
#: A value of each datatype that a property may have.
_SAMPLES: Final = {
    "": plain('値 "1"'),
    "anyURI": typed("https://example.org/?q=値", "anyURI"),
    "boolean": typed("true", "boolean"),
    "date": date("2020-03-30"),
    "dateTime": typed("2020-03-30T00:00:00Z", "dateTime"),
    "decimal": typed("43.770600", "decimal"),
    "duration": typed("P1D", "duration"),
    "hexBinary": typed("0A", "hexBinary"),
    "integer": typed("55", "integer"),
    "nonNegativeInteger": typed("0", "nonNegativeInteger"),
}


def _values(name: Property) -> Iterator[Term]:
    """Yield values of every kind that a property may be given, the usual ones and the odd."""
    yield Minter().plan("r055-01204-3476059d")
    yield v.STATED
    yield Iri.absolute("https://example.org/計画")
    yield from (date("2021-03"), date("2021"), plain("plain"), text("文", "ja"), text("text", "en"))
    if name.datatype in _SAMPLES:
        yield _SAMPLES[name.datatype]


def _read_back(tmp_path: Path, described: list[Description]) -> bool:
    outputs = {"jsonld": tmp_path / "graph.jsonld", "ntriples": tmp_path / "graph.nt"}
    prefixes = {space.prefix: space.base for space in _NAMESPACES}
    write([described], outputs, prefixes=prefixes, context=_CONTEXT, scratch=tmp_path)
    return same_graph(list(outputs.values()), scratch=tmp_path)


def test_every_property_has_a_term() -> None:
    """The context defines the key of each property constant as that property."""
    assert {_CONTEXT[name.key]["@id"] for name in _PROPERTIES} == {name.ttl for name in _PROPERTIES}


def test_keys_are_no_prefixes() -> None:
    """No key is the prefix of a namespace, and none the class folder whose IRIs JSON-LD writes in full."""
    assert {name.key for name in _PROPERTIES}.isdisjoint(space.prefix for space in _NAMESPACES)
    assert all(f'"{space.base}x"' == space("x").json for space in Minter().namespaces.values())


def test_prefixes_end_where_names_begin() -> None:
    """Every prefix ends in / or #, as JSON-LD 1.1 asks of a simple prefix (section 4.1.5)."""
    assert all(_CONTEXT[space.prefix][-1] in "/#" for space in _NAMESPACES)


@pytest.mark.parametrize("name", _PROPERTIES, ids=lambda name: name.ttl)
def test_values_survive(name: Property, tmp_path: Path) -> None:
    """Whatever values a property is given, one by one or together, the JSON-LD says what the N-Triples say."""
    values = list(dict.fromkeys(_values(name)))
    described = []
    for number, value in enumerate(values):
        one = Description(_EX(f"one-{number}"))
        one.add(name, value)
        described.append(one)
    together = Description(_EX("all"))
    together.add(name, *values)
    assert _read_back(tmp_path, [*described, together])


def test_the_usual_value_stands_bare(tmp_path: Path) -> None:
    """A date, a number, a reference and a language map are written as plain JSON, a month as an object."""
    node = Description(_EX("event"), v.PLAN_EVENT)
    node.add(v.DCTERMS_DATE, date("2020-03-30"))
    node.add(v.VALID_FROM, date("2021-03"))
    node.add(v.EVENT_OF, Minter().plan("r055-01204-3476059d"))
    node.add(v.MAKER, Minter().local_government("01204"))
    node.add(v.WORDING, text("令和2年3月30日", "ja"))
    path = tmp_path / "graph.jsonld"
    write([[node]], {"jsonld": path}, prefixes={}, context=_CONTEXT, scratch=tmp_path)
    (written,) = json.loads(path.read_text(encoding="utf-8"))["@graph"]
    assert written == {
        "id": "https://example.org/event",
        "type": "saisei:PlanEvent",
        "date": "2020-03-30",
        "validFrom": {"@value": "2021-03", "@type": "xsd:gYearMonth"},
        "eventOf": "https://w3id.org/saisei/id/plan/r055-01204-3476059d",
        "maker": ["https://w3id.org/saisei/id/local-government/01204"],
        "wording": {"ja": "令和2年3月30日"},
    }


def test_the_file_says_that_it_is_derived() -> None:
    """The first key of the file is a comment with its sources, which JSON-LD passes over."""
    assert next(iter(_DOCUMENT)) == "$comment"
    assert "`saisei derive`" in _DOCUMENT["$comment"]
