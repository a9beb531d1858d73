"""Write the catalogue of a release into its folder, in every form in which somebody takes it."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final, Protocol

from saisei_lod.catalog.ckan import ckan_packages
from saisei_lod.catalog.counting import count_graph
from saisei_lod.catalog.croissant import croissant
from saisei_lod.catalog.datapackage import datapackage
from saisei_lod.catalog.datasets import DATASETS
from saisei_lod.catalog.describing import catalog_block, eu_catalog_block
from saisei_lod.catalog.landing import landing_page
from saisei_lod.catalog.model import File, Release
from saisei_lod.catalog.sources import licence_text, page_sources, sources_text
from saisei_lod.catalog.void import void_block
from saisei_lod.iris import Minter
from saisei_lod.records.model import Page
from saisei_lod.serialization import write
from saisei_lod.serialization.sink import Sink, disk_faults
from saisei_lod.terms import Description

__all__ = ["offered_files", "write_descriptions"]

#: Files of lines, of which a graph has one.
_LINES: Final = (".nt", ".nq")
_WORKBOOKS: Final = frozenset({".xlsx"})
_TABLES: Final = "tables"
#: What tells what has changed since the last release.
_NEWS: Final = ("changes.html", "feed.atom")


class Target(Protocol):
    """Where a release is written, and with which prefixes."""

    @property
    def folder(self) -> Path:
        """The folder of the release."""

    @property
    def scratch(self) -> Path:
        """A folder on the same disk for what is sorted."""

    @property
    def minter(self) -> Minter:
        """What names things."""

    @property
    def prefixes(self) -> Mapping[str, str]:
        """The prefixes of Turtle with their namespaces."""

    @property
    def context(self) -> Mapping[str, object]:
        """The context of JSON-LD."""

    def write(self, name: str, blocks: Iterable[list[Description]]) -> object:
        """Write a graph in every format."""


def offered_files(folder: Path, hash_of: Callable[[Path], str]) -> list[File]:
    """Return the files of a release folder that catalogues and pages offer, with sizes and hashes."""
    graphs = {dataset.file for dataset in DATASETS}
    tables = {f"{_TABLES}/{name}.csv" for dataset in DATASETS for name in dataset.tables}
    found = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if name.rpartition(".")[0] in graphs or name in tables or path.suffix in _WORKBOOKS:
            found.append(File(name, path.stat().st_size, hash_of(path)))
    return found


def write_descriptions(target: Target, release: Release, pages: Iterable[Page], dump: str) -> None:
    """Write DCAT, VoID, CKAN, Croissant and Data Package, the landing page, the licence and the sources.

    ``pages`` are those that the records were read from; ``dump`` is the path of the file that will hold
    all graphs. Raises EnvironmentFault where the disk fails.
    """
    minter = target.minter
    target.write("catalog", [catalog_block(release, minter)])
    _turtle(target, "catalog-eu.ttl", eu_catalog_block(release, minter))
    counts = {
        dataset.name: count_graph(path)
        for dataset in DATASETS
        for extension in _LINES
        if (path := target.folder / f"{dataset.file}{extension}").is_file()
    }
    _turtle(target, "void.ttl", void_block(release, minter, counts, target.prefixes, dump))
    sources = page_sources(pages, release.publication.terms)
    news = [name for name in _NEWS if (target.folder / name).is_file()]
    texts = {
        ".well-known/void": (target.folder / "void.ttl").read_text(encoding="utf-8"),
        "ckan/packages.jsonl": ckan_packages(release, minter),
        "croissant.json": _json(croissant(release)),
        "datapackage.json": _json(datapackage(release, sources)),
        "index.html": landing_page(release, minter, counts, news),
        "LICENSE": licence_text(release),
        "SOURCES.md": sources_text(release, sources),
    }
    for name, text in texts.items():
        _write(target.folder / name, text)


def _turtle(target: Target, name: str, block: list[Description]) -> None:
    outputs = {"turtle": target.folder / name}
    write([block], outputs, prefixes=target.prefixes, context=target.context, scratch=target.scratch)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _write(path: Path, text: str) -> None:
    with disk_faults(path):
        path.parent.mkdir(exist_ok=True)
    with Sink(path) as sink:
        sink.write(text.encode())
