"""Whom a page names for questions."""

from collections.abc import Callable, Sequence

import pytest

from saisei_lod.reading import Line
from saisei_lod.reading.page.contact import read_contact

Lines = Callable[[str], Sequence[Line]]
BLOCK = """この記事に関するお問い合わせ先

総合政策課 企画室

〒025-8601
岩手県花巻市花城町9番30号
電話番号:0198-00-0000 ファックス:0198-00-0001
kikaku@example.jp
メールでのお問い合わせはこちら"""


def test_the_parts_of_a_contact_are_told_apart(lines: Lines) -> None:
    """Name, address in two lines, telephone and fax of one line, electronic mail."""
    contact, uses = read_contact(lines(BLOCK))
    assert contact is not None
    found = {name: part.lines_text for name, part in contact._asdict().items()}
    assert found == {
        "name": "総合政策課 企画室",
        "address": "〒025-8601\n岩手県花巻市花城町9番30号",
        "phone": "0198-00-0000",
        "fax": "0198-00-0001",
        "email": "kikaku@example.jp",
    }
    assert sorted(uses) == [1, 3, 5, 6, 7, 8]


@pytest.mark.parametrize(
    "heading",
    ["お問い合わせ先", "お問合せ", "問い合わせ先:", "■このページに関するお問い合わせ", "【担当課】"],
)
def test_headings_of_contacts_are_known(lines: Lines, heading: str) -> None:
    """The wordings of pages for one thing."""
    contact, _ = read_contact(lines(f"{heading}\n花巻市企画課"))
    assert contact is not None
    assert contact.name is not None
    assert contact.name.text == "花巻市企画課"


def test_an_office_without_number_or_address_is_no_contact(lines: Lines) -> None:
    """An office in a text is no contact."""
    assert read_contact(lines("花巻市企画課\n市民まつり")) == (None, {})


def test_a_contact_may_stand_on_one_line_without_a_heading(lines: Lines) -> None:
    """A line with a telephone number or a postal code tells address and number."""
    contact, uses = read_contact(lines("計画\n企画課 〒025-8601 岩手県花巻市花城町9番30号 電話 0198-00-0000"))
    assert contact is not None
    assert contact.address is not None
    assert contact.phone is not None
    assert (contact.address.text, contact.phone.text) == ("岩手県花巻市花城町9番30号", "0198-00-0000")
    assert list(uses) == [2]


def test_an_office_below_the_address_is_not_the_name(lines: Lines) -> None:
    """The building that the office sits in is no office to ask."""
    contact, uses = read_contact(lines("お問い合わせ先\n企画課\n花巻市花城町9番30号\n市役所本庁新館"))
    assert contact is not None
    assert contact.name is not None
    assert (contact.name.text, sorted(uses)) == ("企画課", [1, 2, 3])


def test_a_contact_ends_at_a_line_that_is_none(lines: Lines) -> None:
    """What follows the block is left to others; controls within it do not end it."""
    _, uses = read_contact(lines("お問い合わせ先\n印刷\n花巻市企画課\nつぎの計画\n電話:0198-00-0000"))
    assert sorted(uses) == [1, 3]
