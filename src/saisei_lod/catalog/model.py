"""What catalogues tell of a release, whatever the form in which they tell it."""

from collections.abc import Sequence
from typing import NamedTuple

from saisei_lod.errors import Bilingual
from saisei_lod.records.publication import Publication

__all__ = ["File", "Release"]


class File(NamedTuple):
    """A file of the release: path inside it, size in bytes, SHA-256 in hex."""

    path: str
    size: int
    sha256: str


class Release(NamedTuple):
    """What the catalogue tells of a release: the publication, its date, its files, its last known day."""

    publication: Publication
    issued: str
    files: Sequence[File]
    last_day: str
    draft: bool = False

    @property
    def version(self) -> str:
        """The version; a draft is marked."""
        return self.publication.version + ("-draft" if self.draft else "")

    def described(self, words: Bilingual) -> Bilingual:
        """Return a description; that of a draft says so first."""
        if not self.draft:
            return words
        return Bilingual(
            f"下書き: 検証で違反が見つかっています。{words.ja}",
            f"Draft: validation found violations. {words.en}",
        )

    def file(self, path: str) -> File | None:
        """Return a file by its path, None where the release has none."""
        return next((file for file in self.files if file.path == path), None)

    def ends(self, dataset: str) -> str:
        """Return the last day that a dataset covers: that of the last plan period, else the release's."""
        return max(self.last_day, self.issued) if dataset in {"plans", "provenance"} else self.issued
