"""Explain the values of a plan: the words that each was read from, where they stand, and what others say.

A release's claims are looked up in its sorted files, without loading them: the answer comes in a second
or two for the whole country.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Final, NamedTuple

from saisei_lod import vocabulary as v
from saisei_lod.errors import Bilingual, InputError, UsageError
from saisei_lod.querying.claim_fields import Field, field_of
from saisei_lod.querying.claim_lookup import labels_of, told_by
from saisei_lod.querying.pack import nearest
from saisei_lod.serialization import SortedFile

__all__ = ["Explanation", "Said", "Source", "Words", "explain"]

_PROVENANCE: Final = "provenance.nq"
_PLANS: Final = "plans.nt"
_LABELLED: Final = ("registry.nt", "schemes.nt", "rounds.nt")
_TYPE: Final = v.RDF("type").value
#: A code that people wrote with its check digit.
_CHECK_DIGIT: Final = re.compile(r"\A((?:makers|coverage\.codes)\.[0-9]{5})[0-9]\Z")
_AFTER_ALL_DAYS: Final = "9999"


class Words(NamedTuple):
    """A span of the decoded text of a snapshot, half-open, in code points; the words are "" if unknown."""

    start: int
    end: int
    exact: str


class Source(NamedTuple):
    """Where words stand: a snapshot of a page; what is not known of it is ""."""

    snapshot: str
    page: str
    url: str
    retrieved: str


class Said(NamedTuple):
    """What one source says of one field.

    ``value`` is a text, or the last part of an IRI, which ``label`` then names. ``preferred`` holds the
    values that were published in its place, ``choice`` the rule; both are empty where it is published.
    """

    field: Field
    value: str
    label: Bilingual
    basis: str
    rule: str
    source: Source
    words: tuple[Words, ...]
    is_published: bool
    preferred: tuple[str, ...] = ()
    choice: str = ""


class Explanation(NamedTuple):
    """A plan with what is said of it, in the order of its fields, published values first."""

    key: str
    title: str
    said: tuple[Said, ...]


def explain(key: str, field: str | None, dist: Path) -> Explanation:
    """Return where the values of a plan of a release were read; those of one field, or of all.

    ``key`` may be a former one. Raises UsageError, with the nearest names, for a plan or field that is not
    there, and InputError for a folder without plans.nt or provenance.nq.
    """
    with ExitStack() as files:
        plans = files.enter_context(SortedFile(_file(dist, _PLANS)))
        claims = files.enter_context(SortedFile(_file(dist, _PROVENANCE)))
        labels = [files.enter_context(SortedFile(dist / n)) for n in _LABELLED if (dist / n).is_file()]
        found = _Release(plans, claims, labels).explained(key)
    if field is None:
        return found
    asked = _CHECK_DIGIT.sub(r"\1", field)
    said = tuple(one for one in found.said if one.field.is_in(asked))
    if not said:
        raise _no_such_field(field, found)
    return found._replace(said=said)


def _file(dist: Path, name: str) -> Path:
    path = dist / name
    if path.is_file():
        return path
    raise InputError(
        Bilingual(f"{name} がありません。", f"There is no {name}."),
        where=str(dist),
        expected=Bilingual("saisei build が作った公開用フォルダー", "a release folder made by saisei build"),
        todo=Bilingual(
            "make build(または saisei build)を実行するか、--on で別のフォルダーを指定してください。",
            "Run make build (or saisei build), or name another folder with --on.",
        ),
    )


def _no_such_field(field: str, found: Explanation) -> UsageError:
    paths = list(dict.fromkeys(one.field.path for one in found.said))
    heads = list(dict.fromkeys(path.partition(".")[0].partition("[")[0] for path in paths))
    todo = Bilingual(
        "項目を指定しなければ、すべて表示されます。", "Leave the field out to see all that was read."
    )
    if field in _DERIVED:
        what = Bilingual(
            f"{field} はこのプログラムが計算した値で、資料から読んだものではありません。",
            f"{field} is computed by this program; it was not read from a source.",
        )
        return UsageError(what, expected=nearest(field, heads), todo=todo)
    what = Bilingual(
        f"計画 {found.key} に、読み取った項目 {field[:80]} はありません。",
        f"Nothing was read of plan {found.key} for {field[:80]}.",
    )
    return UsageError(what, expected=nearest(field, list(dict.fromkeys([*heads, *paths]))), todo=todo)


#: Properties whose values are derived: docs/explanation/provenance.md.
_DERIVED: Final = frozenset(
    term.value.removeprefix(v.SAISEI.base)
    for term in (
        v.FISCAL_YEAR, v.DAYS_SINCE_CERTIFICATION, v.VALID_FROM, v.VALID_UNTIL, v.CERTAIN_UNTIL, v.DAYS,
        v.PRECISION, v.LATEST_VERSION, v.VERSION, v.NUMBER, v.PRINTED_KILOBYTES,
    )
)  # fmt: skip


class _Release:
    """The files of a release, and what is looked up in them for one plan."""

    def __init__(self, plans: SortedFile, claims: SortedFile, labels: Sequence[SortedFile]) -> None:
        self._plans = plans
        self._claims = claims
        self._labels = labels

    def explained(self, key: str) -> Explanation:
        """Return all that is said of a plan; UsageError where there is none of this key."""
        plan = self._plan_of(key)
        own = plan.rpartition("/")[2]
        told = told_by(self._plans, [plan])[plan]
        events = told_by(self._plans, told.get(v.EVENT.value, ()))
        certifications = {e for e, said in events.items() if v.CERTIFICATION.value in said.get(_TYPE, ())}
        latest = "".join(told.get(v.LATEST_VERSION.value, ())).rpartition("-")[2]
        said = [
            one._replace(field=one.field._replace(day="")) if _is_day(one.field.day, latest) else one
            for one in self._said(own, certifications)
        ]
        said.sort(key=lambda one: (one.field.order, not one.is_published, one.value, one.source))
        said.sort(key=lambda one: one.field.day or _AFTER_ALL_DAYS, reverse=True)
        return Explanation(own, "".join(told.get(v.DCTERMS_TITLE.value, ())), tuple(said))

    def _plan_of(self, key: str) -> str:
        """Return the IRI of a plan, given its key or a former one."""
        names = {v.DCTERMS_IDENTIFIER.predicate.encode(), v.FORMER_KEY.predicate.encode()}
        if key.isascii() and key.replace("-", "").isalnum():
            for line in self._plans.holding(f'"{key}"'.encode()):
                subject, predicate, _ = line.split(b" ", 2)
                if predicate in names and b"/plan/" in subject:
                    return subject[1:-1].decode()
        raise self._no_such_plan(key)

    def _no_such_plan(self, key: str) -> UsageError:
        lines = self._plans.holding(v.DCTERMS_IDENTIFIER.predicate.encode())
        keys = [line.split(b'"')[1].decode() for line in lines if b"/plan/" in line.split(b" ", 1)[0]]
        return UsageError(
            Bilingual(f"この公開データにありません: {key[:80]}", f"This release does not hold {key[:80]}."),
            expected=nearest(key, keys),
            todo=Bilingual("計画のキーのつづりを確かめてください。", "Check the spelling of the plan's key."),
        )

    def _said(self, key: str, certifications: set[str]) -> Iterator[Said]:
        """Yield what is claimed of a plan."""
        subject = v.CLAIM_SUBJECT.predicate.encode()
        lines = (line.split(b" ", 3) for line in self._claims.holding(key.encode()))
        names = [line[0][1:-1].decode() for line in lines if line[1] == subject]
        claims = {
            name: (said, field)
            for name, said in told_by(self._claims, names).items()
            if (field := _field(said, key, certifications))
        }
        preferred = {name for said, _ in claims.values() for name in said.get(v.OUTWEIGHED_BY.value, ())}
        others = told_by(self._claims, preferred)
        values = {_value(said) for said, _ in claims.values()} | {_value(said) for said in others.values()}
        names_of = labels_of(values, self._labels)
        for said, field in claims.values():
            outweighing = [
                _value(others[name]) for name in said.get(v.OUTWEIGHED_BY.value, ()) if name in others
            ]
            yield self._one(said, field, names_of, outweighing)

    def _one(
        self,
        said: Mapping[str, Sequence[str]],
        field: Field,
        names: Mapping[str, Bilingual],
        outweighing: Iterable[str],
    ) -> Said:
        value = _value(said)
        return Said(
            field,
            _local(value) if v.CLAIM_OBJECT.value in said else value,
            names.get(value, Bilingual("", "")),
            _local(_first(said, v.CLAIM_BASIS.value)),
            _first(said, v.RULE.value),
            self._source(_first(said, v.PROV_HAD_PRIMARY_SOURCE.value)),
            tuple(self._words(said.get(v.OA_HAS_TARGET.value, ()))),
            _first(said, v.OUTCOME.value) == v.PUBLISHED.value,
            tuple(_local(other) if "://" in other else other for other in outweighing),
            _first(said, v.CHOICE_RULE.value),
        )

    def _words(self, targets: Sequence[str]) -> list[Words]:
        """Return the words of targets in the order of the text."""
        found = []
        for target in told_by(self._claims, targets).values():
            parts = told_by(self._claims, target.get(v.OA_HAS_SELECTOR.value, ())).values()
            told = {name: values[0] for part in parts for name, values in part.items()}
            start, end = (int(told.get(name, "0")) for name in (v.OA_START.value, v.OA_END.value))
            found.append(Words(start, end, told.get(v.OA_EXACT.value, "")))
        return sorted(found)

    def _source(self, snapshot: str) -> Source:
        told = told_by(self._plans, [snapshot]).get(snapshot, {})
        page = _first(told, v.PROV_SPECIALIZATION_OF.value)
        described = told_by(self._plans, [page]).get(page, {})
        return Source(
            _local(snapshot),
            _first(described, v.DCTERMS_TITLE.value),
            _first(described, v.URL.value),
            _first(told, v.RETRIEVED.value),
        )


def _field(said: Mapping[str, Sequence[str]], key: str, certifications: set[str]) -> Field | None:
    subject, predicate = _first(said, v.CLAIM_SUBJECT.value), _first(said, v.CLAIM_PREDICATE.value)
    return field_of(subject, predicate, _value(said), key, certifications)


def _is_day(day: str, compact: str) -> bool:
    return day.replace("-", "") == compact


def _value(said: Mapping[str, Sequence[str]]) -> str:
    return _first(said, v.CLAIM_VALUE.value) or _first(said, v.CLAIM_OBJECT.value)


def _first(said: Mapping[str, Sequence[str]], name: str) -> str:
    return next(iter(said.get(name, ())), "")


def _local(iri: str) -> str:
    return iri.rpartition("#" if "#" in iri else "/")[2]
