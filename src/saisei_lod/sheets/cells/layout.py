"""The sheets of a workbook and their columns: one table, for writing, for reading and for the how-to.

A column is found by its Japanese name, so that people may move columns. ``field`` is the path of the
value in what a row stands for: a plan, an item of one of its lists ("" where the item is the value
itself), or a page. A name that begins with ``@`` is no value of the record.
"""

from enum import StrEnum
from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual

__all__ = [
    "CHECK",
    "CHOICES",
    "DELETE",
    "FILE",
    "FINDINGS",
    "INTRODUCTION",
    "KEY",
    "MARK",
    "NUMBER",
    "PAGES",
    "PLANS",
    "SHEETS",
    "TITLE",
    "Column",
    "Form",
    "Sheet",
    "list_sheets",
]


class Form(StrEnum):
    """How the values of a column are written and read."""

    TEXT = "text"
    LINES = "lines"
    PARTIAL_DAY = "partial-day"
    DAY = "day"
    ROUND = "round"
    CODE = "code"
    YEN = "yen"
    CHOICE = "choice"
    KEY = "key"
    SHOWN = "shown"


class Column(NamedTuple):
    """A column: its field, its names, its form, its width in half-width characters, its list of choices.

    ``default`` is the value of an empty cell; what ``is_needed`` cannot be empty. What is ``SHOWN`` is there to read and is not read back.
    """

    field: str
    name: Bilingual
    form: Form = Form.TEXT
    width: int = 14
    choices: str = ""
    default: str | None = None
    is_needed: bool = False

    @property
    def is_value(self) -> bool:
        """Whether the column holds a value of the record that people may change."""
        return self.form is not Form.SHOWN and not self.field.startswith("@")


class Sheet(NamedTuple):
    """A sheet: its title, the path of the list whose items are its rows (or plans, or pages), its columns."""

    title: Bilingual
    holds: str
    columns: tuple[Column, ...]
    about: Bilingual

    @property
    def values(self) -> tuple[Column, ...]:
        """The columns that hold values of the record."""
        return tuple(column for column in self.columns if column.is_value)


#: Stands in the first sheet of every workbook of ours, with the version of its form.
MARK: Final = "saisei-sheet/1"

KEY: Final = Column("@key", Bilingual("計画キー", "plan key"), Form.SHOWN, 24)
TITLE: Final = Column("@title", Bilingual("計画(表示用)", "plan (for reading)"), Form.SHOWN, 36)
NUMBER: Final = Column("@number", Bilingual("番号", "no."), Form.SHOWN, 7)
FILE: Final = Column("@file", Bilingual("記録ファイル", "record file"), Form.SHOWN, 20)
CHECK: Final = Column("@check", Bilingual("照合", "check"), Form.SHOWN, 10)
DELETE: Final = Column("@delete", Bilingual("削除", "delete"), Form.CHOICE, 8, "yes")
_REGISTERED: Final = Column(
    "@registered", Bilingual("台帳の名称(表示用)", "name in the registry (for reading)"), Form.SHOWN, 22
)

INTRODUCTION: Final = Bilingual("はじめに", "Introduction")
FINDINGS: Final = Bilingual("指摘", "Findings")
CHOICES: Final = Bilingual("選択肢", "Choices")


def _item_sheet(title: Bilingual, holds: str, about: Bilingual, *columns: Column) -> Sheet:
    """Return the sheet of a list, with the columns that all such sheets have."""
    return Sheet(title, holds, (KEY, TITLE, NUMBER, *columns, DELETE, FILE), about)


