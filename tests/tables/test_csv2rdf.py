import json
from pathlib import Path

import pytest

from saisei_lod.errors import InputError
from saisei_lod.tables.csv2rdf import Covered, csv_tables

SCHEMA = {
    "columns": [
        {
            "name": "id",
            "datatype": "string",
            "aboutUrl": "https://e.org/a/{+id}",
            "propertyUrl": "https://e.org/id",
        },
        {"name": "note", "datatype": "string", "suppressOutput": True},
        {
            "name": "days",
            "datatype": "date",
            "separator": ";",
            "aboutUrl": "https://e.org/a/{+id}",
            "propertyUrl": "https://e.org/day",
        },
        {
            "name": "flag",
            "datatype": "boolean",
            "aboutUrl": "https://e.org/a/{+id}",
            "propertyUrl": "https://e.org/leads",
            "valueUrl": "https://e.org/b/{+note}",
        },
        {
            "name": "type",
            "virtual": True,
            "aboutUrl": "https://e.org/a/{+id}",
            "propertyUrl": "https://e.org/type",
            "valueUrl": "https://e.org/T",
        },
    ]
}


def table(folder: Path, text: str) -> Path:
    """Write a CSV and the metadata of a group of it alone."""
    (folder / "t.csv").write_text(text, encoding="utf-8", newline="")
    group = folder / "csv-metadata.json"
    group.write_text(json.dumps({"tables": [{"url": "t.csv", "tableSchema": SCHEMA}]}), encoding="utf-8")
    return group


def test_cells_become_the_lines_that_the_metadata_tell(tmp_path: Path) -> None:
    """Literals, lists, links that a full cell stands for, and what every row states."""
    (found,) = csv_tables(
        table(tmp_path, 'id,note,days,flag\n"x ""y""",n,2020-03-30;2020-03-31,true\nz,n,,\n')
    )
    assert list(found) == [
        '<https://e.org/a/x "y"> <https://e.org/id> "x \\"y\\"" .\n',
        '<https://e.org/a/x "y"> <https://e.org/day> "2020-03-30"^^<http://www.w3.org/2001/XMLSchema#date> .\n',
        '<https://e.org/a/x "y"> <https://e.org/day> "2020-03-31"^^<http://www.w3.org/2001/XMLSchema#date> .\n',
        '<https://e.org/a/x "y"> <https://e.org/leads> <https://e.org/b/n> .\n',
        '<https://e.org/a/x "y"> <https://e.org/type> <https://e.org/T> .\n',
        '<https://e.org/a/z> <https://e.org/id> "z" .\n',
        "<https://e.org/a/z> <https://e.org/type> <https://e.org/T> .\n",
    ]


def test_a_table_tells_what_it_speaks_of(tmp_path: Path) -> None:
    """Namespace, property and kind of each column that says something; a constant with its value."""
    (found,) = csv_tables(table(tmp_path, "id,note,days,flag\n"))
    space = "https://e.org/a/"
    assert found.covered == {
        Covered(space, "https://e.org/id", "http://www.w3.org/2001/XMLSchema#string"),
        Covered(space, "https://e.org/day", "http://www.w3.org/2001/XMLSchema#date"),
        Covered(space, "https://e.org/leads", "iri"),
        Covered(space, "https://e.org/type", "iri", "https://e.org/T"),
    }


BROKEN = {
    "another heading": ("id,note,days\n", "t.csv:1"),
    "nothing": ("", "t.csv:1"),
    "a row too short": ("id,note,days,flag\na,b\n", "t.csv:2"),
    "a quote that does not end": ('id,note,days,flag\n"a', "t.csv:2"),
    "bytes that are no text": ("id,note,days,flag\na,\udce9,,\n", "t.csv:1"),
    "control characters": ("id,note,days,flag\na\x01,n,,\n", "t.csv:2"),
}


@pytest.mark.parametrize("name", list(BROKEN))
def test_a_table_that_cannot_be_read_is_named_with_its_line(name: str, tmp_path: Path) -> None:
    """What is not as the metadata say stops the reading with file and line."""
    text, where = BROKEN[name]
    group = table(tmp_path, "")
    (tmp_path / "t.csv").write_bytes(text.encode(errors="surrogateescape"))
    with pytest.raises(InputError) as caught:
        list(csv_tables(group)[0])
    assert caught.value.where == str(tmp_path / where)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"tables": [{"url": "t.csv"}]}'])
def test_metadata_that_describe_no_tables_are_refused(text: str, tmp_path: Path) -> None:
    """No JSON, no tables, no schema: the file is named."""
    (tmp_path / "csv-metadata.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        csv_tables(tmp_path / "csv-metadata.json")
    assert "csv-metadata.json" in str(caught.value.where)
