"""Map what a version of a plan holds: title, makers, coverage, period, schemes, documents, KPIs and sums.

The plan and its latest known version share these statements, so they are made once for both.
"""

from typing import Final, NamedTuple

from saisei_lod import vocabulary as v
from saisei_lod.iris import Minter
from saisei_lod.mapping.timeline import days_between, first_day, last_day
from saisei_lod.records.model import Amount, Coverage, Document, Indicator, Period, PlanRecord
from saisei_lod.terms import Description, Iri, Property, Term, date, decimal, integer, plain, text

__all__ = ["Content", "Statements", "content", "wording"]

Statements = list[tuple[Property, tuple[Term, ...]]]
"""Values of properties, without their subject."""

#: Precision of a day that is known by month or year only, by the length of its text.
_PARTIAL: Final = {len("2020-03"): v.MONTH_PRECISION, len("2020"): v.YEAR_PRECISION}
_COVERAGE_KINDS: Final = {"whole": v.WHOLE_AREA, "part": v.PART_OF_AREA, "unknown": v.UNKNOWN_AREA}
_PRECISIONS: Final = {
    "day": v.DAY_PRECISION,
    "month": v.MONTH_PRECISION,
    "fiscal_year": v.FISCAL_YEAR_PRECISION,
}
_ROLES: Final = {
    "base": v.BASE_VALUE,
    "interim": v.INTERIM_VALUE,
    "final": v.FINAL_VALUE,
    "actual": v.ACTUAL_VALUE,
}
_KILOBYTES: Final = {"キロバイト": 1, "KB": 1, "メガバイト": 1000, "MB": 1000}


class Content(NamedTuple):
    """Statements for a version (for the latest, of the plan as well), and the descriptions that they point to."""

    statements: Statements
    described: list[Description]


def wording(record: PlanRecord, field: str) -> Term | None:
    """Return the words that the source prints for a field, None where they were not kept."""
    printed = record.printed.get(field)
    return text(printed, "ja") if printed else None


def content(record: PlanRecord, key: str, day: str, minter: Minter) -> Content:
    """Return what a plan record says of the plan, under IRIs of the version that begins on ``day``."""
    made = Content([], [])
    _texts(made, record)
    _makers(made, record, minter.joint_making(key, day), minter)
    _coverage(made, record, minter.coverage(key, day), minter)
    _period(made, record, minter.period(key, day))
    _state(made, v.SCHEME, *[minter.scheme(slug) for slug in record.schemes])
    if record.documents or record.amounts or record.indicators:
        _numbered(made, record, key, day, minter)
    return made


def _state(made: Content, predicate: Property, *values: Term) -> None:
    if values:
        made.statements.append((predicate, values))


def _texts(made: Content, record: PlanRecord) -> None:
    if record.title:
        _state(made, v.DCTERMS_TITLE, text(record.title, "ja"))
    if record.summary:
        _state(made, v.SUMMARY, text(record.summary, "ja"))


def _makers(made: Content, record: PlanRecord, joint_making: Iri, minter: Minter) -> None:
    """State the makers; one that the page only implies makes the basis of all of them implied."""
    makers = [minter.local_government(code) for maker in record.makers if (code := maker.code)]
    if not makers:
        return
    implied = any(maker.basis == "implied" for maker in record.makers)
    _state(made, v.MAKER, *makers)
    _state(made, v.MAKER_BASIS, v.IMPLIED if implied else v.STATED)
    if len(makers) > 1:
        _state(made, v.JOINT_MAKING, joint_making)
        made.described.append(_joint_making(record, joint_making, makers, minter))


def _joint_making(record: PlanRecord, subject: Iri, makers: list[Iri], minter: Minter) -> Description:
    described = Description(subject, v.JOINT_MAKING_CLASS)
    described.add(v.ORG_HAS_MEMBER, *makers)
    described.add(v.LEAD, *[minter.local_government(m.code) for m in record.makers if m.lead and m.code])
    described.add(v.WORDING, wording(record, "makers"))
    return described


def _coverage(made: Content, record: PlanRecord, subject: Iri, minter: Minter) -> None:
    """Describe the area where the page tells of it; a silent page gives no coverage at all."""
    said: Coverage = record.coverage
    if said.kind == "unknown" and not said.text:
        return
    described = Description(subject, v.COVERAGE_CLASS)
    described.add(v.COVERAGE_KIND, _COVERAGE_KINDS[said.kind])
    described.add(v.COVERS, *[minter.local_government(code) for code in said.codes])
    described.add(v.WORDING, text(said.text, "ja") if said.text else None)
    _state(made, v.COVERAGE, subject)
    made.described.append(described)


