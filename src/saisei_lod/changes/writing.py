"""Write what changed since the former release into a new one, and the stream that leads through all of them."""

import shutil
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from saisei_lod.changes.comparing import Changes, changes_of, differences
from saisei_lod.changes.documents import as_json
from saisei_lod.changes.feed import as_feed
from saisei_lod.changes.history import FORM, Graph, History, Line, Page, Release, as_bytes
from saisei_lod.changes.page import as_page
from saisei_lod.changes.pages import PageWriter
from saisei_lod.changes.releases import GRAPHS, VOCABULARY, Head, opened, write_vocabulary
from saisei_lod.changes.replay import replay
from saisei_lod.changes.stream import as_index
from saisei_lod.changes.wording import line
from saisei_lod.records.publication import Publication
from saisei_lod.serialization.sink import disk_faults

__all__ = ["CHANGES", "FEED", "INDEX", "STREAM", "Edition", "files_of", "write_changes"]

#: The names of what is written.
CHANGES: Final = "changes.jsonld"
_PAGE: Final = "changes.html"
FEED: Final = "feed.atom"
STREAM: Final = "ldes"
INDEX: Final = "index.ttl"
#: Changes of a release that the feed tells in words.
_TOLD: Final = 100
_BLOCK: Final = 1 << 20


class Edition(NamedTuple):
    """Who publishes a release and when (ISO 8601), and the namespaces of its IRIs by prefix."""

    publication: Publication
    issued: str
    prefixes: Mapping[str, str]


def files_of(release: Path, scratch: Path) -> dict[str, Path]:
    """Return the files of a release's graphs; that of its vocabulary is written into ``scratch``."""
    vocabulary = scratch / f"{VOCABULARY}.nt"
    write_vocabulary(release, vocabulary)
    files = {name: release / f"{name}.nt" for name in GRAPHS if name != VOCABULARY}
    return {name: path for name, path in {**files, VOCABULARY: vocabulary}.items() if path.is_file()}


def write_changes(release: Path, scratch: Path, history: History, edition: Edition) -> Changes:
    """Write the changes since the last release before its date into a release whose graphs are written.

    Releases of the history from that day on are left out of account: the same data gives the same bytes
    before and after it has been recorded. Raises InputError for a history that cannot be replayed,
    EnvironmentFault where the disk fails.
    """
    publication, issued, _ = edition
    former = history.before(issued)
    stream = release / STREAM
    with disk_faults(stream):
        stream.mkdir()
        for one in former.releases:
            for name in [f"{one.date}.json", *[page.name for page in one.pages]]:
                shutil.copyfile(former.folder / name, stream / name)
    with TemporaryDirectory(prefix="changes-", dir=scratch) as folder:
        changes, made = _compare(release, Path(folder), former, edition)
    releases = [*former.releases, made]
    with disk_faults(release):
        (stream / f"{issued}.json").write_bytes(as_bytes(made))
        _write(stream / INDEX, as_index(publication, releases))
        _write(release / CHANGES, [as_json(changes)])
        _write(release / FEED, as_feed(publication, releases))
        _write(release / _PAGE, as_page(publication, changes, releases))
    return changes


def _compare(release: Path, folder: Path, former: History, edition: Edition) -> tuple[Changes, Release]:
    """Write the new pages while comparing; return what changed, and what is kept of the release."""
    publication, issued, prefixes = edition
    files = files_of(release, folder)
    head = Head(publication.base, issued, publication.version)
    with ExitStack() as stack:
        old = None
        if former.releases:
            before = folder / "former"
            before.mkdir()
            replayed = replay(former.pages, before, folder)
            old = stack.enter_context(opened(former.releases[-1].head, replayed))
        new = stack.enter_context(opened(head, files))
        address = f"{publication.download}{STREAM}/"
        pages = PageWriter(release / STREAM, address, publication.base, issued, prefixes)
        changes = changes_of(old, new, pages.through(differences(old, new)))
        told = [(change.nature.value, line(change, changes.names)) for change in changes.changes[:_TOLD]]
    return changes, Release(
        form=FORM,
        date=issued,
        version=publication.version,
        base=publication.base,
        former=former.releases[-1].date if former.releases else "",
        graphs={name: _graph(path) for name, path in files.items()},
        pages=[Page(*page) for page in pages.pages],
        counts=changes.counts,
        told=[Line(nature, text.ja, text.en) for nature, text in told],
    )


def _graph(path: Path) -> Graph:
    digest, triples = sha256(), 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            triples += block.count(b"\n")
    return Graph(digest.hexdigest(), triples)


def _write(path: Path, pieces: Iterable[str] | Sequence[str]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(pieces)
