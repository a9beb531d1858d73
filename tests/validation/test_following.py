from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Variable

from saisei_lod.validation.access import MemoryGraph
from saisei_lod.validation.following import follow, followed_back
from saisei_lod.validation.paths import Path, query_path
from saisei_lod.validation.spelled import to_term

PREDICATES = [f"https://example.org/{name}" for name in "pq"]
NODES = [f"<https://example.org/{name}>" for name in "abc"]
PATHS = st.recursive(
    st.sampled_from(PREDICATES).map(lambda iri: Path("", iri)),
    lambda inner: st.one_of(
        st.tuples(
            st.sampled_from(["inversePath", "zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath"]), inner
        ).map(lambda pair: Path(pair[0], parts=(pair[1],))),
        st.tuples(
            st.sampled_from(["sequence", "alternativePath"]), st.lists(inner, min_size=2, max_size=3)
        ).map(lambda pair: Path(pair[0], parts=tuple(pair[1]))),
    ),
    max_leaves=4,
)
TRIPLES = st.lists(
    st.tuples(
        st.sampled_from(NODES), st.sampled_from([f"<{iri}>" for iri in PREDICATES]), st.sampled_from(NODES)
    ),
    max_size=8,
)


@given(PATHS, TRIPLES)
def test_paths_lead_where_those_of_sparql_lead(
    store: Any, path: Path, triples: list[tuple[str, str, str]]
) -> None:
    """The same ends as a property path of pyoxigraph, none twice, and only predicates named are followed back."""
    there = [(node, "<https://example.org/r>", node) for node in NODES]  # else nothing leads to it at all
    graph = MemoryGraph([*triples, *there], frozenset(followed_back(path)))
    filled = store(graph)
    query = f"SELECT ?this ?end {{ ?this ({query_path(path)}) ?end }}"
    for node in NODES:
        rows = filled.query(query, substitutions={Variable("this"): to_term(node)})
        reached = follow(path)(graph, node)
        assert len(set(reached)) == len(reached)
        assert set(reached) == {str(row["end"]) for row in rows}


@given(PATHS, TRIPLES)
def test_a_path_is_followed_back(path: Path, triples: list[tuple[str, str, str]]) -> None:
    """Where one leads from a node to another, it leads back from that one to the first."""
    graph = MemoryGraph(triples, frozenset(followed_back(path) | followed_back(path, back=True)))
    there = {(node, end) for node in NODES for end in follow(path)(graph, node)}
    back = {(start, node) for node in NODES for start in follow(path, back=True)(graph, node)}
    assert back == there


@pytest.mark.parametrize(
    ("path", "back"),
    [
        (Path("", "a:p"), set()),
        (Path("inversePath", parts=(Path("", "a:p"),)), {"<a:p>"}),
        (Path("inversePath", parts=(Path("inversePath", parts=(Path("", "a:p"),)),)), set()),
        (Path("sequence", parts=(Path("", "a:p"), Path("inversePath", parts=(Path("", "a:q"),)))), {"<a:q>"}),
    ],
)
def test_what_is_followed_back_is_known_before(path: Path, back: set[str]) -> None:
    """Graphs index that and no more."""
    assert followed_back(path) == back


def test_literals_are_ends(graph: Any) -> None:
    """Nothing is said of them, and they are found from behind."""
    seen = graph("e:a e:p 1 .", frozenset({"<https://example.org/p>"}))
    there_and_back = Path(
        "sequence", parts=(Path("", PREDICATES[0]), Path("inversePath", parts=(Path("", PREDICATES[0]),)))
    )
    assert list(follow(there_and_back)(seen, NODES[0])) == [NODES[0]]
