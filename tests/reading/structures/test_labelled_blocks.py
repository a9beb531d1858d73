"""Labelled blocks."""

from collections.abc import Callable, Sequence

import pytest

from saisei_lod.reading import Lexicon, Line, Notice
from saisei_lod.reading.structures.labelled_blocks import find_labelled_blocks

Lines = Callable[[str], Sequence[Line]]
BLOCK = (
    "海の計画\n\n(1)計画の認定日及び変更日\n\n平成28年3月15日(第36回)認定\n\n(2)計画の概要\n\n海を生かす。\n"
)


def texts(notice: Notice) -> dict[str, list[str]]:
    """Return the texts of each field."""
    return {field.value: [part.text for part in parts] for field, parts in notice.parts.items()}


def test_a_block_is_a_title_and_its_labels(lines: Lines, lexicon: Lexicon) -> None:
    """The line above the first label is the title; values stand below their labels."""
    found = find_labelled_blocks(lines(BLOCK), lexicon)
    assert [texts(notice) for notice in found.notices] == [
        {"title": ["海の計画"], "certification": ["平成28年3月15日(第36回)認定"], "summary": ["海を生かす。"]}
    ]
    assert (found.notices[0].lines, sorted(found.uses)) == ((1, 9), [3, 7])


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("海と\n山の計画", "海と山の計画"),
        ("海辺の計画\n海の計画", "海の計画"),
        ("海と\n\n山の計画", "山の計画"),
        ("文です。\n山の計画", "山の計画"),
        ("終了した計画\n山の計画", "山の計画"),
        ("山の計画\n※花巻市と遠野市の\n連携事業", "山の計画"),
        ("山の計画[PDFファイル/3KB]", "山の計画"),
    ],
)
def test_a_title_over_two_lines_is_one_and_a_heading_is_none(
    lines: Lines, lexicon: Lexicon, above: str, title: str
) -> None:
    """A line without a blank one below goes on, unless it ends like a title, a sentence or a heading."""
    found = find_labelled_blocks(lines(BLOCK.replace("海の計画\n\n", f"{above}\n")), lexicon)
    assert texts(found.notices[0])["title"] == [title]


@pytest.mark.parametrize(
    "above",
    [
        "地域再生計画",
        "海を生かします。",
        "平成28年3月15日認定",
        "(1)",
        "印刷",
        "認定された地域再生計画の概要",
    ],
)
def test_what_is_no_title_leaves_the_plan_without_one(lines: Lines, lexicon: Lexicon, above: str) -> None:
    """General headings, sentences, days, numbers and controls name no plan."""
    found = find_labelled_blocks(lines(BLOCK.replace("海の計画", above)), lexicon)
    assert "title" not in texts(found.notices[0])


def test_a_field_or_the_number_one_again_begins_the_next_block(lines: Lines, lexicon: Lexicon) -> None:
    """What stands between two blocks and is no title belongs to neither."""
    between = "計画書はファイルをご覧ください。\n\n終了した計画\n\n"
    found = find_labelled_blocks(lines(BLOCK + between + BLOCK.replace("海の", "山の")), lexicon)
    assert [notice.lines for notice in found.notices] == [(1, 10), (14, 22)]
    assert [texts(notice)["title"] for notice in found.notices] == [["海の計画"], ["山の計画"]]


@pytest.mark.parametrize(
    ("value", "fields"),
    [
        ("平成28年3月15日認定\n平成28年8月30日変更", {"certification": 1, "amendments": 1}),
        (
            "平成28年3月15日認定、平成28年8月30日変更、平成29年2月24日変更",
            {"certification": 1, "amendments": 2},
        ),
        ("平成28年3月15日\n平成28年8月30日", {"certification": 1, "amendments": 1}),
        ("平成28年3月15日\n(第36回)", {"certification": 1}),
        ("第36回", {"round": 1}),
        ("未定\n平成28年3月15日認定", {"unclear": 1, "certification": 1}),
        ("平成28年3月15日認定\n※市の判断による", {"certification": 1, "note": 1}),
    ],
)
def test_days_are_placed_by_the_word_behind_them(
    lines: Lines, lexicon: Lexicon, value: str, fields: dict[str, int]
) -> None:
    """Certifications, changes and rounds come apart; other words are unclear."""
    found = find_labelled_blocks(lines(BLOCK.replace("平成28年3月15日(第36回)認定", value)), lexicon)
    counts = {name: len(parts) for name, parts in texts(found.notices[0]).items()}
    assert counts == {"title": 1, "summary": 1, **fields}


def test_a_second_day_is_unclear_where_the_label_names_no_change(lines: Lines, lexicon: Lexicon) -> None:
    """認定日 with two days: the second may be anything."""
    found = find_labelled_blocks(lines("海の計画\n■認定日\n平成28年3月15日\n平成28年8月30日"), lexicon)
    assert texts(found.notices[0])["unclear"] == ["平成28年8月30日"]


def test_values_may_stand_behind_their_labels(lines: Lines, lexicon: Lexicon) -> None:
    """A colon on the line, the value behind it and on the lines below."""
    text = "計画名:海の\n計画(PDF:3KB)\n認定日:令和4年3月30日(第63回)\n作成主体:花巻市及び\n遠野市\n計画期間:令和4~6年度"
    found = find_labelled_blocks(lines(text), lexicon)
    assert texts(found.notices[0]) == {
        "title": ["海の計画"],
        "documents": ["(PDF:3KB)"],
        "certification": ["令和4年3月30日(第63回)"],
        "makers": ["花巻市及び遠野市"],
        "period": ["令和4~6年度"],
    }


def test_the_last_value_ends_where_it_no_longer_fits(lines: Lines, lexicon: Lexicon) -> None:
    """A summary goes on with sentences behind a blank line, not with other lines."""
    found = find_labelled_blocks(lines(f"{BLOCK}\n山も生かす。\n\n関係する市の一つ\n"), lexicon)
    assert found.notices[0].lines == (1, 11)
    assert texts(found.notices[0])["summary"] == ["海を生かす。山も生かす。"]


def test_files_named_behind_the_summary_are_documents(lines: Lines, lexicon: Lexicon) -> None:
    """A sentence that points to files, broken or not, and lines that end in a file's size."""
    found = find_labelled_blocks(
        lines(f"{BLOCK}\n計画書は下記のファ\nイルからご覧ください。\n計画書(PDF:3KB)\n"), lexicon
    )
    assert texts(found.notices[0])["documents"][-1] == "計画書(PDF:3KB)"
    assert "ファ" not in texts(found.notices[0])["summary"][0]


def test_an_unknown_numbered_label_is_unclear_with_its_value(lines: Lines, lexicon: Lexicon) -> None:
    """(2)担当者 between known labels: label and value are reported, not read into another field."""
    text = BLOCK.replace("(2)計画の概要", "(2)担当者\n花子\n(3)計画の概要")
    assert texts(find_labelled_blocks(lines(text), lexicon).notices[0])["unclear"] == ["(2)担当者", "花子"]


@pytest.mark.parametrize(
    "text", ["(1)計画の認定日", "計画期間\n令和3年度", "海の計画\n概要\n海を生かす。", "名称\n海の計画"]
)
def test_other_lists_are_no_plans(lines: Lines, lexicon: Lexicon, text: str) -> None:
    """Labels without a certification, and labels without any value, are left over."""
    assert find_labelled_blocks(lines(text), lexicon).notices == ()
