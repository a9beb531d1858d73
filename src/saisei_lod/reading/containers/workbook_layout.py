"""What a sheet's XML tells beside values: merged cells, hidden rows and columns, formulas without a value.

openpyxl's lean reader does not tell these; they are read in a pass of their own, only where the XML
speaks of them (ECMA-376, part 1, sections 18.3.1.13 col, 18.3.1.55 mergeCell, 18.3.1.73 row).
"""

import re
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Final, NamedTuple

from saisei_lod.workbook_parts import SheetTraits, unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Layout", "Merge", "read_layout"]

_REFERENCE: Final = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})(?::\$?([A-Z]{1,3})\$?([0-9]{1,7}))?\Z")
_MOST_COLUMNS: Final = 16_384
_NO: Final = frozenset({"", "0", "false", None})


class Merge(NamedTuple):
    """A merged range: first and last row and column, from 1, inclusive."""

    top: int
    left: int
    bottom: int
    right: int


class Layout(NamedTuple):
    """The merged ranges of a sheet, its hidden rows and columns, and its cells with a formula alone."""

    merges: tuple[Merge, ...] = ()
    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()
    uncomputed: tuple[str, ...] = ()


def read_layout(source: IO[bytes], traits: SheetTraits, where: str) -> Layout:
    """Return the layout of a sheet from its XML; the XML is not even opened where it has none."""
    if not any(traits):
        return Layout()
    from lxml.etree import XMLSyntaxError, iterparse  # noqa: PLC0415 - few sheets need it

    found: dict[str, list[object]] = {"merge": [], "row": [], "column": [], "formula": []}
    row = 0
    try:
        for event, element in iterparse(
            source, events=("start", "end"), resolve_entities=False, no_network=True, huge_tree=False
        ):
            tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
            if event == "start" and tag == "row":
                row = _number(element.get("r"), row + 1)
            elif event == "end":
                for kind, value in _told(element, tag, row):
                    found[kind].append(value)
                if tag in {"row", "mergeCell"}:
                    _forget(element)
    except XMLSyntaxError as error:
        raise unreadable(where) from error
    return Layout(
        tuple(value for value in found["merge"] if isinstance(value, Merge)),
        frozenset(value for value in found["row"] if isinstance(value, int)),
        frozenset(value for value in found["column"] if isinstance(value, int)),
        tuple(value for value in found["formula"] if isinstance(value, str)),
    )


def _told(element: "_Element", tag: str, row: int) -> Iterator[tuple[str, object]]:
    if tag == "row" and element.get("hidden") not in _NO:
        yield "row", row
    elif tag == "mergeCell":
        merge = _merge(element.get("ref", ""))
        if merge:
            yield "merge", merge
    elif tag == "col" and element.get("hidden") not in _NO:
        first = max(1, _number(element.get("min"), 1))
        for column in range(first, min(_number(element.get("max"), first), _MOST_COLUMNS) + 1):
            yield "column", column
    elif tag == "c":
        filled = {str(child.tag).rpartition("}")[2]: bool(child.text or len(child)) for child in element}
        if "f" in filled and not (filled.get("v") or filled.get("is")):
            yield "formula", element.get("r", "")


def _forget(element: "_Element") -> None:
    """Free an element that was read, and those before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _merge(reference: str) -> Merge | None:
    found = _REFERENCE.match(reference)
    if found is None or found[3] is None:
        return None
    rows = sorted((int(found[2]), int(found[4])))
    columns = sorted((_column(found[1]), _column(found[3])))
    return Merge(rows[0], columns[0], rows[1], columns[1])


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else otherwise  # noqa: PLR2004 - digits of 1,048,576
