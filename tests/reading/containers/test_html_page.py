"""HTML: what a reader of the page sees, as lines with tables, headings, links and definition lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.errors import InputError
from saisei_lod.findings.containers import STRUCK_OUT
from saisei_lod.reading import PageText
from saisei_lod.reading.containers.html_page import read_html
from saisei_lod.reading.model import Heading, Link


def page(html: str) -> PageText:
    """Read HTML in UTF-8."""
    return read_html(f"<!DOCTYPE html><meta charset=utf-8>{html}".encode(), "page.html")


def texts(html: str) -> list[str]:
    """Return the texts of the lines of a page."""
    return [line.text for line in page(html).lines]


def test_blocks_and_breaks_end_lines_and_inline_elements_do_not() -> None:
    """A paragraph, a list item and <br> end a line; bold and spans do not."""
    html = "<div>計画<b>の</b><span>名称</span><p>一<br>二</p><ul><li>甲<li>乙</ul>末</div>"
    assert texts(html) == ["計画の名称", "一", "二", "甲", "乙", "末"]


def test_paragraphs_leave_a_blank_line() -> None:
    """Numbers skip a line where a browser sets a margin, as in text copied from the page."""
    assert [line.number for line in page("<h2>題</h2><p>一<br>二</p><div>三</div><div>四</div>").lines] == [
        1, 3, 4, 6, 7,
    ]  # fmt: skip


def test_white_space_collapses_as_html_does() -> None:
    """Spaces and breaks of the source are one space, none at the ends; the author's own spaces stay."""
    assert texts("<p> \n A \t\r\n <b> B </b> C&nbsp;&nbsp;D\u3000E </p>") == ["A B C\u00a0\u00a0D\u3000E"]


def test_a_break_of_the_source_between_wide_letters_is_no_space() -> None:
    """Words are not torn by the source's own line breaks (CSS Text, section 4.1.3)."""
    assert texts("<p>地方創\n  生を進める A\nB</p><p><b>認定日</b>\n<i>令和2年</i></p>") == [
        "地方創生を進める A B",
        "認定日 令和2年",
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>x</script>", "<style>x</style>", "<noscript>x</noscript>", "<template>x</template>", "<!-- x -->",
        "<div hidden>x</div>", "<i aria-hidden=true>x</i>", "<div style='color:red; DISPLAY : none'>x<p>x</p></div>",
        "<span style='visibility:hidden'>x</span>", "<select><option>x</select>", "<textarea>x</textarea>",
        "<svg><title>x</title><text>x</text></svg>", "<iframe>x</iframe>", "<ruby><rp>x</rp><rt>x</rt></ruby>",
    ],
)  # fmt: skip
def test_hidden_parts_are_left_out(hidden: str) -> None:
    """What a reader does not see gives no text, and ends no line where it stands in one."""
    assert "".join(texts(f"<body>前{hidden}後")) == "前後"


def test_the_base_of_ruby_is_kept() -> None:
    """The reading goes, the letters stay, closed or not."""
    assert texts("<p><ruby>花<rp>(</rp><rt>はな</rt><rp>)</rp>巻<rt>まき</ruby>市") == ["花巻市"]
    assert texts("<p><ruby>花<rt>はな<rb>巻<rt>まき</ruby>市") == ["花巻市"]


def test_struck_text_is_left_out_and_told() -> None:
    """What is withdrawn is no value; a finding holds it."""
    read = page(
        "<p>期間 <del>令和3年</del><s></s><span style='text-decoration:line-through'>4月</span>令和4年</p>"
    )
    assert [line.text for line in read.lines] == ["期間 令和4年"]
    assert [(f.code, f.text, f.place.line) for f in read.findings] == [
        (STRUCK_OUT.code, "令和3年", 1),
        (STRUCK_OUT.code, "4月", 1),
    ]


def test_text_for_screen_readers_stays() -> None:
    """Style sheets are not read, so a class hides nothing."""
    assert texts("<p><span class=sr-only>外部リンク</span>計画</p>") == ["外部リンク計画"]


def test_the_title_is_no_line() -> None:
    """<title> stands apart, its white space collapsed; other text of the head is none."""
    read = page("<title> 地域再生計画\n| 花巻市 </title><p>本文")
    assert (read.title, [line.text for line in read.lines]) == ("地域再生計画 | 花巻市", ["本文"])


def test_headings_have_levels() -> None:
    """h1 to h6 are headings, each line of them."""
    assert page("<h1>題<br>副題</h1><p>文<h3>節</h3>").headings == (
        Heading(1, 1),
        Heading(2, 1),
        Heading(6, 3),
    )


def test_links_have_columns_and_addresses() -> None:
    """A link covers its letters on each of its lines; scripts lead nowhere."""
    read = page(
        "<p>計画 <a href=' a.pdf '> 本文<br>続き</a>(PDF) <a href='javascript:x()'>印刷</a> <a>無</a></p>"
    )
    assert read.links == (Link(1, 3, 5, "a.pdf"), Link(2, 0, 2, "a.pdf"))
    assert [line.text for line in read.lines] == ["計画 本文", "続き(PDF) 印刷 無"]


