"""Column words and labels."""

from collections.abc import Callable, Sequence

import pytest

from saisei_lod.reading import Field, Line
from saisei_lod.reading.wording.labels import FIELD_WORDS, column_fields, label_of

Lines = Callable[[str], Sequence[Line]]


@pytest.mark.parametrize(
    ("text", "field", "number"),
    [
        ("(1)計画の認定日及び変更日", Field.CERTIFICATION, 1),
        ("（２） 計画期間", Field.PERIOD, 2),
        ("③計画の概要", Field.SUMMARY, 3),
        ("4.作成主体", Field.MAKERS, 4),
        ("■計画名:りんごの計画", Field.TITLE, None),
        ("【支援措置】", Field.SCHEMES, None),
        ("・区域 : 全域", Field.COVERAGE, None),
        ("計画期間：令和3年度", Field.PERIOD, None),
    ],
)
def test_labels_are_known_with_any_mark_before_them(
    lines: Lines, text: str, field: Field, number: int
) -> None:
    """Numbers, bullets and brackets stand before labels; a colon and a value behind."""
    label = label_of(lines(text)[0])
    assert label is not None
    assert (label.field, label.number) == (field, number)


@pytest.mark.parametrize(
    "text", ["計画期間は三年です", "概要を以下に示す", "長井市地域再生計画", "令和3年3月30日", "電話:0238"]
)
def test_a_line_of_other_words_is_no_label(lines: Lines, text: str) -> None:
    """A label stands alone or before a colon."""
    assert label_of(lines(text)[0]) is None


def test_a_numbered_phrase_of_unknown_words_is_a_label_without_a_field(lines: Lines) -> None:
    """It may belong to a block; what it labels is not understood."""
    label = label_of(lines("(4)担当する人")[0])
    assert label is not None
    assert (label.field, label.word, label.number) == (None, "担当する人", 4)


def test_the_value_of_a_label_begins_behind_the_colon(lines: Lines) -> None:
    """What stands behind the label on its line is its value."""
    line = lines("■計画名: りんごの計画")[0]
    label = label_of(line)
    assert label is not None
    assert line.text[label.value_start :] == "りんごの計画"


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("認定年月日", (Field.CERTIFICATION,)),
        ("(認定回)", (Field.ROUND,)),
        (
            "認定日 (認定回) 作成主体|計画の名称",
            (Field.CERTIFICATION, Field.ROUND, Field.MAKERS, Field.TITLE),
        ),
        ("認定年月日 その他", ()),
        ("花巻市", ()),
        ("", ()),
        ("概要 " * 100, ()),
    ],
)
def test_a_line_of_column_words_tells_its_columns(text: str, fields: tuple[Field, ...]) -> None:
    """One other word, and the line heads no columns."""
    assert column_fields(text) == fields


def test_no_word_stands_for_two_fields() -> None:
    """The table of words decides every word once."""
    words = [word for row in FIELD_WORDS.values() for word in row.split()]
    assert len(words) == len(set(words))
