"""Understand who made a plan 作成主体 and what area it covers 区域: names to codes, stated or implied."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from saisei_lod.findings import Finding, Place
from saisei_lod.findings.interpreting import (
    AREA_PHRASE_IN_MAKER_CELL,
    MAKER_NOT_KNOWN,
    MAKERS_INCOMPLETE,
    NOTE_NOT_INTERPRETED,
)
from saisei_lod.findings.linking import AMBIGUOUS_NAME
from saisei_lod.interpreting.codes import printed_codes, unnamed, with_codes
from saisei_lod.interpreting.known import Known, finding_at, resolved, unmatched_items
from saisei_lod.reading import Field, Notice, Part
from saisei_lod.records.model import Coverage, Maker, Publisher
from saisei_lod.registry.linking import Ambiguous, Linker, Resolution
from saisei_lod.text import levelled

__all__ = ["Making", "making"]

#: Words of a note by which the governments that it lists make the plan together.
_TOGETHER: Final = re.compile(r"広域連携|連携事業|連携して|共同|連名|合同")
_OTHERS: Final = re.compile(r"(?:ほか|他|外) *[0-9一二三四五六七八九十]|(?:等|など|ほか)(?=の|[ (]|\Z)")


class Making(NamedTuple):
    """Makers and coverage; ``is_complete`` is false where a maker is unnamed or has no code.

    ``part`` and ``found`` are the words that name the makers and what they resolve to, ``area`` those of
    the coverage.
    """

    makers: list[Maker]
    coverage: Coverage
    is_complete: bool
    part: Part | None
    found: Resolution | None = None
    area: tuple[Part, Resolution] | None = None


class _Asked(NamedTuple):
    """What decides between bearers of one name: the page's publisher and the day."""

    known: Known
    publisher: Publisher
    on: str | None
    file: str
    prefecture: str | None = None

    def resolve(self, part: Part) -> Resolution:
        """Return the governments that a part names."""
        return resolved(self.known.linker, part.text, self.prefecture, self.publisher.code, self.on)


def making(
    notice: Notice, known: Known, publisher: Publisher, on: str | None, file: str
) -> tuple[Making, list[Finding]]:
    """Return makers and coverage as a notice states them; the publisher made what states no maker.

    ``on`` is the ISO day of the certification, on which names are looked up. An empty cell under a
    column of makers implies nobody.
    """
    codes = printed_codes(notice, known.registry, file)
    asked = _Asked(known, publisher, on, file, _prefecture(notice, known) or codes.prefecture)
    part, findings = _stated_by(notice, asked)
    findings += codes.findings
    found = asked.resolve(part) if part else None
    if found:
        found, disagreeing = with_codes(found, codes, known.registry, file)
        findings += disagreeing
    else:
        findings += unnamed(codes, publisher.code, known.registry, file)
    area, covered = _area(notice, part, found, asked)
    coverage = _stated_coverage(*area) if area else Coverage()
    if part is None or found is None:
        makers = _implied(notice, publisher)
        return Making(makers, coverage, bool(makers), None, None, area), findings + covered
    makers = [maker for _, maker in sorted(_makers(found, known), key=lambda item: item[0])]
    findings += _doubts(part, found, makers, asked)
    others = _OTHERS.search(levelled(part.text))
    if others:
        findings.append(finding_at(MAKERS_INCOMPLETE, file, part))
    complete = bool(makers) and not others and all(maker.code for maker in makers)
    return Making(makers, coverage, complete, part, found, area), findings + covered


def _prefecture(notice: Notice, known: Known) -> str | None:
    """Return the code of the prefecture that a row of a list prints, None where none is understood."""
    part = notice.first(Field.PREFECTURE)
    return _prefecture_code(known.linker, part.text) if part else None


@lru_cache(maxsize=256)
def _prefecture_code(linker: Linker, text: str) -> str | None:
    """Return the code of a name; a national list prints 47 names thousands of times."""
    codes = linker.resolve(text).codes
    return codes[0] if len(codes) == 1 else None


def _stated_by(notice: Notice, asked: _Asked) -> tuple[Part | None, list[Finding]]:
    """Return the part that names the makers: their cell, else a note on a joint project."""
    stated = notice.first(Field.MAKERS)
    findings = []
    for note in notice.parts.get(Field.NOTE, ()):
        if stated is None and _TOGETHER.search(note.text) and asked.resolve(note).matches:
            stated = note
        else:
            findings.append(finding_at(NOTE_NOT_INTERPRETED, asked.file, note))
    return stated, findings


def _implied(notice: Notice, publisher: Publisher) -> list[Maker]:
    if Field.MAKERS in notice.columns or publisher.code is None:
        return []
    return [Maker(code=publisher.code, name=publisher.name, basis="implied")]


def _makers(found: Resolution, known: Known) -> Iterator[tuple[int, Maker]]:
    """Yield the makers with their places; what has no one code, or is no government, has none."""
    for match in found.matches:
        code = match.code if known.is_government(match.code) else None
        yield match.start, Maker(code=code, name=match.name)
    for start, _, text in _undecided(found):
        yield start, Maker(name=text)
    for item in unmatched_items(found):
        yield item.start, Maker(name=item.text)


def _undecided(found: Resolution) -> list[tuple[int, int, str]]:
    """Return the names, with their places, that the linker knows and cannot tell the bearer of."""
    ambiguous = [(name.start, name.end, name.text) for name in found.ambiguous]
    return ambiguous + [(name.start, name.end, name.text) for name in found.outdated]


def _doubts(part: Part, found: Resolution, makers: list[Maker], asked: _Asked) -> list[Finding]:
    """Return the linker's findings at their line, and the makers that it could not tell of."""
    told = {text for _, _, text in _undecided(found)}
    unknown = [maker.name or "" for maker in makers if maker.code is None and maker.name not in told]
    return [
        *(finding._replace(place=Place(asked.file, part.line)) for finding in found.findings),
        *(_which_one(name, part, asked) for name in found.ambiguous),
        *(finding_at(MAKER_NOT_KNOWN, asked.file, part, name) for name in unknown),
    ]


def _which_one(name: Ambiguous, part: Part, asked: _Asked) -> Finding:
    return finding_at(AMBIGUOUS_NAME, asked.file, part, name.text, candidates=", ".join(name.candidates))


def _area(
    notice: Notice, makers: Part | None, found: Resolution | None, asked: _Asked
) -> tuple[tuple[Part, Resolution] | None, list[Finding]]:
    """Return the words on the coverage: a part of their own, else a phrase in the cell of makers."""
    own = notice.first(Field.COVERAGE)
    if own:
        return (own, asked.resolve(own)), []
    if makers and found and makers is notice.first(Field.MAKERS) and any(m.scope for m in found.matches):
        return (makers, found), [finding_at(AREA_PHRASE_IN_MAKER_CELL, asked.file, makers)]
    return None, []


def _stated_coverage(part: Part, found: Resolution) -> Coverage:
    """Return what a phrase on the area says: the whole only where it is the whole of all of them."""
    scopes = {match.scope for match in found.matches}
    kind: Literal["whole", "part", "unknown"] = "part" if "part" in scopes else "unknown"
    if scopes == {"whole"}:
        kind = "whole"
    return Coverage(kind=kind, codes=list(found.codes), text=part.text)
