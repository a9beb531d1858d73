import pytest

from saisei_lod.registry.linking import Linker


@pytest.mark.parametrize(
    "text",
    [
        "空港区域の整備",
        "漁港区域",
        "中央市場の再整備",
        "中央市街地",
        "県下市町村",
        "県下市町の連携",
        "以下市町村という",
        "余市町村会",
        "最上川町並み",
        "会津市",
        "第三次市町村合併",
        "憩いの町",
        "ふれあいの町",
        "東京都心",
        "東京都市圏",
        "北北海道",
        "喜久井町",
        "新小川町",
        "東村山地域",
        "松山市駅",
        "大町内会",
        "青森県境",
    ],
)
def test_letters_of_a_name_in_another_word_are_no_name(links: Linker, text: str) -> None:
    """A name is not found where its letters are a part of another word."""
    found = links.resolve(text)
    assert (found.codes, found.ambiguous) == ((), ())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("県内長井市", "06209"),
        ("作成主体長井市", "06209"),
        ("平成28年津市", "24201"),
        ("事業者及びいの町", "39386"),
        ("高知県いの町", "39386"),
        ("元長井市長", "06209"),
        ("長井市街道", ""),
        ("兵庫県美方郡香美町村岡区", "28585"),
        ("新潟県西蒲原郡弥彦村山崎", "15342"),
        ("東北町家ノ前", ""),
        ("青森県上北郡東北町家ノ前", "02408"),
        ("岐阜県関市町村課", "21000"),
        ("佐賀県下市町の連携", "41000"),
        ("奈良県下市町", "29443"),
    ],
)
def test_neighbours_decide(links: Linker, text: str, code: str) -> None:
    """The signs beside the letters, and the place before them, decide whether they are the name."""
    assert links.resolve(text).codes == ((code,) if code else ())
