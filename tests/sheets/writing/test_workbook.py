"""What stands in a workbook that is written."""

import hashlib
import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from saisei_lod.errors import Bilingual, UsageError
from saisei_lod.findings import Finding, Place, Severity
from saisei_lod.records.model import Maker, Page, PlanRecord
from saisei_lod.records.places import Places
from saisei_lod.sheets import gather, to_xlsx
from saisei_lod.sheets.cells.values import text_of
from saisei_lod.sheets.gathering import GatheredFile, GatheredPlan
from saisei_lod.sheets.writing import workbook

FIRST = "r036-06209-c6e55eea"


def finding(
    path: str = "", node: str = "", line: int | None = None, severity: Severity = Severity.WARNING
) -> Finding:
    """Return a finding at a place of the record file."""
    place = Place("data/plans/06209-680.yaml", line, node=node, path=path)
    return Finding(
        "code", severity, Bilingual("指摘です。", "A finding."), place, "", Bilingual("直します。", "Fix.")
    )


def of(*plans: PlanRecord) -> list[GatheredFile]:
    """Return plans as the record file of a page."""
    places = Places("a.yaml", {"": 1})
    return [
        GatheredFile("a.yaml", Page(), tuple(GatheredPlan(n, plan, places) for n, plan in enumerate(plans)))
    ]


def opened(data: bytes) -> Any:
    """Return a workbook opened again."""
    return openpyxl.load_workbook(io.BytesIO(data))


def test_the_same_records_give_the_same_bytes(desk: Any) -> None:
    """In any process, whatever the order of hashes: no clock, no chance."""
    code = (
        "import sys, hashlib; from pathlib import Path; from saisei_lod.sheets import gather, to_xlsx\n"
        "print(hashlib.sha256(to_xlsx(gather(Path(sys.argv[1])))).hexdigest())"
    )
    sums = {
        subprocess.run(
            [sys.executable, "-c", code, str(desk.data)], capture_output=True, text=True, check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
        ).stdout.strip()
        for seed in ("1", "2")
    }  # fmt: skip
    assert sums == {hashlib.sha256(to_xlsx(gather(desk.data))).hexdigest()}


def test_no_part_tells_a_time(desk: Any) -> None:
    """Neither the ZIP nor the properties."""
    with zipfile.ZipFile(desk.file) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert "created" not in core
    assert "modified" not in core


def test_codes_and_dates_are_texts(desk: Any) -> None:
    """01204 keeps its 0, 2021-03 stays a month; Excel does not mark them as mistakes."""
    row = desk.row("作成主体", FIRST, "2")
    code = desk.cell("作成主体", row, "団体コード")
    month = desk.cell("変更", desk.row("変更", FIRST, "2"), "変更日")
    assert [(cell.value, cell.data_type, cell.number_format) for cell in (code, month)] == [
        ("01204", "s", "@"), ("2021-03", "s", "@"),
    ]  # fmt: skip
    with zipfile.ZipFile(desk.file) as archive:
        assert b'<ignoredError sqref="A1:' in archive.read("xl/worksheets/sheet5.xml")


@pytest.mark.parametrize(
    "text", ["=1+1", "+81", "-3%", "@SUM(A1)", '=HYPERLINK("http://a")', "#REF!", "_x0041_"]
)
def test_a_text_is_never_a_formula(text: str) -> None:
    """Nor when the cell is edited: it is marked as text."""
    cell = opened(to_xlsx(of(PlanRecord(id=FIRST, title=text))))["計画"]["B3"]
    assert (cell.data_type, text_of(cell.value)) == ("s", text)
    assert cell.number_format == "@"
    assert cell.quotePrefix is text.startswith(("=", "+", "-", "@"))


def test_choices_are_lists_of_japanese_words(desk: Any) -> None:
    """Each list leads to the sheet of choices, for the rows that will be added too."""
    rules = {str(rule.sqref): rule for rule in desk.book["変更"].data_validations.dataValidation}
    kind = next(rule for span, rule in rules.items() if span.startswith("H3:"))
    assert kind.formula1.startswith("'選択肢'!$")
    column = kind.formula1.split("$")[1]
    assert [desk.book["選択肢"][f"{column}{row}"].value for row in range(3, 8)] == [
        "変更認定", "軽微な変更", "変更(種類の記載なし)", "認定の取消し", "統合",
    ]  # fmt: skip
    assert "地方創生推進交付金" in {cell.value for row in desk.book["選択肢"] for cell in row}


