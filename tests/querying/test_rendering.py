"""Showing answers."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from rdflib import Graph

from saisei_lod.errors import UsageError
from saisei_lod.querying import FORMATS, Answer, Format, answer, find, render

SELECT = (
    "SELECT ?s ?label ?none { ?s <http://www.w3.org/2004/02/skos/core#prefLabel> ?label } ORDER BY ?label"
)
KUNIMI = "r063-07303-0000000b"


def shown(found: Answer, form: Format) -> str:
    """Return an answer in a format as text."""
    text = render(found, form, "en")
    return text if isinstance(text, str) else text.decode()


@pytest.fixture(scope="module")
def rows(graph_of_cases: Path) -> Answer:
    """Rows with IRIs, texts in two languages and an unbound column."""
    return answer(SELECT, graph_of_cases)


@pytest.fixture(scope="module")
def truth(graph_of_cases: Path) -> Answer:
    """A truth value."""
    return answer("ASK { ?s ?p ?o }", graph_of_cases)


@pytest.fixture(scope="module")
def graph(graph_of_cases: Path) -> Answer:
    """A graph."""
    return answer("DESCRIBE <https://w3id.org/saisei/id/round/1>", graph_of_cases)


def test_csv_has_every_column_and_plain_values(rows: Answer) -> None:
    """CSV of SPARQL 1.1: IRIs and texts as they are, an unbound cell empty."""
    table = list(csv.reader(io.StringIO(shown(rows, "csv"), newline="")))
    assert table[0] == ["s", "label", "none"]
    assert ["https://w3id.org/saisei/id/round/1", "第1回", ""] in table


def test_tsv_keeps_languages(rows: Answer) -> None:
    """TSV of SPARQL 1.1: terms as in Turtle."""
    assert '<https://w3id.org/saisei/id/round/1>\t"第1回"@ja\t' in shown(rows, "tsv")


def test_json_is_that_of_sparql(rows: Answer) -> None:
    """JSON of SPARQL 1.1 names each binding's type and language, and leaves out what is unbound."""
    body = json.loads(shown(rows, "json"))
    assert body["head"]["vars"] == ["s", "label", "none"]
    label = {"type": "literal", "value": "第1回", "xml:lang": "ja"}
    assert {"s": {"type": "uri", "value": "https://w3id.org/saisei/id/round/1"}, "label": label} in body[
        "results"
    ]["bindings"]


def test_xml_is_well_formed(rows: Answer) -> None:
    """XML of SPARQL 1.1 has a result a row."""
    root = ET.fromstring(shown(rows, "xml"))  # noqa: S314 - our own output
    assert len(root.findall(".//{http://www.w3.org/2005/sparql-results#}result")) == len(rows.rows.rows)


def test_a_table_is_for_people(graph_of_cases: Path) -> None:
    """A table shows prefixed names, the reader's language, and counts its rows."""
    found = answer(find("plans-in-force"), graph_of_cases, {"date": "2024-11-22"})
    ja, en = render(found, "table", "ja"), render(found, "table", "en")
    assert isinstance(ja, str)
    assert isinstance(en, str)
    assert ja.splitlines()[0].split() == [
        *("計画", "名称", "有効か", "版", "計画期間の始め", "計画期間の終わり", "根拠")
    ]
    revoked_ja = next(line for line in ja.splitlines() if KUNIMI in line).split("  ")
    assert [cell.strip() for cell in revoked_ja if cell.strip()] == [
        *(f"plan:{KUNIMI}", "取り消された計画", "いいえ", "2022-03-30", "2025-03-31", "取消し又は統合の後")
    ]
    revoked_en = next(line for line in en.splitlines() if KUNIMI in line)
    assert "Revoked plan" in revoked_en
    assert "no " in revoked_en
    assert ja.splitlines()[-1] == f"({len(found.rows.rows)} 行)"


def test_a_table_falls_back_to_the_other_language(graph_of_cases: Path) -> None:
    """A title that has no English is shown in Japanese, not left out."""
    found = answer(find("plan-identifiers"), graph_of_cases, {"plan": "r063-31201-0000000f"})
    assert "日付のない計画" in shown(found, "table")


def test_words_of_ones_own_queries_are_not_translated(graph_of_cases: Path) -> None:
    """Only the pack's answers are: a column of that name in another query holds what it holds."""
    found = answer('SELECT ("yes" AS ?answer) {}', graph_of_cases)
    assert "yes" in str(render(found, "table", "ja"))


def test_a_truth_value_in_every_format(truth: Answer) -> None:
    """ASK gives yes or no to people, and the standard's forms to programs."""
    assert render(truth, "table", "ja") == "はい\n"
    assert json.loads(shown(truth, "json"))["boolean"] is True
    assert shown(truth, "csv") == "true\n"
    assert "<boolean>true</boolean>" in shown(truth, "xml")


def test_a_graph_is_turtle_with_prefixes(graph: Answer) -> None:
    """CONSTRUCT and DESCRIBE give Turtle that reads back to the same graph."""
    turtle = shown(graph, "turtle")
    assert "@prefix saisei: <https://w3id.org/saisei/ns#> ." in turtle
    assert "round:1" in turtle
    assert shown(graph, "table") == turtle
    assert len(Graph().parse(data=turtle, format="turtle")) == graph.body.count(b"\n")


def test_an_answer_can_be_shown_any_number_of_times(rows: Answer) -> None:
    """Showing consumes nothing."""
    assert [render(rows, form, "en") for form in FORMATS[:5]] == [
        render(rows, form, "en") for form in FORMATS[:5]
    ]


@pytest.mark.parametrize("form", ["csv", "tsv", "json", "xml"])
def test_a_graph_is_no_table(graph: Answer, form: Format) -> None:
    """A graph in a format for rows is refused with the format that fits."""
    with pytest.raises(UsageError) as caught:
        render(graph, form, "en")
    assert caught.value.expected is not None
    assert caught.value.expected.en == "turtle"


def test_rows_are_no_graph(rows: Answer, truth: Answer) -> None:
    """Rows and truth values are refused as Turtle."""
    for found in (rows, truth):
        with pytest.raises(UsageError):
            render(found, "turtle", "en")


def test_rows_and_truth_are_asked_of_their_own_form(rows: Answer, truth: Answer, graph: Answer) -> None:
    """Reading an answer as another form than it has is refused."""
    assert truth.truth is True
    assert rows.rows.columns == ("s", "label", "none")
    with pytest.raises(UsageError):
        _ = rows.truth
    for found in (truth, graph):
        with pytest.raises(UsageError):
            _ = found.rows
