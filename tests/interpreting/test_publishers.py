"""Who publishes a page."""

from collections.abc import Callable

import pytest

from saisei_lod.errors import UsageError
from saisei_lod.interpreting import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("page", "code"),
    [
        ("計画\nお問い合わせ先\n旭川市総合政策部政策調整課", "01204"),
        ("計画\nお問い合わせ先\n総合政策課\n〒993-8601 山形県長井市ままの上5番1号", "06209"),
        ("「長井市地域再生計画」が認定されました", "06209"),
        ("計画\n情報発信元 長井市総合政策課", "06209"),
        ("府中市の計画\nお問い合わせ先\n政策課\n〒183-8703 東京都府中市宮西町2丁目24番地", "13206"),
        ("計画\nお問い合わせ先\n山形県企画調整課\n〒990-8570 山形市松波二丁目8番1号", "06000"),
    ],
)
def test_the_page_tells_its_publisher(read: Read, page: str, code: str) -> None:
    """Contact, title, issuer or address; what was concluded is a finding of severity info."""
    found = read(page)
    assert found.record.page.publisher.code == code
    told = [(f.code, f.severity.value) for f in found.findings if f.code.startswith("publisher")]
    assert told == [("publisher-found-on-page", "info")]


@pytest.mark.parametrize(
    "page",
    [
        "計画",
        "長井市と南陽市の計画",
        "小国町の計画",
        "長井市の計画\nお問い合わせ先\n企画調整課\n〒990-8570 山形県山形市松波二丁目8番1号",
        "計画\nお問い合わせ先\n総合政策課\n〒993-8601 山形県長丼市ままの上5番1号",
    ],
)
def test_a_page_that_does_not_tell_or_contradicts_itself_has_no_publisher(read: Read, page: str) -> None:
    """Nobody, two, one of several bearers, a title and an address that disagree, a prefecture in an address."""
    found = read(page)
    assert found.record.page.publisher.code is None
    assert "publisher-not-known" in [finding.code for finding in found.findings]


@pytest.mark.parametrize("code", ["06209", "062090"])
def test_the_caller_s_word_is_taken(read: Read, code: str) -> None:
    """A code of 5 or 6 digits overrides the page, without a finding."""
    found = read("旭川市の計画", publisher=code)
    assert (found.record.page.publisher.code, found.record.page.publisher.name) == ("06209", "長井市")
    assert [f.code for f in found.findings] == ["no-plan-found"]


@pytest.mark.parametrize("code", ["99999", "abc", "062091"])
def test_a_code_of_nobody_is_refused(read: Read, code: str) -> None:
    """A wrong code stops with a message."""
    with pytest.raises(UsageError):
        read("計画", publisher=code)
