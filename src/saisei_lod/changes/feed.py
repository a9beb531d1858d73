"""Write a feed of releases for people: Atom (RFC 4287), an entry a release, its changes as text in both languages."""

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from saisei_lod.changes.history import Release
from saisei_lod.changes.model import KINDS, NATURES, Nature
from saisei_lod.changes.pages import moment
from saisei_lod.errors import Bilingual
from saisei_lod.records.publication import Publication

__all__ = ["as_feed", "counted"]

_FIRST: Final = Bilingual("最初の公開", "first release")
_SAME: Final = Bilingual("変わったことはありません", "nothing changed")


def as_feed(publication: Publication, releases: Sequence[Release]) -> Iterator[str]:
    """Yield the feed, the newest release first; dates are those of releases, no clock is asked."""
    address = publication.download
    newest = releases[-1].date
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">\n'
    yield f" <id>{escape(publication.base)}catalog/feed</id>\n"
    yield f" <title>{escape(publication.title.ja)}: 変化 / {escape(publication.title.en)}: changes</title>\n"
    yield f" <updated>{moment(newest)}</updated>\n"
    yield f" <author><name>{escape(publication.publisher.ja)} / {escape(publication.publisher.en)}</name></author>\n"
    yield f' <link rel="self" type="application/atom+xml" href="{escape(address)}feed.atom"/>\n'
    yield f' <link rel="alternate" type="text/html" href="{escape(address)}changes.html"/>\n'
    yield f" <rights>{escape(publication.licence)}</rights>\n"
    for release in reversed(releases):
        yield from _entry(publication, release)
    yield "</feed>\n"


def _entry(publication: Publication, release: Release) -> Iterator[str]:
    address = escape(publication.download)
    told = counted(release)
    yield " <entry>\n"
    yield f"  <id>{escape(publication.base)}catalog/release-{release.date.replace('-', '')}</id>\n"
    yield f"  <title>{release.date}: {escape(told.ja)} / {escape(told.en)}</title>\n"
    yield f"  <updated>{moment(release.date)}</updated>\n  <published>{moment(release.date)}</published>\n"
    yield f'  <link rel="alternate" type="text/html" href="{address}changes.html#release-{release.date}"/>\n'
    for page in release.pages:
        yield f'  <link rel="related" type="application/trig" href="{address}ldes/{escape(page.name)}"/>\n'
    yield f'  <content type="html">{escape("".join(_content(release)))}</content>\n </entry>\n'


def _content(release: Release) -> Iterator[str]:
    """Yield the first changes of a release as HTML, world changes apart from corrections."""
    for nature in Nature:
        lines = [line for line in release.told if line.nature == nature.value]
        if lines:
            name = NATURES[nature][0]
            yield f"<h3>{escape(name.ja)} / {escape(name.en)}</h3><ul>"
            for line in lines:
                yield f'<li>{escape(line.ja)}<br><span lang="en">{escape(line.en)}</span></li>'
            yield "</ul>"
    more = sum(release.counts.values()) - len(release.told)
    if more > 0:
        yield f"<p>ほか {more:,} 件 / and {more:,} more</p>"


def counted(release: Release) -> Bilingual:
    """Return how many changes of each kind a release brought, in words."""
    if not release.counts:
        return _SAME
    first = "" if release.former else f"{_FIRST.ja}: "
    first_en = "" if release.former else f"{_FIRST.en}: "
    named = [(KINDS[kind].label, count) for kind, count in release.counts.items() if kind in KINDS]
    return Bilingual(
        first + "、".join(f"{label.ja} {count:,}" for label, count in named),
        first_en + ", ".join(f"{label.en} {count:,}" for label, count in named),
    )
