"""Read the bulk form of records: JSON Lines, one plan a line.

The first line holds the page, each line after it one plan of that page::

    {"page": {"source": "01204-054421", "sha256": "…"}}
    {"plan": {"id": "r055-01204-3476059d", "title": "…"}}

A file is read line by line, so that its size does not matter; a line has a limit.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from saisei_lod.errors import Bilingual, RecordError
from saisei_lod.records.checking import check_texts
from saisei_lod.records.codes import with_short_codes
from saisei_lod.records.explaining import explained
from saisei_lod.records.files import decoded, empty, opened
from saisei_lod.records.model import Page, PlanRecord

__all__ = ["LONGEST_LINE", "bulk_lines", "key_of", "page_of", "plan_of"]

#: Bytes. A plan with a summary takes about one thousand.
LONGEST_LINE: Final = 1024 * 1024
_BOM: Final = b"\xef\xbb\xbf"
#: JSON escapes of control characters, and the bytes of U+007F, U+0080-009F, U+FFFE and U+FFFF.
_SUSPECT: Final = re.compile(
    rb"\\(?:[bft]|u00(?:[01]|7[fF]|[89])|u[fF]{3}[eEfF])|\x7f|\xc2[\x80-\x9f]|\xef\xbf[\xbe\xbf]"
)
_ONE_A_LINE: Final = Bilingual(
    '初めの行は {"page": …}、あとの行は1件ずつ {"plan": …}',
    'first a line {"page": …}, then a line {"plan": …} for each plan',
)


class _Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a line says: the page (the first line) or one plan (all others)."""

    page: Page | None = None
    plan: PlanRecord | None = None


class _Id(msgspec.Struct, frozen=True):
    id: str | None = None


class _Key(msgspec.Struct, frozen=True):
    """The one field that sorting needs; msgspec passes over all others."""

    plan: _Id = _Id()


_ENTRIES: Final = msgspec.json.Decoder(_Entry)
_KEYS: Final = msgspec.json.Decoder(_Key)


def bulk_lines(path: Path, file: str) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a bulk file that are not blank, with their numbers from 1; at least one.

    ``file`` is its name as messages show it. Raises InputError for an empty file and RecordError for a
    line of more than ``LONGEST_LINE`` bytes, of which no more than that is read.
    """
    is_empty = True
    with opened(path) as stream:
        for number, data in _numbered(stream, file):
            is_empty = False
            yield number, data
    if is_empty:
        raise empty(path)


def key_of(data: bytes) -> str | None:
    """Return the key that a plan line states, as it stands, without looking at the rest of the line."""
    try:
        return _KEYS.decode(data).plan.id
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


def page_of(data: bytes, where: str) -> Page:
    """Return the page that the first line holds; RecordError with the place where it is none."""
    said = _understood(data, where)
    if said.page is None or said.plan is not None:
        raise _out_of_place(where, "page")
    return said.page


def plan_of(data: bytes, where: str) -> PlanRecord:
    """Return the plan that a line holds; RecordError with the place where it is none."""
    said = _understood(data, where)
    if said.plan is None or said.page is not None:
        raise _out_of_place(where, "plan")
    return said.plan


def _numbered(stream: BinaryIO, file: str) -> Iterator[tuple[int, bytes]]:
    number = 0
    while data := stream.readline(LONGEST_LINE + 1):
        number += 1
        if len(data) > LONGEST_LINE:
            raise _too_long(f"{file}:{number}")
        data = data.removeprefix(_BOM).strip() if number == 1 else data.strip()
        if data:
            yield number, data


def _understood(data: bytes, where: str) -> _Entry:
    try:
        said = _ENTRIES.decode(data)
    except msgspec.ValidationError as error:
        said = _with_short_codes(data, error, where)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _malformed(data, error, where) from error
    if _is_suspect(data):
        check_texts(msgspec.to_builtins(said), lambda _: where)
    return said


def _is_suspect(data: bytes) -> bool:
    """Tell whether JSON may hold a control character; four searches for a byte spare most lines the pattern."""
    if b"\\" in data or b"\xc2" in data or b"\x7f" in data or b"\xef\xbf" in data:
        return _SUSPECT.search(data) is not None
    return False


def _with_short_codes(data: bytes, error: msgspec.ValidationError, where: str) -> _Entry:
    """Read a line again with its 6-digit codes cut to 5; explain the first error where that does not help."""
    value: object = None
    try:
        value = with_short_codes(msgspec.json.decode(data))
        return msgspec.convert(value, _Entry)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise explained(error, _Entry, lambda _: where, value) from error


def _malformed(data: bytes, error: Exception, where: str) -> RecordError:
    file, _, line = where.rpartition(":")
    decoded(data, file, int(line))
    return RecordError(
        Bilingual(f"JSON の書き方に誤りがあります({error})。", f"This is not JSON: {error}."),
        where=where,
        expected=_ONE_A_LINE,
        todo=Bilingual(
            "その行の引用符、コンマ、括弧を確かめてください。",
            "Check quotes, commas and brackets of the line.",
        ),
    )


def _out_of_place(where: str, name: str) -> RecordError:
    return RecordError(
        Bilingual(f"この行に必要なのは {name} だけです。", f"This line must hold {name} and nothing else."),
        where=where,
        expected=_ONE_A_LINE,
        todo=Bilingual(
            "出典ごとにファイルを分け、行の順を直してください。",
            "Write one file for each page, and put the lines in order.",
        ),
    )


def _too_long(where: str) -> RecordError:
    return RecordError(
        Bilingual("行が長すぎます。", "The line is too long."),
        where=where,
        expected=Bilingual(f"1行に {LONGEST_LINE:,} バイトまで", f"at most {LONGEST_LINE:,} bytes a line"),
        todo=Bilingual("1行に計画を1件だけ書いてください。", "Write one plan a line."),
    )
