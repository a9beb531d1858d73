"""Write the sheets that hold no records: how to use the workbook, what was found, the lists of choices."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from openpyxl.worksheet.hyperlink import Hyperlink

from saisei_lod.errors import Bilingual
from saisei_lod.findings import SEVERITY_NAMES, Severity
from saisei_lod.sheets.cells.forms import CHOICES as WORDS
from saisei_lod.sheets.cells.forms import choices
from saisei_lod.sheets.cells.layout import CHOICES, MARK, SHEETS, Form
from saisei_lod.sheets.cells.values import escaped
from saisei_lod.sheets.writing.pointing import Note, Target
from saisei_lod.sheets.writing.record_sheets import Look, Painter, height

__all__ = ["About", "fill_choices", "fill_findings", "fill_introduction", "introduction"]


class About(NamedTuple):
    """What a workbook is about: whose records (a name or all), how many plans and findings."""

    whose: Bilingual
    plans: int
    findings: int


def introduction(about: About) -> Iterator[tuple[str, Bilingual]]:
    """Yield the lines of the sheet with their style: ``title``, ``part`` or ``text``."""
    yield (
        "title",
        Bilingual(
            f"地域再生計画の記録: {about.whose.ja}",
            f"Records of regional revitalisation plans: {about.whose.en}",
        ),
    )
    yield (
        "text",
        Bilingual(
            f"計画 {about.plans} 件、指摘 {about.findings} 件。",
            f"{about.plans} plans, {about.findings} cells with findings.",
        ),
    )
    yield "part", Bilingual("使い方", "How to use it")
    yield from (("text", line) for line in _STEPS)
    yield "part", Bilingual("入れ方", "How to enter values")
    yield from (("text", line) for line in _ENTRIES)
    yield "part", Bilingual("シート", "Sheets")
    yield from (
        ("text", Bilingual(f"{sheet.title.ja}: {sheet.about.ja}", f"{sheet.title.en}: {sheet.about.en}"))
        for sheet in SHEETS
    )
    yield "part", Bilingual("色", "Colours")


_STEPS = (
    Bilingual(
        "1. 白いセルの値を直し、上書き保存します。灰色のセルは表示用です(シートの保護にパスワードはありません)。",
        "1. Correct the white cells and save. Grey cells are there to read; the protection has no password.",
    ),
    Bilingual(
        "2. このファイルを担当者に渡すか、saisei sheet apply このファイル データのフォルダー を実行します。",
        "2. Hand the file on, or run saisei sheet apply FILE DATA.",
    ),
    Bilingual(
        "3. 何が変わるかが先に表示されます。確かめてから書き込まれ、直した値は「人が直した値」として公開されます。",
        "3. What would change is shown first. Values that you correct are published as corrected by hand.",
    ),
    Bilingual(
        "4. 直さなかった所は、記録のどこも変わりません。", "4. Nothing that you did not touch changes."
    ),
)
_ENTRIES = (
    Bilingual(
        "日付: 2021-03-30 の形(年月だけなら 2021-03、年だけなら 2021)。令和3年3月30日、R3.3.30、2021/3/30 も読みます。",
        "Days: 2021-03-30; a month 2021-03; a year 2021. 2021/3/30 and 令和3年3月30日 are understood too.",
    ),
    Bilingual(
        "団体コード: 5桁か6桁(検査数字つき)。先頭の 0 も入れます。",
        "Codes: 5 digits, or 6 with the check digit, with the leading 0.",
    ),
    Bilingual(
        "値を消す: セルを空にします。行を消す: 行は残し、列「削除」で「はい」を選びます(行だけを消しても記録は変わりません)。",
        "To clear a value, empty its cell. To delete a row, keep it and choose はい in the column 削除.",
    ),
    Bilingual(
        "行を加える: 「計画」「ページ」以外のシートの下の空いた行に、計画キー(シート「計画」からコピー)と値を入れ、番号は空にします。",
        "To add a row (not in 計画 and ページ), use an empty row below: plan key and values, no number.",
    ),
    Bilingual(
        "列の移動、並べ替え、絞り込みをしても構いません。見出しと灰色の列は変えないでください。",
        "You may move columns, sort and filter. Leave headings and grey columns as they are.",
    ),
)


_HEADINGS: Final = (
    (Bilingual("重さ", "severity"), 8),
    (Bilingual("場所", "cell"), 20),
    (Bilingual("計画", "plan"), 36),
    (Bilingual("指摘", "finding (ja)"), 60),
    (Bilingual("対処", "what to do (ja)"), 60),
    (Bilingual("英語の指摘", "finding"), 60),
    (Bilingual("英語の対処", "what to do"), 60),
    (Bilingual("種別", "code"), 28),
)
_LINK: Final = 2
_COLOURS: Final = {
    Severity.VIOLATION: Bilingual(
        "直さないと公開できません。", "The data cannot be published before it is corrected."
    ),
    Severity.WARNING: Bilingual("確かめてください。", "Please check."),
    Severity.INFO: Bilingual("分かれば補ってください。", "Please complete it, if you know."),
}
_COMMENTS: Final = Bilingual(
    "色のついたセルのコメントに、内容と対処があります。シート「指摘」に一覧があり、場所をクリックするとそのセルに移ります。"
    "対処に「記録の period に書いて」などとあるときは、このブックではそのセルに入れます。",
    "Comments of coloured cells say what was found and what to do. The sheet 指摘 lists all, with links. "
    "Where a comment says to write something into the record, enter it in that cell.",
)
_KEEP: Final = Bilingual("この行は消さないでください。", "Please keep this line.")


def fill_introduction(sheet: Any, about: About) -> None:  # noqa: ANN401 - openpyxl's sheet
    """Write how to use the workbook, the meaning of the colours, and the mark by which it is known again."""
    painter = Painter(sheet)
    row = 0

    def add(kind: str, line: Bilingual, severity: Severity | None = None) -> None:
        nonlocal row
        row += 1
        for place, text in enumerate(line, 1):
            cell = sheet.cell(row, place, escaped(text))
            cell.data_type = "s"
            painter.paint(cell, Look(kind if place == 1 or kind != "title" else "text", "General", severity))

    for kind, line in introduction(about):
        add(kind, line)
    for severity, meaning in _COLOURS.items():
        word = SEVERITY_NAMES[severity]
        add("text", Bilingual(f"{word.ja}: {meaning.ja}", f"{word.en}: {meaning.en}"), severity)
    add("text", _COMMENTS)
    add("text", Bilingual(f"{MARK} {_KEEP.ja}", _KEEP.en))
    sheet.column_dimensions["A"].width = 100
    sheet.column_dimensions["B"].width = 80
    _protect(sheet)


def fill_findings(
    sheet: Any,  # noqa: ANN401 - openpyxl's sheet
    notes: Sequence[Note],
    places: Mapping[Target, str],
    titles: Mapping[tuple[str, str], str],
) -> None:
    """List all findings, each with a link to its cell; ``titles`` names plans by file and key."""
    painter = Painter(sheet)
    for place, (name, width) in enumerate(_HEADINGS, 1):
        for row, kind, text in ((1, "heading", name.ja), (2, "english", name.en)):
            painter.paint(sheet.cell(row, place, text), Look(kind, "General"))
        sheet.column_dimensions[chr(ord("A") + place - 1)].width = width
    row = 2
    for note in notes:
        target = note.target
        title = titles.get((target.file, target.plan), target.file)
        for finding in note.findings:
            row += 1
            where = f"'{target.sheet.title.ja}'!{places[target]}"
            said = (
                SEVERITY_NAMES[finding.severity].ja, where.replace("'", ""), title, finding.message.ja,
                finding.fix.ja, finding.message.en, finding.fix.en, finding.code,
            )  # fmt: skip
            for place, text in enumerate(said, 1):
                cell = sheet.cell(row, place, escaped(text))
                cell.data_type = "s"
                if place == _LINK:
                    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=where)
                severity = finding.severity if place == 1 else None
                painter.paint(cell, Look("link" if place == _LINK else "text", "General", severity))
            widths = (width for _, width in _HEADINGS)
            sheet.row_dimensions[row].height = height(zip(said, widths, strict=True))
    sheet.freeze_panes = "A3"
    sheet.auto_filter.ref = f"A2:H{max(row, 3)}"
    sheet.print_area = f"A1:E{max(row, 3)}"  # the Japanese part
    _protect(sheet)


def fill_choices(sheet: Any) -> dict[str, str]:  # noqa: ANN401 - openpyxl's sheet
    """Write the lists of choices, a column each, and return where their words stand."""
    painter = Painter(sheet)
    names = [*WORDS, "scheme"]
    columns = [column for one in SHEETS for column in one.columns if column.form is Form.CHOICE]
    ranges = {}
    for place, name in enumerate(names, 1):
        heading = next(column.name for column in columns if column.choices == name)
        words = list(choices(name).words.values())
        for row, (kind, text) in enumerate(
            [("heading", heading.ja), ("english", heading.en), *(("text", word.ja) for word in words)], 1
        ):
            cell = sheet.cell(row, place, escaped(text))
            painter.paint(cell, Look(kind, "@"))
        letter = chr(ord("A") + place - 1)
        sheet.column_dimensions[letter].width = 60 if name == "scheme" else 22
        ranges[name] = f"'{CHOICES.ja}'!${letter}$3:${letter}${len(words) + 2}"
    sheet.freeze_panes = "A3"
    _protect(sheet)
    return ranges


def _protect(sheet: Any) -> None:  # noqa: ANN401 - openpyxl's sheet
    sheet.page_setup.orientation = "landscape"
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToHeight = 0
    sheet.protection.sheet = True
    for allowed in ("formatColumns", "formatRows", "autoFilter"):
        setattr(sheet.protection, allowed, False)
