"""Records of plans: title, key, schemes, documents, status, words left over."""

from collections.abc import Callable

import pytest

from saisei_lod.interpreting import Reading
from saisei_lod.iris import KEY, plan_key

Read = Callable[..., Reading]
PAGE = "海の計画\n■認定日:令和2年3月30日(第55回)\n■概要:海を生かす。\n{}"


def codes(found: Reading) -> list[str]:
    """Return the codes of findings."""
    return [finding.code for finding in found.findings]


def test_a_key_is_minted_from_what_is_stated(read: Read) -> None:
    """Round, smallest maker and title."""
    found = read(PAGE.format(""), publisher="06209")
    assert found.record.plans[0].id == plan_key("海の計画", ["06209"], 55, "2020-03-30")


def test_an_inferred_round_is_no_part_of_the_key(read: Read) -> None:
    """Where only the day is printed, the day stands in the key."""
    found = read(PAGE.format("").replace("(第55回)", ""), publisher="06209")
    assert (found.record.plans[0].id or "")[:9] == "d20200330"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("海の計画\n", "", "plan-without-title"),
        ("海の計画\n", "海の「計画\n", "title-doubtful"),
        ("海の計画\n", "海の計画 3キロバイト\n", "title-doubtful"),
        ("令和2年3月30日(第55回)", "令和2年2月30日", "date-impossible"),
        ("令和2年3月30日(第55回)", "未定", "words-not-understood"),
    ],
)
def test_a_plan_that_is_not_understood_gets_no_key(read: Read, old: str, new: str, code: str) -> None:
    """No title, a doubtful one, or a day that cannot be: the record stays unminted, with a finding."""
    found = read(PAGE.format("").replace(old, new), publisher="06209")
    assert code in codes(found)
    key = found.record.plans[0].id
    assert key is None or (code == "words-not-understood" and key.startswith("nodate"))


def test_three_plans_without_titles_are_three_plans(read: Read) -> None:
    """They are never merged into one for want of a name."""
    block = "■認定日:令和2年3月30日(第55回)\n■概要:海を生かす。\n\n"
    found = read(block * 3, publisher="06209")
    assert [plan.id for plan in found.record.plans] == [None, None, None]


def test_a_plan_listed_twice_has_its_key_once(read: Read) -> None:
    """The second one is kept without a key."""
    found = read(PAGE.format("\n") + PAGE.format(""), publisher="06209")
    assert [bool(plan.id) for plan in found.record.plans] == [True, False]
    assert codes(found) == ["plan-key-twice"]


@pytest.mark.parametrize(
    ("words", "slugs", "findings"),
    [
        ("地方創生推進交付金及び企業版ふるさと納税", ["suishin", "kigyou"], []),
        ("地方創生推進交付金\n企業版ふるさと納税", ["suishin", "kigyou"], []),
        ("なし", [], []),
        ("ほげ交付金", [], ["scheme-not-known"]),
        ("デジタル実装型", [], ["scheme-ambiguous"]),
    ],
)
def test_schemes_are_slugs_and_the_rest_is_reported(
    read: Read, words: str, slugs: list[str], findings: list[str]
) -> None:
    """Unknown and shared labels choose nothing."""
    found = read(PAGE.format(f"■支援措置:{words}"), publisher="06209")
    assert (found.record.plans[0].schemes, codes(found)) == (slugs, findings)
    assert found.record.plans[0].printed["schemes"] == words


def test_the_line_of_a_finding_is_that_of_its_words(read: Read) -> None:
    """An unknown scheme on the second line of its field is reported there."""
    found = read(PAGE.format("■支援措置:地方創生推進交付金\nほげ交付金"), publisher="06209")
    assert [(f.place.line, f.text) for f in found.findings] == [(5, "ほげ交付金")]


def test_documents_have_their_printed_size(read: Read) -> None:
    """Format and size of each; a sentence about files is kept as wording alone."""
    found = read(
        PAGE.format("■添付ファイル:計画書(PDF:852KB)\n計画の詳細は下記のファイルをご覧ください。"),
        publisher="06209",
    )
    plan = found.record.plans[0]
    assert [(d.format, d.size_text, d.url) for d in plan.documents] == [("PDF", "852KB", None)]
    assert "ご覧ください" in plan.printed["documents"]


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("終了した計画", "ended"),
        ("現在の計画", "current"),
        ("実施中の地域再生計画", "current"),
        ("長井市地域再生計画", None),
    ],
)
def test_the_status_is_what_the_heading_says(read: Read, heading: str, status: str | None) -> None:
    """A heading without a word for it states no status."""
    plan = read(f"長井市のページ\n\n{heading}\n\n{PAGE.format('')}").record.plans[0]
    assert (plan.heading, plan.status) == (heading, status)


def test_a_row_swallowed_by_a_summary_is_suspected(read: Read) -> None:
    """A file's note or a round within a summary looks like another plan."""
    found = read(
        PAGE.format("").replace("海を生かす。", "海を生かす。(第56回)山の計画(PDF形式 3キロバイト)"),
        publisher="06209",
    )
    assert codes(found) == ["summary-holds-plan"]


def test_minted_keys_have_the_form_of_keys(read: Read) -> None:
    """A key of a month, of a round and of no date."""
    for certified in ("令和2年3月認定", "第55回", "令和2年認定"):
        key = (
            read(PAGE.format("").replace("令和2年3月30日(第55回)", certified), publisher="06209")
            .record.plans[0]
            .id
        )
        assert key is not None
        assert KEY.match(key), certified
