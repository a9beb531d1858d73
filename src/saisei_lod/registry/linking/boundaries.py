"""Tell whether letters that spell a name are that name, or a part of another word.

空港区域 holds 港区, 最上川町 holds 上川町, 県下市町村 holds 下市町, 賑わいの町 holds いの町. Japanese sets no spaces,
so the signs beside the letters decide. All patterns are in the folded spelling.
"""

import re
from typing import Final

__all__ = ["Boundaries", "is_kana", "is_kanji"]

#: 町村 as a word of its own, and not the beginning of 村岡.
_VILLAGES: Final = "村(?:[^\\w]|$|[ぁ-ヺ]|[会長民議名合圏部役間内別数計道税職制立営域等連並及課組])"
_TOWNS: Final = f"町{_VILLAGES}"
#: After a name that lies in the place named directly before it: only 町村, as in 岐阜県関市町村課.
_AFTER_ITS_PLACE: Final[dict[str, re.Pattern[str]]] = {
    "市": re.compile(f"{_TOWNS}|区町村"),
    "町": re.compile(_VILLAGES),
}
#: After a name, by its last character: what makes another word of it (市場, 区域, 町村, 都心).
_AFTER: Final[dict[str, re.Pattern[str]]] = {
    "都": re.compile("[市心会圏]"),
    "道": re.compile(
        "新幹線|大学|電力|銀行|新聞|地方(?!創生|自治|公共|税|債)|旅客|エアポ|・東北(?:地[方域]|ブロック|エリア|圏)"
        "|開発[局庁]|(?:運輸|財務|労働|経済産業|森林管理|総合通信|厚生|防衛|農政)(?:支?局|事務所)"
        # The rest of the name of a company or university, and no name of a place in it: 北海道ガス株式会社.
        "|(?:[^\\W\\dぁ-ゖ市区町村郡]{1,10}|がス)(?:株式会社|\\(株\\)|大学|放送|バス)"
    ),
    "府": re.compile("県"),
    "県": re.compile("[境央]"),
    "郡": re.compile("部"),
    "市": re.compile(f"{_TOWNS}|区町村|場|街|況|販|駅|線(?!路)|[太次三]?郎"),
    "区": re.compile("[域分画間割切駅]"),
    "町": re.compile(f"{_VILLAGES}|内会|並(?!びに|に)|家|屋|会議|駅|線(?!路)|市場|通り|筋|交差点"),
    "村": re.compile("[山上](?!間|空)|落|氏|さん|君|様|塾|駅|線(?!路)"),
}
#: Before a name: what makes another word of it wherever it stands.
_DIRECTIONS: Final = frozenset("東西南北上下大小中奥最第")
#: Words that end in such a character and may stand before a name.
_WORDS_BEFORE: Final = re.compile("(?:[以県道府都国管目傘]下|以上|の上|の下|の中|計画中|年中|期間中|最大)$")
#: What begins like 以下, 県下, 府内 together with the last character before it.
_BELOW: Final = re.compile("[以県道府都国管市傘][下上内]")
#: What may stand before a name that is easily a part of a word (津市, 港区, いの町, 小川町).
_CLEAN: Final = re.compile(
    "(?:及び|および|並びに|ならびに|又は|または|若しくは|もしくは|から|より|ほか"
    "|[はがでにをもとやのへ旧現元各同等県府道都郡島及内年月日回]"
    "|主体|名称|区域|団体|市長|町長|村長|者名|市名|町名|村名|所在地|住所|代表|申請|事務局"
    "|支庁|振興局|役場|役所|知事|協議会|委員会|組合|連合|計画|地域|圏域|自治体|関係|構成|連携|参加|対象|隣接|近隣|周辺|当該|以外|管内)$"
)
#: Suffixes of quarters and streets too, whose names often hold one another (喜久井町, 新小川町).
_COMMON: Final = "町村区"
#: Length of 津市: one character and its suffix.
_SHORT: Final = 2
#: Length up to which a name that begins in hiragana may be an ending and a word (憩いの町).
_LONG: Final = 3


def is_kanji(sign: str) -> bool:
    """Tell whether a character is a kanji (a comparison: a character class of 20,000 compiles slowly)."""
    return "㐀" <= sign <= "鿿" or sign in "々〇" or sign >= "\U00020000"


def is_kana(sign: str) -> bool:
    """Tell whether a character is hiragana, katakana or ー."""
    return "ぁ" <= sign <= "ヺ" or sign == "ー"


class Boundaries:
    """Decide whether the span of a name in a folded text is a name there."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def hold(self, start: int, end: int, *, glued: bool, placed: bool) -> bool:
        """Tell whether ``text[start:end]`` stands as a name.

        ``glued``: another name ends at ``start``; ``placed``: the name lies in what that one names.
        """
        after = (_AFTER_ITS_PLACE if placed else _AFTER).get(self._text[end - 1])
        if after is not None and after.match(self._text, end):
            return False
        return glued or start == 0 or self._begins(start, end)

    def _begins(self, start: int, end: int) -> bool:
        text = self._text
        last = text[start - 1]
        if last == "R" and text.startswith("JR", max(0, start - 2)):
            return False
        if last in _DIRECTIONS:
            return _WORDS_BEFORE.search(text, max(0, start - 3), start) is not None
        if _BELOW.match(text, start - 1):
            return False
        if self._stands_alone(start, end, last):
            return True
        return _CLEAN.search(text, max(0, start - 4), start) is not None

    def _stands_alone(self, start: int, end: int, last: str) -> bool:
        """Tell whether the name is no easy part of a word, or no word stands before it."""
        if not (is_kanji(last) or is_kana(last)):
            return True
        if is_kana(self._text[start]):
            return end - start > _LONG and is_kanji(last)
        common = self._text[end - 1] in _COMMON and is_kanji(last)
        return end - start > _SHORT and not common
