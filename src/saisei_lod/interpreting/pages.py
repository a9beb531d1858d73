"""Understand a page: its publisher and header, and the record of each plan on it."""

import re
from datetime import date
from pathlib import PurePath
from typing import Final, NamedTuple
from urllib.parse import urlsplit

import msgspec

from saisei_lod.errors import Bilingual, UsageError
from saisei_lod.findings import Finding, by_place
from saisei_lod.findings.interpreting import DATE_NOT_UNDERSTOOD, PLAN_KEY_TWICE
from saisei_lod.interpreting.known import Known, KnownWords, finding_at
from saisei_lod.interpreting.page_evidence import page_evidence
from saisei_lod.interpreting.plans import PagePlace, plan_record
from saisei_lod.interpreting.publishers import Speaker, publisher_of
from saisei_lod.reading import ContactNotice, PageCoverage, PageNotices, Part, read_page
from saisei_lod.records.model import Contact, Page, PageRecord, PlanRecord
from saisei_lod.registry.linking import Linker, linker
from saisei_lod.registry.rounds import Rounds, load_rounds
from saisei_lod.registry.schemes import Schemes, load_schemes
from saisei_lod.registry.tables import Registry, load
from saisei_lod.wareki import dates

__all__ = ["Reading", "as_json", "interpret", "read_record", "slug_of_url"]

_NOT_IN_SLUG: Final = re.compile(r"[^A-Za-z0-9]+")
#: How addresses of pages end, and what they end with on every site.
_FILE_ENDING: Final = re.compile(r"\.(?:html?|php|aspx?|jsp|cgi|s?html|pdf|xlsx|csv)\Z", re.IGNORECASE)
_EVERY_SITE_HAS: Final = frozenset({"index", "index2", "default", "top", "page", "main"})
#: A shorter end of a path needs what stands before it.
_SHORTEST: Final = 2
#: A longer query holds more than the number of a page.
_LONGEST_QUERY: Final = 30
_FULL: Final = len("2020-03-30")
_SHORT_CODE: Final = 5
#: Keys of a plan's record that a reading never fills; they belong to the files that people keep.
_KEPT_BY_PEOPLE: Final = ("former_ids", "combined_into", "own")


class Reading(NamedTuple):
    """The record of a page and what was found on the way, by line."""

    record: PageRecord
    findings: list[Finding]
    coverage: PageCoverage = PageCoverage()


def read_record(
    source: bytes, *, name: str, publisher: str | None, url: str | None, retrieved: str | None
) -> Reading:
    """Read the bytes of a page into its record.

    ``name`` is the file's name for findings and errors, ``publisher`` a code of 5 or 6 digits where the
    caller knows it, ``retrieved`` an ISO date. Raises InputError for bytes that are no page, UsageError
    for an unknown code or a wrong date.
    """
    known = Known(load(), linker(), load_rounds(), load_schemes())
    notices = read_page(source, name=name, lexicon=KnownWords(known))
    record, findings = interpret(notices, *known, publisher=publisher)
    page = msgspec.structs.replace(
        record.page,
        source=_source_id(record.page, notices, url or ""),
        url=url,
        retrieved=_checked_day(retrieved),
        sha256=notices.sha256,
    )
    return Reading(msgspec.structs.replace(record, page=page), findings, notices.coverage)


def interpret(  # noqa: PLR0913 - the notices, the four things known, and one option
    notices: PageNotices,
    registry: Registry,
    linker: Linker,
    rounds: Rounds,
    schemes: Schemes,
    *,
    publisher: str | None = None,
) -> tuple[PageRecord, list[Finding]]:
    """Return the record of what a page says, and all findings on it in the order of its lines."""
    known = Known(registry, linker, rounds, schemes)
    speaker = publisher_of(notices, known, publisher)
    page, findings = _page(notices, speaker)
    place = PagePlace(notices.name, notices.header, speaker.publisher, notices.starts)
    plans: list[PlanRecord] = []
    for notice in notices.notices:
        record, found = plan_record(notice, place, known)
        plans.append(record)
        findings += found
    plans, twice = _each_key_once(plans, notices)
    everything = [*notices.findings, *speaker.findings, *findings, *twice]
    return PageRecord(page=page, plans=plans), by_place(everything)


def _page(notices: PageNotices, speaker: Speaker) -> tuple[Page, list[Finding]]:
    header = notices.header
    updated, findings = _day(header.last_updated, notices.name)
    page = Page(
        title=_text(header.title),
        publisher=speaker.publisher,
        page_id=_text(header.page_id),
        last_updated=updated,
        contact=_contact(notices.contact),
    )
    return msgspec.structs.replace(page, evidence=page_evidence(notices, speaker, page)), findings


