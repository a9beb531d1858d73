# mypy: disable-error-code="union-attr,index,assignment,call-overload,misc,arg-type,no-untyped-def"
"""Make page.xlsx of this folder: a city's list with true date cells, a header over two rows and a second sheet."""

from datetime import UTC, date, datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

ERA_DAY = '[$-411]ggge"年"m"月"d"日"'
HEADER = (
    ("No.", "計画の名称", "認定", None, "変更認定日", "計画期間", None, "支援措置", "状況", "備考"),
    (None, None, "認定回", "認定日", None, "開始", "終了", None, None, None),
)
MERGED = ("A1:J1", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:G3", "H3:H4", "I3:I4", "J3:J4")
ROWS = (
    (
        "コウノトリと共に育む米・販路拡大計画",
        "第51回",
        date(2019, 3, 29),
        "令和2年3月30日",
        date(2019, 4, 1),
        date(2022, 3, 31),
        "地方創生推進交付金",
        "終了",
        None,
    ),
    (
        "城崎温泉まちごと周遊データ活用計画",
        "第59回",
        date(2021, 3, 30),
        "令和4年3月30日\n令和5年3月30日",
        date(2021, 4, 1),
        date(2024, 3, 31),
        "地方創生推進交付金（Society5.0タイプ）",
        "終了",
        None,
    ),
    (
        "演劇のまち・文化芸術を担う人材定着計画",
        "第63回",
        date(2022, 3, 30),
        None,
        date(2022, 4, 1),
        date(2027, 3, 31),
        "地方創生推進交付金",
        "実施中",
        None,
    ),
    (
        "豊岡市まち・ひと・しごと創生推進計画",
        "第55回",
        date(2020, 3, 31),
        "令和7年3月31日",
        date(2020, 4, 1),
        date(2030, 3, 31),
        "企業版ふるさと納税",
        "実施中",
        None,
    ),
    (
        "かばんのまち・学びの工房拠点整備計画",
        "第70回",
        date(2024, 3, 28),
        None,
        date(2024, 4, 1),
        date(2029, 3, 31),
        "デジタル田園都市国家構想交付金（地方創生拠点整備タイプ）",
        "実施中",
        None,
    ),
    (
        "山陰海岸の里をつなぐ道整備計画",
        "第73回",
        date(2025, 3, 31),
        None,
        date(2025, 4, 1),
        date(2030, 3, 31),
        "地方創生道整備推進交付金",
        "実施中",
        "豊岡市、香美町及び新温泉町の1市2町による共同計画",
    ),
)
NOTES = (
    "状況は令和7年4月1日現在のものです。",
    "計画書は市のホームページからご覧いただけます。",
    "担当：豊岡市 市長公室 政策調整課",
)


def workbook() -> Workbook:
    """Return the workbook: the list and a sheet of notes."""
    book = Workbook()
    made = datetime(2025, 4, 1, tzinfo=UTC).replace(tzinfo=None)
    book.properties.created = book.properties.modified = made
    sheet = book.active or book.create_sheet()
    sheet.title = "一覧"
    sheet.append(["豊岡市の地域再生計画一覧"])
    sheet["J2"] = "令和7年4月1日現在"
    for row in HEADER:
        sheet.append(row)
    for number, row in enumerate(ROWS, start=1):
        sheet.append([number, *row])
        for column in "DFG":
            sheet[f"{column}{sheet.max_row}"].number_format = ERA_DAY
        sheet[f"E{sheet.max_row}"].alignment = Alignment(wrap_text=True)
    for area in MERGED:
        sheet.merge_cells(area)
    for cell in (*sheet[3], *sheet[4]):
        cell.font = Font(bold=True)
    sheet.freeze_panes = "C5"
    notes = book.create_sheet("注記")
    for note in NOTES:
        notes.append([note])
    return book


if __name__ == "__main__":
    workbook().save(Path(__file__).with_name("page.xlsx"))
