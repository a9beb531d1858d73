"""Find the words of a page that say what its record tells of the page itself."""

from collections.abc import Iterator

from saisei_lod.interpreting.publishers import Speaker
from saisei_lod.interpreting.words import Words, day_words
from saisei_lod.reading import PageNotices, Part
from saisei_lod.records.model import Evidence, Page

__all__ = ["page_evidence"]


def page_evidence(notices: PageNotices, speaker: Speaker, page: Page) -> dict[str, Evidence]:
    """Return the evidence of each value of a page, by its path, in the order of the record."""
    found: dict[str, Evidence] = {}
    for path, rule, part, value in _values(notices, page):
        if part and value:
            found[path] = Words(part, notices.starts).evidence(rule, value)
    if page.last_updated and notices.header.last_updated:
        printed = Words(notices.header.last_updated, notices.starts)
        words = day_words(printed, page.last_updated) or printed
        found["last_updated"] = words.evidence("era-date", page.last_updated)
    if page.publisher.code:
        found["publisher"] = _publisher(speaker, page.publisher.code, notices)
    return found


def _values(notices: PageNotices, page: Page) -> Iterator[tuple[str, str, Part | None, str | None]]:
    """Yield path, rule, wording and value of what is printed as it stands."""
    header, contact, said = notices.header, notices.contact, page.contact
    yield "title", "page-header", header.title, page.title
    yield "page_id", "page-header", header.page_id, page.page_id
    if contact and said:
        yield "contact.name", "page-contact", contact.name, said.name
        yield "contact.address", "page-contact", contact.address, said.address
        yield "contact.phone", "page-contact", contact.phone, said.phone
        yield "contact.fax", "page-contact", contact.fax, said.fax
        yield "contact.email", "page-contact", contact.email, said.email


def _publisher(speaker: Speaker, code: str, notices: PageNotices) -> Evidence:
    """Return the words that name the publisher; one that the caller named has none."""
    if speaker.part is None:
        return Evidence(rule="publisher-told", value=code)
    return Words(speaker.part, notices.starts).evidence("government-name", code)
