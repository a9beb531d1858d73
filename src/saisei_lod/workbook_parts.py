"""Check the parts of an XLSX before anything reads them: its kind, its sizes, its XML.

An XLSX is a ZIP of XML (ECMA-376, part 2). Its directory tells the unpacked sizes, and Python's zipfile
unpacks no more than it tells, so a bomb is refused before it is unpacked. XML that declares a document
type is refused: entities have no place in a workbook.
"""

import io
import zlib
from typing import Any, Final, NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from saisei_lod.errors import Bilingual, EnvironmentFault, InputError
from saisei_lod.limits import XLSX_BYTES, XLSX_MARKS, XLSX_PARTS, XLSX_RATIO, hold

__all__ = ["WORKBOOK_FAULTS", "SheetTraits", "checked_parts", "unreadable", "with_openpyxl"]

#: What openpyxl raises for workbooks that are not as the standard has them; SyntaxError is that of XML.
WORKBOOK_FAULTS: Final = (
    AttributeError, BadZipFile, EOFError, LookupError, OSError, OverflowError, SyntaxError, RuntimeError,
    TypeError, ValueError, zlib.error,
)  # fmt: skip
_WORKBOOK: Final = "xl/workbook.xml"
_CHUNK: Final = 1024 * 1024
_OVERLAP: Final = 32
#: Small parts may be compressed well without being bombs.
_SMALL: Final = 1024 * 1024
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


class SheetTraits(NamedTuple):
    """What must be looked for in a sheet, since the XML speaks of it: merged cells, hidden parts, formulas."""

    merges: bool = False
    hides: bool = False
    computes: bool = False


def checked_parts(data: bytes, name: str) -> dict[str, SheetTraits]:
    """Return the XML parts of a workbook with what their XML speaks of.

    Raises InputError where the bytes are another kind of ZIP, damaged, encrypted or beyond a limit.
    """
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            _check_sizes(infos, name)
            _check_kind({info.filename for info in infos}, name)
            xml = [info for info in infos if info.filename.endswith((".xml", ".rels"))]
            return _traits(archive, xml, name)
    except (
        BadZipFile,
        EOFError,
        NotImplementedError,
        RuntimeError,
        UnicodeError,
        ValueError,
        zlib.error,
    ) as error:
        raise unreadable(name) from error


def _check_sizes(infos: list[ZipInfo], name: str) -> None:
    hold(XLSX_PARTS, len(infos), name)
    hold(XLSX_BYTES, sum(info.file_size for info in infos), name)
    for info in infos:
        if info.file_size > _SMALL:
            hold(XLSX_RATIO, info.file_size // max(info.compress_size, 1), f"{name}:{info.filename}")


def _check_kind(names: set[str], name: str) -> None:
    if _WORKBOOK in names:
        return
    raise InputError(
        Bilingual(f"ZIP ですが XLSX ではありません: {name}", f"A ZIP, but not a workbook (XLSX): {name}"),
        where=name,
        expected=Bilingual("Excel の XLSX 形式のブック", "a workbook in Excel's XLSX form"),
        todo=Bilingual(
            "ZIP なら展開して中のファイルを、Word や ODS などなら PDF か XLSX、HTML に保存し直して指定してください。",
            "Unpack a ZIP and name a file in it; save Word or ODS files as PDF, XLSX or HTML.",
        ),
    )


def _traits(archive: ZipFile, infos: list[ZipInfo], name: str) -> dict[str, SheetTraits]:
    marks = 0
    traits = {}
    for info in infos:
        found = [False] * 3
        tail = b""
        with archive.open(info) as part:
            while chunk := part.read(_CHUNK):
                marks += chunk.count(b"<")
                hold(XLSX_MARKS, marks, name)
                seen = tail + chunk
                if any(word in seen for word in _DOCTYPES):
                    raise unreadable(f"{name}:{info.filename}")
                found[0] |= b"mergeCell" in seen
                found[1] |= b"hidden=" in seen
                found[2] |= b"<f" in seen or b":f>" in seen
                tail = seen[-_OVERLAP:]
        traits[info.filename] = SheetTraits(*found)
    return traits


def unreadable(where: str) -> InputError:
    """Return the error for a workbook that is damaged, protected or not as the standard has it."""
    return InputError(
        Bilingual(f"XLSX として読めません: {where}", f"The workbook (XLSX) cannot be read: {where}"),
        where=where,
        expected=Bilingual(
            "壊れておらず、パスワードのない XLSX",
            "a workbook in XLSX, neither damaged nor protected by a password",
        ),
        todo=Bilingual(
            "表計算ソフトで開き、パスワードを外して XLSX か CSV で保存し直してください。",
            "Open it in a spreadsheet program, take the password off, and save it again as XLSX or CSV.",
        ),
    )


def with_openpyxl() -> Any:  # noqa: ANN401 - the module
    """Return openpyxl, which is an extra; EnvironmentFault where it is not installed."""
    try:
        import openpyxl  # noqa: PLC0415 - an optional extra
    except ImportError as error:
        raise EnvironmentFault(
            Bilingual("ブックの読み書きには openpyxl が要ります。", "Workbooks (XLSX) need openpyxl."),
            todo=Bilingual(
                "pip install 'saisei-lod[xlsx]' を実行してください。", "Run pip install 'saisei-lod[xlsx]'."
            ),
        ) from error
    return openpyxl
