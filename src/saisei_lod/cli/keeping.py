"""Keep what is read in a folder of records: known plans keep their keys, nothing is overwritten."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

import click
import msgspec

from saisei_lod.cli.options import told
from saisei_lod.errors import Bilingual, Language, UsageError
from saisei_lod.findings import Finding, Place
from saisei_lod.findings.matching import SNAPSHOT_NOT_DATED
from saisei_lod.interpreting import Reading
from saisei_lod.matching import KnownPlans, Match, match_page, records_folder
from saisei_lod.records.comparing import as_text, compare, says_otherwise
from saisei_lod.records.loading import load_file
from saisei_lod.records.model import Page, PageRecord
from saisei_lod.records.renewing import renewed
from saisei_lod.records.writing import write_new

__all__ = ["RecordKeeper"]

_READING: Final = Bilingual("登録済みの計画を読んでいます", "reading known plans")


class RecordKeeper:
    """The folder that records are written to, and the plans known there and in the folder compared with."""

    def __init__(
        self,
        language: Language,
        folder: Path | None,
        against: Path | None,
        *,
        quiet: bool,
        progress: Callable[[Bilingual], None],
    ) -> None:
        self._language: Language = language
        self._folder = folder
        self._against = against
        self._quiet = quiet
        self._progress = progress
        self._loaded: KnownPlans | None = None

    def matched(self, reading: Reading, name: str) -> tuple[Reading, list[list[Match]] | None]:
        """Return a reading with the keys of known plans, and the matches of each plan; None where none are known."""
        known = self._known()
        if known is None:
            return reading, None
        page = reading.record.page
        own = (
            [] if self._against else [path.as_posix() for path, kept in self._kept() if _is_same(page, kept)]
        )
        found = match_page(reading.record, known, file=name, own=own)
        return reading._replace(
            record=found.record, findings=[*reading.findings, *found.findings]
        ), found.matches

    def keep(self, record: PageRecord) -> list[Finding]:
        """Write a record, or that of a further snapshot where the page says otherwise of its plans; show what differs."""
        record = self._apart_from_namesakes(record)
        kept = [(path, page) for path, page in self._kept() if _is_same(record.page, page)]
        if not kept:
            self._write(record, is_further=False)
            return []
        path, page = _nearest(kept, record.page)
        before = load_file(path).record
        differences = compare(before, record)
        is_new = page.sha256 != record.page.sha256
        findings: list[Finding] = []
        if is_new and says_otherwise(differences):
            written = self._write(renewed(before, record), is_further=True)
            if _days(page) == _days(record.page):
                findings = [
                    SNAPSHOT_NOT_DATED.at(Place(written.as_posix(), path="page.retrieved"), file=path.name)
                ]
        elif is_new or not differences:
            self._say(path, is_new=is_new)
        if differences:
            click.echo(f"{path.as_posix()}:\n{as_text(differences, self._language)}")
        return findings

    def _known(self) -> KnownPlans | None:
        """Return the known plans, read when they are first needed; None where there is no folder to read."""
        if self._loaded is None:
            folders = [records_folder(self._against)] if self._against else []
            folders += [self._folder] if self._folder and self._folder.is_dir() else []
            if not folders:
                return None
            self._progress(_READING)
            self._loaded = KnownPlans.of(folders)
            if self._against and not self._loaded.pages:
                raise _no_records(self._against)
        return self._loaded

    def _kept(self) -> list[tuple[Path, Page]]:
        """Return the record files of the folder that is written to, with their pages."""
        known = self._known()
        if known is None or self._folder is None:
            return []
        here = self._folder.resolve()
        return [(path, page) for path, page in known.pages if path.resolve().parent == here]

    def _write(self, record: PageRecord, *, is_further: bool) -> Path:
        """Write a record, know its plans from now on, and return its file."""
        folder = self._folder or Path()
        folder.mkdir(parents=True, exist_ok=True)
        path = write_new(folder, record, is_further=is_further)
        known = self._known() or KnownPlans()
        self._loaded = known
        known.pages.append((path, record.page))
        for plan in record.plans:
            known.take(plan, path.as_posix())
        click.echo(path.as_posix())
        return path

    def _apart_from_namesakes(self, record: PageRecord) -> PageRecord:
        """Return a record under a source name of its own, where another page has its name: index.html is many."""
        names = {page.source for _, page in self._kept() if not _is_same(record.page, page)}
        if record.page.source not in names or record.page.url is None:
            return record
        mark = hashlib.sha256(record.page.url.encode()).hexdigest()[:8]
        page = msgspec.structs.replace(record.page, source=f"{record.page.source}-{mark}")
        return msgspec.structs.replace(record, page=page)

    def _say(self, path: Path, *, is_new: bool) -> None:
        if self._quiet:
            return
        same = told(self._language, "記録はページのとおりです。", "the record says what the page says.")
        unchanged = told(
            self._language,
            "ページは変わりましたが、計画について述べていることは同じです。新しい記録は作りません。",
            "the page has changed, but says the same of its plans; no new record is written.",
        )
        click.echo(f"{path.as_posix()}: {unchanged if is_new else same}", err=True)


def _is_same(page: Page, kept: Page) -> bool:
    """Tell whether two snapshots are of one page: the same bytes, else the address, else the source's name.

    Pages of one name and two addresses are two, unless they print one page number: then the page has moved.
    """
    if page.sha256 is not None and page.sha256 == kept.sha256:
        return True
    if page.url is None or kept.url is None:
        return page.source == kept.source
    is_moved = page.source == kept.source and page.page_id is not None and page.page_id == kept.page_id
    return page.url == kept.url or is_moved


def _nearest(kept: list[tuple[Path, Page]], page: Page) -> tuple[Path, Page]:
    """Return the file of the same bytes, else of the last snapshot that is not younger, else of the first."""
    same = next((pair for pair in kept if pair[1].sha256 == page.sha256), None)
    if same:
        return same
    in_order = sorted(kept, key=lambda pair: (_days(pair[1]), pair[0].name))
    earlier = [pair for pair in in_order if not any(_days(page)) or _days(pair[1]) <= _days(page)]
    return earlier[-1] if earlier else in_order[0]


def _days(page: Page) -> tuple[str, str]:
    """Return the days that put snapshots in order: as merging has it, the last update and then the retrieval."""
    return page.last_updated or page.retrieved or "", page.retrieved or ""


def _no_records(folder: Path) -> UsageError:
    return UsageError(
        Bilingual(
            "--against のフォルダーに記録がありません。", "The folder named by --against holds no records."
        ),
        where=str(folder),
        expected=Bilingual(
            "plans/ か、*.yaml や *.jsonl の記録のあるフォルダー",
            "a folder with plans/, or with records *.yaml or *.jsonl",
        ),
        todo=Bilingual(
            "データのフォルダーを指定してください(例 --against data/)。",
            "Name the data folder, like --against data/.",
        ),
    )
