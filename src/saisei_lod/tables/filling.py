"""Fill the rows of a table: from the nodes that a row tells of to the texts of its cells."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from saisei_lod import vocabulary as v
from saisei_lod.iris import Minter
from saisei_lod.tables.model import PARTIAL_DAY, TYPE, Column, Kind, Row, Table
from saisei_lod.tables.nodes import Node, Nodes
from saisei_lod.terms import XSD, Literal, Namespace, Property, Term

__all__ = ["Filling", "namespaces"]

Finder = Callable[[Row, Nodes], Sequence[Term]]
#: What stands for a separator within a value of a column that is for reading alone.
_STAND_IN: Final = {"string": "；", "anyURI": "%3B"}
_DAYS: Final = frozenset(f"{XSD}{name}" for name in ("date", "gYearMonth", "gYear"))


def namespaces(minter: Minter) -> dict[str, Namespace]:
    """Return the namespaces whose local names stand in cells, by the names that columns use.

    ``id`` is the base of local governments and wards together, whose local names hold a ``/``.
    """
    shared = Namespace("id", minter.reference, in_context=False)
    return {**minter.namespaces, "saisei": v.SAISEI, "sac": v.SAC, "id": shared}


class Filling:
    """Fill the rows of one table; what all rows have in common is prepared once."""

    __slots__ = ("_cells", "table")

    def __init__(self, table: Table, spaces: Mapping[str, Namespace]) -> None:
        self.table = table
        self._cells = [_cell(table, column, spaces) for column in table.columns]

    def rows(self, node: Node, nodes: Nodes) -> list[list[str]]:
        """Return the rows that the table has at a node, as texts in the order of the columns."""
        cells = self._cells
        return [[cell(row, nodes) for cell in cells] for row in self.table.rows(node, nodes)]


def _cell(table: Table, column: Column, spaces: Mapping[str, Namespace]) -> Callable[[Row, Nodes], str]:
    """Return what makes the text of a column's cells; nothing said is an empty text."""
    if (when := column.when) is not None:
        return lambda row, nodes: "true" if when(row, nodes) else ""
    find = _finder(table, column)
    spell = _spelling(column, spaces)

    def cell(row: Row, nodes: Nodes) -> str:
        terms = find(row, nodes)
        if not terms:
            return ""
        texts = [text for term in terms if (text := spell(term)) is not None]
        return _joined(column, texts) if column.separator or len(texts) > 1 else "".join(texts)

    return cell


def _joined(column: Column, texts: Sequence[str]) -> str:
    """Return several values as one text, each once; none of them may hold the separator."""
    separator = column.separator
    if not separator:
        raise ValueError(f"several values in column {column.name}: {texts}")
    if any(separator in text for text in texts):
        if column.says:
            raise ValueError(f"a separator in a value of column {column.name}: {texts}")
        texts = [text.replace(separator, _STAND_IN[column.kind.datatype]) for text in texts]
    return separator.join(dict.fromkeys(texts))


def _finder(table: Table, column: Column) -> Finder:
    """Return what finds the terms of a column in a row."""
    path = column.path
    if column.says and column.says is not TYPE and not (column.at or column.value):
        path = (*path, column.says)
    start = _start(table, column)
    if not path:
        return lambda row, nodes: [node.iri for node in start(row, nodes)]
    *ways, last = path

    def find(row: Row, nodes: Nodes) -> Sequence[Term]:
        at = start(row, nodes)
        for way in ways:
            at = [nodes.find(term) for node in at for term in _values(node, way, nodes)]
        if len(at) == 1:
            return _values(at[0], last, nodes)
        return [term for node in at for term in _values(node, last, nodes)]

    return find


def _values(node: Node, way: object, nodes: Nodes) -> Sequence[Term]:
    if isinstance(way, Property):
        return node.values(way)
    if callable(way):
        found: Sequence[Term] = way(node, nodes)
        return found
    raise TypeError(f"no step of a path: {way}")


def _start(table: Table, column: Column) -> Callable[[Row, Nodes], Sequence[Node]]:
    """Return what finds the nodes from which a column's path starts."""
    if column.at:
        role = column.at
        return lambda row, _: (row[role],) if role in row else ()
    naming = table.column(column.of)
    if naming.at and not naming.path:
        return _start(table, naming)
    find = _finder(table, naming)
    return lambda row, nodes: [nodes.find(term) for term in find(row, nodes)]


def _spelling(column: Column, spaces: Mapping[str, Namespace]) -> Callable[[Term], str | None]:
    """Return what spells a term in a cell; a term of another kind than the column's is none of it."""
    if column.namespace:
        return _local_name(spaces[column.namespace])
    wanted = _kinds(column.kind)
    return lambda term: term.lexical if isinstance(term, Literal) and term.kind in wanted else None


def _local_name(space: Namespace) -> Callable[[Term], str]:
    def spell(term: Term) -> str:
        if term.spelling is space.spelling:
            return term.core
        whole = term.nt[1:-1]
        if not whole.startswith(space.base):
            raise ValueError(f"{whole} is outside {space.base}")
        return whole.removeprefix(space.base)

    return spell


def _kinds(kind: Kind) -> frozenset[str]:
    if kind == PARTIAL_DAY:
        return _DAYS
    return frozenset({kind.language or XSD + kind.datatype})
