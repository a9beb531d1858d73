"""Lay rows out as a table for terminals, aware of characters that take two columns (UAX #11)."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

__all__ = ["as_table", "columns_of", "padded"]

_GAP: Final = "  "
_NARROWEST: Final = 12
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?\Z", re.ASCII)


def columns_of(text: str) -> int:
    """Return how many columns of a terminal a text takes.

    >>> columns_of("長井市"), columns_of("Nagai")
    (6, 5)
    """
    return len(text) if text.isascii() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def padded(text: str, width: int, *, right: bool = False) -> str:
    """Return a text filled with spaces to a number of columns.

    >>> padded("市", 4), padded("7", 3, right=True)
    ('市  ', '  7')
    """
    space = " " * (width - columns_of(text))
    return space + text if right else text + space


def as_table(headings: Sequence[str], rows: Sequence[Sequence[str]], width: int | None = None) -> str:
    """Return a table with a line of headings, a rule and a line a row; numbers stand to the right.

    Control characters become spaces. Where a ``width`` of the terminal is given, the widest columns are
    cut to fit, with ``…`` at the cut.
    """
    shown = [[_printable(cell) for cell in row] for row in [headings, *rows]]
    wanted = [max(map(columns_of, column)) for column in zip(*shown, strict=True)]
    widths = _fitted(wanted, width)
    right = [_is_number(column[1:]) for column in zip(*shown, strict=True)]
    lines = [_line(row, widths, right) for row in shown]
    rule = _GAP.join("-" * w for w in widths)
    return "".join(f"{line}\n" for line in [lines[0], rule, *lines[1:]])


def _printable(cell: str) -> str:
    """Return a text that moves no cursor and turns no writing direction: data must not steer a terminal."""
    if cell.isprintable():
        return cell
    return "".join(" " if unicodedata.category(c) in {"Cc", "Cf", "Zl", "Zp"} else c for c in cell)


def _fitted(widths: list[int], total: int | None) -> list[int]:
    fitted = list(widths)
    while total is not None and sum(fitted) + len(_GAP) * (len(fitted) - 1) > total:
        widest = max(fitted)
        if widest <= _NARROWEST:
            break
        fitted[fitted.index(widest)] -= 1
    return fitted


def _is_number(cells: Sequence[str]) -> bool:
    said = [cell for cell in cells if cell]
    return bool(said) and all(_NUMBER.match(cell) for cell in said)


def _line(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    cells = [padded(_cut(c, w), w, right=r) for c, w, r in zip(row, widths, right, strict=True)]
    return _GAP.join(cells).rstrip()


def _cut(text: str, width: int) -> str:
    if columns_of(text) <= width:
        return text
    kept = ""
    for character in text:
        if columns_of(kept) + _columns(character) > width - 1:
            break
        kept += character
    return f"{kept}…"
