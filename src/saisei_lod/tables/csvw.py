"""Describe tables as CSV on the Web, so that a program makes of each CSV the triples that it came from.

Metadata Vocabulary for Tabular Data (W3C 2015) for what stands here; Generating RDF from Tabular Data on
the Web (W3C 2015), minimal mode, for the triples. Columns that help reading are marked suppressOutput.
Each CSV has metadata of its own, for whoever takes one file; keys that lead to other tables stand in the
metadata of the group alone, since they mean something only where those tables are at hand.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from saisei_lod.errors import Bilingual
from saisei_lod.tables.definitions import TABLES
from saisei_lod.tables.model import PARTIAL_DAY, TYPE, Column, Table
from saisei_lod.terms import Namespace

__all__ = ["GROUP", "About", "group_metadata", "metadata_name", "table_metadata"]

#: The name under which CSVW tools look for the metadata of a folder (Tabular Data Model, section 5.3).
GROUP: Final = "csv-metadata.json"
_CONTEXT: Final = "http://www.w3.org/ns/csvw"

Json = dict[str, Any]
Spaces = Mapping[str, Namespace]


class About(NamedTuple):
    """What is said of all tables of a release: title, licence, publisher's homepage and version."""

    title: Bilingual
    licence: str
    homepage: str
    version: str


def metadata_name(table: Table) -> str:
    """Return the name under which CSVW tools look for the metadata of a table."""
    return f"{table.name}.csv-metadata.json"


def table_metadata(table: Table, spaces: Spaces, about: About) -> str:
    """Return the metadata of one table, for whoever has its CSV alone."""
    return _json({"@context": _CONTEXT, **_table(table, spaces), **_common(about)})


def group_metadata(tables: Iterable[Table], spaces: Spaces, about: About) -> str:
    """Return the metadata of all tables, with the keys that lead from one to another."""
    described = []
    for table in tables:
        one = _table(table, spaces)
        keys = [_foreign_key(column, other) for column, other in table.refers.items()]
        one["tableSchema"] |= {"foreignKeys": keys} if keys else {}
        described.append(one)
    title = {"dc:title": _texts(about.title)}
    return _json({"@context": _CONTEXT, **title, **_common(about), "tables": described})


def _json(document: Json) -> str:
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _common(about: About) -> Json:
    return {
        "dc:license": {"@id": about.licence},
        "dc:publisher": {"@id": about.homepage},
        "schema:version": about.version,
    }


def _texts(words: Bilingual) -> list[Json]:
    return [{"@value": words.ja, "@language": "ja"}, {"@value": words.en, "@language": "en"}]


def _table(table: Table, spaces: Spaces) -> Json:
    columns = [_column(table, column, spaces) for column in table.columns]
    types = [
        {
            "name": f"type_{number}",
            "virtual": True,
            "aboutUrl": _template(table.column(name), spaces),
            "propertyUrl": TYPE.value,
            "valueUrl": kind.value,
        }
        for number, (name, kind) in enumerate(table.types, 1)
    ]
    return {
        "url": f"{table.name}.csv",
        "dc:title": _texts(table.title),
        "dialect": {"encoding": "utf-8", "header": True},
        "tableSchema": {"columns": [*columns, *types], "primaryKey": list(table.key)},
    }


def _column(table: Table, column: Column, spaces: Spaces) -> Json:
    titles = {"ja": column.title.ja, "en": [column.name, column.title.en]}
    datatype = "string" if column.kind == PARTIAL_DAY else column.kind.datatype
    described: Json = {"name": column.name, "titles": titles, "datatype": datatype}
    if column.kind.language:
        described["lang"] = column.kind.language
    if column.separator:
        described["separator"] = column.separator
    if column.required or column.name in table.refers:
        described["required"] = True
    return described | (_triple(table, column, spaces) if column.says else {"suppressOutput": True})


def _triple(table: Table, column: Column, spaces: Spaces) -> Json:
    """Return what leads from a cell to its triple."""
    if column.says is None:
        raise ValueError(f"column {column.name} says nothing")
    triple = {"aboutUrl": _template(table.column(column.about), spaces), "propertyUrl": column.says.value}
    leads_to = table.column(column.value) if column.value else column if column.kind.link else None
    return triple | ({"valueUrl": _template(leads_to, spaces)} if leads_to else {})


def _template(column: Column, spaces: Spaces) -> str:
    """Return the URI template (RFC 6570) of the node that a column names; local names may hold a ``/``."""
    return f"{spaces[column.namespace].base}{{+{column.name}}}"


def _foreign_key(column: str, table: str) -> Json:
    (key,) = next(one.key for one in TABLES if one.name == table)
    reference = {"resource": f"{table}.csv", "columnReference": key}
    return {"columnReference": column, "reference": reference}
