"""Tables of the events of one plan."""

from collections.abc import Callable

from saisei_lod.reading import Lexicon, Notice, PageText
from saisei_lod.reading.structures.event_tables import find_event_tables

Page = Callable[[str], PageText]
Words = Callable[[Notice], dict[str, list[str]]]


def test_events_stand_below_each_other(page: Page, lexicon: Lexicon, words: Words) -> None:
    """The word beside a day says what happened; labels behind the table are the plan's."""
    body = (
        "<h2>海の計画</h2><table><tr><th>年月日</th><th>内容</th></tr><tr><td>平成29年5月30日</td><td>認定(第43回)</td></tr>"
        "<tr><td>平成31年3月29日</td><td>認定取消し</td></tr></table><p>計画期間 平成29年5月30日から平成34年3月31日まで</p>"
    )
    assert [words(notice) for notice in find_event_tables(page(body), (), lexicon).notices] == [
        {
            "title": ["海の計画"],
            "certification": ["平成29年5月30日認定(第43回)"],
            "amendments": ["平成31年3月29日認定取消し"],
            "period": ["平成29年5月30日から平成34年3月31日まで"],
        }
    ]


def test_a_table_of_other_days_is_none(page: Page, lexicon: Lexicon) -> None:
    """A calendar of meetings tells of no certification."""
    body = "<h2>海の計画</h2><table><tr><th>年月日</th><th>内容</th></tr><tr><td>平成29年5月30日</td><td>会議</td></tr></table>"
    assert find_event_tables(page(body), (), lexicon).notices == ()
