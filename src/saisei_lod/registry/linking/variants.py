"""Spellings of one character in names of local governments: a reviewed table, folded on both sides.

The table holds pairs that never tell two local governments apart: old and new forms of the list of
common kanji (常用漢字表, 内閣告示 2010, with its 康熙字典体), forms that town halls and people mix, and
signs that look alike. 嶋 and 島 are left apart (鹿嶋市 and 鹿島市 are two cities); a test holds that no
two names of the registry become one.
"""

import unicodedata
from collections.abc import Iterator
from typing import Final

__all__ = ["IGNORED", "TABLE"]

#: Old form (or variant) and the form it is compared as, two characters each.
_PAIRS: Final = """
亞亜 惡悪 壓圧 圍囲 醫医 壹壱 隱隠 營営 榮栄 衞衛 驛駅 圓円 鹽塩 緣縁 應応 奧奥 橫横 假仮 價価 畫画 會会 囘回 壞壊 懷懐 繪絵 擴拡 殼殻
覺覚 學学 嶽岳 樂楽 勸勧 卷巻 寬寛 歡歓 關関 觀観 歸帰 氣気 龜亀 舊旧 據拠 擧挙 峽峡 狹狭 鄕郷 曉暁 區区 勳勲 惠恵 溪渓 經経 莖茎 螢蛍
輕軽 鷄鶏 藝芸 缺欠 儉倹 劍剣 劔剣 圈圏 檢検 權権 獻献 縣県 險険 顯顕 驗験 嚴厳 巖巌 吳呉 效効 廣広 恆恒 鑛鉱 號号 國国 黑黒 碎砕 齋斎
濟済 藏蔵 櫻桜 雜雑 參参 慘惨 絲糸 兒児 辭辞 濕湿 實実 寫写 釋釈 壽寿 收収 從従 澁渋 獸獣 縱縦 處処 敍叙 將将 燒焼 稱称 證証 乘乗 剩剰
壤壌 孃嬢 條条 淨浄 狀状 疊畳 讓譲 囑嘱 觸触 寢寝 愼慎 晉晋 眞真 盡尽 圖図 粹粋 隨随 數数 樞枢 瀨瀬 聲声 靜静 齊斉 攝摂 專専 戰戦 淺浅
潛潜 錢銭 禪禅 雙双 壯壮 搜捜 插挿 爭争 總総 聰聡 莊荘 裝装 增増 臟臓 續続 屬属 對対 帶帯 滯滞 臺台 瀧滝 擇択 澤沢 單単 團団 彈弾 斷断
膽胆 晝昼 蟲虫 鑄鋳 廳庁 聽聴 鎭鎮 轉転 傳伝 盜盗 燈灯 當当 黨党 鬪闘 德徳 獨独 讀読 屆届 繩縄 貳弐 拜拝 廢廃 賣売 麥麦 發発 拔抜 濱浜
甁瓶 佛仏 拂払 倂併 竝並 變変 邊辺 邉辺 辨弁 舖舗 步歩 寶宝 豐豊 沒没 萬万 滿満 默黙 彌弥 藥薬 豫予 餘余 與与 譽誉 搖揺 樣様 來来 賴頼
亂乱 龍竜 兩両 獵猟 綠緑 壘塁 勵励 禮礼 隸隷 靈霊 戀恋 爐炉 勞労 樓楼 灣湾 淸清 靑青 內内 戶戸 尙尚 緖緒 穗穂 稻稲 曾曽 祿禄 錄録 曆暦
歷歴 每毎 鷗鴎 檮梼 驒騨 礪砺 蠣蛎 籠篭 鰺鯵 諫諌 頸頚 濤涛 禰祢 壺壷 藪薮 檜桧 淵渕 讚讃 蘆芦 韭韮 槇槙 祇祗 麴麹 迯逃 髙高 﨑崎 嵜崎
冨富 峯峰 舘館 埜野 羣群 栁柳 圡土 𠮷吉 冲沖 凉涼 杤栃 橡栃 竈釜 竃釜 糟粕 薗園 曻昇 靏鶴 靍鶴 邨村 𡈽土 塲場 畧略 鈎鉤 豬猪 槗橋 逹達
廼迺 萊莱 桒桑 躰体 爲為 歐欧 溫温 穩穏 槪概 渴渇 陷陥 旣既 僞偽 戲戯 犧犠 虛虚 挾挟 驅駆 薰薫 徑径 揭掲 繼継 擊撃 硏研 黃黄 劑剤 棧桟
蠶蚕 贊賛 殘残 齒歯 肅粛 奬奨 涉渉 釀醸 踐践 纖繊 巢巣 瘦痩 騷騒 卽即 擔担 遲遅 癡痴 徵徴 敕勅 遞逓 點点 鬭闘 惱悩 腦脳 霸覇 晚晩 祕秘
餠餅 辯弁 瓣弁 襃褒 飜翻 麵麺 譯訳 覽覧 淚涙 戾戻 齡齢 鍊錬 郞郎 彥彦 產産 顏顔 閒間 舍舎 冰氷 强強 敎教 鄉郷 濵浜 澀渋 礒磯 舩船 釡釜
俱倶 穐秋 龝秋 穎頴 曵曳 湧涌 瀦潴 葦芦 歧岐 銕鉄 鴈雁 渊渕 枡桝 舛桝 堯尭 凜凛 萠萌 蕋蕊 蘂蕊 鶯鴬 廐厩 麸麩 驎麟 濾沪 欝鬱 囗口 吕呂
值値 髮髪 鎻鎖 嵓巌 弍弐 缻缶 賎賤 礦鉱 迩邇 蝋蠟 盬塩
"""

