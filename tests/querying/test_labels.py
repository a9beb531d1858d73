"""Labels beside IRIs."""

from pathlib import Path

from saisei_lod.querying import ask_source, bind, find
from saisei_lod.querying.answers import Rows
from saisei_lod.querying.pack import pack


def labelled(text: str, source: Path, language: str) -> Rows:
    """Ask a text with labels."""
    query = pack()[0]._replace(text=text, parameters=(), columns=())
    return ask_source(bind(query, {}), source, "ja" if language == "ja" else "en").answer.rows


def values(found: Rows) -> list[list[str | None]]:
    """Return the values of rows."""
    return [[getattr(cell, "value", None) for cell in row] for row in found.rows]


ROUNDS = (
    "SELECT ?r ?n { ?r a <https://w3id.org/saisei/ns#CertificationRound> BIND(1 AS ?n) } ORDER BY ?r LIMIT 1"
)


def test_an_iri_gets_its_label_in_the_language(graph_of_cases: Path) -> None:
    """A column beside it, named after it; other columns stay."""
    assert labelled(ROUNDS, graph_of_cases, "en").columns == ("r", "r_label", "n")
    assert values(labelled(ROUNDS, graph_of_cases, "en"))[0][1] == "Round 1"
    assert values(labelled(ROUNDS, graph_of_cases, "ja"))[0][1] == "第1回"


def test_a_plan_without_an_english_title_has_its_japanese_one(graph_of_cases: Path) -> None:
    """The other language is better than nothing."""
    base = "https://w3id.org/saisei/id/plan/"
    text = f"SELECT (<{base}r063-07303-0000000b> AS ?a) (<{base}r064-31000-00000003> AS ?b) {{}}"
    assert values(labelled(text, graph_of_cases, "en"))[0][1::2] == ["Revoked plan", "県全域の計画"]


def test_without_labels_and_without_rows_nothing_is_added(graph_of_cases: Path) -> None:
    """No column is added for IRIs that have no label; ASK stays what it is."""
    assert labelled("SELECT (<https://example.org/> AS ?x) {}", graph_of_cases, "en").columns == ("x",)
    assert ask_source(bind(find("datasets")._replace(text="ASK {}"), {}), graph_of_cases, "en").answer.truth


def test_a_term_of_the_vocabulary_has_its_label(release: Path) -> None:
    """The index of a release holds the vocabulary."""
    text = "SELECT DISTINCT ?k { ?e a <https://w3id.org/saisei/ns#Certification> , ?k } ORDER BY ?k LIMIT 1"
    assert values(labelled(text, release, "ja"))[0][1] == "認定"
