"""Find the words of a page that say each value of a plan's record, for people and for provenance.

The paths are those of :class:`saisei_lod.records.model.PlanRecord`: a value that has an identity is
named by it (``makers.06209``), so that evidence stays true when a person adds or removes another.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from saisei_lod.interpreting.documents import attached
from saisei_lod.interpreting.events import kind_word
from saisei_lod.interpreting.known import Known
from saisei_lod.interpreting.making import Making
from saisei_lod.interpreting.statuses import status_of
from saisei_lod.interpreting.words import (
    Words,
    day_words,
    name_words,
    period_words,
    round_words,
    scheme_words,
)
from saisei_lod.reading import Field, Header, Notice, Part
from saisei_lod.records.evidence import event_path
from saisei_lod.records.model import Amendment, Certification, Evidence, Maker, PlanRecord
from saisei_lod.text import levelled

__all__ = ["plan_evidence"]

_Found = Iterator[tuple[str, Evidence]]


def plan_evidence(  # noqa: PLR0913, PLR0917 - what a record was made from
    notice: Notice,
    record: PlanRecord,
    made: Making,
    header: Header,
    known: Known,
    starts: Mapping[int, int],
) -> dict[str, Evidence]:
    """Return the evidence of each value of a record, by its path, in the order of the record.

    ``starts`` tells where each line of the page begins in the decoded text. A value that was implied or
    inferred has the words that it was inferred from, or none.
    """
    seen = _Seen(notice, record, known, starts)
    return dict(
        (
            *_texts(seen, header),
            *_certification(seen),
            *_amendments(seen),
            *_period(seen),
            *_makers(seen, made),
            *_coverage(seen, made),
            *_schemes(seen),
            *_documents(seen),
            *_indicators(seen),
            *_amounts(seen),
        )
    )


class _Seen(NamedTuple):
    """What was read and what was made of it."""

    notice: Notice
    record: PlanRecord
    known: Known
    starts: Mapping[int, int]

    def words(self, part: Part) -> Words:
        """Return a part as words with their places."""
        return Words(part, self.starts)

    def of(self, field: Field) -> list[Words]:
        """Return the words of all parts of a field."""
        return [Words(part, self.starts) for part in self.notice.parts.get(field, ())]

    def together(self, *fields: Field) -> Words:
        """Return the words of all parts of some fields as one."""
        pieces = (
            piece for field in fields for part in self.notice.parts.get(field, ()) for piece in part.pieces
        )
        return Words(Part(tuple(pieces)), self.starts)


def _texts(seen: _Seen, header: Header) -> _Found:
    """Yield the evidence of what is printed as it stands."""
    record = seen.record
    if record.title:
        yield "title", seen.together(Field.TITLE).evidence("title-words", record.title)
    status, part = status_of(seen.notice, header)
    if status and part:
        yield "status", seen.words(part).evidence("status-words", status)
    if seen.notice.heading:
        heading = seen.words(seen.notice.heading)
        yield "heading", heading.evidence("heading-words", heading.part.text)
    if record.summary:
        yield "summary", seen.together(Field.SUMMARY).evidence("summary-words", record.summary)


def _certification(seen: _Seen) -> _Found:
    certified = seen.record.certification
    yield from _event("certification", certified, seen.of(Field.CERTIFICATION) + seen.of(Field.ROUND))


def _amendments(seen: _Seen) -> _Found:
    met: dict[str, int] = {}
    for change, words in zip(seen.record.amendments, seen.of(Field.AMENDMENTS), strict=False):
        label = change.date or (f"r{change.round:03d}" if change.round else "nodate")
        met[label] = met.get(label, 0) + 1
        path = event_path(label, met[label])
        yield from _event(path, change, [words])
        yield f"{path}.kind", _kind(change, words)


def _kind(change: Amendment, words: Words) -> Evidence:
    """Return the word that tells what a change is, else the column word over it, which has no place."""
    found = kind_word(words.part.text)
    if found:
        start = levelled(words.part.text).index(found)
        return words.of(start, start + len(found)).evidence("event-word", change.kind)
    if kind_word(words.part.label):
        return Evidence(rule="column-word", value=change.kind, words=None)
    return words.evidence("event-unspecified", change.kind)


def _event(path: str, event: Certification | Amendment, places: list[Words]) -> _Found:
    """Yield the evidence of a day and of a round; of one inferred from the other, the other's words."""
    day = _first(day_words(words, event.date) for words in places) if event.date else None
    in_round = _first(round_words(words, event.round) for words in places) if event.round else None
    if event.date:
        is_inferred = event.date_basis == "inferred"
        rule = "day-of-round" if is_inferred else "era-date"
        yield f"{path}.date", _evidence(rule, event.date, in_round if is_inferred else day, places)
    if event.round:
        is_inferred = event.round_basis == "inferred"
        rule = "round-of-day" if is_inferred else "round-number"
        yield f"{path}.round", _evidence(rule, str(event.round), day if is_inferred else in_round, places)


