"""Find what describes a round, a local government or a scheme: the line of our table, and its name."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from saisei_lod import resources
from saisei_lod.publishing.tracing.words import scheme_name
from saisei_lod.registry.rounds import COLUMNS

__all__ = ["Row", "row_of"]

_SCHEME: Final = re.compile(r"scheme:([a-z0-9-]+) a ")
_NUMBER, _LABEL, _DATE = (COLUMNS.index(name) for name in ("number", "label_ja", "date"))
#: The table that describes the nodes of a class folder.
_TABLES: Final = {
    "local-government": "governments",
    "round": "rounds",
    "round-day": "rounds",
    "scheme": "schemes",
    "ward": "governments",
}


class Row(NamedTuple):
    """A line of a table, counted from 1, and the name of what it describes."""

    line: int
    name: str


def row_of(iri: str) -> Row | None:
    """Return the first row of a table that describes a node; None for what stands in none of them.

    >>> row_of("https://w3id.org/saisei/id/round/42").name
    '第42回'
    """
    folder, _, local = iri.rpartition("/")
    table = _TABLES.get(folder.rpartition("/")[2])
    return _rows()[table].get(local) if table else None


@cache
def _rows() -> Mapping[str, Mapping[str, Row]]:
    """Return the rows of each table by what their nodes are named after."""
    return {
        "governments": _first(_governments(resources.registry() / "local_governments.tsv")),
        "rounds": _first(_rounds(resources.rounds())),
        "schemes": _first(_schemes(resources.ontology() / "schemes.ttl")),
    }


def _first(rows: Iterator[tuple[str, Row]]) -> Mapping[str, Row]:
    found: dict[str, Row] = {}
    for local, row in rows:
        found.setdefault(local, row)
    return found


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    return enumerate(path.read_text(encoding="utf-8").split("\n"), 1)


def _governments(path: Path) -> Iterator[tuple[str, Row]]:
    for number, line in _lines(path):
        code, _, name, *_ = [*line.split("\t"), "", ""]
        yield code, Row(number, name)


def _rounds(path: Path) -> Iterator[tuple[str, Row]]:
    for number, line in _lines(path):
        cells = line.split("\t")
        if len(cells) == len(COLUMNS):
            day = cells[_DATE].replace("-", "")
            key = cells[_NUMBER] or f"d{day}"
            yield key, Row(number, cells[_LABEL])
            yield f"{key}-{day}", Row(number, cells[_LABEL])


def _schemes(path: Path) -> Iterator[tuple[str, Row]]:
    for number, line in _lines(path):
        if begun := _SCHEME.match(line):
            yield begun[1], Row(number, scheme_name(begun[1]))
