"""Source documents, their snapshots and contacts as descriptions."""

from itertools import permutations
from typing import Any

from saisei_lod import vocabulary as v
from saisei_lod.iris import Minter
from saisei_lod.mapping.sources import source_block
from saisei_lod.records.model import Contact, Page, Publisher
from saisei_lod.terms import Description, Property


def page(digit: str, **fields: Any) -> Page:
    """Return a snapshot of one source."""
    return Page(source="06209-680", sha256=digit * 64, **fields)


def said(described: Description, predicate: Property) -> list[str]:
    """Return the values of a property in Turtle."""
    return [value.ttl for value in described.values(predicate)]


def test_a_page_is_a_document_a_snapshot_and_a_contact() -> None:
    """The document has what lasts, the snapshot what was so when it was read."""
    only = page(
        "a",
        title="計画",
        publisher=Publisher(code="06209"),
        last_updated="2023-07-14",
        retrieved="2024-05-01",
        url="https://example.org/680.html",
        contact=Contact(phone="0238-87-0714"),
    )
    document, snapshot, contact = source_block([only], Minter())
    assert said(document, v.DCTERMS_TITLE) == ['"計画"@ja']
    assert said(document, v.DCAT_CONTACT_POINT) == [contact.subject.ttl] == ["contact:06209-680"]
    assert said(document, v.DCTERMS_MODIFIED) == []
    assert said(snapshot, v.DCTERMS_MODIFIED) == ['"2023-07-14"^^xsd:date']
    assert said(snapshot, v.RETRIEVED) == ['"2024-05-01"^^xsd:date']


def test_two_snapshots_of_one_document_describe_it_once() -> None:
    """What the later one says is the document's, where it is silent the word is the earlier one's."""
    first = page("a", title="旧い表題", url="https://example.org/680.html", last_updated="2021-04-01")
    second = page("b", title="新しい表題", last_updated="2023-04-01")
    for pages in permutations([first, second]):
        document, *snapshots = source_block(pages, Minter())
        assert said(document, v.DCTERMS_TITLE) == ['"新しい表題"@ja']
        assert said(document, v.URL) == ['"https://example.org/680.html"^^xsd:anyURI']
        assert [one.subject.ttl for one in snapshots] == [
            "snapshot:06209-680-aaaaaaaa",
            "snapshot:06209-680-bbbbbbbb",
        ]
        assert [said(one, v.DCTERMS_MODIFIED) for one in snapshots] == [
            ['"2021-04-01"^^xsd:date'],
            ['"2023-04-01"^^xsd:date'],
        ]


def test_a_silent_page_has_no_contact() -> None:
    """Nothing is described that no snapshot tells."""
    assert [one.types for one in source_block([page("a")], Minter())] == [
        (v.SOURCE_DOCUMENT,),
        (v.SNAPSHOT_CLASS,),
    ]