def _day(part: Part | None, file: str) -> tuple[str | None, list[Finding]]:
    """Return the day that the page prints for its last update, with the findings on it."""
    if part is None:
        return None, []
    printed = next(iter(dates(part.text)), None)
    if printed is None or (printed.iso and len(printed.iso) < _FULL):
        return None, [finding_at(DATE_NOT_UNDERSTOOD, file, part)]
    return printed.iso, [finding_at(kind, file, part, printed.text) for kind in printed.problems]


def _contact(notice: ContactNotice | None) -> Contact | None:
    if notice is None:
        return None
    return Contact(
        name=_text(notice.name, " "),
        address=_text(notice.address, " "),
        phone=_first(notice.phone),
        fax=_first(notice.fax),
        email=_first(notice.email),
    )


def _text(part: Part | None, between: str = "") -> str | None:
    return between.join(piece.text for piece in part.pieces) if part else None


def _first(part: Part | None) -> str | None:
    return part.pieces[0].text if part else None


def _each_key_once(plans: list[PlanRecord], notices: PageNotices) -> tuple[list[PlanRecord], list[Finding]]:
    """Return the plans, a second one of a key without it."""
    seen: set[str] = set()
    kept: list[PlanRecord] = []
    findings: list[Finding] = []
    for plan, notice in zip(plans, notices.notices, strict=True):
        if plan.id in seen:
            place = next(iter(next(iter(notice.parts.values()))))
            findings.append(finding_at(PLAN_KEY_TWICE, notices.name, place, plan.title or ""))
            kept.append(msgspec.structs.replace(plan, id=None))
        else:
            kept.append(plan)
            seen.update({plan.id} if plan.id else ())
    return kept, findings


def _source_id(page: Page, notices: PageNotices, url: str) -> str:
    """Return ``{code}-{slug}``: the page's printed number, else its address, else its file's name, else its hash."""
    code = page.publisher.code or ""
    candidates = (page.page_id or "", slug_of_url(url), PurePath(notices.name).stem, notices.sha256[:8])
    slugs = (_NOT_IN_SLUG.sub("-", candidate).strip("-") for candidate in candidates)
    return f"{code if len(code) == _SHORT_CODE else 'x'}-{next(filter(None, slugs))}"


def slug_of_url(url: str) -> str:
    """Return what tells a page from others of its site: the end of the path, the number of a query; else "".

    >>> slug_of_url("https://www.city.example.lg.jp/700/735/d054421.html"), slug_of_url("/plan/2/index.html?id=6385")
    ('d054421', 'plan-2-id-6385')
    """
    try:
        address = urlsplit(url)
    except ValueError:  # no address at all, such as http://[
        return ""
    stems = [_FILE_ENDING.sub("", segment) for segment in address.path.split("/") if segment]
    while stems and stems[-1].lower() in _EVERY_SITE_HAS:
        stems.pop()
    told = stems[-1:] if stems and len(stems[-1]) > _SHORTEST else stems[-2:]
    query = address.query if len(address.query) <= _LONGEST_QUERY else ""
    return _NOT_IN_SLUG.sub("-", "-".join(filter(None, [*told, query]))).strip("-")


def _checked_day(day: str | None) -> str | None:
    try:
        return date.fromisoformat(day).isoformat() if day is not None else None
    except ValueError:
        raise UsageError(
            Bilingual(f"取得日が日付ではありません: {day}", f"The day of retrieval is no date: {day}"),
            expected=Bilingual("YYYY-MM-DD の形", "the form YYYY-MM-DD"),
            todo=Bilingual(
                "--retrieved 2024-04-01 のように書いてください。", "Write it like --retrieved 2024-04-01."
            ),
        ) from None


def as_json(reading: Reading) -> dict[str, object]:
    """Return a reading as the JSON object of ``saisei read --format json``: page, plans, findings."""
    page = msgspec.to_builtins(reading.record.page)
    plans = [msgspec.to_builtins(plan) for plan in reading.record.plans]
    for plan in plans:
        for key in _KEPT_BY_PEOPLE:
            del plan[key]
    return {
        "page": page,
        "plans": plans,
        "coverage_of_page": reading.coverage._asdict(),
        "findings": [_finding(found) for found in reading.findings],
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message._asdict(),
        "line": finding.place.line,
        "text": finding.text,
    }
