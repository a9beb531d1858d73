"""What Excel, LibreOffice and people do to a workbook without meaning to change a value."""

import shutil
import subprocess
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from saisei_lod.sheets import Proposal, propose

FIRST, SECOND = "r036-06209-c6e55eea", "r055-06209-1e26ffa3"


def moved_columns(found: Worksheet, order: list[int]) -> None:
    """Bring the columns of a sheet into another order."""
    rows = [[cell.value for cell in row] for row in found.iter_rows()]
    for number, row in enumerate(rows, 1):
        for place, source in enumerate(order, 1):
            found.cell(number, place).value = row[source - 1]


def test_digits_that_became_numbers_are_the_same_codes(desk: Any) -> None:
    """01204 as the number 1204, 55 as 55.0: nothing changed."""
    desk.enter("作成主体", desk.row("作成主体", FIRST, "2"), 団体コード=1204, 番号=2.0)
    desk.enter("ページ", 3, 発行者コード=6209)
    desk.enter("計画", 3, 認定回=36.0)
    desk.enter("数値目標", desk.row("数値目標", FIRST, "1_1"), 値=1200)
    proposal = desk.propose()
    assert (proposal.corrections, proposal.findings) == ((), ())


def test_dates_that_became_days_or_serials_are_the_same_dates(desk: Any) -> None:
    """A day typed in Excel, its serial number, a month that Excel shows as a month."""
    desk.enter(
        "計画",
        3,
        認定日=datetime.fromisoformat("2016-03-15"),
        期間の初日=42444,
        期間の末日=datetime.fromisoformat("2021-03-31"),
    )
    cell = desk.cell("変更", desk.row("変更", FIRST, "2"), "変更日")
    cell.value = datetime.fromisoformat("2021-03-01")
    cell.number_format = "mmm\\-yy"
    proposal = desk.propose()
    assert (proposal.corrections, proposal.findings) == ((), ())


def test_full_width_and_spaces_are_the_same_values(desk: Any) -> None:
    """Typed over with another width, the value is read and found equal."""
    desk.enter(
        "計画",
        3,
        認定日="２０１６/３/１５",
        認定回="第３６回",
        計画の名称=" 山の港町の計画　",
        区域の範囲="全域 ",
    )
    desk.enter("作成主体", desk.row("作成主体", FIRST, "1"), 団体コード="０６２０９")
    proposal = desk.propose()
    assert (proposal.corrections, proposal.findings) == ((), ())


