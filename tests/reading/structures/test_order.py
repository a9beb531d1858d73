"""All structures together, on pages that nobody wrote."""

from hypothesis import given, settings
from hypothesis import strategies as st

from saisei_lod.reading import Lexicon, read_page
from saisei_lod.reading.structures.order import STRUCTURES

WORDS = (
    "計画名", "認定日", "認定年月日(認定回)", "変更認定日", "作成主体", "海の計画", "「山の推進計画」(第55回認定)", "令和2年3月30日",
    "R3.3.30", "〃", "ー", "第59回", "計画期間", "令和3~5年度", "終了した計画", "花巻市", "支援措置", "計画書(PDF:3KB)", "※注",
    "「川の計画」は令和2年3月30日に認定を受けました。", "1 地域再生計画の名称", "2 作成主体の名称", "6 計画期間", "花火", "",
)  # fmt: skip
CELLS = st.sampled_from(WORDS)
ROWS = st.lists(st.tuples(st.lists(CELLS, min_size=1, max_size=4), st.integers(1, 3)), min_size=1, max_size=6)
PARTS = st.one_of(
    st.tuples(st.sampled_from(["h1", "h2", "h3", "p", "li", "dt", "dd"]), CELLS),
    st.tuples(st.just("table"), ROWS),
)


def html(part: tuple[str, object]) -> str:
    """Return an element of a page."""
    tag, inner = part
    if isinstance(inner, str):
        return f"<{tag}>{inner}</{tag}>"
    rows = ("".join(f"<td rowspan={span}>{cell}</td>" for cell in cells) for cells, span in inner)  # type: ignore[attr-defined]
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"


@settings(max_examples=150, deadline=None)
@given(st.lists(PARTS, min_size=1, max_size=8))
def test_each_line_of_any_page_has_a_use_or_a_finding(parts: list[tuple[str, object]]) -> None:
    """Whatever the parts, no line is lost, and every piece stands where its notice says it does."""
    body = "".join(map(html, parts)) + "<p>終</p>"
    page = read_page(f"<!DOCTYPE html><body>{body}</body>".encode(), name="page.html", lexicon=_NoWords())
    found = {finding.place.line for finding in page.findings}
    assert not {line for notice in page.notices for line in notice.lines} - page.uses.keys() - found
    assert all(notice.parts for notice in page.notices)


class _NoWords:
    """A lexicon that knows nothing."""

    def names_schemes(self, text: str) -> bool:
        """Tell of no scheme."""
        return not text

    def names_governments(self, text: str) -> bool:
        """Tell of no government."""
        return not text


def test_structures_have_names_of_their_own(lexicon: Lexicon) -> None:
    """A notice names the structure that found it."""
    names = [structure.name for structure in STRUCTURES]
    assert len(set(names)) == len(names)
    assert lexicon.names_governments("花巻市")
