"""Where the value of a result stands: in which record and field, and which words of the source say it."""

from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual

__all__ = ["NO_TRACE", "Trace"]


class Trace(NamedTuple):
    """What the records know of a result, besides the file and line, which its finding holds.

    ``field`` is the field of the record (``period.end``), ``found`` its value as people read it,
    ``expected`` what is expected of it where that is more than the rule says. ``plan`` is the key of the
    plan and ``title`` its title, or the name of what stands in a table (第42回, 旭川市). ``codes`` are the
    local governments concerned, that of the page first. The rest is the source: the publisher's name, the
    page's title and address, the lines of the page, and the words that say the value. What is not known is
    "" or None.
    """

    field: str = ""
    found: str = ""
    expected: Bilingual = Bilingual("", "")
    plan: str = ""
    title: str = ""
    codes: tuple[str, ...] = ()
    publisher: str = ""
    page: str = ""
    url: str = ""
    lines: tuple[int, int] | None = None
    words: str = ""


#: What is known of a result that no record leads to.
NO_TRACE: Final = Trace()
