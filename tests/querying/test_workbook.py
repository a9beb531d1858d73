"""Answers for Excel."""

import csv
import io
from pathlib import Path

import pytest

from saisei_lod.errors import UsageError
from saisei_lod.querying import answer, find, render

openpyxl = pytest.importorskip("openpyxl")
TRICKY = """SELECT ?a ?b ?c ?d ?e { VALUES (?a ?b ?c ?d ?e) {
  ("=1+1" "01204" 12 1.5 "_x0041_") (UNDEF "+81" -3 1234567890123456789 "長井\\n市") } }"""


def rows_of(body: str | bytes) -> list[list[object]]:
    """Return the cells of the first sheet."""
    sheet = openpyxl.load_workbook(io.BytesIO(body if isinstance(body, bytes) else body.encode())).active
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_a_workbook_holds_numbers_as_numbers_and_all_else_as_text(graph_of_cases: Path) -> None:
    """No cell is a formula, and no code loses its first digit."""
    body = render(answer(TRICKY, graph_of_cases), "xlsx", "en")
    assert rows_of(body) == [
        ["a", "b", "c", "d", "e"],
        ["=1+1", "01204", 12, 1.5, "_x005F_x0041_"],
        [None, "+81", -3, "1234567890123456789", "長井\n市"],
    ]
    assert isinstance(body, bytes)
    sheet = openpyxl.load_workbook(io.BytesIO(body)).active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_a_workbook_is_the_same_every_time(graph_of_cases: Path) -> None:
    """The same answer gives the same bytes."""
    found = answer(find("plans-per-round"), graph_of_cases)
    assert render(found, "xlsx", "ja") == render(found, "xlsx", "ja")


def test_csv_for_excel_has_a_mark_and_runs_nothing(graph_of_cases: Path) -> None:
    """A byte order mark, CRLF, and an apostrophe before what Excel would run or spoil."""
    body = render(answer(TRICKY, graph_of_cases), "csv-excel", "en")
    assert isinstance(body, bytes)
    assert body.startswith(b"\xef\xbb\xbfa,b,c,d,e\r\n")
    table = list(csv.reader(io.StringIO(body.decode("utf-8-sig"), newline="")))
    assert table[1:] == [
        ["'=1+1", "'01204", "12", "1.5", "_x0041_"],
        ["", "'+81", "-3", "1234567890123456789", "長井\n市"],
    ]


@pytest.mark.parametrize("form", ["csv-excel", "xlsx"])
def test_headings_are_in_the_language_asked_for(graph_of_cases: Path, form: str) -> None:
    """A pair of languages under one heading is told apart by the names of the columns."""
    found = answer(find("plans-revoked-or-combined"), graph_of_cases)
    body = render(found, "xlsx" if form == "xlsx" else "csv-excel", "en")
    head = rows_of(body)[0] if form == "xlsx" else bytes(body).decode("utf-8-sig").split("\r\n")[0].split(",")  # type: ignore[arg-type]
    assert head[:3] == ["plan", "title (title_ja)", "title (title_en)"]


def test_a_truth_value_is_no_table(graph_of_cases: Path) -> None:
    """What has no rows cannot be a workbook."""
    with pytest.raises(UsageError):
        render(answer("ASK {}", graph_of_cases), "xlsx", "en")