def _period(made: Content, record: PlanRecord, subject: Iri) -> None:
    said: Period | None = record.period
    if said is None or not (said.start or said.end):
        return
    start, end = first_day(said.start or ""), last_day(said.end or "")
    shortest = min(len(day) for day in (said.start, said.end) if day)
    described = Description(subject, v.PERIOD_CLASS)
    described.add(v.PERIOD_START, date(start) if start else None)
    described.add(v.PERIOD_END, date(end) if end else None)
    described.add(v.PRECISION, _PARTIAL.get(shortest, _PRECISIONS[said.precision]))
    described.add(v.DAYS, integer(days_between(start, end)) if start and end else None)
    described.add(v.WORDING, wording(record, "period"))
    _state(made, v.PERIOD, subject)
    made.described.append(described)


def _numbered(made: Content, record: PlanRecord, key: str, day: str, minter: Minter) -> None:
    """Describe what a plan has any number of, under IRIs numbered from 1 in the order of the page."""
    documents = [_document(item, minter.document(key, day, n)) for n, item in enumerate(record.documents, 1)]
    amounts = [_amount(item, minter.amount(key, day, n)) for n, item in enumerate(record.amounts, 1)]
    _state(made, v.DOCUMENT, *[described.subject for described in documents])
    _state(made, v.AMOUNT, *[described.subject for described in amounts])
    made.described.extend(documents + amounts)
    for number, item in enumerate(record.indicators, 1):
        made.described.extend(_indicator(item, key, day, number, minter))
    _state(made, v.INDICATOR, *[minter.indicator(key, day, n) for n in range(1, len(record.indicators) + 1)])


def _document(said: Document, subject: Iri) -> Description:
    described = Description(subject, v.PLAN_DOCUMENT)
    described.add(v.DCTERMS_FORMAT, plain(said.format) if said.format else None)
    described.add(v.PRINTED_SIZE, plain(said.size_text) if said.size_text else None)
    described.add(v.PRINTED_KILOBYTES, _kilobytes(said.size_text or ""))
    described.add(v.URL, _any_uri(said.url))
    return described


def _kilobytes(size_text: str) -> Term | None:
    """Return a printed size in kilobytes; whether a kilobyte is 1000 or 1024 bytes no page says."""
    for unit, factor in _KILOBYTES.items():
        number = size_text.removesuffix(unit).replace(",", "").strip()
        if size_text.endswith(unit) and number.replace(".", "", 1).isdecimal():
            return integer(round(float(number) * factor))
    return None


def _amount(said: Amount, subject: Iri) -> Description:
    described = Description(subject, v.AMOUNT_CLASS)
    described.add(v.SKOS_PREF_LABEL, text(said.name, "ja") if said.name else None)
    described.add(v.YEN, integer(said.yen) if said.yen is not None else None)
    described.add(v.WORDING, text(said.text, "ja") if said.text else None)
    return described


def _indicator(said: Indicator, key: str, day: str, number: int, minter: Minter) -> list[Description]:
    described = Description(minter.indicator(key, day, number), v.INDICATOR_CLASS)
    described.add(v.SKOS_PREF_LABEL, text(said.name, "ja"))
    described.add(v.UNIT, plain(said.unit) if said.unit else None)
    values = []
    for position, value in enumerate(said.values, 1):
        node = Description(minter.indicator_value(key, day, number, position), v.INDICATOR_VALUE_CLASS)
        node.add(v.ROLE, _ROLES[value.role] if value.role else None)
        node.add(v.YEAR, plain(value.year) if value.year else None)
        node.add(v.VALUE, plain(value.value) if value.value else None)
        node.add(v.NUMBER, _number(value.value or ""))
        values.append(node)
    described.add(v.INDICATOR_VALUE, *[node.subject for node in values])
    return [described, *values]


def _number(printed: str) -> Term | None:
    bare = printed.replace(",", "").strip()
    return decimal(bare) if bare.lstrip("-").replace(".", "", 1).isdecimal() and bare.isascii() else None


def _any_uri(url: str | None) -> Term | None:
    from saisei_lod.terms import typed  # noqa: PLC0415

    return typed(url, "anyURI") if url else None
