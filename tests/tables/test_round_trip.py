import re
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph
from tests.tables.conftest import graph_lines
from tests.tables.csv2rdf import csv2rdf, described_tables

from saisei_lod.tables.csv2rdf import csv_tables
from saisei_lod.tables.csvw import GROUP
from saisei_lod.tables.definitions import TABLES

LINE = re.compile(r'<(.*/)([^/]*)> <([^>]*)> (?:(<).*>|"(?s:.*)"(?:@(.*)|\^\^<(.*)>|)) \.')


@pytest.fixture(scope="module", params=["made", "committed"])
def whole(request: pytest.FixtureRequest) -> Path:
    """A release: of records that say everything, and of the committed data."""
    found: Path = request.getfixturevalue("tabled" if request.param == "made" else "release")
    return found


def lines_of(graph: Graph) -> set[str]:
    """Return a graph as lines of canonical N-Triples."""
    return {line for line in graph.serialize(format="nt").split("\n") if line}


def kind(line: str) -> tuple[str, ...]:
    """Return what a column speaks of: namespace, property, and kind of value (a class, for classes)."""
    found = LINE.fullmatch(line)
    assert found, line
    space, _, term, *value = found.groups()
    return (space, term, *[part or "" for part in value])


def test_the_csv_says_only_what_the_graph_says(whole: Path) -> None:
    """Every triple that another program makes of the CSV and its metadata stands in the graphs."""
    said = lines_of(csv2rdf(whole / "tables" / GROUP))
    assert len(said) > 20_000
    assert said - graph_lines(whole) == set()


def test_the_csv_says_all_that_the_graph_says_of_what_it_speaks_of(whole: Path) -> None:
    """Of the subjects that stand in the tables no triple of a covered property and kind is missing."""
    said = lines_of(csv2rdf(whole / "tables" / GROUP))
    kinds = {kind(line) for line in said}
    subjects = {line.partition(" ")[0] for line in said}
    stated = {
        line for line in graph_lines(whole) if line.partition(" ")[0] in subjects and kind(line) in kinds
    }
    assert stated - said == set()


@pytest.mark.slow
def test_no_plan_and_no_event_is_missing(whole: Path) -> None:
    """Each node of a class that has a table has its row: the classes are among the triples given."""
    said = lines_of(csv2rdf(whole / "tables" / GROUP))
    for table in TABLES:
        for _, of_class in table.types:
            stated = {line for line in graph_lines(whole) if line.endswith(f"#type> {of_class.nt} .")}
            assert stated - said == set(), table.name


@pytest.mark.slow
def test_each_table_says_the_same_alone(tabled: Path) -> None:
    """The metadata beside each CSV give what the group gives, so that one file can be taken alone."""
    alone = Graph(bind_namespaces="none")
    for table in TABLES:
        alone += csv2rdf(tabled / "tables" / f"{table.name}.csv-metadata.json")
    assert lines_of(alone) == lines_of(csv2rdf(tabled / "tables" / GROUP))


def test_the_program_reads_tables_as_others_do(whole: Path) -> None:
    """What `saisei verify` makes of the tables is what a reader written from the standards makes."""
    lines = {line.removesuffix("\n") for table in csv_tables(whole / "tables" / GROUP) for line in table}
    assert lines == lines_of(csv2rdf(whole / "tables" / GROUP))


def test_keys_are_unique_and_lead_somewhere(whole: Path) -> None:
    """Primary keys tell all rows apart; foreign keys hold keys of the tables to which they lead."""
    rows = {table["url"]: _rows(whole / "tables" / table["url"]) for table in _group(whole)}
    for table in _group(whole):
        schema, own = table["tableSchema"], rows[table["url"]]
        keys = [tuple(row[name] for name in schema["primaryKey"]) for row in own]
        assert len(set(keys)) == len(keys), table["url"]
        for key in schema.get("foreignKeys", []):
            reference = key["reference"]
            known = {row[reference["columnReference"]] for row in rows[reference["resource"]]}
            assert {row[key["columnReference"]] for row in own} - known == set(), (table["url"], key)


def _group(release: Path) -> list[dict[str, Any]]:
    return described_tables(release / "tables" / GROUP)


def _rows(path: Path) -> list[dict[str, str]]:
    import csv  # noqa: PLC0415

    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
