"""How values stand in cells, with the words of the lists that people choose from, and what a changed cell says."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from typing import Final, NamedTuple

from saisei_lod.errors import Bilingual
from saisei_lod.findings import Kind
from saisei_lod.findings.sheets import (
    CELL_CHOICE_UNKNOWN,
    CELL_CODE_UNKNOWN,
    CELL_CODE_UNSURE,
    CELL_DAY_WRONG,
    CELL_ERROR,
    CELL_KEY_WRONG,
    CELL_ROUND_WRONG,
    CELL_TEXT_WRONG,
    CELL_UNCOMPUTED,
    CELL_YEN_WRONG,
)
from saisei_lod.records.checking import CONTROL, KEY
from saisei_lod.registry import check_digit, load
from saisei_lod.registry.schemes import load_schemes
from saisei_lod.sheets.cells.layout import Column, Form
from saisei_lod.sheets.cells.values import Cell, day_in, number_in, text_of
from saisei_lod.text import folded_title, joined, levelled

__all__ = ["CHOICES", "LONGEST", "Choices", "Wrong", "choices", "cut", "is_same", "read", "written"]

_YES: Final = Bilingual("はい", "yes")
#: The fixed lists: what the record holds, and its words.
CHOICES: Final[Mapping[str, Mapping[str, Bilingual]]] = {
    "basis": {"stated": Bilingual("記載", "stated"), "inferred": Bilingual("推定", "inferred")},
    "maker": {
        "stated": Bilingual("記載", "stated"),
        "implied": Bilingual("ページの発行者から", "implied by the page's publisher"),
    },
    "precision": {
        "day": Bilingual("日", "day"),
        "month": Bilingual("月", "month"),
        "fiscal_year": Bilingual("年度", "fiscal year"),
    },
    "status": {"current": Bilingual("現在の計画", "current"), "ended": Bilingual("終了した計画", "ended")},
    "coverage": {
        "whole": Bilingual("全域", "whole"),
        "part": Bilingual("一部", "part"),
        "unknown": Bilingual("不明", "unknown"),
    },
    "kind": {
        "amendment": Bilingual("変更認定", "amendment"),
        "minor": Bilingual("軽微な変更", "minor change"),
        "unspecified": Bilingual("変更(種類の記載なし)", "change, kind not stated"),
        "revocation": Bilingual("認定の取消し", "revocation"),
        "combination": Bilingual("統合", "combination"),
    },
    "role": {
        "base": Bilingual("基準値", "base value"),
        "interim": Bilingual("中間値", "interim value"),
        "final": Bilingual("目標値", "final value"),
        "actual": Bilingual("実績値", "actual value"),
    },
    "yes": {"yes": _YES},
}
#: Other ways in which people say yes and no in a cell.
_OTHERS: Final = {
    "yes": {
        **dict.fromkeys(("true", "1", "○", "〇", "◯", "有", "削除", "する"), "yes"),
        **dict.fromkeys(("いいえ", "no", "false", "0", "×", "無", "しない", "-"), ""),
    }
}


class Choices(NamedTuple):
    """A list: the words for each value, in order, and the value for each spelling of a word."""

    words: Mapping[str, Bilingual]
    spellings: Mapping[str, str]

    def word(self, value: object) -> str:
        """Return the word for a value; one that the list does not know stands for itself."""
        text = ("yes" if value else "") if isinstance(value, bool) else str(value)
        found = self.words.get(text)
        return found.ja if found else text

    def value(self, word: str) -> str | None:
        """Return the value of a word in Japanese or English, "" for a word that means none; None for any other."""
        return self.spellings.get(folded_title(word).casefold())


@cache
def choices(name: str) -> Choices:
    """Return a list of choices by its name in :mod:`saisei_lod.sheets.cells.layout`."""
    if name == "scheme":
        return _schemes()
    words = CHOICES[name]
    spelled = [(said, value) for value, word in words.items() for said in (*word, value)]
    return Choices(words, _spellings([*spelled, *_OTHERS.get(name, {}).items()]))


def _schemes() -> Choices:
    """Return the funding schemes; of those that share their label the slug tells them apart."""
    schemes = load_schemes().by_slug
    shared = Counter(scheme.labels[0] for scheme in schemes.values())
    words = {
        slug: scheme.labels[0] if shared[scheme.labels[0]] == 1 else f"{scheme.labels[0]}({slug})"
        for slug, scheme in sorted(schemes.items(), key=lambda item: (item[1].labels[0], item[0]))
    }
    named = Counter(label for scheme in schemes.values() for label in set(scheme.labels))
    others = [
        (label, slug) for slug, scheme in schemes.items() for label in scheme.labels if named[label] == 1
    ]
    own = [(said, slug) for slug, word in words.items() for said in (slug, word)]
    return Choices({slug: Bilingual(word, word) for slug, word in words.items()}, _spellings([*others, *own]))


def _spellings(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    return {folded_title(word).casefold(): value for word, value in pairs}


#: Characters of a cell (Excel specifications and limits).
LONGEST: Final = 32_767
#: Digits that a number in a cell keeps (IEEE 754 double precision).
_SAFE: Final = 10**15
_ROUND: Final = re.compile(r"第? ?0*([1-9][0-9]{0,2}) ?回?")
_YEN: Final = re.compile(r"[¥\\]? ?(-?[0-9][0-9,]*) ?円?")
_ERRORS: Final = frozenset({"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!"})
_DIGITS: Final = 5
_CORPORATE: Final = 13
_SHOWN: Final = 12


class Wrong(NamedTuple):
    """Why a cell cannot be understood: the kind of finding, and what its texts are filled with."""

    kind: Kind
    data: Mapping[str, str] = {}


def written(column: Column, value: object) -> str | int | None:
    """Return a value of the record as it stands in a cell; texts beyond Excel's limit are cut.

    >>> from saisei_lod.sheets.cells.layout import PLANS
    >>> written(PLANS.columns[3], "inferred")
    '推定'
    """
    if value is None or value is False:
        return None
    if column.form is Form.CHOICE:
        return choices(column.choices).word(value)
    if isinstance(value, int) and abs(value) < _SAFE:
        return value
    return cut(str(value))


def cut(text: str, most: int = LONGEST) -> str:
    """Return a text, of a longer one its beginning with an ellipsis.

    >>> cut("地域再生計画", 4)
    '地域再…'
    """
    return text if len(text) <= most else f"{text[: most - 1]}…"


def is_same(column: Column, cell: Cell, value: object) -> bool:
    """Tell whether a cell still says what was written into it, whatever a program made of it since.

    Spaces around it do not count; a text of digits may have become a number, a date a day of the program's.
    """
    before = text_of(written(column, value))
    if cell.text == before:
        return True
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        number = number_in(levelled(before))
        if number is not None and number == float(cell.value):
            return True
    said = day_in(cell)
    return not isinstance(cell.value, str) and said is not None and said == day_in(Cell(before))


def read(column: Column, cell: Cell) -> object:
    """Return the value that a cell says, None for an empty one; Wrong where it says none of its column."""
    if cell.is_uncomputed:
        return Wrong(CELL_UNCOMPUTED)
    if cell.text in _ERRORS:
        return Wrong(CELL_ERROR)
    if not cell.text:
        return column.default
    if found := CONTROL.search(cell.text):
        return Wrong(CELL_TEXT_WRONG, {"code": f"{ord(found[0]):04X}"})
    return _READERS[column.form](column, cell)


def _text(_: Column, cell: Cell) -> object:
    """Return a text on one line: breaks come with what is pasted."""
    return joined(cell.text.split("\n"))


def _lines(_: Column, cell: Cell) -> object:
    return cell.text


def _partial_day(_: Column, cell: Cell) -> object:
    return day_in(cell) or Wrong(CELL_DAY_WRONG, {"form": "2021-03-30 (2021-03, 2021)"})


def _day(_: Column, cell: Cell) -> object:
    day = day_in(cell)
    whole = day is not None and len(day) == len("2021-03-30")
    return day if whole else Wrong(CELL_DAY_WRONG, {"form": "2021-03-30"})


def _round(_: Column, cell: Cell) -> object:
    found = _ROUND.fullmatch(levelled(cell.text))
    return int(found[1]) if found else Wrong(CELL_ROUND_WRONG)


def _yen(_: Column, cell: Cell) -> object:
    found = _YEN.fullmatch(levelled(cell.text))
    return int(found[1].replace(",", "")) if found else Wrong(CELL_YEN_WRONG)


def _choice(column: Column, cell: Cell) -> object:
    listed = choices(column.choices)
    value = listed.value(cell.text)
    if value is None:
        words = [word.ja for word in listed.words.values()]
        near = words if len(words) <= _SHOWN else get_close_matches(cell.text, words, n=3, cutoff=0.3)
        return Wrong(CELL_CHOICE_UNKNOWN, {"choices": "、".join(near or words[:_SHOWN])})
    if column.choices == "yes":
        return True if value else None
    return value or None


def _key(_: Column, cell: Cell) -> object:
    return cell.text if KEY.match(cell.text) else Wrong(CELL_KEY_WRONG)


def _code(_: Column, cell: Cell) -> object:
    """Return a code of 5 digits, or 13; a number may have lost its first 0."""
    digits = levelled(cell.text)
    if not (digits.isascii() and digits.isdigit()):
        return Wrong(CELL_CODE_UNKNOWN, {"near": _named(digits)})
    if len(digits) == _CORPORATE:
        return digits
    known = load().governments
    found = [code for code in _codes(digits, is_number=not isinstance(cell.value, str)) if code in known]
    if len(found) == 1:
        return found[0]
    near = "、".join(f"{code} {known[code].name}" for code in found)
    return Wrong(CELL_CODE_UNSURE if found else CELL_CODE_UNKNOWN, {"near": near})


def _codes(digits: str, *, is_number: bool) -> list[str]:
    """Return the codes of 5 digits that a text of digits, or a number, can stand for."""
    if len(digits) == _DIGITS - 1:
        return [f"0{digits}"]
    long = f"0{digits}" if len(digits) == _DIGITS else digits
    found = [digits] if len(digits) == _DIGITS else []
    if len(long) == _DIGITS + 1 and (is_number or long == digits) and check_digit(long[:-1]) == long[-1]:
        found.append(long[:-1])
    return found


def _named(name: str) -> str:
    """Return the codes of a name that was entered where its code belongs."""
    found = [row for row in load().governments.values() if row.name == name and not row.exists_until]
    return "、".join(f"{row.name} → {row.code}" for row in found)


_READERS: Final[Mapping[Form, Callable[[Column, Cell], object]]] = {
    Form.TEXT: _text,
    Form.LINES: _lines,
    Form.PARTIAL_DAY: _partial_day,
    Form.DAY: _day,
    Form.ROUND: _round,
    Form.YEN: _yen,
    Form.CHOICE: _choice,
    Form.KEY: _key,
    Form.CODE: _code,
}
