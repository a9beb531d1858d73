"""Find out who publishes a page: named by the caller, else by what the page says of itself."""

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

import msgspec

from saisei_lod.findings import Finding
from saisei_lod.findings.interpreting import PUBLISHER_FOUND_ON_PAGE, PUBLISHER_NOT_KNOWN
from saisei_lod.interpreting.known import Known, finding_at
from saisei_lod.reading import PageNotices, Part
from saisei_lod.records.model import Publisher
from saisei_lod.registry.linking import Match

__all__ = ["Speaker", "publisher_of"]

_LONGEST: Final = 200


class Speaker(NamedTuple):
    """The publisher of a page, what was found on the way, and the words of the page that named it."""

    publisher: Publisher
    findings: list[Finding]
    part: Part | None = None


class _Clue(NamedTuple):
    """A part of the page that names one government: its office, its address, or words about the page."""

    part: Part
    match: Match
    kind: Literal["office", "words", "address"]


def publisher_of(notices: PageNotices, known: Known, code: str | None) -> Speaker:
    """Return the publisher of a page; one that only the page tells of is a finding.

    The contact's name speaks first, then the title, the issuer, the headings and the address. A page
    whose title and address name different governments has no known publisher. Raises UsageError for a
    code that the registry does not know.
    """
    if code is not None:
        government = known.registry.government(code)
        return Speaker(Publisher(code=government.code, name=government.name), [])
    clues = list(_clues(notices, known))
    if not clues or _disagree(clues):
        words = " / ".join(clue.part.text for clue in clues)
        return Speaker(
            Publisher(), [finding_at(PUBLISHER_NOT_KNOWN, notices.name, None, words or notices.name)]
        )
    first = clues[0]
    government = known.registry.government(first.match.code)
    publisher = Publisher(code=government.code, name=government.name)
    facts = msgspec.to_builtins(publisher)
    found = finding_at(PUBLISHER_FOUND_ON_PAGE, notices.name, first.part, **facts)
    return Speaker(publisher, [found], first.part.located(first.match.start, first.match.end))


def _disagree(clues: list[_Clue]) -> bool:
    """Tell whether a title speaks of one place and the address of another; an office's name decides."""
    first, last = clues[0], clues[-1]
    return (first.kind, last.kind) == ("words", "address") and first.match.code != last.match.code


def _clues(notices: PageNotices, known: Known) -> Iterator[_Clue]:
    """Yield the parts that name exactly one government, the address last."""
    address = notices.contact.address if notices.contact else None
    prefecture = _prefecture(address, known)
    for part, kind in _texts(notices):
        found = known.linker.resolve(part.text[:_LONGEST], prefecture=prefecture)
        governments = [match for match in found.matches if known.is_government(match.code)]
        if len(governments) == 1 and not found.ambiguous and not _is_place_alone(kind, governments[0]):
            yield _Clue(part, governments[0], kind)


def _is_place_alone(kind: str, match: Match) -> bool:
    """Tell whether an address gives its prefecture alone: that is where an office lies, not whose it is."""
    return kind == "address" and match.code == match.prefecture


def _texts(notices: PageNotices) -> Iterator[tuple[Part, Literal["office", "words", "address"]]]:
    contact, header = notices.contact, notices.header
    if contact and contact.name:
        yield contact.name, "office"
    headings = dict.fromkeys(notice.heading for notice in notices.notices)
    for part in (header.title, header.issuer, *headings):
        if part:
            yield part, "words"
    if contact and contact.address:
        yield contact.address, "address"


def _prefecture(address: Part | None, known: Known) -> str | None:
    """Return the prefecture that an address lies in, which decides between bearers of one name."""
    found = known.linker.resolve(address.text[:_LONGEST]) if address else None
    prefectures = {match.prefecture for match in found.matches} if found else set()
    return prefectures.pop() if len(prefectures) == 1 else None
