"""The page that an officer prints."""

import re
import subprocess
import sys
from html.parser import HTMLParser

from saisei_lod.findings import Severity
from saisei_lod.validation import REPORTS, Report

#: Elements without an end tag (HTML, section 13.1.2).
VOID = {"br", "meta"}


class Page(HTMLParser):
    """The elements of a page with their attributes, and whether all that opened was closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close what was opened last."""
        assert self.open.pop() == tag


def html(report: Report, *, verbose: bool = False) -> str:
    """Return the whole page."""
    return "".join(REPORTS["html"](report, "ja", verbose=verbose))


def test_hostile_texts_are_inert(report: Report) -> None:
    """What a record holds adds no element, no attribute and no address that runs."""
    page = Page(html(report))
    assert page.open == []
    assert {tag for tag, _ in page.elements} & {"script", "img", "iframe", "form", "object", "link"} == set()
    names = {name for _, attributes in page.elements for name in attributes}
    assert {name for name in names if name.startswith("on")} == set()
    addresses = [a["href"] or "" for _, a in page.elements if "href" in a]
    assert [address for address in addresses if not address.startswith(("#", "https://", "http://"))] == []
    assert "&lt;script&gt;alert(1)" in html(report)
    alone = report._replace(traces=tuple(t._replace(url="javascript:alert(1)") for t in report.traces))
    assert "javascript:" not in html(alone)
    assert not re.search("[\x00-\x09\x0b-\x1f\u202a-\u202e]", html(report))


def test_the_page_forbids_scripts_and_needs_nothing_else(report: Report) -> None:
    """One file, that a browser without network shows whole."""
    said = html(report)
    assert "default-src 'none'; style-src 'unsafe-inline'" in said
    page = Page(said)
    assert [attributes for _, attributes in page.elements if "src" in attributes] == []
    assert "@import" not in said
    assert "url(" not in said


def test_every_link_within_the_page_has_its_goal(report: Report) -> None:
    """Files lead to their sections, mistakes to their rule, and each id stands once."""
    page = Page(html(report))
    ids = [a["id"] for _, a in page.elements if "id" in a]
    assert len(ids) == len(set(ids))
    goals = {a["href"] for _, a in page.elements if (a.get("href") or "").startswith("#")}
    assert goals
    assert {str(goal)[1:] for goal in goals} <= set(ids)


def test_a_section_is_a_file_and_japanese_stands_before_english(report: Report) -> None:
    """Its heading is the publisher; the page that was read is linked where its address is one."""
    said = html(report)
    assert '<h2 id="file-1"><bdi>旭川市</bdi></h2>' in said
    assert '計画の一覧</bdi> <a href="https://example.org/page"' in said
    assert "名がない" in said
    assert said.index("名がない") < said.index("no name")
    assert "32～35行" in said
    assert "「<bdi>令和3年3月30日</bdi>」" in said


def test_violations_stand_first_and_rules_are_counted(report: Report) -> None:
    """The table of rules says why; the rules without target are named."""
    said = html(report)
    order = [said.index(f'<article class="{severity}">') for severity in Severity]
    assert order == sorted(order)
    assert "理由: 理由" in said
    assert "<code>v</code>" in said


def test_many_places_are_cut_unless_all_are_asked_for(report: Report) -> None:
    """The CSV has them all."""
    finding, trace = report.records[0]
    many = tuple((finding._replace(place=finding.place._replace(line=n)), trace) for n in range(1, 151))
    full = report._replace(results=(), findings=(), traces=(), records=many)
    assert "ほかに 50 件" in html(full)
    assert "ほかに" not in html(full, verbose=True)


def test_a_page_without_findings_says_so() -> None:
    """It is no empty page."""
    said = html(Report((), (), ()))
    assert Page(said).open == []
    assert "問題は見つかりませんでした。" in said


def test_a_selection_says_that_it_is_one(report: Report) -> None:
    """Who reads a printed page knows that there is more."""
    assert "ほかに 5 件の結果があります" in html(report._replace(left_out=5))


def test_shapes_left_to_pyshacl_are_named(report: Report) -> None:
    """Nothing is skipped in silence."""
    assert "<code>odd</code>" in html(report._replace(by_pyshacl=("odd",)))


def test_jinja_is_imported_for_a_page_alone() -> None:
    """Other forms do not wait for it."""
    code = (
        "import sys; from saisei_lod.validation import REPORTS, Report; r = Report((), (), ());"
        "[''.join(REPORTS[n](r, 'ja')) for n in ('text', 'json', 'csv', 'turtle')]; print('jinja2' in sys.modules)"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "False"
