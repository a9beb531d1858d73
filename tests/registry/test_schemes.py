"""Funding schemes by their printed labels."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.errors import InputError
from saisei_lod.registry.schemes import Scheme, Schemes, load_schemes

LONG = "まち・ひと・しごと創生寄附活用事業に関連する寄附を行った法人に対する特例"


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("地方創生推進交付金", ["suishin"]),
        ("地方創生推進交付金及び企業版ふるさと納税", ["suishin", "kigyou"]),
        ("企業版ふるさと納税、地方創生推進交付金", ["kigyou", "suishin"]),
        (f"{LONG}(企業版ふるさと納税)", ["kigyou"]),
        (f"{LONG}（企業版ふるさと納税）".replace("寄附", "寄付"), ["kigyou"]),
        ("地方創生推\n進交付金\n企業版ふるさと納税", ["suishin", "kigyou"]),
        ("地方創生推進交付金・地方創生拠点整備交付金", ["suishin", "kyoten"]),
        ("Ａ３００７", ["suishin"]),
        ("A3008 地方創生道整備推進交付金", ["michi-suishin"]),
        ("Society 5.0タイプ", ["suishin-s50"]),
        ("企業版ふるさと納税の活用", ["kigyou"]),
    ],
)
def test_labels_are_found_whole(text: str, slugs: list[str]) -> None:
    """Lists, brackets, broken lines, width and codes lead to the same schemes, each once."""
    found = load_schemes().read(text)
    assert (list(found.slugs), found.is_certain) == (slugs, True)


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("地方創生推進交付金(先駆タイプ)", ["suishin-senku"]),
        ("企業版ふるさと納税(人材派遣型)", ["kigyou-jinzai"]),
        ("地域未来交付金(デジタル実装型)", ["mirai-jissou"]),
        ("新しい地方経済・生活環境創生交付金(デジタル実装型)", ["shin-jissou"]),
    ],
)
def test_the_broader_label_beside_a_type_decides_the_type(text: str, slugs: list[str]) -> None:
    """交付金(タイプ) is the type; of two types of one label it is the one below the 交付金 named."""
    assert list(load_schemes().read(text).slugs) == slugs


def test_a_label_of_two_schemes_alone_decides_nothing() -> None:
    """デジタル実装型 is told with both its schemes, and none is chosen."""
    found = load_schemes().read("デジタル実装型")
    assert (found.slugs, found.ambiguous) == ((), (("デジタル実装型", ("mirai-jissou", "shin-jissou")),))


@pytest.mark.parametrize(
    ("text", "slugs", "unknown"),
    [
        ("ほげ交付金", [], ["ほげ交付金"]),
        ("農村推進交付金", [], ["農村推進交付金"]),
        ("地方創生推進交付金特別枠", [], ["地方創生推進交付金特別枠"]),
        ("地方創生推進交付金及び ほげ交付金", ["suishin"], ["ほげ交付金"]),
        ("地方創生推進交付金等", ["suishin"], ["等"]),
        ("地方創生推進交付金（令和2年度）", ["suishin"], ["令和2年度"]),
        ("まち・ほげ・しごと事業", [], ["まち・ほげ・しごと事業"]),
    ],
)
def test_words_that_are_no_label_are_told(text: str, slugs: list[str], unknown: list[str]) -> None:
    """A label within a longer word is no label; what is left over is told as printed."""
    found = load_schemes().read(text)
    assert (list(found.slugs), list(found.unknown)) == (slugs, unknown)


@pytest.mark.parametrize("text", ["", "なし", "ー", "-", "（）", "・・・"])
def test_words_for_nothing_name_nothing(text: str) -> None:
    """なし and dashes are neither schemes nor unknown words."""
    assert tuple(load_schemes().read(text)) == ((), (), ())


def test_the_two_spellings_of_donation_are_one() -> None:
    """付 and 附 are not told apart, whichever the vocabulary has."""
    schemes = Schemes([Scheme("a", ("寄附金",), ()), Scheme("b", ("送付金",), ())])
    assert schemes.read("寄付金及び送附金").slugs == ("a", "b")


def test_every_label_of_the_vocabulary_is_found() -> None:
    """Each label alone gives its scheme, or the schemes that share it."""
    schemes = load_schemes()
    assert len(schemes.by_slug) >= 55
    for slug, scheme in schemes.by_slug.items():
        for label in scheme.labels:
            found = schemes.read(label)
            named = {*found.slugs, *(slug for _, slugs in found.ambiguous for slug in slugs)}
            assert slug in named, label
            assert found.unknown == (), label


@given(st.text(alphabet="地方創生推進交付金企業版ふるさと納税及び並に、・()（） \n等のA3007", max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    """Any jumble of the characters of labels gives words of the text."""
    found = load_schemes().read(text)
    assert all(words in text for words in found.unknown)


def test_broader_schemes_in_a_circle_end() -> None:
    """A file may hold a circle that SKOS forbids; reading it ends."""
    schemes = Schemes([Scheme("a", ("甲",), ("b",)), Scheme("b", ("乙",), ("a",))])
    assert schemes.read("甲及び乙").slugs == ("a", "b")


def test_a_vocabulary_that_is_no_turtle_is_named(tmp_path: Path) -> None:
    """A damaged or missing file stops with its name."""
    path = tmp_path / "schemes.ttl"
    path.write_text("<a> <b> .", encoding="utf-8")
    for wrong in (path, tmp_path / "none.ttl"):
        with pytest.raises(InputError, match=wrong.name):
            load_schemes(wrong)


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    """Importing the look-ups loads no RDF library."""
    code = (
        "import sys, saisei_lod.registry.schemes, saisei_lod.registry.rounds; "
        "print({'rdflib', 'pyoxigraph', 'pyshacl'} & sys.modules.keys())"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "set()"
