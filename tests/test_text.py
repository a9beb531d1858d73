"""Folding, joining and splitting of texts."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.text import folded, folded_title, joined, levelled, list_items, number


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("（Ｒ３．３．３０）", "(R3.3.30)"),
        ("認定日：\u3000令和\u00a03年", "認定日: 令和 3年"),
        ("2015〜2020～2025", "2015~2020~2025"),
        ("”旭川圏”", '"旭川圏"'),
        ("センター", "センター"),
        ("\ufeff計画\u200b", " 計画 "),
    ],
)
def test_levelling_gives_one_form_to_each_character(text: str, level: str) -> None:
    """Width, spaces, tildes and quotes are levelled; ー is a letter and stays."""
    assert levelled(text) == level


@given(st.text())
def test_levelling_keeps_every_place(text: str) -> None:
    """Character n of the levelled text stands for character n of the source."""
    assert len(levelled(text)) == len(text)


@given(st.text())
def test_levelling_twice_is_levelling_once(text: str) -> None:
    """What is level stays as it is."""
    assert levelled(levelled(text)) == levelled(text)


@given(st.text(alphabet=st.one_of(st.sampled_from("ｶﾞﾊﾟ㈱①～ＡＢ 　付、か\u3099\n"), st.characters())))
def test_folding_knows_where_each_character_came_from(text: str) -> None:
    """Each folded character has an origin in the text, in order, and no white space is left."""
    made = folded(text)
    assert len(made.text) == len(made.origins)
    assert list(made.origins) == sorted(made.origins)
    assert all(0 <= origin < len(text) for origin in made.origins)
    assert not any(letter.isspace() for letter in made.text)


def test_half_width_kana_fold_with_their_marks() -> None:
    """ｶﾞ is one character, which came from the first of the two."""
    assert folded("ｶﾞA") == ("ガA", (0, 2))


def test_a_span_of_the_folded_text_leads_back_to_the_source() -> None:
    """White space within the span belongs to it."""
    text = "地方 創生\n交付金（A）"
    made = folded(text)
    start = made.text.index("創生交付金")
    assert text[slice(*made.source_span(start, start + 5))] == "創生\n交付金"


@given(st.text(alphabet="地域再生計画ＡＢ〜~ー－ \n", max_size=20))
def test_folding_and_the_title_s_folding_agree(text: str) -> None:
    """Both say the same of a text without combining marks."""
    assert folded(text).text == unicodedata.normalize("NFKC", folded_title(text))


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        (["地方創", "生につなげる。"], "地方創生につなげる。"),
        (["  また、", "", " 改善します。 "], "また、改善します。"),
        (["Digital", "Garden 都市"], "Digital Garden 都市"),
        (["第5", "5回"], "第55回"),
        (["ICT", "技術"], "ICT技術"),
        ([], ""),
        (["", " "], ""),
    ],
)
def test_broken_lines_join_without_a_space_but_between_latin_words(lines: list[str], whole: str) -> None:
    """Japanese writes no spaces, so none is put where a line was broken."""
    assert joined(lines) == whole


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("地方創生推進交付金及び企業版ふるさと納税", ["地方創生推進交付金", "企業版ふるさと納税"]),
        ("旭川市並びに鷹栖町、東神楽町及び東川町の全域", ["旭川市", "鷹栖町", "東神楽町", "東川町の全域"]),
        ("まち・ひと・しごと創生交付金", ["まち・ひと・しごと創生交付金"]),
        ("交付金（甲、乙及び丙）、税制", ["交付金（甲、乙及び丙）", "税制"]),
        ("「A及びB」および『C、D』", ["「A及びB」", "『C、D』"]),
        ("長井市，南陽市", ["長井市", "南陽市"]),
        ("甲;乙\n丙", ["甲", "乙", "丙"]),
        ("、、", []),
    ],
)
def test_lists_split_as_laws_write_them(text: str, items: list[str]) -> None:
    """並びに, 及び and 、 split; ・ and brackets hold together."""
    assert [item.text for item in list_items(text)] == items


@given(st.text(alphabet="市町、及び並に()「」 　あ・\n", max_size=30))
def test_an_item_stands_where_it_says(text: str) -> None:
    """Each item is the text at its start."""
    assert all(text.startswith(item.text, item.start) for item in list_items(text))


@pytest.mark.parametrize(
    ("printed", "value"),
    [("0", 0), ("55", 55), ("十", 10), ("二十", 20), ("三十一", 31), ("五五", 55), ("〇", 0)],
)
def test_numbers_are_read_in_digits_and_in_kanji(printed: str, value: int) -> None:
    """Arabic digits, kanji digits by place, and kanji with 十."""
    assert number(printed) == value


@pytest.mark.parametrize("printed", ["", "十十", "百", "元", "3x"])
def test_what_is_no_number_is_refused(printed: str) -> None:
    """Anything else raises ValueError."""
    with pytest.raises(ValueError, match=r"number|literal"):
        number(printed)
