"""Read pages for the command line: from files or standard input, to JSON, or to record files."""

import sys
from pathlib import Path

import click
import msgspec

from saisei_lod.cli.options import told
from saisei_lod.errors import Language
from saisei_lod.findings import Finding
from saisei_lod.interpreting import Reading, as_json, read_record
from saisei_lod.reading import read_file
from saisei_lod.reading.containers.limits import FILE_BYTES
from saisei_lod.records.comparing import as_text, compare
from saisei_lod.records.loading import load_file
from saisei_lod.records.model import Page
from saisei_lod.records.writing import to_yaml, write_new

__all__ = ["PageReader"]

_STDIN = "-"


class PageReader:
    """Read pages with the options of one call, and deliver what was read."""

    def __init__(
        self,
        language: Language,
        *,
        publisher: str | None,
        url: str | None,
        retrieved: str | None,
        quiet: bool,
    ) -> None:
        self._language: Language = language
        self._publisher = publisher
        self._url = url
        self._retrieved = retrieved
        self._quiet = quiet

    def read(self, page: str) -> Reading:
        """Read one page; ``-`` is standard input."""
        data = sys.stdin.buffer.read(FILE_BYTES.most + 1) if page == _STDIN else read_file(Path(page))
        name = "stdin" if page == _STDIN else page
        return read_record(
            data, name=name, publisher=self._publisher, url=self._url, retrieved=self._retrieved
        )

    def deliver(self, reading: Reading, folder: Path | None, form: str) -> list[Finding]:
        """Print the reading, or write it into a folder; return the findings to show."""
        if folder is not None and form == "yaml":
            self._keep(reading, folder)
        elif folder is not None:
            path = folder / f"{reading.record.page.source}.json"
            folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(msgspec.json.encode(as_json(reading)) + b"\n")
            click.echo(path.as_posix())
        elif form == "json":
            click.echo(msgspec.json.encode(as_json(reading)))
        else:
            click.echo(to_yaml(reading.record), nl=False)
        return list(reading.findings)

    def _keep(self, reading: Reading, folder: Path) -> None:
        """Write a new record file; where there is one already, show what differs and leave it."""
        path = _kept_file(folder, reading.record.page)
        if path is None:
            folder.mkdir(parents=True, exist_ok=True)
            click.echo(write_new(folder, reading.record).as_posix())
            return
        differences = compare(load_file(path).record, reading.record)
        if differences:
            click.echo(f"{path.as_posix()}:\n{as_text(differences, self._language)}")
        elif not self._quiet:
            same = told(self._language, "記録はページのとおりです。", "the record says what the page says.")
            click.echo(f"{path.as_posix()}: {same}", err=True)


def _kept_file(folder: Path, page: Page) -> Path | None:
    """Return the record file of the same source, or of the same address or bytes under another name."""
    if not folder.is_dir():
        return None
    for path in sorted(folder.glob("*.yaml")):
        kept = load_file(path).record.page
        named = (page.source, kept.source), (page.url, kept.url), (page.sha256, kept.sha256)
        if any(ours is not None and ours == theirs for ours, theirs in named):
            return path
    return None
