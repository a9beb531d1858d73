"""Read the rows of a CSV file as they come: its encoding and delimiter are found in the file."""

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Final

from saisei_lod.errors import Bilingual, InputError, UsageError

__all__ = ["csv_rows", "delimiter_of", "encoding_of"]

_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_TRIED: Final = ("utf-8", "cp932")
_CHUNK: Final = 1 << 20
_DELIMITERS: Final = ",\t;"


def csv_rows(path: Path, encoding: str, delimiter: str) -> Iterator[list[str]]:
    """Yield the rows of a CSV file (RFC 4180, any line end) as lists of texts; memory is bounded.

    Raises InputError where a row is no CSV or a byte is not of the encoding, naming the line.
    """
    with _opened(path, encoding) as lines:
        reader = csv.reader(lines, delimiter=delimiter)
        try:
            yield from reader
        except (csv.Error, UnicodeDecodeError) as error:
            raise _broken(path, reader.line_num + 1, encoding, error) from error


def encoding_of(path: Path, asked: str | None = None) -> str:
    """Return the encoding of a text file: the one asked for, that of its mark, else UTF-8 or CP932.

    The whole file is read once, a part at a time. Raises UsageError for an encoding that does not
    exist, InputError where neither UTF-8 nor CP932 reads the file.
    """
    if asked:
        return _named(asked)
    with _bytes(path) as file:
        start = file.read(len(codecs.BOM_UTF8))
    marked = next((name for mark, name in _MARKS.items() if start.startswith(mark)), None)
    found = marked or next((name for name in _TRIED if _reads(path, name)), None)
    if found is None:
        raise _unread(path)
    return found


def delimiter_of(path: Path, encoding: str, column: str) -> str:
    """Return the delimiter of a CSV file: comma, tab or semicolon, by its first row.

    The one under which the column is found counts, else the one that parts the row most often.
    """
    rows = {sign: next(csv_rows(path, encoding, sign), []) for sign in _DELIMITERS}
    holding = [sign for sign, row in rows.items() if column in {cell.strip() for cell in row}]
    return max(holding or _DELIMITERS, key=lambda sign: len(rows[sign]))


def _named(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
    except LookupError as error:
        raise UsageError(
            Bilingual(f"この文字コードはありません: {encoding}", f"There is no such encoding: {encoding}"),
            expected=Bilingual("utf-8、cp932 など", "utf-8, cp932 or another that Python knows"),
            todo=Bilingual("--encoding を直すか、省いてください。", "Correct --encoding, or leave it out."),
        ) from error
    # A mark at the start of a file is no part of its first column.
    return "utf-8-sig" if name == "utf-8" else name


def _reads(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        with _bytes(path) as file:
            while chunk := file.read(_CHUNK):
                decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _bytes(path: Path) -> IO[bytes]:
    try:
        return path.open("rb")
    except OSError as error:
        raise _unopened(path, error) from error


def _opened(path: Path, encoding: str) -> IO[str]:
    try:
        return path.open(encoding=encoding, newline="")
    except OSError as error:
        raise _unopened(path, error) from error


def _unopened(path: Path, error: OSError) -> InputError:
    return InputError(
        Bilingual(f"ファイルを開けません: {error.strerror}", f"The file cannot be opened: {error.strerror}"),
        where=str(path),
        expected=Bilingual("読み取れる CSV または XLSX", "a CSV or XLSX file that can be read"),
        todo=Bilingual("パスと権限を確かめてください。", "Check the path and the permissions."),
    )


def _unread(path: Path) -> InputError:
    return InputError(
        Bilingual("文字コードがわかりません。", "The encoding of the file is not known."),
        where=str(path),
        expected=Bilingual("UTF-8 または CP932(Shift_JIS)", "UTF-8 or CP932 (Shift_JIS)"),
        todo=Bilingual(
            "--encoding で指定するか、UTF-8 で保存し直してください。",
            "Name it with --encoding, or save the file as UTF-8.",
        ),
    )


def _broken(path: Path, line: int, encoding: str, error: Exception) -> InputError:
    return InputError(
        Bilingual(f"CSV として読めない行があります: {error}", f"A row cannot be read as CSV: {error}"),
        where=f"{path}:{line}",
        expected=Bilingual(f"文字コード {encoding} の CSV", f"CSV in the encoding {encoding}"),
        todo=Bilingual(
            "引用符の閉じ忘れと文字コードを確かめてください(--encoding で指定できます)。",
            "Look for an open quotation mark, and check the encoding (--encoding names it).",
        ),
    )
