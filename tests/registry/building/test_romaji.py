import pytest
from hypothesis import given
from hypothesis import strategies as st

from saisei_lod.registry.building.naming import Namer, kind_of, without_suffix
from saisei_lod.registry.building.romaji import hepburn


@pytest.mark.parametrize(
    ("kana", "romaji"),
    [
        ("おおさか", "Osaka"),
        ("ほんべつ", "Honbetsu"),
        ("ぐんま", "Gunma"),
        ("いっせきちょう", "Issekicho"),
        ("こっちゃん", "Kotchan"),
        ("じょうえつ", "Joetsu"),
        ("きゅうしゅう", "Kyushu"),
        ("にいがた", "Niigata"),
        ("づ", "Zu"),
    ],
)
def test_kana_are_written_without_macrons(kana: str, romaji: str) -> None:
    """Long o and u are short, ん is n, and doubled consonants are doubled."""
    assert romaji == hepburn(kana)


@given(
    st.text(
        alphabet="あかさたなはまやらわいきしちにひみりうくすつぬふむゆるえけせてねへめれおこそとのほもよろん",
        min_size=1,
    )
)
def test_any_kana_become_ascii(kana: str) -> None:
    """Whatever kana come, the result is ASCII and begins with a capital."""
    romaji = hepburn(kana)
    assert romaji.isascii()
    assert romaji[0].isupper()


def test_override_decides_by_name_and_kana() -> None:
    """豊岡 is Toyooka; another name of the same kana is not touched."""
    namer = Namer({("豊岡", "とよおか"): "Toyooka"})
    assert (namer.romaji("豊岡市", "とよおかし"), namer.romaji("十代岡市", "とよおかし")) == (
        "Toyooka",
        "Toyoka",
    )


def test_name_without_kana_has_no_romaji() -> None:
    """Silence stays silence."""
    assert Namer({}).romaji("須恵町", "") == ""


@pytest.mark.parametrize(
    ("name", "kana", "bare"),
    [
        ("町田市", "まちだし", ("町田", "まちだ")),
        ("大町町", "おおまちちょう", ("大町", "おおまち")),
        ("東村", "ひがしそん", ("東", "ひがし")),
        ("東京都", "とうきょうと", ("東京", "とうきょう")),
    ],
)
def test_suffix_is_taken_from_name_and_kana(name: str, kana: str, bare: tuple[str, str]) -> None:
    """One suffix alone is taken away, in both spellings."""
    assert bare == without_suffix(name, kana)


def test_kind_is_told_by_the_last_character() -> None:
    """十日町市 is a city."""
    assert kind_of("十日町市") == "city"
