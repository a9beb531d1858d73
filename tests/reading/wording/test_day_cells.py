"""Days of a plan in a cell."""

from collections.abc import Callable, Sequence

import pytest

from saisei_lod.reading import Field, Line, Part
from saisei_lod.reading.wording.day_cells import place_days
from saisei_lod.reading.wording.passages import Passage

Lines = Callable[[str], Sequence[Line]]


def days(lines: Sequence[Line], field: Field, label: str) -> dict[str, list[str]]:
    """Return the words that each field took."""
    parts: dict[Field, list[Part]] = {}
    place_days(parts, Passage(lines), 0, field, label)
    return {one.value: [part.text for part in found] for one, found in parts.items()}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("令和3年3月30日\n(第59回)", {"certification": ["令和3年3月30日(第59回)"]}),
        ("第31回(平成27年3月27日)", {"certification": ["第31回(平成27年3月27日)"]}),
        ("第38回\n平成28年8月2日", {"certification": ["第38回平成28年8月2日"]}),
        ("第41回認定", {"round": ["第41回認定"]}),
        ("令和4年3月30日付け", {"certification": ["令和4年3月30日付け"]}),
        ("認定:R6.3.28\n変更:R7.3.31", {"certification": ["認定:R6.3.28"], "amendments": ["変更:R7.3.31"]}),
        (
            "第49回認定、平成31年3月29日第51回変更認定",
            {"round": ["第49回認定"], "amendments": ["平成31年3月29日第51回変更認定"]},
        ),
        (
            "2021年3月30日 第59回認定\n2023年8月17日 第68回変更認定",
            {"certification": ["2021年3月30日 第59回認定"], "amendments": ["2023年8月17日 第68回変更認定"]},
        ),
        (
            "R3.3.30(当初)\nR4.3.30(変更)",
            {"certification": ["R3.3.30(当初)"], "amendments": ["R4.3.30(変更)"]},
        ),
        ("第73回変更認定(令和6年8月16日)", {"amendments": ["第73回変更認定(令和6年8月16日)"]}),
        ("令和元年度", {"unclear": ["令和元年度"]}),
        ("R3.3.30\nR4.3.30", {"certification": ["R3.3.30"], "unclear": ["R4.3.30"]}),
    ],
)
def test_each_day_goes_where_its_words_say(lines: Lines, text: str, found: dict[str, list[str]]) -> None:
    """Rounds before or behind days, words before or behind them; what is told by nothing is unclear."""
    assert days(lines(text), Field.CERTIFICATION, "認定日") == found


def test_under_a_column_of_changes_every_day_is_one(lines: Lines) -> None:
    """(第59回認定) under 変更認定日 is the round of the change."""
    assert days(lines("令和3年3月30日(第59回認定)、令和4年3月30日"), Field.AMENDMENTS, "変更認定日") == {
        "amendments": ["令和3年3月30日(第59回認定)", "令和4年3月30日"]
    }


def test_a_second_day_is_a_change_where_the_label_names_changes(lines: Lines) -> None:
    """認定日及び変更日 tells what the second day is."""
    assert days(
        lines("平成28年3月15日(第36回)\n平成28年8月30日(第39回)"), Field.CERTIFICATION, "認定日及び変更日"
    ) == {
        "certification": ["平成28年3月15日(第36回)"],
        "amendments": ["平成28年8月30日(第39回)"],
    }
