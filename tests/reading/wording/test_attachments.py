"""Notes of attached files."""

import pytest

from saisei_lod.reading.wording.attachments import FILE_SENTENCE, attachment_at, attachment_facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("(PDF形式 351キロバイト)", ("PDF", "351キロバイト")),
        ("(PDF形式:1035KB)", ("PDF", "1035KB")),
        ("[PDFファイル/161KB]", ("PDF", "161KB")),
        ("(PDFファイル: 410.0KB)", ("PDF", "410.0KB")),
        ("(PDF/348KB)", ("PDF", "348KB")),
        ("(PDF:852KB)", ("PDF", "852KB")),
        ("（ＰＤＦ：８５２ＫＢ）", ("PDF", "８５２ＫＢ")),
        ("(PDF 105KB)", ("PDF", "105KB")),
        ("(PDF\n105KB)", ("PDF", "105KB")),
        ("(1.1MB)", (None, "1.1MB")),
        ("【エクセル形式 1,450キロバイト】", ("エクセル", "1,450キロバイト")),
        ("(Word形式)", ("Word", None)),
        ("(仮称)", (None, None)),
        ("(3か年)", (None, None)),
    ],
)
def test_format_and_size_are_read_as_printed(text: str, facts: tuple[str | None, str | None]) -> None:
    """Every notation that pages use gives format and size; other brackets are no notes."""
    assert attachment_facts(text) == facts


def test_a_note_begins_at_its_place() -> None:
    """attachment_at sees nothing behind other characters."""
    text = "計画(PDF形式)"
    assert attachment_at(text, 0, len(text)) is None
    assert attachment_at(text, 2, len(text)) is not None


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("計画の詳細については、下記のファイルからご覧ください。", True),
        ("詳しくは添付の計画書をご確認ください", True),
        ("資料を保存し、いつでも見られる仕組みをつくります。", False),
    ],
)
def test_sentences_that_point_to_files_are_known(text: str, points: bool) -> None:  # noqa: FBT001 - expected value
    """They tell of files whose links a copy of the text has lost."""
    assert bool(FILE_SENTENCE.match(text)) == points
