"""What stands around the plans."""

from collections.abc import Callable, Sequence

import pytest

from saisei_lod.reading import Line, Use
from saisei_lod.reading.page.furniture import ends_plans, furniture, is_heading, tells_of_plans

Lines = Callable[[str], Sequence[Line]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("印刷", "page-control"),
        ("このページを印刷する", "page-control"),
        ("ページの先頭へ戻る", "page-control"),
        ("ホーム > 市政 > 計画", "breadcrumb"),
        ("現在位置:ホーム 計画", "breadcrumb"),
        ("PDFファイルをご覧いただくには専用のソフトが必要です。", "reader-note"),
        ("Adobe Readerはこちら", "reader-note"),
        ("このページに関するアンケート", "survey"),
        ("メールフォーム", "contact-note"),
        ("メールでのお問い合わせはこちら", "contact-note"),
        ("受付時間:", "contact-note"),
        ("午前8時45分から午後5時15分まで(12月30日から1月4日までを除く)", "contact-note"),
        ("地域再生計画一覧", "table-caption"),
    ],
)
def test_furniture_is_named(lines: Lines, text: str, name: str) -> None:
    """Each kind of line around the plans has a name."""
    assert [use for _, use in furniture(lines(text), 9, ())] == [Use("furniture", name)]


@pytest.mark.parametrize(
    "text",
    ["令和3年3月30日一覧", "第55回一覧", "令和3年度の計画は変更されました。", "計画期間は三年", "・海の計画"],
)
def test_what_tells_of_plans_is_no_furniture(lines: Lines, text: str) -> None:
    """A line with a day, a round, a fiscal year or a change is left to be understood or reported."""
    assert list(furniture(lines(f"{text}\nつぎの行"), None, ())) == []


def test_sentences_before_the_plans_are_their_introduction(lines: Lines) -> None:
    """A sentence may run over several lines; behind the first plan nothing is introduced."""
    page = lines("計画は市を\n元気にします。\n\n三行目\n\nあとの文です。")
    assert [line.number for line, _ in furniture(page, 5, ())] == [1, 2]


def test_a_heading_stands_over_something(lines: Lines) -> None:
    """A short line that ends in 計画 is a heading only where a plan or a sentence follows it."""
    page = lines("水の計画\n土の計画\n\n題名")
    assert [(line.number, use.name) for line, use in furniture(page, 4, {4})] == [(2, "heading")]


@pytest.mark.parametrize(
    "text", ["終了した計画", "旭川市が現在進めている地域再生計画", "過去の計画", "実施中の地域再生計画"]
)
def test_headings_that_tell_a_status_end_the_plans_above(lines: Lines, text: str) -> None:
    """終了した計画 and its like are headings, and nothing above goes on behind them."""
    line = lines(text)[0]
    assert (is_heading(line), ends_plans(line)) == (True, True)


@pytest.mark.parametrize(
    "text", ["長井市地域再生計画", "地域再生について", "終了後の暮らしを支える計画", "過去の森を生かす計画"]
)
def test_other_headings_end_nothing(lines: Lines, text: str) -> None:
    """They may as well be titles."""
    line = lines(text)[0]
    assert (is_heading(line), ends_plans(line)) == (True, False)


@pytest.mark.parametrize("text", ["現在は計画を進めています。", "※終了した計画"])
def test_sentences_and_notes_are_no_headings(lines: Lines, text: str) -> None:
    """A heading is a short phrase without a mark before it."""
    assert not is_heading(lines(text)[0])


def test_a_telling_line_is_one_with_a_date(lines: Lines) -> None:
    """Days of any notation tell."""
    assert [tells_of_plans(line) for line in lines("R3.3.30\n二日\n平成32年3月1日")] == [True, False, True]
