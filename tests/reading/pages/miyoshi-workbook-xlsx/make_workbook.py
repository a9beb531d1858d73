# mypy: disable-error-code="union-attr,index,assignment,call-overload,misc,arg-type,no-untyped-def"
"""Write page.xlsx: a city's list of plans with a title row, a header over two rows, real days and days as text."""

from datetime import date
from pathlib import Path

from openpyxl import Workbook

ROWS = [
    (
        1,
        "三次鵜飼と霧の海・川のまち観光再生計画",
        "三次市",
        51,
        date(2019, 3, 29),
        "令和2年3月30日",
        date(2019, 4, 1),
        date(2022, 3, 31),
        "地方創生推進交付金",
        "終了",
        "",
    ),
    (
        2,
        "もののけ妖怪文化まちなか拠点整備計画",
        "三次市",
        47,
        date(2018, 3, 30),
        "－",
        "H30.3.30",
        "H35.3.31",
        "地方創生拠点整備交付金",
        "終了",
        "",
    ),
    (
        3,
        "三次市まち・ひと・しごと創生推進計画",
        "三次市",
        56,
        date(2020, 7, 3),
        "令和4年3月30日\n令和6年3月28日",
        date(2020, 7, 3),
        date(2027, 3, 31),
        "企業版ふるさと納税",
        "実施中",
        "令和6年の変更で期間を延長",
    ),
    (
        4,
        "備北のぶどうと高原・県境をこえる周遊計画",
        "三次市、庄原市",
        67,
        date(2023, 3, 30),
        "－",
        date(2023, 4, 1),
        date(2026, 3, 31),
        "デジタル田園都市国家構想交付金（地方創生推進タイプ）",
        "実施中",
        "代表:三次市",
    ),
    (
        5,
        "江の川の水辺を守る汚水処理計画",
        "三次市",
        31,
        date(2015, 3, 27),
        "－",
        "平成27年度",
        "平成31年度",
        "汚水処理施設整備交付金",
        "終了",
        "事後評価済み(令和2年8月)",
    ),
    (
        6,
        "森と里をつなぐ林道・市道整備計画",
        "広島県、三次市",
        55,
        date(2020, 3, 30),
        "－",
        "令和2年度",
        "令和6年度",
        "地方創生道整備推進交付金",
        "実施中",
        "",
    ),
    (
        7,
        "果樹とスマート農業の担い手育成計画",
        "三次市",
        71,
        date(2024, 8, 16),
        "－",
        date(2024, 8, 16),
        date(2027, 3, 31),
        "デジタル田園都市国家構想交付金（地方創生推進タイプ）",
        "実施中",
        "",
    ),
]


def main() -> None:
    """Write the workbook beside this script."""
    book = Workbook()
    sheet = book.active
    sheet.title = "計画一覧"
    sheet["A1"] = "三次市　地域再生計画一覧"
    sheet.merge_cells("A1:K1")
    sheet["K2"] = "令和6年9月2日現在　企画調整課"
    head = [
        "番号",
        "計画の名称",
        "作成主体",
        "認定",
        None,
        "変更認定年月日",
        "計画期間",
        None,
        "活用する支援措置",
        "状況",
        "備考",
    ]
    below = [None, None, None, "認定回", "認定年月日", None, "開始", "終了", None, None, None]
    for column, (upper, lower) in enumerate(zip(head, below, strict=True), 1):
        sheet.cell(4, column, upper)
        sheet.cell(5, column, lower)
        if lower is None:
            sheet.merge_cells(start_row=4, end_row=5, start_column=column, end_column=column)
    sheet.merge_cells("D4:E4")
    sheet.merge_cells("G4:H4")
    for number, row in enumerate(ROWS, 6):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column, value or None)
            if isinstance(value, date):
                cell.number_format = 'yyyy"年"m"月"d"日"'
    sheet["B14"] = "※変更認定年月日の「－」は変更のないものです。"
    notes = book.create_sheet("留意事項")
    notes["A1"] = "この一覧は市の計画担当課がまとめたもので、内容は変わることがあります。"
    book.save(Path(__file__).with_name("page.xlsx"))


main()
