import csv
import io
from pathlib import Path

import openpyxl
import pytest

from saisei_lod.errors import EnvironmentFault, InputError, UsageError
from saisei_lod.registry.linking.files import ADDED, FileSummary, resolve_file

ROWS = [
    ["番号", "作成主体", "認定日"],
    ["1", "旭川市並びに北海道上川郡鷹栖町", "2021-03-30"],
    ["2", "府中市", ""],
    ["3", "富谷町", "平成28年8月30日"],
    ["4", "富谷町", "令和2年3月30日"],
    ["5", "大雪圏域", ""],
    ["6", "長井市", "いつか"],
    ["7"],
    ["8", "長井市", "2020年3月"],
]
ANSWERS = [
    list(ADDED),
    ["01204 01452", "旭川市、鷹栖町", "unique county", ""],
    ["", "", "ambiguous", "府中市: 13206 34208"],
    ["04423", "富谷市", "unique", ""],
    ["", "", "other-day", "富谷町: 04423"],
    ["", "", "none", ""],
    ["", "", "date-not-read", ""],
    ["", "", "none", ""],
    ["", "", "date-not-read", ""],
]
SUMMARY = FileSummary(rows=8, resolved=2, ambiguous=1, unresolved=3, unread=2)


def written(
    path: Path, *, encoding: str = "utf-8", delimiter: str = ",", rows: list[list[str]] = ROWS
) -> Path:
    """Write rows as a CSV file and return its path."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)
    return path


def read(path: Path, encoding: str, delimiter: str = ",") -> list[list[str]]:
    """Return the rows of a CSV file."""
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_csv_gains_four_columns(tmp_path: Path, encoding: str, delimiter: str) -> None:
    """Any encoding and delimiter is found and kept; each row gains code, name, reason, candidates."""
    path = written(tmp_path / "in.csv", encoding=encoding, delimiter=delimiter)
    out = tmp_path / "out.csv"
    assert resolve_file(path, "作成主体", date_column="認定日", out=out) == SUMMARY
    made = read(out, encoding, delimiter)
    assert [row[3:] for row in made] == ANSWERS
    assert [[cell for cell in row[:3] if cell] for row in made] == [
        [cell for cell in row if cell] for row in ROWS
    ]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["in.csv", "out.csv"]


def test_workbook_gains_four_columns_of_text(tmp_path: Path) -> None:
    """A workbook is written as a workbook; codes are texts, numbers and dates stay what they are."""
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in ROWS[:4]:
        book.active.append(row)
    book.save(tmp_path / "in.xlsx")
    out = tmp_path / "out.xlsx"
    summary = resolve_file(tmp_path / "in.xlsx", "作成主体", date_column="認定日", out=out)
    sheet = openpyxl.load_workbook(out).active
    assert sheet is not None
    assert summary == FileSummary(3, 2, 1, 0, 0)
    assert [[cell or "" for cell in row[3:]] for row in sheet.iter_rows(values_only=True)] == ANSWERS[:4]
    assert (sheet["D4"].value, sheet["D4"].data_type in {"s", "inlineStr"}) == ("04423", True)


def test_text_that_begins_like_a_formula_stays_text(tmp_path: Path) -> None:
    """What a CSV holds never becomes a formula in the workbook, and controls do not break it."""
    path = written(tmp_path / "in.csv", rows=[["名", "メモ"], ["長井市", "=1+1\x01"]])
    resolve_file(path, "名", out=tmp_path / "out.xlsx")
    cell = openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets[0]["B2"]
    assert (cell.value, cell.data_type in {"s", "inlineStr"}) == ("=1+1", True)


def test_stream_is_written(tmp_path: Path) -> None:
    """A text stream takes the CSV."""
    out = io.StringIO(newline="")
    resolve_file(written(tmp_path / "in.csv", rows=[["名"], ["長井市"]]), "名", out=out)
    assert out.getvalue() == "名,code,name_today,reason,candidates\r\n長井市,06209,長井市,unique,\r\n"


def test_prefecture_of_the_row_comes_first(tmp_path: Path) -> None:
    """A column of prefectures decides row by row; an unknown one is told in its row."""
    rows = [["名", "県"], ["府中市", "広島"], ["府中市", ""], ["府中市", "山型"]]
    out = tmp_path / "out.csv"
    resolve_file(
        written(tmp_path / "in.csv", rows=rows), "名", prefecture_column="県", prefecture="13", out=out
    )
    assert [row[2:5:2] for row in read(out, "utf-8")[1:]] == [
        ["34208", "context"],
        ["13206", "context"],
        ["", "prefecture-not-known"],
    ]


def test_own_columns_are_kept(tmp_path: Path) -> None:
    """A column that the table has already is kept, and ours is called saisei_code."""
    out = tmp_path / "out.csv"
    resolve_file(written(tmp_path / "in.csv", rows=[["名", "code"], ["長井市", "x"]]), "名", out=out)
    assert read(out, "utf-8")[:1] == [["名", "code", "saisei_code", "name_today", "reason", "candidates"]]


def test_split_government_shows_both_names_of_today(tmp_path: Path) -> None:
    """A government that was split has the names of all that it became."""
    out = tmp_path / "out.csv"
    resolve_file(written(tmp_path / "in.csv", rows=[["名"], ["上九一色村"]]), "名", out=out)
    assert read(out, "utf-8")[1] == ["上九一色村", "19341", "甲府市・富士河口湖町", "unique", ""]


def test_column_is_found_in_any_width(tmp_path: Path) -> None:
    """The name of a column is compared without spaces and in one width."""
    rows = [["　団体ＩＤ ", "名"], ["長井市", ""]]
    assert resolve_file(written(tmp_path / "in.csv", rows=rows), "団体ID", out=io.StringIO()).resolved == 1


@pytest.mark.parametrize("column", ["団体", "名"])
def test_missing_or_double_column_is_named(tmp_path: Path, column: str) -> None:
    """A column that is not there, or there twice, is refused with the columns that are there."""
    path = written(tmp_path / "in.csv", rows=[["名", "名", "県"], ["長井市", "", ""]])
    with pytest.raises(UsageError) as error:
        resolve_file(path, column, out=io.StringIO())
    assert "名、名、県" in str(error.value)


def test_wrong_context_is_refused_before_reading(tmp_path: Path) -> None:
    """An unknown prefecture for all rows stops the work, and nothing is written."""
    with pytest.raises(UsageError, match="no prefecture"):
        resolve_file(written(tmp_path / "in.csv"), "作成主体", prefecture="48", out=tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").exists()


def test_empty_table_is_refused(tmp_path: Path) -> None:
    """A file without a row has no columns."""
    (tmp_path / "in.csv").touch()
    with pytest.raises(InputError, match="empty"):
        resolve_file(tmp_path / "in.csv", "名", out=io.StringIO())


def test_failed_run_leaves_the_former_result(tmp_path: Path) -> None:
    """A row that cannot be read stops the run; what stood at the place of the result is whole."""
    (tmp_path / "in.csv").write_bytes("名\n長井市\n".encode() + b"\xff\xfe\x00" + b"\n")
    (tmp_path / "out.csv").write_text("before", encoding="utf-8")
    with pytest.raises(InputError):
        resolve_file(tmp_path / "in.csv", "名", encoding="utf-8", out=tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "before"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["in.csv", "out.csv"]


def test_missing_folder_of_the_result_is_told(tmp_path: Path) -> None:
    """A folder that is not there is a fault of the environment, told with its path."""
    with pytest.raises(EnvironmentFault) as error:
        resolve_file(written(tmp_path / "in.csv"), "作成主体", out=tmp_path / "none" / "out.csv")
    assert "none" in error.value.where


def test_result_may_replace_its_input(tmp_path: Path) -> None:
    """The table may be written in its own place: it is replaced when all rows are read."""
    path = written(tmp_path / "in.csv", rows=[["名"], ["長井市"]])
    resolve_file(path, "名", out=path)
    assert read(path, "utf-8")[1][:2] == ["長井市", "06209"]
