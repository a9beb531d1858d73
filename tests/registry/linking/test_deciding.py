import pytest

from saisei_lod.registry.linking import Linker, Resolution


def reason(found: Resolution) -> str:
    """Return the reason of the only match."""
    (match,) = found.matches
    return match.reason


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("旭川市", "unique"),
        ("広島県府中市", "stated-prefecture"),
        ("田川郡川崎町", "county"),
        ("札幌市中央区", "stated-city"),
    ],
)
def test_reason_of_a_name_alone(links: Linker, text: str, expected: str) -> None:
    """A match says by what it was decided."""
    assert reason(links.resolve(text)) == expected


def test_context_decides_where_nothing_is_stated(links: Linker) -> None:
    """The prefecture of the page decides, in any of its forms."""
    found = [links.resolve("府中市", prefecture=form) for form in ("34", "34000", "広島県", "広島")]
    assert [(resolution.codes, reason(resolution)) for resolution in found] == [(("34208",), "context")] * 4


def test_what_is_stated_comes_before_the_context(links: Linker) -> None:
    """A page of Hiroshima may name 東京都府中市."""
    assert links.resolve("東京都府中市", prefecture="34").codes == ("13206",)


def test_publisher_names_itself(links: Linker) -> None:
    """The publisher's own name, or a ward of it, comes before the company of the list."""
    assert reason(links.resolve("府中市", publisher="13206")) == "publisher"
    assert links.resolve("北区", publisher="27140").codes == ("27146",)
    assert links.resolve("伊達市、室蘭市", publisher="07213").codes == ("07213", "01205")


def test_publisher_gives_its_prefecture(links: Linker) -> None:
    """Without a prefecture the publisher's own is the context."""
    assert links.resolve("府中市", publisher="34100").codes == ("34208",)
    assert links.resolve("府中市", publisher="34100", prefecture="13").codes == ("13206",)


def test_company_decides(links: Linker) -> None:
    """Names beside it in the list, then in the sentence, decide where they lie in one prefecture."""
    listed = links.resolve("調布市、府中市及び小金井市")
    assert [match.reason for match in listed.matches] == ["unique", "co-mention", "unique"]
    assert links.resolve("小国町では、長井市と連携する。").codes == ("06401", "06209")


def test_company_of_two_prefectures_decides_nothing(links: Linker) -> None:
    """With neighbours in both prefectures the name stays ambiguous, with its candidates."""
    found = links.resolve("福山市、調布市及び府中市")
    assert [(name.text, name.candidates) for name in found.ambiguous] == [("府中市", ("13206", "34208"))]


def test_context_decides_between_companies(links: Linker) -> None:
    """Where the list leaves two, the prefecture of the page decides."""
    found = links.resolve("福山市、調布市及び府中市", prefecture="34")
    assert [(match.code, match.reason) for match in found.matches][2] == ("34208", "context")


def test_the_same_name_stated_once_decides(links: Linker) -> None:
    """A name that the text places once is the same further on."""
    found = links.resolve("熊本県小国町の計画。次の文。小国町は森林が多い。")
    assert [(match.code, len(match.mentions)) for match in found.matches] == [("43424", 2)]


@pytest.mark.parametrize(
    ("day", "codes"),
    [("2016-10-09", "04423"), ("2016-10-10", "04216"), (None, "04423 04216")],
)
def test_old_name_is_in_force_until_the_day(links: Linker, day: str | None, codes: str) -> None:
    """富谷町 became 富谷市 on 2016-10-10: the day itself belongs to the city (half-open)."""
    assert " ".join(links.resolve("富谷町、富谷市", on=day).codes) == codes


def test_name_of_another_day_is_told_beside_the_answer(links: Linker) -> None:
    """A name that nobody bears on the day is no match: it is told with its bearer and a finding."""
    found = links.resolve("富谷市", on="2016-08-30")
    assert found.matches == ()
    assert [(match.code, match.valid_from, match.reason) for match in found.outdated] == [
        ("04216", "2016-10-10", "other-day")
    ]
    assert [finding.code for finding in found.findings] == ["name-not-in-force"]


def test_match_says_what_it_became(links: Linker) -> None:
    """A former government leads to those of today, two where it was split."""
    (match,) = links.resolve("上九一色村", on="2005-11-22").matches
    assert (match.code, match.valid_until, match.current) == ("19341", "2006-03-01", ("19201", "19430"))


def test_former_is_what_the_word_says(links: Linker) -> None:
    """旧 asks for a bearer that ended, also over a list, also on a later day."""
    assert links.resolve("旧朝日村（新潟県）").codes == ("15584",)
    assert links.resolve("旧二丈町及び志摩町", on="2020-03-30").codes == ("40462", "40463")
    assert links.resolve("旧福岡県糸島郡二丈町", on="2020-03-30").codes == ("40462",)


def test_common_words_need_more_than_letters(links: Linker) -> None:
    """門前町 in running text is a word; as an item, with its prefecture or with company it is the town."""
    assert links.resolve("善光寺の門前町").codes == ()
    assert links.resolve("門前町").codes == ("17462",)
    assert links.resolve("輪島市と石川県門前町は").codes == ("17204", "17462")
