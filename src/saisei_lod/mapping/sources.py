"""Map the pages that records were read from: the document, the snapshots that were read, the contact."""

from collections.abc import Sequence

from saisei_lod import vocabulary as v
from saisei_lod.iris import Minter
from saisei_lod.records.model import Contact, Page
from saisei_lod.terms import Description, Iri, date, plain, text, typed

__all__ = ["source_block"]


def source_block(pages: Sequence[Page], minter: Minter) -> list[Description]:
    """Return the descriptions of a source document, of its snapshots, and of the contact that it names.

    ``pages`` are the readings of one source, each of another snapshot; the document is described once, as
    the latest reading has it, and where that is silent as the one before. Each page's ``source`` and
    ``sha256`` must be known: without them nothing leads back to the source.
    """
    read = sorted(pages, key=_read_on, reverse=True)
    source = read[0].source or ""
    contact = next((page.contact for page in read if page.contact), None)
    block = [_document(read, contact, minter)]
    block += [_snapshot(page, minter) for page in reversed(read)]
    if contact is not None:
        block.append(_contact(contact, minter.contact(source)))
    return block


def _read_on(page: Page) -> tuple[str, str, str]:
    """Return the days that a page speaks for, as merging has it; the hash tells pages of one day apart."""
    return page.last_updated or page.retrieved or "", page.retrieved or "", page.sha256 or ""


def _document(read: Sequence[Page], contact: Contact | None, minter: Minter) -> Description:
    source = read[0].source or ""
    described = Description(minter.source(source), v.SOURCE_DOCUMENT)
    title, url, page_id = (_first(read, name) for name in ("title", "url", "page_id"))
    code = next((page.publisher.code for page in read if page.publisher.code), None)
    described.add(v.DCTERMS_TITLE, text(title, "ja") if title else None)
    described.add(v.DCTERMS_PUBLISHER, minter.local_government(code) if code else None)
    described.add(v.URL, typed(url, "anyURI") if url else None)
    described.add(v.PAGE_ID, plain(page_id) if page_id else None)
    described.add(v.DCAT_CONTACT_POINT, minter.contact(source) if contact else None)
    return described


def _first(read: Sequence[Page], name: str) -> str | None:
    return next((value for page in read if (value := getattr(page, name))), None)


def _snapshot(page: Page, minter: Minter) -> Description:
    source = page.source or ""
    described = Description(minter.snapshot(source, page.sha256 or ""), v.SNAPSHOT_CLASS)
    described.add(v.PROV_SPECIALIZATION_OF, minter.source(source))
    described.add(v.SHA256, plain(page.sha256) if page.sha256 else None)
    described.add(v.RETRIEVED, date(page.retrieved) if page.retrieved else None)
    described.add(v.DCTERMS_MODIFIED, date(page.last_updated) if page.last_updated else None)
    return described


def _contact(contact: Contact, subject: Iri) -> Description:
    described = Description(subject, v.VCARD_ORGANIZATION)
    described.add(v.VCARD_FN, text(contact.name, "ja") if contact.name else None)
    described.add(v.POSTAL_ADDRESS, text(contact.address, "ja") if contact.address else None)
    described.add(v.TELEPHONE, plain(contact.phone) if contact.phone else None)
    described.add(v.FAX, plain(contact.fax) if contact.fax else None)
    described.add(v.VCARD_HAS_EMAIL, Iri.absolute(f"mailto:{contact.email}") if contact.email else None)
    return described
