"""Hold a graph that is too large for memory in a store on disk, for as long as it is validated."""

import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property, lru_cache
from itertools import chain, islice

from pyoxigraph import DefaultGraph, NamedNode, Quad, Store

from saisei_lod.errors import Bilingual, EnvironmentFault
from saisei_lod.validation.access import ABOVE, About, Graph, MemoryGraph, Statement, above
from saisei_lod.validation.spelled import to_term

__all__ = ["DiskGraph", "graph_of", "quad"]

#: So many triples are held in dictionaries, in about a GB; more go to disk, where a look-up takes ten times as long.
IN_MEMORY = 3_000_000
_RECENT = 4096


@contextmanager
def graph_of(
    statements: Iterable[Statement], inverse: Collection[str], in_memory: int = IN_MEMORY
) -> Iterator[Graph]:
    """Give the graph of some triples: in memory, or else in a store on disk that is removed afterwards.

    Raises EnvironmentFault where the disk does not allow it.
    """
    source = iter(statements)
    first = list(islice(source, in_memory + 1))
    if len(first) <= in_memory:
        yield MemoryGraph(first, inverse)
        return
    with tempfile.TemporaryDirectory(prefix="saisei-validate-") as folder:
        try:
            store = Store(folder)
            store.bulk_extend(map(quad, chain(_emptied(first), source)))
        except OSError as error:
            raise _fault(folder, error) from error
        yield DiskGraph(store)


def _emptied(statements: list[Statement]) -> Iterator[Statement]:
    """Yield what a list holds, and let go of it on the way."""
    statements.reverse()
    while statements:
        yield statements.pop()


def quad(statement: Statement) -> Quad:
    """Return a triple as pyoxigraph has it."""
    return Quad(*map(to_term, statement))  # type: ignore[arg-type]  # kinds are those of the positions


class DiskGraph:
    """A graph in a store of pyoxigraph."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._recent = lru_cache(maxsize=_RECENT)(self._about)

    def __iter__(self) -> Iterator[str]:
        last = None
        for found in self._store.quads_for_pattern(None, None, None, DefaultGraph()):  # subject by subject
            if found.subject != last:
                last = found.subject
                yield str(last)

    def about(self, node: str) -> About:
        """Return what is said of a node."""
        return self._recent(node)

    def _about(self, node: str) -> About:
        said: dict[str, list[str]] = {}
        if node[0] != '"':
            for found in self._store.quads_for_pattern(to_term(node), None, None, DefaultGraph()):  # type: ignore[arg-type]
                said.setdefault(str(found.predicate), []).append(str(found.object))
        return said

    def linking(self, predicate: str, value: str) -> Sequence[str]:
        """Return the nodes of which a predicate has a value."""
        found = self._store.quads_for_pattern(None, _named(predicate), to_term(value), DefaultGraph())
        return [str(one.subject) for one in found]

    def pairs(self, predicate: str) -> Iterable[tuple[str, str]]:
        """Return all nodes of which a predicate has a value, with the value."""
        found = self._store.quads_for_pattern(None, _named(predicate), None, DefaultGraph())
        return ((str(one.subject), str(one.object)) for one in found)

    @cached_property
    def classes(self) -> Mapping[str, Collection[str]]:
        """All classes above each class that the graph puts below another."""
        stated: dict[str, list[str]] = {}
        for kind, over in self.pairs(ABOVE):
            stated.setdefault(kind, []).append(over)
        return above(stated)


def _named(predicate: str) -> NamedNode:
    return NamedNode(predicate[1:-1])


def _fault(folder: str, error: OSError) -> EnvironmentFault:
    return EnvironmentFault(
        Bilingual(
            f"検証用の一時ファイルを書けません ({error}).",
            f"The working files of the validation cannot be written ({error}).",
        ),
        where=folder,
        expected=Bilingual("空き容量のある一時フォルダー", "a temporary folder with space left"),
        todo=Bilingual(
            "TMPDIR に空きのあるフォルダーを指定してください。", "Let TMPDIR name a folder with space left."
        ),
    )
