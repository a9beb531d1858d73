"""Write one dataset as N-Quads, block by block, while other files are being written."""

import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from saisei_lod.serialization.frame import Counts, Frame
from saisei_lod.serialization.nquads import NQuadsWriter
from saisei_lod.serialization.outline import Outlines
from saisei_lod.serialization.sink import Sink, disk_faults
from saisei_lod.terms import Description, Iri

__all__ = ["QuadFile"]


class QuadFile:
    """A file of N-Quads: it takes descriptions with the name of their graph, and is written at the end.

    A context manager: sorted runs lie in a folder of their own inside ``scratch``, which is removed, and
    the half-written file with it where the work fails. Raises EnvironmentFault where the disk fails.
    """

    def __init__(self, path: Path, scratch: Path) -> None:
        self._path = path
        self._scratch = scratch
        self._open = ExitStack()
        self._outlines = Outlines()

    def __enter__(self) -> Self:
        with ExitStack() as entered:
            with disk_faults(self._scratch):
                runs = tempfile.TemporaryDirectory(prefix="quads-", dir=self._scratch)
                folder = Path(entered.enter_context(runs))
            sink = entered.enter_context(Sink(self._path))
            self._writer = NQuadsWriter(sink, Frame({}, {}, folder))
            self._open = entered.pop_all()
        return self

    def add(self, graph: Iri, block: Sequence[Description]) -> None:
        """Take descriptions that stand in a named graph."""
        self._writer.name_graph(graph)
        self._writer.block(self._outlines.of(block))

    def end(self) -> Counts:
        """Write the file; return how many subjects and quads it holds."""
        return self._writer.end()

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.__exit__(kind, fault, trace)
