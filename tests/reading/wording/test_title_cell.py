"""Titles cut from what stands around them."""

from collections.abc import Callable, Sequence

import pytest

from saisei_lod.reading import Field, Line, Part
from saisei_lod.reading.wording.title_cell import is_file_name, place_title_lines

Lines = Callable[[str], Sequence[Line]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "「海の推進計画」(第63回認定)(PDF:852KB)",
            {"title": ["海の推進計画"], "round": ["第63回認定"], "documents": ["(PDF:852KB)"]},
        ),
        (
            "①海の計画【終了】\n※3市による連携事業\n計画書[PDFファイル/161KB]",
            {
                "title": ["海の計画"],
                "status": ["【終了】"],
                "note": ["※3市による連携事業"],
                "documents": ["計画書[PDFファイル/161KB]"],
            },
        ),
        ("「学びの丘」ものづくり計画", {"title": ["「学びの丘」ものづくり計画"]}),
        ("「海」と「山」", {"title": ["「海」と「山」"]}),
        ("海の計画(第3期)", {"title": ["海の計画(第3期)"]}),
        ("海の計画(外部リンク)", {"title": ["海の計画"]}),
        ("海と\n山の計画", {"title": ["海と山の計画"]}),
        ("海の計画(令和4年3月30日認定)", {"title": ["海の計画"], "certification": ["令和4年3月30日認定"]}),
    ],
)
def test_what_stands_around_a_title_is_no_title(lines: Lines, text: str, found: dict[str, list[str]]) -> None:
    """Bullets, enclosing brackets, rounds, marks of status, files and notes are told apart."""
    parts: dict[Field, list[Part]] = {}
    place_title_lines(parts, lines(text))
    assert {field.value: [part.text for part in made] for field, made in parts.items()} == found


@pytest.mark.parametrize(
    ("text", "is_one"), [("計画書(PDF:85KB)", True), ("概要版", True), ("海の計画", False)]
)
def test_names_of_files_are_told_from_titles(lines: Lines, text: str, *, is_one: bool) -> None:
    """計画書 alone is a file."""
    assert is_file_name(lines(text)[0]) is is_one
