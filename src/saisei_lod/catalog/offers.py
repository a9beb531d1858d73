"""The files in which a dataset is offered, with the texts that every catalogue shows of them."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from saisei_lod.catalog.datasets import Dataset
from saisei_lod.catalog.model import File, Release
from saisei_lod.errors import Bilingual
from saisei_lod.tables.definitions import TABLES

__all__ = ["FORMATS", "Form", "Offer", "offers", "workbook"]


class Form(NamedTuple):
    """A file format: its EU file type, the label that people know, IANA's media type."""

    eu: str
    label: str
    media_type: str


#: By file extension.
FORMATS: Final = {
    "ttl": Form("RDF_TURTLE", "TTL", "text/turtle"),
    "jsonld": Form("JSON_LD", "JSON-LD", "application/ld+json"),
    "nt": Form("RDF_N_TRIPLES", "N-Triples", "application/n-triples"),
    "nq": Form("RDF_N_QUADS", "N-Quads", "application/n-quads"),
    "rdf": Form("RDF_XML", "RDF/XML", "application/rdf+xml"),
    "csv": Form("CSV", "CSV", "text/csv"),
}
_WORKBOOK: Final = "tables/saisei.xlsx"
_TITLES: Final = {table.name: table.title for table in TABLES}


class Offer(NamedTuple):
    """A distribution of a dataset: its name in IRIs, its file, its format, its texts."""

    name: str
    file: File
    form: Form
    title: Bilingual
    description: Bilingual
    table: str = ""

    def address(self, release: Release) -> str:
        """Return where the file can be fetched."""
        return release.publication.download + self.file.path


def offers(dataset: Dataset, release: Release) -> Iterator[Offer]:
    """Yield the distributions of a dataset, as far as the release has the files: graphs, then tables."""
    for extension, form in FORMATS.items():
        if file := release.file(f"{dataset.file}.{extension}"):
            yield Offer(
                f"{dataset.name}-{extension}",
                file,
                form,
                Bilingual(f"{dataset.title.ja} ({form.label})", f"{dataset.title.en} ({form.label})"),
                Bilingual(f"全件を {form.label} で収めたファイル。", f"The whole dataset as {form.label}."),
            )
    form = FORMATS["csv"]
    for table in dataset.tables:
        if file := release.file(f"tables/{table}.csv"):
            title = _TITLES[table]
            yield Offer(
                f"{dataset.name}-table-{table}",
                file,
                form,
                Bilingual(f"{title.ja}の表 (CSV)", f"{title.en}: table (CSV)"),
                Bilingual(
                    f"「{title.ja}」の表。UTF-8 の CSV で、列の意味は {table}.csv-metadata.json (CSVW) にあります。",
                    f"A table: {title.en}. CSV in UTF-8; {table}.csv-metadata.json (CSVW) says what the columns mean.",
                ),
                table,
            )


def workbook(release: Release) -> File | None:
    """Return the workbook with all tables, which pages offer and catalogues do not."""
    return release.file(_WORKBOOK)
