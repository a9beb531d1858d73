"""The title of a plan as a cell, a list item or a heading prints it, cut from what stands around it.

    「花と海の半島ワーケーション推進計画」(第63回認定)(PDF:852KB)
    ①海の計画【終了】 / ※3市による広域連携事業 / 計画書[PDFファイル/161KB]

Around a title stand its bracket, the round or day in brackets, the note of a file, notes with ※, and
names of files on lines of their own.
"""

import re
from collections.abc import Sequence
from typing import Final

from saisei_lod.reading.model import Field, Line, Part
from saisei_lod.reading.wording.asides import place_asides
from saisei_lod.reading.wording.attachments import attachment_in
from saisei_lod.reading.wording.day_cells import place_days
from saisei_lod.reading.wording.marks import mark_end
from saisei_lod.reading.wording.passages import Passage, lines_of_part, whole_line
from saisei_lod.reading.wording.title_forms import reads_as_title

__all__ = ["bare_end", "is_file_name", "place_title_lines"]

_NOTE: Final = re.compile(r" *[(]?[※*]")
#: What a page counts or calls its plans by: 計画1:, 計画名:.
_COUNTED: Final = re.compile(
    r"(?:(?:認定)?(?:地域再生)?計画\s*(?:[0-9]{1,2}|[①-⑳])\s*[:.、]?"
    r"|(?:地域再生)?計画(?:の)?(?:名称?)\s*:)\s*(?=\S)"
)
_FILE_NAME: Final = re.compile(
    r"\s*[・●○■□◆◇▶*]?\s*(?:地域再生)?(?:計画(?:書|の?概要|本文|全文)?|本文|概要(?:版|書)?|全文|資料|様式|別紙|新旧対照表|変更(?:計画書|内容)|"
    r"認定書|認定申請書|詳細|ダウンロード|こちら|リンク)(?:本文|全文|一式|ファイル|について|[0-9]{1,2})?"
    r"\s*(?:はこちら|をダウンロード)?\s*(?:[(\[【<](?:[^()\[\]【】]{0,60}?(?:PDF|[KMGＫＭ]B|バイト|ファイル|形式|リンク|ウィンドウ|ワード|エクセル)"
    r"[^()\[\]【】]{0,40}|[0-9]{1,2}|版|案|抜粋|概要版?|本文|本編|変更後|変更前|当初)[)\]】>]\s*){0,3}\Z"
)
#: What pages glue to a link and is no part of a title.
_NOISE: Final = re.compile(
    r"\s*[(\[【<]\s?(?:外部リンク|外部サイト|別ウィンドウ[^()\[\]]{0,12}|新しいウィ?ンドウ[^()\[\]]{0,12}|新規ウィ?ンドウ[^()\[\]]{0,12}|"
    r"ファイル名[^()\[\]]{0,60}|リンク|NEW|New|新着)\s?[)\]】>]\s*"
)
_STATUS: Final = re.compile(
    r"[(\[【<](?:計画)?(?:期間)?(?:終了|実施中|現在実施中|継続中|完了)(?:済み?)?[)\]】>]"
)
_BRACKETED: Final = re.compile(r"[(\[【<]((?:[^()\[\]【】<>]|\([^()]*\)){1,120})[)\]】>]\s*\Z")
_TIME: Final = r"(?:令和|平成|[RH][0-9]|第 *[0-9]{1,3} *回|[12][0-9]{3}[年./])"
#: Days or a round behind a title, with a space or a mark between; and such before a title.
_TRAILING: Final = re.compile(
    rf"(?:\s+|\s*[:/|…]+\s*|(?<=[」』])\s*[・,、]?)(?=[(]?(?:(?:当初|新規|変更|計画)?の?(?:認定|期間)[^\s]{{0,4}}[:\s]\s*)?{_TIME})"
)
_LEADING: Final = re.compile(
    rf"(?P<day>[(\[【]?{_TIME}[^「」\n]{{0,40}}?(?:[)\]】]|認定|回|日)(?:分)?[)\]】]?)(?:\s+|\s*[:/|]\s*|(?=[「『]))(?=\S)"
)
_STATUS_BEFORE: Final = re.compile(rf"\s*({_STATUS.pattern})\s*(?=\S)")
_KIND: Final = re.compile(r"(?:認定)?(?:地域再生)?計画(?:名)?\s*:?\s*(?=[「『].*[」』]\Z)")
#: 地域再生計画(海の計画): the title stands in the bracket.
_IN_BRACKET: Final = re.compile(r"(?:認定)?地域再生計画\s*\((?P<title>.{4,})\)\Z")
#: 「海の計画」について: what a page says of a plan whose name is quoted.
_ABOUT: Final = re.compile(
    r"(?P<name>「(?:[^「」]|「[^「」]*」){3,120}?(?:計画|プロジェクト|事業|構想|プラン)」)(?:について|の(?:認定|概要|内容|変更)(?:について)?|計画書|[^「」。]{0,12}(?:図|調書|評価|書|資料|概要))\Z"
)
_OPEN: Final = {
    "「": "」",
    "『": "』",
    '"': '"',
    "“": "”",
    "【": "】",
    "〔": "〕",
    "《": "》",
    "≪": "≫",
    "<": ">",
    "[": "]",
}
_DOUBLE: Final = frozenset('「『"“')


