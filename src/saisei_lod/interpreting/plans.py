"""Understand the notice of one plan, and mint its key."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from operator import attrgetter
from typing import Final, NamedTuple

import msgspec

from saisei_lod.findings import Finding
from saisei_lod.findings.interpreting import (
    PLAN_WITHOUT_MAKER,
    PLAN_WITHOUT_TITLE,
    SCHEME_AMBIGUOUS,
    SCHEME_NOT_KNOWN,
    SUMMARY_HOLDS_PLAN,
    TITLE_DOUBTFUL,
    WORDS_NOT_UNDERSTOOD,
)
from saisei_lod.interpreting.contents import amounts, indicators
from saisei_lod.interpreting.documents import attached
from saisei_lod.interpreting.events import amendments, certification
from saisei_lod.interpreting.evidence import plan_evidence
from saisei_lod.interpreting.joint_makers import with_publisher
from saisei_lod.interpreting.known import Known, finding_at
from saisei_lod.interpreting.making import Making, making
from saisei_lod.interpreting.periods import period
from saisei_lod.interpreting.statuses import status_of
from saisei_lod.iris import plan_key
from saisei_lod.reading import Field, Header, Notice, Part
from saisei_lod.records.model import Certification, Period, PlanRecord, Publisher
from saisei_lod.registry.schemes import Schemes
from saisei_lod.text import levelled

__all__ = ["PagePlace", "plan_record"]

_FULL: Final = len("2020-03-30")
_MONTH: Final = len("2020-03")
_LONGEST_TITLE: Final = 150
_NO_TITLE: Final = re.compile(r"。|キロバイト|メガバイト|PDF|[0-9] ?[KM]B")
#: What stands between the summary of one plan and the next: a file's note or a round.
_ANOTHER_PLAN: Final = re.compile(
    r"[(\[][^()\[\]]{0,12}[0-9] ?(?:キロバイト|メガバイト|KB|MB)[)\]]|\(第 ?[0-9]{1,3} ?回\)"
)
_HINT: Final = re.compile(r"[回BＢ]|バイト")
#: Fields whose wording is not the value itself; a title and a summary are printed as they stand.
_PRINTED: Final = (
    Field.CERTIFICATION,
    Field.ROUND,
    Field.AMENDMENTS,
    Field.PERIOD,
    Field.MAKERS,
    Field.COVERAGE,
    Field.SCHEMES,
    Field.DOCUMENTS,
    Field.AMOUNTS,
    Field.NOTE,
    Field.UNCLEAR,
)

_BY_LINE: Final = frozenset({Field.SCHEMES, Field.DOCUMENTS, Field.AMOUNTS, Field.NOTE, Field.UNCLEAR})


class PagePlace(NamedTuple):
    """The page that a notice stands on: its file, its header, its publisher, the starts of its lines."""

    file: str
    header: Header
    publisher: Publisher
    starts: Mapping[int, int] = {}


def plan_record(notice: Notice, page: PagePlace, known: Known) -> tuple[PlanRecord, list[Finding]]:
    """Return the record of one notice and what was not understood of it."""
    certified, findings = certification(notice, known.rounds, page.file)
    changes, changed = amendments(notice, known.rounds, page.file)
    day = certified.date if certified.date and len(certified.date) == _FULL else None
    made, making_findings = making(notice, known, page.publisher, day, page.file)
    made = with_publisher(made, notice, page.publisher)
    slugs, scheme_findings = _schemes(notice, known.schemes, page.file)
    lasting, period_findings = _period(notice, page.file)
    sums, sum_findings = amounts(notice, page.file)
    title = _text(notice, Field.TITLE)
    record = PlanRecord(
        id=_key(title, made, certified, notice),
        title=title,
        status=status_of(notice, page.header)[0],
        heading=notice.heading.text if notice.heading else None,
        certification=certified,
        amendments=changes,
        period=lasting,
        makers=made.makers,
        coverage=made.coverage,
        schemes=slugs,
        documents=[document for document, _ in attached(notice)],
        indicators=indicators(notice),
        amounts=sums,
        summary=_text(notice, Field.SUMMARY),
        lines=notice.lines,
        printed=_printed(notice, made),
    )
    findings += sum_findings + changed + making_findings + scheme_findings + period_findings
    findings += _lacking(notice, record, page.file)
    evidence = plan_evidence(notice, record, made, page.header, known, page.starts)
    return msgspec.structs.replace(record, evidence=evidence), findings


def _key(title: str | None, made: Making, certified: Certification, notice: Notice) -> str | None:
    """Mint the key of a plan whose title, makers and first certification are all understood.

    A round that was only inferred from the day is no part of the key.
    """
    codes = [maker.code for maker in made.makers if maker.code]
    is_dated = certified.round is not None or certified.date is not None
    if (
        not title
        or _is_doubtful(title)
        or not made.is_complete
        or not (is_dated or notice.first(Field.CERTIFICATION) is None)
    ):
        return None
    stated = certified.round if certified.round_basis == "stated" else None
    day = certified.date if certified.date and len(certified.date) >= _MONTH else None
    return plan_key(title, codes, stated, day)


def _lacking(notice: Notice, record: PlanRecord, file: str) -> list[Finding]:
    """Return the findings on a plan without title or maker, and on words that no field took."""
    place = next(iter(next(iter(notice.parts.values()))), None)
    findings = [finding_at(WORDS_NOT_UNDERSTOOD, file, part) for part in notice.parts.get(Field.UNCLEAR, ())]
    summary = notice.first(Field.SUMMARY)
    text = summary.text if summary else ""
    another = _ANOTHER_PLAN.search(levelled(text)) if _HINT.search(text) else None
    if summary and another:
        findings.append(finding_at(SUMMARY_HOLDS_PLAN, file, summary, another.group()))
    if not record.title:
        findings.append(finding_at(PLAN_WITHOUT_TITLE, file, place))
    elif _is_doubtful(record.title):
        findings.append(finding_at(TITLE_DOUBTFUL, file, notice.first(Field.TITLE)))
    if not record.makers:
        findings.append(finding_at(PLAN_WITHOUT_MAKER, file, place, record.title or ""))
    return findings


@lru_cache(maxsize=64)
def _is_doubtful(title: str) -> bool:
    """Tell whether a title holds what titles do not: a sentence, a file's size, half a pair of brackets."""
    level = levelled(title)
    halves = any(level.count(first) != level.count(last) for first, last in ("()", "「」", "【】"))
    return halves or len(title) > _LONGEST_TITLE or bool(_NO_TITLE.search(level))


