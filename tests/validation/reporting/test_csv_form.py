import csv
import io

import pytest

from saisei_lod.validation import REPORTS, Report


def rows(report: Report) -> list[list[str]]:
    """Return the rows as a program reads them."""
    return list(csv.reader(io.StringIO("".join(REPORTS["csv"](report, "ja")).removeprefix("\ufeff"))))


def test_excel_opens_it(report: Report) -> None:
    """A byte order mark, and CRLF after every row: nothing else breaks a line."""
    said = "".join(REPORTS["csv"](report, "ja"))
    assert said.startswith("\ufeff重さ severity,")
    assert said.count("\r\n") == said.count("\n") == said.count("\r") == 6


def test_a_row_is_one_mistake_with_all_that_is_known(report: Report) -> None:
    """Both languages stand side by side, under headings in both."""
    heading, *found = rows(report)
    nameless = dict(zip(heading, next(row for row in found if row[1] == "nameless"), strict=True))
    assert nameless["重さ severity"] == "参考"
    assert (nameless["ファイル file"], nameless["行 line"]) == ("plans.yaml", "7")
    assert (nameless["内容"], nameless["message"]) == ("名がない", "no name")
    assert (nameless["出典の行 lines"], nameless["出典の語句 words"]) == ("32～35", "令和3年3月30日")
    assert [row[1] for row in found] == ["closed", "closed", "record-period-reversed", "crooked", "nameless"]


def test_nothing_begins_as_a_formula_and_no_zero_is_lost(report: Report) -> None:
    """An apostrophe stands before both; control characters are gone."""
    column = rows(report)[0].index("値 found")
    values = [row[column] for row in rows(report)[1:]]
    assert '\'=1+1</td><script>alert(1)</script>[31m" onload="x' in values
    assert "'01204" in values


@pytest.mark.parametrize("start", list("=+-@＝＋－＠"))
def test_every_start_of_a_formula_is_guarded(report: Report, start: str) -> None:
    """In half and full width, also behind blanks."""
    spoilt = report._replace(traces=tuple(t._replace(title=f" {start}cmd") for t in report.traces))
    column = rows(report)[0].index("計画の名称 title")
    assert f"'{start}cmd" in [row[column] for row in rows(spoilt)]
