"""Name the field of a record that a claim is about, from the statement alone: ``period.end``, ``makers.06209``.

The names are those that records and their evidence use (:mod:`saisei_lod.records.model`).
"""

import re
from collections.abc import Collection, Mapping
from typing import Final, NamedTuple

from saisei_lod import vocabulary as v

__all__ = ["Field", "field_of"]

_TYPE: Final = f"{v.RDF.base}type"
#: What stands behind the key in a node's name: the day of the version, or the time of an event, and numbers.
_BEHIND: Final = re.compile(
    r"-(?P<when>[0-9]{8}|[0-9]{6}|[0-9]{4}|r[0-9]{3}|undated|nodate)(?:-(?P<first>[0-9]{1,6}))?(?:-(?P<second>[0-9]{1,6}))?\Z"
)
_OF_PLAN: Final[Mapping[str, str]] = {
    v.DCTERMS_TITLE.value: "title",
    v.MAKER.value: "makers.{value}",
    v.MAKER_BASIS.value: "makers.basis",
    v.SCHEME.value: "schemes.{value}",
    v.SUMMARY.value: "summary",
}
_PARTS: Final[Mapping[str, Mapping[str, str]]] = {
    "plan": _OF_PLAN,
    "version": _OF_PLAN,
    "event": {
        v.DCTERMS_DATE.value: "{event}.date",
        v.IN_ROUND.value: "{event}.round",
        _TYPE: "{event}.kind",
    },
    "period": {v.PERIOD_START.value: "period.start", v.PERIOD_END.value: "period.end"},
    "coverage": {v.COVERAGE_KIND.value: "coverage.kind", v.COVERS.value: "coverage.codes.{value}"},
    "document": {
        v.DCTERMS_FORMAT.value: "documents[{first}].format",
        v.PRINTED_SIZE.value: "documents[{first}].size_text",
        v.URL.value: "documents[{first}].url",
    },
    "indicator": {
        v.SKOS_PREF_LABEL.value: "indicators[{first}].name",
        v.UNIT.value: "indicators[{first}].unit",
        v.YEAR.value: "indicators[{first}].values[{second}].year",
        v.VALUE.value: "indicators[{first}].values[{second}].value",
    },
    "amount": {v.SKOS_PREF_LABEL.value: "amounts[{first}].name", v.YEN.value: "amounts[{first}].yen"},
    "listing": {v.LISTED_STATUS.value: "status", v.HEADING.value: "heading"},
}
#: The parts of a record as people expect them, then the names inside parts.
_ORDER: Final = (
    "title", "certification", "amendments", "period", "makers", "coverage", "schemes", "documents",
    "indicators", "amounts", "summary", "status", "heading",
    "date", "round", "start", "end", "name", "unit", "values", "year", "value",
)  # fmt: skip
_STEP: Final = re.compile(r"[.\[\]]+")


class Field(NamedTuple):
    """A field of a plan; ``day`` is the first day of the version that it is about, "" for events and listings."""

    path: str
    day: str = ""

    @property
    def order(self) -> tuple[tuple[int, str], ...]:
        """What sorts the fields of a version: as in a record, numbers by their size."""
        steps = (step for step in _STEP.split(self.path) if step)
        return tuple((_ORDER.index(step) if step in _ORDER else len(_ORDER), step.zfill(6)) for step in steps)

    def is_in(self, asked: str) -> bool:
        """Tell whether the field is the one asked for, or a part of it.

        >>> Field("period.end").is_in("period"), Field("title").is_in("tit")
        (True, False)
        """
        rest = self.path.removeprefix(asked)
        return self.path.startswith(asked) and (not rest or rest[0] in ".[")


def field_of(
    subject: str, predicate: str, value: str, key: str, certifications: Collection[str]
) -> Field | None:
    """Return the field that a statement is about, given the certification of the plan; None for another plan's.

    >>> field_of("https://e.org/id/period/r001-01204-0a0a0a0a-20200330", v.PERIOD_END.value, "", "r001-01204-0a0a0a0a", ())
    Field(path='period.end', day='2020-03-30')
    """
    folder, _, local = subject.rpartition("/")
    part = folder.rpartition("/")[2]
    named = _PARTS.get(part, {}).get(predicate)
    if named is None or not _is_of(local, part, key):
        return None
    behind = _BEHIND.match(local[len(key) :]) if part not in {"plan", "listing"} else None
    when = _iso(behind["when"]) if behind else ""
    places = {name: int(behind[name]) - 1 if behind and behind[name] else 0 for name in ("first", "second")}
    event = "certification" if subject in certifications else f"amendments.{when}"
    if part == "event" and behind and behind["first"] and subject not in certifications:
        event += f"-{behind['first']}"
    path = named.format(value=value.rpartition("/")[2], event=event, **places)
    return Field(path, "" if part == "event" or when == "undated" else when)


def _is_of(local: str, part: str, key: str) -> bool:
    """Tell whether a node's name is that of a plan, an event or part of it, or a listing of it."""
    if part == "plan":
        return local == key
    if part == "listing":
        return local.endswith(f"-{key}")
    return local.startswith(key) and _BEHIND.match(local[len(key) :]) is not None


def _iso(when: str) -> str:
    """Return a time as records write it.

    >>> _iso("20200330"), _iso("202003"), _iso("r055")
    ('2020-03-30', '2020-03', 'r055')
    """
    return "-".join(filter(None, (when[:4], when[4:6], when[6:]))) if when.isdecimal() else when