@pytest.mark.parametrize(
    ("base", "href", "url"),
    [
        ("", "../a.pdf?b=1#c", "../a.pdf?b=1#c"),
        ("<base href='https://city.example/x/'>", "../a.pdf", "https://city.example/a.pdf"),
        ("<base href='/x/'>", "a.pdf", "/x/a.pdf"),
        ("<base href='https://city.example/'>", "mailto:a@b.example", "mailto:a@b.example"),
        ("<base href='https://city.example/'>", "http://[", "http://["),
        ("", "\n/a\n.pdf ", "/a.pdf"),
    ],
)
def test_links_are_joined_to_the_base(base: str, href: str, url: str) -> None:
    """Without <base> an address stays as it is written; what is no address stays too."""
    assert page(f"{base}<p><a href='{href}'>計画</a></p>").links == (Link(1, 0, 2, url),)


def test_alternative_text_is_used_where_a_link_has_no_other() -> None:
    """An image alone in a link is read by its alternative text; other images are none."""
    html = "<p><a href=a><img alt='計画書'></a> <a href=b><img alt=x>本文</a> <img alt=y>"
    assert texts(html) == ["計画書 本文"]
    assert page(html).links == (Link(1, 0, 3, "a"), Link(1, 4, 6, "b"))


def test_definition_lists_give_terms_and_descriptions() -> None:
    """Terms that follow each other share what is described next; a list in a list is one of its own."""
    html = "<dl><dt>認定日<dd>令和2年<dd>令和3年<dt>甲<dt>乙<dd>丙<dl><dt>内<dd>容</dl><dt>空</dl>"
    read = page(html)
    numbers = {line.text: line.number for line in read.lines}
    assert [([name for name in numbers if numbers[name] in t], len(d)) for t, d in read.terms] == [
        (["認定日"], 2),
        (["内"], 1),
        (["甲", "乙"], 3),
        (["空"], 0),
    ]


def test_list_items_tell_their_lines() -> None:
    """An item holds its lines, those of items within it too, in the order in which items begin."""
    assert page("<ul><li>甲<br>乙<ul><li>丙</ul><li>丁</ul>").items == ((1, 2, 4), (4,), (6,))


def test_seams_tell_where_elements_meet_within_a_line() -> None:
    """A label and its value in elements of their own are told apart."""
    read = page("<p><span>認定日</span><span>令和2年</span> <b>第55回</b></p>")
    assert read.lines[0].text == "認定日令和2年 第55回"
    assert read.seams == ((1, 3), (1, 8))


def test_preformatted_text_keeps_its_breaks() -> None:
    """Each line of <pre> is a line."""
    assert texts("<pre>一  二\n  三\n\n四</pre>五") == ["一  二", "  三", "四", "五"]


def test_entities_are_characters_and_declared_ones_are_not_expanded() -> None:
    """HTML knows its own entities alone."""
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    html = f'<!DOCTYPE html [<!ENTITY a0 "x">{bomb}]><html><p>&yen;1&#12288;&#x8A08;&a11;</p>'
    assert read_html(html.encode(), "page.html").lines[-1].text == "¥1\u3000計&a11;"


def test_control_characters_become_spaces() -> None:
    """What no literal of RDF can hold is a space, and one space collapses with the next."""
    assert texts("<p>計\x00\x0b 画") == ["計 画"]


@pytest.mark.parametrize(
    "html", ["", "<html></html>", "<p>\u3000&nbsp;</p>", "<script>x</script>", "<title>x"]
)
def test_a_page_without_text_is_refused(html: str) -> None:
    """A page that only scripts fill has no text."""
    with pytest.raises(InputError, match="holds no text"):
        page(html)


@pytest.mark.parametrize("data", [b"", b" \n", b"<!-- x -->", b"<!DOCTYPE html>", b"<?xml version='1.0'?>"])
def test_a_page_without_elements_is_refused(data: bytes) -> None:
    """Found by fuzzing: the parser has its own word for a page of nothing."""
    with pytest.raises(InputError, match="holds no text"):
        read_html(data, "page.html")


TAGS = [
    "<p>", "</p>", "<table>", "</table>", "<tr>", "<td>", "<td rowspan=9>", "<th colspan=3>", "</td>", "<caption>",
    "<thead>", "<dl>", "<dt>", "<dd>", "</dl>", "<ul>", "<li>", "<a href=x>", "</a>", "<br>", "<pre>", "</pre>",
    "<ruby>", "<rt>", "<rb>", "</ruby>", "<del>", "</del>", "<div hidden>", "</div>", "<h2>", "</h2>", "<title>",
    "</title>", "<img alt=図>", "計画", "第55回", "&nbsp;", "<!--", "-->", "<base href=/y/>", "<tbody>", "</thead>",
]  # fmt: skip


@given(st.lists(st.sampled_from(TAGS), max_size=60))
def test_any_soup_of_tags_is_read_or_refused(tags: list[str]) -> None:
    """Every line stands where it says in the decoded text, and all else names lines that exist."""
    try:
        read = page("\n".join(tags))
    except InputError:
        return
    numbers = {line.number: line for line in read.lines}
    rows = read.decoded.split("\n")
    for line in read.lines:
        assert read.decoded[line.start : line.start + len(line.text)] == line.text == rows[line.number - 1]
    pieces = [p for t in read.tables for row in t.grid() for cell in row for p in cell.pieces]
    assert all(numbers[p.line].text[p.column : p.column + len(p.text)] == p.text for p in pieces)
    assert all(0 <= link.start < link.end <= len(numbers[link.line].text) for link in read.links)
    named = [n for item in read.items for n in item] + [
        n for pair in read.terms for part in pair for n in part
    ]
    assert {*named, *(heading.line for heading in read.headings)} <= set(numbers)
