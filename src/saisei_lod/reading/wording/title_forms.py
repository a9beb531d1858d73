"""How titles of plans read, and how words that stand over plans in general do."""

import re
from typing import Final

__all__ = ["is_general_title", "is_quoted", "reads_as_title"]

#: How titles end; 「」 around or a short bracket behind changes nothing.
_ENDS: Final = re.compile(
    r"(?:計画|プロジェクト|事業|構想|プラン|推進|創出|創生|再生|づくり|戦略|形成|活性化)(?:[0-9ⅠⅡⅢ]|第[0-9]期)?(?:\([^()]{1,30}\)|~[^~]{2,40}~)?[」』]?\Z"
)
_QUOTED: Final = re.compile(
    r"(?:(?:認定)?(?:地域再生)?計画(?:名)?\s*:?\s*)?(?:「[^「」]*(?:「[^「」]*」[^「」]*)*」|『[^『』]+』|【[^【】]+】|《[^《》]+》)"
)
_OF_WHOM: Final = r"(?:(?:本|当|各)?[都道府県市区町村]|[一-龥ぁ-んァ-ヶ]{1,8}?[都道府県市区町村])(?:内)?(?:の|が(?:作成した|認定を受けた)?)"
_DEEDS: Final = r"(?:認定|作成|策定|申請|実施|終了|完了|満了|活用|変更|推進|取り?消)"
_DONE: Final = r"(?:した|された|を受けた|をした|する|している|中の|中|済みの?|予定の|となった|さ?れた|しされた|しとなった)"
_GENERAL: Final = re.compile(
    rf" *[■□◆◇●○◎【「]? *(?:{_OF_WHOM})?(?:これまでの|これまでに|今回の|今回|新たに?|各|主な|他の)?"
    rf"(?:[^「」。]{{0,30}}(?:に関する|に係る|に基づく|を活用した|を活用する)|[^「」。]{{0,20}}{_DEEDS}{_DONE}|認定済みの?|認定)?"
    r"(?:の?地域再生)?計画(?:について|とは|の(?:概要|内容|認定(?:状況|について)?|名称|一覧|紹介|公表|状況)|一覧表?|[0-9]{1,2})?"
    r"(?:\([^()]{0,30}\))?[】」]? *\Z"
)
_LONGEST: Final = 150


def is_general_title(level: str) -> bool:
    """Tell whether levelled words stand over plans in general and name none of them.

    >>> is_general_title("認定された地域再生計画の概要"), is_general_title("海の計画")
    (True, False)
    """
    return bool(_GENERAL.match(level))


def is_quoted(level: str) -> bool:
    """Tell whether levelled words are one name in 「」 or 『』, and nothing behind it."""
    return bool(_QUOTED.fullmatch(level.strip()))


def reads_as_title(level: str) -> bool:
    """Tell whether levelled words read as the title of one plan: by their end, or their brackets.

    >>> reads_as_title("海の計画"), reads_as_title("海を生かします。"), reads_as_title("地域再生計画")
    (True, False, False)
    """
    bare = level.strip()
    if not 1 < len(bare) <= _LONGEST or "。" in bare or is_general_title(bare):
        return False
    bare = bare[1:-1] if bare[0] in "【《〔" and bare[-1] in "】》〕" else bare
    return bool(_ENDS.search(bare)) or is_quoted(bare)
