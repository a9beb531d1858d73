"""Read pages into notices: what a page says about each plan, as strings with their places.

A page goes through a container and structures, which tell the wording of each plan; nothing
is interpreted here.
"""

from saisei_lod.reading.containers.kinds import read_file
from saisei_lod.reading.model import (
    ContactNotice,
    Field,
    FileLink,
    Header,
    IndicatorNotice,
    Lexicon,
    Line,
    Notice,
    PageCoverage,
    PageNotices,
    PageText,
    Part,
    Piece,
    Use,
)
from saisei_lod.reading.pages import read_page
from saisei_lod.reading.wording.attachments import attachment_facts

__all__ = [
    "ContactNotice",
    "Field",
    "FileLink",
    "Header",
    "IndicatorNotice",
    "Lexicon",
    "Line",
    "Notice",
    "PageCoverage",
    "PageNotices",
    "PageText",
    "Part",
    "Piece",
    "Use",
    "attachment_facts",
    "read_file",
    "read_page",
]
