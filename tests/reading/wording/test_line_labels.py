"""Column words and labels with their values behind them."""

from collections.abc import Callable, Sequence

import pytest

from saisei_lod.reading import Field, Line
from saisei_lod.reading.wording.column_words import fields_of_header
from saisei_lod.reading.wording.line_labels import label_on

Lines = Callable[[str], Sequence[Line]]


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("【認定回】第41回", Field.ROUND, "第41回"),
        ("計画期間 平成28年", Field.PERIOD, "平成28年"),
        ("認定日令和4年3月30日", Field.CERTIFICATION, "令和4年3月30日"),
        ("◇計画の区域:全域", Field.COVERAGE, "全域"),
        ("計画終了年月日:令和10年", Field.PERIOD, "令和10年"),
    ],
)
def test_a_value_may_follow_its_label_at_once(lines: Lines, text: str, field: Field, value: str) -> None:
    """Behind a bracket, a space, a colon or nothing."""
    line = lines(text)[0]
    label = label_on(line)
    assert label is not None
    assert (label.field, line.text[label.value_start :]) == (field, value)


@pytest.mark.parametrize(
    "text", ["内容 海を生かす", "計画期間中の計画", "認定日は未定です", "海の計画 概要", "【海】山"]
)
def test_other_lines_have_no_label(lines: Lines, text: str) -> None:
    """Words that begin sentences and titles are no labels before a space."""
    assert label_on(lines(text)[0]) is None


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("認定年月日\n(認定回)", (Field.CERTIFICATION, Field.ROUND)),
        ("認定日・認定回", (Field.CERTIFICATION, Field.ROUND)),
        ("作成主体名(地方公共団体名)", (Field.MAKERS,)),
        ("変更15", (Field.AMENDMENTS,)),
        ("第2回変更", (Field.AMENDMENTS,)),
        ("地域再生計画の名称※", (Field.TITLE,)),
        ("認定(第55回)", ()),
        ("天候", ()),
        ("", ()),
    ],
)
def test_a_header_cell_may_name_several_fields(text: str, fields: tuple[Field, ...]) -> None:
    """In brackets or joined; a value is no header."""
    assert fields_of_header(text) == fields
