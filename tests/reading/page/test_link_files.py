"""Files that plans link to."""

import pytest

from saisei_lod.reading import Lexicon, read_page


@pytest.mark.parametrize(
    ("cell", "files"),
    [
        ('<a href="a.pdf">海の計画</a>(PDF形式 412キロバイト)', [("海の計画</a>", "a.pdf")]),
        ('<a href="a.pdf">海の計画(PDF:3KB)</a>', [("海の計画(PDF:3KB)", "a.pdf")]),
        ('<a href="a.html">海の計画</a>', []),
        (
            '海の計画<br><a href="a.pdf">計画書</a>(1.1MB)<br><a href="b.docx">概要</a>',
            [("計画書(1.1MB)", "a.pdf"), ("概要", "b.docx")],
        ),
    ],
)
def test_a_link_to_a_file_is_a_document_with_its_note(
    lexicon: Lexicon, cell: str, files: list[tuple[str, str]]
) -> None:
    """The note of format and size may stand in the link or behind it; a page is no file."""
    body = f"<table><tr><th>計画名</th><th>認定日</th></tr><tr><td>{cell}</td><td>R2.3.30</td></tr></table>"
    page = read_page(f"<!DOCTYPE html><body>{body}</body>".encode(), name="page.html", lexicon=lexicon)
    expected = [(words.replace("</a>", "(PDF形式 412キロバイト)"), url) for words, url in files]
    assert [(file.part.text, file.url) for file in page.notices[0].files] == expected
