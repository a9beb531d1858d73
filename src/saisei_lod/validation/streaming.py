"""Validate all graphs of a release while they are written: what blocks refer to first, then the blocks."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from saisei_lod.terms import Description
from saisei_lod.validation.access import MemoryGraph
from saisei_lod.validation.blocks import Blocks, spelled
from saisei_lod.validation.caching import Memory, fingerprint
from saisei_lod.validation.fast_engine import compiled, violation
from saisei_lod.validation.results import Locate, Report
from saisei_lod.validation.shapes import load_shapes, shape_files
from saisei_lod.validation.validating import Checked, check, in_order, report

__all__ = ["Validation"]


class Validation:
    """Sees descriptions as they pass by; in the end all of them are validated as one graph.

    ``cache`` is the folder in which is kept what each block gave, None for no such; with ``anew`` nothing
    kept is used. ``shapes`` is a file or folder, by default the program's own.
    """

    def __init__(self, cache: Path | None = None, *, anew: bool = False, shapes: Path | None = None) -> None:
        files = shape_files(shapes)
        self._compiled = compiled(load_shapes(files))
        self._shared = MemoryGraph((), self._compiled.inverse)
        self._cache, self._anew, self._key = cache, anew, fingerprint(files)
        self._graphs: dict[str, str] = {}
        self._blocks: Blocks | None = None
        self._memory: Memory | None = None

    @property
    def recalled(self) -> int:
        """The number of blocks that were not validated again."""
        return self._memory.found if self._memory is not None else 0

    def shared(self, graph: str, blocks: Iterable[list[Description]]) -> Iterator[list[Description]]:
        """Yield the blocks of a graph that others refer to; all of these come before :meth:`blocks`."""
        for block in blocks:
            nodes = spelled(block)
            self._shared.add(nodes)
            self._graphs.update(dict.fromkeys(nodes, graph))
            yield block

    def graph_of(self, node: str) -> str:
        """Return the name of the shared graph that describes a node (its IRI), "" where none does."""
        return self._graphs.get(f"<{node}>", "")

    def blocks(self, blocks: Iterable[list[Description]]) -> Iterator[list[Description]]:
        """Yield the blocks that refer to what is shared, each validated; blocks that are shared pass."""
        self._memory = Memory.at(self._cache, self._key, self._shared, forget=self._anew)
        self._blocks = Blocks(self._compiled, self._shared, self._memory)
        return self._blocks.passing(blocks)

    def report(self, written: Path, others: Sequence[Path], locate: Locate) -> Report:
        """Return the report of all that was seen.

        ``written`` is the file of the blocks in N-Triples, ``others`` those of what is shared: where blocks
        depend on each other, the files are validated as a whole.
        """
        outcome = self._blocks.finish(written) if self._blocks is not None else None
        shapes = self._compiled.shapes
        if outcome is None or not outcome.is_complete:
            return report(check(self._compiled, shapes, [written, *others], []), locate)
        results = in_order(violation(hit).result(shapes.rules[hit.shape]) for hit in outcome.hits)
        idle = {shapes.rules[shape].code for shape in shapes.targeting if shape not in outcome.targeted}
        return report(Checked(results, tuple(sorted(idle)), {}), locate)
