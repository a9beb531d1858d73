"""Cells of flattened rows."""

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.reading import Field, Lexicon, Line
from saisei_lod.reading.containers.plain_text import read_text
from saisei_lod.reading.wording.cells import cut_row
from saisei_lod.reading.wording.passages import Passage

Lines = Callable[[str], Sequence[Line]]
COLUMNS = (Field.CERTIFICATION, Field.ROUND, Field.MAKERS, Field.TITLE, Field.SUMMARY, Field.SCHEMES)
DAY = "令和3年3月30日(第59回)\n"


def cut(passage: Passage, lexicon: Lexicon, columns: Sequence[Field] = COLUMNS) -> dict[str, list[str]]:
    """Return the texts of each field of a row."""
    return {
        field.value: [part.text for part in parts]
        for field, parts in cut_row(passage, columns, lexicon).items()
    }


def test_the_cells_of_a_row_are_told_apart_by_what_they_are(lines: Lines, lexicon: Lexicon) -> None:
    """Dates, makers, title, file note, summary and schemes of one line come apart."""
    row = f"{DAY}花巻市 花巻市まち・ひと計画(PDF形式 12キロバイト) 花巻市で始める。 地方創生推進交付金"
    assert cut(Passage(lines(row)), lexicon) == {
        "certification": ["令和3年3月30日(第59回)"],
        "makers": ["花巻市"],
        "title": ["花巻市まち・ひと計画"],
        "documents": ["(PDF形式 12キロバイト)"],
        "summary": ["花巻市で始める。"],
        "schemes": ["地方創生推進交付金"],
    }


@pytest.mark.parametrize(
    ("body", "summary", "schemes"),
    [
        ("道をつくる。", "道をつくる。", None),
        ("道をつくる。\n地方創生推進交付金", "道をつくる。", "地方創生推進交付金"),
        ("道を\nつくる。\n地方創生推\n進交付金", "道をつくる。", "地方創生推進交付金"),
        (
            "道をつくる。\u00a0 地方創生推進交付金及び企業版ふるさと納税",
            "道をつくる。",
            "地方創生推進交付金及び企業版ふるさと納税",
        ),
        ("道をつくる 地方創生推進交付金", "道をつくる", "地方創生推進交付金"),
        (
            "道をつくる 地方創生推進交付金 企業版ふるさと納税",
            "道をつくる",
            "地方創生推進交付金 企業版ふるさと納税",
        ),
        ("道をつくる。 ほげ交付金 ふが税制", "道をつくる。", "ほげ交付金 ふが税制"),
        ("道をつくる ほげ交付金", "道をつくる", "ほげ交付金"),
        (
            "地方創生推進交付金で道をつくる。 地方創生推進交付金",
            "地方創生推進交付金で道をつくる。",
            "地方創生推進交付金",
        ),
        ("「道をつくる。」 なし", "「道をつくる。」", "なし"),
        ("道をつくる。橋もかける 地方創生推進交付金", "道をつくる。橋もかける", "地方創生推進交付金"),
        ("道をつくる", "道をつくる", None),
    ],
)
def test_the_schemes_are_cut_from_the_end(
    lines: Lines, lexicon: Lexicon, body: str, summary: str, schemes: str | None
) -> None:
    """They follow the last sentence, are known labels, or end like one; else the summary goes on."""
    found = cut(Passage(lines(f"{DAY}花巻市 題名の計画(PDF形式) {body}")), lexicon)
    assert found["summary"] == [summary]
    assert found.get("schemes") == ([schemes] if schemes else None)


@pytest.mark.parametrize(
    ("makers", "title"),
    [
        ("花巻市並びに岩手県気仙郡住田町及び遠野市の全域", "花巻市の計画"),
        ("花巻市 遠野市", "花巻市の計画"),
        ("花巻市、\n遠野市及び\n釜石市", "計画"),
        ("花巻市\n及び遠野市", "計画"),
        ("花\n巻市", "計画"),
        ("花巻市ほか三町", "計画"),
        ("花巻市ほか3町", "計画"),
        ("岩手県", "岩手県の計画"),
        ("ほげ広域連合", "計画"),
    ],
)
def test_the_makers_end_where_the_list_of_governments_ends(
    lines: Lines, lexicon: Lexicon, makers: str, title: str
) -> None:
    """A title may begin with a government's name; a list may be broken over lines."""
    found = cut(Passage(lines(f"{DAY}{makers} {title}(PDF形式) 文。")), lexicon)
    assert (found["makers"], found["title"]) == ([makers.replace("\n", "")], [title])


