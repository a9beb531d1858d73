import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.errors import Bilingual
from saisei_lod.tables.delimited import excel_line, excel_safe, line
from saisei_lod.tables.model import DAY, INTEGER, PARTIAL_DAY, STRING, Column, link

TEXTS = st.text(st.sampled_from("a計\",\n\r =+-@;'\\\u3000"), max_size=12)


@given(rows=st.lists(st.lists(TEXTS, min_size=2, max_size=4), min_size=1, max_size=4))
def test_any_texts_come_back_from_a_record(rows: list[list[str]]) -> None:
    """Python's reader, strict about RFC 4180, gives every cell back, whatever commas and breaks it holds."""
    written = "".join(f"{line(row)}\n" for row in rows)
    assert list(csv.reader(io.StringIO(written, newline=""), strict=True)) == rows


def test_only_what_needs_quotes_has_quotes() -> None:
    """A comma, a quote, a line feed or a carriage return; spaces and Japanese commas do not."""
    assert line(["a,b", 'a"b', "a\nb", "a\rb", " a ", "計画、区域"]) == (
        '"a,b","a""b","a\nb","a\rb", a ,計画、区域'
    )


#: What Excel would take for a number, a date, a formula or a truth value.
TAKEN = [
    "01204",
    "012041",
    "9000020012041",
    "12",
    "1,310",
    "３００",
    "50%",
    "¥1,000",
    "1e5",
    "-5",
    "+81",
    "=1+1",
    "@sum",
    "-計画",
    "=HYPERLINK(1)",
    "2020-03-30",
    "2020/3/30",
    "3/4",
    "1-2",
    "12:30",
    "10:30 pm",
    "2020年3月30日",
    "令和2年3月30日",
    "R2.3.30",
    "H28/3/15",
    "令和元年",
    "MAR1",
    "1 Mar",
    "true",
    "FALSE",
    "（１）",
]
#: What it leaves alone.
LEFT = [
    "旭川市",
    "r055-01204-3476059d",
    "01204;01452",
    "第55回",
    "2020年3月30日から",
    "令和2年度",
    "310キロバイト",
    "PDF",
    "3つの計画",
    "Stated",
    "local-government/01204",
    "0238-84-2111 内線",
    "March of time",
    "",
]


@pytest.mark.parametrize("text", TAKEN)
def test_what_excel_would_take_for_something_else_is_shown_as_it_is(text: str) -> None:
    """The cell becomes a formula that gives the very text."""
    assert excel_safe(text) == f'="{text}"'


@pytest.mark.parametrize("text", LEFT)
def test_all_other_texts_stay_as_they_are(text: str) -> None:
    """Nothing is added that a reader would see in the file."""
    assert excel_safe(text) == text


def test_a_long_or_broken_text_that_begins_like_a_formula_gets_an_apostrophe() -> None:
    """A formula holds 255 characters and no line break; the text must not become a formula all the same."""
    assert excel_safe("=" + "a" * 255) == "'=" + "a" * 255
    assert excel_safe("=a\nb") == "'=a\nb"
    assert excel_safe('=say "a"') == '="=say ""a"""'


def test_days_and_numbers_stay_what_they_are_and_codes_do_not() -> None:
    """A column of days or numbers is meant to be sorted; a list of days is text, which Excel leaves alone."""
    columns = [
        Column("code", Bilingual("コード", "code"), link("local-government")),
        Column("day", Bilingual("日", "day"), DAY),
        Column("days", Bilingual("日々", "days"), DAY, separator=";"),
        Column("count", Bilingual("数", "count"), INTEGER),
        Column("page", Bilingual("番号", "page"), STRING),
        Column("when", Bilingual("時", "when"), PARTIAL_DAY),
    ]
    spell = excel_line(columns)
    assert spell(["01204", "2020-03-30", "2005-06-17;2005-07-19", "310", "054421", "2021-03"]) == (
        '"=""01204""",2020-03-30,2005-06-17;2005-07-19,310,"=""054421""","=""2021-03"""'
    )
    assert spell(["", "", "2005-06-17", "", "", "2021-03-31"]) == ',,"=""2005-06-17""",,,2021-03-31'