#: Signs that look alike or are used for each other inside names (ケ is read が in 竜ケ崎, ノ is の).
_SIGNS: Final = (
    "ヶが ケが ガが ヵが 箇が ノの 之の 乃の ニ二 ハ八 ロ口 カ力 エ工 タ夕 ト卜 へヘ べベ ぺペ りリ"
)

#: Radicals that PDF extraction yields for the character itself. NFKC folds the Kangxi block alone.
_RADICALS: Final = (
    "⺟母 ⺠民 ⺡氵 ⺢水 ⺧牛 ⺩王 ⺫目 ⺬示 ⺮竹 ⺯糸 ⺶羊 ⺷羊 ⺹耂 ⺻聿 ⺼肉 ⺽臼 ⻁虎 ⻃西 ⻄西 ⻅見 ⻆角 ⻇角"
    " ⻊足 ⻋車 ⻑長 ⻒長 ⻓長 ⻔門 ⻗雨 ⻘青 ⻛風 ⻜飛 ⻝食 ⻞食 ⻟食 ⻢馬 ⻣骨 ⻤鬼 ⻦鳥 ⻨麦 ⻩黄 ⻫斉 ⻬斉 ⻭歯 ⻯竜"
    " ⻰竜 ⻱亀 ⻲亀 ⻳亀 ⺒巳 ⺓幺 ⺌小 ⺍小 ⺏尢 ⺜日 ⺝月 ⺞歹 ⺥爪 ⺤爪 ⺪疋 ⻖阜 ⻏邑"
)

#: Characters that say nothing: zero-width signs, variation selectors, soft hyphens, controls.
IGNORED: Final = (
    "\x00-\x08\x0e-\x1f\x7f\u00ad\u180b-\u180d\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef"
)

_SPACES: Final = (
    "\t\r\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_BREAKS: Final = "\x0b\x0c\x85\u2028\u2029"
_MARKS: Final = "·・ •・ ‧・ ∙・ ⋅・ ･・ ｡。 ｢「 ｣」 ､、 ﹐, ﹑、 ︑、 ︐, 〈< 〉> 《< 》> 〔( 〕) 【( 】) [( ]) {( }) ⁄/ ∕/ 〜~ ∼~"


def _pairs(text: str) -> Iterator[tuple[int, str]]:
    return ((ord(pair[0]), pair[1]) for pair in text.split())


def _compatible(first: int, last: int) -> Iterator[tuple[int, str]]:
    """Yield the characters of a block that NFKC turns into one other character."""
    for point in range(first, last + 1):
        folded = unicodedata.normalize("NFKC", chr(point))
        if len(folded) == 1 and folded != chr(point):
            yield point, folded


def _table() -> dict[int, str]:
    blocks = ((0x2F00, 0x2FD5), (0xF900, 0xFAD9), (0xFF01, 0xFF9D), (0x2F800, 0x2FA1D))
    table = {point: folded for first, last in blocks for point, folded in _compatible(first, last)}
    table.update(_pairs(_RADICALS))
    table.update({ord(space): " " for space in _SPACES} | {ord(sign): "\n" for sign in _BREAKS})
    variants = {**dict(_pairs(_PAIRS)), **dict(_pairs(_SIGNS)), **dict(_pairs(_MARKS))}
    # A compatible form may itself be a variant: U+F9C4 is 龍, which is compared as 竜.
    return {point: variants.get(ord(folded), folded) for point, folded in table.items()} | variants


#: One character to one character: what ``str.translate`` folds without moving any offset.
TABLE: Final = _table()
