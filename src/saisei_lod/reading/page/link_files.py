"""The files that the lines of a plan link to, each with the note of its format and size."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from saisei_lod.reading.model import Field, FileLink, Line, Link, Notice, PageText, Part, Piece
from saisei_lod.reading.wording.attachments import attachment_at, attachment_in

__all__ = ["is_file_link", "with_files"]

_FILE: Final = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|csv|txt|jtd|odt|ods)(?:[?#].*)?\Z", re.IGNORECASE)
_GAP: Final = re.compile(r"[\s・:→]*")


def is_file_link(url: str) -> bool:
    """Tell whether an address is that of a file, by how its path ends.

    >>> is_file_link("/plan/59.pdf"), is_file_link("/plan/59.html")
    (True, False)
    """
    return bool(_FILE.search(url))


def with_files(notices: Sequence[Notice], page: PageText) -> list[Notice]:
    """Return the notices, each with the files that the lines of its parts link to."""
    if not page.links:
        return list(notices)
    lines = {line.number: line for line in page.lines}
    links: dict[int, list[Link]] = {}
    for link in page.links:
        links.setdefault(link.line, []).append(link)
    return [notice._replace(files=tuple(_files(notice, links, lines))) for notice in notices]


def _files(
    notice: Notice, links: Mapping[int, Sequence[Link]], lines: Mapping[int, Line]
) -> Iterator[FileLink]:
    taken: set[Link] = set()
    for piece in _pieces(notice):
        for link in links.get(piece.line, ()):
            overlaps = link.start < piece.column + len(piece.text) and piece.column < link.end
            part = _words(lines[link.line], link) if overlaps and link not in taken else None
            if part and (is_file_link(link.url) or attachment_in(part.text, 0, len(part.text))):
                taken.add(link)
                yield FileLink(part, link.url)


def _pieces(notice: Notice) -> list[Piece]:
    """Return the pieces of the parts that may link to files, in the order of the page."""
    fields = (Field.TITLE, Field.DOCUMENTS, Field.SUMMARY, Field.NOTE, Field.ROUND, Field.CERTIFICATION)
    pieces = {piece for field in fields for part in notice.parts.get(field, ()) for piece in part.pieces}
    return sorted(pieces, key=lambda piece: (piece.line, piece.column))


def _words(line: Line, link: Link) -> Part | None:
    """Return the words of a link with the note of its file, which may stand behind the link."""
    start, end = link.start, min(link.end, len(line.text))
    if not line.level[start:end].strip():
        return None
    if not attachment_in(line.level, start, end):
        gap = _GAP.match(line.level, end)
        note = attachment_at(line.level, gap.end() if gap else end, len(line.level))
        end = note.end() if note else end
    return Part((Piece(line.text[start:end], line.number, start),))
