"""Read publication.toml: who publishes the release, under which IRIs, titles and licence."""

import re
import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Annotated, Final, Literal, NamedTuple

import msgspec

from saisei_lod.errors import Bilingual, RecordError
from saisei_lod.records.checking import check_texts
from saisei_lod.records.explaining import explained
from saisei_lod.records.files import read_text
from saisei_lod.records.places import Places

__all__ = ["LICENCES", "Publication", "Terms", "load_publication"]

#: The licences that a catalogue can name, with their titles. CC BY 4.0 is the one of this data.
LICENCES: Final = {
    "https://creativecommons.org/licenses/by/4.0/": "Creative Commons Attribution 4.0",
    "https://creativecommons.org/licenses/by-sa/4.0/": "Creative Commons Attribution-ShareAlike 4.0",
    "https://creativecommons.org/publicdomain/zero/1.0/": "Creative Commons Zero 1.0",
    "https://www.digital.go.jp/resources/open_data/public_data_license_v1.0": "Public Data License 1.0",
}
_MOST_BYTES: Final = 256 * 1024
_ABSOLUTE: Final = re.compile(r"https?://[^\s<>\"{}|\\^`/?#]+(?:/[^\s<>\"{}|\\^`]*)?\Z")
_EMAIL: Final = re.compile(r"[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+\Z")
_TABLE: Final = re.compile(r"\s*\[\s*([\w.-]+)\s*\]")
_ENTRY: Final = re.compile(r"\s*\[\[\s*([\w.-]+)\s*\]\]")
_KEY: Final = re.compile(r"\s*([\w-]+)\s*=")
_AT_LINE: Final = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)")

Text = Annotated[str, msgspec.Meta(min_length=1)]
PublisherKind = Literal[
    "non-profit", "local-authority", "regional-authority", "national-authority", "academia", "company"
]


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    ja: Text
    en: Text


class _Terms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Under which terms the pages of a local government may be used."""

    code: Annotated[str, msgspec.Meta(pattern=r"\A[0-9]{5}\Z")]
    name: _Words
    url: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The form of publication.toml."""

    base: str
    title: _Words
    publisher: _Words
    licence: str
    issued: date
    version: Annotated[str, msgspec.Meta(pattern=r"\A[0-9]+\.[0-9]+\.[0-9]+\Z")]
    vocabulary: str = "https://w3id.org/saisei/ns#"
    description: _Words | None = None
    homepage: str | None = None
    download: str | None = None
    contact: str | None = None
    languages: Annotated[list[Literal["ja", "en"]], msgspec.Meta(min_length=1, max_length=2)] = msgspec.field(
        default_factory=lambda: ["ja", "en"]
    )
    publisher_kind: PublisherKind = "non-profit"
    ckan_organization: Annotated[str, msgspec.Meta(pattern=r"\A[a-z0-9_-]{2,100}\Z")] | None = None
    terms: list[_Terms] = []


class Terms(NamedTuple):
    """Under which terms the pages of a local government, named by its 5-digit code, may be used."""

    code: str
    name: Bilingual
    url: str


class Publication(NamedTuple):
    """Who publishes a release, and how: IRIs are absolute, ``issued`` is an ISO 8601 date.

    ``base`` is the namespace of what this publisher mints and ``download`` the folder where the files
    of the release will lie: both end in ``/``. ``contact`` is a web address or an e-mail address.
    ``ckan_organization`` is the name under which a CKAN portal knows the publisher, "" where none is given;
    ``terms`` are those of the pages that were read, as far as they are known.
    """

    base: str
    vocabulary: str
    title: Bilingual
    description: Bilingual
    publisher: Bilingual
    homepage: str
    download: str
    contact: str
    licence: str
    languages: tuple[str, ...]
    issued: str
    version: str
    publisher_kind: PublisherKind = "non-profit"
    ckan_organization: str = ""
    terms: tuple[Terms, ...] = ()


def load_publication(path: Path) -> Publication:
    """Load publication.toml.

    Raises InputError for a file that cannot be read and RecordError, with line and field, for one that
    lacks something or says something wrong.
    """
    text = read_text(path, _MOST_BYTES)
    try:
        value = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _malformed(error, path, text) from error
    places = Places(str(path), _lines(text))
    check_texts(value, places.where)
    try:
        said = msgspec.convert(value, _File)
    except msgspec.ValidationError as error:
        raise explained(error, _File, places.where, value) from error
    _check_addresses(said, places)
    _check_licence(said.licence, places)
    return _publication(said)


