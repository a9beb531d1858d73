"""Derive docs/reference/schemes.md: the support measures, by group, with their validity and successions."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode

from saisei_lod.deriving.graph import Graph
from saisei_lod.deriving.markdown import anchor, notice, table

__all__ = ["SCHEMES", "schemes_page"]

SCHEMES: Final = "ontology/schemes.ttl"
_DCTERMS: Final = "http://purl.org/dc/terms/"
_SAISEI: Final = "https://w3id.org/saisei/ns#"
_SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
_DATE: Final = NamedNode("http://www.w3.org/2001/XMLSchema#date")
_FISCAL: Final = NamedNode(_SAISEI + "FiscalYearPrecision")
_REQUIREMENTS: Final = {
    NamedNode(_SAISEI + "PlanRequired"): "要 · yes",
    NamedNode(_SAISEI + "PlanNotRequired"): "不要 · no",
    NamedNode(_SAISEI + "PlanPartlyRequired"): "一部 · partly",
}
_INTRODUCTION: Final = """# 支援措置 · Support measures

記録の `schemes` に書く識別子(スラッグ)と、それが表す支援措置。字下げ(›)は総称、支援措置、型の順。
終わりは、日ならその措置がなくなった最初の日、年度ならその措置があった最後の年度。

The slugs that records use under `schemes`, and the support measures that they name. A mark (›) leads from a
group to its measures and to their types. An end is the first day without the measure, or its last fiscal year.
"""


def schemes_page(root: Path) -> str:
    """Return the page of all concepts, each below its broader one, in the order of their slugs."""
    graph = Graph.read(root / SCHEMES)
    tops = graph.subjects(NamedNode(_SKOS + "topConceptOf"))
    rows = [row for top in tops for row in _rows(graph, top, 0)]
    headings = [
        "",
        "ja",
        "en",
        "番号 · code",
        "始まり · from",
        "終わり · until",
        "計画 · plan",
        "根拠 · basis",
        "後継 · followed by",
    ]
    return f"{notice(SCHEMES)}\n{_INTRODUCTION}\n{table(headings, rows)}"


def _rows(graph: Graph, concept: NamedNode, depth: int) -> Iterator[list[str]]:
    yield _row(graph, concept, depth)
    for child in graph.subjects(NamedNode(_SKOS + "broader"), concept):
        yield from _rows(graph, child, depth + 1)


def _row(graph: Graph, concept: NamedNode, depth: int) -> list[str]:
    following = graph.iris(concept, NamedNode(_DCTERMS + "isReplacedBy"))
    required = graph.iris(concept, NamedNode(_SAISEI + "planRequirement"))
    label, notation = NamedNode(_SKOS + "prefLabel"), NamedNode(_SKOS + "notation")
    return [
        f"{'› ' * depth}{anchor(_slug(concept))}`{_slug(concept)}`",
        graph.text(concept, label, "ja"),
        graph.text(concept, label, "en"),
        ", ".join(literal.value for literal in graph.literals(concept, notation)),
        _when(graph, concept, NamedNode(_SAISEI + "existsFrom")),
        _when(graph, concept, NamedNode(_SAISEI + "existsUntil")),
        ", ".join(_REQUIREMENTS[node] for node in required),
        graph.text(concept, NamedNode(_SAISEI + "legalBasis"), "ja"),
        ", ".join(f"[{_slug(node)}](#{_slug(node)})" for node in following),
    ]


def _when(graph: Graph, concept: NamedNode, predicate: NamedNode) -> str:
    """Return a day as it is, a year with 年度 where it is a fiscal year."""
    fiscal = _FISCAL in graph.iris(concept, NamedNode(_SAISEI + "validityPrecision"))
    return ", ".join(_spelled(literal, fiscal=fiscal) for literal in graph.literals(concept, predicate))


def _spelled(when: Literal, *, fiscal: bool) -> str:
    if when.datatype == _DATE:
        return when.value
    return f"{when.value}年度 · FY{when.value}" if fiscal else f"{when.value}年"


def _slug(concept: NamedNode) -> str:
    return concept.value.rpartition("/")[2]
