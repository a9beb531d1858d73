"""Walk what a record says, value by value, under the paths that its evidence is kept by.

The paths are those of :class:`saisei_lod.records.model.PlanRecord`: a value that has an identity is named
by it (``makers.06209``, ``amendments.2020-03-30.date``).
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from saisei_lod.records.evidence import event_path
from saisei_lod.records.model import Amendment, Certification, Document, Indicator, Page, PlanRecord

__all__ = ["Value", "amendment_paths", "field_of", "group", "page_values", "plan_values", "values_of"]

#: Parts of a record that are sets: their values bear their identity in the path.
_SETS: Final = re.compile(r"(makers|coverage\.codes|schemes|amendments)\.(.+)\Z")


class Value(NamedTuple):
    """A value of a record as its evidence would say it: path, text, and how the record says it is known.

    ``also`` is another text for the same value: the name of a maker that has a code.
    """

    path: str
    said: str
    basis: str = "stated"
    also: str = ""


def group(path: str) -> str:
    """Return what the value of a path is one of, "" where it stands alone.

    >>> group("makers.06209"), group("amendments.2020-03-30.date"), group("title")
    ('makers', 'amendments.date', '')
    """
    found = _SETS.match(path)
    if not found:
        return ""
    return f"amendments.{path.rpartition('.')[2]}" if found[1] == "amendments" else found[1]


def field_of(path: str) -> str:
    """Return the field of a plan or page that a path leads into.

    >>> field_of("amendments.2020-03-30.date"), field_of("documents[0].url")
    ('amendments', 'documents')
    """
    return path.partition(".")[0].partition("[")[0]


def values_of(part: Page | PlanRecord) -> Iterator[Value]:
    """Yield every value that a record says of a page or plan and that can have been read."""
    return page_values(part) if isinstance(part, Page) else plan_values(part)


def plan_values(plan: PlanRecord) -> Iterator[Value]:
    """Yield every value that a record says of a plan and that can have been read."""
    for name, text in (("title", plan.title), ("status", plan.status), ("heading", plan.heading)):
        if text:
            yield Value(name, text)
    yield from _event("certification", plan.certification)
    for path, change in amendment_paths(plan):
        yield from _event(path, change)
        yield Value(f"{path}.kind", change.kind)
    yield from _terms(plan)
    if plan.summary:
        yield Value("summary", plan.summary)
    if plan.documents or plan.indicators or plan.amounts:
        yield from _numbered(plan)


def amendment_paths(plan: PlanRecord) -> Iterator[tuple[str, Amendment]]:
    """Yield the changes of a plan with their paths, in the order of the record."""
    met: dict[str, int] = {}
    for change in plan.amendments:
        label = change.date or (f"r{change.round:03d}" if change.round else "nodate")
        met[label] = met.get(label, 0) + 1
        yield event_path(label, met[label]), change


def _event(path: str, event: Certification | Amendment) -> Iterator[Value]:
    if event.date:
        yield Value(f"{path}.date", event.date, event.date_basis or "stated")
    if event.round:
        yield Value(f"{path}.round", str(event.round), event.round_basis or "stated")


def _terms(plan: PlanRecord) -> Iterator[Value]:
    """Yield period, makers, area and schemes; what no graph holds (a maker without code) has no text.

    That an area is unknown no source says.
    """
    if plan.period:
        for name, day in (("start", plan.period.start), ("end", plan.period.end)):
            if day:
                yield Value(f"period.{name}", day)
    for maker in plan.makers:
        yield Value(f"makers.{maker.code or maker.name}", maker.code or "", maker.basis, maker.name or "")
    if plan.coverage.kind != "unknown":
        yield Value("coverage.kind", plan.coverage.kind)
    for code in plan.coverage.codes:
        yield Value(f"coverage.codes.{code}", code)
    for slug in plan.schemes:
        yield Value(f"schemes.{slug}", slug)


def _numbered(plan: PlanRecord) -> Iterator[Value]:
    for number, document in enumerate(plan.documents):
        yield from _document(f"documents[{number}]", document)
    for number, indicator in enumerate(plan.indicators):
        yield from _indicator(f"indicators[{number}]", indicator)
    for number, amount in enumerate(plan.amounts):
        if amount.name:
            yield Value(f"amounts[{number}].name", amount.name)
        if amount.yen is not None:
            yield Value(f"amounts[{number}].yen", str(amount.yen))


def _document(path: str, document: Document) -> Iterator[Value]:
    for name, text in (
        ("format", document.format),
        ("size_text", document.size_text),
        ("url", document.url),
    ):
        if text:
            yield Value(f"{path}.{name}", text)


def _indicator(path: str, indicator: Indicator) -> Iterator[Value]:
    yield Value(f"{path}.name", indicator.name)
    if indicator.unit:
        yield Value(f"{path}.unit", indicator.unit)
    for place, value in enumerate(indicator.values):
        for name, text in (("year", value.year), ("value", value.value)):
            if text:
                yield Value(f"{path}.values[{place}].{name}", text)


def page_values(page: Page) -> Iterator[Value]:
    """Yield every value that a record says of its page and that can have been read."""
    contact = page.contact
    said = {
        "title": page.title,
        "publisher": page.publisher.code,
        "page_id": page.page_id,
        "last_updated": page.last_updated,
        "contact.name": contact and contact.name,
        "contact.address": contact and contact.address,
        "contact.phone": contact and contact.phone,
        "contact.fax": contact and contact.fax,
        "contact.email": contact and contact.email,
    }
    for path, text in said.items():
        if text:
            yield Value(path, text)