def _text(notice: Notice, field: Field) -> str | None:
    return "".join(part.text for part in notice.parts.get(field, ())) or None


def _period(notice: Notice, file: str) -> tuple[Period | None, list[Finding]]:
    """Return the period; where its start and end stand in columns of their own, both together."""
    parts = notice.parts.get(Field.PERIOD, ())
    if not parts:
        return None, []
    first, findings = period(parts[0], file)
    if len(parts) == 1 or (first and first.start and first.end):
        return first, findings
    whole = Part(tuple(piece for part in parts for piece in part.pieces), parts[0].label)
    return period(whole, file, "\n".join(part.text for part in parts))


def _schemes(notice: Notice, schemes: Schemes, file: str) -> tuple[list[str], list[Finding]]:
    slugs: dict[str, None] = {}
    findings: list[Finding] = []
    for part in notice.parts.get(Field.SCHEMES, ()):
        found = schemes.read(part.lines_text)
        slugs.update(dict.fromkeys(found.slugs))
        findings += [finding_at(SCHEME_NOT_KNOWN, file, _line(part, words), words) for words in found.unknown]
        for words, candidates in found.ambiguous:
            data = {"candidates": ", ".join(candidates)}
            findings.append(finding_at(SCHEME_AMBIGUOUS, file, _line(part, words), words, **data))
    return list(slugs), findings


def _line(part: Part, words: str) -> Part:
    """Return the line of a part that holds the words, the part itself where a line break divides them."""
    return next((Part((piece,)) for piece in part.pieces if words in piece.text), part)


def _printed(notice: Notice, made: Making) -> dict[str, str]:
    """Return the wording of each field, its parts on lines of their own; makers may stand in a note.

    Broken lines are joined but for fields whose lines may be items of their own.
    """
    parts = {field: notice.parts[field] for field in _PRINTED if field in notice.parts}
    if made.part and Field.MAKERS not in parts:
        parts[Field.MAKERS] = (made.part,)
    return {
        field.value: _ditto(notice, field) + "\n".join(map(_wording_of(field), found))
        for field, found in parts.items()
    }


def _ditto(notice: Notice, field: Field) -> str:
    """Return the mark that a cell prints for the words of the cell above, with those words behind it."""
    mark = notice.repeated.get(field)
    return f"{mark.text} = " if mark else ""


def _wording_of(field: Field) -> Callable[[Part], str]:
    return attrgetter("lines_text" if field in _BY_LINE else "text")
