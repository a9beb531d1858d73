import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.registry.linking.folding import fold, fold_name


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("⻑井市", "長井市"),
        ("⽩鷹町", "白鷹町"),
        ("⿓ケ崎市", "竜が崎市"),
        ("龍ヶ﨑市", "竜が崎市"),
        ("ﾆｾｺ町", "二セコ町"),
        ("に\u3099さか市", "にさか市"),
        ("かすみか\u3099うら市", "かすみがうら市"),
        ("かすみか゛うら市", "かすみがうら市"),
        ("東京都\u3000府中市", "東京都 府中市"),
        ("長井市，南陽市､白鷹町", "長井市,南陽市、白鷹町"),
        ("葛\U000e0100飾区", "葛飾区"),
        ("旭\u200b川\u00ad市", "旭川市"),
        ("長　井　市、南　陽　市", "長井市、南陽市"),
        ("佐々町", "佐佐町"),
        ("", ""),
    ],
)
def test_text_is_folded_to_the_spelling_of_comparison(text: str, folded: str) -> None:
    """Width, radicals, variants, marks and signs that say nothing become one spelling."""
    assert folded == fold(text).text


def test_names_and_texts_fold_alike() -> None:
    """A name of the registry folds as it does in a text."""
    assert fold_name("龍ケ崎市") == fold("龍ケ崎市").text


@given(st.text(alphabet="長井市 \u3000か\u3099゛ﾞヶ々葛\U000e0100\u200b\ufeffａ(）\n町村"))
def test_every_folded_character_keeps_its_place(text: str) -> None:
    """The spans of the folded characters are ascending spans of the original text."""
    folded = fold(text)
    spans = [folded.span(place, place + 1) for place in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded text is its own folded form, but for 々 and spread letters that folding reveals."""
    once = fold(text).text
    if "々" not in once and " " not in once:
        assert fold(once).text == once


def test_span_of_a_spread_name_is_the_whole_of_it() -> None:
    """長　井　市 folds to three characters that stand for all five."""
    assert fold("  長　井　市").span(2, 5) == (2, 7)
