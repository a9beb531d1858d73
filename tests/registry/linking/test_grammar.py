import pytest

from saisei_lod.registry.linking import Linker


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("北海道旭川市", "01204"),
        ("北海道、旭川市", "01000 01204"),
        ("北海道並びに旭川市", "01000 01204"),
        ("北海道　旭川市", "01204"),
        ("北海道\n旭川市", "01000 01204"),
        ("計画は北海道\n旭川市が作成", "01204"),
        ("北海道の旭川市", "01204"),
        ("北海道：旭川市", "01204"),
        ("北海道（旭川市）", "01204"),
        ("（北海道）旭川市", "01204"),
        ("旭川市（北海道）", "01204"),
        ("旭川市［北海道］", "01204"),
        ("【北海道】旭川市", "01204"),
        ("北海道北海道鹿追町", "01634"),
        ("山形県、山形県長井市", "06000 06209"),
        ("【山形県】【長井市】", "06000 06209"),
        ("山形県内の全市町村", "06000"),
        ("北海道上川郡", ""),
        ("北海道（札幌市を除く。）", "01000 01100"),
        ("山形県置賜地域の長井市", "06209"),
        ("東京都三宅支庁三宅村", "13381"),
        ("東京都八丈島八丈町", "13401"),
    ],
)
def test_prefecture_is_maker_or_prefix(links: Linker, text: str, codes: str) -> None:
    """A prefecture directly before a name only says where that lies; as an item it is named itself."""
    assert " ".join(links.resolve(text).codes) == codes


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("北海道空知郡南幌町、由仁町及び長沼町", "01423 01427 01428"),
        ("北海道中川郡池田町、豊頃町及び本別町", "01644 01645 01646"),
        ("青森県八戸市、岩手県久慈市及び二戸市", "02203 03207 03213"),
        ("青森県南部町、八戸市及び岩手県一戸町", "02445 02203 03524"),
        ("山形県長井市及び同県小国町", "06209 06401"),
        ("北海道中川郡池田町、同郡本別町", "01644 01646"),
        ("札幌市中央区及び同市北区", "01101 01102"),
        ("新潟市中央区、東区及び西区", "15103 15102 15107"),
        ("池田町、清水町（北海道）", "01644 01636"),
        ("池田町（北海道中川郡）、池田町（福井）", "01644 18382"),
    ],
)
def test_places_reach_over_their_list(links: Linker, text: str, codes: str) -> None:
    """Prefecture, county and city reach over the items that follow, a bracket over those before it."""
    assert " ".join(links.resolve(text).codes) == codes


def test_a_county_reaches_no_further_than_its_list(links: Linker) -> None:
    """After another phrase a name is on its own, but for the company that it keeps in the sentence."""
    found = links.resolve("北海道中川郡本別町の計画である。池田町は別に作る。")
    assert (found.codes, found.ambiguous[0].text) == (("01646",), "池田町")


def test_a_bracket_keeps_the_list_around_it(links: Linker) -> None:
    """Names in a bracket do not end the reach of the county before it."""
    assert links.resolve("長野県北安曇郡松川村（細野地区）、池田町").codes == ("20482", "20481")
    found = links.resolve("北海道中川郡幕別町（福井県福井市と交流）、池田町")
    assert found.codes == ("01643", "18201", "01644")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("前橋市朝日町", "10201"),
        ("四日市市朝日町", "24202"),
        ("富山市旭町3番1号", "16201"),
        ("鹿児島市東千石町", "46201"),
        ("北海道苫小牧市宮の森町", "01213"),
        ("長岡市与板町", "15202"),
        ("長井市南陽市白鷹町飯豊町", "06209 06213 06402 06403"),
        ("富山市高岡市大島町", "16201 16202"),
        ("浜松市港区", "22130"),
        ("長井市南陽市白鷹町3丁目", "06209 06213"),
        ("札幌市中央区北区", "01101 01102"),
        ("三戸郡三戸町五戸町", "02441 02442"),
    ],
)
def test_quarters_are_no_towns(links: Linker, text: str, codes: str) -> None:
    """町 and 区 glued to a municipality are parts of its address; a row of three and more is a list."""
    assert " ".join(links.resolve(text).codes) == codes


def test_contradiction_is_told(links: Linker) -> None:
    """A name glued to a prefecture in which it does not lie is not linked, and a finding says so."""
    found = links.resolve("山形県府中市")
    assert (found.codes, [finding.code for finding in found.findings]) == ((), ["name-outside-place"])


def test_old_county_is_told_and_read(links: Linker) -> None:
    """南陽市 left 東置賜郡: it is linked, and a finding says that the county does not hold it."""
    found = links.resolve("東置賜郡南陽市")
    assert (found.codes, [finding.code for finding in found.findings]) == (("06213",), ["name-outside-place"])
