"""The federated queries, against a second endpoint on the loopback."""

from collections.abc import Callable
from pathlib import Path

import pytest
from rdflib import Graph, Variable

from saisei_lod.errors import EnvironmentFault, InputError, UsageError
from saisei_lod.querying import answer, bind, find, load_store, pack, run, services, with_service

HERE = Path(__file__).parent
FIXTURES = HERE / "fixtures"
TWINS = ("plans-per-population", "population-of-plan-areas")


@pytest.mark.parametrize("name", TWINS)
def test_a_twin_gives_what_the_local_query_gives(
    name: str, graph_of_cases: Path, endpoint: Callable[[Path], str]
) -> None:
    """Populations from an endpoint give the same rows as populations in a file, in both engines."""
    twin = with_service(find(f"{name}-federated"), endpoint(FIXTURES / "populations.ttl"))
    local = run(bind(find(name), {}), load_store([graph_of_cases, FIXTURES / "populations.ttl"]))
    found = answer(twin, graph_of_cases)
    assert found.rows == local.rows
    assert any(
        getattr(row[found.rows.columns.index("answer")], "value", "") == "yes" for row in found.rows.rows
    )
    graph = Graph().parse(graph_of_cases)
    of_rdflib = [
        tuple(None if row.get(Variable(n)) is None else str(row[Variable(n)]) for n in found.rows.columns)
        for row in graph.query(bind(twin, {}).text).bindings
    ]
    assert of_rdflib == [tuple(getattr(cell, "value", None) for cell in row) for row in found.rows.rows]


@pytest.mark.parametrize("name", TWINS)
def test_a_twin_differs_from_the_local_query_in_where_it_asks(name: str) -> None:
    """Take the SERVICE away, and the text is that of the local query."""
    twin, local = (text.text[text.text.index("PREFIX") :] for text in (find(f"{name}-federated"), find(name)))
    address = services(find(f"{name}-federated"))[0]
    assert twin.replace(f"SERVICE <{address}> ", "") == local


def test_the_law_of_a_scheme_comes_from_an_endpoint_of_laws(
    graph_of_cases: Path, endpoint: Callable[[Path], str]
) -> None:
    """The id in the legal basis finds the law; a law that is not there would be unknown."""
    twin = with_service(find("legal-basis-federated"), endpoint(FIXTURES / "laws.ttl"))
    found = answer(twin, graph_of_cases).rows
    row = dict(zip(found.columns, found.rows[0], strict=True))
    shown = {name: getattr(row[name], "value", None) for name in ("law_id", "law_title", "answer")}
    assert shown == {"law_id": "417AC0000000024", "law_title": "地域再生法", "answer": "yes"}
    without = answer(with_service(twin, endpoint(FIXTURES / "populations.ttl")), graph_of_cases).rows
    assert getattr(without.rows[0][-1], "value", None) == "unknown"


def test_only_federated_queries_ask_elsewhere() -> None:
    """A name tells that a query needs the network."""
    assert {q.name for q in pack() if services(q)} == {
        q.name for q in pack() if q.name.endswith("-federated")
    }


def test_an_endpoint_that_is_not_there_is_an_error(graph_of_cases: Path) -> None:
    """A federated query without its endpoint gives no rows that look like an answer."""
    twin = with_service(find("legal-basis-federated"), "http://127.0.0.1:1/sparql")
    with pytest.raises((InputError, EnvironmentFault)):
        answer(twin, graph_of_cases)


def test_service_is_for_federated_queries() -> None:
    """Another address is of no use to a query that asks none, and must be one."""
    with pytest.raises(UsageError, match="no query that asks one other endpoint"):
        with_service(find("datasets"), "https://example.org/sparql")
    with pytest.raises(UsageError, match="no address"):
        with_service(find("legal-basis-federated"), "https://example.org/> { } #")
