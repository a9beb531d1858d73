"""Import e-Stat's dated standard area codes (http://data.e-stat.go.jp/lod/sac/C01204-19700401).

They must be imported and never derived: changes of boundaries make new dated codes too, so that the
days of mergers explain only a third of them.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.registry.building.decoding import decoded
from saisei_lod.registry.building.query_results import query_rows
from saisei_lod.registry.building.writing import write_table
from saisei_lod.registry.tables import DATED_AREA_CODES, cells, read

__all__ = ["AreaCodeRow", "SacImport", "import_sac"]

_DATED: Final = re.compile(r"http://data\.e-stat\.go\.jp/lod/sac/C(\d{5})-(\d{4})(\d{2})(\d{2})")


#: Turtle declares its prefixes, results of a query do not.
_TURTLE: Final = re.compile(r"^\s*(?:@prefix|@base|prefix|base)\s", re.IGNORECASE | re.MULTILINE)


class AreaCodeRow(NamedTuple):
    """One dated area code: 5-digit code and the ISO day that its URI carries."""

    code: str
    day: str


class SacImport(NamedTuple):
    """The rows that the table took, and how many are of governments that ended before 2005."""

    rows: tuple[AreaCodeRow, ...]
    of_others: int


def import_sac(path: Path, folder: Path) -> SacImport:
    """Read dated area codes from SPARQL results (JSON, CSV) or Turtle and merge them into a folder's table.

    Every dated URI counts, wherever it stands. Raises InputError where the file holds none or is no
    such document.
    """
    text = decoded(path)
    iris = _from_turtle(path, text) if _TURTLE.search(text) else _from_results(path)
    found = {AreaCodeRow(m[1], f"{m[2]}-{m[3]}-{m[4]}") for iri in iris if (m := _DATED.fullmatch(iri))}
    if not found:
        raise _none_found(path)
    governments = read(folder).governments
    rows = sorted(row for row in found if row.code in governments)
    table = folder / DATED_AREA_CODES
    kept = [AreaCodeRow(*row) for row in cells(table, AreaCodeRow._fields)] if table.is_file() else []
    write_table(table, AreaCodeRow._fields, sorted({*rows, *kept}))
    return SacImport(tuple(rows), len(found) - len(rows))


def _from_results(path: Path) -> Iterable[str]:
    return (value for row in query_rows(path) for value in row.values())


def _from_turtle(path: Path, text: str) -> Iterable[str]:
    from rdflib import Graph  # noqa: PLC0415 - 170 ms, and only this import of Turtle needs it
    from rdflib.exceptions import ParserError  # noqa: PLC0415

    try:
        graph = Graph().parse(data=text, format="turtle")
    except (SyntaxError, ParserError) as error:
        raise InputError(
            Bilingual("Turtle として読めません。", "This is no Turtle document."),
            where=f"{path}: {str(error).splitlines()[0][:120]}",
            expected=Bilingual("e-Stat の統計 LOD の Turtle", "Turtle of e-Stat's statistical LOD"),
            todo=Bilingual("ファイルをダウンロードし直してください。", "Download the file again."),
        ) from error
    return (str(term) for triple in graph for term in triple)


def _none_found(path: Path) -> InputError:
    return InputError(
        Bilingual(
            "日付付きの標準地域コードの URI がありません。", "There is no dated URI of a standard area code."
        ),
        where=str(path),
        expected=Bilingual(
            "http://data.e-stat.go.jp/lod/sac/C01204-19700401 の形の URI",
            "URIs like http://data.e-stat.go.jp/lod/sac/C01204-19700401",
        ),
        todo=Bilingual("問い合わせの結果を確かめてください。", "See the results of the query."),
    )
