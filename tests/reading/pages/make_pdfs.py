"""Make page.pdf of plan-document-pdf and of table-pdf: text at places, rules for tables, no library.

The font is named and not embedded; what a code means stands in its ToUnicode map (ISO 32000-1, 9.10.3).
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

HERE: Final = Path(__file__).parent
WIDTH: Final = 595
HEIGHT: Final = 842
SIZE: Final = 9.0
LEADING: Final = 15.0

DOCUMENT: Final = (
    "地域再生計画",
    "",
    "1 地域再生計画の名称",
    "  ホタルイカと蜃気楼の港町・関係人口プロジェクト",
    "2 地域再生計画の作成主体の名称",
    "  富山県滑川市及び魚津市",
    "3 地域再生計画の区域",
    "  富山県滑川市及び魚津市の全域",
    "4 地域再生計画の目標",
    "4-1 地域の現状と課題",
    "  海の見える二つの市では、平成17年をさかいに人口が減り続けている。",
    "4-2 地域の将来像",
    "  港の仕事と暮らしを訪ねる人が、季節ごとに通う町をつくる。",
    "4-3 数値目標",
)
INDICATORS: Final = (
    ("KPI", "単位", "現状値(令和2年度)", "中間目標(令和4年度)", "最終目標(令和6年度)"),
    ("港の体験の参加者数", "人", "1,200", "1,800", "2,500"),
    ("二地域居住の登録数", "世帯", "5", "15", "30"),
)
AFTER_INDICATORS: Final = (
    "5 地域再生を図るために行う事業",
    "5-1 全体の概要",
    "  漁の見学と港の宿を組み合わせ、二つの市が共同で案内する。",
    "5-2 第5章の特別の措置を適用して行う事業",
    "  地方創生推進交付金(内閣府):【A3007】",
    "  総事業費 32,000千円",
    "5-3 その他の事業",
    "  該当なし",
    "6 計画期間",
    "  令和3年4月1日から令和7年3月31日まで",
    "7 目標の達成状況に係る評価に関する事項",
    "  毎年度9月に、両市の職員と住民の会議で確かめる。",
)
LIST: Final = (
    ("計画の名称", "認定日", "認定回", "計画期間", "支援措置"),
    ("津軽海峡・海峡マグロ食の旅計画", "令和3年3月30日", "第59回", "令和3~5年度", "地方創生推進交付金"),
    ("下風呂温泉・文豪の宿再生計画", "令和2年3月30日", "第55回", "令和2~4年度", "地方創生拠点整備交付金"),
    (
        "風間浦村まち・ひと・しごと創生推進計画",
        "令和2年7月3日",
        "第56回",
        "令和2~6年度",
        "企業版ふるさと納税",
    ),
    (
        "あんこう雪中切り・冬の仕事づくり計画",
        "平成31年3月29日",
        "第51回",
        "令和元~3年度",
        "地方創生推進交付金",
    ),
)
_FONT: Final = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /IPAexMincho /Encoding /Identity-H "
    b"/DescendantFonts [6 0 R] /ToUnicode 8 0 R >>"
)
_DESCENDANT: Final = (
    b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /IPAexMincho /CIDSystemInfo << /Registry (Adobe) "
    b"/Ordering (Identity) /Supplement 0 >> /FontDescriptor 7 0 R /DW 1000 "
)
_DESCRIPTOR: Final = (
    b"<< /Type /FontDescriptor /FontName /IPAexMincho /Flags 4 /FontBBox [0 -200 1000 880] /ItalicAngle 0 "
    b"/Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>"
)


class Text(NamedTuple):
    """A line of text and where it begins, in points from the lower left corner."""

    x: float
    y: float
    text: str


class Rule(NamedTuple):
    """A straight line of a table."""

    x1: float
    y1: float
    x2: float
    y2: float


def lines(texts: Iterable[str], top: float) -> list[Text | Rule]:
    """Return lines one below the other; leading blanks become an indent."""
    placed: list[Text | Rule] = []
    for number, text in enumerate(texts):
        indent = 12.0 * (len(text) - len(text.lstrip()))
        if text:
            placed.append(Text(56 + indent, top - number * LEADING, text.strip()))
    return placed


def table(rows: Sequence[Sequence[str]], widths: Sequence[float], top: float) -> list[Text | Rule]:
    """Return the cells of a table with its rules; the top is that of the upper rule."""
    edges = [56 + sum(widths[:number]) for number in range(len(widths) + 1)]
    bottom = top - len(rows) * 18
    placed: list[Text | Rule] = [Rule(edge, top, edge, bottom) for edge in edges]
    heights = [top - number * 18 for number in range(len(rows) + 1)]
    placed += [Rule(edges[0], height, edges[-1], height) for height in heights]
    for number, row in enumerate(rows):
        for edge, cell in zip(edges, row, strict=False):
            placed.append(Text(edge + 3, top - number * 18 - 12.5, cell))
    return placed


def pdf(placed: Sequence[Text | Rule]) -> bytes:
    """Return a PDF of one page."""
    letters = sorted({letter for one in placed if isinstance(one, Text) for letter in one.text})
    codes = {letter: number for number, letter in enumerate(letters, 1)}
    halves = " ".join(f"{code} [500]" for letter, code in codes.items() if ord(letter) < 0x80)
    content = "\n".join(_drawn(one, codes) for one in placed).encode()
    page_size = f"[0 0 {WIDTH} {HEIGHT}]"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox {page_size} /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>".encode(),
        _stream(content),
        _FONT,
        _DESCENDANT + f"/W [{halves}] >>".encode(),
        _DESCRIPTOR,
        _stream(_to_unicode(codes).encode()),
    ]
    return _assembled(objects)


def _drawn(one: Text | Rule, codes: dict[str, int]) -> str:
    if isinstance(one, Rule):
        return f"0.5 w {one.x1:g} {one.y1:g} m {one.x2:g} {one.y2:g} l S"
    spelled = "".join(f"{codes[letter]:04X}" for letter in one.text)
    return f"BT /F1 {SIZE:g} Tf {one.x:g} {one.y:g} Td <{spelled}> Tj ET"


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _to_unicode(codes: dict[str, int]) -> str:
    pairs = [f"<{code:04X}> <{letter.encode('utf-16-be').hex().upper()}>" for letter, code in codes.items()]
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    mapped = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{mapped}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


def _assembled(objects: Sequence[bytes]) -> bytes:
    data = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def main() -> None:
    """Write both files."""
    top = HEIGHT - 70
    below = top - len(DOCUMENT) * LEADING
    after = below - len(INDICATORS) * 18 - 18
    document = [*lines(DOCUMENT, top), *table(INDICATORS, (130, 40, 95, 105, 105), below)]
    (HERE / "plan-document-pdf" / "page.pdf").write_bytes(pdf([*document, *lines(AFTER_INDICATORS, after)]))
    head = lines(
        ("青森県下北郡風間浦村の地域再生計画", "令和4年4月1日更新", "村が国の認定を受けた計画の一覧"), top
    )
    contact = lines(("問い合わせ 風間浦村 企画政策課 電話 0175-35-2111",), top - 170)
    placed = [*head, *table(LIST, (178, 82, 46, 72, 112), top - 55), *contact]
    (HERE / "table-pdf" / "page.pdf").write_bytes(pdf(placed))


if __name__ == "__main__":
    main()
