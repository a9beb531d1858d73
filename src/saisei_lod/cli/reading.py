"""Read pages for the command line: from files or standard input, to JSON, or to record files."""

import sys
from pathlib import Path
from typing import Any

import click
import msgspec

from saisei_lod.cli.keeping import RecordKeeper
from saisei_lod.findings import Finding
from saisei_lod.interpreting import Reading, as_json, read_record
from saisei_lod.matching import Match
from saisei_lod.reading import read_file
from saisei_lod.reading.containers.limits import FILE_BYTES
from saisei_lod.records.writing import to_yaml

__all__ = ["PageReader"]

_STDIN = "-"


class PageReader:
    """Read pages with the options of one call, and deliver what was read."""

    def __init__(
        self, keeper: RecordKeeper, *, publisher: str | None, url: str | None, retrieved: str | None
    ) -> None:
        self._keeper = keeper
        self._publisher = publisher
        self._url = url
        self._retrieved = retrieved

    def read(self, page: str) -> Reading:
        """Read one page; ``-`` is standard input."""
        data = sys.stdin.buffer.read(FILE_BYTES.most + 1) if page == _STDIN else read_file(Path(page))
        return read_record(
            data, name=_name(page), publisher=self._publisher, url=self._url, retrieved=self._retrieved
        )

    def deliver(self, page: str, reading: Reading, folder: Path | None, form: str) -> list[Finding]:
        """Print the reading, or write it into a folder; return the findings to show.

        Plans that are known in the folder, or in the one compared with, have their keys before.
        """
        reading, matches = self._keeper.matched(reading, _name(page))
        if folder is not None and form == "yaml":
            return [*reading.findings, *self._keeper.keep(reading.record)]
        if folder is not None:
            path = folder / f"{reading.record.page.source}.json"
            folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_json(reading, matches) + b"\n")
            click.echo(path.as_posix())
        elif form == "json":
            click.echo(_json(reading, matches))
        else:
            click.echo(to_yaml(reading.record), nl=False)
        return list(reading.findings)


def _name(page: str) -> str:
    return "stdin" if page == _STDIN else page


def _json(reading: Reading, matches: list[list[Match]] | None) -> bytes:
    """Return a reading as one line of JSON; where plans are known, each plan has its ``matches``."""
    said: dict[str, Any] = as_json(reading)
    for plan, found in zip(said["plans"], matches or [], strict=False):
        plan["matches"] = [match.as_json() for match in found]
    return msgspec.json.encode(said)
