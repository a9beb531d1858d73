"""The plans of a release as a table in memory, read once through the workers: lists and matching look at all of them.

A release never changes while it is served, and its plans number tens of thousands at most; so each request is
answered from the table, and only what depends on a day or a place is asked of the workers.
"""

import asyncio
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual
from saisei_lod.serving.messages import Refused
from saisei_lod.serving.problems import ProblemError
from saisei_lod.serving.service import Service
from saisei_lod.terms import Iri

__all__ = ["Certification", "Period", "Plan", "Plans", "Scheme", "Table", "held", "local"]

#: Plans that are asked for at a time, the rows that each may have, and the characters of their IRIs together.
_CHUNK: Final = 400
_ROWS_EACH: Final = 20
_CHARACTERS: Final = 40_000
_PREFIXES: Final = """PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX saisei: <https://w3id.org/saisei/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
_PLANS: Final = "SELECT DISTINCT ?plan WHERE { ?plan a saisei:Plan ; dcterms:identifier ?key }"
#: What is asked of the plans that stand in VALUES: look-ups by subject, however large the release is. The form
#: matters: as one UNION of all, pyoxigraph reads every plan for each part.
_FACTS: Final = """SELECT * WHERE {
  VALUES ?plan { %s }
  ?plan dcterms:identifier ?key .
  OPTIONAL { ?plan dcterms:title ?title }
  OPTIONAL { ?plan saisei:editorialTitle ?title_en }
  OPTIONAL {
    ?plan saisei:period ?period .
    OPTIONAL { ?period saisei:periodStart ?start }
    OPTIONAL { ?period saisei:periodEnd ?end }
  }
  OPTIONAL {
    ?plan saisei:event ?event .
    ?event a saisei:Certification .
    OPTIONAL { ?event dcterms:date ?date }
    OPTIONAL { ?event saisei:fiscalYear ?year }
    OPTIONAL { ?event saisei:inRound ?round }
  }
}"""
_LINKS: Final = """SELECT DISTINCT ?plan ?name ?value WHERE {
  VALUES ?plan { %s }
  { ?plan saisei:maker ?value BIND("maker" AS ?name) }
  UNION { ?plan saisei:scheme ?value BIND("scheme" AS ?name) }
  UNION { ?plan saisei:version/saisei:scheme ?value BIND("some-scheme" AS ?name) }
  UNION { ?plan saisei:formerKey ?value BIND("former" AS ?name) }
}"""
_SCHEMES: Final = """SELECT ?scheme ?name ?tag ?value WHERE {
  ?scheme a saisei:FundingScheme .
  { ?scheme skos:prefLabel ?value BIND("label" AS ?name) }
  UNION { ?scheme skos:altLabel ?value BIND("other" AS ?name) }
  UNION { ?scheme skos:hiddenLabel ?value BIND("other" AS ?name) }
  UNION { ?scheme skos:notation ?value BIND("other" AS ?name) }
  UNION { ?scheme saisei:existsFrom ?value BIND("from" AS ?name) }
  UNION { ?scheme saisei:existsUntil ?value BIND("until" AS ?name) }
  UNION { ?scheme saisei:validityPrecision ?value BIND("precision" AS ?name) }
  BIND(LANG(?value) AS ?tag)
}"""
_ROUNDS: Final = "SELECT DISTINCT ?round WHERE { ?round a saisei:CertificationRound }"


class Certification(NamedTuple):
    """The first certification: its event, day (or month, or year), fiscal year and round, "" for what is not known."""

    event: str
    date: str = ""
    year: str = ""
    round: str = ""


class Period(NamedTuple):
    """The period of the latest known version: its first and last day, "" for what is not stated."""

    iri: str
    start: str = ""
    end: str = ""


class Plan(NamedTuple):
    """A plan as its latest known version is; makers and schemes are IRIs.

    ``some_schemes`` are those of any version, ``former_keys`` the keys that it had.
    """

    iri: str
    key: str
    title: str
    title_en: str
    makers: tuple[str, ...]
    schemes: tuple[str, ...]
    some_schemes: tuple[str, ...]
    former_keys: tuple[str, ...]
    certification: Certification | None
    period: Period | None


class Scheme(NamedTuple):
    """A scheme: labels, other spellings, and when it existed, as printed in the release (a day, or a year)."""

    iri: str
    label: Bilingual
    others: tuple[str, ...]
    exists_from: str
    exists_until: str
    is_fiscal: bool

    @property
    def slug(self) -> str:
        """The last part of its IRI."""
        return local(self.iri)


class Table(NamedTuple):
    """All plans in the order of their keys, and the schemes and rounds of the release by the last part of their IRI."""

    plans: tuple[Plan, ...]
    schemes: Mapping[str, Scheme]
    rounds: Mapping[str, str]


_Row = dict[str, str]


class Plans:
    """The table of a service, read when it is first asked for."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._table: Table | None = None
        self._reading = asyncio.Lock()

    async def table(self) -> Table:
        """Return the table; ProblemError where the workers do not answer, and then it is asked again next time."""
        if self._table is None:
            async with self._reading:
                self._table = self._table or await self._read()
        return self._table

    async def _read(self) -> Table:
        schemes, rounds = (
            await self._all(_SCHEMES, "?scheme ?name ?tag ?value"),
            await self._all(_ROUNDS, "?round"),
        )
        iris = sorted(row["plan"] for row in await self._all(_PLANS, "?plan"))
        plans: list[Plan] = []
        for chunk in self._chunks(iris):
            terms = " ".join(Iri.absolute(iri).nt for iri in chunk)
            plans += _plans(await self._rows(_FACTS % terms), await self._rows(_LINKS % terms))
        return Table(
            tuple(sorted(plans, key=lambda plan: (plan.key, plan.iri))),
            {scheme.slug: scheme for scheme in _schemes(schemes)},
            {local(row["round"]): row["round"] for row in rounds},
        )

    def _chunks(self, iris: Sequence[str]) -> Iterator[Sequence[str]]:
        longest = max(map(len, iris), default=1) + 3
        size = max(1, min(_CHUNK, self._service.limits.rows // _ROWS_EACH, _CHARACTERS // longest))
        return (iris[start : start + size] for start in range(0, len(iris), size))

    async def _all(self, text: str, key: str) -> list[_Row]:
        """Return all rows of a query of ours: at once, or in order by parts where one answer may not have so many."""
        size = self._service.limits.rows
        rows = await self._rows(f"{text} LIMIT {size}")
        if len(rows) < size:
            return rows
        rows, is_more = [], True
        while is_more:
            found = await self._rows(f"{text} ORDER BY {key} LIMIT {size} OFFSET {len(rows)}")
            rows += found
            is_more = len(found) == size
        return rows

    async def _rows(self, text: str) -> list[_Row]:
        found = await self._service.rows(_PREFIXES + text)
        if isinstance(found, Refused):
            raise ProblemError(found)
        return found


@lru_cache(maxsize=1)
def held(service: Service) -> Plans:
    """Return the one table of a service: the parts of the server share it."""
    return Plans(service)


def local(iri: str) -> str:
    """Return the last part of an IRI.

    >>> local("https://w3id.org/saisei/id/scheme/suishin")
    'suishin'
    """
    return iri.rpartition("/")[2]


def _plans(facts: Sequence[_Row], links: Sequence[_Row]) -> Iterator[Plan]:
    """Yield the plans of some rows; of several rows on one plan the first in order counts."""
    linked: dict[tuple[str, str], list[str]] = {}
    for row in links:
        linked.setdefault((row["plan"], row["name"]), []).append(row["value"])
    chosen: dict[str, _Row] = {}
    for row in sorted(facts, key=lambda one: sorted(one.items())):
        chosen.setdefault(row["plan"], row)
    for iri, row in chosen.items():
        makers, schemes, some, former = (
            tuple(sorted(linked.get((iri, name), ())))
            for name in ("maker", "scheme", "some-scheme", "former")
        )
        said = (row.get("title", ""), row.get("title_en", ""), makers, schemes, some, former)
        yield Plan(iri, row["key"], *said, _certification(row), _period(row))


def _certification(row: _Row) -> Certification | None:
    said = (row.get(name, "") for name in ("date", "year", "round"))
    return Certification(row["event"], *said) if "event" in row else None


def _period(row: _Row) -> Period | None:
    return Period(row["period"], row.get("start", ""), row.get("end", "")) if "period" in row else None


def _schemes(rows: Sequence[_Row]) -> Iterator[Scheme]:
    found: dict[str, dict[str, list[str]]] = {}
    for row in rows:
        name = f"label-{row['tag']}" if row["name"] == "label" else row["name"]
        found.setdefault(row["scheme"], {}).setdefault(name, []).append(row["value"])
    for iri, values in found.items():
        ja, en, begin, end, precision = (
            min(values.get(name, ()), default="")
            for name in ("label-ja", "label-en", "from", "until", "precision")
        )
        others = tuple(sorted(values.get("other", ())))
        is_fiscal = precision.endswith("#FiscalYearPrecision")
        yield Scheme(iri, Bilingual(ja or en or local(iri), en or ja), others, begin, end, is_fiscal)
