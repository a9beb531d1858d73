"""The grammar of the words over columns and before values: what a phrase is made of tells its field.

    認定を受けた日 国の支援 活用した交付金の名称 計画を作成した市町村 直近の変更認定年月日

Pages word their headers freely. :mod:`saisei_lod.reading.wording.labels` lists the words that were met; this
module knows how such words are built, so that a new one need not be listed.
"""

import re
from functools import lru_cache
from typing import Final

from saisei_lod.reading.model import Field

__all__ = ["field_of_phrase"]

_STATE: Final = r"(?:国|内閣総理大臣|内閣府|総理大臣|政府|大臣)(?:による|からの|から|の|が|より)?"
_BY: Final = rf"(?:{_STATE})?"
_PLAN: Final = r"(?:(?:本|当該|各|市|町|村)?(?:認定)?(?:地域再生)?計画(?:書)?(?:の|が|を)?)?"
_DONE: Final = r"(?:を受けた|を得た|を受けている|された|した|のあった|があった|となった|済み?)?"
_WHEN: Final = r"(?:年月日|年月|日付|日時|期日|時期|告示日|日)(?:等)?"
_FIRST: Final = r"(?:新規|当初|初回|最初|はじめ|初)(?:の)?"
_LAST: Final = r"(?:最終|直近|最新|前回|その後|以後|一部)?(?:の)?"
_KIND_OF_CHANGE: Final = r"(?:軽微な|軽微|計画の|計画)?"
_NAME: Final = r"(?:の)?(?:名称|名前|名|件名|題名|表題|タイトル)(?:等|一覧)?"
_KINDS: Final = r"(?:の)?(?:名称|名|種類|種別|区分|内容|一覧)?(?:等)?"
_WHO: Final = r"(?:者|主体|団体|自治体|地方公共団体|市区町村|区市町村|市町村|市町|町村|市|町|村|県)"
_TOGETHER: Final = r"(?:共同|連携|参加|参画|連名|代表)"
_AID: Final = r"(?:支援|交付金|補助金|補助|助成|特例|優遇|財政支援|措置|制度|施策|策|メニュー|財源|税制|事業|国費事業|項目)"
_USED: Final = r"(?:活用|利用|適用|使用|対象|充当|採択|該当|導入)"
_USED_AS: Final = r"(?:する|した|している|される|された|となる|できる|可能な|予定の|を受ける|を受けた)?"
_ENDS: Final = r"(?:開始|終了|満了|始まり|終わり|始期|終期|期限)"
_AREA: Final = r"(?:区域|地域|エリア|範囲|地区)(?:の範囲|名|等)?"

