"""Make of a CSV and its CSVW metadata the triples that they say, line by line, as N-Triples.

Generating RDF from Tabular Data on the Web (W3C 2015), minimal mode, for what our metadata use: aboutUrl,
propertyUrl, valueUrl with ``{+name}``, datatype, lang, separator, virtual and suppressed columns. Nothing
here knows how the tables were made: the files alone speak.
"""

import csv
import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.terms import Iri, Literal, plain, text, typed

__all__ = ["IRI", "Covered", "CsvTable", "csv_tables"]

Json = dict[str, Any]
Cells = Sequence[str]
_VARIABLE: Final = re.compile(r"\{\+?([A-Za-z0-9_]+)\}")
#: The kind of values that are no literals.
IRI: Final = "iri"


class Covered(NamedTuple):
    """What a column speaks of: the namespace of its subjects, the property, and the kind of its values.

    The kind is ``iri``, a language with ``@`` before it, or a datatype; ``value`` is the IRI that every
    row states, where it is always the same.
    """

    namespace: str
    term: str
    kind: str
    value: str = ""


class CsvTable:
    """A CSV with its metadata; iterate for the lines of N-Triples that it says, repeated ones included."""

    def __init__(self, path: Path, schema: Json) -> None:
        self.path = path
        self._columns = schema["columns"]
        self._names = [column["name"] for column in self._columns if not column.get("virtual")]
        self._says = [column for column in self._columns if "propertyUrl" in column]

    @property
    def covered(self) -> set[Covered]:
        """What the table speaks of: of these it is to say every triple that the graph holds."""
        return {
            Covered(
                column["aboutUrl"].partition("{")[0],
                column["propertyUrl"],
                _kind(column),
                column["valueUrl"] if column.get("virtual") else "",
            )
            for column in self._says
        }

    def __iter__(self) -> Iterator[str]:
        makers = [self._maker(column) for column in self._says]
        for number, cells in self._rows():
            try:
                for make in makers:
                    yield from make(cells)
            except InputError as fault:  # a control character, say
                raise _broken(self.path, number) from fault

    def _rows(self) -> Iterator[tuple[int, Cells]]:
        """Yield the rows with their numbers; raise InputError with file and line for one that is not as the metadata say."""
        csv.field_size_limit(sys.maxsize)
        number = 0
        try:
            with self.path.open(encoding="utf-8", newline="") as file:
                rows = csv.reader(file, strict=True)
                for number, cells in enumerate(rows, 1):
                    if len(cells) != len(self._names) or (number == 1 and cells != self._names):
                        raise _broken(self.path, rows.line_num)
                    if number > 1:
                        yield rows.line_num, cells
        except (OSError, ValueError, csv.Error) as fault:
            raise _broken(self.path, number + 1) from fault
        if not number:
            raise _broken(self.path, 1)

    def _maker(self, column: Json) -> Callable[[Cells], Iterator[str]]:
        """Return what makes the lines of a column's cell in a row."""
        subject, term = self._filled(column["aboutUrl"]), Iri.absolute(column["propertyUrl"]).nt
        if "valueUrl" in column:
            target = self._filled(column["valueUrl"])
            always = column.get("virtual", False)
            place = 0 if always else self._names.index(column["name"])

            def link(cells: Cells) -> Iterator[str]:
                if always or cells[place]:
                    yield f"<{subject(cells)}> {term} <{target(cells)}> .\n"

            return link
        place, literal = self._names.index(column["name"]), _literal(column)
        separator = column.get("separator")

        def values(cells: Cells) -> Iterator[str]:
            if cells[place]:
                for value in cells[place].split(separator) if separator else (cells[place],):
                    yield f"<{subject(cells)}> {term} {literal(value).nt} .\n"

        return values

    def _filled(self, template: str) -> Callable[[Cells], str]:
        """Return what fills a URI template that has one variable at its end, or none."""
        start, variable, end = (*_VARIABLE.split(template), "", "")[:3]
        if not variable or end:
            return lambda _: template
        place = self._names.index(variable)
        return lambda cells: start + cells[place]


def csv_tables(group: Path) -> list[CsvTable]:
    """Return the tables that the metadata of a group describe; raise InputError where they cannot be read."""
    try:
        described = json.loads(group.read_text(encoding="utf-8"))
        return [CsvTable(group.parent / one["url"], one["tableSchema"]) for one in described["tables"]]
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise _broken(group, 1) from fault


def _kind(column: Json) -> str:
    if "valueUrl" in column:
        return IRI
    language = column.get("lang")
    return f"@{language}" if language else _literal(column)("").datatype


def _literal(column: Json) -> Callable[[str], Literal]:
    language, datatype = column.get("lang"), column.get("datatype", "string")
    if language:
        return lambda value: text(value, language)
    return plain if datatype == "string" else lambda value: typed(value, datatype)


def _broken(path: Path, line: int) -> InputError:
    return InputError(
        Bilingual("表を読めません。", "The table cannot be read."),
        where=f"{path}:{line}",
        expected=Bilingual(
            "列がメタデータのとおりの CSV", "a CSV with the columns that its metadata describe"
        ),
        todo=Bilingual(
            "公開データを取り直すか、作り直してください。", "Get the release again, or build it anew."
        ),
    )
