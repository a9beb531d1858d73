"""Replay an event stream, as a client does: read pages, keep the newest version of each entity.

Pages are read from the newest to the oldest, so that the first version met of an entity is the one that
counts; memory holds the names of the entities alone.
"""

from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from saisei_lod.changes.entities import Entities
from saisei_lod.changes.releases import GRAPHS
from saisei_lod.errors import Bilingual, InputError
from saisei_lod.serialization.runs import SortedLines
from saisei_lod.serialization.sink import disk_faults

if TYPE_CHECKING:
    import pyoxigraph

__all__ = ["page_order", "replay"]

_VERSION_OF: Final = "http://purl.org/dc/terms/isVersionOf"
_PART_OF: Final = "http://purl.org/dc/terms/isPartOf"


def page_order(path: Path) -> tuple[str, int]:
    """Return what orders pages in time: their day, and their number within it."""
    day, _, number = path.stem.rpartition("-")
    return day, int(number)


def replay(
    pages: Iterable[Path], target: Path, scratch: Path, *, start: Mapping[str, Path] | None = None
) -> dict[str, Path]:
    """Write the state after all pages into ``target`` as sorted N-Triples, a file a graph; return the files.

    ``start`` holds the graphs of the state before the pages (a former release), nothing where the pages
    are those of the whole stream. Raises InputError for a page that cannot be read.
    """
    with ExitStack() as stack:
        graphs = {}
        for name in GRAPHS:
            runs = stack.enter_context(TemporaryDirectory(prefix=f"replay-{name}-", dir=scratch))
            graphs[name] = SortedLines(Path(runs))
        met: set[str] = set()
        for page in sorted(pages, key=page_order, reverse=True):
            met |= _Page(page, graphs, met).read()
        for name, path in (start or {}).items():
            _keep(path, graphs[name], met)
        return {name: _written(lines, target / f"{name}.nt") for name, lines in graphs.items()}


def _keep(path: Path, lines: SortedLines, met: set[str]) -> None:
    """Take over the entities of a former state of which no page tells."""
    with Entities(path) as former:
        for entity in former:
            if entity not in met:
                _take(lines, former.text(entity))


def _take(lines: SortedLines, text: bytes) -> None:
    for subject, said in groupby(text.splitlines(keepends=True), key=lambda one: one.split(b" ", 1)[0]):
        together = list(said)
        lines.add(subject[: subject.rfind(b"/") + 1], subject, b"".join(together), len(together))


def _written(lines: SortedLines, path: Path) -> Path:
    with disk_faults(path), path.open("wb") as out:
        lines.finish(out.write)
    return path


class _Page:
    """One page that is being read: its members come before their graphs."""

    def __init__(self, path: Path, graphs: Mapping[str, SortedLines], met: set[str]) -> None:
        self._path, self._graphs, self._met = path, graphs, met
        self._entities: dict[str, str] = {}
        self._within: dict[str, str] = {}

    def read(self) -> set[str]:
        """Hand the lines of members of entities not met yet to their graphs; return the page's entities."""
        import pyoxigraph  # noqa: PLC0415 - a build with history and a check alone need it

        try:
            quads = pyoxigraph.parse(path=str(self._path), format=pyoxigraph.RdfFormat.TRIG)
            for key, said in groupby(quads, key=lambda quad: (quad.graph_name, quad.subject)):
                if isinstance(key[0], pyoxigraph.DefaultGraph):
                    self._note(list(said))
                else:
                    self._add(key[0].value, str(key[1]), list(said))
        except (SyntaxError, ValueError, KeyError, OSError) as fault:
            raise _damaged(self._path, str(fault)) from fault
        return set(self._entities.values())

    def _note(self, quads: list["pyoxigraph.Quad"]) -> None:
        for quad in quads:
            if quad.predicate.value == _VERSION_OF:
                self._entities[quad.subject.value] = quad.object.value  # type: ignore[union-attr]
            elif quad.predicate.value == _PART_OF:
                self._within[quad.subject.value] = quad.object.value.rpartition("/")[2]  # type: ignore[union-attr]

    def _add(self, member: str, subject: str, quads: list["pyoxigraph.Quad"]) -> None:
        if self._entities[member] not in self._met:
            said = sorted({f"{quad.triple} .\n" for quad in quads})
            namespace = subject[: subject.rfind("/") + 1]
            self._graphs[self._within[member]].add(namespace, subject, "".join(said).encode(), len(said))


def _damaged(path: Path, reason: str) -> InputError:
    return InputError(
        Bilingual(
            f"変化の記録のページを読めません({reason})。", f"The page of changes cannot be read ({reason})."
        ),
        where=str(path),
        expected=Bilingual("saisei が書いた TriG のページ", "a page of TriG that saisei wrote"),
        todo=Bilingual("版管理から元のファイルに戻してください。", "Restore the file from version control."),
    )