def test_headings_stay_in_view_and_grey_columns_are_locked(desk: Any) -> None:
    """What is white can be typed into, new rows included."""
    for name in ("計画", "変更", "ページ"):
        sheet = desk.book[name]
        assert sheet.protection.sheet
        assert not sheet.protection.password
        assert sheet.freeze_panes is not None
        assert sheet.auto_filter.ref.startswith("A2:")
        assert sheet["A3"].protection.locked
        assert sheet["A3"].fill.fgColor.rgb == "FFE7E6E6"
    assert not desk.book["計画"]["B3"].protection.locked
    assert not desk.book["変更"].column_dimensions["A"].protection.locked
    assert desk.book["計画"].column_dimensions["A"].protection.locked


def test_every_sheet_has_two_headings(desk: Any) -> None:
    """Japanese first, English below."""
    assert desk.book.sheetnames == [
        "はじめに", "指摘", "計画", "変更", "作成主体", "支援措置", "区域", "添付ファイル", "数値目標", "金額", "ページ", "選択肢",
    ]  # fmt: skip
    assert [desk.book["計画"].cell(row, 3).value for row in (1, 2)] == ["認定日", "certified on"]


def test_what_was_found_stands_at_its_cell(desk: Any) -> None:
    """The comment says it in both languages, the colour how bad it is; the list leads there."""
    found = [
        finding("certification.date", line=17),
        finding("certification.date", line=17, severity=Severity.VIOLATION)._replace(code="other"),
        finding(
            "saisei:periodEnd", node=f"https://example.org/id/period/{FIRST}-20160315", severity=Severity.INFO
        ),
        finding("certification.date", line=17)._replace(text="twice"),
        finding(line=9999),
    ]
    book = opened(to_xlsx(gather(desk.data), found))
    cell = book["計画"]["C3"]
    assert (
        cell.comment.text
        == """\
【違反】指摘です。
→ 直します。
【注意】指摘です。
→ 直します。

【violation】A finding.
→ Fix.
【warning】A finding.
→ Fix."""
    )
    assert cell.fill.fgColor.rgb == "FFF4B6B6"
    assert book["計画"]["H3"].fill.fgColor.rgb == "FFDDEBF7"
    rows = [[cell.value for cell in row[:5]] for row in book["指摘"].iter_rows(min_row=3)]
    assert rows == [
        ["違反", "計画!C3", "山の港町の計画", "指摘です。", "直します。"],
        ["注意", "計画!C3", "山の港町の計画", "指摘です。", "直します。"],
        ["参考", "計画!H3", "山の港町の計画", "指摘です。", "直します。"],
    ]
    assert book["指摘"]["B3"].hyperlink.location == "'計画'!C3"


def test_the_introduction_says_whose_records_they_are(desk: Any) -> None:
    """With the number of plans and of cells with findings."""
    book = opened(
        to_xlsx(gather(desk.data), [finding(line=17)], whose=Bilingual("山形県長井市(06209)", "Nagai"))
    )
    texts = [row[0].value for row in book["はじめに"].iter_rows()]
    assert texts[:2] == ["地域再生計画の記録: 山形県長井市(06209)", "計画 2 件、指摘 1 件。"]
    assert any(text.startswith("saisei-sheet/1 ") for text in texts)


def test_more_rows_than_can_be_read_again_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message asks for one city, and tells how many plans would do."""
    monkeypatch.setattr(workbook, "_MOST_CELLS", 100)
    with pytest.raises(UsageError) as caught:
        to_xlsx(of(*(PlanRecord(title="計画", makers=[Maker(name="甲")] * 9) for _ in range(5))))
    assert caught.value.todo is not None
    assert "--city" in caught.value.todo.en


def test_a_missing_library_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch, new_desk: Callable[[], Any]
) -> None:
    """Openpyxl is an extra."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(Exception, match=r"saisei-lod\[xlsx\]"):
        to_xlsx(gather(Path(new_desk().data)))
