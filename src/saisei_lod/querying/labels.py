"""Put labels beside IRIs: a column ``…_label`` after each column that holds one."""

import json
from collections.abc import Callable, Iterator
from typing import Any, Final

from saisei_lod.errors import Language
from saisei_lod.querying.answers import Answer
from saisei_lod.querying.evaluating import Result

__all__ = ["with_labels"]

_SUFFIX: Final = "_label"
#: IRIs that are asked for at once.
_BLOCK: Final = 500
_QUERY: Final = """PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX saisei: <https://w3id.org/saisei/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?iri ?rank ?label WHERE {
  VALUES ?iri { %s }
  VALUES (?property ?rank) { (skos:prefLabel 1) (dcterms:title 2) (saisei:editorialTitle 2) (rdfs:label 3) }
  { ?iri ?property ?label } UNION { GRAPH <https://w3id.org/saisei/ns> { ?iri ?property ?label } }
} ORDER BY ?iri ?rank ?label"""

Binding = dict[str, dict[str, str]]


def with_labels(answer: Answer, language: Language, ask: Callable[[str], Result]) -> Answer:
    """Return an answer of rows with the labels of its IRIs in a language, in the other one where there is none.

    ``ask`` evaluates a query text where the answer came from. Other forms are returned as they are.
    """
    if answer.form != "rows":
        return answer
    body: dict[str, Any] = json.loads(answer.body)
    names: list[str] = body["head"]["vars"]
    rows: list[Binding] = body["results"]["bindings"]
    iris = sorted({cell["value"] for row in rows for cell in row.values() if cell["type"] == "uri"})
    labels = {
        iri: label
        for start in range(0, len(iris), _BLOCK)
        for iri, label in _labels(iris[start : start + _BLOCK], language, ask)
    }
    labelled = {
        name
        for row in rows
        for name, cell in row.items()
        if cell["type"] == "uri" and cell["value"] in labels
    }
    labelled -= {name for name in labelled if f"{name}{_SUFFIX}" in names}
    body["head"]["vars"] = [
        one for name in names for one in ([name, f"{name}{_SUFFIX}"] if name in labelled else [name])
    ]
    for row in rows:
        for name in labelled & row.keys():
            if row[name]["type"] == "uri" and row[name]["value"] in labels:
                row[f"{name}{_SUFFIX}"] = labels[row[name]["value"]]
    return answer._replace(body=json.dumps(body, ensure_ascii=False).encode())


def _labels(
    iris: list[str], language: Language, ask: Callable[[str], Result]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the best label of each IRI: in the language, then without one, then in any; of these the first."""
    found = json.loads(ask(_QUERY % " ".join(f"<{iri}>" for iri in iris)).body)["results"]["bindings"]
    wanted = {language: 0, "": 1}
    best: dict[str, tuple[int, dict[str, str]]] = {}
    for row in found:
        rank = wanted.get(row["label"].get("xml:lang", ""), 2)
        if row["iri"]["value"] not in best or rank < best[row["iri"]["value"]][0]:
            best[row["iri"]["value"]] = rank, row["label"]
    yield from ((iri, label) for iri, (_, label) in best.items())
