"""Measure a linker on a table of texts with the codes that they name."""

import csv
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual, InputError
from saisei_lod.registry.linking.model import Resolution

__all__ = ["Resolve", "Row", "answer", "by_category", "read_rows", "wrong"]


class Row(NamedTuple):
    """One text and what it names: codes in order of first mention, AMBIGUOUS or NONE.

    ``expected`` holds the codes in force on ``date`` (empty: today), ``expected_current`` what they are
    today; ``context_prefecture`` may be empty.
    """

    id: str
    text: str
    context_prefecture: str
    date: str
    expected: str
    expected_current: str
    category: str
    note: str


#: From a row to the linker's answer on its text, context and day.
Resolve = Callable[[Row], Resolution]
_COLUMNS: Final = list(Row._fields)


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a tab-separated table without quoting.

    TAB and newline stand in it as a backslash and t or n.
    Raises InputError where the columns are others.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    if not rows or rows[0] != _COLUMNS or any(len(row) != len(_COLUMNS) for row in rows):
        raise InputError(
            Bilingual("照合例の表として読めません。", "This is no table of examples for the linker."),
            where=str(path),
            expected=Bilingual(
                f"タブ区切りの列 {' '.join(_COLUMNS)}", f"the columns {' '.join(_COLUMNS)}, tab-separated"
            ),
            todo=Bilingual("列を確かめてください。", "Check the columns."),
        )
    return [Row(row[0], row[1].replace("\\n", "\n").replace("\\t", "\t"), *row[2:]) for row in rows[1:]]


def answer(found: Resolution) -> tuple[str, str]:
    """Return what was found in the form of the columns expected and expected_current.

    >>> answer(Resolution("大雪圏域"))
    ('NONE', 'NONE')
    """
    doubt = ["AMBIGUOUS"] if found.ambiguous else []
    today = dict.fromkeys(code for match in found.matches for code in match.current)
    return " ".join([*found.codes, *doubt] or ["NONE"]), " ".join([*today, *doubt] or ["NONE"])


def wrong(rows: Iterable[Row], resolve: Resolve) -> list[Row]:
    """Return the rows that are not answered exactly, in both columns."""
    return [row for row in rows if answer(resolve(row)) != (row.expected, row.expected_current)]


def by_category(rows: list[Row], resolve: Resolve) -> dict[str, tuple[int, int]]:
    """Return how many rows of each category are right, and how many there are."""
    failed = {row.id for row in wrong(rows, resolve)}
    right = Counter(row.category for row in rows if row.id not in failed)
    return {name: (right[name], count) for name, count in Counter(row.category for row in rows).items()}
