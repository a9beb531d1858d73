"""Map the pages that records were read from: the document, the snapshot that was read, the contact."""

from saisei_lod import vocabulary as v
from saisei_lod.iris import Minter
from saisei_lod.records.model import Contact, Page
from saisei_lod.terms import Description, Iri, date, plain, text, typed

__all__ = ["source_block"]


def source_block(page: Page, minter: Minter) -> list[Description]:
    """Return the descriptions of a source document, the snapshot read, and the contact it names.

    The page's ``source`` and ``sha256`` must be known: without them nothing leads back to the source.
    """
    source, digest = page.source or "", page.sha256 or ""
    block = [_document(page, minter), _snapshot(page, minter.snapshot(source, digest), minter.source(source))]
    if page.contact is not None:
        block.append(_contact(page.contact, minter.contact(source)))
    return block


def _document(page: Page, minter: Minter) -> Description:
    described = Description(minter.source(page.source or ""), v.SOURCE_DOCUMENT)
    described.add(v.DCTERMS_TITLE, text(page.title, "ja") if page.title else None)
    code = page.publisher.code
    described.add(v.DCTERMS_PUBLISHER, minter.local_government(code) if code else None)
    described.add(v.URL, typed(page.url, "anyURI") if page.url else None)
    described.add(v.PAGE_ID, plain(page.page_id) if page.page_id else None)
    described.add(v.DCTERMS_MODIFIED, date(page.last_updated) if page.last_updated else None)
    described.add(v.DCAT_CONTACT_POINT, minter.contact(page.source or "") if page.contact else None)
    return described


def _snapshot(page: Page, subject: Iri, source: Iri) -> Description:
    described = Description(subject, v.SNAPSHOT_CLASS)
    described.add(v.PROV_SPECIALIZATION_OF, source)
    described.add(v.SHA256, plain(page.sha256) if page.sha256 else None)
    described.add(v.RETRIEVED, date(page.retrieved) if page.retrieved else None)
    return described


def _contact(contact: Contact, subject: Iri) -> Description:
    described = Description(subject, v.VCARD_ORGANIZATION)
    described.add(v.VCARD_FN, text(contact.name, "ja") if contact.name else None)
    described.add(v.POSTAL_ADDRESS, text(contact.address, "ja") if contact.address else None)
    described.add(v.TELEPHONE, plain(contact.phone) if contact.phone else None)
    described.add(v.FAX, plain(contact.fax) if contact.fax else None)
    described.add(v.VCARD_HAS_EMAIL, Iri.absolute(f"mailto:{contact.email}") if contact.email else None)
    return described