def test_columns_may_be_moved_hidden_and_given_company(
    desk: Any, codes: Callable[[Proposal], list[str]]
) -> None:
    """Columns are found by their names; a column of notes is left out and told."""
    found = desk.book["変更"]
    moved_columns(found, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
    found.column_dimensions["B"].hidden = True
    found.cell(1, 11).value = "メモ"
    found.cell(3, 11).value = "要確認"
    proposal = desk.propose()
    assert (proposal.corrections, codes(proposal)) == ((), ["sheet-column-unknown"])


def test_rows_may_be_sorted_filtered_and_pushed_down(desk: Any) -> None:
    """Rows are known by their keys and numbers, the heading by its words."""
    found = desk.book["作成主体"]
    rows = [[cell.value for cell in row] for row in found.iter_rows(min_row=3)]
    for number, row in enumerate(reversed(rows), 3):
        for place, value in enumerate(row, 1):
            found.cell(number, place).value = value
    found.row_dimensions[3].hidden = True
    found.insert_rows(1, 2)
    found.cell(1, 1).value = "作成主体の確認表"
    proposal = desk.propose()
    assert (proposal.corrections, proposal.findings) == ((), ())


def test_a_missing_column_leaves_its_values(desk: Any, codes: Callable[[Proposal], list[str]]) -> None:
    """Only the grey columns that tell rows apart are needed."""
    desk.book["計画"].delete_cols(desk.column("計画", "認定回"))
    proposal = desk.propose()
    assert (proposal.corrections, codes(proposal)) == ((), ["sheet-column-missing"])


@pytest.mark.parametrize("heading", ["計画キー", "番号", "記録ファイル"])
def test_a_missing_grey_column_is_refused(
    desk: Any, codes: Callable[[Proposal], list[str]], heading: str
) -> None:
    """Without it no row can be told from another."""
    desk.book["変更"].delete_cols(desk.column("変更", heading))
    proposal = desk.propose()
    assert "sheet-key-column-missing" in codes(proposal)
    assert proposal.problems


def test_a_column_that_stands_twice_is_refused(desk: Any, codes: Callable[[Proposal], list[str]]) -> None:
    """Nobody can tell which of them was meant."""
    desk.book["変更"].cell(1, 11).value = "変更日"
    assert "sheet-column-twice" in codes(desk.propose())


@pytest.mark.parametrize("cells", ["A3:A4", "D3:E3", "A3:B4"])
def test_merged_cells_are_refused(desk: Any, codes: Callable[[Proposal], list[str]], cells: str) -> None:
    """Merging empties all cells but one: nobody can tell what was meant for the others."""
    desk.book["変更"].merge_cells(cells)
    proposal = desk.propose()
    assert "sheet-cells-merged" in codes(proposal)
    assert cells in next(one for one in proposal.problems if one.code == "sheet-cells-merged").message.ja


def test_a_title_merged_above_the_table_does_not_matter(desk: Any) -> None:
    """Only the cells of the table count."""
    found = desk.book["作成主体"]
    found.insert_rows(1, 2)
    found.cell(1, 1).value = "作成主体の確認表"
    found.merge_cells("A1:D1")
    proposal = desk.propose()
    assert (proposal.corrections, proposal.findings) == ((), ())


def test_comments_and_own_sheets_do_not_matter(desk: Any, codes: Callable[[Proposal], list[str]]) -> None:
    """Comments may go; a sheet that an officer adds is left out and told."""
    for row in desk.book["計画"].iter_rows():
        for cell in row:
            cell.comment = None
    desk.book.create_sheet("メモ")
    del desk.book["指摘"], desk.book["選択肢"]
    proposal = desk.propose()
    assert (proposal.corrections, codes(proposal)) == ((), ["sheet-unknown"])


def test_a_missing_sheet_is_refused(desk: Any, codes: Callable[[Proposal], list[str]]) -> None:
    """It may have been renamed: nothing is concluded from it."""
    desk.book["変更"].title = "変更(済)"
    proposal = desk.propose()
    assert codes(proposal) == ["sheet-missing", "sheet-unknown"]
    assert proposal.problems


def test_a_formula_counts_by_its_result(desk: Any, tmp_path: Path) -> None:
    """Where the program saved none, the cell is refused (see what cannot be taken over)."""
    desk.enter("計画", 3, 認定回="=30+7")
    desk.book.save(desk.file)
    if shutil.which("soffice") is None:
        pytest.skip("no spreadsheet program to compute the formula")
    after = through_libreoffice(desk.file, tmp_path)
    assert [one.after for one in propose(after, desk.data).corrections] == ["37"]


def through_libreoffice(file: Path, folder: Path) -> Path:
    """Open and save a workbook with LibreOffice."""
    out = folder / "office"
    out.mkdir()
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(out), str(file)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return out / file.name


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_saves_what_was_corrected(desk: Any, tmp_path: Path) -> None:
    """A workbook that LibreOffice saved says the same as before."""
    desk.enter("計画", 4, 認定日="2020-03-31", 計画の名称="=計画")
    desk.cell("計画", 4, "計画の名称").data_type = "s"
    desk.add("変更", 計画キー=SECOND, 変更日="2021-03", 種類="軽微な変更")
    before = desk.propose()
    after = propose(through_libreoffice(desk.file, tmp_path), desk.data)
    assert len(before.corrections) == 3
    assert before == after
    assert openpyxl.load_workbook(tmp_path / "office" / "F.xlsx")["作成主体"]["D3"].value == "06209"
