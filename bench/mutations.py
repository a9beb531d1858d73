"""Spoil pages for bench/fuzz_reading.py: bytes, letters, tags, cells, lines, dates, and two pages spliced."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

__all__ = ["Page", "mutated", "pages"]

_ROOT: Final = Path(__file__).resolve().parent.parent / "tests" / "reading"
_TEXT: Final = frozenset({".html", ".txt", ".csv", ".tsv"})
_TAG: Final = re.compile(r"<[^<>]{1,200}>")
_CELL: Final = re.compile(
    r"<t[dh][^<>]*>.*?</t[dh]>|<tr[^<>]*>|</tr>|<li>.*?</li>|<h[1-6]>.*?</h[1-6]>", re.DOTALL
)
_DATE: Final = re.compile(
    r"(?:令和|平成|昭和|[RHS])?[0-9元０-９]{1,4}[年.][0-9０-９]{0,2}[月.]?[0-9０-９]{0,2}日?"
)
_NUMBER: Final = re.compile(r"[0-9０-９]+")
_WORDS: Final = (
    "令和2年3月30日", "平成32年度", "令和元年13月40日", "第55回", "第999999回", "第〇回", "〃", "同上", "ー", "※",
    "「", "」", "(", ")", "】", "計画期間", "認定日", "変更認定", "平成31(令和元)年度", "H29.4~H34.3", "旭川市及び",
    "並びに", "の全域", "終了した計画", "地方創生推進交付金", "平成27~令和3年度", "R6.3.28", "2020/2/30", "同日", "同年8月1日",
    "から", "まで", "\u3000", "\u00a0", "\u200b", "\ufeff", "\U0001f600", "ﾊﾟ", "㍻", "㋿", "年度", "1億2,345万円",
    "<table>", "</table>", "<td rowspan=9999>", "<td colspan=999>", "<td rowspan=0>", "<th>", "<br>", "<h2>", "</h2>",
    "<!--", "-->", "<a href='x.pdf'>", "<dl><dt>", "&#0;", "&amp;", "&nbsp;", "\t", "\n", "\r", "|", "|---|", ",",
    '"', '""', "番号", "認定年月日", "作成主体", "地域再生計画の名称", "団体コード", "PDF形式 1キロバイト)",
)  # fmt: skip


class Page(NamedTuple):
    """A page: the name that tells its kind, and its bytes."""

    name: str
    data: bytes

    @property
    def suffix(self) -> str:
        """How the name ends."""
        return Path(self.name).suffix


def pages() -> list[Page]:
    """Return the pages of all test cases."""
    return [
        Page(path.name, path.read_bytes())
        for path in sorted(_ROOT.glob("*/*/page.*"))
        if path.suffix != ".py"
    ]


def mutated(random: Random, every: Sequence[Page]) -> Page:
    """Return one of the pages, spoilt in a few places."""
    page = random.choice(every)
    if page.suffix == ".pdf" and random.random() < 0.9:  # noqa: PLR2004 - a PDF takes long
        page = random.choice(every)
    if page.suffix == ".xlsx":
        return Page(page.name, _workbook(random, page.data))
    if page.suffix not in _TEXT or random.random() < 0.15:  # noqa: PLR2004 - a share of raw bytes
        return Page(page.name, _bytes(random, page.data))
    other = random.choice([one for one in every if one.suffix in _TEXT])
    text = _text(random, _decoded(page.data), _decoded(other.data))
    name = page.name if random.random() < 0.9 else other.name  # noqa: PLR2004 - now and then a wrong name
    encoding = random.choice(("utf-8", "utf-8", "utf-8", "utf-8", "cp932", "euc_jp", "utf-16"))
    return Page(name, text.encode(encoding, "replace"))


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8", "cp932", "euc_jp"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")


def _bytes(random: Random, data: bytes) -> bytes:
    spoilt = bytearray(data)
    for _ in range(random.choice((1, 2, 4, 16, 64))):
        place = random.randrange(len(spoilt) + 1)
        kind = random.randrange(4)
        if kind == 0 and place < len(spoilt):
            spoilt[place] = random.randrange(256)
        elif kind == 1:
            del spoilt[place : place + random.choice((1, 2, 30, 1000))]
        elif kind == 2:  # noqa: PLR2004 - one of four kinds
            spoilt[place:place] = bytes(spoilt[place : place + random.choice((1, 20, 500))])
        else:
            spoilt[place:place] = random.randbytes(random.choice((1, 3, 20)))
    return bytes(spoilt)


def _text(random: Random, text: str, other: str) -> str:
    for _ in range(random.choice((1, 1, 2, 3, 5, 12, 40))):
        text = random.choice(_SPOILERS)(random, text, other)
        if len(text) > 400_000:  # noqa: PLR2004 - no test of sizes
            return text[:400_000]
    return text


def _shuffle(pattern: re.Pattern[str]) -> "_Spoiler":
    """Return what exchanges two matches of a pattern."""

    def spoil(random: Random, text: str, _: str) -> str:
        found = list(pattern.finditer(text))
        if len(found) < 2:  # noqa: PLR2004 - two to exchange
            return text
        one, two = sorted(random.sample(found, 2), key=lambda match: match.start())
        return (
            text[: one.start()]
            + two.group()
            + text[one.end() : two.start()]
            + one.group()
            + text[two.end() :]
        )

    return spoil


def _delete(pattern: re.Pattern[str]) -> "_Spoiler":
    def spoil(random: Random, text: str, _: str) -> str:
        found = list(pattern.finditer(text))
        if not found:
            return text
        one = random.choice(found)
        return text[: one.start()] + text[one.end() :]

    return spoil


def _insert_word(random: Random, text: str, _: str) -> str:
    place = random.randrange(len(text) + 1)
    return text[:place] + random.choice(_WORDS) + text[place:]


def _replace_by_word(random: Random, text: str, _: str) -> str:
    found = list(random.choice((_DATE, _NUMBER, _TAG)).finditer(text))
    if not found:
        return text
    one = random.choice(found)
    return text[: one.start()] + random.choice(_WORDS) + text[one.end() :]


def _change_number(random: Random, text: str, _: str) -> str:
    found = list(_NUMBER.finditer(text))
    if not found:
        return text
    one = random.choice(found)
    return (
        text[: one.start()]
        + str(random.choice((0, 1, 13, 31, 32, 99, 100, 1868, 9999, 10**18)))
        + text[one.end() :]
    )


def _splice(random: Random, text: str, other: str) -> str:
    start, begin = random.randrange(len(text) + 1), random.randrange(len(other) + 1)
    return text[:start] + other[begin : begin + random.choice((20, 200, 2000, 20_000))] + text[start:]


def _repeat(random: Random, text: str, _: str) -> str:
    start = random.randrange(len(text) + 1)
    piece = text[start : start + random.choice((1, 10, 100, 1000))]
    return text[:start] + piece * random.choice((2, 3, 10, 50)) + text[start:]


def _cut_out(random: Random, text: str, _: str) -> str:
    start = random.randrange(len(text) + 1)
    return text[:start] + text[start + random.choice((1, 5, 50, 500)) :]


_Spoiler = Callable[[Random, str, str], str]
_LINE: Final = re.compile(r"[^\n]*\n")
_SPOILERS: Final[tuple[_Spoiler, ...]] = (
    _insert_word, _insert_word, _replace_by_word, _replace_by_word, _change_number, _splice, _repeat, _cut_out,
    _shuffle(_TAG), _shuffle(_CELL), _shuffle(_DATE), _shuffle(_NUMBER), _shuffle(_LINE),
    _delete(_TAG), _delete(_CELL), _delete(_DATE), _delete(_LINE),
)  # fmt: skip


def _workbook(random: Random, data: bytes) -> bytes:
    """Return a workbook with a part spoilt, or its bytes."""
    if random.random() < 0.2:  # noqa: PLR2004 - a share of raw bytes
        return _bytes(random, data)
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        spoilt = random.choice([name for name in names if "sheet" in name or "shared" in name] or names)
        for name in names:
            part = old.read(name)
            if name == spoilt or random.random() < 0.03:  # noqa: PLR2004 - now and then another part
                part = _text(random, _decoded(part), "").encode("utf-8", "replace")
            if random.random() > 0.005:  # noqa: PLR2004 - now and then a part is missing
                new.writestr(name, part)
    return made.getvalue()
