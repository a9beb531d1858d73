"""What a page prints about itself."""

from collections.abc import Callable, Sequence

import pytest

from saisei_lod.reading import Line
from saisei_lod.reading.page.header import read_facts, read_title

Lines = Callable[[str], Sequence[Line]]


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("情報発信元 政策調整課", "issuer", "政策調整課"),
        ("最終更新日 2023年7月14日", "last_updated", "2023年7月14日"),
        ("更新日:令和5年7月14日", "last_updated", "令和5年7月14日"),
        ("ページID 054421", "page_id", "054421"),
        ("ページ番号:1234", "page_id", "1234"),
    ],
)
def test_printed_labels_tell_of_the_page(lines: Lines, text: str, name: str, value: str) -> None:
    """A label and its value on one line, with or without a colon."""
    header, uses = read_facts(lines(text), {})
    part = getattr(header, name)
    assert (part.text, uses[1].name) == (value, name)


def test_one_line_may_hold_several_facts(lines: Lines) -> None:
    """Labels on one line are read apart, the day of publication is no update."""
    header, uses = read_facts(lines("掲載日:2020年1月1日 更新日:2021年4月5日 ページ番号 77"), {})
    assert header.last_updated is not None
    assert header.page_id is not None
    assert (header.last_updated.text, header.page_id.text, list(uses)) == ("2021年4月5日", "77", [1])


@pytest.mark.parametrize("text", ["この更新日は未定です", "ページID", "担当課が進める計画"])
def test_a_label_in_a_sentence_or_without_a_value_tells_nothing(lines: Lines, text: str) -> None:
    """A line must begin with the label, and hold a value behind a space or colon."""
    assert read_facts(lines(text), {})[1] == {}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("地域再生計画\n本文", "地域再生計画"),
        ("ホーム > 市政\n地域再生計画", "地域再生計画"),
        ("市では計画をつくりました。", None),
        ("「海の計画」(第55回認定)", None),
        ("長" * 121, None),
    ],
)
def test_the_first_line_is_the_title(lines: Lines, text: str, title: str | None) -> None:
    """A sentence, a plan with its round, or a long text is no title; a trail of links stands before it."""
    part = read_title(lines(text), {})
    assert (part.text if part else None) == title


def test_a_line_of_a_plan_is_no_title(lines: Lines) -> None:
    """A page may begin with its first plan."""
    assert read_title(lines("海の計画"), {1}) is None
