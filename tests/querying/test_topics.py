"""Words found however they are spelled."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.querying.topics import pattern_of

KANA = st.text(
    st.sampled_from("アイウガギパピプンーあがぱぴん移住DMOdmo12.()[]*+?\\^$|{}-&~#"), min_size=1, max_size=12
)


def found(words: str, text: str) -> bool:
    """Tell whether the words are found in a text."""
    return re.search(pattern_of(words), text) is not None


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("DMO", "地域連携ｄｍｏを中心に"),
        ("プログラミング", "ﾌﾟﾛｸﾞﾗﾐﾝｸﾞを学ぶ"),
        ("ﾌﾟﾛｸﾞﾗﾐﾝｸﾞ", "プログラミング"),
        ("ひと", "まち・ヒト・しごと"),
        ("まち ひと", "まちひと"),
        ("まち　ひと", "まち ひと"),
        ("(仮称)", "（仮称）計画"),
        ("6次産業", "６次産業化"),
    ],
)
def test_other_spellings_are_found(words: str, text: str) -> None:
    """Width, case, kana and white space make no difference."""
    assert found(words, text)


@pytest.mark.parametrize(("words", "text"), [("DMO", "DM"), (".", "長井"), ("a*", "b"), ("カ", "ガ")])
def test_other_words_are_not_found(words: str, text: str) -> None:
    """No character has a meaning of its own, and a voiced sound is another sound."""
    assert not found(words, text)


@given(KANA)
def test_words_find_themselves_narrow_and_wide(words: str) -> None:
    """Whatever is asked for is found as it was written, and as NFKC spells it."""
    assert found(words, words)
    assert found(words, unicodedata.normalize("NFKC", words))


@given(st.text(max_size=40))
def test_any_text_gives_an_expression(words: str) -> None:
    """No text breaks the expression."""
    re.compile(pattern_of(words))
