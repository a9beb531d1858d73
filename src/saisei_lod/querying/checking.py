"""Turn the text of a parameter into an RDF term, or say what it should have been.

One function a type. What a table shows may be pasted back: ``plan:r055-…``, ``scheme:suishin`` and the
full IRIs are taken for the key, slug or code that they end in.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, NoReturn

from saisei_lod import terms
from saisei_lod.errors import Bilingual, UsageError
from saisei_lod.iris import KEY, Minter
from saisei_lod.querying.model import KINDS, Kind
from saisei_lod.querying.topics import pattern_of
from saisei_lod.registry import load
from saisei_lod.terms import Term

__all__ = ["checked"]

_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)
_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_YEAR: Final = re.compile(r"[12]\d{3}\Z", re.ASCII)
_INTEGER: Final = re.compile(r"\d{1,6}\Z", re.ASCII)
_LONGEST: Final = 200


def checked(value: str, kind: Kind) -> Term:
    """Return the RDF term of a parameter's text; UsageError saying what is wrong and what was expected.

    >>> checked("2020-04-01", "date").ttl
    '"2020-04-01"^^xsd:date'
    >>> checked("062090", "code").nt
    '<https://w3id.org/saisei/id/local-government/06209>'
    """
    if len(value) > _LONGEST:
        _refuse(value, kind)
    return _CHECKS[kind](value.strip())


def _refuse(value: str, kind: Kind, todo: Bilingual | None = None) -> NoReturn:
    shown = value if len(value) <= _LONGEST else f"{value[:60]}…"
    expected = KINDS[kind]
    raise UsageError(
        Bilingual(f"値がこの型ではありません: {shown!r}", f"The value is not of the type: {shown!r}"),
        expected=expected,
        todo=todo or Bilingual("値を直してください。", "Correct the value."),
    )


def _bare(value: str, folder: str) -> str:
    """Return what follows ``folder:`` or ``…/folder/``, else the value as it is."""
    before, separator, local = value.rpartition(folder)
    is_name = separator and not before and local.startswith(":")
    is_iri = separator and before.endswith("/") and local.startswith("/")
    return local[1:] if is_name or is_iri else value


def _code(value: str) -> Term:
    government = load().government(_bare(value, "local-government"))
    if government.kind == "ward":
        city = load().government(government.parent)
        _refuse(
            value,
            "code",
            Bilingual(
                f"行政区は計画の作成主体になりません。{city.name}の {city.code} を使ってください。",
                f"A ward makes no plans. Use {city.code}, its city.",
            ),
        )
    return Minter().local_government(government.code)


def _key(value: str) -> Term:
    bare = _bare(value, "plan")
    if not KEY.match(bare):
        _refuse(value, "key")
    return terms.plain(bare)


def _date(value: str) -> Term:
    try:
        date.fromisoformat(value if _DATE.match(value) else "")
    except ValueError:
        _refuse(value, "date")
    return terms.date(value)


def _slug(value: str) -> Term:
    bare = _bare(value, "scheme")
    if not _SLUG.match(bare):
        _refuse(value, "slug")
    return Minter().scheme(bare)


def _integer(value: str) -> Term:
    if not _INTEGER.match(value):
        _refuse(value, "integer")
    return terms.integer(int(value))


def _year(value: str) -> Term:
    if not _YEAR.match(value):
        _refuse(value, "year")
    return terms.date(value)


def _topic(value: str) -> Term:
    if not value.isprintable():
        _refuse(value, "topic")
    return terms.plain(pattern_of(value))


_CHECKS: Final[Mapping[Kind, Callable[[str], Term]]] = {
    "code": _code,
    "key": _key,
    "date": _date,
    "slug": _slug,
    "integer": _integer,
    "year": _year,
    "topic": _topic,
}
