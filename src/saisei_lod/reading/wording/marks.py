"""The marks that pages print before the items of a list: ・, ○, (1), 1., ①, 一, ア."""

import re
from typing import Final

__all__ = ["MARK", "mark_end", "mark_number"]

_SIGNS: Final = "・･•‣●○◎◉■□◆◇▼▽▲△▶▷►▸☆★◯❏❑✓✔➢➤➡⇒→*✦✧♦◼◻▪▫"
_KANJI: Final = "一二三四五六七八九十"
_CIRCLED: Final = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_KANA: Final = "アイウエオカキクケコサシスセソ"
_ROMAN: Final = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
#: A number, a letter or a sign; a bare number or letter stands before white space, and a year is none.
MARK: Final = (
    rf"\s*(?:[{_SIGNS}]\s*|[-‐]\s+"
    r"|\((?P<paren>[0-9]{1,2})\)\s*|(?P<plain>[0-9]{1,2})(?:[.)、](?![0-9])\s*|\s+(?=[^\s0-9年月日回,.~-]))"
    rf"|(?P<circled>[{_CIRCLED}])\s*[.、]?\s*|(?P<roman>[{_ROMAN}])(?:[.)、]\s*|\s+)|[⑴-⒇❶-❿]\s*"
    rf"|\((?P<kanji_paren>[{_KANJI}]{{1,2}})\)\s*|(?P<kanji>[{_KANJI}]{{1,2}})(?:[.)、]\s*|\s+)"
    rf"|\((?P<kana_paren>[{_KANA}])\)\s*|(?P<kana>[{_KANA}])(?:[.)、]\s*|\s+)"
    r"|\([A-Za-z]\)\s*|[A-Za-z][.)]\s*(?![A-Za-z])|(?:No|NO|№)\.?\s*[0-9]{1,3}\s*[.:]?\s*)?"
)
_MARK: Final = re.compile(MARK)


def mark_end(level: str, start: int = 0) -> int:
    """Return the place behind white space and the mark of a list item, if one stands there.

    >>> mark_end("(1)計画"), mark_end("二 計画"), mark_end("海の計画")
    (3, 2, 0)
    """
    found = _MARK.match(level, start)
    return found.end() if found else start


def mark_number(level: str) -> int | None:
    """Return the number that a list item begins with, None where its mark is none.

    >>> mark_number("③計画"), mark_number("イ 計画"), mark_number("○計画")
    (3, 2, None)
    """
    found = _MARK.match(level)
    if found is None:
        return None
    if printed := found["paren"] or found["plain"]:
        return int(printed)
    rows = (
        (_CIRCLED, found["circled"]),
        (_ROMAN, found["roman"]),
        (_KANA, found["kana_paren"] or found["kana"]),
        (_KANJI, found["kanji_paren"] or found["kanji"]),
    )
    return next((row.index(letter[-1]) + _tens(letter) for row, letter in rows if letter), None)


def _tens(letter: str) -> int:
    """Return what is added to the place of a numeral's last letter: 1, and 10 behind 十."""
    return 11 if len(letter) > 1 else 1
