"""Write all tables of a release while its blocks pass by: CSV, CSV for Excel, a workbook, and CSVW."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from saisei_lod.errors import Bilingual
from saisei_lod.iris import Minter
from saisei_lod.serialization.sink import Sink, disk_faults
from saisei_lod.tables.csvw import GROUP, About, group_metadata, metadata_name, table_metadata
from saisei_lod.tables.definitions import TABLES
from saisei_lod.tables.delimited import BOM, excel_line, line
from saisei_lod.tables.filling import Filling, namespaces
from saisei_lod.tables.model import STRING, Column, Table
from saisei_lod.tables.nodes import Node, Nodes
from saisei_lod.tables.sheets import Sheets
from saisei_lod.tables.workbook import write_workbook
from saisei_lod.terms import Description

__all__ = ["WORKBOOK", "TableFiles"]

WORKBOOK: Final = "saisei.xlsx"
#: The graph that is too large for memory.
_STREAMED: Final = "plans"
_LEGEND: Final = tuple(
    Column(name, Bilingual(ja, en), STRING)
    for name, ja, en in (
        ("table", "表", "table"),
        ("table_ja", "表の名称", "title of the table (ja)"),
        ("table_en", "表の英語名", "title of the table (en)"),
        ("column", "列", "column"),
        ("column_ja", "列の名称", "title of the column (ja)"),
        ("column_en", "列の英語名", "title of the column (en)"),
        ("property", "対応するプロパティ(空欄は読むための列)", "property; empty: for reading alone"),
    )
)


class _Writing:
    """The files of one table while its rows come in."""

    __slots__ = ("_csv", "_excel", "_spell", "filling", "sheets", "table")

    def __init__(self, table: Table, filling: Filling, folder: Path, scratch: Path, files: ExitStack) -> None:
        self.table = table
        self.filling = filling
        self.sheets = files.enter_context(Sheets(table.name, table.columns, scratch))
        self._csv = files.enter_context(Sink(folder / f"{table.name}.csv"))
        self._excel = files.enter_context(Sink(folder / f"{table.name}-excel.csv"))
        self._spell = excel_line(table.columns)
        self._csv.write(f"{line([column.name for column in table.columns])}\n".encode())
        self._excel.write(f"{BOM}{line([column.title.ja for column in table.columns])}\r\n".encode())

    def take(self, node: Node, nodes: Nodes) -> None:
        """Write the rows that the table has at a node."""
        for cells in self.filling.rows(node, nodes):
            self._csv.write(f"{line(cells)}\n".encode())
            self._excel.write(f"{self._spell(cells)}\r\n".encode())
            self.sheets.row(cells)


class TableFiles:
    """All tables of a release: blocks pass through and leave their rows.

    What rows of plans name by its code (local governments, schemes, rounds, pages) must be known, or have
    passed, before the plans do. Memory holds those, and one block of plans.
    A context manager: where the work fails, half-written files are removed.
    """

    def __init__(self, folder: Path, scratch: Path, minter: Minter) -> None:
        self._folder = folder
        self._scratch = scratch
        self._spaces = namespaces(minter)
        self._nodes = Nodes()
        self._kept: list[Sequence[Description]] = []
        self._files = ExitStack()
        self._by_class: dict[str, list[_Writing]] = {}
        self._writing: list[_Writing] = []

    def __enter__(self) -> Self:
        with disk_faults(self._folder):
            self._folder.mkdir()
        with ExitStack() as entered:
            for table in TABLES:
                filling = Filling(table, self._spaces)
                one = _Writing(table, filling, self._folder, self._scratch, entered)
                self._writing.append(one)
                self._by_class.setdefault(table.of.core, []).append(one)
            self._files = entered.pop_all()
        return self

    def know(self, blocks: Iterable[Iterable[Description]]) -> None:
        """Make descriptions known to which cells may lead."""
        for block in blocks:
            self._nodes.know(block)

    def through(self, name: str, blocks: Iterable[list[Description]]) -> Iterator[list[Description]]:
        """Pass the blocks of a graph through: plans leave their rows, all others are kept till the end."""
        return self._taking(blocks) if name == _STREAMED else self._keeping(blocks)

    def _keeping(self, blocks: Iterable[list[Description]]) -> Iterator[list[Description]]:
        """Pass blocks through, make them known, and keep them."""
        for block in blocks:
            self._nodes.know(block)
            self._kept.append(block)
            yield block

    def _taking(self, blocks: Iterable[list[Description]]) -> Iterator[list[Description]]:
        """Pass blocks through and write their rows."""
        for block in blocks:
            self._take(block)
            yield block

    def _take(self, block: Sequence[Description]) -> None:
        for node in self._nodes.enter(block):
            for kind in node.types:
                for one in self._by_class.get(kind.core, ()):
                    if node.is_a(one.table.of):
                        one.take(node, self._nodes)

    def end(self, about: About) -> None:
        """Write the rows of what was kept, the workbook and the metadata."""
        for block in self._kept:
            self._take(block)
        self._files.close()
        sheets = [file for one in self._writing for file in one.sheets.files]
        write_workbook(self._folder / WORKBOOK, [*sheets, *_legend(self._scratch)])
        for table in TABLES:
            self._write_text(metadata_name(table), table_metadata(table, self._spaces, about))
        self._write_text(GROUP, group_metadata(TABLES, self._spaces, about))

    def _write_text(self, name: str, text: str) -> None:
        with Sink(self._folder / name) as sink:
            sink.write(text.encode())

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._files.__exit__(kind, fault, trace)


def _legend(scratch: Path) -> list[tuple[str, Path]]:
    """Write the sheet that tells what each column means."""
    with Sheets("columns", _LEGEND, scratch) as sheets:
        for table in TABLES:
            for column in table.columns:
                says = column.says.value if column.says else ""
                sheets.row([table.name, *table.title, column.name, *column.title, says])
    return sheets.files