def _publication(said: _File) -> Publication:
    """Return what is said, and for what may be left out what follows from the rest."""
    homepage = said.homepage or said.base
    return Publication(
        base=said.base,
        vocabulary=said.vocabulary,
        title=Bilingual(said.title.ja, said.title.en),
        description=_description(said),
        publisher=Bilingual(said.publisher.ja, said.publisher.en),
        homepage=homepage,
        download=said.download or f"{said.base}data/",
        contact=said.contact or homepage,
        licence=said.licence,
        languages=tuple(said.languages),
        issued=said.issued.isoformat(),
        version=said.version,
        publisher_kind=said.publisher_kind,
        ckan_organization=said.ckan_organization or "",
        terms=tuple(Terms(one.code, Bilingual(one.name.ja, one.name.en), one.url) for one in said.terms),
    )


def _description(said: _File) -> Bilingual:
    if said.description:
        return Bilingual(said.description.ja, said.description.en)
    return Bilingual(
        f"{said.publisher.ja}が公開する、地域再生計画のリンクト・オープン・データです。",
        f"Regional revitalisation plans of Japan as linked open data, published by {said.publisher.en}.",
    )


def _lines(text: str) -> dict[str, int]:
    """Return the line of each field, as far as lines tell it: tables, entries of arrays and keys, one a line."""
    found: dict[str, int] = {}
    entries: Counter[str] = Counter()
    table = ""
    for number, line in enumerate(text.split("\n"), 1):
        if entry := _ENTRY.match(line):
            table = f"{entry[1]}[{entries[entry[1]]}]."
            entries[entry[1]] += 1
            found[table[:-1]] = number
        elif header := _TABLE.match(line):
            table = f"{header[1]}."
            found.setdefault(header[1], number)
        elif key := _KEY.match(line):
            found.setdefault(table + key[1], number)
    return found


def _malformed(error: tomllib.TOMLDecodeError, path: Path, text: str) -> RecordError:
    line = _AT_LINE.search(str(error))
    number = line[1] if line and line[1] else str(text.rstrip("\n").count("\n") + 1)
    problem = _AT_LINE.sub("", str(error))
    return RecordError(
        Bilingual(f"TOML の書き方に誤りがあります({problem})。", f"This is not TOML: {problem}."),
        where=f"{path}:{number}",
        expected=Bilingual('項目 = "値" の行と [表] の行', 'lines field = "value" and [table]'),
        todo=Bilingual(
            "その行の引用符と等号を確かめてください。", "Check quotes and equals signs of the line."
        ),
    )


def _check_addresses(said: _File, places: Places) -> None:
    for field in ("base", "vocabulary", "homepage", "download"):
        value: str | None = getattr(said, field)
        ends = {"base": "/", "download": "/", "vocabulary": "#/"}.get(field, "")
        if value is not None and (not _ABSOLUTE.match(value) or (ends and value[-1] not in ends)):
            raise _wrong_address(field, value, ends, places)
    for number, one in enumerate(said.terms):
        if not _ABSOLUTE.match(one.url):
            raise _wrong_address(f"terms[{number}].url", one.url, "", places)
    contact = said.contact
    if contact is not None and not _ABSOLUTE.match(contact) and not _EMAIL.match(contact):
        raise _wrong_address("contact", contact, "", places)


def _wrong_address(field: str, value: str, ends: str, places: Places) -> RecordError:
    ending = Bilingual(f"、末尾は {' か '.join(ends)}", f", ending in {' or '.join(ends)}")
    mail = Bilingual("またはメールアドレス", " or an e-mail address")
    more = ending if ends else mail if field == "contact" else Bilingual("", "")
    return RecordError(
        Bilingual(f'{field} に "{value[:60]}" は書けません。', f'{field} cannot be "{value[:60]}".'),
        where=places.where(field),
        expected=Bilingual(
            f"https:// で始まる完全なアドレス{more.ja}", f"a full address beginning with https://{more.en}"
        ),
        todo=Bilingual("値を直してください。", "Correct the value."),
    )


def _check_licence(licence: str, places: Places) -> None:
    if licence not in LICENCES:
        known = ", ".join(LICENCES)
        raise RecordError(
            Bilingual(
                f"知らないライセンスです: {licence[:100]}", f"The licence is not known: {licence[:100]}"
            ),
            where=places.where("licence"),
            expected=Bilingual(f"次のどれか: {known}", f"one of: {known}"),
            todo=Bilingual(
                "https から末尾の / まで、そのとおりに書いてください。",
                "Write it exactly, from https to the last slash.",
            ),
        )
