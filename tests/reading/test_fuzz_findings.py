"""Pages on which bench/fuzz_reading.py found the readers to break, each as small as it could be made."""

import pytest

from saisei_lod.interpreting import Reading, read_record


def read(text: str, name: str = "page.html") -> Reading:
    """Return the reading of a page's text."""
    return read_record(text.encode(), name=name, publisher="01204", url=None, retrieved=None)


@pytest.mark.parametrize(
    "body",
    [
        # a row without a cell, in a table of events
        "<h2>海の計画</h2><table><tr><th>年月日</th><th>内容</th></tr><tr></tr><tr><td>令和2年3月30日</td><td>認定</td></tr></table>",
        # a row without a cell, in a table of labels and values
        "<table><tr><td>認定日</td><td>令和2年3月30日</td></tr><tr></tr><tr><td>計画名</td><td>海の計画</td></tr></table>",
        # 同年 behind a day that is written with points
        "<p>地域再生計画「海の計画」は、R2.3.30に認定(第55回)を受け、同年8月21日に変更認定を受けました。</p>",
    ],
)  # fmt: skip
def test_a_page_is_read_to_its_end(body: str) -> None:
    """Each of these raised IndexError or ValueError once; now the plan on it is read."""
    reading = read(f"<!DOCTYPE html><meta charset=utf-8><body>{body}</body>")
    plan = reading.record.plans[0]
    assert (plan.title, plan.certification.date) == ("海の計画", "2020-03-30")


def test_same_year_behind_a_dotted_day_is_read() -> None:
    """同年 takes the year of a day however that is written."""
    sentence = "地域再生計画「海の計画」は、R2.3.30に認定(第55回)を受け、同年8月21日に変更認定を受けました。"
    plan = read(f"<!DOCTYPE html><meta charset=utf-8><body><p>{sentence}</p></body>").record.plans[0]
    assert [(event.date, event.kind) for event in plan.amendments] == [("2020-08-21", "amendment")]