def test_a_row_without_makers_leaves_them_out(lines: Lines, lexicon: Lexicon) -> None:
    """What is no list of governments begins the title."""
    found = cut(Passage(lines(f"{DAY}人が輝く 港の町の計画(PDF形式) 文。")), lexicon)
    assert (found["title"], "makers" in found) == (["人が輝く 港の町の計画"], False)


def test_a_title_that_begins_like_a_town_is_no_maker(lines: Lines, lexicon: Lexicon) -> None:
    """Behind the makers only a known government goes on with the list."""
    found = cut(Passage(lines(f"{DAY}花巻市 みどりの町 をつくる計画(PDF形式) 文。")), lexicon)
    assert (found["makers"], found["title"]) == (["花巻市"], ["みどりの町 をつくる計画"])


def test_words_that_fit_no_cell_are_unclear(lines: Lines, lexicon: Lexicon) -> None:
    """What stands behind the last cell is kept for a finding."""
    columns = (Field.CERTIFICATION, Field.TITLE, Field.PERIOD)
    found = cut(Passage(lines(f"{DAY}計画(PDF形式) 令和3~5年度 つづく")), lexicon, columns)
    assert (found["period"], found["unclear"]) == (["令和3~5年度"], ["つづく"])


def test_a_title_without_a_file_note_ends_before_the_sentence(lines: Lines, lexicon: Lexicon) -> None:
    """Words without a full stop are the title, spaces and all."""
    found = cut(Passage(lines(f"{DAY}花巻市 水と歴史の 「山の里」計画 水を生かす。")), lexicon)
    assert (found["title"], found["summary"]) == (["水と歴史の 「山の里」計画"], ["水を生かす。"])


def test_a_row_without_a_title_has_none(lines: Lines, lexicon: Lexicon) -> None:
    """A sentence right behind the makers is the summary."""
    found = cut(Passage(lines(f"{DAY}花巻市 水を生かす。 地方創生推進交付金")), lexicon)
    assert ("title" in found, found["summary"]) == (False, ["水を生かす。"])


def test_changes_and_notes_stand_with_the_dates(lines: Lines, lexicon: Lexicon) -> None:
    """A change below the certification is a change; a note without a day is a note."""
    row = f"{DAY}※令和3年8月20日変更認定\n※一部の事業\n花巻市 計画(PDF形式) 文。"
    found = cut(Passage(lines(row)), lexicon)
    assert (found["amendments"], found["note"]) == (["※令和3年8月20日変更認定"], ["※一部の事業"])


def test_a_second_day_without_a_word_is_unclear(lines: Lines, lexicon: Lexicon) -> None:
    """Only a column of changes makes it one."""
    row = "令和2年3月30日 令和2年8月21日 花巻市 計画(PDF形式) 文。"
    assert cut(Passage(lines(row)), lexicon)["unclear"] == ["令和2年8月21日"]
    columns = (Field.CERTIFICATION, Field.AMENDMENTS, *COLUMNS[2:])
    assert cut(Passage(lines(row)), lexicon, columns)["amendments"] == ["令和2年8月21日"]


def test_a_period_is_cut_where_its_column_is(lines: Lines, lexicon: Lexicon) -> None:
    """Days from … to, and fiscal years, are cells of a period."""
    columns = (Field.CERTIFICATION, Field.TITLE, Field.PERIOD, Field.SUMMARY)
    for period in ("令和3年4月1日から令和6年3月31日まで", "令和3~5年度", "令和3年4月1日~"):
        found = cut(Passage(lines(f"{DAY}計画(PDF形式) {period} 文。")), lexicon, columns)
        assert (found["period"], found["summary"]) == ([period], ["文。"])


@given(
    st.text(
        alphabet="花巻市及び、計画。(PDF形式 12キロバイト)令和3年月日第回※地方創生推進交付金 \n", max_size=120
    )
)
def test_no_character_of_a_row_is_lost(text: str) -> None:
    """Whatever a row holds, its parts hold every character that is no white space, once."""

    class NoWords:
        def names_schemes(self, text: str) -> bool:
            return text.strip() == "地方創生推進交付金"

        def names_governments(self, text: str) -> bool:
            return "花巻市" in text

    page = read_text(f"令和3年3月30日{text}".encode(), "page.txt")
    parts = cut_row(Passage(page.lines), COLUMNS, NoWords())
    kept = sorted(
        (piece.line, piece.column + place)
        for found in parts.values()
        for part in found
        for piece in part.pieces
        for place, letter in enumerate(piece.text)
        if letter.strip()
    )
    assert kept == [
        (line.number, n) for line in page.lines for n, letter in enumerate(line.text) if letter.strip()
    ]
