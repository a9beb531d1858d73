"""Read batches of queries and of data extension from JSON, in bounds; what is not of the API is refused with its place."""

import re
from collections.abc import Iterable
from typing import Any, Final, Literal, TypeVar

import msgspec

from saisei_lod.errors import Bilingual
from saisei_lod.serving.messages import Refused
from saisei_lod.serving.problems import ProblemError
from saisei_lod.serving.reconciliation.kinds import EXTENSIONS, FILTERS, TYPES, Property

__all__ = ["BATCH", "Extension", "Known", "Query", "Setting", "read_extension", "read_queries"]

#: Queries of a batch, ids of an extension; characters of a text; candidates of a query.
BATCH: Final = 100
_TEXT: Final = 500
_CANDIDATES: Final = 50
_VALUES: Final = 20
_PROPERTIES: Final = 20
_WHERE: Final = re.compile(r"(?P<what>.*?)(?: - at `(?P<where>.*)`)?\Z", re.DOTALL)


class Known(msgspec.Struct, frozen=True):
    """A value that is an entity itself."""

    id: str
    name: str = ""


Value = str | int | float | bool | Known | list[str | int | float | bool | Known]


class Setting(msgspec.Struct, frozen=True):
    """A property of a query with its values."""

    pid: str
    v: Value

    @property
    def texts(self) -> list[str]:
        """The values as texts; an entity counts by its id; empty ones, as of empty cells, are left out."""
        values = self.v if isinstance(self.v, list) else [self.v]
        texts = [value.id if isinstance(value, Known) else str(value).strip() for value in values]
        return [text for text in texts if text]


class Query(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A reconciliation query (section 4.1)."""

    query: str = ""
    type: str | list[str] | None = None
    limit: float | None = None
    properties: list[Setting] = []
    type_strict: Literal["any", "should", "all"] | None = None

    @property
    def types(self) -> list[str]:
        """The types asked for; none: all."""
        if self.type is None:
            return []
        return [self.type] if isinstance(self.type, str) else self.type

    @property
    def most(self) -> int:
        """How many candidates are asked for."""
        return _CANDIDATES if self.limit is None else min(int(self.limit), _CANDIDATES)


class Wanted(msgspec.Struct, frozen=True):
    """A property of an extension, with its settings."""

    id: str
    settings: dict[str, Any] = {}


class Extension(msgspec.Struct, frozen=True):
    """A data extension query (section 7.2)."""

    ids: list[str]
    properties: list[Wanted]


_Read = TypeVar("_Read")


def read_queries(text: str) -> dict[str, Query]:
    """Return the queries of a batch by their keys; ProblemError for what is none, or beyond a bound."""
    batch = _decoded(text, dict[str, Query], "queries")
    if len(batch) > BATCH:
        raise ProblemError(_too_many("queries", len(batch)))
    for key, query in batch.items():
        _check(f"queries.{key[:40]}", query)
    return batch


def _check(where: str, query: Query) -> None:
    if not query.query.strip() and not query.properties:
        raise ProblemError(_refused(where, _EMPTY, Bilingual("query か properties", "query or properties")))
    if query.limit is not None and not (query.limit >= 1 and query.limit == int(query.limit)):
        raise ProblemError(
            _refused(f"{where}.limit", _NO_LIMIT, Bilingual("1以上の整数", "an integer from 1"))
        )
    texts = [query.query, *(text for one in query.properties for text in one.texts)]
    if any(len(text) > _TEXT for text in texts):
        raise ProblemError(
            _refused(where, _LONG, Bilingual(f"{_TEXT}文字まで", f"at most {_TEXT} characters"))
        )
    if len(query.properties) > _PROPERTIES or any(len(one.texts) > _VALUES for one in query.properties):
        most = Bilingual(
            f"{_PROPERTIES}個まで、値は{_VALUES}個まで", f"{_PROPERTIES}, with {_VALUES} values each"
        )
        raise ProblemError(_refused(where, _MANY, most))
    for name in query.types:
        if name not in TYPES:
            raise ProblemError(_refused(f"{where}.type", _none("型", "type", name), _listed(TYPES)))
    for one in query.properties:
        _known(f"{where}.properties", one.pid, FILTERS)


def read_extension(text: str) -> Extension:
    """Return an extension query; ProblemError for what is none, or beyond a bound."""
    asked = _decoded(text, Extension, "extend")
    if len(asked.ids) > BATCH:
        raise ProblemError(_too_many("extend.ids", len(asked.ids)))
    if len(asked.properties) > _PROPERTIES:
        most = Bilingual(f"{_PROPERTIES}個まで", f"at most {_PROPERTIES}")
        raise ProblemError(_refused("extend.properties", _MANY, most))
    for one in asked.properties:
        _known("extend.properties", one.id, EXTENSIONS)
    return asked


def _decoded(text: str, form: type[_Read], name: str) -> _Read:
    try:
        return msgspec.json.decode(text, type=form)
    except (msgspec.MsgspecError, UnicodeEncodeError, RecursionError) as error:
        found = _WHERE.match(str(error))
        what = found["what"] if found else ""
        where = name + (found["where"] or "$").removeprefix("$") if found else name
        raise ProblemError(
            _refused(
                where,
                Bilingual(
                    f"JSON が Reconciliation API 0.2 の形ではありません: {what}",
                    f"This is not of the API: {what}",
                ),
                _FORM,
            )
        ) from error


def _known(where: str, name: str, known: tuple[Property, ...]) -> None:
    if name not in {one.id for one in known}:
        listed = _listed(one.id for one in known)
        raise ProblemError(_refused(where, _none("プロパティ", "property", name), listed))


def _listed(known: Iterable[str]) -> Bilingual:
    names = list(known)
    return Bilingual("、".join(names), ", ".join(names))


def _none(ja: str, en: str, name: str) -> Bilingual:
    return Bilingual(f"この{ja}はありません: {name[:80]!r}", f"There is no {en} {name[:80]!r}")


_EMPTY: Final = Bilingual("何も尋ねていません。", "Nothing is asked.")
_NO_LIMIT: Final = Bilingual("候補の数が正しくありません。", "The limit is wrong.")
_LONG: Final = Bilingual("文字列が長すぎます。", "The text is too long.")
_MANY: Final = Bilingual("プロパティか値が多すぎます。", "There are too many properties or values.")
_FORM: Final = Bilingual(
    'Reconciliation API 0.2 の JSON(例 {"q0": {"query": "長井市"}})',
    'JSON of the Reconciliation API 0.2, such as {"q0": {"query": "長井市"}}',
)


def _refused(where: str, what: Bilingual, expected: Bilingual) -> Refused:
    return Refused(400, what, where, expected)


def _too_many(where: str, count: int) -> Refused:
    return Refused(
        413,
        Bilingual(f"一度に尋ねる数が多すぎます: {count}", f"Too many at a time: {count}"),
        where,
        Bilingual(f"{BATCH}件まで", f"at most {BATCH}"),
        Bilingual("分けて送ってください。", "Send them in several requests."),
    )
