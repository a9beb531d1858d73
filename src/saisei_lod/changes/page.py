"""Write what changed as one HTML page: Japanese with English below, no script, nothing from elsewhere."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from saisei_lod.changes.comparing import Changes
from saisei_lod.changes.feed import counted
from saisei_lod.changes.history import Release
from saisei_lod.changes.model import NATURES, Change, Nature
from saisei_lod.changes.wording import detail_line, headline, title
from saisei_lod.errors import Bilingual
from saisei_lod.records.publication import Publication

__all__ = ["as_page"]

#: Changes of one nature that the page shows; changes.jsonld has them all.
_SHOWN: Final = 500
_STYLE: Final = (
    "body{font-family:sans-serif;max-width:60em;margin:1em auto;padding:0 1em;line-height:1.6}"
    "ul{padding-left:1.2em}li{margin:.4em 0}[lang=en]{color:#444;font-size:.9em}"
    "table{border-collapse:collapse}td,th{border:1px solid #888;padding:.2em .6em;text-align:left;vertical-align:top}"
)
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"


def as_page(publication: Publication, changes: Changes, releases: Sequence[Release]) -> Iterator[str]:
    """Yield the page: the changes of the newest release by nature, then all releases with their counts."""
    name = title(changes)
    yield '<!DOCTYPE html>\n<html lang="ja">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
    yield '<meta name="viewport" content="width=device-width">\n'
    yield f"<title>{escape(name.ja)} / {escape(name.en)}</title>\n<style>{_STYLE}</style>\n"
    yield '<link rel="alternate" type="application/atom+xml" href="feed.atom">\n'
    yield '<link rel="alternate" type="application/ld+json" href="changes.jsonld">\n</head>\n<body>\n'
    yield f"<p>{_both(publication.title)}</p>\n<h1>{_both(name)}</h1>\n"
    if not changes.changes:
        yield f"<p>{_both(Bilingual('変わったことはありません。', 'Nothing changed.'))}</p>\n"
    for nature in Nature:
        members = [change for change in changes.changes if change.nature is nature]
        if members:
            yield from _section(nature, members, changes)
    yield from _releases(releases)
    yield "</body>\n</html>\n"


def _both(text: Bilingual) -> str:
    return f'{escape(text.ja)}<br><span lang="en">{escape(text.en)}</span>'


def _section(nature: Nature, members: Sequence[Change], changes: Changes) -> Iterator[str]:
    name, meaning = NATURES[nature]
    yield f'<h2 id="{nature.value}">{escape(name.ja)} / <span lang="en">{escape(name.en)}</span> ({len(members):,})</h2>\n'
    yield f"<p>{_both(meaning)}</p>\n<ul>\n"
    for change in members[:_SHOWN]:
        yield f"<li>{_both(headline(change))}"
        if change.details:
            details = [detail_line(detail, changes.names) for detail in change.details]
            yield "<ul>" + "".join(f"<li>{_both(detail)}</li>" for detail in details) + "</ul>"
        yield "</li>\n"
    yield "</ul>\n"
    if len(members) > _SHOWN:
        more = len(members) - _SHOWN
        yield f"<p>ほか {more:,} 件は changes.jsonld にあります。 / {more:,} more are in changes.jsonld.</p>\n"


def _releases(releases: Sequence[Release]) -> Iterator[str]:
    yield '<h2>これまでの公開 / <span lang="en">Releases</span></h2>\n<table>\n'
    yield "<tr><th>公開日 / date</th><th>版 / version</th><th>変化 / changes</th><th>LDES</th></tr>\n"
    for release in reversed(releases):
        pages = " ".join(
            f'<a href="ldes/{escape(page.name)}">{escape(page.name)}</a>' for page in release.pages
        )
        yield f'<tr id="release-{release.date}"><td>{release.date}</td><td>{escape(release.version)}</td>'
        yield f"<td>{_both(counted(release))}</td><td>{pages}</td></tr>\n"
    yield "</table>\n"