def _evidence(rule: str, value: str, words: Words | None, places: list[Words]) -> Evidence:
    """Return evidence by a rule; where no narrower words were found, the whole wording stands for it."""
    if words is not None:
        return words.evidence(rule, value)
    whole = Part(tuple(piece for place in places for piece in place.part.pieces))
    return (
        places[0]._replace(part=whole).evidence("cell-words", value)
        if places
        else Evidence(rule=rule, value=value)
    )


def _first(found: Iterator[Words | None]) -> Words | None:
    return next((words for words in found if words), None)


def _period(seen: _Seen) -> _Found:
    lasting = seen.record.period
    places = seen.of(Field.PERIOD)
    for name, day in (("start", lasting and lasting.start), ("end", lasting and lasting.end)):
        if day:
            bounds = (period_words(words, day, is_end=name == "end") for words in places)
            rule, words = next((bound for bound in bounds if bound), ("cell-words", None))
            yield f"period.{name}", _evidence(rule, day, words, places)


def _makers(seen: _Seen, made: Making) -> _Found:
    if made.part is None or made.found is None:
        for maker in seen.record.makers:
            yield f"makers.{maker.code}", Evidence(rule="publisher-implied", value=maker.code)
        return
    words = seen.words(made.part)
    named = dict(name_words(words, made.found))
    for maker in seen.record.makers:
        yield f"makers.{maker.code or maker.name}", _maker(maker, words, named)


def _maker(maker: Maker, words: Words, named: Mapping[str, Words]) -> Evidence:
    if maker.basis == "implied":
        return Evidence(rule="publisher-implied", value=maker.code)
    if maker.code and maker.code in named:
        return named[maker.code].evidence("government-name", maker.code)
    start = words.part.text.find(maker.name or "")
    narrow = words.of(start, start + len(maker.name or "")) if start >= 0 else words
    return narrow.evidence("maker-words", maker.name or "")


def _coverage(seen: _Seen, made: Making) -> _Found:
    if made.area is None:
        return
    part, found = made.area
    words = seen.words(part)
    if seen.record.coverage.kind != "unknown":
        yield "coverage.kind", words.evidence("area-phrase", seen.record.coverage.kind)
    for code, named in name_words(words, found):
        yield f"coverage.codes.{code}", named.evidence("government-name", code)


def _schemes(seen: _Seen) -> _Found:
    places = seen.of(Field.SCHEMES)
    for slug in seen.record.schemes:
        words = _first(scheme_words(place, slug, seen.known.schemes) for place in places)
        yield f"schemes.{slug}", _evidence("scheme-label", slug, words, places)


def _documents(seen: _Seen) -> _Found:
    for number, (document, part) in enumerate(attached(seen.notice)):
        words = seen.words(part)
        for name, value in (("format", document.format), ("size_text", document.size_text)):
            start = part.text.upper().find(value.upper()) if value else -1
            if value and start >= 0:
                yield (
                    f"documents[{number}].{name}",
                    words.of(start, start + len(value)).evidence("file-note", value),
                )
            elif value:
                yield f"documents[{number}].{name}", Evidence(rule="link-address", value=value)
        if document.url:
            yield f"documents[{number}].url", Evidence(rule="link-address", value=document.url)


def _indicators(seen: _Seen) -> _Found:
    for number, (read, made) in enumerate(zip(seen.notice.indicators, seen.record.indicators, strict=False)):
        path = f"indicators[{number}]"
        yield f"{path}.name", seen.words(read.name).evidence("indicator-words", made.name)
        if made.unit:
            unit = seen.words(read.unit or read.name)
            yield f"{path}.unit", unit.evidence("indicator-words", made.unit)
        for place, ((_, printed), value) in enumerate(zip(read.values, made.values, strict=False)):
            if value.value:
                words = seen.words(printed)
                yield f"{path}.values[{place}].value", words.evidence("indicator-words", value.value)


def _amounts(seen: _Seen) -> _Found:
    for number, (words, amount) in enumerate(zip(seen.of(Field.AMOUNTS), seen.record.amounts, strict=False)):
        if amount.yen is not None:
            yield f"amounts[{number}].yen", words.evidence("sum-of-money", str(amount.yen))