def bare_end(level: str) -> int:
    """Return where the words of a line end before what pages glue to links: (別ウィンドウで開きます)."""
    end = len(level.rstrip())
    while noise := next((found for found in _NOISE.finditer(level, 0, end) if found.end() == end), None):
        end = len(level[: noise.start()].rstrip())
    return end


def is_file_name(line: Line) -> bool:
    """Tell whether a line names a file, not a plan: 計画書[PDFファイル/161KB], 概要版, (PDF:85KB)."""
    level = line.level
    note = attachment_in(level, 0, len(level))
    if note and not level[: note.start()].strip() and not level[note.end() :].strip():
        return True
    return bool(_FILE_NAME.match(level))


def place_title_lines(parts: dict[Field, list[Part]], lines: Sequence[Line], label: str = "") -> None:
    """Place the lines of a title: the title, its files, its notes, and a day or round in brackets."""
    own: list[Line] = []
    for line in lines:
        if _NOTE.match(line.level):
            _add(parts, Field.NOTE, whole_line(line))
        elif own and is_file_name(line):
            _add(parts, Field.DOCUMENTS, whole_line(line))
        else:
            own.append(line)
    if own:
        _place(parts, Passage(own), label)


def _place(parts: dict[Field, list[Part]], passage: Passage, label: str) -> None:
    level = passage.level
    start, end = mark_end(level), len(level)
    spans: list[tuple[int, int]] = []
    while True:
        behind = _behind(parts, passage, start, end, label)
        if behind == end:
            break
        end = behind
    start = _before(parts, passage, start, end, label)
    for note in _notes(passage, start, end):
        _add(parts, Field.DOCUMENTS, passage.part(*note))
        spans.append(note)
    if spans:
        _place_around(parts, passage, start, end, spans)
        return
    start, end = _unquoted(level, start, end)
    _add(parts, Field.TITLE, passage.part(start, end))


def _place_around(
    parts: dict[Field, list[Part]], passage: Passage, start: int, end: int, notes: list[tuple[int, int]]
) -> None:
    """Place the title before the first file note; what stands behind a note names a further file."""
    first = notes[0][0]
    _add(parts, Field.TITLE, passage.part(*_unquoted(passage.level, start, first)))
    for (_, begins), stop in zip(notes, [*(note[0] for note in notes[1:]), end], strict=True):
        if not _take_asides(parts, passage, begins, stop, ""):
            _add(parts, Field.DOCUMENTS, passage.part(begins, stop))


def _notes(passage: Passage, start: int, end: int) -> list[tuple[int, int]]:
    notes = []
    while note := attachment_in(passage.level, start, end):
        notes.append(note.span())
        start = note.end()
    return notes


