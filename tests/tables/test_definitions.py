import re

import pytest

from saisei_lod.iris import Minter
from saisei_lod.tables.definitions import TABLES
from saisei_lod.tables.filling import namespaces
from saisei_lod.tables.model import Table

#: Names of sheets that Excel takes (Excel specifications, Microsoft).
SHEET = re.compile(r"[^\[\]:*?/\\]{1,28}")


def test_tables_have_names_of_their_own() -> None:
    """A name is a file, a sheet and a word in metadata."""
    names = [table.name for table in TABLES]
    assert len(set(names)) == len(names)
    assert all(SHEET.fullmatch(name) and not name.endswith("-excel") for name in names)
    assert "columns" not in names


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_columns_have_names_that_templates_can_hold(table: Table) -> None:
    """Letters, digits and underscores (RFC 6570, section 2.3), each once; titles in both languages, each once."""
    names = [column.name for column in table.columns]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch("[a-z][a-z0-9_]*", name) for name in names)
    for language in ("ja", "en"):
        titles = [column.title.in_language(language) for column in table.columns]
        assert all(titles)
        assert len(set(titles)) == len(titles), titles


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_column_that_says_something_says_it_of_a_column_that_names_nodes(table: Table) -> None:
    """Subjects and objects of triples can be written from the cells of the row."""
    spaces = namespaces(Minter())
    for column in table.columns:
        if column.says:
            assert table.column(column.about).namespace in spaces, column.name
        if column.value:
            assert table.column(column.value).namespace in spaces, column.name
        if column.kind.link:
            assert column.kind.link in spaces, column.name
        assert not (column.says and column.kind.datatype == "partial-day"), column.name


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_keys_lead_from_columns_to_tables(table: Table) -> None:
    """Key columns exist; what a column refers to has a key of one column."""
    by_name = {one.name: one for one in TABLES}
    assert {column.name for column in table.columns} >= {*table.key, *table.refers}
    assert all(len(by_name[other].key) == 1 for other in table.refers.values())
