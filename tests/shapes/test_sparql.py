"""The sh:sparql constraints say the same to pySHACL, to pyoxigraph, and as one query over a whole store."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode

from saisei_lod.registry.codes import check_digit, corporate_number
from saisei_lod.validation.engines import ENGINES
from saisei_lod.validation.graphs import Term, Triple, Triples
from saisei_lod.validation.names import SH
from saisei_lod.validation.results import Violation
from saisei_lod.validation.sparql_constraints import local_constraints
from saisei_lod.validation.targets import focus_nodes

NS = "https://w3id.org/saisei/ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"


def sparql_cases(all_cases: list[Any]) -> list[Any]:
    """Return the bad examples of SPARQL constraints."""
    return [case for case in all_cases if case.condition == "sparql"]


def found(bench: Any, engine: str, code: str, graph: Triples, near: set[Term]) -> set[Violation]:
    """Return what an engine finds at some nodes with the shape of one code alone."""
    shapes = bench.without(code, "nothing")
    focus = focus_nodes(shapes, graph, set(graph.subjects) - near)
    return set(ENGINES[engine](shapes)(graph, focus))


def test_all_our_queries_run_on_pyoxigraph(bench: Any) -> None:
    """None needs more than $this, so that a build leaves none to pySHACL."""
    local = {constraint.shape for constraint in local_constraints(bench.shapes)}
    assert local == {shape for shape, _ in bench.shapes.triples.pairs(f"{SH}sparql")}
    assert len(local) == 14


def test_pyshacl_finds_the_same(bench: Any, all_cases: list[Any]) -> None:
    """The reference and the engine of a build give the same violations on every example."""
    for case in sparql_cases(all_cases):
        graph, touched = bench.changed(case)
        by_hybrid = found(bench, "hybrid", case.code, graph, touched)
        assert found(bench, "pyshacl", case.code, graph, touched) == by_hybrid
        assert by_hybrid != set(), case.code


def test_one_query_over_the_store_finds_the_same(bench: Any, all_cases: list[Any]) -> None:
    """No query needs ``$this`` bound before: the rows whose ``$this`` is a focus node are the violations."""
    constraints = {bench.shapes.rules[c.shape].code: c for c in local_constraints(bench.shapes)}
    for case in sparql_cases(all_cases):
        graph, _ = bench.changed(case)
        constraint = constraints[case.code]
        focus = focus_nodes(bench.shapes, graph)
        nodes = {node for shape in constraint.from_shapes for node in focus[shape]}
        rows = {(row["this"], row["value"]) for row in graph.store.query(constraint.query)}
        one_by_one = {(v.focus, v.value) for v in found(bench, "hybrid", case.code, graph, nodes)}
        assert {row for row in rows if row[0] in nodes} == one_by_one
        assert one_by_one != set(), case.code


IDENTIFIER = NamedNode("http://purl.org/dc/terms/identifier")
NUMBER = NamedNode("https://w3id.org/saisei/ns#corporateNumber")
PLACE = NamedNode("https://w3id.org/saisei/id/local-government/00000")


def rows(bench: Any, code: str, *triples: Triple) -> int:
    """Return how many rows the query of a code has on some triples."""
    (query,) = [c.query for c in local_constraints(bench.shapes) if bench.shapes.rules[c.shape].code == code]
    return len(list(Triples(triples).store.query(query)))  # type: ignore[arg-type]


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
