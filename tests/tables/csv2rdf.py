"""Read CSVW as another program would: what the standards say of the parts that our metadata use.

Written from Metadata Vocabulary for Tabular Data and Generating RDF from Tabular Data on the Web (W3C
2015), minimal mode, with nothing from the code under test, to which it must agree.
"""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rdflib import XSD, Graph, Literal, URIRef
from rdflib.term import Identifier

__all__ = ["csv2rdf", "described_tables"]

#: Properties that a column takes from its schema, and a schema from its table.
INHERITED = ("aboutUrl", "propertyUrl", "valueUrl", "datatype", "lang", "null", "separator", "default")


def described_tables(metadata: Path) -> list[dict[str, Any]]:
    """Return the table descriptions of a metadata document: one table's, or those of a group."""
    document = json.loads(metadata.read_text(encoding="utf-8"))
    assert document["@context"] == "http://www.w3.org/ns/csvw"
    tables: list[dict[str, Any]] = document.get("tables", [document])
    return tables


def csv2rdf(metadata: Path) -> Graph:
    """Return the triples of minimal mode for every table that a metadata document describes."""
    graph = Graph(bind_namespaces="none")
    for table in described_tables(metadata):
        for subject, predicate, value in _triples(table, metadata.parent / table["url"]):
            graph.add((URIRef(subject), URIRef(predicate), value))
    return graph


def _inherited(
    column: Mapping[str, Any], schema: Mapping[str, Any], table: Mapping[str, Any]
) -> dict[str, Any]:
    found: dict[str, Any] = {"datatype": "string", "lang": "und", "null": "", **column}
    for name in INHERITED:
        for outer in (schema, table):
            if name not in column and name in outer:
                found[name] = outer[name]
    return found


def _check_header(header: list[str], columns: list[dict[str, Any]]) -> None:
    """A heading must be among the titles of its column, in any language (Tabular Metadata, 6.6.1)."""
    for heading, column in zip(header, columns, strict=True):
        titles = column["titles"].values()
        assert heading in [title for said in titles for title in (said if isinstance(said, list) else [said])]


def _triples(table: Mapping[str, Any], path: Path) -> Iterator[tuple[str, str, Identifier]]:
    schema = table["tableSchema"]
    columns = [_inherited(column, schema, table) for column in schema["columns"]]
    real = [column for column in columns if not column.get("virtual")]
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = list(csv.reader(file))
    _check_header(header, real)
    for cells in rows:
        row = {column["name"]: cell for column, cell in zip(real, cells, strict=True)}
        for column in columns:
            if not column.get("suppressOutput"):
                yield from _of_cell(column, row)


def _of_cell(column: Mapping[str, Any], row: Mapping[str, str]) -> Iterator[tuple[str, str, Identifier]]:
    """Yield the triples of a cell; an empty one gives none, unless its column is virtual."""
    text = row.get(column["name"], column["null"])
    if text == column["null"] and not column.get("virtual"):
        assert not column.get("required"), (column["name"], row)
        return
    subject, predicate = _expanded(column["aboutUrl"], row), column["propertyUrl"]
    if "valueUrl" in column:
        yield subject, predicate, URIRef(_expanded(column["valueUrl"], row))
        return
    for value in text.split(column["separator"]) if "separator" in column else [text]:
        yield subject, predicate, _literal(value, column)


def _expanded(template: str, row: Mapping[str, str]) -> str:
    """Expand a URI template with reserved expansion (RFC 6570, section 3.2.3)."""
    return re.sub(r"\{\+(\w+)\}", lambda found: row[found[1]], template)


def _literal(text: str, column: Mapping[str, Any]) -> Literal:
    if column["datatype"] == "string":
        return Literal(text) if column["lang"] == "und" else Literal(text, lang=column["lang"])
    return Literal(text, datatype=XSD[column["datatype"]], normalize=False)