#: In the order in which they are tried; each is a whole phrase without white space, written in pieces.
_PHRASES: Final[tuple[tuple[Field, tuple[str, ...]], ...]] = (
    (Field.AMENDMENTS, (rf"{_PLAN}(?:認定)?(?:の|を|が)?取り?消し?{_DONE}(?:の)?(?:{_WHEN})?",)),
    (
        Field.AMENDMENTS,
        (
            rf"{_BY}{_PLAN}{_LAST}{_KIND_OF_CHANGE}変更(?:の)?(?:認定|届出?|報告)?{_DONE}(?:の)?",
            rf"(?:{_WHEN}|回|履歴|経過|経緯|状況)?",
        ),
    ),
    (Field.CERTIFICATION, (rf"{_BY}{_PLAN}(?:{_FIRST})?認定{_DONE}(?:の)?{_WHEN}",)),
    (Field.CERTIFICATION, (rf"(?:{_STATE}{_PLAN}(?:{_FIRST})?|{_BY}{_PLAN}{_FIRST})認定",)),
    (
        Field.ROUND,
        (rf"{_BY}{_PLAN}(?:{_FIRST})?(?:第何回)?認定{_DONE}(?:の)?(?:回|回数|回次|回号)|第何回認定",),
    ),
    (Field.TITLE, (rf"{_BY}(?:認定)?{_DONE}(?:認定)?(?:地域再生)?(?:計画|プロジェクト)(?:書)?{_NAME}",)),
    (
        Field.MAKERS,
        (
            rf"{_PLAN}(?:共同)?(?:の)?(?:作成|策定|申請|実施|推進|認定|提出|事業実施|取組)(?:・申請)?{_DONE}",
            rf"(?:の|を行う|する)?{_WHO}(?:等)?(?:{_NAME})?",
        ),
    ),
    (
        Field.MAKERS,
        (
            rf"{_PLAN}{_TOGETHER}(?:して|する|した|で|の)?(?:作成|策定|申請)?(?:する|した)?{_WHO}(?:等)?(?:{_NAME})?",
        ),
    ),
    (Field.MAKERS, (rf"{_PLAN}(?:つくった|作った|定めた){_WHO}",)),
    (
        Field.PERIOD,
        (
            rf"{_PLAN}(?:事業|取組|取り組み|認定|全体)?(?:の)?(?:計画|実施|事業|有効|対象|認定)?期間(?:等)?(?:の)?",
            rf"{_ENDS}?(?:年度|年月日|日)?",
        ),
    ),
    (Field.PERIOD, (rf"{_PLAN}(?:の)?(?:計画|事業|実施)(?:開始|終了|満了|予定)?(?:年度|年次|年限)",)),
    (
        Field.PERIOD,
        (rf"(?:(?:地域再生)?計画|事業)(?:の)?(?:期間)?(?:の)?{_ENDS}(?:予定)?(?:の)?(?:年月日|日|年度)?",),
    ),
    (Field.PERIOD, (r"(?:開始|終了|満了)(?:予定)?(?:年月日|日|年度|年月)",)),
    (Field.COVERAGE, (rf"{_PLAN}(?:地域再生の|事業)?(?:対象|実施|計画|適用|該当)(?:の|となる)?{_AREA}",)),
    (Field.COVERAGE, (rf"{_PLAN}(?:地域再生の)?区域(?:の範囲|名|等)?",)),
    (
        Field.SUMMARY,
        (
            rf"{_PLAN}(?:事業|取組|取り組み|施策)?(?:の)?(?:主な|主要な|具体的な)?",
            r"(?:概要|内容|ねらい|目的|趣旨|あらまし|取組|取り組み|説明|要旨)(?:等|・(?:目的|内容|目標))?",
        ),
    ),
    (
        Field.SCHEMES,
        (rf"{_BY}{_PLAN}{_USED}{_USED_AS}(?:の|国の|国からの|主な|地方創生)?{_AID}{{1,3}}{_KINDS}",),
    ),
    (Field.SCHEMES, (rf"(?:国|政府|内閣府)(?:からの|による|の){_AID}{{1,3}}{_KINDS}",)),
    (
        Field.SCHEMES,
        (
            r"(?:地域再生|地方創生|財政|税制|金融)?(?:の)?(?:支援|特例|優遇|補助)(?:措置|制度|策|事業|メニュー)?",
            _KINDS,
        ),
    ),
    (
        Field.SCHEMES,
        (rf"(?:地方創生(?:関係|関連)?|国庫)?(?:交付金|補助金)(?:・補助金|・交付金)?(?:等)?{_KINDS}",),
    ),
    (
        Field.DOCUMENTS,
        (
            rf"{_PLAN}(?:の)?(?:本文|全文|詳細|概要|書)?(?:の)?(?:PDF|ファイル|ダウンロード|データ|リンク|URL|書類)(?:等|版)?",
            rf"|{_PLAN}(?:の)?(?:本文|全文)|認定書|(?:事後|中間)?評価(?:調書|書|結果)?",
        ),
    ),
    (
        Field.OTHER,
        (
            r"(?:計画|認定|管理|整理|受付)?(?:番号|ID|コード)|(?:通し|連)番|順|備考欄|(?:お?問い?合わ?せ|連絡)先|№",
            r"|(?:主)?(?:担当|所管|主管)(?:課|係|部|部署|部局|部門|室|班|グループ)(?:名)?(?:等)?",
        ),
    ),
)
_COMPILED: Final = tuple((field, re.compile(rf"(?:{''.join(pieces)})\Z")) for field, pieces in _PHRASES)
_LONGEST: Final = 24


@lru_cache(maxsize=4096)
def field_of_phrase(word: str) -> Field | None:
    """Return the field that a levelled phrase without white space is built to name, None for any other.

    >>> [field_of_phrase(word).value for word in ("認定を受けた日", "国の支援", "計画を作成した市町村")]
    ['certification', 'schemes', 'makers']
    """
    if not 1 < len(word) <= _LONGEST:
        return None
    return next((field for field, phrase in _COMPILED if phrase.match(word)), None)
