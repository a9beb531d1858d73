"""Resolve a text or a table of names for the command line."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from saisei_lod.errors import Bilingual, UsageError
from saisei_lod.registry.linking import Resolution, linker

if TYPE_CHECKING:
    from saisei_lod.registry.linking.files import FileSummary

__all__ = ["resolve_table", "resolve_text"]

_STDIN = "-"


def resolve_text(text: str, context: Mapping[str, str | None]) -> Resolution:
    """Return what a text names; ``-`` is standard input, whose broken bytes are kept as they are."""
    said = sys.stdin.buffer.read().decode("utf-8", "surrogateescape") if text == _STDIN else text
    return linker().resolve(said, **context)


def resolve_table(
    path: Path, column: str | None, out: Path | None, context: Mapping[str, Any]
) -> "FileSummary":
    """Write a table with the codes of one column added; to standard output where no file is named."""
    if column is None:
        raise UsageError(
            Bilingual("どの列を調べるか指定してください。", "Name the column that holds the names."),
            expected=Bilingual("--column 列名", "--column NAME"),
        )
    from saisei_lod.registry.linking.files import resolve_file

    return resolve_file(path, column, out=out if out is not None else sys.stdout, **context)
