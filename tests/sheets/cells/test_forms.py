"""How values are written into cells, and what changed cells say."""

from datetime import datetime

import pytest

from saisei_lod.errors import Bilingual
from saisei_lod.sheets.cells.forms import LONGEST, Wrong, choices, is_same, read, written
from saisei_lod.sheets.cells.layout import Column, Form
from saisei_lod.sheets.cells.values import Cell, number_in, text_of

NAME = Bilingual("列", "column")


def column(form: Form, names: str = "") -> Column:
    """Return a column of a form."""
    return Column("field", NAME, form, choices=names)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("06209", "06209"),
        ("062090", "06209"),
        ("０６２０９", "06209"),
        (6209, "06209"),
        (6209.0, "06209"),
        (62090, "06209"),
        ("6209", "06209"),
        ("13104", "13104"),
        (13104, "13104"),
        ("9000020012041", "9000020012041"),
    ],
)
def test_codes_are_read_with_their_lost_zeros(typed: str | float, expected: str) -> None:
    """5 digits or 6, as text or as the number that Excel made of them."""
    assert expected == read(column(Form.CODE), Cell(typed))


def test_a_number_that_may_be_two_codes_is_refused() -> None:
    """12203 is 市川市, and 士別市's 012203 without its 0."""
    found = read(column(Form.CODE), Cell(12203))
    assert isinstance(found, Wrong)
    assert found.kind.code == "sheet-code-unsure"
    assert found.data["near"] == "12203 市川市、01220 士別市"
    assert read(column(Form.CODE), Cell("12203")) == "12203"


@pytest.mark.parametrize("typed", ["062091", "99999", "6-209", "長井市", "٠٦٢٠٩", "062 09", "1234567"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    """A wrong check digit, an unknown code, a name, digits of another script."""
    found = read(column(Form.CODE), Cell(typed))
    assert isinstance(found, Wrong)
    assert found.kind.code == "sheet-code-unknown"


def test_a_name_instead_of_a_code_tells_the_code() -> None:
    """The officer need not look it up."""
    found = read(column(Form.CODE), Cell("長井市"))
    assert isinstance(found, Wrong)
    assert found.data == {"near": "長井市 → 06209"}


@pytest.mark.parametrize(
    ("form", "typed", "expected"),
    [
        (Form.ROUND, "第55回", 55),
        (Form.ROUND, "第０７回", 7),
        (Form.ROUND, 55.0, 55),
        (Form.YEN, "¥1,200円", 1200),
        (Form.YEN, "１２００", 1200),
        (Form.YEN, -3, -3),
        (Form.YEN, "0", 0),
        (Form.TEXT, 12.5, "12.5"),
        (Form.TEXT, True, "TRUE"),
        (Form.TEXT, datetime.fromisoformat("2021-03-30"), "2021-03-30"),
        (Form.LINES, " 甲 \r\n 乙　", "甲 \n 乙"),
        (Form.TEXT, " 甲 \r\n 乙　", "甲乙"),
        (Form.LINES, "甲_x000D_\n乙", "甲\n乙"),
        (Form.KEY, "r055-01204-3476059d", "r055-01204-3476059d"),
        (Form.TEXT, None, None),
        (Form.TEXT, "　", None),
    ],
)
def test_values_are_read_by_the_form_of_their_column(form: Form, typed: object, expected: object) -> None:
    """Numbers, texts and keys."""
    assert expected == read(column(form), Cell(typed))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "word", "expected"),
    [
        ("kind", "軽微な変更", "minor"),
        ("kind", " 変更（種類の記載なし） ", "unspecified"),
        ("kind", "Minor change", "minor"),
        ("kind", "revocation", "revocation"),
        ("yes", "○", True),
        ("yes", "いいえ", None),
        ("yes", "TRUE", True),
        ("scheme", "地方創生推進交付金", "suishin"),
        ("scheme", "suishin", "suishin"),
        ("scheme", "企業版ふるさと納税", "kigyou"),
        ("scheme", "デジタル実装型(shin-jissou)", "shin-jissou"),
    ],
)
def test_choices_are_read_by_their_words(name: str, word: str, expected: object) -> None:
    """In Japanese or English, in any width, or as the record has them."""
    assert expected == read(column(Form.CHOICE, name), Cell(word))


def test_an_unknown_scheme_brings_those_that_are_like_it() -> None:
    """A list of 55 is no help."""
    found = read(column(Form.CHOICE, "scheme"), Cell("地方創生推進交付"))
    assert isinstance(found, Wrong)
    assert "地方創生推進交付金" in found.data["choices"]
    assert found.data["choices"].count("、") < 3


def test_a_label_that_schemes_share_is_not_taken_for_one_of_them() -> None:
    """デジタル実装型 is a type of two grants."""
    assert isinstance(read(column(Form.CHOICE, "scheme"), Cell("デジタル実装型")), Wrong)
    words = [word.ja for word in choices("scheme").words.values()]
    assert len(words) == len(set(words))


def test_a_long_text_is_cut_and_still_the_same() -> None:
    """Excel holds 32,767 characters; what the cell cannot show is not lost in the record."""
    long = "あ" * (LONGEST + 5)
    shown = written(column(Form.TEXT), long)
    assert isinstance(shown, str)
    assert len(shown) == LONGEST
    assert is_same(column(Form.TEXT), Cell(shown), long)


@pytest.mark.parametrize(
    ("form", "value", "cell", "expected"),
    [
        (Form.CODE, "01204", Cell(1204), True),
        (Form.CODE, "01204", Cell(1205), False),
        (Form.TEXT, "1,200", Cell(1200), True),
        (Form.TEXT, "10%", Cell(0.1, "0%"), True),
        (Form.TEXT, "2019", Cell(2019.0), True),
        (Form.PARTIAL_DAY, "2021-03", Cell(datetime.fromisoformat("2021-03-01"), "mmm-yy"), True),
        (Form.PARTIAL_DAY, "2021-03", Cell(datetime.fromisoformat("2021-03-01"), "yyyy-mm-dd"), False),
        (Form.TEXT, None, Cell(None), True),
        (Form.TEXT, "甲", Cell(None), False),
        (Form.TEXT, "甲\n乙", Cell("甲\r\n乙 "), True),
        (Form.TEXT, "_x000D_", Cell("_x000D_"), True),
    ],
)
def test_a_cell_is_the_same_whatever_a_program_made_of_it(
    form: Form, value: object, cell: Cell, *, expected: bool
) -> None:
    """Digits as numbers, dates as days; another value is another one."""
    assert expected == is_same(column(form), cell, value)


def test_numbers_and_texts_of_cells() -> None:
    """Fractions keep their digits; only well-formed numbers count."""
    assert [text_of(value) for value in (1.5, 3.0, 10**20, "ａ")] == ["1.5", "3", str(10**20), "ａ"]
    assert [number_in(text) for text in ("1,200", "12,00", "1e5", "-3.5", "")] == [
        1200.0,
        None,
        None,
        -3.5,
        None,
    ]
