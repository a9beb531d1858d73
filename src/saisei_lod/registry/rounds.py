"""The certification rounds 認定回 and their days, each with its evidence (data/rounds.tsv).

A round is not a date: 第1回 had two days, a round of 2026 had no number, and of some numbers no day is
known. A day whose number is merely unknown makes no round; it is kept as a day alone.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Final, Literal, NamedTuple, cast

from saisei_lod import resources
from saisei_lod.errors import Bilingual, InputError

__all__ = ["COLUMNS", "Round", "RoundDay", "Rounds", "load_rounds"]

#: The columns of data/rounds.tsv, in their order.
COLUMNS: Final = (
    "kind",
    "number",
    "sub",
    "label_ja",
    "date",
    "basis",
    "confidence",
    "new_plans",
    "changed_plans",
    "cumulative_plans",
    "evidence",
    "note",
)
_KINDS: Final = ("round", "unnumbered-round", "day-only")
_KINDS_TEXT: Final = " | ".join(_KINDS)
_HEADER: Final = " ".join(COLUMNS)
_BASES: Final = {"", "stated", "inferred"}


class RoundDay(NamedTuple):
    """One day of a round, as ISO 8601, with its evidence and the counts of all plans of that day.

    ``sub`` is the number that tells the days of one round apart, where one is printed; ``basis`` says
    whether a source states day and number together; counts of one measure alone stand in ``note``.
    """

    day: str
    sub: int | None
    basis: Literal["stated", "inferred"]
    confidence: str
    new_plans: int | None
    changed_plans: int | None
    cumulative_plans: int | None
    evidence: str
    note: str


class Round(NamedTuple):
    """A round: its number, None where it is known to have none, and its known days in order.

    ``evidence`` and ``note`` are those of its rows, in their order.
    """

    number: int | None
    label: str
    days: tuple[RoundDay, ...]
    evidence: str
    note: str

    @property
    def key(self) -> str:
        """What stands for the round in its IRI: the number, or ``dYYYYMMDD`` where it has none."""
        return str(self.number) if self.number else f"d{self.days[0].day.replace('-', '')}"


class Rounds:
    """All known rounds, and the certification days of which no round is known."""

    __slots__ = ("_days", "_numbers", "days_alone", "rounds")

    def __init__(self, rounds: tuple[Round, ...], days_alone: tuple[RoundDay, ...] = ()) -> None:
        self.rounds = rounds
        self.days_alone = days_alone
        self._days: dict[int, tuple[str, ...]] = {}
        self._numbers: dict[str, set[int | None]] = {}
        for one in rounds:
            for day in one.days:
                self._numbers.setdefault(day.day, set()).add(one.number)
            if one.number is not None:
                own = tuple(day.day for day in one.days)
                self._days[one.number] = (*self._days.get(one.number, ()), *own)

    def days(self, number: int) -> tuple[str, ...]:
        """Return the known days of a round as ISO dates, none where the round or its days are unknown."""
        return self._days.get(number, ())

    def round_of(self, day: str) -> int | None:
        """Return the number of the one round that has this day; None where none, or not one, is known."""
        numbers = self._numbers.get(day, ())
        return next(iter(numbers)) if len(numbers) == 1 else None


def load_rounds(path: Path | None = None) -> Rounds:
    """Return the rounds of a table, by default the one that comes with the program.

    Each file is read once. Raises InputError naming file and line where the table is damaged.
    """
    return _load(path if path is not None else resources.rounds())


@cache
def _load(path: Path) -> Rounds:
    rows = [_Row(path, number, *cells) for number, cells in _lines(path)]
    rounds = groupby((row for row in rows if row.kind != "day-only"), lambda row: (row.number, row.label))
    return Rounds(
        tuple(_round(list(same)) for _, same in rounds),
        tuple(row.to_day() for row in rows if row.kind == "day-only"),
    )


class _Row(NamedTuple):
    """A line of the table, before its cells are checked."""

    path: Path
    line: int
    kind: str
    number: str
    sub: str
    label: str
    date: str
    basis: str
    confidence: str
    new_plans: str
    changed_plans: str
    cumulative_plans: str
    evidence: str
    note: str

    def to_day(self) -> RoundDay:
        """Return the row as a day of a round."""
        return RoundDay(
            day=self.date,
            sub=self.number_in("sub"),
            basis=cast("Literal['stated', 'inferred']", self.basis),
            confidence=self.confidence,
            new_plans=self.number_in("new_plans"),
            changed_plans=self.number_in("changed_plans"),
            cumulative_plans=self.number_in("cumulative_plans"),
            evidence=self.evidence,
            note=self.note,
        )

    def number_in(self, column: str) -> int | None:
        """Return the number of a cell, None where it is empty; InputError where it is none."""
        cell: str = getattr(self, column)
        if cell and not (cell.isascii() and cell.isdigit()):
            raise _damaged(self.path, self.line, cell)
        return int(cell) if cell else None


def _round(rows: list[_Row]) -> Round:
    days = tuple(sorted(row.to_day() for row in rows if row.date))
    evidence, note = (
        "; ".join(filter(None, cells)) for cells in zip(*((r.evidence, r.note) for r in rows), strict=True)
    )
    return Round(rows[0].number_in("number"), rows[0].label, days, evidence, note)


def _lines(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield the checked cells of each line after the header, with the line's number."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise _damaged(path, 1, str(error)) from error
    if tuple(lines[0].split("\t")) != COLUMNS:
        raise _damaged(path, 1, lines[0])
    for number, line in enumerate(lines[1:], 2):
        if line:
            cells = line.split("\t")
            if not _is_sound(cells):
                raise _damaged(path, number, line)
            yield number, cells


def _is_sound(cells: list[str]) -> bool:
    if len(cells) != len(COLUMNS):
        return False
    kind, number, _, _, day, basis = cells[:6]
    numbered = number.isascii() and number.isdigit()
    return (
        kind in _KINDS
        and basis in _BASES
        and numbered == (kind == "round")
        and bool(day) == bool(basis)
        and (bool(day) or numbered)
        and (not day or _is_day(day))
    )


def _is_day(cell: str) -> bool:
    try:
        return date.fromisoformat(cell).isoformat() == cell
    except ValueError:
        return False


def _damaged(path: Path, line: int, text: str) -> InputError:
    return InputError(
        Bilingual(f"認定回の表が読めません: {text[:80]}", f"The table of rounds cannot be read: {text[:80]}"),
        where=f"{path}:{line}",
        expected=Bilingual(
            f"タブ区切り UTF-8、列は {_HEADER}。kind は {_KINDS_TEXT}、date は YYYY-MM-DD",
            f"tab-separated UTF-8 with the columns {_HEADER}; kind {_KINDS_TEXT}, date YYYY-MM-DD",
        ),
        todo=Bilingual("その行を直してください。", "Correct the line."),
    )
