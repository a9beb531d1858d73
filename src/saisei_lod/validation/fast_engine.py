"""Validate by functions compiled from the shapes; what cannot be compiled is left to pySHACL, and named.

A shape with targets is the unit: where it, or any shape that it refers to, holds something that only
another engine knows, the whole of it goes there.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from saisei_lod.validation.access import Graph
from saisei_lod.validation.compiling import CompiledShape, Compiler
from saisei_lod.validation.components import Hit
from saisei_lod.validation.components.sparql import NotCompiledError
from saisei_lod.validation.graphs import Term
from saisei_lod.validation.pyshacl_engine import reference
from saisei_lod.validation.results import Violation
from saisei_lod.validation.shapes import Shapes
from saisei_lod.validation.sparql_constraints import refuse_broken_queries
from saisei_lod.validation.spelled import to_term
from saisei_lod.validation.targets import Focus

__all__ = ["Compiled", "compiled", "violation"]


class Compiled(NamedTuple):
    """The compiled shapes that have targets, and what a graph must index for them.

    ``left`` are the shapes that only pySHACL can check; ``linked`` is the part of ``inverse`` by which shapes go
    from a value to what has it. Calling it checks a graph.
    """

    shapes: Shapes
    by_shape: Mapping[Term, CompiledShape]
    left: tuple[Term, ...]
    inverse: frozenset[str]
    linked: frozenset[str]

    def __call__(self, data: Graph, focus: Focus) -> list[Violation]:
        """Return the violations at the focus nodes of each shape, in any order."""
        found = [violation(hit) for hit in self._hits(data, focus)]
        rest = {shape: focus[shape] for shape in self.left if focus.get(shape)}
        return found + (reference(self.shapes)(data, rest) if rest else [])

    def _hits(self, data: Graph, focus: Focus) -> Iterator[Hit]:
        for shape, compiled_shape in self.by_shape.items():
            for node in focus.get(shape, ()):
                yield from compiled_shape.at(data, node)


@lru_cache(maxsize=2)
def compiled(shapes: Shapes) -> Compiled:
    """Return the shapes compiled, once for the same object; InputError for shapes that break the standard."""
    refuse_broken_queries(shapes)
    compiler = Compiler(shapes.triples)
    by_shape, left = {}, []
    for shape in shapes.targeting:
        try:
            by_shape[shape] = compiler.shape(shape)
        except NotCompiledError:
            left.append(shape)
    inverse = frozenset(compiler.inverse)
    return Compiled(shapes, by_shape, tuple(left), inverse | compiler.paired, inverse)


def violation(hit: Hit) -> Violation:
    """Return a result of this engine as all engines return theirs."""
    return Violation(
        hit.shape,
        hit.component,
        to_term(hit.focus),
        to_term(hit.value) if hit.value is not None else None,
        to_term(hit.predicate) if hit.predicate is not None else None,
    )
