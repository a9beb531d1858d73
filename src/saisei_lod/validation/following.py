"""Follow property paths over a graph (W3C SHACL, section 2.3.1; SPARQL 1.1, section 9)."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from saisei_lod.validation.access import Graph
from saisei_lod.validation.paths import Path

__all__ = ["Follow", "follow", "followed_back"]

Follow = Callable[[Graph, str], Sequence[str]]
"""From a node to the nodes at the end of a path, none twice."""


def follow(path: Path, *, back: bool = False) -> Follow:
    """Return the function that goes along a path, or ``back`` from its end to its start."""
    if path.kind == "":
        return _back_along(f"<{path.iri}>") if back else _along(f"<{path.iri}>")
    if path.kind == "inversePath":
        return follow(path.parts[0], back=not back)
    if path.kind == "sequence":
        parts = path.parts[::-1] if back else path.parts
        return _sequence([_step(part, back=back) for part in parts])
    steps = [follow(part, back=back) for part in path.parts]
    if path.kind == "alternativePath":
        return _alternative(steps)
    return _repeated(steps[0], itself=path.kind != "oneOrMorePath", once=path.kind == "zeroOrOnePath")


def followed_back(path: Path, *, back: bool = False) -> set[str]:
    """Return the predicates, in N-Triples, that following a path needs backwards."""
    if path.kind == "":
        return {f"<{path.iri}>"} if back else set()
    turned = back != (path.kind == "inversePath")
    return set().union(*(followed_back(part, back=turned) for part in path.parts))


def _along(predicate: str) -> Follow:
    def along(graph: Graph, node: str) -> Sequence[str]:
        return graph.about(node).get(predicate, ())

    return along


def _back_along(predicate: str) -> Follow:
    def along(graph: Graph, node: str) -> Sequence[str]:
        return graph.linking(predicate, node)

    return along


class _Step(NamedTuple):
    """A part of a sequence; ``predicate`` is given where it is one, followed forwards."""

    along: Follow
    predicate: str


def _step(path: Path, *, back: bool) -> _Step:
    is_plain = path.kind == "" and not back
    return _Step(follow(path, back=back), f"<{path.iri}>" if is_plain else "")


def _sequence(steps: Sequence[_Step]) -> Follow:
    """Return the function for steps one after the other.

    Mostly one node leads to one, and a step is a predicate: that is done without another call.
    """
    first, others = steps[0].along, steps[1:]

    def along(graph: Graph, node: str) -> Sequence[str]:
        reached = first(graph, node)
        for step, predicate in others:
            if not reached:
                return ()
            if len(reached) > 1:
                reached = list(dict.fromkeys(end for one in reached for end in step(graph, one)))
            elif predicate:
                reached = graph.about(reached[0]).get(predicate, ())
            else:
                reached = step(graph, reached[0])
        return reached

    return along


def _alternative(ways: Sequence[Follow]) -> Follow:
    def along(graph: Graph, node: str) -> Sequence[str]:
        reached: Sequence[str] = ()
        for way in ways:
            ends = way(graph, node)
            if ends:
                reached = list(dict.fromkeys([*reached, *ends])) if reached else ends
        return reached

    return along


def _repeated(step: Follow, *, itself: bool, once: bool) -> Follow:
    def along(graph: Graph, node: str) -> Sequence[str]:
        reached = dict.fromkeys([node]) if itself else {}
        waiting = [node]
        while waiting:
            for end in step(graph, waiting.pop()):
                if end not in reached:
                    reached[end] = None
                    if not once:
                        waiting.append(end)
        return list(reached)

    return along
