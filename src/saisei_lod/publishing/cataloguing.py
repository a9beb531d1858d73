"""Check that the catalogue of a release is true to its files: each is there, of the stated size, hash and date."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from saisei_lod import vocabulary as v
from saisei_lod.findings import Finding, Place
from saisei_lod.findings.verifying import CATALOG_WRONG, LINK_BROKEN
from saisei_lod.publishing.folder import MANIFEST
from saisei_lod.publishing.stating import Manifest

if TYPE_CHECKING:
    import pyoxigraph

__all__ = ["check_catalog"]

_CATALOG: Final = "catalog.nt"
#: Further descriptions of the release's files, each read where it is there.
_FURTHER: Final = ("catalog-eu.ttl", "void.ttl")
_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_DRAFT: Final = "-draft"

_ADDRESSES: Final = (v.DCAT_DOWNLOAD_URL.value, "http://rdfs.org/ns/void#dataDump")

_Node = Mapping[str, list[str]]
"""The values of each property of a node, IRIs and texts alike."""
_Said = Mapping[str, _Node]
"""The nodes of a graph."""


def check_catalog(release: Path, manifest: Manifest, stated: Mapping[str, str]) -> Iterator[Finding]:
    """Yield a finding for each statement of the catalogue and its kin on files and dates that is not so.

    ``stated`` holds the true hash of each file. Files that lie elsewhere than under the release's own
    address are not looked at.
    """
    for name in (_CATALOG, *_FURTHER):
        if (release / name).is_file():
            yield from _Check(release, manifest, stated, _read(release / name), Place(file=name)).all()
        elif name == _CATALOG:
            yield LINK_BROKEN.at(Place(file=name), text=name)


class _Check(NamedTuple):
    """One description of the release's files, and what is true of them."""

    release: Path
    manifest: Manifest
    stated: Mapping[str, str]
    said: _Said
    place: Place

    def all(self) -> Iterator[Finding]:
        """Yield what is wrong with any node."""
        for node in self.said.values():
            for address in [value for term in _ADDRESSES for value in node.get(term, [])]:
                if address.startswith(self.manifest.id):
                    yield from self.file(address.removeprefix(self.manifest.id), node)
            yield from self.dates(node)
            if v.DCAT_CATALOG.value in node.get(_TYPE, []):
                yield from self.whole(node)

    def file(self, name: str, node: _Node) -> Iterator[Finding]:
        """Yield what is wrong with the size and the hash of a file, or that it is not there."""
        path = self.release / name
        if not path.is_file():
            yield LINK_BROKEN.at(self.place, text=name)
            return
        size = str(path.stat().st_size)
        for told in node.get(v.DCAT_BYTE_SIZE.value, []):
            if told != size:
                yield CATALOG_WRONG.at(self.place, text=name, stated=told, actual=size)
        for checksum in node.get(v.SPDX_CHECKSUM.value, []):
            for told in self.said.get(checksum, {}).get(v.SPDX_CHECKSUM_VALUE.value, []):
                actual = self.stated.get(name, told)
                if told.lower() != actual.lower():
                    yield CATALOG_WRONG.at(self.place, text=name, stated=told, actual=actual)

    def dates(self, node: _Node) -> Iterator[Finding]:
        """Yield a finding where a thing is changed before it is issued; ISO dates compare as texts."""
        issued, modified = node.get(v.DCTERMS_ISSUED.value, []), node.get(v.DCTERMS_MODIFIED.value, [])
        if issued and modified and max(modified) < min(issued):
            text = (node.get(v.DCTERMS_TITLE.value) or [""])[0]
            yield CATALOG_WRONG.at(self.place, text=text, stated=max(modified), actual=min(issued))

    def whole(self, catalog: _Node) -> Iterator[Finding]:
        """Yield a finding where the catalogue is of another date or version than the manifest states."""
        manifest = self.manifest
        version = max(catalog.get(v.DCAT_VERSION.value, [manifest.version])).removesuffix(_DRAFT)
        pairs = (
            (max(catalog.get(v.DCTERMS_MODIFIED.value, [manifest.issued])), manifest.issued),
            (version, manifest.version),
        )
        for told, actual in pairs:
            if told != actual:
                yield CATALOG_WRONG.at(self.place, text=MANIFEST, stated=told, actual=actual)


def _read(path: Path) -> _Said:
    import pyoxigraph  # noqa: PLC0415 - for this check alone

    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    syntax = pyoxigraph.RdfFormat.from_extension(path.suffix.removeprefix("."))
    for quad in pyoxigraph.parse(path=str(path), format=syntax):
        said[_text(quad.subject)][quad.predicate.value].append(_text(quad.object))
    return said


def _text(
    term: "pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple",
) -> str:
    return str(getattr(term, "value", term))
