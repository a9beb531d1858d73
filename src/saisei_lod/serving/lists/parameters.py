"""The parameters of a list: stated once, checked by it, and described by it in the OpenAPI document."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from saisei_lod.errors import Bilingual, UsageError
from saisei_lod.querying.checking import checked
from saisei_lod.querying.model import KINDS
from saisei_lod.querying.pack import nearest
from saisei_lod.serving.lists.plans import Table
from saisei_lod.serving.messages import Refused
from saisei_lod.serving.problems import ProblemError

__all__ = ["FORMATS", "PARAMETERS", "Asked", "Parameter", "read_parameters"]

FORMATS: Final = ("jsonld", "csv", "csv-excel")
_PAGE: Final = 100
_MOST: Final = 1_000
_ROUND: Final = re.compile(r"[1-9]\d{0,3}\Z|d\d{8}\Z", re.ASCII)
_YEAR: Final = re.compile(r"20\d\d\Z", re.ASCII)
_NUMBER: Final = re.compile(r"[1-9]\d{0,6}\Z", re.ASCII)
_LANGUAGES: Final = ("ja", "en")


class Parameter(NamedTuple):
    """A parameter: its name, JSON Schema and example, what it means and what its values are."""

    name: str
    schema: Mapping[str, Any]
    example: str
    about: Bilingual
    expected: Bilingual


PARAMETERS: Final = (
    Parameter(
        "municipality",
        {"type": "string", "pattern": "^[0-9]{5,6}$"},
        "06209",
        Bilingual(
            "この地方公共団体が作成主体であるか、区域に含む計画",
            "plans that this local government makes, or whose area covers it",
        ),
        KINDS["code"],
    ),
    Parameter(
        "scheme",
        {"type": "string", "pattern": "^[a-z0-9-]+$"},
        "suishin",
        Bilingual("この支援措置を使う計画", "plans that use this funding scheme"),
        Bilingual("この公開データの支援措置のスラグ", "the slug of a scheme of this release"),
    ),
    Parameter(
        "round",
        {"type": "string", "pattern": "^([1-9][0-9]{0,3}|d[0-9]{8})$"},
        "55",
        Bilingual("この回に最初の認定を受けた計画", "plans first certified in this round"),
        Bilingual(
            "この公開データの認定回(例 55、番号のない回は d20260121)",
            "a round of this release: 55, or d20260121 for one without a number",
        ),
    ),
    Parameter(
        "year",
        {"type": "string", "pattern": "^20[0-9]{2}$"},
        "2019",
        Bilingual(
            "この年度(4月から)に最初の認定を受けた計画",
            "plans first certified in this fiscal year (from April)",
        ),
        Bilingual("西暦4桁の年度(例 2019)", "a fiscal year of four digits, such as 2019"),
    ),
    Parameter(
        "as-of",
        {"type": "string", "format": "date"},
        "2020-04-01",
        Bilingual("この日に有効な計画", "plans in force on this day"),
        KINDS["date"],
    ),
    Parameter(
        "unknown",
        {"type": "string", "enum": ["list", "omit"], "default": "list"},
        "list",
        Bilingual(
            "条件に合うか分からない計画を、不明として載せる(list)か除く(omit)か",
            "whether plans of which a condition is not known are listed as unknown, or left out",
        ),
        Bilingual("list または omit", "list or omit"),
    ),
    Parameter(
        "page",
        {"type": "integer", "minimum": 1, "default": 1},
        "1",
        Bilingual("ページ(1から)", "the page, from 1"),
        Bilingual("1以上の整数", "a whole number from 1"),
    ),
    Parameter(
        "per-page",
        {"type": "integer", "minimum": 1, "maximum": _MOST, "default": _PAGE},
        "100",
        Bilingual("1ページの計画数", "plans on a page"),
        Bilingual(f"1から{_MOST}までの整数", f"a whole number from 1 to {_MOST}"),
    ),
    Parameter(
        "format",
        {"type": "string", "enum": list(FORMATS)},
        "csv",
        Bilingual(
            "形式。Accept より優先します。csv-excel は Excel 用の印(BOM)が付きます",
            "the form, before Accept; csv-excel begins with the mark that Excel wants (BOM)",
        ),
        Bilingual("、".join(FORMATS), ", ".join(FORMATS)),
    ),
    Parameter(
        "lang",
        {"type": "string", "enum": list(_LANGUAGES)},
        "en",
        Bilingual(
            "理由の言語。Accept-Language より優先します", "the language of reasons, before Accept-Language"
        ),
        Bilingual("ja または en", "ja or en"),
    ),
)
_BY_NAME: Final = {parameter.name: parameter for parameter in PARAMETERS}


class Asked(NamedTuple):
    """What is asked: the conditions by name, each in its one spelling, and how to show what is found."""

    conditions: Mapping[str, str]
    omits_unknown: bool
    page: int
    per_page: int
    form: str
    language: str

    def fields(self, page: int) -> dict[str, str]:
        """Return the parameters of a page of the same list, in the order of the document."""
        size = {} if self.per_page == _PAGE else {"per-page": str(self.per_page)}
        omitted = {"unknown": "omit"} if self.omits_unknown else {}
        shown = {name: value for name, value in (("format", self.form), ("lang", self.language)) if value}
        return {**self.conditions, **omitted, "page": str(page), **size, **shown}


def read_parameters(items: Iterable[tuple[str, str]], table: Table) -> Asked:
    """Return what a request asks; ProblemError (400) saying what is wrong with which parameter."""
    given: dict[str, str] = {}
    for name, value in items:
        if name not in _BY_NAME:
            raise ProblemError(_unknown(name))
        if name in given:
            raise ProblemError(_refused(name, Bilingual("二度あります。", "It is given twice.")))
        if value.strip():
            given[name] = value.strip()
    return Asked(
        {name: _condition(name, given[name], table) for name in _CONDITIONS if name in given},
        _one_of(given, "unknown", ("list", "omit"), "list") == "omit",
        _number(given, "page", 1, None),
        _number(given, "per-page", _PAGE, _MOST),
        _one_of(given, "format", FORMATS, ""),
        _one_of(given, "lang", _LANGUAGES, ""),
    )


_CONDITIONS: Final = ("municipality", "scheme", "round", "year", "as-of")


def _condition(name: str, value: str, table: Table) -> str:
    try:
        if name == "municipality":
            return checked(value, "code").core
        if name == "as-of":
            return checked(value, "date").core
    except UsageError as error:
        raise ProblemError(
            Refused(400, error.what, name, error.expected or _BY_NAME[name].expected, error.todo)
        ) from error
    if name == "scheme" and value not in table.schemes:
        raise ProblemError(_refused(name, _not_one(value), nearest(value, sorted(table.schemes))))
    if name == "round" and not (_ROUND.match(value) and value in table.rounds):
        raise ProblemError(_refused(name, _not_one(value)))
    if name == "year" and not _YEAR.match(value):
        raise ProblemError(_refused(name, _not_one(value)))
    return value


def _number(given: Mapping[str, str], name: str, default: int, most: int | None) -> int:
    value = given.get(name, str(default))
    if not _NUMBER.match(value) or (most is not None and int(value) > most):
        raise ProblemError(_refused(name, _not_one(value)))
    return int(value)


def _one_of(given: Mapping[str, str], name: str, values: tuple[str, ...], default: str) -> str:
    value = given.get(name, default)
    if value != default and value not in values:
        raise ProblemError(_refused(name, _not_one(value)))
    return value


def _not_one(value: str) -> Bilingual:
    shown = repr(value[:80])
    return Bilingual(f"この値は使えません: {shown}", f"This value is not one of them: {shown}")


def _refused(name: str, what: Bilingual, near: Bilingual | None = None) -> Refused:
    known = _BY_NAME[name]
    example = f"{name}={known.example}"
    return Refused(
        400,
        what,
        name,
        near or known.expected,
        Bilingual(f"例: {example}", f"For example: {example}"),
    )


def _unknown(name: str) -> Refused:
    return Refused(
        400,
        Bilingual(f"このパラメーターはありません: {name[:80]!r}", f"There is no parameter {name[:80]!r}"),
        expected=nearest(name[:80], list(_BY_NAME)),
        todo=Bilingual("名前を直すか、取り除いてください。", "Correct the name, or leave it out."),
    )
