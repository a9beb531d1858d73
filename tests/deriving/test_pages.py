"""The derived reference pages hold everything that they are about."""

import re
from typing import Final

from hypothesis import given
from hypothesis import strategies as st

from saisei_lod import resources
from saisei_lod.deriving.findings_page import findings_page, kinds
from saisei_lod.deriving.markdown import cell, table
from saisei_lod.deriving.ontology import Kind, Ontology, read_ontology
from saisei_lod.deriving.rules_page import SECTIONS, rules_page
from saisei_lod.deriving.schemes_page import schemes_page
from saisei_lod.deriving.vocabulary_page import vocabulary_page
from saisei_lod.findings.deriving import DERIVED_FILE_STALE
from saisei_lod.registry.schemes import load_schemes
from saisei_lod.validation.shapes import load_shapes, shape_files

_ONTOLOGY: Final[Ontology] = read_ontology(resources.ontology().parent)
_VOCABULARY: Final = vocabulary_page(_ONTOLOGY)


def test_every_term_is_on_the_page() -> None:
    """Each term of ours is shown with labels, comments and examples; each of others with its use."""
    for term in _ONTOLOGY.terms:
        if term.is_own:
            shown = [term.label.ja, term.label.en, term.comment.ja, term.comment.en, *term.examples]
        else:
            shown = [f"`{term.name}`", term.usage.ja, term.usage.en]
        assert [words for words in shown if words.replace("|", "\\|") not in _VOCABULARY] == [], term.name


def test_terms_can_be_linked_to() -> None:
    """Each class, code list and property of ours has an anchor of its local name."""
    own = [term for term in _ONTOLOGY.terms if term.is_own]
    anchored = [term.local for term in own if f'<a id="{term.local}"></a>' in _VOCABULARY]
    assert anchored == [term.local for term in own if term.kind is not Kind.INDIVIDUAL]


def test_every_scheme_is_on_the_page() -> None:
    """Each slug stands once as a row, its fiscal years marked as such."""
    page = schemes_page(resources.ontology().parent)
    assert [slug for slug in load_schemes().by_slug if page.count(f"`{slug}`") != 1] == []
    assert "| 2022年度 · FY2022 | 2024年度 · FY2024 |" in page
    assert "| 2015-08-10 | 2017年 |" in page


def test_every_finding_is_on_the_page() -> None:
    """Each kind of finding stands there with its code, message and fix in both languages."""
    page = findings_page()
    for kind in (kind for members in kinds().values() for kind in members):
        shown = [f"`{kind.code}`", *map(cell, (*kind.message, *kind.fix))]
        assert [words for words in shown if words not in page] == [], kind.code
    assert DERIVED_FILE_STALE in kinds()["deriving"]


def test_every_rule_is_on_the_page() -> None:
    """Each named shape has an anchor, its texts in both languages, and what it expects."""
    page = rules_page()
    rules = [
        rule for shape, rule in load_shapes(shape_files()).rules.items() if not str(shape).startswith("_:")
    ]
    for rule in (rule for rule in rules if rule.conditions):
        assert page.count(f'<a id="{rule.code}"></a>') == 1, rule.code
        shown = [
            *rule.message,
            *rule.fix,
            *rule.because,
            *(words for said in rule.expected.values() for words in said),
        ]
        assert [words for words in shown if cell(words) not in page] == [], rule.code
    assert {path.stem for path in shape_files()} - {"annotations"} == set(SECTIONS)
    assert "Looks across plans." in page


def test_a_code_is_an_anchor_of_one_page() -> None:
    """Reports link to either page by it."""
    anchors = re.findall(r'<a id="([a-z-]+)"></a>', rules_page() + findings_page())
    assert len(anchors) == len(set(anchors))


def test_codes_name_one_kind() -> None:
    """No two kinds of finding share a code, and codes are kebab-case."""
    codes = [kind.code for members in kinds().values() for kind in members]
    assert len(codes) == len(set(codes))
    assert [code for code in codes if not code.replace("-", "").isalnum() or code != code.lower()] == []


def test_pages_say_that_they_are_derived() -> None:
    """The first line of each page names its sources and the command."""
    for page in (_VOCABULARY, findings_page(), rules_page(), schemes_page(resources.ontology().parent)):
        assert page.splitlines()[0].startswith("<!-- Derived from ")
        assert "`saisei derive`" in page.splitlines()[0]


@given(st.lists(st.text(), min_size=2, max_size=2))
def test_a_table_keeps_its_columns(row: list[str]) -> None:
    """Whatever stands in the cells, a row is one line with as many columns as the heading."""
    lines = table(["a", "b"], [row]).rstrip("\n").split("\n")
    assert len(lines) == 3
    assert lines[2].replace("\\|", "").count("|") == 3


def test_no_rows_make_no_table() -> None:
    """A table without rows is nothing, so that no empty heading stands on a page."""
    assert table(["a"], []) == ""
