"""Understand the files that a page attaches to a plan: format, size as printed, address."""

import re
from collections.abc import Iterator
from typing import Final

from saisei_lod.reading import Field, FileLink, Notice, Part, Piece, attachment_facts
from saisei_lod.records.model import Document

__all__ = ["attached"]

_ENDING: Final = re.compile(r"\.([A-Za-z]{3,4})(?:[?#].*)?\Z")


def attached(notice: Notice) -> list[tuple[Document, Part]]:
    """Return the attached files with their words; a sentence that points to files with lost links names none."""
    linked = {(piece.line, piece.column) for file in notice.files for piece in _covered(file, notice)}
    alone = [
        (part, *attachment_facts(part.text))
        for part in notice.parts.get(Field.DOCUMENTS, ())
        if not any((piece.line, piece.column) in linked for piece in part.pieces)
    ]
    files = [(_linked(file), file.part) for file in notice.files]
    noted = [(Document(format=form, size_text=size), part) for part, form, size in alone if form or size]
    return files + noted


def _covered(file: FileLink, notice: Notice) -> Iterator[Piece]:
    """Yield the pieces of documents that the words of a link hold."""
    words = file.part.pieces[0]
    for part in notice.parts.get(Field.DOCUMENTS, ()):
        for piece in part.pieces:
            if piece.line == words.line and _overlap(piece, words):
                yield piece


def _overlap(one: Piece, other: Piece) -> bool:
    return one.column < other.column + len(other.text) and other.column < one.column + len(one.text)


def _linked(file: FileLink) -> Document:
    """Return a linked file: its format as noted, else as its address ends."""
    form, size = attachment_facts(file.part.text)
    ending = _ENDING.search(file.url)
    return Document(format=form or (ending[1].upper() if ending else None), size_text=size, url=file.url)