def _behind(parts: dict[Field, list[Part]], passage: Passage, start: int, end: int, label: str) -> int:
    """Place what stands behind a title and return where the title ends before it."""
    level = passage.level[:end].rstrip()
    end = len(level)
    for noise in _NOISE.finditer(level, start):
        if noise.end() == end:
            return noise.start()
    note = next((span for span in _notes(passage, start, end) if span[1] == end), None)
    if note:
        _add(parts, Field.DOCUMENTS, passage.part(*note))
        return note[0]
    status = next((found for found in _STATUS.finditer(level, start) if found.end() == end), None)
    if status:
        _add(parts, Field.STATUS, passage.part(*status.span()))
        return status.start()
    bracket = _BRACKETED.search(level, start)
    if bracket and bracket.start() > start and _take_asides(parts, passage, *bracket.span(1), label):
        return bracket.start()
    trailing = _TRAILING.search(level, start)
    if trailing and trailing.start() > start and _take_asides(parts, passage, trailing.end(), end, label):
        return trailing.start()
    return end


def _before(parts: dict[Field, list[Part]], passage: Passage, start: int, end: int, label: str) -> int:
    """Place what stands before a title and return where the title begins behind it."""
    status = _STATUS_BEFORE.match(passage.level, start, end)
    if status:
        _add(parts, Field.STATUS, passage.part(*status.span(1)))
        start = status.end()
    counted = _COUNTED.match(passage.level, start, end)
    start = counted.end() if counted else start
    while leading := _LEADING.match(passage.level, start, end):
        if leading.end() >= end or not _take_asides(parts, passage, *leading.span("day"), label):
            break
        start = mark_end(passage.level, leading.end())
    return start


def _take_asides(parts: dict[Field, list[Part]], passage: Passage, start: int, end: int, label: str) -> bool:
    """Place the days, rounds and other asides of a span; tell whether it holds nothing else."""
    part = passage.part(start, end)
    if part is None:
        return False
    lines = lines_of_part(part)
    if len(lines) == 1:
        return place_asides(parts, lines[0], label)
    found: dict[Field, list[Part]] = {}
    place_days(found, Passage(lines), 0, Field.CERTIFICATION, label or "変更")
    if Field.UNCLEAR in found:
        return False
    for field, made in found.items():
        parts.setdefault(field, []).extend(part._replace(label="") for part in made)
    return bool(found)


def _unquoted(level: str, start: int, end: int) -> tuple[int, int]:
    """Return a span without the brackets that enclose all of it."""
    inner = level[start:end]
    enclosed = _IN_BRACKET.match(inner.strip()) or _ABOUT.match(inner.strip())
    if enclosed:
        name = enclosed["title"] if enclosed.re is _IN_BRACKET else enclosed["name"]
        start += inner.index(name)
        end = start + len(name)
        inner = level[start:end]
    kind = _KIND.match(inner.strip())
    if kind:
        start += inner.index(kind.group()) + kind.end()
        inner = level[start:end]
    bare = inner.strip()
    start += inner.find(bare) if bare else 0
    end = start + len(bare)
    if len(bare) > 2 and _OPEN.get(bare[0]) == bare[-1] and _encloses(bare):  # noqa: PLR2004 - two brackets and something between
        is_title = bare[0] in _DOUBLE or reads_as_title(bare[1:-1])
        return (start + 1, end - 1) if is_title else (start, end)
    return start, end


def _encloses(bare: str) -> bool:
    """Tell whether the first bracket closes with the last character only."""
    opening, closing = bare[0], _OPEN[bare[0]]
    if opening == closing:
        return bare.count(opening) == 2  # noqa: PLR2004 - a pair
    depth = 0
    for place, letter in enumerate(bare):
        depth += (letter == opening) - (letter == closing)
        if depth == 0:
            return place == len(bare) - 1
    return False


def _add(parts: dict[Field, list[Part]], field: Field, part: Part | None) -> None:
    if part:
        parts.setdefault(field, []).append(part)
