"""Make page.xlsx of this folder: the national list in its 22 columns, a title above and notes below."""

from datetime import UTC, datetime
from pathlib import Path

from openpyxl import Workbook

CHANGES = [f"変更{number}" for number in range(1, 16)]
HEADER = (
    "都道府県",
    "作成主体名",
    "地域再生計画の名称",
    "地域再生計画の区域の範囲",
    "地域再生計画の概要",
    "支援措置の名称",
    "当初認定回",
    *CHANGES,
)
ROWS = (
    (
        "北海道",
        "北海道",
        "北海道本社機能移転促進・成長産業誘致計画",
        "北海道の全域",
        "本社の機能を移す会社を、住まいと人材の両面で支える。",
        "地方における本社機能の強化を行う事業者に対する特例",
        "第33回",
        "H28.3.15",
        "H30.6.21",
        "R2.3.31",
    ),
    (
        "北海道",
        "北海道夕張郡長沼町",
        "長沼タンチョウの里・農村滞在計画",
        "北海道夕張郡長沼町の全域",
        "鶴の舞う里で、農家に泊まる旅を広げる。",
        "地方創生推進交付金",
        "第43回",
        "H31.3.29",
    ),
    (
        "宮城県",
        "宮城県",
        "三陸みちのく道整備計画",
        "石巻市及び東松島市並びに宮城県牡鹿郡女川町の区域の一部",
        "市道と林道を合わせて整え、港と里を早く結ぶ。",
        "地方創生道整備推進交付金",
        "第49回",
    ),
    (
        "岐阜県",
        "岐阜県、関市、郡上市",
        "清流と刃物のまち道整備計画",
        "関市及び郡上市の全域",
        "川に沿う道を直し、森の仕事と刃物の産地をつなぐ。",
        "地方創生道整備推進交付金",
        "第47回",
        "H31.3.29",
        "R2.3.30",
    ),
    (
        "愛媛県",
        "松山市",
        "松山まちなか居場所づくり計画",
        "松山市の区域の一部(余土地区)",
        "空いた店を、世代を越えて集う場に変える。",
        "地方創生拠点整備交付金",
        "第41回",
        "H29.5.30",
        "H30.8.31",
        "H31.3.29",
        "R2.3.30",
        "R2.7.3",
    ),
    (
        "佐賀県",
        "佐賀県武雄市",
        "武雄温泉・学びの湯まちづくり計画",
        "武雄市の全域",
        "湯の町の子どもと大人が、共に学ぶ場をつくる。",
        "企業版ふるさと納税",
        "第55回",
    ),
    (
        "鹿児島県",
        "鹿児島県大島郡与論町",
        "ヨロン島・海のゆりかご再生計画",
        "鹿児島県大島郡与論町の全域",
        "さんごの海を守る人を、島の外からも迎える。",
        "地方創生推進交付金及び企業版ふるさと納税",
        "第54回",
        "R2.3.30",
    ),
)
NOTES = (
    "※平成30年4月1日以降に報告のあった軽微な変更を含みます。",
    "※平成30年11月9日以前変更認定分の新旧対照表は、別のページに掲載しています。",
)


def workbook() -> Workbook:
    """Return the workbook with one sheet."""
    book = Workbook()
    book.properties.created = book.properties.modified = datetime(2020, 8, 21, tzinfo=UTC).replace(
        tzinfo=None
    )
    sheet = book.active or book.create_sheet()
    sheet.title = "認定計画一覧"
    sheet.append(["現在活用されている地域再生計画(令和2年8月21日現在)"])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(HEADER))
    sheet.append(list(HEADER))
    for row in (*ROWS, *((note,) for note in NOTES)):
        sheet.append(list(row))
    sheet.freeze_panes = "A3"
    return book


if __name__ == "__main__":
    workbook().save(Path(__file__).with_name("page.xlsx"))
