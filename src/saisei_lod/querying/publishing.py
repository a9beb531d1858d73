"""Publish the pack in a release: ``queries.ttl`` for machines, ``queries.html`` for people.

The RDF is that of SIB's sparql-examples: a query is a sh:SPARQLSelectExecutable (SHACL, section 5.2.1;
SHACL-AF, section 5) with its text in sh:select, a label and comment in two languages, schema:keywords, and
spex:federatesWith for each other endpoint that it asks. Its parameters are sh:Parameter, whose path ends in
the name of the variable.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from saisei_lod.errors import Bilingual
from saisei_lod.querying.binding import bind
from saisei_lod.querying.model import KINDS, Kind, Parameter, Query
from saisei_lod.querying.pack import pack
from saisei_lod.querying.services import services

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["pack_html", "pack_turtle", "write_pack"]

#: The namespace of the queries: a release of any publisher holds the same ones.
NAMESPACE: Final = "https://w3id.org/saisei/queries#"
_TEMPLATE: Final = Path(__file__).with_name("queries.html.j2")
_PREFIX: Final = re.compile(r"^PREFIX ([\w-]+): <([^>]+)>$", re.MULTILINE)
_USED: Final = {
    "query": NAMESPACE,
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "spex": "https://purl.expasy.org/sparql-examples/ontology#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_TYPES: Final[dict[Kind, str]] = {
    "code": "sh:nodeKind sh:IRI",
    "slug": "sh:nodeKind sh:IRI",
    "key": "sh:datatype xsd:string",
    "topic": "sh:datatype xsd:string",
    "date": "sh:datatype xsd:date",
    "year": "sh:datatype xsd:gYear",
    "integer": "sh:datatype xsd:integer",
}


def write_pack(folder: Path) -> None:
    """Write the pack of the program into a release folder, as ``queries.ttl`` and ``queries.html``."""
    (folder / "queries.ttl").write_text(pack_turtle(pack()), encoding="utf-8", newline="\n")
    (folder / "queries.html").write_text(pack_html(pack()), encoding="utf-8", newline="\n")


def pack_turtle(queries: tuple[Query, ...]) -> str:
    """Return queries as Turtle, in the order given."""
    head = "".join(f"@prefix {prefix}: <{base}> .\n" for prefix, base in sorted(_USED.items()))
    return head + _declared(queries) + "".join(map(_query, queries))


def _declared(queries: tuple[Query, ...]) -> str:
    prefixes = sorted({found for query in queries for found in _PREFIX.findall(query.text)})
    lines = [
        f'query:prefix-{prefix} sh:prefix "{prefix}" ; sh:namespace "{base}"^^xsd:anyURI .'
        for prefix, base in prefixes
    ]
    names = ", ".join(f"query:prefix-{prefix}" for prefix, _ in prefixes)
    return "\n" + "\n".join([f"query:prefixes sh:declare {names} .", *lines]) + "\n"


def _query(query: Query) -> str:
    said = [
        "a sh:SPARQLExecutable, sh:SPARQLSelectExecutable",
        f"rdfs:label {_both(query.title)}",
        f"rdfs:comment {_both(query.note)}",
        f"schema:keywords {_words(query.keywords.ja, 'ja')}, {_words(query.keywords.en, 'en')}",
        *(f"sh:parameter query:{query.name}-{p.name}" for p in query.parameters),
        *(f"spex:federatesWith <{address}>" for address in services(query)),
        "sh:prefixes query:prefixes",
        f"sh:select {_long(_body(query))}",
    ]
    return f"\nquery:{query.name} " + " ;\n  ".join(said) + " .\n" + "".join(_parameters(query))


def _parameters(query: Query) -> Iterator[str]:
    defaults = bind(query, {p.name: p.value for p in query.parameters if p.need == "required"}).values
    for parameter in query.parameters:
        said = [
            "a sh:Parameter",
            f"sh:path query:asked_{parameter.name}",
            f"sh:name {_both(Bilingual(parameter.name, parameter.name))}",
            f"sh:description {_both(_about(parameter))}",
            _TYPES[parameter.kind],
            f"sh:optional {'false' if parameter.need == 'required' else 'true'}",
        ]
        if parameter.need == "default":
            said.append(f"sh:defaultValue {defaults[parameter.name].nt}")
        yield f"query:{query.name}-{parameter.name} " + " ;\n  ".join(said) + " .\n"


def _about(parameter: Parameter) -> Bilingual:
    kind = KINDS[parameter.kind]
    return Bilingual(f"{parameter.about.ja}。{kind.ja}", f"{parameter.about.en}; {kind.en}")


def _body(query: Query) -> str:
    """Return the text of a query without its head, which the other properties tell."""
    lines = query.text.split("\n")
    first = next(number for number, line in enumerate(lines) if line and not line.startswith("#"))
    return "\n".join(lines[first:]).rstrip()


def _both(text: Bilingual) -> str:
    return f"{_short(text.ja)}@ja, {_short(text.en)}@en"


def _words(words: tuple[str, ...], language: str) -> str:
    return ", ".join(f"{_short(word)}@{language}" for word in words)


def _short(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _long(text: str) -> str:
    return '"""' + text.replace("\\", "\\\\").replace('"', '\\"') + '\n"""'


def pack_html(queries: tuple[Query, ...]) -> str:
    """Return queries as one page to read and copy from, Japanese with English below; it has no script."""
    shown = [
        {
            "query": query,
            "text": _body(query),
            "about": {p.name: _about(p) for p in query.parameters},
            "call": " ".join(
                [
                    "saisei query",
                    query.name,
                    *(f"--param {p.name}={p.value}" for p in query.parameters if p.need == "required"),
                ]
            ),
            "services": services(query),
        }
        for query in queries
    ]
    return _template().render(shown=shown) + "\n"


@cache
def _template() -> "Template":
    from jinja2 import Environment, StrictUndefined  # noqa: PLC0415 - needed for the page alone

    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_TEMPLATE.read_text(encoding="utf-8"))
