from saisei_lod.validation.access import ABOVE, MemoryGraph, above

A, B, P, Q = (f"<https://example.org/{name}>" for name in "abpq")


def test_look_ups_go_both_ways() -> None:
    """By node, and by predicate and value; no value counts twice."""
    graph = MemoryGraph([(A, P, B), (A, P, '"x"'), (A, P, B), (B, P, B)], {P})
    assert dict(graph.about(A)) == {P: [B, '"x"']}
    assert list(graph.linking(P, B)) == [A, B]
    assert list(graph.pairs(P)) == [(A, B), (B, B), (A, '"x"')]
    assert (dict(graph.about(Q)), graph.linking(P, Q)) == ({}, ())
    assert (list(graph), len(graph)) == ([A, B], 3)


def test_nodes_are_added() -> None:
    """What is said of one node in two places comes together."""
    graph = MemoryGraph([(A, P, B)])
    graph.add({A: {P: [B, A]}, B: {Q: [A]}})
    assert graph.nodes == {A: {P: [B, A]}, B: {Q: [A]}}


def test_what_a_graph_points_at_and_does_not_describe() -> None:
    """By the predicates that can be followed back."""
    assert MemoryGraph([(A, P, B), (A, P, A), (A, Q, Q)], {P}).outward == {B}


def test_classes_above_classes() -> None:
    """All of them, through a circle too."""
    assert above({"C": ["B"], "B": ["A"], "A": ["C"]}) == {name: {"A", "B", "C"} for name in "ABC"}
    assert MemoryGraph([(A, ABOVE, B)]).classes == {A: {B}}
