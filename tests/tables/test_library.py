"""The tables as a library of others reads them: csvw, which is kept, validates and expands templates."""

import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from rdflib import XSD, Literal, URIRef
from tests.tables.csv2rdf import csv2rdf

from saisei_lod.tables.csvw import GROUP
from saisei_lod.tables.definitions import TABLES

csvw = pytest.importorskip("csvw")


def test_the_group_and_each_table_alone_are_valid_without_a_warning(tabled: Path) -> None:
    """Headings, datatypes, required cells, primary and foreign keys are as the metadata say."""
    folder = tabled / "tables"
    for path in [folder / GROUP, *[folder / f"{table.name}.csv-metadata.json" for table in TABLES]]:
        read = csvw.CSVW(str(path))
        assert (read.is_valid, [str(warned.message) for warned in read.warnings]) == (True, []), path.name


def test_the_library_makes_the_same_triples(tabled: Path) -> None:
    """Subjects, properties and values of every cell that is not suppressed, literals by their text.

    Decimals are left out: the library makes floats of them, which are written otherwise.
    """
    path = tabled / "tables" / GROUP
    theirs = {triple for table in csvw.CSVW(str(path)).tables for triple in _triples(table)}
    ours = {
        (str(subject), str(predicate), str(value))
        for subject, predicate, value in csv2rdf(path)
        if isinstance(value, URIRef) or (isinstance(value, Literal) and value.datatype != XSD.decimal)
    }
    assert theirs == ours


def _triples(table: Any) -> Iterator[tuple[str, str, str]]:
    triple = importlib.import_module("csvw.jsonld").Triple

    columns = {column.header: column for column in table.tableSchema.columns}
    for number, row in enumerate(table.iterdicts(strict=False), 1):
        cells = [(columns[name], value) for name, value in row.items()]
        virtual = [(column, None) for column in columns.values() if column.virtual]
        for column, value in [*cells, *virtual]:
            if (not value and value is not False and value != 0) and not column.virtual:
                continue
            if column.suppressOutput or (column.datatype and column.datatype.base == "decimal"):
                continue
            for one in value if column.separator and not column.valueUrl else [value]:
                made = triple.from_col(table, column, row, column.header, one, number)
                yield str(made.about), _whole(made.property), _whole(str(made.value))


def _whole(name: str) -> str:
    """Return a property or a class in full, which the library shortens."""
    prefix, _, local = name.partition(":")
    known: dict[str, str] = importlib.import_module("csvw.metadata").NAMESPACES
    return known[prefix] + local if prefix in known else name