PLANS: Final = Sheet(
    Bilingual("計画", "Plans"),
    "plans",
    (
        KEY,
        Column("title", Bilingual("計画の名称", "title"), width=40, is_needed=True),
        Column("certification.date", Bilingual("認定日", "certified on"), Form.PARTIAL_DAY, 13),
        Column(
            "certification.date_basis",
            Bilingual("認定日の根拠", "basis of the day"),
            Form.CHOICE,
            12,
            "basis",
        ),
        Column("certification.round", Bilingual("認定回", "round"), Form.ROUND, 8),
        Column(
            "certification.round_basis",
            Bilingual("認定回の根拠", "basis of the round"),
            Form.CHOICE,
            12,
            "basis",
        ),
        Column("period.start", Bilingual("期間の初日", "period from"), Form.PARTIAL_DAY, 13),
        Column("period.end", Bilingual("期間の末日", "period until"), Form.PARTIAL_DAY, 13),
        Column("period.precision", Bilingual("期間の精度", "precision"), Form.CHOICE, 11, "precision", "day"),
        Column("status", Bilingual("掲載の区分", "listed as"), Form.CHOICE, 14, "status"),
        Column("heading", Bilingual("掲載の見出し", "heading"), width=24),
        Column("coverage.kind", Bilingual("区域の範囲", "coverage"), Form.CHOICE, 11, "coverage", "unknown"),
        Column("coverage.text", Bilingual("区域の文言", "wording of the area"), width=28),
        Column("@makers", Bilingual("作成主体(表示用)", "makers (for reading)"), Form.SHOWN, 24),
        Column("@schemes", Bilingual("支援措置(表示用)", "schemes (for reading)"), Form.SHOWN, 24),
        Column("summary", Bilingual("出典の概要", "summary of the source"), Form.LINES, 40),
        Column("own.summary_ja", Bilingual("紹介文", "our summary, ja"), Form.LINES, 40),
        Column("own.title_en", Bilingual("英語の名称", "our title, en"), width=30),
        Column("own.summary_en", Bilingual("英語の紹介文", "our summary, en"), Form.LINES, 40),
        Column("combined_into", Bilingual("統合先の計画キー", "combined into"), Form.KEY, 24),
        FILE,
        CHECK,
    ),
    Bilingual(
        "計画ごとに1行。名称、認定日、計画期間などを直します。",
        "A row for each plan: title, certification, period.",
    ),
)
_AMENDMENTS: Final = _item_sheet(
    Bilingual("変更", "Changes"),
    "amendments",
    Bilingual("認定のあとの変更、取消しなど。1件1行。", "What happened after the certification, a row each."),
    Column("date", Bilingual("変更日", "day"), Form.PARTIAL_DAY, 13),
    Column("date_basis", Bilingual("変更日の根拠", "basis of the day"), Form.CHOICE, 12, "basis"),
    Column("round", Bilingual("認定回", "round"), Form.ROUND, 8),
    Column("round_basis", Bilingual("認定回の根拠", "basis of the round"), Form.CHOICE, 12, "basis"),
    Column("kind", Bilingual("種類", "kind"), Form.CHOICE, 20, "kind", "unspecified"),
)
_MAKERS: Final = _item_sheet(
    Bilingual("作成主体", "Makers"),
    "makers",
    Bilingual("計画を作った地方公共団体。1団体1行。", "Who made the plan, a row each."),
    Column("code", Bilingual("団体コード", "code"), Form.CODE, 12),
    Column("name", Bilingual("名称", "name"), width=22),
    _REGISTERED,
    Column("basis", Bilingual("根拠", "basis"), Form.CHOICE, 18, "maker", "stated"),
    Column("lead", Bilingual("代表", "lead"), Form.CHOICE, 8, "yes"),
)
_SCHEMES: Final = _item_sheet(
    Bilingual("支援措置", "Schemes"),
    "schemes",
    Bilingual("計画が使う支援措置。1件1行。", "Funding schemes that the plan uses, a row each."),
    Column("", Bilingual("支援措置", "scheme"), Form.CHOICE, 60, "scheme"),
)
_COVERAGE: Final = _item_sheet(
    Bilingual("区域", "Area"),
    "coverage.codes",
    Bilingual("計画の区域に含まれる地方公共団体。1団体1行。", "Local governments of the area, a row each."),
    Column("", Bilingual("団体コード", "code"), Form.CODE, 12),
    _REGISTERED,
)
_DOCUMENTS: Final = _item_sheet(
    Bilingual("添付ファイル", "Documents"),
    "documents",
    Bilingual("計画書などのファイル。1件1行。", "Attached files, a row each."),
    Column("format", Bilingual("形式", "format"), width=10),
    Column("size_text", Bilingual("大きさ(掲載のまま)", "size as printed"), width=20),
    Column("url", Bilingual("アドレス", "address"), width=50),
)
_INDICATORS: Final = _item_sheet(
    Bilingual("数値目標", "Indicators"),
    "indicators",
    Bilingual(
        "数値目標の値ごとに1行。番号 2_1 は、2番目の指標の1番目の値です。",
        "A row for each value of an indicator: 2_1 is the first value of the second one.",
    ),
    Column("name", Bilingual("指標名", "indicator"), width=36, is_needed=True),
    Column("unit", Bilingual("単位", "unit"), width=10),
    Column("values.year", Bilingual("年度", "year"), width=14),
    Column("values.value", Bilingual("値", "value"), width=14),
    Column("values.role", Bilingual("区分", "role"), Form.CHOICE, 12, "role"),
)
_AMOUNTS: Final = _item_sheet(
    Bilingual("金額", "Amounts"),
    "amounts",
    Bilingual("事業費などの金額。1件1行。", "Sums of money, a row each."),
    Column("name", Bilingual("名称", "name"), width=28),
    Column("yen", Bilingual("金額(円)", "yen"), Form.YEN, 18),
    Column("text", Bilingual("文言(掲載のまま)", "as printed"), width=28),
)
PAGES: Final = Sheet(
    Bilingual("ページ", "Pages"),
    "pages",
    (
        FILE,
        Column("title", Bilingual("ページの題名", "title"), width=32),
        Column("publisher.code", Bilingual("発行者コード", "publisher's code"), Form.CODE, 12),
        Column("publisher.name", Bilingual("発行者名", "publisher"), width=18),
        Column("page_id", Bilingual("ページ番号", "page id"), width=12),
        Column("last_updated", Bilingual("最終更新日", "last updated"), Form.DAY, 13),
        Column("url", Bilingual("アドレス", "address"), width=44),
        Column("contact.name", Bilingual("問合せ先", "contact"), width=24),
        Column("contact.address", Bilingual("住所", "postal address"), width=32),
        Column("contact.phone", Bilingual("電話", "telephone"), width=16),
        Column("contact.fax", Bilingual("ファクス", "fax"), width=16),
        Column("contact.email", Bilingual("メール", "e-mail"), width=24),
        CHECK,
    ),
    Bilingual("出典のページごとに1行。", "A row for each source page."),
)
#: Every sheet of records, in the order of the workbook.
SHEETS: Final = (PLANS, _AMENDMENTS, _MAKERS, _SCHEMES, _COVERAGE, _DOCUMENTS, _INDICATORS, _AMOUNTS, PAGES)


def list_sheets() -> tuple[Sheet, ...]:
    """Return the sheets whose rows are items of a plan's lists."""
    return tuple(sheet for sheet in SHEETS if sheet not in {PLANS, PAGES})
