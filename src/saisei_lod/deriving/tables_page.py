"""Derive docs/reference/tables.md: every table with its columns, and what each column says in the graph."""

from collections.abc import Iterator
from typing import Final

from saisei_lod.deriving.markdown import notice, table
from saisei_lod.tables.definitions import TABLES
from saisei_lod.tables.model import PARTIAL_DAY, Column, Kind, Table

__all__ = ["tables_page"]

_INTRODUCTION: Final = """# 表 · Tables

`tables/` の表と列。「グラフ」の列は、そのセルから CSVW で導かれるトリプルの主語の列とプロパティ、空欄は読むためだけの列。
使い方は[表を使う](../how-to/tables.md)。

The tables of `tables/` and their columns. Under *graph* stand the column that names the subject, and the property, of
the triple that CSVW makes of a cell; without one a column is for reading alone. Use:
[how to use the tables](../how-to/tables.md).
"""
_HEADINGS: Final = ("列 · column", "題", "title", "値 · cells", "グラフ · graph")


def tables_page() -> str:
    """Return the page, a section for each table in the order of the workbook's sheets."""
    parts = [_section(one) for one in TABLES]
    return "\n".join([f"{notice('src/saisei_lod/tables')}\n{_INTRODUCTION}", *parts])


def _section(one: Table) -> str:
    key = ", ".join(f"`{name}`" for name in one.key)
    heading = f"## {one.name}\n\n{one.title.ja} · {one.title.en}\n\nKey: {key}\n\n"
    return heading + table(_HEADINGS, _rows(one))


def _rows(one: Table) -> Iterator[tuple[str, ...]]:
    for column in one.columns:
        yield f"`{column.name}`", *column.title, _cells(column), _graph(column)


def _cells(column: Column) -> str:
    several = f", separated by `{column.separator}`" if column.separator else ""
    return _kind(column.kind) + several


def _kind(kind: Kind) -> str:
    if kind.link:
        return f"local name under `{kind.link}:`"
    if kind == PARTIAL_DAY:
        return "date, year and month, or year"
    return f"text, {kind.language}" if kind.language else kind.datatype


def _graph(column: Column) -> str:
    if column.says is None:
        return ""
    to = f" → `{column.value}`" if column.value else ""
    return f"`{column.about}` {column.says.ttl}{to}"
