"""The sh:sparql constraints say the same compiled, to pyoxigraph and to pySHACL."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Variable

from saisei_lod.registry.codes import check_digit, corporate_number
from saisei_lod.validation.access import MemoryGraph
from saisei_lod.validation.engines import ENGINES
from saisei_lod.validation.graphs import Triple
from saisei_lod.validation.names import SH
from saisei_lod.validation.sparql import compile_query
from saisei_lod.validation.sparql_constraints import query_of

NS = "https://w3id.org/saisei/ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"


def sparql_cases(all_cases: list[Any]) -> list[Any]:
    """Return the bad examples of SPARQL constraints."""
    return [case for case in all_cases if case.condition == "sparql"]


def queries(bench: Any) -> dict[str, str]:
    """Return the queries of all constraints by code."""
    triples = bench.shapes.triples
    return {
        bench.shapes.rules[shape].code: query_of(node, None, triples)
        for shape, node in triples.pairs(f"{SH}sparql")
    }


def test_all_our_queries_are_compiled(bench: Any) -> None:
    """A build checks each plan as it passes, needs no store, and leaves no shape to pySHACL."""
    assert all(compile_query(query).values for query in queries(bench).values())
    assert ENGINES["fast"](bench.shapes).left == ()


@pytest.mark.slow
def test_pyshacl_finds_the_same(bench: Any, all_cases: list[Any]) -> None:
    """The reference and the engine of a build give the same violations on every example."""
    for case in sparql_cases(all_cases):
        graph, touched = bench.changed(case)
        shapes = bench.without(case.code, "nothing")
        near = bench.around(graph, touched)
        by_fast, by_pyshacl = (set(bench.run(shapes, graph, near, engine)) for engine in ("fast", "pyshacl"))
        assert by_fast == by_pyshacl
        assert by_fast != set(), case.code


def test_pyoxigraph_finds_the_same(bench: Any, all_cases: list[Any]) -> None:
    """A query run for each focus node gives the values that it gives compiled."""
    for case in sparql_cases(all_cases):
        graph, _ = bench.changed(case)
        query = queries(bench)[case.code]
        solved = compile_query(query)
        store = bench.store(graph)
        seen = MemoryGraph(((str(s), str(p), str(o)) for s, p, o in graph), solved.inverse | solved.paired)
        for node in graph.subjects:
            rows = store.query(query, substitutions={Variable("this"): node})
            by_store = {None if row["value"] is None else str(row["value"]) for row in rows}
            assert set(solved.values(seen, str(node))) == by_store, (case.code, node)


IDENTIFIER = NamedNode("http://purl.org/dc/terms/identifier")
NUMBER = NamedNode("https://w3id.org/saisei/ns#corporateNumber")
PLACE = NamedNode("https://w3id.org/saisei/id/local-government/00000")


def rows(bench: Any, code: str, *triples: Triple) -> int:
    """Return how many values the query of a code gives on some triples."""
    graph = MemoryGraph((str(s), str(p), str(o)) for s, p, o in triples)
    return len(compile_query(queries(bench)[code]).values(graph, str(PLACE)))


@given(st.from_regex(r"[0-9]{5}", fullmatch=True), st.integers(0, 9))
def test_the_check_digit_is_that_of_the_registry(bench: Any, code: str, digit: int) -> None:
    """A 6-digit code is reported exactly where its last digit is not the one that the registry computes."""
    wrong = rows(bench, "place-code-check-digit-wrong", (PLACE, IDENTIFIER, Literal(f"{code}{digit}")))
    assert wrong == (str(digit) != check_digit(code))


@given(st.from_regex(r"[0-9]{5}", fullmatch=True), st.integers(0, 9))
def test_the_digit_of_a_corporate_number_is_that_of_the_registry(bench: Any, code: str, digit: int) -> None:
    """A corporate number is reported exactly where its first digit is not the one computed."""
    right = corporate_number(code)
    said = f"{digit}{right[1:]}"
    assert rows(bench, "corporate-number-check-digit-wrong", (PLACE, NUMBER, Literal(said))) == (
        said != right
    )


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_days_are_counted_as_python_does(bench: Any, start: date, end: date) -> None:
    """The days of a period are reported exactly where they are not the difference of its dates."""
    for days, wrong in (((end - start).days, 0), ((end - start).days + 1, 1)):
        said = [
            (
                PLACE,
                NamedNode(f"{NS}periodStart"),
                Literal(start.isoformat(), datatype=NamedNode(f"{XSD}date")),
            ),
            (PLACE, NamedNode(f"{NS}periodEnd"), Literal(end.isoformat(), datatype=NamedNode(f"{XSD}date"))),
            (PLACE, NamedNode(f"{NS}days"), Literal(str(days), datatype=NamedNode(f"{XSD}integer"))),
        ]
        assert rows(bench, "period-days-wrong", *said) == wrong
