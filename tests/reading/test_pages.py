"""Pages as a whole: every line is accounted for, and nothing breaks the reading."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.errors import InputError
from saisei_lod.reading import Lexicon, PageNotices, read_page

GOLDEN = sorted((Path(__file__).parent / "golden").iterdir())
SNIPPETS = [
    "地域再生計画",
    "認定年月日",
    "(認定回)",
    "作成主体",
    "計画の名称",
    "計画の概要",
    "支援措置",
    "認定日 作成主体 計画名 概要",
    "令和3年3月30日",
    "(第59回)",
    "※令和3年8月20日変更認定",
    "花巻市 海の計画(PDF形式 3キロバイト) 海を生かす。 地方創生推進交付金",
    "(1)計画の認定日及び変更日",
    "(2)計画期間",
    "平成28年3月15日(認定日)から令和3年3月31日まで",
    "(3)計画の概要",
    "計画の詳細については、下記のファイルからご覧ください。",
    "終了した計画",
    "お問い合わせ先",
    "電話番号:0198-00-0000",
    "情報発信元 企画課",
    "最終更新日 2023年7月14日",
    "",
    " ",
]


def accounted(page: PageNotices, text: str) -> tuple[set[int], set[int]]:
    """Return the lines that are not blank, and those that have a use or are reported."""
    lines = {n for n, line in enumerate(text.split("\n"), 1) if line.strip()}
    reported = {f.place.line for f in page.findings if f.code == "line-not-understood"}
    return lines, {*page.uses, *(line for line in reported if line)}


@pytest.mark.parametrize("case", GOLDEN, ids=lambda path: path.name)
def test_every_line_of_the_golden_pages_is_accounted_for(case: Path, lexicon: Lexicon) -> None:
    """Each line that is not blank has one use, or is reported."""
    data = (case / "page.txt").read_bytes()
    page = read_page(data, name="page.txt", lexicon=lexicon)
    lines, known = accounted(page, data.decode("utf-8-sig").replace("\r\n", "\n"))
    assert lines == known


@given(st.lists(st.one_of(st.sampled_from(SNIPPETS), st.text(max_size=12)), min_size=1, max_size=30))
def test_every_line_of_any_page_is_accounted_for(pieces: list[str]) -> None:
    """Whatever stands on a page in whatever order, no line is lost and nothing fails."""

    class Guess:
        def names_schemes(self, text: str) -> bool:
            return text.strip() == "地方創生推進交付金"

        def names_governments(self, text: str) -> bool:
            return text.startswith("花巻市")

    text = "\n".join(piece.replace("\r", " ").replace("\n", " ") for piece in pieces)
    data = text.encode("utf-8", "replace")
    try:
        page = read_page(data, name="page.txt", lexicon=Guess())
    except InputError:
        return
    numbers = {n for n, line in enumerate(data.decode().split("\n"), 1) if any(c.isalnum() for c in line)}
    _, known = accounted(page, "")
    assert numbers <= known
    assert all(first <= last for first, last in (notice.lines for notice in page.notices))


def test_a_heading_stands_over_the_plans_below_it(lexicon: Lexicon) -> None:
    """Each notice knows the last heading above it."""
    path = Path(__file__).parent / "golden" / "blocks-plain" / "page.txt"
    page = read_page(path.read_bytes(), name="page.txt", lexicon=lexicon)
    headings = [notice.heading.text if notice.heading else None for notice in page.notices]
    assert headings == ["南陽市地域再生計画", "南陽市地域再生計画", "終了した計画"]


def test_plans_of_two_structures_stand_in_the_order_of_the_page(lexicon: Lexicon) -> None:
    """A block above a table comes first, though tables are looked for first."""
    text = "海の計画\n■認定日:R2.3.30認定\n■概要:海。\n\n現在の計画\n認定日 計画名 概要\nR2.3.30 (第55回) 山の計画(PDF形式) 山。"
    page = read_page(text.encode(), name="page.txt", lexicon=lexicon)
    assert [(notice.structure, notice.lines) for notice in page.notices] == [
        ("titled-block", (1, 3)),
        ("flattened-table", (7, 7)),
    ]


def test_a_page_without_plans_says_so(lexicon: Lexicon) -> None:
    """No plan is a finding, not an error."""
    page = read_page("市民まつり".encode(), name="page.txt", lexicon=lexicon)
    assert [finding.code for finding in page.findings] == ["no-plan-found"]


def test_plans_in_an_unknown_structure_are_told_by_their_first_line(lexicon: Lexicon) -> None:
    """A page that tells of certifications in a layout unknown says where."""
    page = read_page("計画\n海の計画、第55回認定".encode(), name="page.txt", lexicon=lexicon)
    assert [(f.code, f.place.line) for f in page.findings] == [
        ("no-plan-found", None),
        ("line-not-understood", 2),
        ("structure-not-known", 2),
    ]


def test_findings_stand_in_the_order_of_lines(lexicon: Lexicon) -> None:
    """The same page gives the same findings in the same order."""
    data = "題\n・甲\n・乙\n・丙".encode()
    first, second = (read_page(data, name="page.txt", lexicon=lexicon) for _ in range(2))
    assert first.findings == second.findings
    assert [f.place.line for f in first.findings] == [None, 2, 3, 4]
